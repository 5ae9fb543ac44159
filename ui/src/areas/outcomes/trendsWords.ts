import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about prices, routes and terms over time. */
export const w = catalogue("trends", {
  from: "First day",
  to: "Last day",
  reading: "Reading the texts",
  prices: "What is asked for a crossing",
  pricesIn: (currency: string) => `Asked for a crossing, in ${currency}`,
  pricesAside: "by month, each currency apart, never converted",
  price: "price",
  pricesMany: "prices",
  priceColumns: [
    "Month",
    "Prices",
    "A quarter asks less than",
    "Half asks less than",
    "A quarter asks more than",
  ],
  allMonths: "All months",
  noPrices: "No account named a price in these days.",
  priceHeadline: (month: string, half: string, n: string) =>
    `half ask less than ${half} in ${month}, of ${n}`,
  pricePoint: (month: string, n: string, half: string, low: string, high: string) =>
    `${month}: half ask less than ${half}, a quarter less than ${low}, a quarter more than ${high}, of ${n}`,
  fewPrices: (month: string, n: string, half: string) =>
    `${month}: half ask less than ${half}, of ${n}; too few for quarters`,
  halfAsks: "half ask less",
  band: "between a quarter that asks less and a quarter that asks more",
  ofPrices: (few: number) =>
    `Under each month: its prices; of fewer than ${few} the quarters are not drawn.`,
  noQuarters: (months: string[]) =>
    months.length === 0 ? "" : `Too few for quarters: ${months.join(", ")}.`,
  monthN: (month: string, n: string) => `${month} (${n})`,
  titles: { route: "Routes", term: "Terms" },
  first: { route: "Route", term: "Term" },
  aside: (n: number) => `of ${plural(n, "account", "accounts")} that offer something`,
  heard: "Accounts that offer something",
  all: "All",
  chartOf: (title: string, headline: string) => `${title}, by month: ${headline}`,
  tableOf: (title: string) => `${title}, as a table`,
  lineHeadline: (name: string, n: string) => `${name}, ${n} accounts in all`,
  moving: (said: string, how: string) => `${said}, ${how}`,
  meant: (name: string, meaning: string) => `${name} (${meaning})`,
  sharePoint: (what: string, share: string, n: string, of: string) =>
    `${what}: ${share}, ${n} of ${of} accounts`,
  ofAccounts: (few: number) =>
    `Share of the accounts heard in each month, whose number stands under it; of fewer than ${few} no share is drawn.`,
  noShare: (months: string[]) =>
    months.length === 0 ? "" : `Too few to draw: ${months.join(", ")}.`,
  drawn: (n: number, of: number) => `Drawn are the ${n} said by most accounts, of ${of}.`,
  leftOut: (n: number) =>
    `${count(n)} more, each said by no more accounts than the last one here, are not shown.`,
  change: "Last month against those before",
  points: (value: string) => `${value} points`,
  rising: "rising",
  falling: "falling",
  none: "Nothing in these days.",
  open: (n: string, what: string) => `${n}: open the accounts, ${what}`,
  what: (name: string, month: string) => `${name}, ${month}`,
  rowColumns: ["Account", "When", "Words"],
  priceRowColumns: ["Account", "When", "Asks", "Words"],
  rows: (n: number, asAt: string) => `${plural(n, "account", "accounts")}, as at ${asAt}`,
  priceRows: (n: number, asAt: string) =>
    `${plural(n, "price", "prices")}, each sum once an account and month, as at ${asAt}`,
  how: "From indicators officers left standing, of accounts that offer something and were not decided to need no action; victims, children and third parties are out. An account counts once a month for a term or a route, and once for each sum. Of a range the lower end counts; sums for deposits, papers, children and families are left out. A post counts in its own month, a profile in the month it was last seen. Rising and falling are marked where the interval of the change does not hold nought.",
});
