/** The real host. Besides the generated commands this is the only file that knows Tauri. */
import { listen } from "@tauri-apps/api/event";
import { commands } from "../generated/bindings";
import type { Host } from "./types";

/** Makes the host of the real window. */
export function tauriHost(): Host {
  return {
    commands,
    on: (event, listener) => {
      const stopping = listen<Parameters<typeof listener>[0]>(event, ({ payload }) =>
        listener(payload),
      );
      return () => {
        void stopping.then((stop) => stop());
      };
    },
  };
}
