import type { ListRequest } from "../../host";
import type { Picked } from "../../kit";
import type { ListQuestion } from "../../record/list/useAccountList";

/** Which accounts an act is for: a list, only some of it, or all of it but some. */
export type Chosen = { list: ListRequest; accounts: string[]; except: string[] };

/** The accounts that are ticked in a view; with none ticked, the whole view. */
export function chosenOf(question: ListQuestion, picked: Picked): Chosen {
  const keys = [...picked.keys];
  return {
    list: { ...question, offset: 0, limit: 0 },
    accounts: picked.isAll ? [] : keys,
    except: picked.isAll ? keys : [],
  };
}
