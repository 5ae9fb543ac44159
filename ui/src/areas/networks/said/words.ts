import { plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of what officers say of who operates accounts. */
export const w = catalogue("networks/said", {
  title: "What officers say of it",
  none: "Nobody has said who operates these accounts.",
  together: "Operated together",
  apart: "Not operated together",
  by: (officer: string) => `said by ${officer}`,
  ofAccounts: (n: number, size: number) =>
    n === size ? `all ${plural(n, "account", "accounts")}` : `${n} of ${size} accounts`,
  and: " and ",
  sayTogether: "Say operated together",
  sayApart: "Say not together",
  titleTogether: "These accounts are operated together",
  titleApart: "These two are not operated together",
  leadTogether:
    "It is your word, with your number and the reason, and stands in the history of each account until it is taken back.",
  leadApart:
    "The network is split between the two, whatever they share. Other accounts go with the side they share most with.",
  which: "Accounts that are operated together",
  all: "All of them",
  one: "This account",
  other: "is not operated with",
  name: "Name of the network",
  nameHint: "Left empty, it is called by its first account.",
  reason: "Reason",
  reasonHint: "What tells you. Three characters at least.",
  needsAccounts: "Tick two accounts at least.",
  needsTwo: "Choose two accounts.",
  needsReason: "Give the reason.",
  cancel: "Cancel",
  rename: "Rename",
  renameOf: (name: string) => `Rename ${name}`,
  titleRename: "Name of the network",
  save: "Save",
  takeBack: "Take back",
  takeBackOf: (what: string) => `Take back: ${what}`,
  titleTakeBack: "Take this word back?",
  saidTogether: (n: number) => `Said of ${plural(n, "account", "accounts")}: operated together`,
  saidApart: "Said: not operated together",
  renamed: "The network has another name",
  tookBack: "Taken back",
  notWhole: (kept: number) =>
    `${plural(kept, "part", "parts")} stayed as they are: somebody worked on them since.`,
});
