/** Pasted links in groups; each that the case knows leads to its account. */
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Button as AriaButton } from "react-aria-components";
import { type LinkView, usePlatforms } from "../../host";
import { Bdi, Pill } from "../../kit";
import { cx } from "../../lib/css";
import { ownerOf, warningHits } from "../../record/register/hits";
import { StatusPill } from "../../record/StatusPill";
import { grouped } from "./groups";
import styles from "./PasteLinks.module.css";
import { w } from "./words";

/** The list. Up and Down go from line to line, Enter opens. */
export function LinkGroups(props: {
  links: readonly LinkView[];
  onOpen: (account: string) => void;
}): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const lines = [...(root.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const next = lines[at + by];
    if (by === 0 || at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move the focus between the buttons inside.
    <div ref={root} className={styles.groups} onKeyDown={move}>
      {grouped(props.links).map(({ group, links }) => (
        <section key={group} aria-label={w.groups[group]}>
          <h3 className={styles.heading} data-group={group}>
            {w.groups[group]} <span className={styles.count}>{links.length}</span>
          </h3>
          <ul className={styles.list}>
            {links.map((link) => (
              <li key={link.key ?? link.input}>
                <Line link={link} onOpen={props.onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line(props: { link: LinkView; onOpen: (account: string) => void }): ReactNode {
  const { link } = props;
  const { account } = link;
  const words = <Words link={link} />;
  if (account === null) return <div className={styles.line}>{words}</div>;
  return (
    <AriaButton
      className={cx(styles.line, styles.opens)}
      aria-label={w.open(link.label ?? link.shown)}
      onPress={() => props.onOpen(account)}
    >
      {words}
    </AriaButton>
  );
}

function Words(props: { link: LinkView }): ReactNode {
  const { link } = props;
  const platforms = usePlatforms();
  const hits = warningHits(link.registers);
  return (
    <>
      <span className={styles.name}>
        {link.label !== null && (
          <b>
            <Bdi>{link.label}</Bdi>
          </b>
        )}
        {link.platform !== null && (
          <span className={styles.count}>{platforms.name(link.platform)}</span>
        )}
        <Bdi mono>{link.shown}</Bdi>
        {link.status !== null && <StatusPill status={link.status} />}
        {link.status === null && hits.length > 0 && <Pill>{w.notInCase}</Pill>}
      </span>
      {hits.map((hit) => (
        <span key={hit.entry} className={styles.register}>
          {ownerOf(hit)}
        </span>
      ))}
      {link.warnings.map((warning) => (
        <span key={warning.code} className={styles.warning}>
          {warning.what}
        </span>
      ))}
    </>
  );
}
