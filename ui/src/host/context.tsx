import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import type { Host, HostEvent, HostEvents } from "./types";

const HostContext = createContext<Host | null>(null);

/** Gives the host to everything below. */
export function HostProvider(props: { host: Host; children: ReactNode }): ReactNode {
  return <HostContext value={props.host}>{props.children}</HostContext>;
}

/** The host; throws outside a `HostProvider`. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error("useHost outside a HostProvider");
  return host;
}

/** Listens to an event of the core while mounted. */
export function useHostEvent<E extends HostEvent>(
  event: E,
  listener: (told: HostEvents[E]) => void,
): void {
  const host = useHost();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => host.on(event, (told) => latest.current(told)), [host, event]);
}
