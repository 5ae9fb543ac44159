/** Which columns stand in the file, and in which order; all of it by keyboard. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ExportColumnView } from "../../host";
import { Bdi, Button, Card, IconButton } from "../../kit";
import { count } from "../../lib/numbers";
import styles from "./ColumnChooser.module.css";
import { moved } from "./exportForm";
import { w } from "./words";

type Names = readonly string[];

/** Two lists: in the file, in order; and left out. */
export function ColumnChooser(props: {
  offered: readonly ExportColumnView[];
  chosen: readonly ExportColumnView[];
  isProfile: boolean;
  /** `null` for the colleague's profile. */
  onChange: (names: Names | null) => void;
}): ReactNode {
  const { offered, chosen, onChange } = props;
  const names = chosen.map((column) => column.name);
  const left = offered.filter((column) => !names.includes(column.name));
  return (
    <Card title={w.export.columns} aside={w.export.columnsAside(chosen.length)}>
      <div className={styles.presets}>
        <Button size="small" isDisabled={props.isProfile} onPress={() => onChange(null)}>
          {w.export.colleague}
        </Button>
        <Button
          size="small"
          isDisabled={left.length === 0}
          onPress={() => onChange([...names, ...left.map((column) => column.name)])}
        >
          {w.export.everything}
        </Button>
        <span className={styles.hint}>{w.export.moveHint}</span>
      </div>
      <div className={styles.lists}>
        <Chosen columns={chosen} names={names} onChange={onChange} />
        <section aria-label={w.export.notInFile}>
          <h3 className={styles.heading}>{w.export.notInFile}</h3>
          <ul className={styles.list}>
            {left.map((column) => (
              <li key={column.name} className={styles.line}>
                <Name column={column} />
                <IconButton
                  size="small"
                  icon="plus"
                  label={w.export.add(column.name)}
                  onPress={() => onChange([...names, column.name])}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Card>
  );
}

function Chosen(props: {
  columns: readonly ExportColumnView[];
  names: Names;
  onChange: (names: Names) => void;
}): ReactNode {
  const { columns, names, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === null) return;
    const row = [...(list.current?.children ?? [])][names.indexOf(followed.current)];
    followed.current = null;
    if (row instanceof HTMLElement && !row.contains(document.activeElement)) row.focus();
  }, [names]);
  const move = (name: string, step: 1 | -1) => {
    const next = moved(names, name, step);
    followed.current = name;
    setSaid(w.export.moved(name, next.indexOf(name) + 1));
    onChange(next);
  };
  return (
    <section aria-label={w.export.inFile}>
      <h3 className={styles.heading}>{w.export.inFile}</h3>
      {columns.length === 0 && <p className={styles.none}>{w.export.noColumns}</p>}
      <ol className={styles.list} ref={list}>
        {columns.map((column, index) => (
          <ChosenLine
            key={column.name}
            column={column}
            place={index + 1}
            of={columns.length}
            onMove={(step) => move(column.name, step)}
            onRemove={() => onChange(names.filter((name) => name !== column.name))}
          />
        ))}
      </ol>
      <p className={styles.spoken} role="status">
        {said}
      </p>
    </section>
  );
}

function ChosenLine(props: {
  column: ExportColumnView;
  place: number;
  of: number;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}): ReactNode {
  const { column, place, onMove } = props;
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li
      className={styles.line}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes the focus to be moved by Alt with an arrow key.
      tabIndex={0}
      onKeyDown={press}
    >
      <span className={styles.place}>{count(place)}</span>
      <Name column={column} />
      <IconButton
        size="small"
        icon="up"
        label={w.export.up(column.name)}
        isDisabled={place === 1}
        onPress={() => onMove(-1)}
      />
      <IconButton
        size="small"
        icon="down"
        label={w.export.down(column.name)}
        isDisabled={place === props.of}
        onPress={() => onMove(1)}
      />
      <IconButton
        size="small"
        icon="close"
        label={w.export.remove(column.name)}
        onPress={props.onRemove}
      />
    </li>
  );
}

function Name(props: { column: ExportColumnView }): ReactNode {
  const { column } = props;
  return (
    <span className={styles.name}>
      <Bdi mono>{column.name}</Bdi>
      <span className={styles.label}>{column.is_extra ? w.export.kept : column.label}</span>
    </span>
  );
}
