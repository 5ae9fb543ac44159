import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about prices, routes and terms over time. */
export const w = catalogue("trends", {
  from: "First day",
  to: "Last day",
  reading: "Reading the texts",
  prices: "What is asked for a crossing",
  pricesAside: "by month, each currency apart, never converted",
  currency: (code: string, n: number) => `${code}: ${plural(n, "price", "prices")}`,
  priceColumns: [
    "Month",
    "Prices",
    "A quarter asks less than",
    "Half asks less than",
    "A quarter asks more than",
  ],
  noPrices: "No account named a price in these days.",
  routes: "Routes",
  terms: "Terms",
  aside: (n: number) => `of ${plural(n, "account", "accounts")} that offer something`,
  route: "Route",
  term: "Term",
  all: "All",
  change: "Last month against those before",
  points: (value: string) => `${value} points`,
  rising: "rising",
  falling: "falling",
  none: "Nothing in these days.",
  open: (n: string, what: string) => `${n}: open the accounts, ${what}`,
  what: (name: string, month: string) => `${name}, ${month}`,
  rowColumns: ["Account", "When", "Words"],
  record: (label: string) => `Open the record of ${label}`,
  how: "From indicators officers left standing, of accounts that offer something and were not decided to need no action; victims, children and third parties are out. An account counts once a month for a term or a route, and once for each sum. Of a range the lower end counts; sums for deposits, papers, children and families are left out. A post counts in its own month, a profile in the month it was last seen. Rising and falling are marked where the interval of the change does not hold nought.",
});
