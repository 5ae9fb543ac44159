/** The mappings an officer keeps: each can be saved as a file, renamed and forgotten; one can be taken in. */
import { type ReactNode, useState } from "react";
import { type MappingKind, type SavedMappingView, useHost } from "../../host";
import { Bdi, Button, Dialog, TextField, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { w } from "./importWords";
import styles from "./MappingCard.module.css";

/** The list over the preview. */
export function MappingList(props: {
  kind: MappingKind;
  isOpen: boolean;
  onClose: () => void;
  kept: readonly SavedMappingView[];
}): ReactNode {
  const { kind, isOpen, onClose, kept } = props;
  const host = useHost();
  const toast = useToast();
  const [renamed, setRenamed] = useState<string | null>(null);
  const work = async (run: () => Promise<string | null>) => {
    try {
      const said = await run();
      if (said !== null) toast({ text: said, tone: "ok" });
    } catch (error) {
      toast({ text: `${w.mapping.failed}. ${failed(error)}`, tone: "warn" });
    }
  };
  const take = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-mapping", null);
      if (file === undefined) return null;
      return w.mapping.kept(await host.commands.takeMapping(kind, file.token, false));
    });
  const share = (name: string) =>
    work(async () => {
      const [place] = await host.commands.choose("save-mapping", `${name}.mapping`);
      if (place === undefined) return null;
      await host.commands.shareMapping(kind, name, place.token);
      return w.mapping.shared(name);
    });
  const forget = (name: string) =>
    work(async () => {
      await host.commands.forgetMapping(kind, name);
      return w.mapping.forgotten(name);
    });
  return (
    <Dialog
      title={w.mapping.manageTitle}
      isOpen={isOpen}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button icon="open" onPress={() => void take()}>
            {w.mapping.take}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {w.mapping.close}
          </Button>
        </>
      }
    >
      <p>{kept.length === 0 ? w.mapping.empty : w.mapping.manageText}</p>
      <ul className={styles.list}>
        {kept.map(({ name, columns }) => (
          <li key={name}>
            <Bdi>{name}</Bdi>
            <span className={styles.columns} title={columns.join(", ")}>
              {w.mapping.columns(columns.length)}
            </span>
            <Button size="small" onPress={() => void share(name)}>
              {w.mapping.share}
            </Button>
            <Button size="small" onPress={() => setRenamed(name)}>
              {w.mapping.rename}
            </Button>
            <Button size="small" variant="quiet" onPress={() => void forget(name)}>
              {w.mapping.forget}
            </Button>
          </li>
        ))}
      </ul>
      {renamed !== null && (
        <Rename
          key={renamed}
          name={renamed}
          onClose={() => setRenamed(null)}
          onRename={(to) =>
            work(async () => {
              await host.commands.renameMapping(kind, renamed, to);
              setRenamed(null);
              return w.mapping.kept(to);
            })
          }
        />
      )}
    </Dialog>
  );
}

function Rename(props: {
  name: string;
  onClose: () => void;
  onRename: (to: string) => Promise<void>;
}): ReactNode {
  const [to, setTo] = useState(props.name);
  return (
    <form
      className={styles.line}
      aria-label={w.mapping.renameTitle(props.name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== "") void props.onRename(to.trim());
      }}
    >
      <TextField label={w.mapping.renameTitle(props.name)} value={to} onChange={setTo} autoFocus />
      <Button onPress={props.onClose}>{w.mapping.cancel}</Button>
      <Button
        variant="primary"
        isDisabled={to.trim() === ""}
        onPress={() => void props.onRename(to.trim())}
      >
        {w.mapping.renameAction}
      </Button>
    </form>
  );
}
