/** Fields with words not yet saved. The app flushes all of them before the case locks. */

type Flush = () => void | Promise<void>;

const waiting = new Set<Flush>();

/** Asks to be called before the case locks; the answer takes the request back. */
export function onFlush(flush: Flush): () => void {
  waiting.add(flush);
  return () => {
    waiting.delete(flush);
  };
}

/** Saves every field now; one that fails does not keep the others from saving. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...waiting].map(async (flush) => flush()));
}
