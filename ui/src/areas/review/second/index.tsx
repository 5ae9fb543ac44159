/** The second review: decisions of others, judged blind; where two officers differ; how often they agree. */
import type { ReactNode } from "react";
import { Button, Chip, ChipRow } from "../../../kit";
import { assertNever } from "../../../lib/assert";
import { useRoute } from "../../../lib/route";
import { Agreement } from "./Agreement";
import { Disagreements } from "./Disagreements";
import { Judge } from "./Judge";
import { SECOND_TABS, type SecondTab } from "./places";
import { w } from "./words";

const NAMES = {
  "second-review": "judge",
  disagreements: "disagreements",
  agreement: "agreement",
} as const satisfies Record<SecondTab, keyof typeof w>;

/** The part that is asked for. */
export function SecondReview(props: { tab: SecondTab }): ReactNode {
  const parts = <Parts tab={props.tab} />;
  switch (props.tab) {
    case "second-review":
      return <Judge parts={parts} />;
    case "disagreements":
      return <Disagreements parts={parts} />;
    case "agreement":
      return <Agreement parts={parts} />;
    default:
      return assertNever(props.tab);
  }
}

function Parts(props: { tab: SecondTab }): ReactNode {
  const { go } = useRoute();
  return (
    <ChipRow>
      {SECOND_TABS.map((tab) => (
        <Chip key={tab} isOn={tab === props.tab} onPress={() => go({ area: "review", tab })}>
          {w[NAMES[tab]]}
        </Chip>
      ))}
      <Button size="small" variant="quiet" icon="back" onPress={() => go({ area: "review" })}>
        {w.queue}
      </Button>
    </ChipRow>
  );
}
