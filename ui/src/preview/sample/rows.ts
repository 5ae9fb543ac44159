import type { ReferralRow, ReferralView } from "../../host";
import { hours } from "./base";

/** The row of a made-up referral in a list. */
export function rowOf(one: ReferralView): ReferralRow {
  return {
    id: one.id,
    label: one.label,
    platform: one.platform,
    platform_name: one.platform_name,
    items: one.items.length,
    state: one.state,
    missing: one.requirements.filter((requirement) => !requirement.is_met).length,
    changed_at: hours(-Number(one.id.slice(-2)) % 31),
    submitted_by: one.submission?.by ?? null,
    submitted_at: one.submission?.at ?? null,
    return_reason: one.state === "draft" ? (one.submission?.return_reason ?? null) : null,
    can_approve: one.can_approve,
    sent_at: null,
    reference: null,
    answered: 0,
    is_late: false,
    heard_at: null,
  };
}
