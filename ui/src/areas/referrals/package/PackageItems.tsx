/** The items of a package, closed until somebody opens them. */
import { type ReactNode, useState } from "react";
import type { PackageItem } from "../../../host";
import { Bdi, Button, Pill } from "../../../kit";
import { defang } from "../../../record/defang";
import styles from "./package.module.css";
import { w } from "./words";

/** The list; an item that was opened once is told. */
export function PackageItems(props: {
  items: readonly PackageItem[];
  seen: ReadonlySet<string>;
  onSeen: (id: string) => void;
}): ReactNode {
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (id: string) => {
    props.onSeen(id);
    setOpen((now) => (now === id ? null : id));
  };
  return (
    <>
      {props.items.map((item) => (
        <Item
          key={item.id}
          item={item}
          isOpen={open === item.id}
          isSeen={props.seen.has(item.id)}
          onToggle={() => toggle(item.id)}
        />
      ))}
    </>
  );
}

function Item(props: {
  item: PackageItem;
  isOpen: boolean;
  isSeen: boolean;
  onToggle: () => void;
}): ReactNode {
  const { item, isOpen, isSeen } = props;
  return (
    <section className={styles.item} aria-label={`${item.position}. ${item.label}`}>
      <div className={styles.head}>
        <b>
          {item.position}. <Bdi>{item.label}</Bdi>
        </b>
        <Pill tone={isSeen ? "ok" : "warn"}>{isSeen ? w.opened : w.notOpened}</Pill>
        <Button
          size="small"
          ariaExpanded={isOpen}
          ariaLabel={isOpen ? w.closeItemOf(item.label) : w.openItemOf(item.label)}
          onPress={props.onToggle}
        >
          {isOpen ? w.closeItem : w.openItem}
        </Button>
      </div>
      {isOpen && <Facts item={item} />}
    </section>
  );
}

function Facts(props: { item: PackageItem }): ReactNode {
  const { item } = props;
  const facts: readonly (readonly [string, string])[] = [
    [w.address, defang(item.address)],
    [w.place, item.place],
    [w.words, item.words],
    [w.translation, [item.translation, item.translation_by].filter(Boolean).join("\n")],
    [w.why, item.why],
    [w.reason, `${item.reason} (${item.officer})`],
    [w.exhibits, item.exhibits.length === 0 ? w.none : item.exhibits.join(", ")],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts
          .filter(([, said]) => said !== "")
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Bdi>{said}</Bdi>
              </dd>
            </div>
          ))}
      </dl>
      <h5 className={styles.title}>{w.answers}</h5>
      <dl className={styles.facts}>
        {item.answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{answer === null ? w.notAsked : (w.answer[answer] ?? answer)}</dt>
            <dd>{question}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
