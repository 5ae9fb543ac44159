import { catalogue } from "../../lib/words";

/** Words of duty contacts, where they are chosen and where the unit keeps them. */
export const w = catalogue("duty", {
  offer: "Whom to tell",
  offerHow: "Its number, Enter or a press fills in who and how. Tell them first.",
  none: "The unit has nobody for this. Add them in Settings, Duty contacts.",
  noNumber: "no number entered",
  toConfirm: "unit to confirm",
  unsourced: "no public source",
  overdue: "to be looked at again",
  change: "Change the list",
});
