/**
 * The check of the whole case. It goes on while the officer works elsewhere,
 * and a result that found damage is kept with the case until a later check
 * finds nothing wrong: nobody should be able to walk away from it by accident.
 */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { codeOf, type Host, useHost, type VerifyView } from "../../host";
import { newJob } from "../../kit";

/** Where the check stands. */
export type Check =
  | { readonly state: "never" }
  | { readonly state: "running"; readonly job: string; readonly before: VerifyView | null }
  | { readonly state: "stopped"; readonly before: VerifyView | null }
  | { readonly state: "failed"; readonly error: unknown; readonly before: VerifyView | null }
  | { readonly state: "done"; readonly view: VerifyView };

const KEY = ["audit-check"] as const;
const PLACE = "audit.damage";
const NEVER: Check = { state: "never" };

/** The check, and the way to begin one. */
export function useCheck(): { check: Check; verify: (full: boolean) => Promise<void> } {
  const host = useHost();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => read(client),
    enabled: false,
    initialData: NEVER,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    void recall(host, client);
  }, [host, client]);
  const verify = useMemo(() => (full: boolean) => run(host, client, full), [host, client]);
  return { check: data, verify };
}

function read(client: QueryClient): Check {
  return client.getQueryData<Check>(KEY) ?? NEVER;
}

/** The result that is still true while nothing newer is known. */
export function lastOf(check: Check): VerifyView | null {
  if (check.state === "never") return null;
  return check.state === "done" ? check.view : check.before;
}

async function recall(host: Host, client: QueryClient): Promise<void> {
  if (read(client).state !== "never") return;
  const kept = await host.commands.readPlace(PLACE).catch(() => null);
  const view = damageOf(kept);
  if (view !== null && read(client).state === "never") {
    const done: Check = { state: "done", view };
    client.setQueryData<Check>(KEY, done);
  }
}

/** Reads a kept result; anything that is not one is nothing. */
export function damageOf(kept: string | null): VerifyView | null {
  if (kept === null || kept === "") return null;
  try {
    const view: unknown = JSON.parse(kept);
    const isOne = typeof view === "object" && view !== null && "is_damaged" in view && "at" in view;
    return isOne ? (view as VerifyView) : null;
  } catch {
    return null;
  }
}

async function run(host: Host, client: QueryClient, full: boolean): Promise<void> {
  const before = lastOf(read(client));
  const job = newJob();
  const isMine = () => {
    const now = read(client);
    return now.state === "running" && now.job === job;
  };
  const set = (check: Check) => client.setQueryData<Check>(KEY, check);
  set({ state: "running", job, before });
  try {
    const view = await host.commands.verifyCase(full, job);
    if (!isMine()) return;
    set({ state: "done", view });
    await host.commands.savePlace(PLACE, view.is_damaged ? JSON.stringify(view) : "");
    void client.invalidateQueries({ queryKey: ["status-line"] });
  } catch (error) {
    if (!isMine()) return;
    set(
      codeOf(error) === "cancelled"
        ? { state: "stopped", before }
        : { state: "failed", error, before },
    );
  }
}
