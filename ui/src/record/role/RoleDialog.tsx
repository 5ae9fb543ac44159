import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type AccountView, type PersonRole, type RestsOn, useHost } from "../../host";
import { Bdi, Dialog, FormButtons, RadioList, TextArea, useToast } from "../../kit";
import { useActed } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { w as record } from "../words";
import styles from "./role.module.css";
import { isKeptApart, isNeverReferred } from "./roles";
import { w } from "./words";

const RESTS = ["fact", "opinion"] as const satisfies readonly RestsOn[];

function useSetRole(account: AccountView, role: PersonRole, onClose: () => void) {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const acted = useActed();
  const [restsOn, setRestsOn] = useState<RestsOn | null>(null);
  const [words, setWords] = useState("");
  const { isBusy, error, run } = useBusy();
  const save = () =>
    run(async () => {
      acted(account.id);
      const done = await host.commands.setRole({
        account: account.id,
        role,
        rests_on: role === "unknown" ? null : restsOn,
        words: words.trim() === "" ? null : words.trim(),
      });
      void client.invalidateQueries({ queryKey: ["account", account.id] });
      const { set } = done;
      toast({
        text: w.saved(account.label, w.said(done.role)),
        tone: "ok",
        ...(set === null
          ? {}
          : {
              undo: async () => {
                const undone = await host.commands.undo(set);
                if (undone.kept > 0) toast({ text: record.undone(undone), tone: "warn" });
              },
            }),
      });
      onClose();
    });
  return { restsOn, setRestsOn, words, setWords, save, isBusy, error };
}

/** Asks what the role rests on and why; nothing is preset. */
export function RoleDialog(props: {
  account: AccountView;
  role: PersonRole;
  onClose: () => void;
}): ReactNode {
  const { account, role, onClose } = props;
  const form = useSetRole(account, role, onClose);
  const isKnown = role !== "unknown";
  const missing = isKnown && form.restsOn === null ? w.needsRest : null;
  return (
    <Dialog
      title={
        <>
          {w.dialog} <Bdi>{account.label}</Bdi>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.save}
          missing={missing}
          isBusy={form.isBusy}
          onAct={() => void form.save()}
        />
      }
    >
      <div className={styles.form}>
        <p className={styles.what}>
          {w.what} <b>{w.role[role]}</b>. {w.meaning[role]}.
        </p>
        {isKnown && (
          <RadioList
            label={w.rests}
            value={form.restsOn}
            onChange={form.setRestsOn}
            options={RESTS.map((value) => ({
              value,
              label: w.restsOn[value],
              detail: w.restsOnMeans[value],
            }))}
          />
        )}
        <TextArea
          label={w.words}
          description={w.wordsHow}
          value={form.words}
          onChange={form.setWords}
          rows={2}
        />
        {isKeptApart(role) && (
          <p className={styles.note} role="note">
            {w.apart} {isNeverReferred(role) && w.neverReferred}
          </p>
        )}
        {form.error !== null && (
          <p role="alert" className={styles.error}>
            {form.error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
