/**
 * The notice as the page it will be. While it is not approved, it says so
 * above the first word and below the last, whatever else is on it.
 */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ItemView, type ReferralView, useHost } from "../../host";
import { Bdi, Checkbox, EmptyState, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { KeptConfirm } from "../../record/KeptConfirm";
import { warningHits } from "../../record/register/hits";
import { RegisterBanner } from "../../record/register/RegisterBanner";
import { useRegisterHits } from "../../record/register/RegisterMark";
import { DraftBanner } from "./Banner";
import styles from "./Notice.module.css";
import { NoticeBar } from "./NoticeBar";
import { NoticeHead } from "./NoticeHead";
import { NoticeItem } from "./NoticeItem";
import { PaperText } from "./PaperText";
import { missingFields } from "./readiness";
import { fieldId } from "./requirements";
import { usePaperField } from "./usePaperField";
import { useEdit } from "./useReferral";
import { w } from "./words";

/** The middle pane. */
export function Notice(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const [removing, setRemoving] = useState<ItemView | null>(null);
  const missing = missingFields(referral.requirements, referral.items);
  return (
    <div className={styles.notice}>
      <NoticeBar referral={referral} />
      <OnRegisters items={referral.items} />
      <article className={styles.paper} aria-label={w.notice.label}>
        <DraftBanner state={referral.state} />
        <div className={styles.title}>
          <PaperText
            label={w.notice.titleField}
            field="title"
            set="title"
            held={referral.title}
            placeholder={w.notice.titlePlaceholder}
            isMissing={missing.has("title")}
          />
        </div>
        <NoticeHead referral={referral} missing={missing} />
        <section className={styles.block}>
          <h3 className={styles.heading}>{w.notice.summary}</h3>
          <PaperText
            label={w.notice.summary}
            field="summary"
            held={referral.summary}
            placeholder={w.notice.summaryPlaceholder}
            isMissing={missing.has("summary")}
          />
        </section>
        {referral.items.length === 0 && (
          <EmptyState title={w.notice.empty}>{w.notice.emptyText}</EmptyState>
        )}
        {referral.items.map((item) => (
          <NoticeItem
            key={item.id}
            item={item}
            platform={referral.platform_name}
            missing={missing}
            onRemove={() => setRemoving(item)}
          />
        ))}
        <GoodFaith held={referral.good_faith} />
        <p className={styles.foot}>{w.notice.foot}</p>
        <DraftBanner state={referral.state} isFoot />
      </article>
      <RemoveItem referral={referral} item={removing} onClose={() => setRemoving(null)} />
    </div>
  );
}

/** Items whose account stands on a register, above the paper for as long as they do. */
function OnRegisters(props: { items: readonly ItemView[] }): ReactNode {
  const hitsOf = useRegisterHits(props.items.map((item) => item.account));
  return props.items.map((item) => {
    const hits = warningHits(hitsOf(item.account));
    return hits.length === 0 ? null : (
      <div key={item.id} className={styles.register}>
        <b>
          {item.position}. <Bdi>{item.label}</Bdi>
        </b>
        <RegisterBanner hits={hits} />
      </div>
    );
  });
}

function GoodFaith(props: { held: boolean }): ReactNode {
  const edit = useEdit();
  const field = usePaperField(props.held, (value) => edit("good_faith", String(value)));
  return (
    <section
      className={styles.faith}
      id={fieldId(null, "good_faith")}
      aria-label={w.notice.goodFaithField}
      data-open={!field.value || undefined}
      data-unsaved={field.state === "failed" || undefined}
    >
      <Checkbox
        isSelected={field.value}
        onChange={(value) => {
          field.change(value);
          void field.flush();
        }}
      >
        {w.notice.goodFaith}
      </Checkbox>
      {!field.value && <p className={styles.faithNote}>{w.notice.goodFaithOpen}</p>}
      {field.state === "failed" && (
        <p role="alert" className={styles.faithNote}>
          {w.item.notSaved}. {failed(field.error)}
        </p>
      )}
    </section>
  );
}

function RemoveItem(props: {
  referral: ReferralView;
  item: ItemView | null;
  onClose: () => void;
}): ReactNode {
  const { referral, item, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const remove = async (reason: string) => {
    if (item === null) return;
    const view = await host.commands.removeReferralItem(referral.id, item.id, reason);
    client.setQueryData(["referral", referral.id], view);
    void client.invalidateQueries({ queryKey: ["referrals"] });
    toast({ text: w.item.removed(item.label), tone: "ok" });
    onClose();
  };
  return (
    <KeptConfirm
      about={`remove/${item?.id ?? ""}`}
      title={w.item.removeTitle(item?.label ?? "")}
      isOpen={item !== null}
      onClose={onClose}
      onConfirm={remove}
      action={w.item.removeAction}
      affects={w.discard.affects(1)}
    >
      {w.item.removeText}
    </KeptConfirm>
  );
}
