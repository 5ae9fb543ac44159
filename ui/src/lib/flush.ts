/** Fields with words not yet saved. The app flushes all of them before the case locks. */

/** Saves what waits; resolves once nothing of it is on its way. False if it could not be saved. */
export type Flush = () => boolean | Promise<boolean>;

const waiting = new Set<Flush>();

/** Asks to be called before the case locks; the answer takes the request back. */
export function onFlush(flush: Flush): () => void {
  waiting.add(flush);
  return () => {
    waiting.delete(flush);
  };
}

/** Fields that cannot be saved in this time do not keep the case from locking. Milliseconds. */
const TO_SAVE_MS = 1_000;

/** Saves every field, for at most a second: long work may hold the case that they save into. */
export async function flushBeforeLock(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TO_SAVE_MS);
  });
  await Promise.race([flushAll(), over]);
  clearTimeout(timer);
}

/** Saves every field now; one that fails does not keep the others from saving. False if one did. */
export async function flushAll(): Promise<boolean> {
  const all = await Promise.allSettled([...waiting].map(async (flush) => flush()));
  return all.every((one) => one.status === "fulfilled" && one.value);
}
