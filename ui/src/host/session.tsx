/** What every screen of an open case may ask without waiting: the session, the settings, the platforms. */
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { useHost } from "./context";
import type { PlatformView, SessionView, SettingsView } from "./types";

const SessionContext = createContext<SessionView | null>(null);

/** Gives the open session to everything below. */
export function SessionProvider(props: { session: SessionView; children: ReactNode }): ReactNode {
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

/** The open session; throws while the case is locked. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession while the case is locked");
  return session;
}

/** How the window is until the officer says otherwise. */
export const DEFAULT_SETTINGS: SettingsView = {
  theme: "system",
  idle_minutes: 10,
  single_keys: "on",
  keys: {},
  text_size: 14,
  text_is_enough: false,
};

/** How this officer likes the window. */
export function useSettings(): SettingsView {
  const host = useHost();
  const query = useQuery({ queryKey: ["settings"], queryFn: () => host.commands.settings() });
  return query.data ?? DEFAULT_SETTINGS;
}

/** Platforms by code. */
export type Platforms = {
  readonly all: readonly PlatformView[];
  /** Two letters for the badge. */
  readonly letters: (code: string) => string;
  /** The name, as the platform writes it. */
  readonly name: (code: string) => string;
};

/** The platforms the case knows. */
export function usePlatforms(): Platforms {
  const host = useHost();
  const query = useQuery({ queryKey: ["platforms"], queryFn: () => host.commands.platforms() });
  const all = query.data ?? [];
  const find = (code: string) => all.find((platform) => platform.code === code);
  return {
    all,
    letters: (code) => find(code)?.short ?? code.slice(0, 2).toUpperCase(),
    name: (code) => find(code)?.name ?? code,
  };
}
