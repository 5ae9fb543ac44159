/** Outcomes: what came of what was referred, with its denominator, its period and its as-at moment. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type StatsView, useHost } from "../../host";
import { Button, EmptyState, Page, Tabs } from "../../kit";
import { instant } from "../../lib/time";
import { Compare } from "./Compare";
import { Controls } from "./Controls";
import { Counted } from "./Counted";
import { Fairness } from "./Fairness";
import { FiguresTab } from "./FiguresTab";
import { Freeze } from "./Freeze";
import { w as frozen } from "./freezeWords";
import { Officers } from "./Officers";
import styles from "./outcomes.module.css";
import { Published } from "./Published";
import { requestOf, start } from "./period";
import { Report } from "./Report";
import { w as report } from "./reportWords";
import { Trends } from "./Trends";
import { useStatistics } from "./useStatistics";
import { w } from "./words";

type Tab = keyof typeof w.tabs;

const TABS = ["figures", "officers", "compare", "trends", "fairness", "published"] as const;

/** The area Outcomes. */
export function OutcomesArea(): ReactNode {
  const host = useHost();
  const [now] = useState(() => new Date());
  const [tab, setTab] = useState<Tab>("figures");
  const [asked, setAsked] = useState(() => start(now));
  const [shown, setShown] = useState<"counted" | "freeze" | "report" | null>(null);
  const units = useQuery({
    queryKey: ["statistics", "units"],
    queryFn: () => host.commands.statisticsUnits(),
  });
  const unit = asked.which === "apart" ? "account" : asked.which;
  const request = requestOf(asked, unit, now);
  const stats = useStatistics(request);
  const small = stats.data?.said.small_below ?? null;
  const close = () => setShown(null);
  return (
    <Page
      title={w.title}
      aside={tab === "figures" && stats.data && <Period stats={stats.data} />}
      actions={
        <>
          <Button size="small" onPress={() => setShown("counted")}>
            {w.how}
          </Button>
          <Button size="small" onPress={() => setShown("report")}>
            {report.open}
          </Button>
          <Button size="small" onPress={() => setShown("freeze")}>
            {frozen.open}
          </Button>
        </>
      }
    >
      <Tabs
        label={w.tabsLabel}
        items={TABS.map((id) => ({ id, label: w.tabs[id] }))}
        value={tab}
        onChange={setTab}
      >
        <div className={styles.tab}>
          {tab === "figures" && (
            <>
              <Controls
                asked={asked}
                units={units.data ?? []}
                smallBelow={small ?? 0}
                onChange={(patch) => setAsked((before) => ({ ...before, ...patch }))}
              />
              {units.data?.length === 0 ? (
                <EmptyState title={w.none} icon="outcomes">
                  {w.noneText}
                </EmptyState>
              ) : (
                <FiguresTab
                  asked={asked}
                  units={units.data ?? []}
                  now={now}
                  smallBelow={asked.hidesSmall ? small : null}
                />
              )}
            </>
          )}
          {tab === "officers" && <Officers now={now} />}
          {tab === "compare" && <Compare now={now} units={units.data ?? []} />}
          {tab === "trends" && <Trends now={now} />}
          {tab === "fairness" && <Fairness />}
          {tab === "published" && <Published />}
        </div>
      </Tabs>
      <Freeze request={request} isOpen={shown === "freeze"} onClose={close} />
      <Report request={request} isOpen={shown === "report"} onClose={close} />
      <Counted isOpen={shown === "counted"} onClose={close} smallBelow={small} />
    </Page>
  );
}

function Period(props: { stats: StatsView }): ReactNode {
  const { stats } = props;
  const day = (text: string) => instant(`${text}T00:00:00Z`, "date");
  return (
    <>
      {w.period(day(stats.from), day(stats.to))} <b>{instant(stats.as_at, "full")}</b>
    </>
  );
}
