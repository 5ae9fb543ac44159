/** A second officer gives a letter back, with the reason. */
import type { ReactNode } from "react";
import { type LetterView, useHost } from "../../../../host";
import { ReasonButton } from "./ReasonButton";
import { w } from "./words";

/** The button and its dialog. */
export function GiveBack(props: {
  letter: LetterView;
  isBusy: boolean;
  act: (work: () => Promise<unknown>, text: string) => Promise<void>;
}): ReactNode {
  const { letter, isBusy, act } = props;
  const { commands } = useHost();
  return (
    <ReasonButton
      label={w.giveBack}
      title={w.giveBackTitle}
      lead={w.giveBackLead}
      action={w.returnIt}
      isBusy={isBusy}
      onAct={(reason) => void act(() => commands.returnLetter(letter.id, reason), w.gaveBack)}
    />
  );
}
