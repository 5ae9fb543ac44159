/** Routes or terms by month, as shares of the accounts heard: as a chart of those said most, and as a table of all. */
import type { ReactNode } from "react";
import type { TrendLineView, TrendMonthView } from "../../host";
import { Bdi, Card, Muted, Pill } from "../../kit";
import { count } from "../../lib/numbers";
import { change, percent } from "./figure";
import { LineChart, type Point, SERIES } from "./LineChart";
import { monthName } from "./Months";
import styles from "./outcomes.module.css";
import { type OpenTrend, TrendCount, type TrendNumber } from "./TrendRows";
import { Figures, Twin } from "./Twin";
import { w } from "./trendsWords";

/** The card. */
export function TrendLines(props: {
  kind: "route" | "term";
  lines: readonly TrendLineView[];
  /** Accounts heard. */
  accounts: number;
  leftOut: number;
  few: number;
  save: ReactNode;
  onOpen: OpenTrend;
}): ReactNode {
  const { kind, lines } = props;
  const title = w.titles[kind];
  if (lines.length === 0) {
    return (
      <Card title={title} aside={w.aside(props.accounts)}>
        <Muted>{w.none}</Muted>
      </Card>
    );
  }
  return (
    <Twin
      title={title}
      aside={w.aside(props.accounts)}
      save={props.save}
      chart={<Shares {...props} title={title} />}
      table={
        <>
          <Table {...props} title={title} />
          {props.leftOut > 0 && <p className={styles.quiet}>{w.leftOut(props.leftOut)}</p>}
        </>
      }
    />
  );
}

function requestOf(line: TrendLineView, month: string | null): TrendNumber {
  const { kind, name, language } = line;
  return { kind, name, language, month };
}

const wordsOf = (line: TrendLineView, month: string | null) =>
  month === null ? line.name : w.what(line.name, monthName(month, "long"));

const shareOf = (month: TrendMonthView, few: number) =>
  month.of === 0 || month.of < few ? null : month.accounts / month.of;

function Shares(props: {
  title: string;
  lines: readonly TrendLineView[];
  few: number;
  onOpen: OpenTrend;
}): ReactNode {
  const { few } = props;
  const drawn = props.lines.slice(0, SERIES);
  const [first] = drawn;
  const months = first?.months ?? [];
  const point = (line: TrendLineView, month: TrendMonthView): Point => ({
    value: shareOf(month, few),
    low: null,
    high: null,
    words: w.sharePoint(
      wordsOf(line, month.month),
      percent(shareOf(month, few)),
      count(month.accounts),
      count(month.of),
    ),
    open:
      month.accounts === 0
        ? null
        : () => props.onOpen(requestOf(line, month.month), wordsOf(line, month.month)),
  });
  const most = Math.max(
    0.04,
    ...drawn.flatMap((line) => line.months.map((month) => shareOf(month, few) ?? 0)),
  );
  const tooFew = months.filter((month) => shareOf(month, few) === null);
  return (
    <LineChart
      width="whole"
      label={w.chartOf(props.title, drawn.map(headline).join("; "))}
      months={months}
      ofWords={w.ofAccounts(few)}
      lines={drawn.map((line) => ({
        key: `${line.language} ${line.name}`,
        name: line.meaning === "" ? line.name : w.meant(line.name, line.meaning),
        points: line.months.map((month) => point(line, month)),
      }))}
      step={axisStepOf(most)}
      most={most}
      tick={(value) => `${Math.round(value * 100)}%`}
      few={w.noShare(
        tooFew.map((month) => w.monthN(monthName(month.month, "long"), count(month.of))),
      )}
      more={props.lines.length > SERIES ? w.drawn(SERIES, props.lines.length) : undefined}
    />
  );
}

/** Steps of an axis of shares: one to twenty-five in a hundred, at most four of them. */
function axisStepOf(most: number): number {
  return [0.01, 0.02, 0.05, 0.1, 0.25].find((step) => step * 4 >= most) ?? 0.25;
}

/** A line in words: how often it was said in all, and whether it rises. */
function headline(line: TrendLineView): string {
  const said = w.lineHeadline(line.name, count(line.accounts));
  if (!line.is_beyond_chance || line.change === null) return said;
  return w.moving(said, line.change > 0 ? w.rising : w.falling);
}

function Table(props: {
  title: string;
  kind: "route" | "term";
  lines: readonly TrendLineView[];
  accounts: number;
  onOpen: OpenTrend;
}): ReactNode {
  const months = props.lines[0]?.months ?? [];
  const cell = (line: TrendLineView, month: string | null, value: number) => (
    <TrendCount
      key={month ?? "all"}
      value={value}
      words={wordsOf(line, month)}
      of={requestOf(line, month)}
      onOpen={props.onOpen}
    />
  );
  const heard = (month: string | null, value: number) => (
    <TrendCount
      key={month ?? "all"}
      value={value}
      words={month === null ? w.heard : w.what(w.heard, monthName(month, "long"))}
      of={{ kind: "heard", name: "", language: "", month }}
      onOpen={props.onOpen}
    />
  );
  return (
    <Figures
      label={w.tableOf(props.title)}
      columns={[
        w.first[props.kind],
        w.all,
        ...months.map((month) => monthName(month.month, "long")),
        w.change,
      ]}
      hasTotal
      rows={[
        ...props.lines.map((line) => ({
          key: `${line.language} ${line.name}`,
          name: (
            <>
              <Bdi>{line.name}</Bdi> {line.meaning !== "" && <Muted>{line.meaning}</Muted>}
            </>
          ),
          cells: [
            cell(line, null, line.accounts),
            ...line.months.map((month) => cell(line, month.month, month.accounts)),
            <Change key="change" line={line} />,
          ],
        })),
        {
          key: " heard",
          name: w.heard,
          cells: [
            heard(null, props.accounts),
            ...months.map((month) => heard(month.month, month.of)),
            "",
          ],
        },
      ]}
    />
  );
}

function Change(props: { line: TrendLineView }): ReactNode {
  const { line } = props;
  if (line.change === null) return "–";
  return (
    <>
      {w.points(change(line.change).replace("%", ""))}{" "}
      {line.is_beyond_chance && <Pill tone="accent">{line.change > 0 ? w.rising : w.falling}</Pill>}
    </>
  );
}
