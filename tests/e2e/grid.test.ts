/** The table of all accounts in the real window: cells by keys, ranges copied, order, the last of ten thousand rows. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { activeCell, focusGrid, scroll } from "./lib/grid.ts";
import { goTo, goToByKey, makeCase } from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

const ROWS = 10_000;

/** Made-up accounts, some in Arabic script, with days on which they were seen. */
function manyAccounts(): string {
  const words = [
    "Nisje çdo ditë",
    "رحلة كل يوم إلى الساحل",
    "Đi mỗi ngày",
    "گەشتی ڕۆژانە بۆ کەنار",
  ];
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, "0");
    return `tiktok,made.up.${String(n).padStart(5, "0")},Name ${n},"${words[n % 4]}",2026-10-${day}`;
  });
  return ["platform,handle,display name,bio,first seen", ...lines].join("\n");
}

async function importMany(bench: Workbench): Promise<void> {
  const { page, home } = bench;
  const file = home.file("many.csv");
  writeFileSync(file, manyAccounts());
  await goTo(bench, /^Colleagues/);
  await page.click({ role: "tab", name: "Import" });
  home.answer("import-file", file);
  await page.click({ role: "button", name: /^Choose a file/ });
  await page.click({ role: "button", name: /^Import [\d,]+ row/, timeout: 60_000 });
  await page.says("many.csv is imported", 60_000);
}

describe("grid", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await importMany(bench);
    await goToByKey(bench, "Accounts");
    await bench.page.says("10,000 accounts");
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("End reaches the last row and Ctrl Home the first", async () => {
    await focusGrid(bench);
    await bench.page.press(Key.End);
    await bench.page.holds("the last row is not drawn", async () =>
      /made\.up\.00000/.test(await activeCell(bench)),
    );
    await bench.page.press(Key.Ctrl, Key.Home);
    await bench.page.holds("the first row is not drawn", async () =>
      /made\.up\.09999/.test(await activeCell(bench)),
    );
  });

  it("a range chosen by Shift and arrows is copied and logged", async () => {
    await focusGrid(bench);
    await bench.page.press(Key.Shift, Key.ArrowDown);
    await bench.page.press(Key.Shift, Key.ArrowRight);
    await bench.page.press(Key.Ctrl, "c");
    await bench.page.says("2 rows copied");
    await bench.page.press(Key.Escape);
  });

  it("Enter on a heading turns the order round", async () => {
    await focusGrid(bench);
    await bench.page.press(Key.Ctrl, Key.Home);
    await bench.page.press(Key.ArrowUp);
    await bench.page.press(Key.Enter);
    await bench.page.holds("the list is not ordered by handle", async () =>
      bench.page.browser.execute(
        () => document.querySelector("[role=columnheader][aria-sort=ascending]") !== null,
      ),
    );
    await bench.page.press(Key.ArrowDown);
    await bench.page.holds("the first handle does not lead", async () =>
      /made\.up\.00000/.test(await activeCell(bench)),
    );
  });

  it("the scroll bar passes no blank row on its way to the end", async () => {
    const { blank } = await scroll(bench, 24, 0);
    assert.equal(blank, 0);
    await bench.page.says("made.up.09999");
  });

  it("all of the view is tagged at once and taken back at once", async () => {
    const { page } = bench;
    await page.click({ role: "checkbox", name: "Tick all in this view" });
    await page.says("10,000 of 10,000 accounts ticked");
    await page.click({ role: "button", name: "Tag" });
    await page.fill({ role: "textbox", name: /^Tags, separated by commas/ }, "Autumn sweep");
    await page.click({ role: "button", name: "Tag 10,000 accounts" });
    await page.says("10,000 accounts tagged", 60_000);
    await page.click({ role: "button", name: /^Undo/ });
    await page.says("Taken back", 60_000);
  });

  it("the table has no accessibility faults", async () => {
    assert.deepEqual(await bench.page.accessibilityFaults(), []);
  });
});
