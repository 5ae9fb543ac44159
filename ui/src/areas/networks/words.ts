import { count, plural } from "../../lib/numbers";

/** Words of the area Networks. */
export const w = {
  title: "Networks",
  aside: (n: number) => plural(n, "network", "networks"),
  list: "Networks, the largest first",
  finding: "Looking for networks",
  again: "Look again",
  stopped: "Looking for networks was stopped.",
  none: "No networks",
  noneText:
    "Accounts make a network when they share things of two kinds, such as a number and a text. None do.",
  more: (n: number) => `and ${plural(n, "more", "more")}`,
  accounts: (n: number) => plural(n, "account", "accounts"),
  toReview: (n: number) => (n === 0 ? "all assessed" : `${count(n)} to review`),
  shares: (what: string) => `share ${what}`,
  kind: {
    phone: (n: number) => (n === 1 ? "a number" : `${count(n)} numbers`),
    contact: (n: number) => (n === 1 ? "a contact" : `${count(n)} contacts`),
    money: (n: number) => (n === 1 ? "an account of money" : `${count(n)} accounts of money`),
    picture: (n: number) => (n === 1 ? "a picture" : `${count(n)} pictures`),
    mention: (n: number) => (n === 1 ? "a contact" : `${count(n)} contacts`),
    text: (n: number) => (n === 1 ? "a text" : `${count(n)} texts`),
    naming: (n: number) => (n === 1 ? "a name" : `${count(n)} names`),
  },
  means:
    "A network is what accounts share, not who runs them. That they are operated together is for an officer to say.",
  members: (label: string) => `Accounts of the network of ${label}`,
  shown: (shown: number, size: number) => `${count(shown)} of ${count(size)} shown`,
  choose: "Choose a network to see its accounts.",
};
