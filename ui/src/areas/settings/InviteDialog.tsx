import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Role, useHost, useSession } from "../../host";
import { Button, Dialog, ErrorState, RadioList, TextField, useToast } from "../../kit";
import styles from "./settings.module.css";
import { w } from "./words";

const ROLES = ["officer", "supervisor", "reader"] as const satisfies readonly Role[];

/** Asks who is invited and as what, and writes the invitation where the officer says. */
export function InviteDialog(props: { onClose: () => void }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { officer } = useSession();
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const [role, setRole] = useState<Role | null>(null);
  const [recoveryKey, setRecoveryKey] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const needsKey = role === "supervisor" && officer.role !== "supervisor";
  const isWhole =
    name.trim() !== "" &&
    number.trim() !== "" &&
    role !== null &&
    (!needsKey || recoveryKey.trim() !== "");
  const invite = async () => {
    if (role === null) return;
    setError(null);
    setBusy(true);
    try {
      const [place] = await host.commands.choose(
        "save-invitation",
        `invitation-${number.trim()}.txt`,
      );
      if (!place) return;
      const invited = await host.commands.inviteOfficer(
        {
          name: name.trim(),
          number: number.trim(),
          role,
          recovery_key: needsKey ? recoveryKey.trim() : null,
        },
        place.token,
      );
      toast({ text: w.invited(invited.name), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["officers"] });
      props.onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
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
            isDisabled={!isWhole}
            isPending={isBusy}
            onPress={() => void invite()}
          >
            {w.inviteSave}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{w.inviteText}</p>
      {error !== null && <ErrorState error={error} isInline />}
      <TextField label={w.name} value={name} onChange={setName} autoFocus />
      <TextField label={w.number} value={number} onChange={setNumber} />
      <RadioList
        label={w.role}
        value={role}
        onChange={setRole}
        options={ROLES.map((value) => ({
          value,
          label: w.roles[value],
          detail: w.roleText[value],
        }))}
      />
      {needsKey && (
        <TextField
          label={w.recoveryKey}
          description={w.recoveryKeyText}
          type="password"
          value={recoveryKey}
          onChange={setRecoveryKey}
        />
      )}
    </Dialog>
  );
}
