/** Over the notice: what it is, what is missing, and the ways out of it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type ReferralView, useHost } from "../../host";
import { Button, ErrorState, Menu, useCommand, useToast } from "../../kit";
import { flushAll } from "../../lib/flush";
import { useRoute } from "../../lib/route";
import { KeptConfirm } from "../../record/KeptConfirm";
import { AskFirstDialog } from "./AskFirst";
import { Exported } from "./Exported";
import styles from "./NoticeBar.module.css";
import { firstMissing, linesOf, missingOf } from "./readiness";
import { jumpTo, jumpToUnsaved } from "./requirements";
import { useExport } from "./useExport";
import { useActs } from "./useRows";
import { w } from "./words";

/** The bar and what an export or a refusal has to say. */
export function NoticeBar(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const [isDiscarding, setDiscarding] = useState(false);
  const missing = missingOf(referral.requirements);
  const [isAsking, setAsking] = useState(false);
  const draft = useExport(referral);
  const handing = useSubmit(referral);
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
  useCommand("drafts.submit", () => void handing.submit(), missing === 0);
  useCommand("drafts.askFirst", () => setAsking(true));
  useCommand("drafts.discard", () => setDiscarding(true));
  return (
    <>
      <header className={styles.bar}>
        <h2 className={styles.name}>{w.bar.notice(referral.platform_name)}</h2>
        <span className={styles.aside}>
          <bdi>{referral.label}</bdi>
        </span>
        <span className={styles.acts}>
          {missing === 0 && (
            <Button
              variant="primary"
              command="drafts.submit"
              isPending={handing.isBusy}
              why={w.bar.submitMeans}
              onPress={() => void handing.submit()}
            >
              {w.bar.submit}
            </Button>
          )}
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
              { id: "ask", label: w.bar.askFirst },
              { id: "discard", label: w.bar.discard },
            ]}
            onAction={(id) => {
              if (id === "discard") setDiscarding(true);
              else if (id === "ask") setAsking(true);
              else void draft.write(id);
            }}
          />
        </span>
      </header>
      {handing.error !== null && (
        <p role="alert" className={styles.unsaved}>
          <b>{w.bar.notSubmitted}.</b> {handing.error}
        </p>
      )}
      {(draft.isUnsaved || handing.isUnsaved) && (
        <p role="alert" className={styles.unsaved}>
          {draft.isUnsaved ? w.bar.unsaved : w.bar.notHandedOver}
        </p>
      )}
      {draft.error !== null && (
        <ErrorState title={w.bar.exportFailed} error={draft.error} isInline />
      )}
      {draft.view !== null && <Exported view={draft.view} onDismiss={draft.dismiss} />}
      {isAsking && <AskFirstDialog referral={referral} onClose={() => setAsking(false)} />}
      <Discard referral={referral} isOpen={isDiscarding} onClose={() => setDiscarding(false)} />
    </>
  );
}

/** Hands the draft over; what is typed on the page is saved first. */
function useSubmit(referral: ReferralView) {
  const host = useHost();
  const toast = useToast();
  const { act, isBusy, error } = useActs();
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (isUnsaved) jumpToUnsaved();
  }, [isUnsaved]);
  const submit = async () => {
    setUnsaved(false);
    if (!(await flushAll())) {
      setUnsaved(true);
      return;
    }
    await act(async () => {
      const view = await host.commands.submitReferral(referral.id);
      toast({ text: w.bar.submitted(referral.label), tone: "ok" });
      return view;
    });
  };
  return { submit, isBusy, error, isUnsaved };
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
