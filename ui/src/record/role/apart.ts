/** The list of victims, children and third parties, while this officer has it open. */
import { useEffect, useRef, useState } from "react";
import { useHost } from "../../host";

/**
 * Whether the list is still shut, and how it is opened. Each opening says what for: once another list
 * is asked for, or the screen is left, it is shut again, in the core too.
 */
export function useApart(isWanted: boolean): { isShut: boolean; opened: () => void } {
  const host = useHost();
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(isOpen);
  latest.current = isOpen;
  useEffect(() => {
    if (!isOpen || isWanted) return;
    setOpen(false);
    void host.commands.shutKeptApart().catch(() => undefined);
  }, [isOpen, isWanted, host]);
  useEffect(
    () => () => {
      if (latest.current) void host.commands.shutKeptApart().catch(() => undefined);
    },
    [host],
  );
  return { isShut: isWanted && !isOpen, opened: () => setOpen(true) };
}
