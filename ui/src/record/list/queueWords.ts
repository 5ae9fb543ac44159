import { count } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of where an account stands in the queue. */
export const w = catalogue("queue", {
  unseen: (n: number) => `${count(n)} not yet opened`,
});
