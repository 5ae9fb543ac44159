/** The compiler refuses a call that can be reached: every variant of a union has been dealt with. */
export function assertNever(value: never): never {
  throw new Error(`A variant nobody deals with: ${JSON.stringify(value)}`);
}
