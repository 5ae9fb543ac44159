import { type ReactNode, useState } from "react";
import { type AccountView, type ActionKind, type SafeguardingKind, useHost } from "../../host";
import { Bdi, Button, ConfirmLine, Dialog, Select, TextArea, TextField, useToast } from "../../kit";
import { missingOf } from "../missing";
import { readMoment } from "../moment";
import { useActed } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { w } from "../words";
import styles from "./ActDialog.module.css";

const KINDS = [
  "life-at-sea",
  "hostage",
  "missing",
  "child",
  "trafficking",
  "other",
] as const satisfies readonly SafeguardingKind[];

/**
 * Records who was told what: safeguarding, an intelligence report, or a request to preserve. It
 * never closes the account. The last step is a line that names the account.
 */
export function ActDialog(props: {
  account: AccountView;
  action: ActionKind;
  onClose: () => void;
}): ReactNode {
  const { account, action, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const words = w.act[action];
  const [kind, setKind] = useState<SafeguardingKind | null>(
    action === "safeguarding" ? null : "other",
  );
  const [told, setTold] = useState(action === "preservation" ? account.platform_name : "");
  const [by, setBy] = useState("");
  const [reference, setReference] = useState("");
  const [known, setKnown] = useState("");
  const [at, setAt] = useState("");
  const [isAsking, setAsking] = useState(false);
  const { isBusy, error, run } = useBusy();
  const moment = at.trim() === "" ? null : readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([
    kind === null && w.act.kind,
    told.trim() === "" && words.told,
    action === "safeguarding" && by.trim() === "" && w.act.by,
    action !== "preservation" && known.trim() === "" && words.known,
    isUnread && w.act.at,
  ]);
  const save = () =>
    run(async () => {
      if (kind === null) {
        return;
      }
      acted(account.id);
      await host.commands.act({
        account: account.id,
        action,
        kind,
        told: told.trim(),
        by: orNull(by),
        reference: orNull(reference),
        known: orNull(known),
        at: moment,
      });
      toast({ text: words.done, tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={
        <>
          {words.title} <Bdi>{account.label}</Bdi>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      footer={
        isAsking ? (
          <ConfirmLine
            isOpen
            action={words.action}
            tone={action === "safeguarding" ? "danger" : "primary"}
            isPending={isBusy}
            onConfirm={() => void save()}
            onCancel={() => setAsking(false)}
          >
            {words.line(account.label, account.platform_name)}
          </ConfirmLine>
        ) : (
          <>
            <Button onPress={onClose}>{w.cancel}</Button>
            <Button
              variant={action === "safeguarding" ? "danger" : "primary"}
              isDisabled={missing !== null}
              why={missing ?? undefined}
              onPress={() => setAsking(true)}
            >
              {words.action}
            </Button>
          </>
        )
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null) {
            setAsking(true);
          }
        }}
      >
        <p className={styles.lead}>{words.lead}</p>
        {action === "safeguarding" && (
          <Select
            label={w.act.kind}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: w.safeguardingKind[value] }))}
          />
        )}
        <div className={styles.two}>
          <TextField
            label={words.told}
            value={told}
            onChange={setTold}
            placeholder={words.toldExample}
            autoFocus={action !== "safeguarding"}
          />
          <TextField label={w.act.by} value={by} onChange={setBy} placeholder={w.act.byExample} />
        </div>
        <div className={styles.two}>
          <TextField label={w.act.reference} value={reference} onChange={setReference} />
          <TextField
            label={w.act.at}
            value={at}
            onChange={setAt}
            placeholder={w.act.atExample}
            description={isUnread ? undefined : w.act.atEmpty}
            error={isUnread ? w.momentUnread : undefined}
            dir="ltr"
          />
        </div>
        <TextArea label={words.known} value={known} onChange={setKnown} rows={4} />
        {missing !== null && <p className={styles.missing}>{w.needed(missing)}</p>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
