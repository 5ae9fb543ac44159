/** The frame of the work area at every size: list, item, side pane, and the bar of decisions. */
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cx } from "../lib/css";
import { Button, IconButton } from "./Button";
import { useCommand } from "./command";
import styles from "./layout.module.css";
import { focusPane, Pane, usePane } from "./pane";
import { type Room, useRoom } from "./room";
import { w } from "./words";

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

/** What is on screen at the moment, and the ways to change it. */
type Frame = {
  readonly room: Room;
  readonly hasList: boolean;
  readonly showsList: boolean;
  readonly showsItem: boolean;
  readonly isStrip: boolean;
  readonly isListOpen: boolean;
  readonly setListOpen: (isOpen: boolean) => void;
  readonly hasInspector: boolean;
  readonly isDrawer: boolean;
  readonly isDrawerOpen: boolean;
  readonly toggleInspector: () => void;
  readonly closeDrawer: () => void;
  /** The bar of decisions; the drawer stands above it, so that it stays in reach. */
  readonly decisionBar: RefObject<HTMLElement | null>;
};

/** The height of an element in pixels, kept fresh while `isOn`. */
function useHeight(element: RefObject<HTMLElement | null>, isOn: boolean): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!isOn || !element.current || typeof ResizeObserver === "undefined") return;
    const bar = element.current;
    const measure = () => setHeight(bar.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    return () => observer.disconnect();
  }, [element, isOn]);
  return isOn ? height : 0;
}

function useFrame(props: WorkLayoutProps): Frame {
  const room = useRoom();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const decisionBar = useRef<HTMLElement>(null);
  const hasList = props.list !== undefined;
  const hasInspector = props.inspector !== undefined && props.inspector !== null;
  const isDrawer = hasInspector && room !== "wide";
  const isStrip = room === "strip" && hasList;
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
  const toggleInspector = () => {
    if (!isDrawer) {
      focusPane("inspector");
    } else if (isDrawerOpen) {
      closeDrawer();
    } else {
      setDrawerOpen(true);
      requestAnimationFrame(() => focusPane("inspector"));
    }
  };
  return {
    room,
    hasList,
    showsList: hasList && (room !== "single" || !props.hasItem),
    showsItem: room !== "single" || props.hasItem || !hasList,
    isStrip,
    isListOpen,
    setListOpen,
    hasInspector,
    isDrawer,
    isDrawerOpen,
    toggleInspector,
    closeDrawer,
    decisionBar,
  };
}

function useFrameCommands(frame: Frame, props: WorkLayoutProps): void {
  const { onBack } = props;
  const isAlone = frame.room === "single" && props.hasItem && onBack !== undefined;
  useCommand("drawer.toggle", frame.toggleInspector, frame.hasInspector);
  useCommand("back", frame.closeDrawer, frame.isDrawerOpen);
  useCommand("back", () => onBack?.(), isAlone && !frame.isDrawerOpen);
  useCommand(
    "search.focus",
    () => {
      frame.setListOpen(true);
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>("[data-pane=list] input[type=search]")?.focus();
      });
    },
    frame.isStrip && !frame.isListOpen,
  );
}

/** The four columns of a screen, and what becomes of them where there is less room. */
export function WorkLayout(props: WorkLayoutProps): ReactNode {
  const frame = useFrame(props);
  useFrameCommands(frame, props);
  return (
    <div
      className={styles.work}
      data-room={frame.room}
      data-has-list={frame.hasList || undefined}
      data-has-inspector={(frame.hasInspector && !frame.isDrawer) || undefined}
    >
      {frame.showsList && <ListPane frame={frame} layout={props} />}
      {frame.showsItem && <ItemPane frame={frame} layout={props} />}
      {frame.hasInspector && (!frame.isDrawer || frame.isDrawerOpen) && (
        <InspectorPane frame={frame} layout={props} />
      )}
    </div>
  );
}

type PartProps = { frame: Frame; layout: WorkLayoutProps };

function ListPane(props: PartProps): ReactNode {
  const { frame, layout } = props;
  const { isStrip, isListOpen } = frame;
  return (
    <Pane
      name="list"
      label={layout.listLabel ?? w.pane.list}
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
            onPress={() => frame.setListOpen(!isListOpen)}
          />
        </div>
      )}
      <div className={styles.listBody} data-strip={(isStrip && !isListOpen) || undefined}>
        {layout.list}
      </div>
    </Pane>
  );
}

function ItemPane(props: PartProps): ReactNode {
  const { frame, layout } = props;
  return (
    <div className={styles.middle}>
      <Tools frame={frame} layout={layout} />
      <Pane name="item" label={layout.itemLabel} className={styles.item}>
        <div className={styles.scroll}>{layout.item}</div>
        {layout.decision && (
          <footer ref={frame.decisionBar} className={styles.decision}>
            <div className={styles.decisionBody}>{layout.decision}</div>
            <KeyBar />
          </footer>
        )}
      </Pane>
    </div>
  );
}

/** The way back and the way to the side pane, where these are not on screen by themselves. */
function Tools(props: PartProps): ReactNode {
  const { frame, layout } = props;
  const hasBack = frame.room === "single" && frame.hasList && layout.onBack !== undefined;
  if (!hasBack && !frame.isDrawer) return null;
  return (
    <div className={styles.tools}>
      {hasBack && (
        <Button variant="quiet" size="small" icon="back" onPress={() => layout.onBack?.()}>
          {w.layout.backToList}
        </Button>
      )}
      {frame.isDrawer && (
        <span className={styles.toolsEnd}>
          <Button
            variant="quiet"
            size="small"
            icon="panel"
            command="drawer.toggle"
            ariaExpanded={frame.isDrawerOpen}
            onPress={frame.toggleInspector}
          >
            {layout.inspectorLabel ?? w.layout.showInspector}
          </Button>
        </span>
      )}
    </div>
  );
}

function InspectorPane(props: PartProps): ReactNode {
  const { frame, layout } = props;
  const bar = useHeight(frame.decisionBar, frame.isDrawer);
  return (
    <Pane
      name="inspector"
      label={layout.inspectorLabel ?? w.layout.showInspector}
      className={cx(styles.inspector, frame.isDrawer && styles.drawer)}
      style={{ "--bar": `${bar}px` } as CSSProperties}
    >
      {frame.isDrawer && (
        <div className={styles.drawerHead}>
          <IconButton icon="close" label={w.layout.closeInspector} onPress={frame.closeDrawer} />
        </div>
      )}
      <div className={styles.inspectorBody}>{layout.inspector}</div>
    </Pane>
  );
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
