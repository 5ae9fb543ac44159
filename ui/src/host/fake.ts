/** A host for component tests: what a test does not answer, it cannot ask. */
import type { Commands, Host, HostEvent, HostEvents } from "./types";

/** A fake host: its events are told by the test, its calls are remembered. */
export type FakeHost = Host & {
  /** Tells an event to whoever listens. */
  tell: <E extends HostEvent>(event: E, told: HostEvents[E]) => void;
  /** What was asked, in order. */
  calls: { name: keyof Commands; args: readonly unknown[] }[];
};

/** Makes a host that answers the given commands and throws for every other one. */
export function fakeHost(answers: Partial<Commands> = {}): FakeHost {
  const calls: FakeHost["calls"] = [];
  const listeners = new Map<HostEvent, Set<(told: never) => void>>();
  const commands = new Proxy(answers, {
    get(target, name) {
      return (...args: unknown[]) => {
        const command = name as keyof Commands;
        calls.push({ name: command, args });
        const answer = target[command] as ((...args: unknown[]) => unknown) | undefined;
        if (!answer) throw new Error(`The fake host has no answer to ${command}`);
        return answer(...args);
      };
    },
  }) as Commands;
  return {
    commands,
    calls,
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (told: never) => void));
      return () => {
        set.delete(listener as (told: never) => void);
      };
    },
    tell: (event, told) => {
      for (const listener of listeners.get(event) ?? []) listener(told as never);
    },
  };
}
