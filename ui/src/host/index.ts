export { HostProvider, useHost, useHostEvent } from "./context";
export {
  DEFAULT_SETTINGS,
  type Platforms,
  SessionProvider,
  usePlatforms,
  useSession,
  useSettings,
} from "./session";
export * from "./types";
