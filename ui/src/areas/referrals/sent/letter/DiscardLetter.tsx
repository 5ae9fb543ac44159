/** Discards a letter that was not sent, with the reason. */
import type { ReactNode } from "react";
import { type LetterView, useHost } from "../../../../host";
import { ReasonButton } from "./ReasonButton";
import { w } from "./words";

/** The button and its dialog. */
export function DiscardLetter(props: {
  letter: LetterView;
  isBusy: boolean;
  act: (work: () => Promise<unknown>, text: string) => Promise<void>;
}): ReactNode {
  const { letter, isBusy, act } = props;
  const { commands } = useHost();
  return (
    <ReasonButton
      label={w.discard}
      title={w.discardTitle}
      lead={w.discardLead}
      action={w.discardIt}
      isQuiet
      isBusy={isBusy}
      onAct={(reason) => void act(() => commands.discardLetter(letter.id, reason), w.discarded)}
    />
  );
}
