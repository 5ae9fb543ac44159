/** Whether one of two linked accounts is the other come back: proposed by the program, said by an officer. */
import { type ReactNode, useState } from "react";
import { type LinkedView, type SuccessionView, useHost } from "../../host";
import { Bdi, Button, Dialog, FormButtons, TextArea, Time, useToast } from "../../kit";
import { useBusy } from "../useBusy";
import styles from "./links.module.css";
import { w } from "./livesWords";

/** What is said of a succession, and the ways to say it. `account` is the one the link was asked of. */
export function Succession(props: { account: string; link: LinkedView }): ReactNode {
  const { link } = props;
  const { succession } = link;
  const [asks, setAsks] = useState<"confirm" | "refuse" | null>(null);
  const { takeBack, isBusy, error } = useTakeBack();
  if (succession === null) return null;
  const { id, verdict } = succession;
  const { label } = link.account;
  return (
    <div className={styles.succession}>
      <span>
        {words(succession)}
        {succession.gone !== null && (
          <>
            {" "}
            {w.gone} <Time at={succession.gone} show="date" />.
          </>
        )}{" "}
        {succession.reason !== null && <Bdi>{succession.reason}</Bdi>}
      </span>
      <span className={styles.acts}>
        {verdict !== "confirmed" && (
          <Button size="small" ariaLabel={w.confirmOf(label)} onPress={() => setAsks("confirm")}>
            {w.confirm}
          </Button>
        )}
        {verdict !== "refused" && (
          <Button size="small" ariaLabel={w.refuseOf(label)} onPress={() => setAsks("refuse")}>
            {w.refuse}
          </Button>
        )}
        {id !== null && (
          <Button
            size="small"
            isPending={isBusy}
            ariaLabel={w.takeBackOf(label)}
            onPress={() => void takeBack(id)}
          >
            {w.takeBack}
          </Button>
        )}
      </span>
      {error !== null && <span role="alert">{error}</span>}
      {asks !== null && (
        <Say {...props} succession={succession} what={asks} onClose={() => setAsks(null)} />
      )}
    </div>
  );
}

function words(succession: SuccessionView): string {
  const { verdict, is_after, officer } = succession;
  const way = is_after ? "after" : "before";
  if (verdict === "proposed") return w.proposed[way];
  return verdict === "confirmed" ? w.confirmed[way](officer ?? "") : w.refused(officer ?? "");
}

function useTakeBack() {
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const takeBack = (id: string) =>
    run(async () => {
      await host.commands.takeBackSuccession(id);
      toast({ text: w.tookBack, tone: "ok" });
    });
  return { takeBack, isBusy, error };
}

function Say(props: {
  account: string;
  link: LinkedView;
  succession: SuccessionView;
  what: "confirm" | "refuse";
  onClose: () => void;
}): ReactNode {
  const { account, link, what, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const { isBusy, error, run } = useBusy();
  const say = async () => {
    const [later, earlier] = props.succession.is_after
      ? [link.account.id, account]
      : [account, link.account.id];
    const { set } = await host.commands.saySuccession({
      account: later,
      predecessor: earlier,
      is_confirmed: what === "confirm",
      reason: reason.trim(),
    });
    toast({ text: w.said, tone: "ok", undo: () => host.commands.undo(set) });
    onClose();
  };
  return (
    <Dialog
      title={what === "confirm" ? w.titleConfirm : w.titleRefuse}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={what === "confirm" ? w.confirm : w.refuse}
          isBusy={isBusy}
          onAct={() => void run(say)}
        />
      }
    >
      <TextArea label={w.reason} value={reason} onChange={setReason} rows={3} autoFocus />
      {error !== null && <p role="alert">{error}</p>}
    </Dialog>
  );
}
