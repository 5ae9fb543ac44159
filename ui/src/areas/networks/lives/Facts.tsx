import type { ReactNode } from "react";
import type { NetworkView } from "../../../host";
import { Time } from "../../../kit";
import { w } from "./words";

/** A network's live and removed accounts, when it was seen, and its lives, in a line. */
export function Facts(props: { network: NetworkView }): ReactNode {
  const { size, removed, first_seen, last_seen, lives } = props.network;
  return (
    <>
      {removed === 0 ? w.facts.noneGone : w.facts.gone(removed, size)}
      {lives > 1 && ` · ${w.facts.lives(lives)}`}
      {first_seen !== null && last_seen !== null && (
        <>
          {" "}
          · {w.facts.seen} <Time at={first_seen} show="date" /> {w.facts.to}{" "}
          <Time at={last_seen} show="date" />
        </>
      )}
    </>
  );
}
