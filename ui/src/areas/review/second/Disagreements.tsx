import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DisagreementView, useHost } from "../../../host";
import {
  Bdi,
  Button,
  Card,
  Dialog,
  EmptyState,
  FormButtons,
  Muted,
  Page,
  QueryState,
  TextArea,
  useToast,
} from "../../../kit";
import { useRoute } from "../../../lib/route";
import { PlatformMark } from "../../../record/PlatformMark";
import { useBusy } from "../../../record/useBusy";
import { Opinion } from "./Revealed";
import styles from "./second.module.css";
import { w } from "./words";

/** Two opinions that differ, until somebody settles them; each opens its account. */
export function Disagreements(props: { parts: ReactNode }): ReactNode {
  const host = useHost();
  const query = useQuery<DisagreementView[]>({
    queryKey: ["disagreements"],
    queryFn: () => host.commands.disagreements(),
  });
  const [settling, setSettling] = useState<DisagreementView | null>(null);
  return (
    <Page title={w.title} actions={props.parts}>
      <QueryState query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={w.noDisagreement} icon="check">
              {w.noDisagreementText}
            </EmptyState>
          ) : (
            all.map((one) => (
              <Disagreement key={one.account} one={one} onSettle={() => setSettling(one)} />
            ))
          )
        }
      </QueryState>
      {settling !== null && <Settle one={settling} onClose={() => setSettling(null)} />}
    </Page>
  );
}

function Disagreement(props: { one: DisagreementView; onSettle: () => void }): ReactNode {
  const { one } = props;
  const { go } = useRoute();
  return (
    <Card
      title={
        <span className={styles.who}>
          <PlatformMark code={one.platform} /> <Bdi>{one.label}</Bdi>
        </span>
      }
      aside={
        <span className={styles.acts}>
          {one.can_settle ? (
            <Button size="small" onPress={props.onSettle}>
              {w.settle}
            </Button>
          ) : (
            <Muted>{w.cannotSettle}</Muted>
          )}
          <Button size="small" onPress={() => go({ area: "accounts", id: one.account })}>
            {w.open}
          </Button>
        </span>
      }
    >
      <div className={styles.two}>
        <Opinion title={w.first} opinion={one.first} />
        <Opinion title={w.second} opinion={one.second} />
      </div>
    </Card>
  );
}

function Settle(props: { one: DisagreementView; onClose: () => void }): ReactNode {
  const { one, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const [words, setWords] = useState("");
  const { isBusy, error, run } = useBusy();
  const isMissing = words.trim() === "";
  const settle = () =>
    run(async () => {
      await host.commands.settleDisagreement({ account: one.account, words: words.trim() });
      toast({ text: w.settled(one.label), tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={<Bdi>{one.label}</Bdi>}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.settle}
          missing={isMissing ? w.settleNeeded : null}
          isBusy={isBusy}
          onAct={() => void settle()}
        />
      }
    >
      <TextArea
        label={w.settleTitle}
        description={w.settleHow}
        value={words}
        onChange={setWords}
        rows={3}
        autoFocus
      />
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
