import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHost } from "../../host";
import { useAutosave } from "../../kit";

/**
 * The sentence of a decision that is not a referral. It has its own place, so that a reason to refer
 * is never sent as a reason to wait; it is kept like every field.
 */
export function useTrayText(
  account: string,
  tray: "hold" | "second-look",
): {
  text: string;
  change: (text: string) => void;
  flush: () => Promise<boolean>;
  clear: () => Promise<unknown>;
} {
  const host = useHost();
  const key = `${tray}/${account}`;
  const kept = useQuery({
    queryKey: ["place", key],
    queryFn: () => host.commands.readPlace(key),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? kept.data ?? "";
  const { flush } = useAutosave({
    value: text,
    save: (value) => host.commands.savePlace(key, value),
    isReady: !kept.isPending,
    id: key,
  });
  return { text, change: setTyped, flush, clear: () => host.commands.savePlace(key, "") };
}
