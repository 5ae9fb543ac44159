/** Figures that were given out: frozen under a name, and derived again to see whether they still hold. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type ChangedView,
  type FrozenFigureView,
  type RederivedView,
  type StatsRequest,
  useHost,
} from "../../host";
import { Bdi, Button, Dialog, ErrorState, Muted, Pill, TextField } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { w } from "./freezeWords";
import styles from "./outcomes.module.css";
import { w as area } from "./words";

/** Freezing what is shown, and all that was frozen before. */
export function Freeze(props: {
  request: StatsRequest | null;
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const frozen = useQuery({
    queryKey: ["statistics", "frozen"],
    queryFn: () => host.commands.frozenFigures(),
    enabled: props.isOpen,
  });
  const freeze = useMutation({
    mutationFn: (request: StatsRequest) => host.commands.freezeFigure({ name, request }),
    onSuccess: () => {
      setName("");
      return client.invalidateQueries({ queryKey: ["statistics", "frozen"] });
    },
  });
  const { request } = props;
  return (
    <Dialog title={w.title} isOpen={props.isOpen} onClose={props.onClose} size="wide">
      <p className={styles.quiet}>{w.means}</p>
      {request !== null && (
        <form
          className={styles.controls}
          onSubmit={(event) => {
            event.preventDefault();
            freeze.mutate(request);
          }}
        >
          <TextField label={w.name} value={name} onChange={setName} />
          <Button type="submit" isDisabled={name.trim() === "" || freeze.isPending}>
            {w.freeze(area.units[request.unit], request.from, request.to)}
          </Button>
        </form>
      )}
      {freeze.isError && <ErrorState error={freeze.error} />}
      {frozen.data?.length === 0 && <Muted>{w.none}</Muted>}
      <ul className={styles.frozen} aria-label={w.list}>
        {frozen.data?.map((figure) => (
          <Frozen key={figure.id} figure={figure} />
        ))}
      </ul>
    </Dialog>
  );
}

function Frozen(props: { figure: FrozenFigureView }): ReactNode {
  const host = useHost();
  const { figure } = props;
  const check = useMutation({ mutationFn: () => host.commands.rederiveFigure(figure.name) });
  const { unit, from, to, as_at: asAt } = figure.request;
  return (
    <li>
      <div className={styles.frozenHead}>
        <b>
          <Bdi>{figure.name}</Bdi>
        </b>
        <Pill tone={figure.is_signed ? "ok" : "warn"}>
          {figure.is_signed ? w.signed : w.notSigned}
        </Pill>
        <Button size="small" onPress={() => check.mutate()} isDisabled={check.isPending}>
          {w.derive}
        </Button>
      </div>
      <p>{w.figures(area.units[unit], count(figure.taken_down), from, to)}</p>
      <p className={styles.quiet}>
        {w.frozenBy(instant(asAt ?? figure.at), figure.by, instant(figure.at), figure.definitions)}
      </p>
      {check.data && <Derived found={check.data} />}
      {check.isError && <ErrorState error={check.error} />}
    </li>
  );
}

function Derived(props: { found: RederivedView }): ReactNode {
  const { found } = props;
  return (
    <div role="status">
      {found.is_equal ? (
        <p>
          <Pill tone="ok">{w.equal}</Pill> {found.are_rows_equal ? w.rowsEqual : w.rowsDiffer}
        </p>
      ) : (
        <>
          <Pill tone="warn">{w.changed(found.changed.length)}</Pill>
          <Differences all={found.changed} />
        </>
      )}
      <TakenBack count={found.taken_back} without={found.without} />
    </div>
  );
}

/** What a figure saw that was taken back since, and what it would be without. */
export function TakenBack(props: { count: number; without: readonly ChangedView[] }): ReactNode {
  if (props.count === 0) return null;
  return (
    <>
      <p>
        <Pill tone="warn">{w.takenBack(props.count)}</Pill>{" "}
        {props.without.length === 0 ? w.withoutSame : w.without}
      </p>
      <Differences all={props.without} />
    </>
  );
}

function Differences(props: { all: readonly ChangedView[] }): ReactNode {
  return (
    <ul className={styles.quiet}>
      {props.all.map((one) => (
        <li key={one.field}>
          {one.frozen.startsWith("[")
            ? w.listChanged(one.field)
            : w.was(one.field, one.frozen, one.now)}
        </li>
      ))}
    </ul>
  );
}
