/** Keys: how a command's key is written, matched against what was pressed, and shown. */

/** A key as the table writes it: modifiers, then `event.code` or a named key: `Ctrl+KeyK`, `Shift+Slash`, `Escape`. */
export type KeyText = string;

/** A key taken apart. */
export type Key = {
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

/** What a keyboard event says, as far as commands care. */
export type Pressed = Pick<
  KeyboardEvent,
  "code" | "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/** Single keys: as they are, only with Alt, or not at all (WCAG 2.1.4). */
export type SingleKeys = "on" | "alt" | "off";

/** Reads a key as the table writes it. */
export function parseKey(text: KeyText): Key {
  const parts = text.split("+");
  return {
    code: parts.at(-1) ?? "",
    ctrl: parts.includes("Ctrl"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
  };
}

/** What the key gives on a keyboard with the US layout; the fallback where a layout is not known. */
const PLAIN: { readonly [code: string]: string } = {
  Slash: "/",
  Period: ".",
  Comma: ",",
  Semicolon: ";",
  Quote: "'",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Minus: "-",
  Equal: "=",
  Backquote: "`",
  Escape: "Esc",
  Enter: "Enter",
  Space: "Space",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

const SHIFTED: { readonly [code: string]: string } = { Slash: "?" };

function plainKey(code: string): string {
  if (code.startsWith("Key")) return code.slice(3).toLowerCase();
  if (code.startsWith("Digit")) return code.slice(5);
  return PLAIN[code] ?? code;
}

/** True for a key that types a character and has neither Ctrl nor Alt. */
export function isSingle(key: Key): boolean {
  return (
    !key.ctrl &&
    !key.alt &&
    (/^(Key|Digit)/.test(key.code) || key.code in PLAIN) &&
    !isNamed(key.code)
  );
}

function isNamed(code: string): boolean {
  return ["Escape", "Enter", "Space", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(
    code,
  );
}

/** True for a sign such as `/` or `?`: it is meant by what it types, wherever a layout has it. */
export function isSign(key: Key): boolean {
  return key.code in PLAIN && !isNamed(key.code);
}

/** True if the place that was pressed is the key's place, with exactly its modifiers. */
export function matchesPlace(key: Key, pressed: Pressed, single: SingleKeys): boolean {
  if (pressed.code === "" || pressed.code === "Unidentified") return false;
  return key.code === pressed.code && modifiersMatch(key, pressed, single, pressed.shiftKey);
}

/** True if what was typed is what the key types: for layouts and keyboards that give no place. */
export function matchesCap(key: Key, pressed: Pressed, single: SingleKeys): boolean {
  const cap = key.shift ? (SHIFTED[key.code] ?? plainKey(key.code)) : plainKey(key.code);
  const same = isNamed(key.code)
    ? pressed.key === key.code
    : pressed.key.toLowerCase() === cap.toLowerCase();
  return (
    same && modifiersMatch(key, pressed, single, /^[a-z]$/.test(cap) ? pressed.shiftKey : key.shift)
  );
}

function modifiersMatch(key: Key, pressed: Pressed, single: SingleKeys, shift: boolean): boolean {
  const alt = isSingle(key) && single === "alt" ? true : key.alt;
  if (isSingle(key) && single === "off") return false;
  return (
    key.ctrl === (pressed.ctrlKey || pressed.metaKey) &&
    alt === pressed.altKey &&
    key.shift === shift
  );
}

/** True if a press means this key, by its place or else by what it types. */
export function isKey(text: KeyText, pressed: Pressed): boolean {
  const key = parseKey(text);
  return matchesPlace(key, pressed, "on") || matchesCap(key, pressed, "on");
}

const learnt = new Map<string, string>();

/** Remembers what a place of this keyboard types, so that the real cap can be shown. */
export function learnCap(pressed: Pressed): void {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey) return;
  if (/^(Key|Digit)/.test(pressed.code) && [...pressed.key].length === 1) {
    learnt.set(pressed.code, pressed.key);
  }
}

/** Asks the browser for the layout, where it tells. */
export async function learnLayout(): Promise<void> {
  const keyboard = (
    navigator as { keyboard?: { getLayoutMap?: () => Promise<Map<string, string>> } }
  ).keyboard;
  const map = await keyboard?.getLayoutMap?.().catch(() => null);
  for (const [code, cap] of map ?? []) {
    if (/^(Key|Digit)/.test(code)) learnt.set(code, cap);
  }
}

/** True if this keyboard has told, or shown by a press, what every one of these keys has on its cap. */
export function areCapsKnown(keys: readonly KeyText[]): boolean {
  return keys.every((text) => {
    const { code } = parseKey(text);
    return !/^Key/.test(code) || learnt.has(code);
  });
}

/** The key as it stands on this keyboard's caps, part by part: `["Ctrl", "K"]`. */
export function keyCaps(text: KeyText, single: SingleKeys = "on"): string[] {
  const key = parseKey(text);
  if (isSingle(key) && single === "off") return [];
  const shifted = key.shift ? SHIFTED[key.code] : undefined;
  const cap = shifted ?? learnt.get(key.code) ?? plainKey(key.code);
  const shown = [...cap].length === 1 ? cap.toLocaleUpperCase() : cap;
  return [
    ...(key.ctrl ? ["Ctrl"] : []),
    ...(key.alt || (isSingle(key) && single === "alt") ? ["Alt"] : []),
    ...(key.shift && !shifted ? ["Shift"] : []),
    shown,
  ];
}

/** Writes what was pressed the way the table does, for a key the officer chooses; null for a bare modifier. */
export function writeKey(pressed: Pressed): KeyText | null {
  if (!pressed.code || /^(Control|Shift|Alt|Meta|CapsLock|Tab)/.test(pressed.code)) return null;
  const parts = [
    pressed.ctrlKey || pressed.metaKey ? "Ctrl" : "",
    pressed.altKey ? "Alt" : "",
    pressed.shiftKey ? "Shift" : "",
    pressed.code,
  ];
  return parts.filter(Boolean).join("+");
}
