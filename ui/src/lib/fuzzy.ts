/**
 * How well what was typed fits a line of words: every letter must come in order. Letters at the
 * start of words and letters in a row count more. Null if it does not fit; higher is better.
 */
export function closeness(typed: string, line: string): number | null {
  const wanted = [...typed.toLocaleLowerCase().replace(/\s+/g, "")];
  const letters = [...line.toLocaleLowerCase()];
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const found = bestNext(letters, letter, at);
    if (found === -1) return null;
    if (found === at + 1 && at >= 0) score += 3;
    if (found === 0 || letters[found - 1] === " ") score += 4;
    score -= (found - at - 1) * 0.1;
    at = found;
  }
  return score - letters.length * 0.01;
}

function bestNext(letters: readonly string[], letter: string, after: number): number {
  if (letters[after + 1] === letter) return after + 1;
  for (let index = after + 1; index < letters.length; index += 1) {
    if (letters[index] === letter && (index === 0 || letters[index - 1] === " ")) return index;
  }
  return letters.indexOf(letter, after + 1);
}
