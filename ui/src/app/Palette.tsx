import { type ReactNode, useState } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from "react-aria-components";
import { type CommandSpec, Dialog, Kbd, useCommands } from "../kit";
import { cx } from "../lib/css";
import { closeness } from "../lib/fuzzy";
import styles from "./Palette.module.css";
import { w } from "./words";

/** The commands that fit what was typed, best first; with nothing typed, the table's own order. */
export function matching(specs: readonly CommandSpec[], typed: string): CommandSpec[] {
  if (typed.trim() === "") return [...specs];
  return specs
    .map((spec) => ({
      spec,
      score: Math.max(
        closeness(typed, spec.label()) ?? Number.NEGATIVE_INFINITY,
        (closeness(typed, `${spec.group()} ${spec.label()}`) ?? Number.NEGATIVE_INFINITY) - 1,
      ),
    }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.score - a.score)
    .map(({ spec }) => spec);
}

/** Every command of this screen, found by typing. */
export function Palette(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  const board = useCommands();
  const [typed, setTyped] = useState("");
  const close = () => {
    setTyped("");
    props.onClose();
  };
  const known = board.specs.filter((spec) => board.isKnown(spec.id) && spec.id !== "palette.open");
  const found = matching(known, typed);
  return (
    <Dialog title={w.palette.title} isOpen={props.isOpen} onClose={close}>
      <div className={styles.scroll}>
        <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
          <SearchField aria-label={w.palette.placeholder} autoFocus className={cx(styles.search)}>
            <Input className={cx(styles.input)} placeholder={w.palette.placeholder} />
          </SearchField>
          <Menu
            className={cx(styles.list)}
            aria-label={w.palette.title}
            items={found}
            dependencies={[board.version()]}
            disabledKeys={found.filter((spec) => !board.isAwake(spec.id)).map((spec) => spec.id)}
            onAction={(id) => {
              close();
              queueMicrotask(() => board.run(String(id)));
            }}
            renderEmptyState={() => <p className={styles.none}>{w.palette.none}</p>}
          >
            {(spec) => (
              <MenuItem id={spec.id} textValue={spec.label()} className={cx(styles.item)}>
                <Text slot="label" className={cx(styles.label)}>
                  {spec.label()}
                </Text>
                <span className={styles.group}>
                  {board.isAwake(spec.id) ? spec.group() : w.palette.shut}
                </span>
                <Kbd command={spec.id as "undo"} />
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
      <p className={styles.hint}>{w.palette.hint}</p>
    </Dialog>
  );
}
