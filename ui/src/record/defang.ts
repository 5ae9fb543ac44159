/** An address made harmless to read, as the core writes it: the scheme and the last dot of the host. */
export function defang(address: string): string {
  return address
    .replace(/^(\s*)http/i, "$1hxxp")
    .replace(/^([^/?#]*\/\/)?[^/?#]*/, (host) => host.replace(/\.(?=[^.]*$)/, "[.]"));
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|(?<![^\s("'])(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*/gi;

/** Words with every address in them made harmless to read; a handle with dots stays as it is. */
export function defangWithin(words: string): string {
  return words.replace(ADDRESS, defang);
}
