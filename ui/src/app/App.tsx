import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Demonstrating, UnlockArea, useIsDemonstrationMade } from "../areas/unlock";
import {
  codeOf,
  type Host,
  HostProvider,
  SessionProvider,
  type SessionView,
  useHost,
  useHostEvent,
} from "../host";
import { CommandBoard, CommandProvider, Loading, ToastProvider } from "../kit";
import { learnLayout } from "../kit/keys";
import { flushAll, flushBeforeLock } from "../lib/flush";
import { readRoute, resetRoute } from "../lib/route";
import styles from "./App.module.css";
import { Band } from "./Band";
import { COMMANDS } from "./commands";
import { askAgain, makeQueryClient } from "./queries";
import { Shell } from "./Shell";
import { useFirstTheme } from "./useApplySettings";
import { usePresence } from "./usePresence";

/** The whole window over one host. */
export function App(props: { host: Host }): ReactNode {
  return (
    <HostProvider host={props.host}>
      <Root />
    </HostProvider>
  );
}

/** Locked or open. Locking throws away every answer, every place and every element of the case. */
function Root(): ReactNode {
  const host = useHost();
  const [session, setSession] = useState<SessionView | null>(null);
  const [generation, setGeneration] = useState(0);
  const locked = useRef<() => void>(() => undefined);
  const client = useMemo(() => makeQueryClient(() => locked.current()), []);
  const board = useMemo(() => new CommandBoard(COMMANDS), []);

  const isOpen = useRef(false);
  // The core tells that it locked, and the command that asked for it ends later: what is typed into the
  // locked screen in between stays.
  const dropAll = useCallback(() => {
    if (!isOpen.current) return;
    isOpen.current = false;
    setSession(null);
    resetRoute();
    client.clear();
    board.configure("on", {});
    setGeneration((n) => n + 1);
  }, [client, board]);
  useEffect(() => {
    locked.current = dropAll;
  }, [dropAll]);
  useEffect(() => {
    void learnLayout();
  }, []);
  useHostEvent("session-locked", dropAll);
  useHostEvent("before-lock", () => void flushAll());
  useHostEvent("case-changed", ({ what }) => askAgain(client, what));

  const opened = useCallback(
    (next: SessionView) => {
      client.clear();
      resetRoute(readRoute(next.last_route));
      isOpen.current = true;
      setSession(next);
    },
    [client],
  );
  const lock = useCallback(async () => {
    await flushBeforeLock();
    await host.commands.lock();
    dropAll();
  }, [host, dropAll]);

  return (
    <QueryClientProvider client={client}>
      <CommandProvider board={board}>
        {session ? (
          <SessionProvider session={session}>
            <ToastProvider key={`open ${generation}`}>
              <Shell session={session} onLock={lock} />
            </ToastProvider>
          </SessionProvider>
        ) : (
          <ToastProvider key={`locked ${generation}`}>
            <Locked onOpened={opened} />
          </ToastProvider>
        )}
      </CommandProvider>
    </QueryClientProvider>
  );
}

/** Before a case is open. A page that was loaded again finds the session that is still there. */
function Locked(props: { onOpened: (session: SessionView) => void }): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["session"],
    queryFn: () => host.commands.session(),
    staleTime: 0,
    gcTime: 0,
  });
  const { onOpened } = props;
  useFirstTheme();
  usePresence();
  const found = query.data ?? null;
  const isMaking = useIsDemonstrationMade();
  const failure = query.error !== null && codeOf(query.error) === "cancelled" ? null : query.error;
  useEffect(() => {
    if (found) onOpened(found);
  }, [found, onOpened]);
  return (
    <div className={styles.locked}>
      <Band />
      {!query.isPending && !found && <UnlockArea failure={failure} onOpened={onOpened} />}
      {(query.isPending || found !== null) && (isMaking ? <Demonstrating isMade /> : <Loading />)}
    </div>
  );
}
