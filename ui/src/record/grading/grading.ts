/** Sources, best first. */
export const SOURCES = ["1", "2", "3"] as const;
/** How the information is known. */
export const INFORMATIONS = ["A", "B", "C", "D", "E"] as const;
/** Whether it may be shared. */
export const HANDLINGS = ["P", "C"] as const;

/** A 3x5x2 grading as it is given; empty until an officer gives each part. */
export type Grading = {
  readonly source: (typeof SOURCES)[number] | null;
  readonly information: (typeof INFORMATIONS)[number] | null;
  readonly handling: (typeof HANDLINGS)[number] | null;
};

/** Nothing given. */
export const NO_GRADING: Grading = { source: null, information: null, handling: null };

/** The grading as it is written, `2BP`; null until it is whole. */
export function gradingText({ source, information, handling }: Grading): string | null {
  return source === null || information === null || handling === null
    ? null
    : `${source}${information}${handling}`;
}

/** True where some of it is given and not all. */
export function isBegun(grading: Grading): boolean {
  const parts = [grading.source, grading.information, grading.handling];
  return parts.some((part) => part !== null) && gradingText(grading) === null;
}
