import type { ReactNode } from "react";
import type { AreaCountsView, SessionView } from "../host";
import { Bdi, Icon, type IconName, Kbd, useRoom } from "../kit";
import { cx } from "../lib/css";
import { count } from "../lib/numbers";
import type { AreaName } from "../lib/route";
import { RAIL, RAIL_FOOT, type RailEntry } from "./areas";
import styles from "./Rail.module.css";
import { w } from "./words";

/** What the rail takes. */
export type RailProps = {
  session: SessionView;
  counts: AreaCountsView | undefined;
  current: AreaName;
  /** Where there is little room the rail opens over the work. */
  isOpen: boolean;
  onToggle: () => void;
  onGo: (area: AreaName) => void;
  onLock: () => void;
};

/** The areas with their live counts. Pictures only where there is less room; a menu where there is least. */
export function Rail(props: RailProps): ReactNode {
  const { session, current } = props;
  const room = useRoom();
  const isMenu = room === "single";
  return (
    <div className={styles.frame} data-room={room} data-open={props.isOpen || undefined}>
      {isMenu && (
        <div className={styles.top}>
          <button
            type="button"
            className={styles.menu}
            aria-expanded={props.isOpen}
            onClick={props.onToggle}
          >
            <Icon name="menu" />
            {w.menu}
          </button>
          <span className={styles.here}>{w.area[current]}</span>
        </div>
      )}
      {(!isMenu || props.isOpen) && (
        <nav className={styles.rail} aria-label={w.areas}>
          <div className={styles.case}>
            <b>
              <Bdi>{session.title}</Bdi>
            </b>
            <span>
              <Bdi>{session.reference}</Bdi> · {session.officer.number}
            </span>
          </div>
          {RAIL.map((part) => (
            <div key={part.heading ?? "top"} className={styles.part}>
              {part.heading && <h2 className={styles.heading}>{w.heading[part.heading]}</h2>}
              {part.entries.map((entry) => (
                <AreaLine key={entry.area} entry={entry} rail={props} />
              ))}
            </div>
          ))}
          <div className={styles.space} />
          {RAIL_FOOT.map((entry) => (
            <AreaLine key={entry.area} entry={entry} rail={props} />
          ))}
          <Line icon="lock" label={w.lockNow} onPress={props.onLock}>
            <span className={styles.keys}>
              <Kbd command="case.lock" />
            </span>
          </Line>
        </nav>
      )}
    </div>
  );
}

function AreaLine(props: { entry: RailEntry; rail: RailProps }): ReactNode {
  const { entry, rail } = props;
  const { counts } = rail;
  const figure = counts && entry.count ? entry.count(counts) : null;
  const urgent = counts && entry.urgent ? entry.urgent(counts) : 0;
  return (
    <Line
      icon={entry.icon}
      label={w.area[entry.area]}
      isCurrent={rail.current === entry.area}
      onPress={() => rail.onGo(entry.area)}
    >
      {figure !== null && (
        <span
          className={cx(styles.count, urgent > 0 && styles.urgent)}
          {...(urgent > 0 ? { title: w.urgent(count(urgent)) } : {})}
        >
          {count(urgent > 0 ? urgent : figure)}
        </span>
      )}
    </Line>
  );
}

function Line(props: {
  icon: IconName;
  label: string;
  isCurrent?: boolean;
  onPress: () => void;
  children?: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className={cx(styles.line, props.isCurrent && styles.on)}
      {...(props.isCurrent ? { "aria-current": "page" as const } : {})}
      title={props.label}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
      <span className={styles.label}>{props.label}</span>
      {props.children}
    </button>
  );
}
