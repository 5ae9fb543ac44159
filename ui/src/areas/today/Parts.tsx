/** The parts of Today: what waits, what was handed over, and how the team stands. */
import type { ReactNode } from "react";
import { Chip, ChipRow } from "../../kit";
import { useRoute } from "../../lib/route";
import { w } from "./words";

/** Parts beside what waits, by the tab of the place. */
export const PARTS = ["handovers", "team"] as const;

/** One part. */
export type Part = (typeof PARTS)[number];

/** The chips that lead to each. */
export function Parts(props: { current: Part | null }): ReactNode {
  const { go } = useRoute();
  return (
    <ChipRow>
      <Chip isOn={props.current === null} onPress={() => go({ area: "today" })}>
        {w.waits}
      </Chip>
      {PARTS.map((part) => (
        <Chip
          key={part}
          isOn={props.current === part}
          onPress={() => go({ area: "today", tab: part })}
        >
          {w.part[part]}
        </Chip>
      ))}
    </ChipRow>
  );
}
