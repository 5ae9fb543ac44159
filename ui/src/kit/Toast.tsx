/**
 * Short messages that can be taken back. They stay long enough to be read and are read out. They have
 * a row of their own wherever they appear, and so never lie over anything: at the foot of the window,
 * or in the dialog that is open, since what is outside it is out of reach then.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { cx } from "../lib/css";
import { Button, IconButton } from "./Button";
import { useCommand } from "./command";
import styles from "./Toast.module.css";
import { w } from "./words";

/** A message. */
export type ToastRequest = {
  text: ReactNode;
  tone?: "plain" | "ok" | "warn";
  /** Takes it back; the message then offers Undo and stays longer. */
  undo?: () => Promise<unknown>;
};

type Shown = ToastRequest & { id: number };
type Say = (request: ToastRequest) => void;

const ToastContext = createContext<Say>(() => undefined);

/** Takes a place where messages may appear; the answer gives it up. */
type Offer = (place: HTMLElement) => () => void;
const PlaceContext = createContext<Offer>(() => () => undefined);

const STAY_MS = 6_000;
const STAY_UNDO_MS = 15_000;

/** Shows a message. */
export function useToast(): Say {
  return useContext(ToastContext);
}

function ToastLine(props: {
  toast: Shown;
  isSeen: boolean;
  isLast: boolean;
  onGone: (id: number) => void;
  say: Say;
}): ReactNode {
  const { toast, onGone, say } = props;
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (isHeld) return;
    timer.current = setTimeout(() => onGone(toast.id), toast.undo ? STAY_UNDO_MS : STAY_MS);
    return () => clearTimeout(timer.current);
  }, [isHeld, toast, onGone]);
  const takeBack = useCallback(() => {
    onGone(toast.id);
    toast.undo?.().then(
      () => say({ text: w.undone, tone: "ok" }),
      () => say({ text: w.undoFailed, tone: "warn" }),
    );
  }, [toast, onGone, say]);
  useCommand("undo", takeBack, props.isLast && toast.undo !== undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message only keeps it in sight.
    <div
      className={cx(styles.toast, styles[toast.tone ?? "plain"])}
      hidden={!props.isSeen}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.undo && (
        <Button
          size="small"
          onPress={takeBack}
          {...(props.isLast ? { command: "undo" as const } : {})}
        >
          {w.undo}
        </Button>
      )}
      <IconButton icon="close" label={w.dismiss} size="small" onPress={() => onGone(toast.id)} />
    </div>
  );
}

/**
 * A place where messages appear. The one that was mounted last has them: a dialog's while it is open,
 * else that of the frame.
 */
export function ToastPlace(props: { className?: string | undefined }): ReactNode {
  const offer = useContext(PlaceContext);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current ? offer(place.current) : undefined), [offer]);
  return (
    <div
      ref={place}
      className={cx(styles.place, props.className)}
      role="status"
      aria-label={w.messages}
    />
  );
}

/** The message to be seen: the newest, unless an earlier one needs the officer and it does not. */
function foremost(toasts: readonly Shown[]): Shown | undefined {
  return toasts.findLast((toast) => toast.tone === "warn") ?? toasts.at(-1);
}

/** Keeps the messages of everything below, at most three; one is seen at a time. */
export function ToastProvider(props: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const next = useRef(0);
  const say = useCallback<Say>((request) => {
    next.current += 1;
    const id = next.current;
    setToasts((shown) => [...shown.slice(-2), { ...request, id }]);
  }, []);
  const gone = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const offer = useCallback<Offer>((place) => {
    setPlaces((now) => [...now, place]);
    return () => setPlaces((now) => now.filter((one) => one !== place));
  }, []);
  const lastUndo = useMemo(() => toasts.findLast((toast) => toast.undo)?.id, [toasts]);
  const seen = foremost(toasts)?.id;
  const lines = toasts.map((toast) => (
    <ToastLine
      key={toast.id}
      toast={toast}
      isSeen={toast.id === seen}
      isLast={toast.id === lastUndo}
      onGone={gone}
      say={say}
    />
  ));
  const place = places.at(-1);
  return (
    <ToastContext value={say}>
      <PlaceContext value={offer}>
        {props.children}
        {place ? (
          createPortal(lines, place)
        ) : (
          <div className={styles.alone} role="status" aria-label={w.messages}>
            {lines}
          </div>
        )}
      </PlaceContext>
    </ToastContext>
  );
}
