/** How the window is for this officer, their own particulars, who else is in the case, and what holds for all of them. */
import type { ReactNode } from "react";
import { Page, Tabs } from "../../kit";
import { assertNever } from "../../lib/assert";
import { useRoute } from "../../lib/route";
import { CareTab } from "./care/CareTab";
import { DirectoryTab } from "./directory/DirectoryTab";
import { DutyTab } from "./duty/DutyTab";
import { KeysTab } from "./KeysTab";
import { LookTab } from "./LookTab";
import { LexiconsTab } from "./lexicons/LexiconsTab";
import { NoActionTab } from "./NoActionTab";
import { OfficersTab } from "./OfficersTab";
import { RetentionTab } from "./retention/RetentionTab";
import { TemplatesTab } from "./templates/TemplatesTab";
import { w } from "./words";
import { YouTab } from "./YouTab";

const TABS = [
  "look",
  "keys",
  "you",
  "officers",
  "care",
  "duty",
  "directory",
  "templates",
  "lexicons",
  "no-action",
  "retention",
] as const;
type Tab = (typeof TABS)[number];

/** What holds for everyone of the case, and not for this officer alone. */
const OF_ALL: readonly Tab[] = [
  "care",
  "duty",
  "directory",
  "templates",
  "lexicons",
  "no-action",
  "retention",
];

/** The area Settings. */
export function SettingsArea(): ReactNode {
  const { route, go } = useRoute();
  const tab = TABS.find((name) => name === route.tab) ?? "look";
  return (
    <Page title={w.title} aside={OF_ALL.includes(tab) ? w.asideOfAll : w.aside}>
      <Tabs
        label={w.title}
        items={TABS.map((id) => ({ id, label: w.tabs[id] }))}
        value={tab}
        onChange={(next) => go({ area: "settings", tab: next }, { replace: true })}
      >
        {panelOf(tab)}
      </Tabs>
    </Page>
  );
}

function panelOf(tab: Tab): ReactNode {
  switch (tab) {
    case "look":
      return <LookTab />;
    case "keys":
      return <KeysTab />;
    case "you":
      return <YouTab />;
    case "officers":
      return <OfficersTab />;
    case "care":
      return <CareTab />;
    case "duty":
      return <DutyTab />;
    case "directory":
      return <DirectoryTab />;
    case "templates":
      return <TemplatesTab />;
    case "lexicons":
      return <LexiconsTab />;
    case "no-action":
      return <NoActionTab />;
    case "retention":
      return <RetentionTab />;
    default:
      return assertNever(tab);
  }
}
