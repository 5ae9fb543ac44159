/** What a directory file would change, or what keeps it from being taken; nothing is written before "Take it". */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ChannelDiffView, type DirectoryFileView, useHost } from "../../../host";
import { Bdi, Button, Dialog, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { Faults } from "../files/Faults";
import { Refused } from "../lexicons/Refused";
import styles from "./directory.module.css";
import { w } from "./words";

/** The dialog over a chosen file. */
export function TakeDirectory(props: {
  token: string;
  view: DirectoryFileView;
  /** The file says something else by now. */
  onView: (view: DirectoryFileView) => void;
  onClose: () => void;
}): ReactNode {
  const { token, view, onView, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const isSame = view.faults.length === 0 && view.differences.length === 0;
  const take = () =>
    run(async () => {
      const taken = await host.commands.takeDirectory(token);
      if (taken.version === null) {
        onView(taken);
        return;
      }
      onClose();
      toast({ text: w.saved(taken.version), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["directory"] });
    });
  return (
    <Dialog
      title={<Bdi>{w.takeTitle(view.file_name)}</Bdi>}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={isSame || view.faults.length > 0}
            isPending={isBusy}
            onPress={() => void take()}
          >
            {w.takeIt}
          </Button>
        </>
      }
    >
      {view.faults.length > 0 ? (
        <Faults faults={view.faults} />
      ) : (
        <>
          <p>{isSame ? w.same : <Bdi>{w.takeLead(view.file_name)}</Bdi>}</p>
          {!isSame && <Differences view={view} />}
        </>
      )}
      {error !== null && <Refused title={w.failed}>{error}</Refused>}
    </Dialog>
  );
}

function Differences(props: { view: DirectoryFileView }): ReactNode {
  const { view } = props;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys. */}
      <ul className={styles.list} aria-label={w.differences} tabIndex={0}>
        {view.differences.map((one) => (
          <li key={`${one.platform} ${one.channel}`}>
            <Difference one={one} />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{w.unchanged(view.unchanged)}</p>
    </>
  );
}

function Difference(props: { one: ChannelDiffView }): ReactNode {
  const { one } = props;
  return (
    <>
      <b>
        <Bdi>{one.platform}</Bdi> · <Bdi>{one.channel}</Bdi>
      </b>{" "}
      {w.kinds[one.kind]}
      <ul>
        {one.fields.map(({ field, before, after }) => (
          <li key={field}>{w.was(field, before, after)}</li>
        ))}
      </ul>
    </>
  );
}
