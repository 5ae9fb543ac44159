/** Which screen an area of the rail shows, and where it stands in the rail. */
import type { ReactNode } from "react";
import { AccountsArea } from "../areas/accounts";
import { AuditArea } from "../areas/audit";
import { EvidenceArea } from "../areas/evidence";
import { ExchangeArea } from "../areas/exchange";
import { NetworksArea } from "../areas/networks";
import { OutcomesArea } from "../areas/outcomes";
import { RechecksArea } from "../areas/rechecks";
import { ReferralsArea, SentArea, ToApproveArea } from "../areas/referrals";
import { ReviewArea } from "../areas/review";
import { SettingsArea } from "../areas/settings";
import { TodayArea } from "../areas/today";
import type { AreaCountsView } from "../host";
import type { IconName } from "../kit";
import type { AreaName } from "../lib/route";

/** A line of the rail. */
export type RailEntry = {
  readonly area: AreaName;
  readonly icon: IconName;
  readonly screen: () => ReactNode;
  /** The figure beside it; areas without one say nothing. */
  readonly count?: (counts: AreaCountsView) => number;
  /** How many of these are urgent. */
  readonly urgent?: (counts: AreaCountsView) => number;
};

/** A part of the rail under its heading. */
export type RailPart = {
  readonly heading: "referrals" | "results" | "case" | null;
  readonly entries: readonly RailEntry[];
};

/** The rail, from above. An area without a screen is not in it. */
export const RAIL: readonly RailPart[] = [
  {
    heading: null,
    entries: [
      {
        area: "today",
        icon: "today",
        screen: TodayArea,
        count: (counts) => counts.today,
        urgent: (counts) => counts.today_urgent,
      },
      { area: "review", icon: "review", screen: ReviewArea, count: (counts) => counts.review },
      {
        area: "accounts",
        icon: "accounts",
        screen: AccountsArea,
        count: (counts) => counts.accounts,
      },
      {
        area: "evidence",
        icon: "evidence",
        screen: EvidenceArea,
        count: (counts) => counts.evidence,
      },
      { area: "networks", icon: "networks", screen: NetworksArea },
    ],
  },
  {
    heading: "referrals",
    entries: [
      { area: "drafts", icon: "drafts", screen: ReferralsArea, count: (counts) => counts.drafts },
      {
        area: "to-approve",
        icon: "approve",
        screen: ToApproveArea,
        count: (counts) => counts.to_approve,
      },
      { area: "sent", icon: "sent", screen: SentArea, count: (counts) => counts.sent },
      {
        area: "rechecks",
        icon: "rechecks",
        screen: RechecksArea,
        count: (counts) => counts.rechecks,
      },
    ],
  },
  {
    heading: "results",
    entries: [{ area: "outcomes", icon: "outcomes", screen: OutcomesArea }],
  },
  {
    heading: "case",
    entries: [
      { area: "colleagues", icon: "colleagues", screen: ExchangeArea },
      { area: "audit", icon: "audit", screen: AuditArea },
    ],
  },
];

/** At the foot of the rail. */
export const RAIL_FOOT: readonly RailEntry[] = [
  { area: "settings", icon: "settings", screen: SettingsArea },
];

/** Every line of the rail. */
export const ENTRIES: readonly RailEntry[] = [
  ...RAIL.flatMap((part) => part.entries),
  ...RAIL_FOOT,
];

/** The screen of an area; Today for one that has none. */
export function screenOf(area: AreaName): () => ReactNode {
  return ENTRIES.find((entry) => entry.area === area)?.screen ?? TodayArea;
}
