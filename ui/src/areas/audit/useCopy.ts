import { useToast } from "../../kit";
import { copyText } from "../../lib/clipboard";
import { w } from "./words";

/** Copies words to the clipboard, and says so either way. */
export function useCopy(): (text: string) => void {
  const toast = useToast();
  return (text) => {
    void copyText(text).then((isCopied) =>
      toast(
        isCopied ? { text: w.entry.copied, tone: "ok" } : { text: w.entry.notCopied, tone: "warn" },
      ),
    );
  };
}
