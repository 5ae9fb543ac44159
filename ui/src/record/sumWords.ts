import { count, plural } from "../lib/numbers";

/** The words of an account's sum and its lines, and of when it is due. */
export const sumWords = {
  timePassed: "time passed",
  today: "today",
  tomorrow: "tomorrow",
  hoursLeft: (n: number) => `${count(n)} h`,
  minutesLeft: (n: number) => `${count(n)} min`,
  indicators: "Indicators, one line each",
  noIndicators: "No words of it are in the lexicons. That says nothing about the account.",
  signName: (title: string, meaning: string) => `${title}: ${meaning}`,
  sumFrom: (sum: string, band: string, from: number) => `sum ${sum}, ${band} from ${from}`,
  band: { low: "Low", review: "Review", priority: "Priority" },
  bandWord: { review: "review", priority: "priority" },
  noOffer: "The band stays low: nothing is offered.",
  noSupport: "The band stays low: no contact, price, time, proof or payment.",
  pointsWhy: (weight: number, isCapped: boolean) =>
    isCapped ? `weighs ${weight}; its kind has given all it can` : `weighs ${weight}`,
  capped: "capped",
  halfOf: (whole: string) => `half of ${whole}`,
  needsLinguist: "unchecked term",
  addNothing: (n: number) => `${count(n)} more that add nothing`,
  hitField: { "display-name": "in the name", bio: "in the profile text", post: "in a post" },
  hitAnswer: { yes: "Yes", no: "No", unsure: "Unsure" },
  answerIndicator: (title: string, quote: string) =>
    `${title}: is “${quote}” what it is taken for?`,
  needsReader: (language: string, waiting: number) =>
    `needs a reader of ${language} (${count(waiting)} waiting)`,
  readerStrip: "A reader is needed",
  readerShut: (needs: string) => `Refer is shut: it ${needs}.`,
  readerOpens:
    "What opens it: a checked translation of the profile text, or that you say in Settings, You, that you read it.",
  readerSettings: "Open Settings, You",
  madeOnLines: (n: number) => `${plural(n, "indicator", "indicators")} as they stood then`,
  madeOn: (sum: string, band: string) => `made on a sum of ${sum}, ${band}`,
};
