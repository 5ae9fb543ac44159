import { type ReactNode, useState } from "react";
import { Button, Card, type CommandSpec, Dialog, Kbd, RadioList, useCommands } from "../../kit";
import { keyCaps, writeKey } from "../../kit/keys";
import styles from "./settings.module.css";
import { useChangeSettings } from "./useChangeSettings";
import { w } from "./words";

const SINGLE = ["on", "alt", "off"] as const;

/** How single keys work, and a key of one's own choice for any command. */
export function KeysTab(): ReactNode {
  const board = useCommands();
  const [settings, change] = useChangeSettings();
  const [changing, setChanging] = useState<CommandSpec | null>(null);
  const single = SINGLE.find((name) => name === settings.single_keys) ?? "on";
  const setKey = (id: string, key: string | null) => {
    const { [id]: _, ...rest } = settings.keys;
    change({ keys: key === null ? rest : { ...rest, [id]: key } });
    setChanging(null);
  };
  return (
    <div className={styles.column}>
      <Card>
        <RadioList
          label={w.single}
          value={single}
          onChange={(next) => change({ single_keys: next })}
          options={[
            { value: "on", label: w.singleOn, detail: w.singleOnText },
            { value: "alt", label: w.singleAlt, detail: w.singleAltText },
            { value: "off", label: w.singleOff, detail: w.singleOffText },
          ]}
        />
      </Card>
      <Card
        title={w.tabs.keys}
        aside={
          Object.keys(settings.keys).length > 0 && (
            <Button size="small" onPress={() => change({ keys: {} })}>
              {w.originalAll}
            </Button>
          )
        }
      >
        <ul>
          {board.specs.map((spec) => (
            <KeyLine
              key={spec.id}
              spec={spec}
              hasKey={board.keyOf(spec.id) !== undefined}
              isChanged={settings.keys[spec.id] !== undefined}
              onChange={() => setChanging(spec)}
            />
          ))}
        </ul>
      </Card>
      {changing && (
        <ChangeKey
          spec={changing}
          specs={board.specs}
          keyOf={(id) => board.keyOf(id)}
          onKey={(key) => setKey(changing.id, key)}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

function KeyLine(props: {
  spec: CommandSpec;
  hasKey: boolean;
  isChanged: boolean;
  onChange: () => void;
}): ReactNode {
  const { spec } = props;
  return (
    <li className={styles.key}>
      <span className={styles.keyLabel}>
        {spec.label()}
        <span className={styles.quiet}>
          {spec.group()}
          {props.isChanged && ` · ${w.changed}`}
        </span>
      </span>
      {props.hasKey ? (
        <Kbd command={spec.id as "undo"} />
      ) : (
        <span className={styles.quiet}>{w.noKey}</span>
      )}
      <Button size="small" onPress={props.onChange} ariaLabel={`${w.change}: ${spec.label()}`}>
        {w.change}
      </Button>
    </li>
  );
}

/** The other command that a key belongs to, if one has it where both can be pressed. */
export function holderOf(
  key: string,
  spec: CommandSpec,
  specs: readonly CommandSpec[],
  keyOf: (id: string) => string | undefined,
): CommandSpec | undefined {
  return specs.find((other) => {
    if (other.id === spec.id || keyOf(other.id) !== key) return false;
    const { panes } = spec;
    if (!panes || !other.panes) return true;
    return other.panes.some((pane) => panes.includes(pane));
  });
}

function ChangeKey(props: {
  spec: CommandSpec;
  specs: readonly CommandSpec[];
  keyOf: (id: string) => string | undefined;
  onKey: (key: string | null) => void;
  onClose: () => void;
}): ReactNode {
  const [pressed, setPressed] = useState<string | null>(null);
  const holder = pressed ? holderOf(pressed, props.spec, props.specs, props.keyOf) : undefined;
  return (
    <Dialog
      title={props.spec.label()}
      isOpen
      onClose={props.onClose}
      footer={<Button onPress={() => props.onKey(null)}>{w.original}</Button>}
    >
      <div className={styles.fields}>
        <input
          className={styles.press}
          aria-label={w.press}
          readOnly
          autoFocus
          value={pressed ? keyCaps(pressed).join(" ") : w.press}
          onKeyDown={(event) => {
            if (event.key === "Escape" || event.key === "Tab") return;
            event.preventDefault();
            event.stopPropagation();
            const key = writeKey(event.nativeEvent);
            if (key === null) return;
            setPressed(key);
            if (!holderOf(key, props.spec, props.specs, props.keyOf)) props.onKey(key);
          }}
        />
        <p className={styles.quiet} role="status">
          {holder ? w.taken(holder.label()) : w.pressText}
        </p>
      </div>
    </Dialog>
  );
}
