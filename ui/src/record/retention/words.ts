import type { Ground } from "../../host";
import { catalogue } from "../../lib/words";

/** What grounds are called. */
export const grounds: Record<Ground, string> = {
  retention: "The period of retention has passed",
  request: "Request by the person",
  unlawful: "Kept unlawfully, or wrong",
  court: "Order of a court",
};

/** Words of holding an account and of proposing its erasure. */
export const w = catalogue("erasing", {
  holdMenu: "Legal hold…",
  holdMenuDetail: "While it stands, the account cannot be erased.",
  proposeMenu: "Propose erasure…",
  proposeMenuDetail: "Another officer confirms it. Nothing is erased before.",
  holdTitle: (name: string) => `Hold on \u2068${name}\u2069`,
  holdCaseTitle: "Hold on the whole case",
  holdLead: "Nothing under a hold is erased until an officer releases it and says why.",
  holdAction: "Set the hold",
  held: "The hold stands.",
  proposeTitle: (name: string) => `Propose to erase \u2068${name}\u2069`,
  proposeLead:
    "Nothing is erased now. Another officer of the case confirms it; it cannot be taken back then.",
  proposeAction: "Sign the proposal",
  proposed: "Proposed. It waits for another officer in Settings, Retention.",
  stands: "It cannot be erased now",
  ground: "Ground",
  reason: "Why",
  reasonHint: "Without a name, handle or id: it stands on the certificate.",
  gone: "Would be erased",
  stays: "Would be kept, and why",
  what: "What",
  many: "How many",
  why: "Why",
  cancel: "Cancel",
  close: "Close",
});
