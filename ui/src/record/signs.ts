import type { AccountView, HitField, IndicatorView } from "../host";
import type { Sign } from "../kit";
import { w } from "./words";

/** What stands in one text of the account as a sign of something; what was answered No is none. */
export function signsOf(
  account: AccountView,
  field: HitField,
  post: string | null = null,
): readonly Sign[] {
  return account.sum.lines
    .filter((line) => line.field === field && line.post === post && line.answer !== "no")
    .map(({ start, end, letter, title, meaning }) => ({
      start,
      end,
      letter,
      name: meaning === "" ? title : w.signName(title, meaning),
    }));
}

/** What a line was read as beside its words: the meaning of the term, or the number, price or route. */
export function readAs(line: IndicatorView): string {
  return line.meaning !== "" ? line.meaning : line.term === line.quote ? "" : line.term;
}

/** Half points as points: 12, 12½. */
export function points(halves: number): string {
  const whole = Math.trunc(Math.abs(halves) / 2);
  const half = halves % 2 === 0 ? "" : "½";
  const size = whole === 0 && half !== "" ? half : `${whole}${half}`;
  return halves < 0 ? `−${size}` : size;
}
