/** Whom this case knows at other workstations, and your own card for them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ColleagueView, useHost, useSession } from "../../../host";
import { Bdi, Button, Card, Muted, Pill, QueryState, Time, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { Refused } from "../lexicons/Refused";
import styles from "../settings.module.css";
import { ConfirmKey } from "./ConfirmKey";
import { w } from "./words";

function useColleagueActs() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const again = () => client.invalidateQueries({ queryKey: ["colleagues"] });
  const save = (number: string) =>
    run(async () => {
      const [place] = await host.commands.choose("save-card", `card-${number}.txt`);
      if (place === undefined) return;
      await host.commands.savePackageCard(place.token);
      toast({ text: w.cardSaved(place.name), tone: "ok" });
    });
  const add = () =>
    run(async () => {
      const [file] = await host.commands.choose("open-card", null);
      if (file === undefined) return;
      const added = await host.commands.addColleague(file.token);
      toast({ text: w.added(added.name), tone: "ok" });
      await again();
    });
  const remove = (one: ColleagueView) =>
    run(async () => {
      await host.commands.removeColleague(one.number);
      toast({ text: w.removed(one.name), tone: "ok" });
      await again();
    });
  return { save, add, remove, again, isBusy, error };
}

/** The card in Settings. */
export function ColleaguesCard(): ReactNode {
  const host = useHost();
  const { officer } = useSession();
  const acts = useColleagueActs();
  const own = useQuery({ queryKey: ["package-card"], queryFn: () => host.commands.packageCard() });
  const all = useQuery({ queryKey: ["colleagues"], queryFn: () => host.commands.colleagues() });
  const [confirming, setConfirming] = useState<ColleagueView | null>(null);
  const canChange = officer.role !== "reader";
  return (
    <Card
      title={w.title}
      aside={
        canChange && (
          <>
            <Button
              size="small"
              icon="export"
              isPending={acts.isBusy}
              onPress={() => void acts.save(officer.number)}
            >
              {w.card}
            </Button>{" "}
            <Button
              size="small"
              icon="import"
              isPending={acts.isBusy}
              onPress={() => void acts.add()}
            >
              {w.add}
            </Button>
          </>
        )
      }
    >
      <p>
        <Muted>{w.text}</Muted>
      </p>
      {own.data !== undefined && (
        <p>
          <Bdi>{w.cardText(own.data.fingerprint)}</Bdi>
        </p>
      )}
      {acts.error !== null && <Refused title={w.failed}>{acts.error}</Refused>}
      <QueryState query={all}>
        {(list) =>
          list.length === 0 ? (
            <p>
              <Muted>{w.none}</Muted>
            </p>
          ) : (
            <List
              all={list}
              canConfirm={officer.role === "supervisor"}
              onConfirm={setConfirming}
              onRemove={canChange ? (one) => void acts.remove(one) : null}
            />
          )
        }
      </QueryState>
      {confirming !== null && (
        <ConfirmKey
          colleague={confirming}
          onDone={() => void acts.again()}
          onClose={() => setConfirming(null)}
        />
      )}
    </Card>
  );
}

function List(props: {
  all: readonly ColleagueView[];
  canConfirm: boolean;
  onConfirm: (one: ColleagueView) => void;
  onRemove: ((one: ColleagueView) => void) | null;
}): ReactNode {
  const { onRemove } = props;
  return (
    <table className={styles.table} aria-label={w.list}>
      <thead>
        <tr>
          <th>{w.number}</th>
          <th>{w.name}</th>
          <th>{w.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.all.map((one) => (
          <tr key={one.id}>
            <td>{one.number}</td>
            <td>
              <Bdi>{one.name}</Bdi>
            </td>
            <td>
              <Standing one={one} />
            </td>
            <td>
              {one.confirmed_by === null && props.canConfirm && (
                <Button
                  size="small"
                  ariaLabel={w.confirmOf(one.name)}
                  onPress={() => props.onConfirm(one)}
                >
                  {w.confirm}
                </Button>
              )}{" "}
              {onRemove !== null && (
                <Button size="small" ariaLabel={w.removeOf(one.name)} onPress={() => onRemove(one)}>
                  {w.remove}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing(props: { one: ColleagueView }): ReactNode {
  const { confirmed_by, confirmed_at } = props.one;
  if (confirmed_by === null) return <Pill tone="warn">{w.waits}</Pill>;
  return (
    <>
      <Bdi>{w.counts(confirmed_by)}</Bdi>{" "}
      {confirmed_at !== null && <Time at={confirmed_at} show="date" />}
    </>
  );
}
