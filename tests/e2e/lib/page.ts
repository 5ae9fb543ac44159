/** What a person does with the page, by the roles and names a screen reader would say. */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "webdriverio";
import { Key } from "webdriverio";

/** How long anything but key stretching may take on a slow machine before it counts as not there. */
const patience = 15_000;

export type Name = string | RegExp;
export interface Where {
  readonly role: string;
  readonly name?: Name;
  /** Only inside this element. */
  readonly within?: { readonly role: string; readonly name?: Name };
  /** The how-manieth of those that match, from 0. */
  readonly nth?: number;
  readonly timeout?: number;
}

interface Sought {
  readonly role: string;
  readonly exact: string | null;
  readonly pattern: string | null;
  readonly flags: string;
}

type ElementReference = { readonly "element-6066-11e4-a52e-4f735466cecf": string };

function sought(role: string, name: Name | undefined): Sought {
  if (name === undefined) return { role, exact: null, pattern: null, flags: "" };
  if (typeof name === "string") return { role, exact: name, pattern: null, flags: "" };
  return { role, exact: null, pattern: name.source, flags: name.flags };
}

function said(where: Where): string {
  const name = where.name === undefined ? "" : ` ${String(where.name)}`;
  const within = where.within === undefined ? "" : ` in ${said(where.within)}`;
  return `${where.role}${name}${within}`;
}

/** Runs in the page: the visible elements with this role and name, in document order. */
function lookInPage(path: readonly Sought[]): Element[] {
  const axe = (window as unknown as { axe: unknown }).axe as {
    setup: (node: Node) => void;
    teardown: () => void;
    commons: {
      aria: { getRole: (node: Element) => string | null };
      text: { accessibleText: (node: Element) => string };
    };
  };
  const mayBe: Record<string, string> = {
    button: "button,summary,input[type=submit],input[type=button],[role=button]",
    checkbox: "input[type=checkbox],[role=checkbox]",
    dialog: "dialog,[role=dialog],[role=alertdialog]",
    heading: "h1,h2,h3,h4,h5,h6,[role=heading]",
    link: "a[href],[role=link]",
    navigation: "nav,[role=navigation]",
    contentinfo: "footer,[role=contentinfo]",
    option: "option,[role=option]",
    radio: "input[type=radio],[role=radio]",
    searchbox: "input[type=search],[role=searchbox]",
    img: "img,[role=img]",
    password: "input[type=password]",
    textbox: "input,textarea,[role=textbox],[contenteditable=true]",
  };
  const isShown = (element: Element): boolean => {
    const isControl = element.matches("input[type=radio],input[type=checkbox]");
    const seen = isControl ? (element.closest("label") ?? element) : element;
    return seen.checkVisibility({ visibilityProperty: true }) && seen.getClientRects().length > 0;
  };
  const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();
  axe.teardown();
  axe.setup(document.body);
  let scopes: Element[] = [document.body];
  for (const { role, exact, pattern, flags } of path) {
    const expression = pattern === null ? null : new RegExp(pattern, flags);
    const candidates = scopes.flatMap((scope) =>
      Array.from(scope.querySelectorAll(mayBe[role] ?? `[role=${role}],${role}`)),
    );
    scopes = candidates.filter((element) => {
      if (!isShown(element)) return false;
      const isPassword = element.matches("input[type=password]");
      const found = isPassword ? "password" : axe.commons.aria.getRole(element);
      if (found !== role && !(role === "dialog" && found === "alertdialog")) return false;
      const name = flat(axe.commons.text.accessibleText(element));
      return expression !== null ? expression.test(name) : exact === null || name === exact;
    });
  }
  axe.teardown();
  return scopes;
}

/** Runs in the page: what a person could read, of all of it. */
function readInPage(): string {
  return document.body.innerText;
}

export class Page {
  constructor(readonly browser: Browser) {}

  async #look(where: Where): Promise<readonly ElementReference[]> {
    const own = sought(where.role, where.name);
    const path =
      where.within === undefined ? [own] : [sought(where.within.role, where.within.name), own];
    for (let tries = 0; ; tries += 1) {
      try {
        return (await this.browser.execute(lookInPage, path)) as unknown as ElementReference[];
      } catch (error) {
        // What was found was drawn anew before the driver could name it.
        if (tries >= 5 || !/stale element/u.test(String(error))) throw error;
        await pause(20);
      }
    }
  }

  async #until<T>(
    what: string,
    timeout: number,
    attempt: () => Promise<T | undefined>,
  ): Promise<T> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = await attempt();
      if (found !== undefined) return found;
      if (Date.now() > deadline) {
        assert.fail(`${what}, within ${timeout / 1000} s. The window says:\n${await this.text()}`);
      }
      await pause(60);
    }
  }

  /** The element, once it is there and can be seen. */
  async find(where: Where): Promise<WebdriverIO.Element> {
    const reference = await this.#until(
      `no ${said(where)}`,
      where.timeout ?? patience,
      async () => {
        return (await this.#look(where))[where.nth ?? 0];
      },
    );
    return await this.browser.$(reference).getElement();
  }

  /** What the engine itself tells a screen reader of it: its role and its name. */
  async told(where: Where): Promise<{ readonly role: string; readonly name: string }> {
    const { elementId } = await this.find(where);
    return {
      role: await this.browser.getElementComputedRole(elementId),
      name: await this.browser.getElementComputedLabel(elementId),
    };
  }

  async #enabled(where: Where): Promise<WebdriverIO.Element> {
    return await this.#until(`${said(where)} stays shut`, where.timeout ?? patience, async () => {
      const element = await this.find(where);
      const isShut = await this.browser.execute(
        (one: HTMLElement) => one.matches(":disabled,[aria-disabled=true]"),
        element,
      );
      return isShut ? undefined : element;
    });
  }

  async has(where: Where): Promise<boolean> {
    return (await this.#look(where)).length > 0;
  }

  async count(where: Where): Promise<number> {
    return (await this.#look(where)).length;
  }

  async gone(where: Where): Promise<void> {
    await this.#until(`${said(where)} stays`, where.timeout ?? patience, async () =>
      (await this.has(where)) ? undefined : true,
    );
  }

  /** Presses it with the mouse. A radio or tick box is pressed on its label, as a person does. */
  async click(where: Where): Promise<void> {
    const deadline = Date.now() + (where.timeout ?? patience);
    for (;;) {
      try {
        const element = await this.#enabled(where);
        const label = await this.browser.execute(
          (one: HTMLElement) =>
            one.matches("input[type=radio],input[type=checkbox]")
              ? (one.closest("label") ?? one)
              : one,
          element,
        );
        const target = await this.browser.$(label as unknown as ElementReference).getElement();
        await target.scrollIntoView({ block: "nearest" });
        await target.click();
        return;
      } catch (error) {
        if (Date.now() > deadline)
          throw new Error(`${said(where)} cannot be pressed`, { cause: error });
        await pause(60);
      }
    }
  }

  /** Puts text in place of what a field holds. */
  async fill(where: Where, text: string): Promise<void> {
    // A field that is drawn anew meanwhile may keep what stood there before, or lose a letter.
    for (let tries = 0; tries < 3; tries += 1) {
      await this.click(where);
      await this.press(Key.Ctrl, "a");
      await this.press(Key.Delete);
      await this.type(text);
      if ((await this.value(where)) === text) return;
    }
  }

  async value(where: Where): Promise<string> {
    return await (await this.find(where)).getValue();
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    const focused = await this.browser.getActiveElement();
    const [id] = Object.values(focused) as string[];
    assert.ok(id !== undefined, "nothing has the focus");
    await this.browser.elementSendKeys(id, text);
  }

  /** Presses keys together, the last one while the others are held. */
  async press(...keys: string[]): Promise<void> {
    await this.browser.keys(keys);
  }

  async text(): Promise<string> {
    return await this.browser.execute(readInPage);
  }

  /** Waits until the window says so. */
  async says(what: Name, timeout = patience): Promise<string> {
    return await this.#until(`the window does not say ${String(what)}`, timeout, async () => {
      const text = await this.text();
      const flat = text.replace(/\s+/gu, " ");
      return (typeof what === "string" ? flat.includes(what) : what.test(flat)) ? text : undefined;
    });
  }

  /** Waits until a test of the page itself holds. */
  async holds(what: string, test: () => Promise<boolean>, timeout = patience): Promise<void> {
    await this.#until(what, timeout, async () => ((await test()) ? true : undefined));
  }

  /** Waits until what was asked for is painted: a picture taken before may show the frame before. */
  async frame(): Promise<void> {
    await this.browser.executeAsync((done: () => void) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    });
  }

  /** The accessible name of what has the focus. */
  async focused(): Promise<string> {
    return await this.browser.execute(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
  }

  /** Serious and critical faults that axe finds in what is shown. */
  async accessibilityFaults(): Promise<readonly string[]> {
    return await this.browser.executeAsync((done: (faults: string[]) => void) => {
      type Node = { target: unknown[]; failureSummary?: string };
      type Fault = { id: string; impact: string | null; help: string; nodes: Node[] };
      const axe = (window as unknown as { axe: unknown }).axe as {
        teardown: () => void;
        run: (context: object, options: object) => Promise<{ violations: Fault[] }>;
      };
      axe.teardown();
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      axe
        // A message for screen readers, gone in a moment, may name what has gone already.
        .run(
          { exclude: ["[data-live-announcer]"] },
          {
            runOnly: { type: "tag", values: tags },
            // Still an experiment of axe's own: it takes a count beside a name for a part of the name.
            rules: { "label-content-name-mismatch": { enabled: false } },
            resultTypes: ["violations"],
          },
        )
        .then(({ violations }) => {
          const grave = violations.filter(
            ({ impact }) => impact === "serious" || impact === "critical",
          );
          done(
            grave.flatMap(({ id, help, nodes }) =>
              nodes.map(
                ({ target, failureSummary }) =>
                  `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`,
              ),
            ),
          );
        })
        .catch((error: unknown) => done([`axe itself failed: ${String(error)}`]));
    });
  }
}
