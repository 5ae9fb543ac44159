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

/**
 * Where, when and how the files were captured, asked before they are taken in. Nothing is guessed:
 * the time stays empty until given.
 */
export function AttachSheet(props: {
  account: AccountView;
  what: Attachable;
  onClose: () => void;
}): ReactNode {
  const { account, what, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const [source, setSource] = useState(account.canonical_url ?? "");
  const [at, setAt] = useState("");
  const [method, setMethod] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<WarningTag[]>([]);
  const [job, setJob] = useState<string | null>(null);
  const [results, setResults] = useState<readonly AttachedView[] | null>(null);
  const { isBusy, error, run } = useBusy();
  const moment = readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([
    isUnread && w.capturedAt,
    what.kind === "files" && method === null && w.captureMethod,
  ]);
  const attach = () =>
    run(async () => {
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
        finish(done);
      } catch (thrown) {
        if (codeOf(thrown) !== "cancelled") {
          throw thrown;
        }
        toast({ text: w.attachCancelled, tone: "warn" });
        onClose();
      } finally {
        setJob(null);
      }
    });
  const finish = (done: readonly AttachedView[]) => {
    const isPlain = done.every((one) => one.exhibit !== null && one.exhibit.duplicate_of === null);
    if (isPlain) {
      toast({
        text: w.attached(done.flatMap((one) => one.exhibit?.number ?? [])),
        tone: "ok",
      });
      onClose();
    } else {
      setResults(done);
    }
  };
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
            onPress={() => void attach()}
          >
            {w.attachAction(what.kind === "files" ? what.files.length : 1)}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null) {
            void attach();
          }
        }}
      >
        <WhatList what={what} />
        <TextField
          label={w.captureSource}
          value={source}
          onChange={setSource}
          description={
            source.trim() === "" ? (
              w.captureSourceEmpty
            ) : (
              <>
                {w.shownAs} {defang(source.trim())}
              </>
            )
          }
          dir="ltr"
          isMono
        />
        <div className={styles.two}>
          <TextField
            label={w.capturedAt}
            value={at}
            onChange={setAt}
            placeholder={w.capturedAtExample}
            description={isUnread ? undefined : w.capturedAtEmpty}
            error={isUnread ? w.momentUnread : undefined}
            dir="ltr"
            end={
              <Button size="small" onPress={() => setAt(writeMoment(new Date()))}>
                {w.now}
              </Button>
            }
          />
          {what.kind === "files" ? (
            <Select
              label={w.captureMethod}
              value={method}
              onChange={setMethod}
              options={METHODS.map((value) => ({ value, label: w.method(value) }))}
            />
          ) : (
            <p className={styles.quiet}>{w.clipboardMethod}</p>
          )}
        </div>
        <WarningTags value={warnings} onChange={setWarnings} />
        {missing !== null && <p className={styles.missing}>{w.needed(missing)}</p>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {job !== null && what.kind === "files" && <Progress job={job} what={w.attaching} />}
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </form>
    </Dialog>
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
