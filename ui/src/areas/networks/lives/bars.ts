/** Where the bars of a timeline stand. */
import type { LifeView } from "../../../host";

/** A bar in hundredths of the width, by its account. */
export type Bar = {
  readonly life: LifeView;
  readonly from: number;
  readonly to: number;
  /** Where the account was referred, if it was. */
  readonly referred: number | null;
  readonly isGone: boolean;
};

/** The time a timeline spans, and its bars, the earliest first. */
export type Bars = {
  readonly begin: number;
  readonly end: number;
  readonly bars: readonly Bar[];
  /** Accounts without a dated sighting. */
  readonly undated: number;
};

/** Lays out the lives that have a date. A life of one day keeps a bar that can be seen. */
export function barsOf(lives: readonly LifeView[]): Bars {
  const dated = lives.filter(({ first_seen }) => first_seen !== null);
  const undated = lives.length - dated.length;
  const times = dated.flatMap((life) => timesOf(life));
  const begin = Math.min(...times);
  const end = Math.max(...times);
  const span = Math.max(end - begin, 1);
  const at = (time: number) => ((time - begin) / span) * 100;
  const bars = dated.map((life): Bar => {
    const first = ms(life.first_seen) ?? begin;
    const last = ms(life.gone) ?? ms(life.last_seen) ?? first;
    const referred = ms(life.referred);
    return {
      life,
      from: at(first),
      to: Math.max(at(Math.max(last, first)), Math.min(at(first) + 0.8, 100)),
      referred: referred === null ? null : Math.max(0, Math.min(100, at(referred))),
      isGone: life.gone !== null,
    };
  });
  bars.sort((a, b) => a.from - b.from || (a.life.label < b.life.label ? -1 : 1));
  return { begin, end, bars, undated };
}

function timesOf(life: LifeView): number[] {
  const times = [life.first_seen, life.last_seen, life.referred, life.gone].map(ms);
  return times.filter((time): time is number => time !== null);
}

function ms(at: string | null): number | null {
  return at === null ? null : Date.parse(at);
}
