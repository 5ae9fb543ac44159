/** What an officer does with the workbench, step by step, as the tests of the window need it again and again. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Key } from "webdriverio";
import type { Name } from "./page.ts";
import type { Workbench } from "./workbench.ts";

export const passphrase = "quiet harbour seven lanterns over slate";

/** Key stretching takes its second on purpose, and longer on a busy machine. */
const stretching = 90_000;

/** Told of every screen that is passed on the way, to look at it. */
export type Seen = (screen: string) => Promise<void>;
const unseen: Seen = async () => undefined;

/**
 * Makes a case through the wizard and begins to work in it; gives the recovery key. `unit` is the age
 * recipient that can open it too, `by policy`, or `nobody`; `way` is the button that leads to the wizard.
 */
export async function makeCase(
  bench: Workbench,
  { title = "Channel Q4 sweep", unit = "nobody", way = /^New case/, seen = unseen } = {},
): Promise<string> {
  const { page, home } = bench;
  await page.click({ role: "button", name: way });
  await page.fill({ role: "textbox", name: "Title" }, title);
  await page.fill({ role: "textbox", name: "Reference" }, "OCC/2026/0147");
  await page.click({ role: "radio", name: /^OFFICIAL-SENSITIVE/ });
  home.answer("new-case", home.file("sweep"));
  await page.click({ role: "button", name: "Choose a place" });
  await seen("wizard: the case");
  await page.click({ role: "button", name: "Next" });
  await page.fill({ role: "textbox", name: "Your name" }, "Sam Okafor");
  await page.fill({ role: "textbox", name: "Your number" }, "4417");
  await seen("wizard: the officer");
  await page.click({ role: "button", name: "Next" });
  await page.fill({ role: "password", name: "Passphrase" }, passphrase);
  await page.fill({ role: "password", name: "The same passphrase again" }, passphrase);
  await seen("wizard: the passphrase");
  await page.click({ role: "button", name: "Next" });
  if (unit === "nobody") {
    await page.click({ role: "radio", name: /^Nobody else/ });
  } else if (unit === "by policy") {
    await page.says("requires its own key on every case");
  } else {
    await page.click({ role: "radio", name: /^The unit, with its own key/ });
    await page.fill({ role: "textbox", name: "age recipient" }, unit);
  }
  await seen("wizard: who else");
  await page.click({ role: "button", name: "Make the recovery key", timeout: stretching });
  return await confirmRecoveryKey(bench, seen);
}

async function confirmRecoveryKey(bench: Workbench, seen: Seen): Promise<string> {
  const { page, home } = bench;
  const shown = await page.find({
    role: "group",
    name: "Recovery key, in groups",
    timeout: stretching,
  });
  const key = (await shown.getText()).replace(/\s/gu, "");
  assert.match(key, /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
  const file = home.file("recovery-key.txt");
  home.answer("save-recovery", file);
  await page.click({ role: "button", name: "Save to a file" });
  await page.says("Saved. Move the file off this computer.");
  await seen("wizard: the recovery key");
  assert.ok(readFileSync(file, "utf8").includes(key), "the file holds the key that is shown");
  assert.ok(
    !existsSync(home.file("sweep/case.db")),
    "nothing is written before the key is confirmed",
  );
  const confirm = await page.find({ role: "textbox", name: /^Type the last \d+ characters/ });
  const count = Number(/last (\d+)/.exec(await page.text())?.[1]);
  await confirm.click();
  await page.type(key.slice(-count));
  await page.click({ role: "button", name: "Make the case" });
  await page.says("The case is made", stretching);
  await seen("wizard: the case is made");
  await page.click({ role: "button", name: "Start work" });
  await page.find({ role: "button", name: /^Lock now/ });
  return key;
}

/** Goes to an area by the rail. */
export async function goTo({ page }: Workbench, area: Name): Promise<void> {
  await page.click({ role: "button", name: area, within: { role: "navigation" } });
}

/** Goes to an area by the list of commands, which is there at every size. */
export async function goToByKey({ page }: Workbench, area: string): Promise<void> {
  await page.press(Key.Ctrl, "k");
  await page.find({ role: "dialog", name: "Commands" });
  await page.type(`Go to ${area}`);
  await page.holds(`the list of commands does not offer ${area}`, async () => {
    const offered = await page.browser.execute(
      () => document.querySelector("[role=menuitem][data-focused]")?.textContent ?? "",
    );
    return offered.startsWith(`Go to ${area}`);
  });
  await page.press(Key.Enter);
  await page.gone({ role: "dialog", name: "Commands" });
}

/** Chooses the colours of the window in Settings. */
export async function setTheme(bench: Workbench, theme: string): Promise<void> {
  await goToByKey(bench, "Settings");
  await bench.page.click({ role: "radio", name: new RegExp(`^${theme}`) });
  await bench.page.frame();
}

/** Imports one of the fixtures and checks that the counts add up. */
export async function importFile(
  bench: Workbench,
  fixture: string,
  seen: Seen = unseen,
): Promise<Readonly<Record<string, number>>> {
  const { page, home } = bench;
  await goTo(bench, /^Colleagues/);
  await page.click({ role: "tab", name: "Import" });
  home.answer("import-file", home.fixture(fixture));
  await page.click({ role: "button", name: /^Choose a file/ });
  await page.says("What the rows would do", 30_000);
  const counts = countsIn(await page.text());
  await seen("import preview");
  await page.click({ role: "button", name: /^Import \d+ row/ });
  await page.says(`${fixture} is imported`, 60_000);
  return counts;
}

/** The counts that the preview tells, by their words. */
export function countsIn(text: string): Readonly<Record<string, number>> {
  const flat = text.replace(/\s+/gu, " ");
  const names = ["Rows read", "New", "Changed", "Unchanged", "Merged", "Rejected"];
  return Object.fromEntries(
    names.map((name) => {
      const before = new RegExp(`(\\d[\\d,]*) ${name}\\b`).exec(flat)?.[1];
      const after = new RegExp(`\\b${name} (\\d[\\d,]*)`).exec(flat)?.[1];
      const found = after ?? before;
      assert.ok(found !== undefined, `the preview does not say how many rows are ${name}: ${flat}`);
      return [name, Number(found.replaceAll(",", ""))];
    }),
  );
}

/** Opens one account of the queue by searching for it. */
export async function openAccount(bench: Workbench, search: string, label: Name): Promise<void> {
  const { page } = bench;
  await goTo(bench, /^Review/);
  await page.press("/");
  const field = { role: "combobox", name: "Search handles, text, phones, notes" };
  await page.fill(field, search);
  await page.click({ role: "row", name: label, timeout: 20_000 });
  await page.find({ role: "heading", name: label, timeout: 20_000 });
  await focusItem(bench);
}

/** Gives the item the ring, as the keys that decide need it. */
export async function focusItem({ page }: Workbench): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    const isThere = await page.browser.execute(
      () => document.activeElement?.closest('[data-pane="item"]') !== null,
    );
    if (isThere) return;
    await page.press(Key.F6);
  }
  assert.fail("F6 does not lead to the item");
}

/** Answers every line with No, by keyboard. */
export async function answerAllNo({ page }: Workbench): Promise<void> {
  await page.press("e");
  for (;;) {
    const left = Number(/(\d+) to answer/.exec(await page.text())?.[1] ?? 0);
    if (left === 0) return;
    await page.press("n");
    await page.holds("the answer is not taken", async () => {
      const now = Number(/(\d+) to answer/.exec(await page.text())?.[1] ?? 0);
      return now < left;
    });
  }
}

/** Refers the open account by keyboard alone: lines, sentence, decision, Enter. */
export async function refer(
  bench: Workbench,
  sentence: string,
  seen: Seen = unseen,
): Promise<void> {
  const { page } = bench;
  await answerAllNo(bench);
  const reason = await page.find({ role: "textbox", name: /^In one sentence, why refer/ });
  await page.holds("the focus does not come to the sentence", async () => await reason.isFocused());
  await page.type(sentence);
  await page.press(Key.Enter);
  await page.press("1");
  await page.says("nothing is sent");
  await seen("the line that asks for Enter");
  await page.press(Key.Enter);
  await page.says("decided refer");
}

/** Attaches a fixture to the open account. */
export async function attach(
  bench: Workbench,
  fixture: string,
  seen: Seen = unseen,
): Promise<void> {
  const { page, home } = bench;
  home.answer("evidence-files", home.fixture(fixture));
  const rules = { role: "checkbox", name: "I have read this and know what to do instead" };
  const sheet = { role: "dialog", name: /^Attach to/ };
  await page.press("a");
  await page.holds(
    "neither the rules nor the sheet opens",
    async () => (await page.has(rules)) || (await page.has(sheet)),
  );
  if (await page.has(rules)) {
    await seen("rules for evidence");
    await page.click(rules);
    await page.click({ role: "button", name: "Go on to attach" });
  }
  await page.find(sheet);
  await page.click({ role: "button", name: /How it was captured/ });
  await page.click({ role: "option", name: /^screenshot/ });
  await page.click({ role: "button", name: "Now", within: { role: "dialog" } });
  await seen("attach sheet");
  await page.click({ role: "button", name: "Attach 1 exhibit" });
  await page.gone({ role: "dialog", timeout: 30_000 });
}

/** Unlocks the case that this window locked, or one chosen from the list. */
export async function unlock({ page }: Workbench, words = passphrase): Promise<void> {
  await page.fill({ role: "password", name: "Passphrase" }, words);
  await page.press(Key.Enter);
}

export async function untilUnlocked({ page }: Workbench): Promise<void> {
  await page.find({ role: "button", name: /^Lock now/, timeout: stretching });
}

/** Locks the demonstration case, and its made-up second officer signs in with their own words. */
export async function secondOfficerComes(bench: Workbench): Promise<void> {
  const { page, home } = bench;
  await page.press(Key.Ctrl, "l");
  home.answer("open-case", join(home.path, "config/data/demonstration.case"));
  await page.click({ role: "button", name: /^Open a case/ });
  await unlock(bench, "seven slate roofs under morning fog");
  await untilUnlocked(bench);
}

/** What the element with the focus is called, also where other elements name it. */
async function named({ page }: Workbench): Promise<string> {
  return await page.browser.execute(() => {
    const { activeElement } = document;
    const by = activeElement?.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const said = by.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (
      activeElement?.getAttribute("aria-label") ?? (said || (activeElement?.textContent ?? ""))
    );
  });
}

/** Walks with Tab until what has the focus is called so. */
export async function walkTo(bench: Workbench, name: Name): Promise<void> {
  const is = (said: string) => (typeof name === "string" ? said === name : name.test(said));
  for (let steps = 0; steps < 160; steps += 1) {
    if (is(await named(bench))) return;
    await bench.page.press(Key.Tab);
  }
  assert.fail(`Tab does not lead to ${String(name)}`);
}

/** Chooses from a list that opens, by keyboard. What is drawn anew under the key is pressed again. */
export async function chooseByKey(bench: Workbench, field: Name, option: string): Promise<void> {
  const { page } = bench;
  await page.holds(`the list of ${String(field)} opens`, async () => {
    await walkTo(bench, field);
    await page.press(Key.Enter);
    await page.frame();
    return await page.has({ role: "listbox" });
  });
  await page.type(option);
  await page.press(Key.Enter);
  await page.gone({ role: "listbox" });
}
