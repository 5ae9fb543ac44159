/** The real window, in a home of its own, with dialogs answered from a list. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "webdriverio";
import { remote } from "webdriverio";
import { type Driver, programs, root, startDriver } from "./driver.ts";
import { Page } from "./page.ts";

export const application = join(programs, "breakwater");
export const fixtures = join(root, "tests/fixtures");
export { root };
/** Where pictures of the window go that are for looking at, not for the README. */
export const pictures = join(root, "target/test/window");
mkdirSync(pictures, { recursive: true });

/** Runs in the page before its own code: keeps policy violations, and brings axe while it still can load. */
const script = join(pictures, "page.js");
const watch = `window.__policyViolations = [];
addEventListener("securitypolicyviolation", (event) => {
  window.__policyViolations.push(event.effectiveDirective + " " + event.blockedURI + " " + event.sourceFile);
}, true);`;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
writeFileSync(script, `${watch}\n${readFileSync(axe, "utf8")}`);

/** The dialogs of the program, as it names them. */
export type DialogKind =
  | "new-case"
  | "open-case"
  | "import-file"
  | "check-up-files"
  | "evidence-files"
  | "save-csv"
  | "save-rejected"
  | "save-rows"
  | "save-mapping"
  | "open-mapping"
  | "save-texts"
  | "open-texts"
  | "save-check-sheet"
  | "save-paper"
  | "open-check-answers"
  | "save-referral"
  | "save-card"
  | "save-package"
  | "open-package"
  | "save-network"
  | "save-exhibit"
  | "save-invitation"
  | "open-invitation"
  | "save-recovery";

/** A made-up workstation: its settings, its files, its answers to dialogs. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), "breakwater-window-"));
  readonly files = join(this.path, "files");
  readonly #dialogs = join(this.path, "dialogs");
  readonly #drops = join(this.path, "drops");

  constructor() {
    for (const folder of [this.files, join(this.path, "config"), join(this.path, "runtime")]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
    for (const list of [this.#dialogs, this.#drops]) writeFileSync(list, "");
  }

  /** A file of the home; `name` may not exist yet. */
  file(name: string): string {
    return join(this.files, name);
  }

  /** Puts a fixture among the home's files. */
  fixture(name: string): string {
    const place = this.file(basename(name));
    cpSync(join(fixtures, name), place);
    return place;
  }

  /** Answers the next dialog, which must be of this kind. A dialog with no answer left is cancelled. */
  answer(kind: DialogKind, ...paths: string[]): void {
    appendFileSync(this.#dialogs, `${JSON.stringify({ kind, paths })}\n`);
  }

  /** Drops files on the window at this place of the page. */
  drop(x: number, y: number, ...paths: string[]): void {
    appendFileSync(this.#drops, `${JSON.stringify({ paths, x, y })}\n`);
  }

  environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: this.path,
      XDG_CONFIG_HOME: join(this.path, "config"),
      XDG_DATA_HOME: join(this.path, "data"),
      XDG_CACHE_HOME: join(this.path, "cache"),
      // What the software renderer compiled for one window serves the next, and no home is written to while it goes.
      MESA_SHADER_CACHE_DIR: join(root, "target/test/shaders"),
      BREAKWATER_CONFIG_DIR: join(this.path, "config"),
      BREAKWATER_TEST_SCRIPT: script,
      BREAKWATER_TEST_DIALOGS: this.#dialogs,
      BREAKWATER_TEST_DROPS: this.#drops,
      ...more,
    };
  }

  remove(): void {
    // The page's own processes may write a last file while they end.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

export interface Opening {
  readonly home?: Home;
  readonly arguments?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

export class Workbench {
  readonly page: Page;
  #isOpen = true;

  private constructor(
    readonly browser: Browser,
    readonly home: Home,
    readonly driver: Driver,
  ) {
    this.page = new Page(browser);
  }

  static async open({
    home = new Home(),
    arguments: args = [],
    environment = {},
  }: Opening = {}): Promise<Workbench> {
    const driver = await startDriver(home.environment(environment));
    try {
      const browser = await remote({
        hostname: "127.0.0.1",
        port: driver.port,
        logLevel: "error",
        waitforTimeout: 10_000,
        connectionRetryCount: 1,
        capabilities: {
          browserName: "wry",
          "wdio:enforceWebDriverClassic": true,
          ...{ "tauri:options": { application, args: [...args] } },
        },
      });
      await browser.setTimeout({ script: 60_000 });
      return new Workbench(browser, home, driver);
    } catch (error) {
      await driver.end();
      throw error;
    }
  }

  /** Gives the page this size in pixels. The driver waits for ever for a window that has its size already. */
  async resize(width: number, height: number): Promise<void> {
    if (await this.#isSized(width, height)) return;
    await this.browser.setWindowSize(width, height);
    const what = `the window does not become ${width} by ${height}`;
    await this.page.holds(what, async () => await this.#isSized(width, height));
    await this.page.frame();
  }

  async #isSized(width: number, height: number): Promise<boolean> {
    const size = await this.browser.execute(() => [window.innerWidth, window.innerHeight]);
    return size[0] === width && size[1] === height;
  }

  /** What the window shows, as a PNG at `path`. */
  async picture(path: string): Promise<void> {
    await this.page.frame();
    await this.browser.saveScreenshot(path);
  }

  /** Requests of the page that its content security policy refused since it was loaded. */
  async refusedByPolicy(): Promise<readonly string[]> {
    return await this.browser.execute(() => {
      const kept = (window as unknown as { __policyViolations?: string[] }).__policyViolations;
      return kept ?? ["the page does not keep its policy violations: is this a testing build?"];
    });
  }

  /** The process id of the program itself. */
  processId(): number {
    const found = this.#running();
    assert.equal(found.length, 1, `one workbench runs under this driver, not ${found.length}`);
    return found[0] ?? 0;
  }

  /** As if the machine lost power: nobody is asked. */
  async kill(): Promise<void> {
    const pid = this.processId();
    process.kill(pid, "SIGKILL");
    this.#isOpen = false;
    await this.driver.end();
    await ended(pid);
  }

  /** Closes the window as an officer would leave it, and ends the driver. */
  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const left = this.#running();
    await this.browser.deleteSession().catch(() => undefined);
    await this.driver.end();
    for (const pid of left) await ended(pid);
  }

  #running(): readonly number[] {
    return processes()
      .filter(({ pid, program }) => program === application && descends(pid, this.driver.pid))
      .map(({ pid }) => pid);
  }
}

/**
 * Waits until the program is gone, and with it its claim to be the only one: the next one would else
 * hand over to it. A program whose driver was lost is ended by force after a while.
 */
async function ended(pid: number): Promise<void> {
  let deadline = Date.now() + 20_000;
  let isForced = false;
  while (processes().some((one) => one.pid === pid && one.program === application) || isClaimed()) {
    if (Date.now() > deadline) {
      assert.ok(!isForced, `the program ${pid} does not end`);
      isForced = true;
      deadline = Date.now() + 20_000;
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended just now.
      }
    }
    await pause(50);
  }
}

/** True while a program on this session bus says that it is the open workbench. */
function isClaimed(): boolean {
  const { stdout } = spawnSync("dbus-send", [
    "--session",
    "--print-reply=literal",
    "--dest=org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus.NameHasOwner",
    "string:org.breakwater.workbench.SingleInstance",
  ]);
  return String(stdout).includes("true");
}

/** What runs here. The program's own environment is closed to others of this account, its name is not. */
function processes(): readonly { pid: number; program: string }[] {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return numbers.map((name) => ({
    pid: Number(name),
    program: read(`/proc/${name}/cmdline`).split("\0")[0] ?? "",
  }));
}

function descends(pid: number, ancestor: number): boolean {
  for (
    let at = pid;
    at > 1;
    at = Number(read(`/proc/${at}/stat`).split(") ")[1]?.split(" ")[1] ?? 0)
  ) {
    if (at === ancestor) return true;
  }
  return false;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
