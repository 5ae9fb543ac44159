/** Figures of several officers' files, read as one. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DuplicateView, type PooledView, useHost } from "../../host";
import { Bdi, Button, Card, ErrorState, Muted, QueryState, useToast } from "../../kit";
import { count } from "../../lib/numbers";
import { Cards } from "./Cards";
import { Controls } from "./Controls";
import { Curve } from "./Curve";
import { Months } from "./Months";
import { w } from "./officersWords";
import styles from "./outcomes.module.css";
import { type Asked, requestOf, start } from "./period";
import { Slices } from "./Slices";
import { PartsOfPlatform } from "./Stand";
import { Figures } from "./Twin";

/** Pseudonyms shown of what stands in several rows. */
const SHOWN = 50;

/** The tab. */
export function Officers(props: { now: Date }): ReactNode {
  const host = useHost();
  const [files, setFiles] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked>(() => start(props.now));
  const unit = asked.which === "apart" ? "account" : asked.which;
  const request = requestOf(asked, unit, props.now);
  const pooled = useQuery({
    queryKey: ["statistics", "pooled", files, request],
    queryFn: () => {
      if (request === null) throw new Error("no figures are asked for");
      return host.commands.pooledStatistics({ files: [...files], figures: request });
    },
    enabled: request !== null && files.length > 0,
    placeholderData: (before) => before,
  });
  const choose = useMutation({
    mutationFn: () => host.commands.choose("open-figures", null),
    onSuccess: (chosen) => {
      if (chosen.length > 0) setFiles(chosen.map((file) => file.token));
    },
  });
  const smallBelow = pooled.data?.stats.said.small_below ?? 0;
  return (
    <div className={styles.body}>
      <Card title={w.title}>
        <p className={styles.quiet}>{w.lead}</p>
        <span className={styles.steps}>
          <Button icon="import" isPending={choose.isPending} onPress={() => choose.mutate()}>
            {files.length === 0 ? w.choose : w.again}
          </Button>
          <WriteFile />
        </span>
        {choose.isError && <ErrorState error={choose.error} />}
      </Card>
      {files.length > 0 && (
        <>
          <Controls
            asked={asked}
            units={pooled.data?.units ?? []}
            smallBelow={smallBelow}
            isApartLeftOut
            onChange={(patch) => setAsked((before) => ({ ...before, ...patch }))}
          />
          <QueryState query={pooled}>
            {(found) => <Pooled found={found} smallBelow={asked.hidesSmall ? smallBelow : null} />}
          </QueryState>
        </>
      )}
    </div>
  );
}

function WriteFile(): ReactNode {
  const host = useHost();
  const toast = useToast();
  const write = useMutation({
    mutationFn: async () => {
      const [secret] = await host.commands.choose("open-secret", null);
      if (secret === undefined) return null;
      const [place] = await host.commands.choose("save-figures", "figures.csv");
      if (place === undefined) return null;
      const done = await host.commands.writeFigures({ secret: secret.token, place: place.token });
      return w.written(place.name, done.rows);
    },
    onSuccess: (text) => {
      if (text !== null) toast({ text, tone: "ok" });
    },
  });
  return (
    <>
      <Button
        icon="save"
        isPending={write.isPending}
        why={w.writeMeans}
        onPress={() => write.mutate()}
      >
        {w.write}
      </Button>
      {write.isError && <ErrorState error={write.error} />}
    </>
  );
}

/** In which files an item stands, and on how many moments they differ. */
function inFiles({ files, differs_at: differs }: DuplicateView): string {
  const names = files.join(", ");
  return differs.length === 0 ? names : w.differs(names, differs.length);
}

function Pooled(props: { found: PooledView; smallBelow: number | null }): ReactNode {
  const { found, smallBelow } = props;
  const { stats, files, duplicates } = found;
  return (
    <>
      <Card title={w.files} aside={w.sum(found.items, files.length)}>
        <Figures
          label={w.files}
          columns={w.fileColumns}
          rows={files.map((file, at) => ({
            key: `${at} ${file.file}`,
            name: <Bdi>{file.file}</Bdi>,
            cells: [count(file.rows)],
          }))}
        />
        {found.unmarked.length > 0 && <p role="alert">{w.unmarked(found.unmarked.join(", "))}</p>}
        <p role="status">{w.duplicates(duplicates.length)}</p>
        {duplicates.length > 0 && (
          <Figures
            label={w.duplicatesTitle}
            columns={w.duplicateColumns}
            rows={duplicates.slice(0, SHOWN).map((one) => ({
              key: one.item,
              name: <Bdi>{one.item}</Bdi>,
              cells: [inFiles(one)],
            }))}
          />
        )}
        {duplicates.length > SHOWN && <Muted>{w.moreDuplicates(duplicates.length - SHOWN)}</Muted>}
      </Card>
      <Cards stats={stats} smallBelow={smallBelow} />
      <div className={styles.charts}>
        <Months stats={stats} />
        <Curve stats={stats} />
      </div>
      <PartsOfPlatform stats={stats} smallBelow={smallBelow} />
      <Slices stats={stats} smallBelow={smallBelow} />
    </>
  );
}
