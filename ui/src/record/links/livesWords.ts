import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of accounts that come back. */
export const w = catalogue("record/lives", {
  proposed: {
    after: "It may be this account come back: first seen after this one was gone.",
    before: "This may be that account come back: first seen after that one was gone.",
  },
  confirmed: {
    after: (officer: string) => `It took this account's place, says ${officer}.`,
    before: (officer: string) => `This account took its place, says ${officer}.`,
  },
  refused: (officer: string) => `Neither is the other come back, says ${officer}.`,
  gone: "Gone",
  confirm: "Confirm",
  confirmOf: (label: string) => `Confirm the succession with ${label}`,
  refuse: "Refuse",
  refuseOf: (label: string) => `Refuse the succession with ${label}`,
  takeBack: "Take back",
  takeBackOf: (label: string) => `Take back what was said of ${label}`,
  reason: "Reason, if there is one to give",
  titleConfirm: "One is the other come back",
  titleRefuse: "Neither is the other come back",
  cancel: "Cancel",
  said: "Said",
  tookBack: "Taken back",
  chain: "Lives of the account",
  lives: (n: number) => plural(n, "life", "lives"),
  column: {
    generation: "Life",
    account: "Account",
    first: "First seen",
    last: "Last seen",
    referred: "Referred",
    gone: "Gone",
    days: "Days survived",
    after: "Came after",
  },
  days: (n: number) => plural(n, "day", "days"),
  unknown: "not known",
  live: "not known to be gone",
});
