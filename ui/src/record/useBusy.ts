import { useCallback, useRef, useState } from "react";
import { failed } from "./failed";

/** Runs one piece of work at a time; a second press while it runs does nothing. `error` is in words. */
export function useBusy(): {
  isBusy: boolean;
  error: string | null;
  run: (work: () => Promise<unknown>) => Promise<void>;
  clear: () => void;
} {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) {
      return;
    }
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(failed(thrown));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { isBusy, error, run, clear };
}
