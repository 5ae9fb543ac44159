/**
 * Scoring accounts again after lexicons or bands changed. It goes on while the officer works
 * elsewhere, never twice at a time, and what it moved stays to be read until the case locks.
 */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { codeOf, type Host, type MovesView, type ScoringView, useHost } from "../host";
import { newJob } from "../kit";

/** Where scoring again stands. `isRest`: it went on after a stop, so its figures are of the rest only. */
export type ScoringRun =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly job: string;
      readonly isRest: boolean;
      /** Something changed meanwhile: whether everything is level is asked again at the end. */
      readonly isAskedAgain: boolean;
    }
  | { readonly state: "stopped" }
  | { readonly state: "failed"; readonly error: unknown }
  | { readonly state: "done"; readonly moves: MovesView; readonly isRest: boolean };

const KEY = ["scoring-run"] as const;
const IDLE: ScoringRun = { state: "idle" };

/** What the case scores with, and whether every account was scored with it. */
export function useScoring() {
  const host = useHost();
  return useQuery({ queryKey: ["scoring"], queryFn: () => host.commands.scoring() });
}

/** The run, and the way to begin one: `begin` does nothing where every account is scored already. */
export function useScoringRun(): { run: ScoringRun; begin: () => Promise<void> } {
  const host = useHost();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => read(client),
    enabled: false,
    initialData: IDLE,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const begin = useMemo(() => () => beginRun(host, client), [host, client]);
  return { run: data, begin };
}

function read(client: QueryClient): ScoringRun {
  return client.getQueryData<ScoringRun>(KEY) ?? IDLE;
}

function set(client: QueryClient, run: ScoringRun): void {
  client.setQueryData<ScoringRun>(KEY, run);
}

/** Asks the core itself: an answer that is seconds old may be from before the change. */
async function ask(host: Host, client: QueryClient): Promise<ScoringView | null> {
  try {
    const scoring = await host.commands.scoring();
    client.setQueryData(["scoring"], scoring);
    return scoring;
  } catch {
    return null;
  }
}

async function beginRun(host: Host, client: QueryClient): Promise<void> {
  const now = read(client);
  if (now.state === "running") {
    set(client, { ...now, isAskedAgain: true });
    return;
  }
  const scoring = await ask(host, client);
  if (scoring === null || scoring.is_level || read(client).state === "running") return;
  await score(host, client);
}

async function score(host: Host, client: QueryClient): Promise<void> {
  const job = newJob();
  const isRest = read(client).state === "stopped";
  set(client, { state: "running", job, isRest, isAskedAgain: false });
  const ended = await ending(host, job, isRest);
  // Asked before the end is told, so that a finished run never stands beside "accounts wait".
  if (mine(client, job) !== null) await ask(host, client);
  const now = mine(client, job);
  if (now === null) return;
  set(client, ended);
  if (now.isAskedAgain && ended.state === "done") await beginRun(host, client);
}

async function ending(host: Host, job: string, isRest: boolean): Promise<ScoringRun> {
  try {
    return { state: "done", moves: await host.commands.scoreAnew(job), isRest };
  } catch (error) {
    return codeOf(error) === "cancelled" ? { state: "stopped" } : { state: "failed", error };
  }
}

/** The run of this job, unless the case was locked since or another one took its place. */
function mine(client: QueryClient, job: string) {
  const now = read(client);
  return now.state === "running" && now.job === job ? now : null;
}
