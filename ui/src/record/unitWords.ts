import type { Unit } from "../host";

/** What an item is, in a word. */
export const unit: Record<Unit, string> = {
  account: "account",
  page: "page",
  group: "group",
  channel: "channel",
  post: "post",
  story: "story",
  live: "live",
  ad: "advert",
  invite: "invite link",
  phone: "phone number",
  website: "website",
  "short-link": "short link",
};
