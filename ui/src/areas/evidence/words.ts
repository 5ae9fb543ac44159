import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of the evidence area. */
export const w = catalogue("evidence", {
  title: "Evidence",
  stop: "Stop the exhibit: illegal image",
  total: (n: number) => plural(n, "exhibit", "exhibits"),
  search: "Search file names, numbers, accounts, addresses",
  list: "All exhibits, newest first",
  none: "No evidence yet",
  noneText: "Exhibits are attached to an account: open one and press the key for Attach.",
  nothingFound: "No exhibit fits the search",
  clear: "Clear the search",
  account: "Account",
  openAccount: (label: string) => `Open account ${label}`,
});
