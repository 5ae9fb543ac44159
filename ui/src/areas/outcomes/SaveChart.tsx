/** A chart as a file: as a picture, for print, or its numbers. */
import type { ReactNode } from "react";
import { type ChartFormat, type ChartKind, type ChartView, useHost } from "../../host";
import { Menu, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { useShownFigures } from "./Opens";
import { w } from "./reportWords";

const FORMATS = ["png", "svg", "csv"] as const satisfies readonly ChartFormat[];

/** A chart of the figures that are shown. */
export function SaveChart(props: { chart: ChartKind; title: string }): ReactNode {
  const host = useHost();
  const figures = useShownFigures();
  if (figures === null) return null;
  const { chart, title } = props;
  return (
    <SaveAs
      title={title}
      name={chart}
      write={(format, place) => host.commands.writeChart({ chart, format, figures, place })}
    />
  );
}

/** Asks for the form and the place, and has it written; logged. */
export function SaveAs(props: {
  title: string;
  /** Name of the file. */
  name: string;
  write: (format: ChartFormat, place: string) => Promise<ChartView>;
}): ReactNode {
  const host = useHost();
  const toast = useToast();
  const save = async (format: ChartFormat) => {
    try {
      const [place] = await host.commands.choose("save-chart", `${props.name}.${format}`);
      if (place === undefined) return;
      const done = await props.write(format, place.token);
      toast({ text: w.written(done.file_name), tone: "ok" });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <Menu
      label={w.saveChart(props.title)}
      icon="export"
      isIconOnly
      items={FORMATS.map((id) => ({ id, label: w.formats[id], detail: w.formatDetails[id] }))}
      onAction={(id) => void save(id)}
    />
  );
}
