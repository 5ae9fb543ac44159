/**
 * One field of the notice that saves itself: after a pause, when left, before
 * the case locks, and when the page goes. While words wait to be saved, a
 * fresh answer of the core does not replace them.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { SaveStateName } from "../../kit";
import { onFlush } from "../../lib/flush";

/** A pause this long saves, in milliseconds. */
const PAUSE_MS = 1000;

/** Somebody who types without a pause is saved at least this often, in milliseconds. */
const LONGEST_MS = 1800;

/** What the field shows and how it is left. */
export type PaperField<T> = {
  value: T;
  change: (value: T) => void;
  /** Saves now; resolves when nothing is on its way, with false if it could not be saved. */
  flush: () => Promise<boolean>;
  /** The focus is in the field: what is typed stays as typed, whatever the core made of it. */
  hold: () => void;
  /** The focus has left: saves, and shows what the core holds. */
  release: () => void;
  state: SaveStateName;
  error: unknown;
};

/** What waits to be saved, and when saving it is due. */
class Waiting<T> {
  sent: { value: T; since: number } | null = null;
  /** The newest that was taken out to be saved. */
  taken: { value: T; since: number } | null = null;
  inFlight: Promise<boolean> | null = null;
  hasFocus = false;
  isMounted = true;
  timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes the newest words; answers how long they may wait, in milliseconds. */
  put(value: T): number {
    const since = this.sent?.since ?? Date.now();
    this.sent = { value, since };
    const left = Math.max(0, LONGEST_MS - (Date.now() - since));
    return Math.min(PAUSE_MS, left);
  }

  /** Takes out what waits. */
  take(): { value: T; since: number } | null {
    clearTimeout(this.timer);
    const taken = this.sent;
    this.sent = null;
    this.taken = taken ?? this.taken;
    return taken;
  }
}

/** Binds a field to the value the core holds. */
export function usePaperField<T>(held: T, save: (value: T) => Promise<unknown>): PaperField<T> {
  const [typed, setTyped] = useState<{ value: T } | null>(null);
  const [state, setState] = useState<SaveStateName>("idle");
  const [error, setError] = useState<unknown>(null);
  const [waiting] = useState(() => new Waiting<T>());
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  const flush = useCallback((): Promise<boolean> => {
    const sent = waiting.take();
    if (sent === null) return waiting.inFlight ?? Promise.resolve(true);
    const save = latest.current;
    const tell = (next: SaveStateName, thrown: unknown) => {
      if (!waiting.isMounted) return;
      setError(thrown);
      setState(next);
    };
    const send = async () => {
      if (waiting.isMounted) setState("saving");
      try {
        await save(sent.value);
      } catch (thrown) {
        if (waiting.taken === sent) waiting.sent ??= sent;
        tell("failed", thrown);
        return false;
      }
      tell(waiting.sent === null ? "saved" : "waiting", null);
      if (!waiting.hasFocus) setTyped((now) => (now?.value === sent.value ? null : now));
      return true;
    };
    const done = waiting.inFlight === null ? send() : waiting.inFlight.then(send);
    waiting.inFlight = done;
    void done.then(() => {
      if (waiting.inFlight === done) waiting.inFlight = null;
    });
    return done;
  }, [waiting]);

  const change = useCallback(
    (value: T) => {
      const wait = waiting.put(value);
      setTyped({ value });
      setState("waiting");
      clearTimeout(waiting.timer);
      waiting.timer = setTimeout(() => void flush(), wait);
    },
    [waiting, flush],
  );
  const focus = useFocusOf(waiting, flush, setTyped);
  const value = typed === null ? held : typed.value;
  return { value, change, flush, ...focus, state, error };
}

function useFocusOf<T>(
  waiting: Waiting<T>,
  flush: () => Promise<boolean>,
  setTyped: (typed: null) => void,
): Pick<PaperField<T>, "hold" | "release"> {
  useEffect(() => onFlush(flush), [flush]);
  useEffect(() => {
    waiting.isMounted = true;
    return () => {
      waiting.isMounted = false;
      void flush();
    };
  }, [waiting, flush]);
  const hold = useCallback(() => {
    waiting.hasFocus = true;
  }, [waiting]);
  const release = useCallback(() => {
    waiting.hasFocus = false;
    if (waiting.sent !== null) void flush();
    else if (waiting.inFlight === null) setTyped(null);
  }, [waiting, flush, setTyped]);
  return { hold, release };
}
