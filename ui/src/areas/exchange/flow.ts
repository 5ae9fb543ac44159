/**
 * Where an import stands. The flow lives in the query cache, not in a
 * component: leaving the area does not lose a running import, and locking
 * the case drops it with everything else.
 */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type ChosenView,
  codeOf,
  type Field,
  type Host,
  type ImportPreviewView,
  type ImportResultView,
  type ImportUndoneView,
  useHost,
} from "../../host";
import { newJob } from "../../kit";
import { assertNever } from "../../lib/assert";

/** What the officer corrected; `null` lets the core find out. */
export type Corrections = {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** The line of the header, 0 for none; the core finds it where nothing is said. */
  readonly headerLine?: number;
  /** A mapping by name, or nothing for none. */
  readonly mapping: string | null;
  readonly fields: readonly Field[] | null;
  /** True where rows about accounts that were erased make new ones. */
  readonly takesErased?: boolean;
};

/** One screen of the import. */
export type ImportFlow =
  | { readonly step: "start"; readonly note: string | null }
  | {
      readonly step: "reading";
      readonly file: ChosenView;
      readonly job: string;
      readonly corrections: Corrections;
      readonly before: ImportPreviewView | null;
    }
  | {
      readonly step: "unreadable";
      readonly file: ChosenView;
      readonly corrections: Corrections;
      readonly before: ImportPreviewView | null;
      readonly error: unknown;
    }
  | {
      readonly step: "preview";
      readonly file: ChosenView;
      readonly preview: ImportPreviewView;
      readonly corrections: Corrections;
      readonly error: unknown;
    }
  | {
      readonly step: "writing";
      readonly file: ChosenView;
      readonly preview: ImportPreviewView;
      readonly corrections: Corrections;
      readonly job: string;
    }
  | {
      readonly step: "undoing";
      readonly file: ChosenView;
      readonly preview: ImportPreviewView;
      readonly result: ImportResultView;
      readonly job: string;
    }
  | {
      readonly step: "done";
      readonly file: ChosenView;
      readonly preview: ImportPreviewView;
      readonly result: ImportResultView;
      readonly undone: ImportUndoneView | null;
      readonly error: unknown;
    };

/** Nothing corrected: the core finds everything out. */
export const NOTHING_CORRECTED: Corrections = {
  encoding: null,
  delimiter: null,
  sheet: null,
  mapping: null,
  fields: null,
};

const KEY = ["exchange", "import-flow"] as const;
const START: ImportFlow = { step: "start", note: null };

/** What an officer can do with the flow. */
export type ImportActs = {
  read: (file: ChosenView, corrections?: Corrections) => Promise<void>;
  write: () => Promise<void>;
  undo: (reason: string) => Promise<void>;
  leave: (note?: string) => Promise<void>;
};

/** The flow and what can be done with it. */
export function useImportFlow(): { flow: ImportFlow; acts: ImportActs } {
  const host = useHost();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => current(client),
    enabled: false,
    initialData: START,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const acts = useMemo(() => importActs(host, client, newJob), [host, client]);
  return { flow: data, acts };
}

function current(client: QueryClient): ImportFlow {
  return client.getQueryData<ImportFlow>(KEY) ?? START;
}

/** The acts over a cache; `newJob` names each piece of long work. */
export function importActs(host: Host, client: QueryClient, newJob: () => string): ImportActs {
  const set = (flow: ImportFlow) => client.setQueryData<ImportFlow>(KEY, flow);
  const isStill = (job: string) => {
    const flow = current(client);
    return (flow.step === "reading" || changesCase(flow)) && flow.job === job;
  };
  const forget = (preview: ImportPreviewView | null) => drop(host, preview);

  async function read(file: ChosenView, corrections = NOTHING_CORRECTED): Promise<void> {
    const job = newJob();
    const flow = current(client);
    const before = isOf(flow, file) ? heldBy(flow) : null;
    if (before === null) void forget(heldBy(flow));
    const asked = { file, corrections, before };
    set({ step: "reading", job, ...asked });
    try {
      const preview = await host.commands.previewImport(requestOf(file, corrections), job);
      if (!isStill(job)) return await forget(preview);
      set({ step: "preview", file, preview, corrections, error: null });
      if (before?.preview !== preview.preview) await forget(before);
    } catch (error) {
      if (isStill(job)) set(afterFailedRead({ ...asked, error }));
    }
  }

  async function write(): Promise<void> {
    const flow = current(client);
    if (flow.step !== "preview") return;
    const { file, preview, corrections } = flow;
    const job = newJob();
    set({ step: "writing", file, preview, corrections, job });
    try {
      const result = await host.commands.commitImport(preview.preview, job);
      if (isStill(job)) set({ step: "done", file, preview, result, undone: null, error: null });
    } catch (error) {
      if (!isStill(job)) return;
      const shown = codeOf(error) === "cancelled" ? null : error;
      set({ step: "preview", file, preview, corrections, error: shown });
    }
  }

  async function undo(reason: string): Promise<void> {
    const flow = current(client);
    if (flow.step !== "done" || flow.result.batch === null) return;
    const { file, preview, result } = flow;
    const job = newJob();
    set({ step: "undoing", file, preview, result, job });
    const part = await host.commands.undoImport(flow.result.batch, reason, job).then(
      (undone) => ({ undone, error: null }),
      (error: unknown) => ({ undone: null, error: codeOf(error) === "cancelled" ? null : error }),
    );
    if (isStill(job)) set({ step: "done", file, preview, result, ...part });
  }

  async function leave(note?: string): Promise<void> {
    const flow = current(client);
    set({ step: "start", note: note ?? null });
    await forget(heldBy(flow));
  }

  return { read, write, undo, leave };
}

/** True while the case is being written: another file has to wait. */
export function changesCase(
  flow: ImportFlow,
): flow is Extract<ImportFlow, { step: "writing" | "undoing" }> {
  return flow.step === "writing" || flow.step === "undoing";
}

async function drop(host: Host, preview: ImportPreviewView | null): Promise<void> {
  if (preview !== null) await host.commands.dropPreview(preview.preview).catch(() => undefined);
}

function requestOf(file: ChosenView, corrections: Corrections) {
  return {
    file: file.token,
    encoding: corrections.encoding,
    delimiter: corrections.delimiter,
    sheet: corrections.sheet,
    header_line: corrections.headerLine ?? null,
    mapping: corrections.mapping,
    fields: corrections.fields === null ? null : [...corrections.fields],
    ...(corrections.takesErased === true ? { takes_erased: true } : {}),
  };
}

function isOf(flow: ImportFlow, file: ChosenView): boolean {
  return flow.step !== "start" && flow.step !== "done" && flow.file.token === file.token;
}

function heldBy(flow: ImportFlow): ImportPreviewView | null {
  switch (flow.step) {
    case "preview":
    case "writing":
    case "undoing":
    case "done":
      return flow.preview;
    case "reading":
    case "unreadable":
      return flow.before;
    case "start":
      return null;
    default:
      return assertNever(flow);
  }
}

function afterFailedRead(failed: {
  file: ChosenView;
  corrections: Corrections;
  before: ImportPreviewView | null;
  error: unknown;
}): ImportFlow {
  if (codeOf(failed.error) !== "cancelled") return { step: "unreadable", ...failed };
  if (failed.before === null) return START;
  return {
    step: "preview",
    file: failed.file,
    preview: failed.before,
    corrections: correctionsOf(failed.before),
    error: null,
  };
}

/** The corrections that give this preview again, whatever was found or given. */
export function correctionsOf(preview: ImportPreviewView): Corrections {
  const isBook = preview.sheet !== null;
  return {
    encoding: isBook ? null : preview.encoding,
    delimiter: isBook ? null : preview.delimiter,
    sheet: preview.sheet,
    headerLine: preview.header_line,
    mapping: preview.mapping?.name ?? "",
    fields: preview.columns.map((column) => column.field),
  };
}
