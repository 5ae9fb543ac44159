/** Over the notice: what it is, what is missing, and the ways out of it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import {
  type ReferralExportView,
  type ReferralFormat,
  type ReferralView,
  useHost,
} from "../../host";
import { Bdi, Button, ErrorState, IconButton, Menu, useCommand, useToast } from "../../kit";
import { copyText } from "../../lib/clipboard";
import { flushAll } from "../../lib/flush";
import { useRoute } from "../../lib/route";
import { KeptConfirm } from "../../record/KeptConfirm";
import styles from "./NoticeBar.module.css";
import { firstMissing, linesOf, missingOf } from "./readiness";
import { jumpTo, jumpToUnsaved } from "./requirements";
import { w } from "./words";

/** The bar and what an export or a refusal has to say. */
export function NoticeBar(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const [isDiscarding, setDiscarding] = useState(false);
  const missing = missingOf(referral.requirements);
  const draft = useExport(referral);
  const toMissing = () => {
    const line = firstMissing(linesOf(referral.requirements, referral.items));
    if (line !== null) jumpTo(line.spot);
  };
  useCommand("drafts.missing", toMissing, missing > 0);
  useCommand("drafts.export-pdf", () => void draft.write("pdf"));
  useCommand("drafts.export-letter", () => void draft.write("eml"));
  useCommand("drafts.export-exhibits", () => void draft.write("zip"));
  useCommand("drafts.export-text", () => void draft.write("txt"));
  useCommand("drafts.export-csv", () => void draft.write("csv"));
  useCommand("drafts.discard", () => setDiscarding(true));
  return (
    <>
      <header className={styles.bar}>
        <h2 className={styles.name}>{w.bar.notice(referral.platform_name)}</h2>
        <span className={styles.aside}>
          <bdi>{referral.label}</bdi>
        </span>
        <span className={styles.acts}>
          <Button
            isPending={draft.isBusy}
            why={w.bar.bears}
            onPress={() => void draft.write("pdf")}
          >
            {w.bar.exportPdf}
          </Button>
          <Button
            isPending={draft.isBusy}
            why={w.bar.bears}
            onPress={() => void draft.write("txt")}
          >
            {w.bar.exportText}
          </Button>
          <Button
            isPending={draft.isBusy}
            why={w.bar.bears}
            onPress={() => void draft.write("csv")}
          >
            {w.bar.exportCsv}
          </Button>
          {missing > 0 && (
            <Button command="drafts.missing" onPress={toMissing}>
              {w.bar.missing(missing)}
            </Button>
          )}
          <Menu
            label={w.bar.more}
            icon="more"
            isIconOnly
            variant="quiet"
            items={[
              { id: "eml", label: w.bar.exportLetter },
              { id: "zip", label: w.bar.exportExhibits },
              { id: "discard", label: w.bar.discard },
            ]}
            onAction={(id) => (id === "discard" ? setDiscarding(true) : void draft.write(id))}
          />
        </span>
      </header>
      {draft.isUnsaved && (
        <p role="alert" className={styles.unsaved}>
          {w.bar.unsaved}
        </p>
      )}
      {draft.error !== null && (
        <ErrorState title={w.bar.exportFailed} error={draft.error} isInline />
      )}
      {draft.view !== null && <Exported view={draft.view} onDismiss={draft.dismiss} />}
      <Discard referral={referral} isOpen={isDiscarding} onClose={() => setDiscarding(false)} />
    </>
  );
}

function useExport(referral: ReferralView) {
  const host = useHost();
  const [view, setView] = useState<ReferralExportView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (isUnsaved) jumpToUnsaved();
  }, [isUnsaved]);
  const write = async (format: ReferralFormat) => {
    setError(null);
    setView(null);
    setUnsaved(false);
    setBusy(true);
    try {
      if (!(await flushAll())) {
        setUnsaved(true);
        return;
      }
      const name = `${referral.outside_reference}.${format}`;
      const [place] = await host.commands.choose("save-referral", name);
      if (place !== undefined) {
        setView(await host.commands.exportReferral(referral.id, format, place.token));
      }
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { write, isBusy, isUnsaved, view, error, dismiss: () => setView(null) };
}

function Exported(props: { view: ReferralExportView; onDismiss: () => void }): ReactNode {
  const { view } = props;
  const toast = useToast();
  const copy = async () => {
    const isCopied = await copyText(view.sha256);
    toast(isCopied ? { text: w.bar.copied, tone: "ok" } : { text: w.bar.notCopied, tone: "warn" });
  };
  return (
    <div className={styles.exported} role="status">
      <p>
        <Bdi>{view.draft ? w.bar.exported(view.file_name) : w.bar.written(view.file_name)}</Bdi>{" "}
        {w.bar.logged}
      </p>
      <p className={styles.hash}>
        {w.bar.sha} <bdi dir="ltr">{view.sha256}</bdi>
        <Button size="small" icon="copy" ariaLabel={w.bar.copy} onPress={() => void copy()}>
          {w.bar.copyShort}
        </Button>
      </p>
      <span className={styles.dismiss}>
        <IconButton icon="close" size="small" label={w.bar.dismiss} onPress={props.onDismiss} />
      </span>
    </div>
  );
}

function Discard(props: {
  referral: ReferralView;
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  const { referral, isOpen, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const { go } = useRoute();
  const toast = useToast();
  const discard = async (reason: string) => {
    await host.commands.discardReferral(referral.id, reason);
    toast({ text: w.discard.done(referral.label), tone: "ok" });
    go({ area: "drafts" }, { replace: true });
    void client.invalidateQueries({ queryKey: ["referrals"] });
  };
  return (
    <KeptConfirm
      about={`discard/${referral.id}`}
      title={w.discard.title}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={discard}
      action={w.discard.action}
      affects={w.discard.affects(referral.items.length)}
    >
      {w.discard.text(referral.label, referral.items.length)}
    </KeptConfirm>
  );
}
