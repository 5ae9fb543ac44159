import { useQueryClient } from "@tanstack/react-query";
import { codeOf, type SettingsView, useHost, useSettings } from "../../host";
import { errorWords, useToast } from "../../kit";

/** The settings, and a way to change some of them at once; a change that could not be kept is put back. */
export function useChangeSettings(): [SettingsView, (part: Partial<SettingsView>) => void] {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const settings = useSettings();
  const change = (part: Partial<SettingsView>) => {
    const next = { ...settings, ...part };
    client.setQueryData(["settings"], next);
    host.commands.saveSettings(next).catch((error: unknown) => {
      client.setQueryData(["settings"], settings);
      toast({ text: errorWords(codeOf(error)).title, tone: "warn" });
    });
  };
  return [settings, change];
}
