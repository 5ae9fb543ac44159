import { useEffect, useRef, useState } from "react";
import { useHost, useHostEvent } from "../host";

const TOUCH_EVERY_MS = 10_000;
const SIGNS = ["keydown", "pointerdown", "wheel", "pointermove"] as const;

/**
 * Tells the core that the officer is there, at most every ten seconds. Answers the seconds left
 * before the case locks, in the last minute only.
 */
export function usePresence(): number | null {
  const host = useHost();
  const [lockAt, setLockAt] = useState<number | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const told = useRef(0);
  const isLocking = lockAt !== null;

  useHostEvent("locking-soon", ({ seconds }) => {
    setNow(Date.now());
    setLockAt(Date.now() + seconds * 1000);
  });
  useEffect(() => {
    const sign = () => {
      const at = Date.now();
      if (!isLocking && at - told.current < TOUCH_EVERY_MS) return;
      told.current = at;
      setLockAt(null);
      host.commands.touch().catch(() => undefined);
    };
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true });
    return () => {
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    };
  }, [host, isLocking]);
  useEffect(() => {
    if (lockAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [lockAt]);
  return lockAt === null ? null : Math.max(0, Math.ceil((lockAt - now) / 1000));
}
