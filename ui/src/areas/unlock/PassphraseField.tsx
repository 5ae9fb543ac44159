import { type ReactNode, type Ref, useState } from "react";
import { IconButton, TextField } from "../../kit";
import { w } from "./words";

/** A passphrase: hidden until asked, with a word when Caps Lock is on. */
export function PassphraseField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  description?: string;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  isDisabled?: boolean;
}): ReactNode {
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the state of Caps Lock.
    <div onKeyUp={(event) => setCaps(event.getModifierState("CapsLock"))}>
      <TextField
        {...props}
        type={isShown ? "text" : "password"}
        dir="auto"
        autoComplete="off"
        description={isCaps ? w.capsLock : props.description}
        end={
          <IconButton
            icon={isShown ? "hidden" : "eye"}
            label={w.show}
            ariaExpanded={isShown}
            onPress={() => setShown((shown) => !shown)}
          />
        }
      />
    </div>
  );
}
