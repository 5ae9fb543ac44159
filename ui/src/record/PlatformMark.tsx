import type { ReactNode } from "react";
import { usePlatforms } from "../host";
import { PlatformBadge } from "../kit";

/** The platform as two letters on its colour; its name for whoever asks. */
export function PlatformMark(props: { code: string }): ReactNode {
  const { code } = props;
  const platforms = usePlatforms();
  return (
    <PlatformBadge letters={platforms.letters(code)} tone={code} label={platforms.name(code)} />
  );
}
