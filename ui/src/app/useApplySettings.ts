import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type SettingsView, useHost } from "../host";
import { useCommands } from "../kit";
import type { SingleKeys } from "../kit/keys";

const SINGLE: readonly SingleKeys[] = ["on", "alt", "off"];
const THEMES = ["light", "dark", "contrast"];

/** Sets the colours of the window; without a name it follows the computer. */
export function applyTheme(theme: string | null): void {
  const root = document.documentElement;
  if (theme !== null && THEMES.includes(theme)) root.dataset.theme = theme;
  else delete root.dataset.theme;
}

/** Before a case is open the window has the colours it was seen in last. */
export function useFirstTheme(): void {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ["first-screen"],
    queryFn: () => host.commands.firstScreen(),
    staleTime: 0,
  });
  const theme = data?.theme;
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);
}

/** Makes the window as the officer likes it: colours, size of people's text, keys. */
export function useApplySettings(settings: SettingsView): void {
  const board = useCommands();
  const { theme, text_size: size, single_keys: single, keys } = settings;
  useEffect(() => {
    applyTheme(theme);
    document.documentElement.style.setProperty("--people-size", `${size}px`);
  }, [theme, size]);
  const written = JSON.stringify(keys);
  useEffect(() => {
    const mode = SINGLE.find((one) => one === single) ?? "on";
    board.configure(mode, JSON.parse(written) as { [id: string]: string });
  }, [board, single, written]);
}
