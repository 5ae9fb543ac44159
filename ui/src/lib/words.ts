/**
 * The catalogue of words. Every string on screen is declared once in English by its part of the
 * program; a locale replaces any of them. A word that a locale does not have stays English.
 */

type Phrase = string | readonly string[] | ((...args: never[]) => string);

/** The words of one part of the program, by name. */
export type Words = { readonly [name: string]: Phrase | Words };

type Partly<T> = { readonly [K in keyof T]?: T[K] extends Words ? Partly<T[K]> : T[K] };

/** A locale: its code, its direction, and its words by part. */
export type Locale = {
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  readonly parts: { readonly [part: string]: Partly<Words> };
};

const english: Locale = { code: "en-GB", dir: "ltr", parts: {} };
let current: Locale = english;

/** Declares the words of a part; reading one gives it in the locale that is set at that moment. */
export function catalogue<T extends Words>(part: string, words: T): T {
  return wrap(words, () => current.parts[part]);
}

function wrap<T extends Words>(words: T, local: () => Partly<Words> | undefined): T {
  return new Proxy(words, {
    get(target, name) {
      if (typeof name !== "string") return Reflect.get(target, name);
      const base = target[name];
      const own = local()?.[name];
      if (typeof base === "object" && !Array.isArray(base))
        return wrap(base as Words, () => own as Partly<Words> | undefined);
      return own ?? base;
    },
  });
}

/** Sets the locale of the window and the direction of its layout. */
export function setLocale(locale: Locale = english): void {
  current = locale;
  document.documentElement.lang = locale.code.split("-")[0] ?? "en";
  document.documentElement.dir = locale.dir;
}

/** The code of the locale that is set, for `Intl`. */
export function localeCode(): string {
  return current.code;
}
