/** Colleagues: files that come in, files that go out, and the log of who received what. */
import type { ReactNode } from "react";
import { Page, Tabs } from "../../kit";
import { assertNever } from "../../lib/assert";
import { useRoute } from "../../lib/route";
import { ExportPanel } from "./ExportPanel";
import { ImportPanel } from "./ImportPanel";
import { LinguistPanel } from "./linguist/LinguistPanel";
import { RegistersPanel } from "./registers/RegistersPanel";
import { SharingLog } from "./SharingLog";
import { w } from "./words";

export { exchangeCommands } from "./commands";
export { ImportOffer } from "./ImportOffer";

const TABS = ["import", "export", "linguist", "registers", "sharing"] as const;
type Tab = (typeof TABS)[number];

/** The area Colleagues. Its tab is part of the place, so that a command can lead to each. */
export function ExchangeArea(): ReactNode {
  const { route, go } = useRoute();
  const tab: Tab = TABS.find((name) => name === route.tab) ?? "import";
  return (
    <Page title={w.title}>
      <Tabs
        label={w.tabs}
        items={TABS.map((id) => ({ id, label: w.tab[id] }))}
        value={tab}
        onChange={(next) => go({ area: "colleagues", tab: next }, { replace: true })}
      >
        {panelOf(tab)}
      </Tabs>
    </Page>
  );
}

function panelOf(tab: Tab): ReactNode {
  switch (tab) {
    case "import":
      return <ImportPanel />;
    case "export":
      return <ExportPanel />;
    case "linguist":
      return <LinguistPanel />;
    case "registers":
      return <RegistersPanel />;
    case "sharing":
      return <SharingLog />;
    default:
      return assertNever(tab);
  }
}
