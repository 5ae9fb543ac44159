/** Begins a look at files that were chosen or dropped, and follows it until there is something to show. */
import { useState } from "react";
import { type CheckUpView, type ChosenView, codeOf, useHost } from "../../../host";
import { newJob } from "../../../kit";

/** Where a look stands. */
export type Looking =
  | { readonly at: "nothing" }
  | { readonly at: "reading"; readonly job: string }
  | { readonly at: "failed"; readonly error: unknown };

/** What `useLook` gives. */
export type Look = {
  readonly looking: Looking;
  /** Asks for files in the system’s dialog and looks at them. */
  readonly choose: () => Promise<void>;
  /** Looks at these files. */
  readonly read: (files: readonly ChosenView[]) => Promise<void>;
};

/** `onFound` is told once the files were read; stopping leads back to nothing. */
export function useLook(onFound: (found: CheckUpView) => void): Look {
  const host = useHost();
  const [looking, setLooking] = useState<Looking>({ at: "nothing" });
  const read = async (files: readonly ChosenView[]) => {
    if (files.length === 0 || looking.at === "reading") return;
    const job = newJob();
    setLooking({ at: "reading", job });
    try {
      const tokens = files.map((file) => file.token);
      onFound(await host.commands.checkUp(tokens, job));
      setLooking({ at: "nothing" });
    } catch (error) {
      setLooking(codeOf(error) === "cancelled" ? { at: "nothing" } : { at: "failed", error });
    }
  };
  const choose = async () => {
    try {
      await read(await host.commands.choose("check-up-files", null));
    } catch (error) {
      setLooking({ at: "failed", error });
    }
  };
  return { looking, choose, read };
}
