/** What is still missing, in one line; null when nothing is. */
export function missingOf(names: readonly (string | false | null)[]): string | null {
  const named = names.filter((name) => typeof name === "string");
  return named.length === 0 ? null : named.join(" · ");
}
