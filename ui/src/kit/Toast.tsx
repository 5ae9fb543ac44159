/** Short messages that can be taken back. They stay long enough to be read and are read out. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button, IconButton } from "./Button";
import { useCommand } from "./command";
import styles from "./Toast.module.css";
import { w } from "./words";

/** A message. */
export type ToastRequest = {
  text: ReactNode;
  tone?: "plain" | "ok" | "warn" | "danger";
  /** Takes it back; the message then offers Undo and stays longer. */
  undo?: () => Promise<unknown>;
};

type Shown = ToastRequest & { id: number };
type Say = (request: ToastRequest) => void;

const ToastContext = createContext<Say>(() => undefined);

const STAY_MS = 6_000;
const STAY_UNDO_MS = 15_000;

/** Shows a message. */
export function useToast(): Say {
  return useContext(ToastContext);
}

function ToastLine(props: {
  toast: Shown;
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
      className={`${styles.toast} ${styles[toast.tone ?? "plain"]}`}
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

/** Where messages appear; at most three at a time. */
export function ToastProvider(props: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const say = useCallback<Say>((request) => {
    next.current += 1;
    const id = next.current;
    setToasts((shown) => [...shown.slice(-2), { ...request, id }]);
  }, []);
  const gone = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const lastUndo = useMemo(() => toasts.findLast((toast) => toast.undo)?.id, [toasts]);
  return (
    <ToastContext value={say}>
      {props.children}
      <div className={styles.region} role="status" aria-label={w.messages}>
        {toasts.map((toast) => (
          <ToastLine
            key={toast.id}
            toast={toast}
            isLast={toast.id === lastUndo}
            onGone={gone}
            say={say}
          />
        ))}
      </div>
    </ToastContext>
  );
}
