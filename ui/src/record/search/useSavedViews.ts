import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type AccountScope, type SavedView, type SavedViewRequest, useHost } from "../../host";
import { useToast } from "../../kit";
import type { ListQuestion } from "../list/useAccountList";
import { w } from "./words";

const KEY = ["saved-views"] as const;

/** The views of one area, and what can be done with them; each act can be taken back. */
export type SavedViews = {
  readonly views: readonly SavedView[];
  /** The view that is the list on screen. */
  readonly current: SavedView | undefined;
  readonly isTaken: (name: string, but?: string) => boolean;
  readonly save: (name: string) => Promise<void>;
  readonly rename: (name: string, to: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

/** This officer's views of the lists of an area, with live counts. */
export function useSavedViews(question: ListQuestion): SavedViews {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const all = useQuery({ queryKey: KEY, queryFn: () => host.commands.savedViews() }).data ?? [];
  const keep = async (views: readonly SavedViewRequest[]) => {
    await host.commands.keepViews(views.map(({ name, list }) => ({ name, list })));
    await client.invalidateQueries({ queryKey: KEY });
  };
  const change = async (views: readonly SavedViewRequest[], said: string) => {
    try {
      await keep(views);
      toast({ text: said, undo: () => keep(all) });
    } catch {
      toast({ text: w.failed, tone: "warn" });
    }
  };
  const views = ofScope(all, question.scope);
  return {
    views,
    current: views.find((view) => nameOf(view.list) === nameOf(question)),
    isTaken: (name, but) =>
      all.some((view) => view.name !== but && folded(view.name) === folded(name)),
    save: (name) =>
      change([...all, { name, list: { ...question, offset: 0, limit: 0 } }], w.saved(name)),
    rename: (name, to) =>
      change(
        all.map((view) => (view.name === name ? { ...view, name: to } : view)),
        w.renamed(to),
      ),
    remove: (name) =>
      change(
        all.filter((view) => view.name !== name),
        w.removed(name),
      ),
  };
}

function ofScope(views: readonly SavedView[], scope: AccountScope): SavedView[] {
  return views.filter((view) => view.list.scope === scope);
}

const folded = (name: string) => name.trim().toLocaleLowerCase();

/** Two lists with the same answer have the same name. */
function nameOf(list: ListQuestion): string {
  return JSON.stringify([
    list.scope,
    list.search.trim(),
    [...list.statuses].sort(),
    [...list.platforms].sort(),
    list.only_readable,
    list.order,
    list.is_descending,
  ]);
}
