/** What this officer leaves out of the queue for a day, chosen without a reason and shown with its count. */
import type { ReactNode } from "react";
import type { WarningCountView, WarningTag } from "../../host";
import { ChipMenu, LinkButton, ListFooter } from "../../kit";
import { count } from "../../lib/numbers";
import { w as care } from "../../record/care/words";
import { WARNINGS } from "../../record/exhibit/WarningTags";

/** What is left out, how many accounts that keeps away, and how to change it. */
export type LeftOut = {
  readonly tags: readonly WarningTag[];
  readonly leaveOut: (tags: WarningTag[]) => void;
  readonly away: number;
};

/** The menu over the queue: only what something to review warns of, and what is left out already. */
export function LeaveOutMenu(props: {
  leftOut: LeftOut;
  counts: readonly WarningCountView[];
}): ReactNode {
  const { leftOut, counts } = props;
  const countOf = (tag: WarningTag) => counts.find((one) => one.tag === tag)?.accounts ?? 0;
  const offered = WARNINGS.filter((tag) => leftOut.tags.includes(tag) || countOf(tag) > 0);
  if (offered.length === 0) return null;
  return (
    <ChipMenu
      label={care.leaveOut}
      value={new Set(leftOut.tags)}
      onChange={(tags) => leftOut.leaveOut([...tags])}
      options={offered.map((tag) => ({
        value: tag,
        label: care.withoutTag(care.tag[tag]),
        detail: count(countOf(tag)),
      }))}
    />
  );
}

/** The line under the queue while something is left out. */
export function LeftOutLine(props: { leftOut: LeftOut }): ReactNode {
  const { tags, away, leaveOut } = props.leftOut;
  return (
    <ListFooter>
      <span>
        {care.leavesOut(
          tags.map((tag) => care.tag[tag]),
          away,
        )}
      </span>
      <LinkButton onPress={() => leaveOut([])}>{care.leaveNothing}</LinkButton>
    </ListFooter>
  );
}
