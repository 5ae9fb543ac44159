import { type ReactNode, useState } from "react";
import {
  type AccountView,
  type AttachedView,
  type AttachRequest,
  codeOf,
  useHost,
  type WarningTag,
} from "../../host";
import { Bdi, Button, Dialog, newJob, Progress, Select, TextField, useToast } from "../../kit";
import { bytes } from "../../lib/numbers";
import { defang } from "../defang";
import { WarningTags } from "../exhibit/WarningTags";
import { missingOf } from "../missing";
import { readMoment, writeMoment } from "../moment";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import { AttachResults } from "./AttachResults";
import styles from "./attach.module.css";
import type { Attachable } from "./useAttach";

const METHODS = [
  "screenshot",
  "screen-recording",
  "download",
  "platform-export",
  "photograph",
] as const;

type Capture = {
  source: string;
  at: string;
  method: string | null;
  warnings: WarningTag[];
};

/** Where it is kept: with these very files, so that nothing of it is preset for others. */
function placeOf(account: AccountView, what: Attachable): string {
  if (what.kind === "clipboard") {
    return `attach/${account.id}/clipboard`;
  }
  const size = what.files.reduce((sum, file) => sum + Number(file.size), 0);
  const name = [...(what.files[0]?.name ?? "")].slice(0, 24).join("");
  return `attach/${account.id}/${what.files.length}.${size}.${name}`;
}

/** What is said about the capture, what is missing of it, and how it is taken in. */
function useAttachForm(
  account: AccountView,
  what: Attachable,
  onDone: (results: readonly AttachedView[]) => void,
  onCancelled: () => void,
) {
  const host = useHost();
  const {
    form: capture,
    change: set,
    clear,
  } = useKeptForm<Capture>(placeOf(account, what), {
    source: "",
    at: "",
    method: null,
    warnings: [],
  });
  const [job, setJob] = useState<string | null>(null);
  const { isBusy, error, run } = useBusy();
  const { source, at, method, warnings } = capture;
  const moment = readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([
    isUnread && w.capturedAt,
    what.kind === "files" && method === null && w.captureMethod,
  ]);
  const take = async () => {
    const request: AttachRequest = {
      account: account.id,
      files: what.kind === "files" ? what.files.map((file) => file.token) : [],
      source_url: source.trim() === "" ? null : source.trim(),
      captured_at: moment,
      method,
      warnings,
    };
    const work = newJob();
    setJob(work);
    try {
      const done =
        what.kind === "clipboard"
          ? [await host.commands.attachClipboard(request)]
          : await host.commands.attach(request, work);
      await clear();
      onDone(done);
    } catch (thrown) {
      if (codeOf(thrown) !== "cancelled") {
        throw thrown;
      }
      onCancelled();
    } finally {
      setJob(null);
    }
  };
  return { ...capture, set, clear, isUnread, missing, attach: () => run(take), isBusy, error, job };
}

/**
 * Where, when and how the files were captured, asked before they are taken in. Nothing is guessed:
 * the time stays empty until given.
 */
export function AttachSheet(props: {
  account: AccountView;
  what: Attachable;
  onClose: () => void;
}): ReactNode {
  const { account, what } = props;
  const toast = useToast();
  const [results, setResults] = useState<readonly AttachedView[] | null>(null);
  const onClose = () => {
    if (what.kind === "clipboard") {
      void form.clear();
    }
    props.onClose();
  };
  const finish = (done: readonly AttachedView[]) => {
    const isPlain = done.every((one) => one.exhibit !== null && one.exhibit.duplicate_of === null);
    if (!isPlain) {
      setResults(done);
      return;
    }
    toast({ text: w.attached(done.flatMap((one) => one.exhibit?.number ?? [])), tone: "ok" });
    onClose();
  };
  const form = useAttachForm(account, what, finish, () => {
    toast({ text: w.attachCancelled, tone: "warn" });
    onClose();
  });
  const { missing, isBusy } = form;
  if (results !== null) {
    return <AttachResults results={results} onClose={onClose} />;
  }
  return (
    <Dialog
      title={
        <>
          {w.attachTitle} <Bdi>{account.label}</Bdi>
        </>
      }
      isOpen
      onClose={onClose}
      isDismissable={!isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {w.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={missing !== null}
            isPending={isBusy}
            why={missing ?? undefined}
            onPress={() => void form.attach()}
          >
            {w.attachAction(what.kind === "files" ? what.files.length : 1)}
          </Button>
        </>
      }
    >
      <CaptureFields what={what} form={form} address={account.canonical_url} />
    </Dialog>
  );
}

function CaptureFields(props: {
  what: Attachable;
  form: ReturnType<typeof useAttachForm>;
  /** The account's own address: offered, never preset, since nobody but the officer knows the source. */
  address: string | null;
}): ReactNode {
  const { what, form, address } = props;
  const { source, missing } = form;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) {
          void form.attach();
        }
      }}
    >
      <WhatList what={what} />
      <TextField
        label={w.captureSource}
        value={source}
        onChange={(value) => form.set({ source: value })}
        description={
          source.trim() === "" ? w.captureSourceEmpty : `${w.shownAs} ${defang(source.trim())}`
        }
        dir="ltr"
        isMono
        end={
          address !== null && (
            <Button size="small" onPress={() => form.set({ source: address })}>
              {w.captureSourceOwn}
            </Button>
          )
        }
      />
      <div className={styles.two}>
        <WhenCaptured form={form} />
        {what.kind === "files" ? (
          <Select
            label={w.captureMethod}
            value={form.method}
            onChange={(method) => form.set({ method })}
            options={METHODS.map((value) => ({ value, label: w.method(value) }))}
          />
        ) : (
          <p className={styles.quiet}>{w.clipboardMethod}</p>
        )}
      </div>
      <WarningTags value={form.warnings} onChange={(warnings) => form.set({ warnings })} />
      {missing !== null && <p className={styles.missing}>{w.needed(missing)}</p>}
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      {form.job !== null && what.kind === "files" && <Progress job={form.job} what={w.attaching} />}
      {form.error !== null && (
        <p role="alert" className={styles.error}>
          {form.error}
        </p>
      )}
    </form>
  );
}

function WhenCaptured(props: { form: ReturnType<typeof useAttachForm> }): ReactNode {
  const { form } = props;
  return (
    <TextField
      label={w.capturedAt}
      value={form.at}
      onChange={(at) => form.set({ at })}
      placeholder={w.capturedAtExample}
      description={form.isUnread ? undefined : w.capturedAtEmpty}
      error={form.isUnread ? w.momentUnread : undefined}
      dir="ltr"
      end={
        <Button size="small" onPress={() => form.set({ at: writeMoment(new Date()) })}>
          {w.now}
        </Button>
      }
    />
  );
}

function WhatList(props: { what: Attachable }): ReactNode {
  const { what } = props;
  if (what.kind === "clipboard") {
    return <p>{w.fromClipboard}</p>;
  }
  return (
    <ul className={styles.files} aria-label={w.filesToAttach}>
      {what.files.map((file) => (
        <li key={file.token}>
          <Bdi>{file.name}</Bdi>
          <span className={styles.quiet}>{bytes(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
