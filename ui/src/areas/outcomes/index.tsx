import type { ReactNode } from "react";
import { Page } from "../../kit";

/** Stands in until the area is built. */
export function OutcomesArea(): ReactNode {
  return <Page title="Outcomes">{null}</Page>;
}
