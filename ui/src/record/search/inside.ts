const PIECE = /-?(?:[A-Za-z-]+:)?\*?(?:["“”„«»][^"“”„«»]*["“”„«»]?\*?|[^\s"“”„«»]+)/g;

/** The same search, its plain words looked for inside words too; null where it has none. */
export function insideOf(search: string): string | null {
  const pieces = search.match(PIECE) ?? [];
  let isOther = false;
  const inside = pieces.map((piece) => {
    const isPlain = /^[^\s"“”„«»:*-][^\s"“”„«»:*]*\*?$/.test(piece) && /[\p{L}\p{N}]/u.test(piece);
    if (!isPlain) return piece;
    isOther = true;
    return `*${piece.replace(/\*$/, "")}*`;
  });
  return isOther ? inside.join(" ") : null;
}
