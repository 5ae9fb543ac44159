/** Writes everything that is held of one account: for whom and what for is asked first and logged. */
import { type ReactNode, useState } from "react";
import { type AccountReportFormat, useHost } from "../../host";
import { Dialog, FormButtons, Segmented, TextField, useToast } from "../../kit";
import dialog from "../act/ActDialog.module.css";
import { missingOf } from "../missing";
import { useActed } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "./words";

/** The question. */
export function ReportDialog(props: {
  account: { id: string; label: string };
  onClose: () => void;
}): ReactNode {
  const { account, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const { form, change, clear } = useKeptForm(`report/${account.id}`, {
    recipient: "",
    purpose: "",
  });
  const [format, setFormat] = useState<AccountReportFormat>("pdf");
  const { isBusy, error, run } = useBusy();
  const missing = missingOf([
    form.recipient.trim() === "" && w.recipient,
    form.purpose.trim() === "" && w.purpose,
  ]);
  const write = () =>
    run(async () => {
      const [place] = await host.commands.choose("save-paper", w.fileName(format));
      if (place === undefined) return;
      acted(account.id);
      const done = await host.commands.reportAccount({
        account: account.id,
        format,
        recipient: form.recipient.trim(),
        purpose: form.purpose.trim(),
        place: place.token,
      });
      await clear();
      toast({ text: w.written(done.file_name, done.left_out.length), tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={w.title(account.label)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.write}
          missing={missing}
          isBusy={isBusy}
          onAct={() => void write()}
        />
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>{w.lead}</p>
        <TextField
          label={w.recipient}
          value={form.recipient}
          onChange={(recipient) => change({ recipient })}
          autoFocus
        />
        <TextField
          label={w.purpose}
          value={form.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <Segmented<AccountReportFormat>
          label={w.format}
          value={format}
          onChange={setFormat}
          options={[
            { value: "pdf", label: w.formats.pdf },
            { value: "json", label: w.formats.json },
          ]}
        />
        {error !== null && (
          <p role="alert" className={dialog.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
