/** An address made harmless to read, as the core writes it: the scheme and the last dot of the host. */
export function defang(address: string): string {
  return address
    .replace(/^(\s*)http/i, "$1hxxp")
    .replace(/^([^/?#]*\/\/)?[^/?#]*/, (host) => host.replace(/\.(?=[^.]*$)/, "[.]"));
}
