/** What can be done with all ticked accounts at once. Refer and safeguarding never are. */
import { type ReactNode, useState } from "react";
import { ALL_PICKED, Button, LinkButton, NONE_PICKED, type Picked, pickedCount } from "../../kit";
import { LinguistDialog } from "../../record/linguist/LinguistDialog";
import { w as linguist } from "../../record/linguist/words";
import styles from "./accounts.module.css";
import { BulkDialog, type BulkKind } from "./BulkDialog";
import type { Chosen } from "./chosen";
import type { AccountColumn } from "./columns";
import { ExportView } from "./ExportView";
import { w } from "./words";

/** The line over the grid while rows are ticked. */
export function BulkBar(props: {
  picked: Picked;
  onPicked: (picked: Picked) => void;
  total: number;
  chosen: Chosen;
  columns: readonly AccountColumn[];
}): ReactNode {
  const { picked, onPicked, total } = props;
  const [open, setOpen] = useState<BulkKind | "export" | "linguist" | null>(null);
  const n = pickedCount(picked, total);
  const close = () => setOpen(null);
  if (n === 0 && open === null) return null;
  return (
    <div role="group" aria-label={w.bulk.label} className={styles.bulk}>
      <span role="status" className={styles.bulkCount}>
        {w.bulk.selected(n, total)}
      </span>
      {n < total && (
        <LinkButton onPress={() => onPicked(ALL_PICKED)}>{w.bulk.selectAll(total)}</LinkButton>
      )}
      <Button size="small" onPress={() => setOpen("assign")}>
        {w.bulk.assign}
      </Button>
      <Button size="small" onPress={() => setOpen("tag")}>
        {w.bulk.tag}
      </Button>
      <Button size="small" onPress={() => setOpen("untag")}>
        {w.bulk.untag}
      </Button>
      <Button size="small" onPress={() => setOpen("no-action")}>
        {w.bulk.noAction}
      </Button>
      <Button size="small" icon="export" onPress={() => setOpen("export")}>
        {w.bulk.export}
      </Button>
      <Button size="small" onPress={() => setOpen("linguist")}>
        {linguist.bulk}
      </Button>
      <LinkButton onPress={() => onPicked(NONE_PICKED)}>{w.bulk.clear}</LinkButton>
      {open === "linguist" && <LinguistDialog given={props.chosen} onClose={close} />}
      {open !== null && open !== "export" && open !== "linguist" && (
        <BulkDialog
          kind={open}
          count={n}
          chosen={props.chosen}
          onClose={close}
          onDone={() => onPicked(NONE_PICKED)}
        />
      )}
      {open === "export" && (
        <ExportView count={n} chosen={props.chosen} columns={props.columns} onClose={close} />
      )}
    </div>
  );
}
