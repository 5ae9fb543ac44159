/**
 * Choosing an outcomes file, saying what its columns and wordings mean, and taking it in: the same bytes that were
 * previewed.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ChosenView,
  type DateOrder,
  type GivenWording,
  type OutcomeField,
  type OutcomesFileRequest,
  type OutcomesPreviewView,
  useHost,
  type WordingView,
} from "../../../host";
import { newJob, useToast } from "../../../kit";
import { usePreviewed } from "../usePreviewed";
import { w } from "./words";

/** What the officer said of the file; `null` lets the core find out. */
export type Said = {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** A mapping by name, or nothing for none. */
  readonly mapping: string | null;
  readonly fields: readonly OutcomeField[] | null;
  readonly wordings: readonly GivenWording[];
  readonly dates: DateOrder | null;
};

/** Nothing said: the core finds everything out. */
export const NOTHING_SAID: Said = {
  encoding: null,
  delimiter: null,
  sheet: null,
  mapping: null,
  fields: null,
  wordings: [],
  dates: null,
};

/** What was said before, with a wording that means something else now. */
export function withWording(
  said: readonly GivenWording[],
  { list, wording }: Pick<WordingView, "list" | "wording">,
  value: string,
): GivenWording[] {
  const others = said.filter((one) => one.list !== list || one.wording !== wording);
  return [...others, { list, wording, value }];
}

function requestOf(file: ChosenView, said: Said): OutcomesFileRequest {
  return {
    ...said,
    file: file.token,
    fields: said.fields === null ? null : [...said.fields],
    wordings: [...said.wordings],
  };
}

/** A preview and what it was read by: what is acted on is what is shown, whatever was said since. */
type Read = OutcomesPreviewView & { readonly said: Said };

/** Where taking in outcomes stands. */
export function useOutcomesImport() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const read = async (file: ChosenView, said: Said, job: string): Promise<Read> => ({
    ...(await host.commands.previewOutcomes(requestOf(file, said), job)),
    said,
  });
  const held = usePreviewed<Read>({
    kind: "import-file",
    failed: w.failed,
    read: (file, job) => read(file, NOTHING_SAID, job),
    forget: ({ preview }) => void host.commands.dropPreview(preview),
  });
  const { previewed, withPreviewed, leave } = held;
  const [asked, setAsked] = useState<Said | null>(null);
  const said = asked ?? previewed?.preview.said ?? NOTHING_SAID;
  const say = (change: Partial<Said>) => {
    const next = { ...said, ...change };
    setAsked(next);
    return held
      .again((file, job) => read(file, next, job))
      .finally(() => setAsked((now) => (now === next ? null : now)));
  };
  const take = () =>
    withPreviewed(w.notWritten, async (_file, { preview, file_name }, job) => {
      const { batch } = await host.commands.importOutcomes(preview, job);
      leave();
      await client.invalidateQueries();
      toast({
        text: w.taken(file_name),
        tone: "ok",
        ...(batch === null
          ? {}
          : {
              undo: async () => {
                await host.commands.undoImport(batch, "", newJob());
                await client.invalidateQueries();
              },
            }),
      });
    });
  return {
    previewed,
    said,
    job: held.job,
    choose: held.choose,
    say,
    take,
    keep: async (name: string, replaces: boolean) => {
      if (previewed === null) return null;
      return host.commands.saveOutcomesMapping(previewed.preview.preview, name, replaces);
    },
    saveRejected: () =>
      held.saveRejected(async (_file, { preview }, place) =>
        w.rejectedSaved(await host.commands.saveRejectedOutcomes(preview, place)),
      ),
    leave,
  };
}

/** What can be done with the file, and where it stands. */
export type OutcomesTaking = ReturnType<typeof useOutcomesImport>;
