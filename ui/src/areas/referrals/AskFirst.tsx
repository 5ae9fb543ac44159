/** Which desk was asked whether a referral burns a live investigation, and what it answered. */
import type { ReactNode } from "react";
import { type AskFirstAnswer, type ReferralView, useHost } from "../../host";
import {
  Bdi,
  Dialog,
  FormButtons,
  LinkButton,
  Pill,
  RadioList,
  Section,
  Select,
  TextField,
  type Tone,
  useToast,
  WorldTimeText,
} from "../../kit";
import { missingOf } from "../../record/missing";
import { readMoment } from "../../record/moment";
import { isAlike } from "../../record/register/hits";
import { useRegisterHits } from "../../record/register/RegisterMark";
import { useKeptForm } from "../../record/useKeptForm";
import styles from "./AskFirst.module.css";
import { useActs } from "./useRows";
import { w } from "./words";

const ANSWERS: readonly AskFirstAnswer[] = ["go", "hold", "refuse"];
const TONES: Readonly<Record<AskFirstAnswer, Tone>> = { go: "ok", hold: "warn", refuse: "warn" };

/** The answers so far, in the side pane. */
export function AskedSection(props: {
  referral: ReferralView;
  /** Nothing is entered any more once it was sent. */
  onAsk?: () => void;
}): ReactNode {
  const { asked, items } = props.referral;
  const nameOf = (id: string) => items.find((one) => one.id === id)?.label ?? "";
  return (
    <Section title={w.ready.askedFirst}>
      {asked.length === 0 && <p className={styles.note}>{w.ready.notAsked}</p>}
      <ul className={styles.list}>
        {asked.map((one) => (
          <li key={`${one.desk}/${one.item}`} className={styles.line}>
            <b>
              <Bdi>{one.desk}</Bdi>
            </b>{" "}
            <Pill tone={TONES[one.answer]}>{w.ask.answers[one.answer]}</Pill>
            <span className={styles.note}>
              {one.item !== null && (
                <>
                  <Bdi>{nameOf(one.item)}</Bdi>,{" "}
                </>
              )}
              <bdi>{one.reference}</bdi>, <WorldTimeText time={one.asked} />
            </span>
          </li>
        ))}
      </ul>
      {props.onAsk && <LinkButton onPress={props.onAsk}>{w.ready.enterAnswer}</LinkButton>}
    </Section>
  );
}

/** Enters what a desk answered. */
export function AskFirstDialog(props: { referral: ReferralView; onClose: () => void }): ReactNode {
  const { referral, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { form, change, clear } = useKeptForm(`ask-first/${referral.id}`, EMPTY);
  const item = referral.items.find((one) => one.id === form.item);
  const answer = ANSWERS.find((one) => one === form.answer) ?? null;
  const { act, isBusy, error } = useActs();
  const moment = form.at.trim() === "" ? null : readMoment(form.at);
  const isUnread = form.at.trim() !== "" && moment === null;
  const missing = missingOf([
    form.desk.trim() === "" && w.ask.desk,
    answer === null && w.ask.answer,
    form.reference.trim() === "" && w.ask.reference,
    isUnread && w.ask.at,
  ]);
  const save = () =>
    act(async () => {
      const desk = form.desk.trim();
      const view = await host.commands.askFirst({
        referral: referral.id,
        item: item?.id ?? null,
        desk,
        answer: answer ?? "hold",
        reference: form.reference.trim(),
        at: moment,
      });
      await clear();
      toast({ text: w.ask.done(desk), tone: "ok" });
      onClose();
      return view;
    });
  return (
    <Dialog
      title={w.ask.title}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.ask.cancel}
          action={w.ask.action}
          missing={missing}
          isBusy={isBusy}
          onAct={() => void save()}
        />
      }
    >
      <div className={styles.form}>
        <p className={styles.note}>{w.ask.lead}</p>
        {referral.state !== "draft" && <p className={styles.warn}>{w.ask.voids}</p>}
        <OnRegister referral={referral} onPick={change} />
        <Select
          label={w.ask.about}
          value={item?.id ?? WHOLE}
          onChange={(id) => change({ item: id === WHOLE ? "" : id })}
          options={[
            { value: WHOLE, label: w.ask.whole },
            ...referral.items.map((one) => ({
              value: one.id,
              label: `${one.position}. ${one.label}`,
            })),
          ]}
        />
        <TextField
          label={w.ask.desk}
          value={form.desk}
          onChange={(desk) => change({ desk })}
          autoFocus
        />
        <RadioList<AskFirstAnswer>
          label={w.ask.answer}
          value={answer}
          onChange={(value) => change({ answer: value })}
          options={ANSWERS.map((value) => ({
            value,
            label: w.ask.answers[value],
            detail: w.ask.details[value],
          }))}
        />
        <TextField
          label={w.ask.reference}
          value={form.reference}
          onChange={(reference) => change({ reference })}
        />
        <TextField
          label={w.ask.at}
          value={form.at}
          onChange={(at) => change({ at })}
          placeholder={w.ask.atExample}
          description={isUnread ? undefined : w.ask.atEmpty}
          error={isUnread ? w.ask.atBad : undefined}
          dir="ltr"
        />
        {error !== null && (
          <p role="alert" className={styles.warn}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}

const WHOLE = "whole";

const EMPTY: {
  item: string;
  desk: string;
  answer: string | null;
  reference: string;
  at: string;
} = {
  item: "",
  desk: "",
  answer: null,
  reference: "",
  at: "",
};

/** Whom the register says to ask, item by item; pressing one writes it into the form. */
function OnRegister(props: {
  referral: ReferralView;
  onPick: (about: { item: string; desk: string }) => void;
}): ReactNode {
  const { items } = props.referral;
  const hitsOf = useRegisterHits(items.map((item) => item.account));
  const lines = items.flatMap((item) =>
    hitsOf(item.account)
      .filter((hit) => (hit.list === "ask-first" || isAlike(hit)) && hit.owner !== null)
      .map((hit) => ({ item, owner: hit.owner ?? "", contact: hit.contact })),
  );
  if (lines.length === 0) return null;
  return (
    <div className={styles.register}>
      <b>{w.ask.onRegister}</b>
      <ul>
        {lines.map(({ item, owner, contact }) => (
          <li key={`${item.id}/${owner}`}>
            {item.position}. <Bdi>{item.label}</Bdi>:{" "}
            <LinkButton onPress={() => props.onPick({ item: item.id, desk: owner })}>
              <Bdi>{owner}</Bdi>
            </LinkButton>
            {contact !== null && (
              <>
                , <Bdi>{contact}</Bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
