/** Do we already know these? Links pasted from anywhere, held against the case and its registers at once. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type LinkView, useHost } from "../../host";
import {
  Button,
  Dialog,
  ErrorState,
  Loading,
  Muted,
  newJob,
  TextArea,
  useCommand,
  useToast,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { failed } from "../../record/failed";
import { LinkGroups } from "./LinkGroups";
import styles from "./PasteLinks.module.css";
import { w } from "./words";

/** How long typing rests before it is looked up; what is pasted is looked up at the next rest. */
const REST_MS = 250;

/** Answers its command from everywhere; mounted once by the frame. */
export function PasteLinks(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommand("links.paste", () => setOpen(true));
  return isOpen ? <PasteDialog onClose={() => setOpen(false)} /> : null;
}

function PasteDialog(props: { onClose: () => void }): ReactNode {
  const { onClose } = props;
  const { go } = useRoute();
  const [text, setText] = useState("");
  const asked = useRested(text.trim());
  const links = useLinks(asked);
  const found = asked === "" ? [] : (links.data ?? []);
  const fresh = found.filter((link) => link.group === "new").length;
  const { add, copy, isAdding } = useActs(asked);
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {w.close}
          </Button>
          <Button icon="copy" isDisabled={found.length === 0} onPress={() => void copy()}>
            {w.copySafe}
          </Button>
          <Button
            variant="primary"
            isDisabled={fresh === 0}
            isPending={isAdding}
            why={fresh === 0 ? w.addNoneWhy : undefined}
            onPress={() => void add()}
          >
            {fresh === 0 ? w.addNone : w.add(fresh)}
          </Button>
        </>
      }
    >
      <TextArea
        label={w.field}
        value={text}
        onChange={setText}
        description={w.hint}
        rows={5}
        isMono
        autoFocus
      />
      <div className={styles.results} aria-live="polite">
        {links.isError && <ErrorState error={links.error} isInline />}
        {asked !== "" && links.isPending && <Loading label={w.looking} lines={3} />}
        {asked !== "" && links.isSuccess && found.length === 0 && <Muted>{w.nothing}</Muted>}
        {found.length > 0 && (
          <>
            <p className={styles.count} role="status">
              {w.found(found.length)}
            </p>
            <LinkGroups
              links={found}
              onOpen={(account) => {
                onClose();
                go({ area: "review", id: account });
              }}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Asked once for each text: every asking is logged as a look. */
function useLinks(asked: string) {
  const host = useHost();
  return useQuery<LinkView[]>({
    queryKey: ["links", asked],
    queryFn: () => host.commands.lookUpLinks(asked),
    enabled: asked !== "",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

function useActs(asked: string) {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [isAdding, setAdding] = useState(false);
  const undo = async (batch: string) => {
    const undone = await host.commands.undoImport(batch, w.undoReason, newJob());
    toast({ text: w.undone(undone), tone: undone.kept > 0 ? "warn" : "ok" });
    await client.invalidateQueries({ queryKey: ["links"] });
  };
  const add = async () => {
    setAdding(true);
    try {
      const { batch, created } = await host.commands.addLinks(asked);
      toast({
        text: w.added(created),
        tone: "ok",
        ...(batch === null ? {} : { undo: () => undo(batch) }),
      });
      await client.invalidateQueries({ queryKey: ["links"] });
    } catch (error) {
      toast({ text: `${w.addFailed}. ${failed(error)}`, tone: "warn" });
    } finally {
      setAdding(false);
    }
  };
  const copy = async () => {
    try {
      await host.commands.copyLinks(asked);
      toast({ text: w.copied });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return { add, copy, isAdding };
}
