import { count } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of Today. */
export const w = catalogue("today", {
  title: "Today",
  aside: (assessed: number, left: number) =>
    `${count(assessed)} assessed today · ${count(left)} to review`,
  waits: "What waits",
  part: { handovers: "Hand-overs", team: "Team" },
  review: "Review the next one",
  overdue: "overdue",
  by: "by",
  told: "told",
  answerOf: (told: string, label: string) =>
    `Enter the answer of \u2068${told}\u2069 about \u2068${label}\u2069`,
  more: (n: number) => `and ${count(n)} more`,
  showAll: "Show all",
  done: "Nothing waits for you",
  doneText: (assessed: number) =>
    assessed === 0
      ? "No holds have run out, nothing is urgent, no draft misses anything."
      : `${count(assessed)} assessed today. No holds have run out, nothing is urgent, no draft misses anything.`,
  queueDone: "The queue is empty too. Take a breath.",
  queueLeft: (n: number) => `${count(n)} accounts are still to review.`,
  openReview: "Go to Review",
  import: "Bring in a file",
});
