import type { ReactNode } from "react";
import { Bdi } from "../../kit";
import type { SharedValue } from "./graph";
import { kindWords } from "./label";
import { w } from "./words";

/** What an account shares, in words: `number +44…, text`. */
export function Shares(props: { shares: readonly SharedValue[] }): ReactNode {
  if (props.shares.length === 0) return w.sharesNothing;
  return props.shares.map((value, n) => (
    <span key={value.id}>
      {n > 0 && ", "}
      {kindWords(value)}
      {value.value !== "" && (
        <>
          {" "}
          <Bdi mono>{value.value}</Bdi>
        </>
      )}
    </span>
  ));
}
