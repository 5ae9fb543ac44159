import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const days = (n: number) => plural(n, "day", "days");

/** Words of how long an account is kept that was left without action. */
export const w = catalogue("no-action", {
  title: "No action",
  text: "An account that was left without action is due for erasure after so many days. It is then out of the queue, searches and exports, and stands in Accounts under “Due for erasure”.",
  nothing: "Nothing is erased by itself.",
  show: "Show accounts due for erasure",
  days: "Days until an account is due for erasure",
  comesWith: (n: number) => `Comes with the program: ${days(n)}`,
  whole: (most: number) => `A whole number of days, ${count(most)} at most.`,
  save: "Save the days",
  reset: (n: number) => `Back to ${days(n)}`,
  saved: (n: number) => `Saved: due for erasure ${days(n)} after no action`,
  refused: "The days are as they were.",
});
