import type { WarningTag } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const tag: Record<WarningTag, string> = {
  child: "child",
  violence: "violence",
  body: "dead body",
  sexual: "sexual content",
  sound: "disturbing sound",
};

/** Words of looking after people. */
export const w = catalogue("care", {
  tag,
  warnedBy: (officer: string) => `first seen by ${officer}`,
  warns: "Shows:",
  warn: "Warnings",
  give: (tag: string) => `Warn of ${tag}`,
  takeOff: (tag: string) => `Take off: ${tag}`,
  warnHow: "What others will see here. Whoever sees it first says so.",
  warned: "Warnings of the account are saved",
  today: (n: number) => `${plural(n, "warned item", "warned items")} today`,
  due: "a break is due",
  title: "Looking after yourself",
  private:
    "Only you see this. It is kept with your screen, begins anew each day, and is in no log, list, export or anybody else’s window.",
  opened: (n: number) =>
    n === 0
      ? "You have opened nothing with a warning today."
      : `You have opened ${plural(n, "item", "items")} with a warning today, each counted once.`,
  since: (n: number) => `Since your last break: ${count(n)}, the first at`,
  rule: (items: number, minutes: number, pause: number) =>
    `The rule: a break after ${plural(items, "item", "items")} or ${plural(minutes, "minute", "minutes")}; ${plural(pause, "minute", "minutes")} without one is a break. Nothing is shut.`,
  ruleFrom: (source: string) => `From: ${source}.`,
  contact: "Somebody to talk to:",
  contactNone:
    "Your unit has named nobody to talk to yet. It can, in Settings, Looking after people.",
  rest: "I took a break",
  rested: "Good. The count towards the next break begins anew.",
  close: "Close",
  textEnough: "You work with text: pictures stay covered, and a decision needs none.",
  showAllTheSame: "Show this one all the same",
  strip: "A break is due",
  stripText: (n: number) =>
    `You have opened ${plural(n, "item", "items")} with a warning since your last one.`,
  more: "Who to talk to",
  leaveOut: "Leave out",
  withoutTag: (tag: string) => `without ${tag}`,
  leavesOut: (tags: readonly string[], n: number) =>
    `Left out today, for you alone: ${tags.join(", ")} (${plural(n, "account", "accounts")})`,
  leaveNothing: "Leave out nothing",
});
