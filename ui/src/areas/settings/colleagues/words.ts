import { catalogue } from "../../../lib/words";

/** Words of colleagues at other workstations. */
export const w = catalogue("colleagues", {
  title: "Colleagues at other workstations",
  text: "A submission can be approved at another workstation. A colleague gives you their card; their approval counts once a supervisor has compared the fingerprint with them by another road, such as the telephone.",
  card: "Save your card",
  cardText: (fingerprint: string) => `Your fingerprint: ${fingerprint}`,
  cardSaved: (name: string) => `Card saved as ${name}. No secret stands in it.`,
  add: "Take in a card",
  added: (name: string) => `${name} is on the list, not confirmed`,
  list: "Colleagues",
  none: "Nobody is on the list.",
  number: "Number",
  name: "Name",
  fingerprint: "Fingerprint",
  state: "Their approval",
  counts: (by: string) => `counts, confirmed by ${by}`,
  waits: "does not count yet",
  confirm: "Confirm…",
  confirmOf: (name: string) => `Confirm the key of ${name}`,
  confirmTitle: (name: string) => `Confirm the key of ${name}`,
  confirmText:
    "Ask them to read their fingerprint to you, and type or paste what they say. Do not copy it from the list.",
  confirmAction: "Confirm the key",
  confirmed: (name: string) => `The approval of ${name} counts now`,
  remove: "Take off the list",
  removeOf: (name: string) => `Take ${name} off the list`,
  removed: (name: string) => `${name} is off the list. What they approved before stands.`,
  cancel: "Cancel",
  failed: "That was not done",
});
