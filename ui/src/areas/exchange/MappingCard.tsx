/** What the columns are read by: a kept mapping, a known form, or their headers; and keeping it for the next file. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type ImportPreviewView,
  type MappingKind,
  type MappingView,
  type SavedMappingView,
  useHost,
} from "../../host";
import { Button, Card, Select, useCommand } from "../../kit";
import { w } from "./importWords";
import { KeepMapping } from "./KeepMapping";
import styles from "./MappingCard.module.css";
import { MappingList } from "./MappingList";

/** What a preview says of mappings. */
type Mapped = Pick<ImportPreviewView, "mapping" | "offered">;

/** The card of the preview. */
export function MappingCard(props: {
  preview: Mapped;
  kind: MappingKind;
  isBusy: boolean;
  /** Keeps what is shown under a name. */
  onKeep: (name: string, replaces: boolean) => Promise<null>;
  /** A name, or nothing for what the headers say. */
  onMapping: (name: string) => void;
}): ReactNode {
  const { preview, kind, isBusy, onMapping } = props;
  const host = useHost();
  const [isKeeping, setKeeping] = useState(false);
  const [isListing, setListing] = useState(false);
  const kept = useQuery<SavedMappingView[]>({
    queryKey: ["mappings", kind],
    queryFn: () => host.commands.mappings(kind),
  });
  useCommand("exchange.mapping", () => setKeeping(true), !isBusy);
  const options = choicesOf(preview, kept.data ?? []);
  return (
    <Card title={w.mapping.title}>
      <div className={styles.line}>
        {options.length > 1 && (
          <Select
            label={w.mapping.offered}
            value={preview.mapping?.name ?? ""}
            options={options}
            onChange={onMapping}
          />
        )}
        <div className={styles.said} role="status">
          <p>{saidOf(preview.mapping)}</p>
          <Misfit mapping={preview.mapping} />
        </div>
        <div className={styles.acts}>
          <Button icon="save" isDisabled={isBusy} onPress={() => setKeeping(true)}>
            {w.mapping.keep}
          </Button>
          <Button variant="quiet" onPress={() => setListing(true)}>
            {w.mapping.manage}
          </Button>
        </div>
      </div>
      <KeepMapping
        mapping={preview.mapping}
        onKeep={props.onKeep}
        isOpen={isKeeping}
        onClose={() => setKeeping(false)}
        kept={kept.data ?? []}
      />
      <MappingList
        kind={kind}
        isOpen={isListing}
        onClose={() => setListing(false)}
        kept={kept.data ?? []}
      />
    </Card>
  );
}

function Misfit(props: { mapping: MappingView | null }): ReactNode {
  const { mapping } = props;
  if (mapping === null || mapping.origin === "known") return null;
  return (
    <>
      {mapping.missing.length > 0 && (
        <p className={styles.misfit}>{w.mapping.missing(mapping.missing.join(", "))}</p>
      )}
      {mapping.new.length > 0 && (
        <p className={styles.misfit}>{w.mapping.new(mapping.new.join(", "))}</p>
      )}
    </>
  );
}

function saidOf(mapping: MappingView | null): string {
  if (mapping === null) return w.mapping.none;
  return mapping.origin === "known"
    ? w.mapping.usedKnown(mapping.title)
    : w.mapping.usedSaved(mapping.name);
}

/** What the header says, what fits, then the other kept ones. */
function choicesOf(preview: Mapped, kept: readonly SavedMappingView[]) {
  const offered = preview.offered.map((one) => ({
    value: one.name,
    label:
      one.origin === "known"
        ? one.title
        : w.mapping.choice(one.name, one.missing.length, one.new.length),
  }));
  const names = new Set(offered.map((one) => one.value));
  const used = preview.mapping;
  const beside = used !== null && !names.has(used.name) ? [used.name] : [];
  const others = kept.map((one) => one.name).filter((name) => !names.has(name));
  return [
    { value: "", label: w.mapping.guess },
    ...offered,
    ...[...new Set([...beside, ...others])].map((value) => ({ value, label: value })),
  ];
}
