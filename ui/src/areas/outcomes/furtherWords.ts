import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about what is asked for beside takedowns. */
export const w = catalogue("further", {
  title: "Beside takedowns",
  aside: "in the same period, of all units",
  columns: ["What", "Number"],
  what: {
    intelligence: "Intelligence reports",
    preservation: "Requests to preserve",
    safeguarding: "Safeguarding acts",
    arrests: "Arrests linked with accounts",
    convictions: "Convictions linked with accounts",
  },
  text: "One arrest or conviction counts once, however many accounts it is linked with. It is linked from the account’s record or from a network.",
  open: (n: string, what: string) => `${n}: open the list, ${what}`,
  listColumns: ["When", "Reference", "Accounts"],
  apart: (n: number) => `${plural(n, "account", "accounts")} kept apart`,
  none: "none given",
});
