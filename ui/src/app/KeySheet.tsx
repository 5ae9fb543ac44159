import type { ReactNode } from "react";
import { type CommandSpec, Dialog, Kbd, LinkButton, useCommands } from "../kit";
import { areCapsKnown } from "../kit/keys";
import { cx } from "../lib/css";
import { go } from "../lib/route";
import { fixedKeys } from "./fixedKeys";
import styles from "./KeySheet.module.css";
import { w } from "./words";

/** Commands with a key, under their headings, in the table's order. */
export function byGroup(specs: readonly CommandSpec[]): [string, CommandSpec[]][] {
  const groups = new Map<string, CommandSpec[]>();
  for (const spec of specs) {
    const group = spec.group();
    groups.set(group, [...(groups.get(group) ?? []), spec]);
  }
  return [...groups];
}

/** Every key of the window, with the cap it has on this keyboard. */
export function KeySheet(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  const board = useCommands();
  const withKey = board.specs.filter((spec) => board.keyOf(spec.id) !== undefined);
  const isSure = areCapsKnown(withKey.map((spec) => board.keyOf(spec.id) ?? ""));
  return (
    <Dialog title={w.sheet.title} size="wide" isOpen={props.isOpen} onClose={props.onClose}>
      <p className={styles.intro}>{w.sheet.intro}</p>
      {!isSure && <p className={styles.intro}>{w.sheet.byPlace}</p>}
      <div className={styles.groups}>
        {byGroup(withKey).map(([group, specs]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {specs.map((spec) => (
                <div
                  key={spec.id}
                  className={cx(styles.line, !board.isKnown(spec.id) && styles.asleep)}
                >
                  <dt>
                    {spec.label()}
                    {spec.panes && <span className={styles.pane}>{w.sheet.inPane}</span>}
                  </dt>
                  <dd>
                    <Kbd command={spec.id as "undo"} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {fixedKeys().map(({ heading, keys }) => (
          <section key={heading} className={styles.group}>
            <h3 className={styles.heading}>{heading}</h3>
            <dl>
              {keys.map(({ label, caps }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd className={styles.caps}>
                    {caps.map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <LinkButton
          onPress={() => {
            props.onClose();
            go({ area: "settings", tab: "keys" });
          }}
        >
          {w.sheet.change}
        </LinkButton>
      </p>
    </Dialog>
  );
}
