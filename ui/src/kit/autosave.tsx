/** Fields save themselves: after a pause, when left, before the case locks, and when the screen goes. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { onFlush } from "../lib/flush";
import styles from "./autosave.module.css";
import { w } from "./words";

/** Where a field stands. */
export type SaveStateName = "idle" | "waiting" | "saving" | "saved" | "failed";

/** A pause this long saves, in milliseconds; with the writing itself it stays under two seconds. */
export const PAUSE_MS = 1000;

/** Somebody who types without a pause is saved at least this often, in milliseconds. */
export const LONGEST_MS = 1800;

/**
 * Saves `value` whenever it differs from what was last saved. `id` names the record: when it
 * changes, what was typed for the one before is saved under the one before. One save follows another;
 * `flush` resolves when none is on its way, with false if the last one failed.
 */
export function useAutosave<T>(props: {
  value: T;
  save: (value: T) => Promise<unknown>;
  /** The record this is about. */
  id?: string;
  /** False while the first value is still being read. */
  isReady?: boolean;
  isSame?: (a: T, b: T) => boolean;
}): { state: SaveStateName; flush: () => Promise<boolean> } {
  const { value, save, id = "", isReady = true, isSame = sameJson } = props;
  const [state, setState] = useState<SaveStateName>("idle");
  const latest = useRef({ value, save, isSame });
  const saved = useRef<{ id: string; value: T } | null>(null);
  const since = useRef<number | null>(null);
  const mounted = useRef(true);

  const inFlight = useRef<Promise<boolean> | null>(null);

  const flush = useCallback((): Promise<boolean> => {
    const now = latest.current;
    const kept = saved.current;
    if (!kept || now.isSame(kept.value, now.value)) {
      return inFlight.current ?? Promise.resolve(true);
    }
    const sent = { id: kept.id, value: now.value };
    saved.current = sent;
    since.current = null;
    const tell = (next: SaveStateName) => {
      if (mounted.current && saved.current === sent) setState(next);
    };
    const send = async () => {
      tell("saving");
      try {
        await now.save(now.value);
        tell("saved");
        return true;
      } catch {
        tell("failed");
        if (saved.current === sent) saved.current = { id: sent.id, value: FAILED as T };
        return false;
      }
    };
    const done = inFlight.current === null ? send() : inFlight.current.then(send);
    inFlight.current = done;
    void done.then(() => {
      if (inFlight.current === done) inFlight.current = null;
    });
    return done;
  }, []);

  if (isReady && saved.current === null) saved.current = { id, value };

  useEffect(() => {
    if (saved.current && saved.current.id !== id) {
      void flush();
      saved.current = null;
      setState("idle");
    }
    latest.current = { value, save, isSame };
    if (isReady && saved.current === null) saved.current = { id, value };
  });

  useEffect(() => {
    if (!isReady || !saved.current || isSame(saved.current.value, value)) return;
    since.current ??= Date.now();
    setState("waiting");
    const left = LONGEST_MS - (Date.now() - since.current);
    const timer = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE_MS, left)));
    return () => clearTimeout(timer);
  }, [value, isReady, isSame, flush]);

  useSavedWhenLeft(flush, mounted);
  return { state, flush };
}

/** Saves before the case locks and when the screen goes. */
function useSavedWhenLeft(flush: () => Promise<boolean>, mounted: { current: boolean }): void {
  useEffect(() => onFlush(flush), [flush]);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      void flush();
    };
  }, [flush, mounted]);
}

const FAILED = Symbol("not saved");

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Says in a word where a field stands; nothing while there is nothing to say. */
export function SaveState(props: { state: SaveStateName }): ReactNode {
  const { state } = props;
  return (
    <span className={state === "failed" ? styles.failed : styles.state} aria-live="polite">
      {state === "idle" ? "" : w.save[state]}
    </span>
  );
}
