import type { ReactNode } from "react";
import { Page } from "../../kit";

/** Stands in until the area is built. */
export function NetworksArea(): ReactNode {
  return <Page title="Networks">{null}</Page>;
}
