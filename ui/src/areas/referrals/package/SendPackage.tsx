/** Packs a submission for a second officer at another workstation. Nothing is sent by it. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ColleagueView, type ReferralView, useHost } from "../../../host";
import { Button, Checkbox, Dialog, FormButtons, TextField, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import ask from "../AskFirst.module.css";
import { w } from "./words";

/** The button, for a submission; the question it opens. */
export function SendPackage(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const [isOpen, setOpen] = useState(false);
  if (referral.state !== "submitted") return null;
  return (
    <>
      <Button size="small" icon="export" onPress={() => setOpen(true)}>
        {w.send}
      </Button>
      {isOpen && <PackDialog referral={referral} onClose={() => setOpen(false)} />}
    </>
  );
}

function PackDialog(props: { referral: ReferralView; onClose: () => void }): ReactNode {
  const { referral, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [other, setOther] = useState("");
  const all = useQuery({ queryKey: ["colleagues"], queryFn: () => host.commands.colleagues() });
  const to = [...chosen, ...(other.trim() === "" ? [] : [other.trim()])];
  const pack = () =>
    run(async () => {
      const name = `${referral.outside_reference}.package`;
      const [place] = await host.commands.choose("save-package", name);
      if (place === undefined) return;
      const packed = await host.commands.packReferral({ referral: referral.id, to }, place.token);
      toast({ text: w.packed(packed.file_name, packed.exhibits), tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={w.sendTitle(referral.label)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.pack}
          missing={to.length === 0 ? w.packWhy : null}
          isBusy={isBusy}
          onAct={() => void pack()}
        />
      }
    >
      <div className={ask.form}>
        <p className={ask.note}>{w.sendText}</p>
        <Choices all={all.data ?? []} chosen={chosen} onChange={setChosen} />
        <TextField
          label={w.recipient}
          description={w.recipientText}
          value={other}
          onChange={setOther}
          dir="ltr"
        />
        {error !== null && (
          <p role="alert" className={ask.warn}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Choices(props: {
  all: readonly ColleagueView[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { all, chosen, onChange } = props;
  if (all.length === 0) return <p className={ask.note}>{w.noColleague}</p>;
  const turn = (number: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(number);
    else next.delete(number);
    onChange(next);
  };
  return (
    <fieldset className={ask.form}>
      <legend>{w.colleagues}</legend>
      {all.map((one) => (
        <Checkbox
          key={one.id}
          isSelected={chosen.has(one.number)}
          onChange={(isOn) => turn(one.number, isOn)}
        >
          {`\u2068${one.name}\u2069, ${one.number}`}
          {one.confirmed_by === null && ` (${w.unconfirmed})`}
        </Checkbox>
      ))}
    </fieldset>
  );
}
