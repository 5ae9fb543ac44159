/**
 * Commands: one table feeds keys, palette, menus and the sheet of keys. Areas say what a command does
 * while they are on screen; a command nobody answers is asleep.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import { type AreaName, currentRoute } from "../lib/route";
import {
  isSign,
  type KeyText,
  learnCap,
  matchesCap,
  matchesPlace,
  type Pressed,
  parseKey,
  type SingleKeys,
} from "./keys";
import { activePane, type PaneName } from "./pane";

/** One line of the table of commands. */
export type CommandSpec = {
  /** Its name in settings and code: `account.refer`. */
  readonly id: string;
  /** The verb and the thing, as palette and sheet say it. Read when shown, so that it follows the locale. */
  readonly label: () => string;
  /** The heading it stands under. */
  readonly group: () => string;
  /** Its key, unless the officer chose another. */
  readonly key?: KeyText;
  /** Only while one of these panes has the ring. Without it, anywhere. */
  readonly panes?: readonly PaneName[];
  /** Only in these areas of the rail, where the same key means something else elsewhere. */
  readonly areas?: readonly AreaName[];
  /** Whether it acts while words are being typed into a field. Where nothing is said, a key with Ctrl does. */
  readonly inFields?: boolean;
  /** Also while a dialog is open over the window. */
  readonly inDialogs?: boolean;
};

/** The app names the ids of its table here, so that a misspelt one does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: the app fills it by declaration merging.
export interface CommandRegister {}

/** The id of a command of the table. */
export type CommandId = CommandRegister extends { id: infer Id extends string } ? Id : string;

type Handler = { run: () => void; isEnabled: boolean };

/** Where a key was pressed. */
type Where = { pane: PaneName | null; isTyping: boolean; isInDialog?: boolean };

/** The table, the officer's wishes, and who answers at the moment. */
export class CommandBoard {
  #specs: readonly CommandSpec[];
  #keys: { readonly [id: string]: KeyText } = {};
  #single: SingleKeys = "on";
  #handlers = new Map<string, Handler[]>();
  #listeners = new Set<() => void>();
  #version = 0;

  constructor(specs: readonly CommandSpec[]) {
    this.#specs = specs;
  }

  /** The whole table. */
  get specs(): readonly CommandSpec[] {
    return this.#specs;
  }

  /** How single keys work. */
  get singleKeys(): SingleKeys {
    return this.#single;
  }

  /** Takes over the officer's settings. */
  configure(single: SingleKeys, keys: { readonly [id: string]: KeyText }): void {
    this.#single = single;
    this.#keys = keys;
    this.#changed();
  }

  /** The key of a command, as chosen or by default. */
  keyOf(id: string): KeyText | undefined {
    return this.#keys[id] ?? this.#specs.find((spec) => spec.id === id)?.key;
  }

  /** Puts a handler above the ones there; the answer takes it away. */
  add(id: string, handler: Handler): () => void {
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler]);
    this.#changed();
    return () => {
      this.#handlers.set(
        id,
        (this.#handlers.get(id) ?? []).filter((one) => one !== handler),
      );
      this.#changed();
    };
  }

  /** True if somebody on screen answers the command. */
  isAwake(id: string): boolean {
    return (this.#handlers.get(id) ?? []).some((handler) => handler.isEnabled);
  }

  /** True if the screen has the command at all, even if shut at the moment. */
  isKnown(id: string): boolean {
    return (this.#handlers.get(id) ?? []).length > 0;
  }

  /** Does the command, wherever the ring is: the officer named it in the palette or a menu. */
  run(id: string): boolean {
    const handler = (this.#handlers.get(id) ?? []).findLast((one) => one.isEnabled);
    handler?.run();
    return handler !== undefined;
  }

  /** The command that a press means, if it may act where the ring is. */
  find(pressed: Pressed, where: Where): CommandSpec | null {
    const able = this.#specs.filter((spec) => this.#mayAct(spec, where));
    const by = (match: typeof matchesPlace) =>
      able.find((spec) => {
        const key = this.keyOf(spec.id);
        return key !== undefined && match(parseKey(key), pressed, this.#single);
      });
    const bySign = by((key, ...rest) => isSign(key) && matchesCap(key, ...rest));
    return bySign ?? by(matchesPlace) ?? by(matchesCap) ?? null;
  }

  #mayAct(spec: CommandSpec, where: Where): boolean {
    if (!this.isAwake(spec.id)) return false;
    if (where.isInDialog && !spec.inDialogs) return false;
    if (spec.areas && !spec.areas.includes(currentRoute().area)) return false;
    if (spec.panes && !(where.pane && spec.panes.includes(where.pane))) return false;
    if (!where.isTyping) return true;
    return spec.inFields ?? this.keyOf(spec.id)?.includes("Ctrl+") ?? false;
  }

  /** Tells when handlers or keys change. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  version = (): number => this.#version;

  /** A handler opened or shut. */
  touched(): void {
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const empty = new CommandBoard([]);
const BoardContext = createContext<CommandBoard>(empty);

/** True if the press goes into words somebody types, or into a widget with keys of its own. */
function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target.closest("[role=menu],[role=listbox],[role=combobox]")) return true;
  if (target instanceof HTMLInputElement) {
    return !["checkbox", "radio", "button", "range"].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** True for a field of a passphrase: which keys were pressed in it is remembered nowhere. */
function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "password";
}

/** Listens to the keyboard and gives the board to everything below. */
export function CommandProvider(props: { board: CommandBoard; children: ReactNode }): ReactNode {
  const { board } = props;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isSecret(event.target)) learnCap(event);
      if (event.defaultPrevented || event.isComposing) return;
      const spec = board.find(event, {
        pane: activePane(),
        isTyping: typesInto(event.target),
        isInDialog: document.querySelector("[data-modal],[role=alertdialog]") !== null,
      });
      if (!spec) return;
      event.preventDefault();
      board.run(spec.id);
    };
    // A tab or a button takes Enter for a press of its own, whatever is held with it, and lets nobody hear.
    const before = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.ctrlKey) return;
      press(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener("keydown", before, { capture: true });
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", before, { capture: true });
      window.removeEventListener("keydown", press);
    };
  }, [board]);
  return <BoardContext value={board}>{props.children}</BoardContext>;
}

/** The board, fresh after every change. */
export function useCommands(): CommandBoard {
  const board = useContext(BoardContext);
  useSyncExternalStore(board.subscribe, board.version);
  return board;
}

/** Answers a command while mounted. While not enabled its key does nothing and the palette shows it shut. */
export function useCommand(id: CommandId, run: () => void, isEnabled = true): void {
  const board = useContext(BoardContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const handler = useMemo<Handler>(() => ({ run: () => latest.current(), isEnabled }), [isEnabled]);
  useEffect(() => board.add(id, handler), [board, id, handler]);
}
