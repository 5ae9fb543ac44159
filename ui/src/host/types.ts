/** The one seam between the window and the core: commands that are asked, events that are told. */
import type {
  ChosenView,
  commands,
  ErrorCode,
  ErrorView,
  ProgressView,
} from "../generated/bindings";

export type * from "../generated/bindings";

/** Every command of the core, as declared in Rust. */
export type Commands = typeof commands;

/** What the core tells the window, by event name. */
export type HostEvents = {
  /** Long work goes on. */
  progress: ProgressView;
  /** The case is locked: everything of it leaves the page. */
  "session-locked": Record<string, never>;
  /** The case locks in so many seconds unless the officer does something. */
  "locking-soon": { seconds: number };
  /** The case is about to lock: every field saves now. */
  "before-lock": Record<string, never>;
  /** Something of the case was written. */
  "case-changed": { what: string };
  /** Files were dropped on the window, at these pixels. */
  dropped: { files: ChosenView[]; x: number; y: number };
  /** Files are held over the window. */
  "drop-hover": { over: boolean };
  /** A look at a spreadsheet was thrown away. */
  "check-up-ended": Record<string, never>;
};

/** The name of an event. */
export type HostEvent = keyof HostEvents;

/** The outside, as the page sees it. */
export type Host = {
  readonly commands: Commands;
  /** Listens to an event; the answer stops listening. */
  readonly on: <E extends HostEvent>(
    event: E,
    listener: (told: HostEvents[E]) => void,
  ) => () => void;
};

/** Narrows a thrown value to the core's error. */
export function isErrorView(value: unknown): value is ErrorView {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "message" in value &&
    typeof value.code === "string"
  );
}

/** The code of a thrown value; anything the core did not throw is a fault of the program. */
export function codeOf(value: unknown): ErrorCode {
  return isErrorView(value) ? value.code : "internal";
}
