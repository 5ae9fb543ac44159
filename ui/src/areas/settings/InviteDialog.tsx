import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Role, useHost, useSession } from "../../host";
import { Button, Dialog, ErrorState, RadioList, TextField, useToast } from "../../kit";
import { useKeptForm } from "../../record/useKeptForm";
import styles from "./settings.module.css";
import { w } from "./words";

const ROLES = ["officer", "supervisor", "reader"] as const satisfies readonly Role[];

type InviteForm = { name: string; number: string; role: Role | null };

/** What is asked of the inviting officer, and the writing of the invitation. The recovery key is never kept. */
function useInvitation(onDone: () => void) {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { officer } = useSession();
  const { form, change, clear } = useKeptForm<InviteForm>("invite", {
    name: "",
    number: "",
    role: null,
  });
  const { role } = form;
  const [recoveryKey, setRecoveryKey] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const name = form.name.trim();
  const number = form.number.trim();
  const needsKey = role === "supervisor" && officer.role !== "supervisor";
  const key = recoveryKey.trim();
  const isWhole = name !== "" && number !== "" && role !== null && (!needsKey || key !== "");
  const save = async () => {
    if (role === null) return;
    setError(null);
    setBusy(true);
    try {
      const [place] = await host.commands.choose("save-invitation", `invitation-${number}.txt`);
      if (!place) return;
      const request = { name, number, role, recovery_key: needsKey ? key : null };
      const invited = await host.commands.inviteOfficer(request, place.token);
      await clear();
      toast({ text: w.invited(invited.name), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["officers"] });
      onDone();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { form, change, recoveryKey, setRecoveryKey, error, isBusy, needsKey, isWhole, save };
}

/** Asks who is invited and as what, and writes the invitation where the officer says. */
export function InviteDialog(props: { onClose: () => void }): ReactNode {
  const invitation = useInvitation(props.onClose);
  const { form, change } = invitation;
  return (
    <Dialog
      title={w.invite}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            icon="save"
            isDisabled={!invitation.isWhole}
            isPending={invitation.isBusy}
            onPress={() => void invitation.save()}
          >
            {w.inviteSave}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{w.inviteText}</p>
      {invitation.error !== null && <ErrorState error={invitation.error} isInline />}
      <TextField label={w.name} value={form.name} onChange={(name) => change({ name })} autoFocus />
      <TextField label={w.number} value={form.number} onChange={(number) => change({ number })} />
      <RadioList
        label={w.role}
        value={form.role}
        onChange={(role) => change({ role })}
        options={ROLES.map((value) => ({
          value,
          label: w.roles[value],
          detail: w.roleText[value],
        }))}
      />
      {invitation.needsKey && (
        <TextField
          label={w.recoveryKey}
          description={w.recoveryKeyText}
          type="password"
          value={invitation.recoveryKey}
          onChange={invitation.setRecoveryKey}
        />
      )}
    </Dialog>
  );
}
