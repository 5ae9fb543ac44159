/** One channel, as the unit has it. Saving it makes a new version of the directory. */
import { type ReactNode, useState } from "react";
import type { ChannelLineView, ChannelView, DirectoryView } from "../../../host";
import { Button, Checkbox, Dialog, Select, TextField } from "../../../kit";
import { Refused } from "../lexicons/Refused";
import styles from "./directory.module.css";
import { useDirectoryChange } from "./useDirectoryChange";
import { w } from "./words";

const TEXTS = [
  "name",
  "address",
  "accepts",
  "required",
  "identifiers",
  "most",
  "formats",
  "attachments",
  "language",
  "user_told",
  "preservation",
  "usual_time",
  "source",
  "date",
] as const satisfies readonly (keyof ChannelView)[];

/** Fields that take the whole width. */
const WIDE: ReadonlySet<string> = new Set(["accepts", "required", "identifiers", "source"]);

const EMPTY: ChannelView = {
  platform: "",
  channel: "",
  name: "",
  address: "",
  accepts: "",
  required: "not published",
  identifiers: "not published",
  most: "not published",
  formats: "not published",
  attachments: "not published",
  language: "not published",
  user_told: "not published",
  preservation: "not published",
  usual_time: "not published",
  source: "",
  date: "",
  review_days: 180,
  needs: "",
  most_items: null,
  answer_days: null,
};

/** Adds a channel, or changes the one given. What breaks a rule is said by the core, and nothing is kept. */
export function ChannelDialog(props: {
  directory: DirectoryView;
  line: ChannelLineView | null;
  onClose: () => void;
}): ReactNode {
  const { directory, line, onClose } = props;
  const [form, setForm] = useState<ChannelView>(line?.channel ?? EMPTY);
  const { save, isBusy, error } = useDirectoryChange(directory, onClose);
  const before: [string, string] | null =
    line === null ? null : [line.channel.platform, line.channel.channel];
  return (
    <Dialog
      title={line === null ? w.addTitle : w.changeTitle(line.channel.name, line.platform_name)}
      isOpen
      onClose={onClose}
      footer={
        <>
          {before !== null && (
            <Button variant="quiet" onPress={() => void save({ before, after: null })}>
              {w.remove}
            </Button>
          )}
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isPending={isBusy}
            onPress={() => void save({ before, after: form })}
          >
            {w.save}
          </Button>
        </>
      }
    >
      <Fields
        directory={directory}
        form={form}
        isNew={line === null}
        onChange={(patch) => setForm({ ...form, ...patch })}
      />
      {error !== null && <Refused title={w.refused}>{error}</Refused>}
    </Dialog>
  );
}

type Change = (patch: Partial<ChannelView>) => void;

function Fields(props: {
  directory: DirectoryView;
  form: ChannelView;
  isNew: boolean;
  onChange: Change;
}): ReactNode {
  const { directory, form, isNew, onChange } = props;
  return (
    <div className={styles.form}>
      {isNew && (
        <>
          <Select
            label={w.platform}
            value={form.platform}
            onChange={(platform) => onChange({ platform })}
            options={directory.platforms.map(([value, label]) => ({ value, label }))}
            isRequired
          />
          <Select
            label={w.kind}
            value={form.channel}
            onChange={(channel) => onChange({ channel })}
            options={directory.kinds.map((value) => ({ value, label: value }))}
            isRequired
          />
        </>
      )}
      {TEXTS.map((field) => (
        <div key={field} className={WIDE.has(field) ? styles.wide : undefined}>
          <TextField
            label={w.fields[field]}
            value={form[field]}
            onChange={(value) => onChange({ [field]: value })}
            description={field === "date" ? w.dateHow : undefined}
          />
        </div>
      ))}
      <Numbers form={form} onChange={onChange} />
      <Needs directory={directory} form={form} onChange={onChange} />
      <p className={`${styles.wide} ${styles.quiet}`}>{w.notPublished}</p>
    </div>
  );
}

/** A whole number, or none where the field is empty; anything else is kept from the form. */
function numberOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  return /^\d{1,5}$/u.test(text.trim()) ? Number(text.trim()) : undefined;
}

function Numbers(props: { form: ChannelView; onChange: Change }): ReactNode {
  const { form, onChange } = props;
  return (
    <>
      <TextField
        label={w.mostItems}
        description={w.mayBeEmpty}
        value={form.most_items === null ? "" : String(form.most_items)}
        onChange={(text) => {
          const most_items = numberOf(text);
          if (most_items !== undefined) onChange({ most_items });
        }}
        dir="ltr"
      />
      <TextField
        label={w.answerDaysField}
        description={w.mayBeEmpty}
        value={form.answer_days === null ? "" : String(form.answer_days)}
        onChange={(text) => {
          const answer_days = numberOf(text);
          if (answer_days !== undefined) onChange({ answer_days });
        }}
        dir="ltr"
      />
      <TextField
        label={w.reviewDays}
        value={form.review_days === 0 ? "" : String(form.review_days)}
        onChange={(text) => {
          const review_days = numberOf(text);
          if (review_days !== undefined) onChange({ review_days: review_days ?? 0 });
        }}
        dir="ltr"
      />
    </>
  );
}

function Needs(props: {
  directory: DirectoryView;
  form: ChannelView;
  onChange: Change;
}): ReactNode {
  const { directory, form, onChange } = props;
  const chosen = form.needs.split(";").filter((need) => need !== "");
  const turn = (need: string, isOn: boolean) =>
    onChange({
      needs: (isOn ? [...chosen, need] : chosen.filter((one) => one !== need)).join(";"),
    });
  return (
    <fieldset className={styles.needs}>
      <legend>{w.needs}</legend>
      {directory.needs.map(([need, words]) => (
        <Checkbox
          key={need}
          isSelected={chosen.includes(need)}
          onChange={(isOn) => turn(need, isOn)}
        >
          {w.needWords(words)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
