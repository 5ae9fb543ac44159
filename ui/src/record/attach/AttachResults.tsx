import type { ReactNode } from "react";
import type { AttachedView } from "../../host";
import { Bdi, Button, Dialog, Pill } from "../../kit";
import { w } from "../words";
import styles from "./attach.module.css";

/** What became of every file, where that is not simply "attached": none is left out. */
export function AttachResults(props: {
  results: readonly AttachedView[];
  onClose: () => void;
}): ReactNode {
  const { results } = props;
  const attached = results.filter((one) => one.exhibit !== null).length;
  return (
    <Dialog
      title={w.attachedOf(attached, results.length)}
      isOpen
      onClose={props.onClose}
      footer={
        <Button variant="primary" autoFocus onPress={props.onClose}>
          {w.close}
        </Button>
      }
    >
      <ul className={styles.files}>
        {results.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the files given; names may repeat.
          <li key={n}>
            <Bdi>{one.file_name}</Bdi>
            <Result result={one} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Result(props: { result: AttachedView }): ReactNode {
  const { exhibit, refused } = props.result;
  if (exhibit === null) {
    return (
      <span className={styles.outcome}>
        <Pill tone="warn">{w.refused}</Pill> {refused ?? w.refusedNoReason}
      </span>
    );
  }
  return (
    <span className={styles.outcome}>
      <Pill tone="ok">{exhibit.number}</Pill>
      {exhibit.duplicate_of !== null && <> {w.sameBytesAs(exhibit.duplicate_of)}</>}
    </span>
  );
}
