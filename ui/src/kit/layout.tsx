/** The frame of the work area at every size: list, item, side pane, and the bar of decisions. */
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { cx } from "../lib/css";
import { Button, IconButton } from "./Button";
import { useCommand } from "./command";
import styles from "./layout.module.css";
import { focusPane, Pane, usePane } from "./pane";
import { w } from "./words";

/** How much room there is: four columns, a drawer at the side, the list as a strip, or one pane. */
export type Room = "wide" | "drawer" | "strip" | "single";

const ROOMS: readonly { room: Room; query: string }[] = [
  { room: "wide", query: "(min-width: 1360px)" },
  { room: "drawer", query: "(min-width: 1080px)" },
  { room: "strip", query: "(min-width: 760px)" },
];

function readRoom(): Room {
  if (typeof window.matchMedia !== "function") return "wide";
  return ROOMS.find(({ query }) => window.matchMedia(query).matches)?.room ?? "single";
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** The room there is now. */
export function useRoom(): Room {
  return useSyncExternalStore(subscribe, readRoom);
}

/** Which pane the keys act on, in words. */
export function KeyBar(): ReactNode {
  const pane = usePane();
  return (
    <span className={styles.keys} data-pane-named={pane ?? "none"}>
      {w.pane.acts(pane ? w.pane[pane] : w.pane.none)}
    </span>
  );
}

/** What a screen hands to the frame. */
export type WorkLayoutProps = {
  list?: ReactNode;
  item: ReactNode;
  inspector?: ReactNode;
  decision?: ReactNode;
  listLabel?: string;
  itemLabel: string;
  inspectorLabel?: string;
  /** True when there is an item to show: where only one pane fits, it is that one. */
  hasItem: boolean;
  /** Goes back to the list where only one pane fits. */
  onBack?: () => void;
};

/** The four columns of a screen, and what becomes of them where there is less room. */
export function WorkLayout(props: WorkLayoutProps): ReactNode {
  const room = useRoom();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const hasInspector = props.inspector !== undefined && props.inspector !== null;
  const isDrawer = hasInspector && room !== "wide";
  const showList = props.list !== undefined && (room !== "single" || !props.hasItem);
  const showItem = room !== "single" || props.hasItem || props.list === undefined;
  const isStrip = room === "strip" && props.list !== undefined;

  useEffect(() => {
    if (!isDrawer) setDrawerOpen(false);
  }, [isDrawer]);
  useEffect(() => {
    if (!isStrip) setListOpen(false);
  }, [isStrip]);
  const closeDrawer = () => {
    setDrawerOpen(false);
    focusPane("item");
  };
  useCommand(
    "drawer.toggle",
    () => {
      if (!isDrawer) {
        focusPane("inspector");
      } else if (isDrawerOpen) {
        closeDrawer();
      } else {
        setDrawerOpen(true);
        requestAnimationFrame(() => focusPane("inspector"));
      }
    },
    hasInspector,
  );
  useCommand("back", closeDrawer, isDrawerOpen);
  const { onBack } = props;
  useCommand(
    "back",
    () => onBack?.(),
    room === "single" && props.hasItem && onBack !== undefined && !isDrawerOpen,
  );

  return (
    <div
      className={styles.work}
      data-room={room}
      data-has-list={props.list !== undefined || undefined}
      data-has-inspector={(hasInspector && !isDrawer) || undefined}
    >
      {showList && (
        <Pane
          name="list"
          label={props.listLabel ?? w.pane.list}
          className={cx(
            styles.list,
            isStrip && styles.strip,
            isStrip && isListOpen && styles.stripOpen,
          )}
        >
          {isStrip && (
            <div className={styles.stripHead}>
              <IconButton
                icon={isListOpen ? "back" : "forward"}
                label={isListOpen ? w.layout.hideList : w.layout.showList}
                ariaExpanded={isListOpen}
                onPress={() => setListOpen((open) => !open)}
              />
            </div>
          )}
          <div className={styles.listBody} data-strip={(isStrip && !isListOpen) || undefined}>
            {props.list}
          </div>
        </Pane>
      )}
      {showItem && (
        <div className={styles.middle}>
          {(room === "single" && props.list !== undefined) || isDrawer ? (
            <div className={styles.tools}>
              {room === "single" && props.list !== undefined && onBack && (
                <Button variant="quiet" size="small" icon="back" onPress={onBack}>
                  {w.layout.backToList}
                </Button>
              )}
              {isDrawer && (
                <span className={styles.toolsEnd}>
                  <Button
                    variant="quiet"
                    size="small"
                    icon="panel"
                    command="drawer.toggle"
                    ariaExpanded={isDrawerOpen}
                    onPress={() => setDrawerOpen((open) => !open)}
                  >
                    {props.inspectorLabel ?? w.layout.showInspector}
                  </Button>
                </span>
              )}
            </div>
          ) : null}
          <Pane name="item" label={props.itemLabel} className={styles.item}>
            <div className={styles.scroll}>{props.item}</div>
            {props.decision && (
              <footer className={styles.decision}>
                <div className={styles.decisionBody}>{props.decision}</div>
                <KeyBar />
              </footer>
            )}
          </Pane>
        </div>
      )}
      {hasInspector && (!isDrawer || isDrawerOpen) && (
        <Pane
          name="inspector"
          label={props.inspectorLabel ?? w.layout.showInspector}
          className={cx(styles.inspector, isDrawer && styles.drawer)}
        >
          {isDrawer && (
            <div className={styles.drawerHead}>
              <IconButton icon="close" label={w.layout.closeInspector} onPress={closeDrawer} />
            </div>
          )}
          {props.inspector}
        </Pane>
      )}
    </div>
  );
}

/** Search and filters over a list; it stays while the rows scroll. */
export function ListHeader(props: { children: ReactNode }): ReactNode {
  return <header className={styles.listHeader}>{props.children}</header>;
}

/** A line of chips. */
export function ChipRow(props: { children: ReactNode }): ReactNode {
  return <div className={styles.chips}>{props.children}</div>;
}

/** What stands under a list. */
export function ListFooter(props: { children: ReactNode }): ReactNode {
  return <footer className={styles.listFooter}>{props.children}</footer>;
}

/** An area without columns: its heading, what can be done, and a body that scrolls. */
export function Page(props: {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  /** The body fills the page and scrolls by itself. */
  isFilled?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <Pane
      name="page"
      label={typeof props.title === "string" ? props.title : w.pane.page}
      className={styles.page}
    >
      <header className={styles.pageHead}>
        <h1>{props.title}</h1>
        {props.aside && <span className={styles.aside}>{props.aside}</span>}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      <div className={cx(styles.pageBody, props.isFilled && styles.filled)}>{props.children}</div>
    </Pane>
  );
}

/** A sheet of its own on the ground of the page. */
export function Card(props: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  tone?: "plain" | "warn" | "danger";
}): ReactNode {
  return (
    <section className={cx(styles.card, props.tone && styles[`card-${props.tone}`])}>
      {props.title !== undefined && (
        <h2 className={styles.cardTitle}>
          {props.title}{" "}
          {props.aside !== undefined && (
            <span className={cx(styles.muted, styles.cardAside)}>{props.aside}</span>
          )}
        </h2>
      )}
      {props.children}
    </section>
  );
}

/** A part of the side pane: heading at the start, figures at the end. */
export function Section(props: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>
        <span>{props.title}</span>
        {props.aside !== undefined && <span className={styles.muted}>{props.aside}</span>}
      </h2>
      {props.children}
    </section>
  );
}

/** Words that matter less. */
export function Muted(props: { children: ReactNode }): ReactNode {
  return <span className={styles.muted}>{props.children}</span>;
}
