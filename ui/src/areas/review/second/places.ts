/** The parts of the second review, as tabs of the route of Review. */
export const SECOND_TABS = ["second-review", "disagreements", "agreement"] as const;

/** One part of the second review. */
export type SecondTab = (typeof SECOND_TABS)[number];

/** The part a route leads to; null for the queue. */
export function secondTab(tab: string | undefined): SecondTab | null {
  return SECOND_TABS.find((one) => one === tab) ?? null;
}
