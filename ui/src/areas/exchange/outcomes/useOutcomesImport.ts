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

function requestOf(file: ChosenView, said: Said, sha256: string | null): OutcomesFileRequest {
  return {
    ...said,
    file: file.token,
    sha256,
    fields: said.fields === null ? null : [...said.fields],
    wordings: [...said.wordings],
  };
}

/** Where taking in outcomes stands. */
export function useOutcomesImport() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [said, setSaid] = useState(NOTHING_SAID);
  const held = usePreviewed({
    kind: "import-file",
    failed: w.failed,
    read: (file, name) => {
      setSaid(NOTHING_SAID);
      return host.commands.previewOutcomes(requestOf(file, NOTHING_SAID, null), name);
    },
  });
  const { previewed, withPreviewed, leave } = held;
  const say = (change: Partial<Said>) => {
    const next = { ...said, ...change };
    setSaid(next);
    return held.again((file, name) =>
      host.commands.previewOutcomes(requestOf(file, next, null), name),
    );
  };
  const take = () =>
    withPreviewed(w.notWritten, async (file, preview, name) => {
      const { batch } = await host.commands.importOutcomes(
        requestOf(file, said, preview.sha256),
        name,
      );
      leave();
      await client.invalidateQueries();
      toast({
        text: w.taken(preview.file_name),
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
      const { file, preview } = previewed;
      return host.commands.saveOutcomesMapping(
        requestOf(file, said, preview.sha256),
        name,
        replaces,
      );
    },
    saveRejected: () =>
      held.saveRejected(async (file, preview, place, name) =>
        w.rejectedSaved(
          await host.commands.saveRejectedOutcomes(
            requestOf(file, said, preview.sha256),
            place,
            name,
          ),
        ),
      ),
    leave,
  };
}

/** What can be done with the file, and where it stands. */
export type OutcomesTaking = ReturnType<typeof useOutcomesImport>;
