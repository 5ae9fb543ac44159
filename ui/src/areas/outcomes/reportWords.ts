import type { ChartFormat, ReportFormat, ReportKind } from "../../host";
import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about reports and charts as files. */
export const w = catalogue("reports", {
  open: "Report…",
  title: "Report",
  kind: "For whom",
  kinds: {
    monthly: "The unit",
    yearly: "Publication",
    press: "Press office",
  } satisfies { readonly [kind in ReportKind]: string },
  means: {
    monthly:
      "Every number of the period, each unit apart. Nothing is held back: it is not for publication.",
    yearly:
      "In the shape Article 22(3) of the Digital Services Act asks for, with the lines the NCA and TCAP publish. Small numbers are held back, and the finished text is read for anybody it would name.",
    press:
      "One card: the figure as it may be said, what it counts, what is to be said with it, and how many were withdrawn or reversed.",
  } satisfies { readonly [kind in ReportKind]: string },
  format: "Form",
  formats: { pdf: "PDF", csv: "CSV", json: "JSON", png: "PNG", svg: "SVG" } satisfies {
    readonly [format in ReportFormat | ChartFormat]: string;
  },
  formatDetails: {
    png: "a picture, for slides",
    svg: "drawn, for print",
    csv: "its numbers",
  } satisfies { readonly [format in ChartFormat]: string },
  period: (from: string, to: string) => `${from} to ${to}, as chosen under Figures`,
  remarks: "The unit’s own words: how it keeps its independence, what is to be known",
  write: "Write the report",
  logged: "It is logged as a disclosure.",
  written: (file: string) => `${file} written; it is in the log`,
  writtenHeld: (file: string, held: number) =>
    `${file} written, ${plural(held, "number", "numbers")} held back; it is in the log`,
  found: "Nothing was written. The finished text would name somebody:",
  saveChart: (title: string) => `Save the chart: ${title}`,
});
