/** A report of the period: for the unit, for publication, for the press. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ReportFormat, type ReportKind, type StatsRequest, useHost } from "../../host";
import { Button, Dialog, ErrorState, Segmented, TextArea, useToast } from "../../kit";
import styles from "./outcomes.module.css";
import { w } from "./reportWords";

const KINDS = ["monthly", "yearly", "press"] as const satisfies readonly ReportKind[];
const FORMATS = ["pdf", "csv", "json"] as const satisfies readonly ReportFormat[];

/** Asks what for and in which form, then where it goes. */
export function Report(props: {
  request: StatsRequest | null;
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  const host = useHost();
  const toast = useToast();
  const [kind, setKind] = useState<ReportKind>("monthly");
  const [format, setFormat] = useState<ReportFormat>("pdf");
  const [remarks, setRemarks] = useState("");
  const { request } = props;
  const write = useMutation({
    mutationFn: async (asked: StatsRequest) => {
      const name = `${kind} ${asked.from} to ${asked.to}.${format}`;
      const [place] = await host.commands.choose("save-report", name);
      if (place === undefined) return null;
      return host.commands.writeReport({
        kind,
        format,
        from: asked.from,
        to: asked.to,
        as_at: asked.as_at,
        with_imported: asked.with_imported,
        unit: kind === "press" ? asked.unit : null,
        remarks,
        place: place.token,
      });
    },
    onSuccess: (done) => {
      if (done === null) return;
      const words =
        done.held_back > 0
          ? w.writtenHeld(done.file_name, done.held_back)
          : w.written(done.file_name);
      toast({ text: words, tone: "ok" });
      props.onClose();
    },
  });
  return (
    <Dialog
      title={w.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      footer={
        <Button
          variant="primary"
          isDisabled={request === null}
          isPending={write.isPending}
          why={w.logged}
          onPress={() => {
            if (request !== null) write.mutate(request);
          }}
        >
          {w.write}
        </Button>
      }
    >
      <div className={styles.form}>
        {request !== null && <p>{w.period(request.from, request.to)}</p>}
        <Segmented
          label={w.kind}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
        />
        <p className={styles.quiet}>{w.means[kind]}</p>
        <Segmented
          label={w.format}
          value={format}
          onChange={setFormat}
          options={FORMATS.map((value) => ({ value, label: w.formats[value] }))}
        />
        <TextArea label={w.remarks} value={remarks} onChange={setRemarks} />
        <p className={styles.quiet}>{w.logged}</p>
        {write.isError && <ErrorState error={write.error} />}
      </div>
    </Dialog>
  );
}
