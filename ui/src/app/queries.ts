/** The answers of the core, held while they are on screen and dropped when the case locks. */
import { QueryClient } from "@tanstack/react-query";
import { codeOf } from "../host";

/** Makes the store of answers. An answer that a rule gave is not asked for again by itself. */
export function makeQueryClient(onLocked: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        networkMode: "always",
        retry: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  client.getQueryCache().subscribe((event) => {
    if (
      event.type === "updated" &&
      event.action.type === "error" &&
      codeOf(event.action.error) === "locked"
    ) {
      onLocked();
    }
  });
  return client;
}

/**
 * Which writes make an answer old, by the first word of its key; the words of the writes are the
 * core's. A key that is not named here is made old by every write.
 */
const OLD_AFTER: { readonly [key: string]: readonly string[] } = {
  // Officers: what an officer reads decides whether an account needs another reader.
  account: [
    "account",
    "accounts",
    "audit",
    "evidence",
    "lexicons",
    "networks",
    "officers",
    "referrals",
  ],
  "account-filters": ["accounts"],
  "account-links": ["accounts", "evidence", "networks", "referrals"],
  accounts: ["accounts", "evidence", "referrals"],
  "area-counts": ["accounts", "evidence", "referrals"],
  "audit-entry": [],
  // Of assessments as they were made: another lexicon does not change them.
  calibration: ["accounts"],
  colleagues: ["officers"],
  // Whom to tell is changed by a write of its own name only.
  "duty-contacts": [],
  agreement: ["accounts"],
  disagreements: ["accounts"],
  // Each asking is a look that is logged.
  "second-blind": [],
  "second-review": ["accounts", "officers"],
  directory: ["referrals"],
  "evidence-rules": ["evidence"],
  exclusions: [],
  exhibits: ["accounts", "evidence"],
  "export-columns": ["accounts"],
  // Looked for on request: a network is not looked for anew at every decision.
  networks: ["networks"],
  "package-card": ["officers"],
  // What an item rests on does not change once it is assessed, and each asking may be an opening.
  "opened-item": [],
  "for-approval": [],
  "withdrawal-reasons": [],
  "lexicon-terms": ["lexicons"],
  lexicons: ["lexicons"],
  officers: ["officers"],
  place: [],
  platforms: ["accounts"],
  referral: ["accounts", "evidence", "officers", "referrals"],
  "referral-channel": ["referrals"],
  referrals: ["accounts", "evidence", "officers", "referrals"],
  scoring: ["accounts", "lexicons"],
  settings: [],
  templates: [],
  today: ["accounts", "evidence", "referrals"],
};

const WRITES = new Set([
  "account",
  "accounts",
  "audit",
  "evidence",
  "lexicons",
  "networks",
  "officers",
  "referrals",
]);

/**
 * Asks again, of what is on screen, what a write made old. Lists of accounts that keep their rows are
 * only marked, since any word may be searched. After a write with a new name everything is old.
 */
export function askAgain(client: QueryClient, what: string): void {
  const isOld = (key: unknown) =>
    !WRITES.has(what) || (OLD_AFTER[String(key)]?.includes(what) ?? true);
  void client.invalidateQueries({ predicate: ({ queryKey }) => isOld(queryKey[0]) });
  if (!isOld("accounts")) {
    void client.invalidateQueries({ queryKey: ["accounts"], refetchType: "none" });
  }
}
