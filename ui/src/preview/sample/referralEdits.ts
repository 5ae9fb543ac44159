/** What an edit makes of a made-up draft. */
import type { EditReferralRequest, ItemView, ReferralView } from "../../host";

/** The referral with one field of it, or of an item, changed. */
export function edited(held: ReferralView, request: EditReferralRequest): ReferralView {
  const { field, value } = request;
  if (request.item !== null) {
    const items = held.items.map((one) =>
      one.id === request.item ? editedItem(one, field, value) : one,
    );
    return { ...held, items };
  }
  switch (field) {
    case "policy":
      return { ...held, policy: held.policies.find((one) => one.code === value) ?? null };
    case "law":
      return { ...held, law: held.laws.find((one) => one.code === value) ?? null };
    case "law_elements":
    case "law_reach":
    case "law_defence":
    case "law_decided_by":
      return { ...held, law_notes: { ...held.law_notes, [field.slice(4)]: value || null } };
    case "tell_user":
      return {
        ...held,
        tell_user: { ...held.tell_user, answer: value === "yes" ? "yes" : "no", is_usual: false },
      };
    case "tell_user_reason":
      return { ...held, tell_user: { ...held.tell_user, reason: value, is_usual: false } };
    case "good_faith":
      return { ...held, good_faith: value === "true" };
    default:
      return { ...held, [field]: value };
  }
}

function editedItem(one: ItemView, field: string, value: string): ItemView {
  if (field === "exhibits") {
    const chosen = value.split(",");
    return {
      ...one,
      exhibits: one.exhibits.map((exhibit) => ({
        ...exhibit,
        is_chosen: chosen.includes(exhibit.number),
      })),
    };
  }
  if (field === "seen_live") {
    return {
      ...one,
      seen_live: value === "" ? null : { at: value, precision: "second", raw: null, zone: null },
    };
  }
  return { ...one, [field]: value };
}
