import { useEffect } from "react";
import type { SettingsView } from "../host";
import { useCommands } from "../kit";
import type { SingleKeys } from "../kit/keys";

const SINGLE: readonly SingleKeys[] = ["on", "alt", "off"];
const THEMES = ["light", "dark", "contrast"];

/** Makes the window as the officer likes it: colours, size of people's text, keys. */
export function useApplySettings(settings: SettingsView): void {
  const board = useCommands();
  const { theme, text_size: size, single_keys: single, keys } = settings;
  useEffect(() => {
    const root = document.documentElement;
    if (THEMES.includes(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
    root.style.setProperty("--people-size", `${size}px`);
  }, [theme, size]);
  const written = JSON.stringify(keys);
  useEffect(() => {
    const mode = SINGLE.find((one) => one === single) ?? "on";
    board.configure(mode, JSON.parse(written) as { [id: string]: string });
  }, [board, single, written]);
}
