/**
 * A million accounts in the real window: taken in, scrolled from end to end, the last one opened by End, by
 * the scroll bar and by search. Not part of `make test`: it takes minutes. It prints how long each thing took.
 *   scripts/bench.sh window
 */
import assert from "node:assert/strict";
import { createWriteStream } from "node:fs";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { activeCell, focusGrid, scroll } from "./lib/grid.ts";
import { goTo, goToByKey, makeCase } from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const shown = ROWS.toLocaleString("en-GB");
const last = `made.up.${String(ROWS - 1).padStart(7, "0")}`;
const first = `made.up.${"0".padStart(7, "0")}`;
const words = ["Nisje çdo ditë", "رحلة كل يوم إلى الساحل", "Đi mỗi ngày", "گەشتی ڕۆژانە بۆ کەنار"];

async function manyAccounts(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write("platform,handle,id,display name,bio,first seen\n");
  for (let n = 0; n < ROWS; n += 1) {
    const day = String((n % 28) + 1).padStart(2, "0");
    const handle = `made.up.${String(n).padStart(7, "0")}`;
    const id = `68000${String(n).padStart(14, "0")}`;
    const isRoom = file.write(
      `tiktok,${handle},${id},Name ${n},"${words[n % 4]}",2026-10-${day}\n`,
    );
    if (!isRoom) await new Promise<void>((go) => file.once("drain", () => go()));
  }
  await new Promise<void>((done) => file.end(() => done()));
}

/** Says how long something took. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const answer = await work();
  process.stdout.write(`${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s\n`);
  return answer;
}

function told(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  process.stdout.write(
    `${what}: ${sorted.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms\n`,
  );
}

describe(`${shown} accounts`, { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await bench.browser.setTimeout({ script: 600_000 });
    const { page, home } = bench;
    const file = home.file("many.csv");
    await manyAccounts(file);
    await goTo(bench, /^Colleagues/);
    await page.click({ role: "tab", name: "Import" });
    home.answer("import-file", file);
    await timed("preview", async () => {
      await page.click({ role: "button", name: /^Choose a file/ });
      await page.find({ role: "button", name: /^Import [\d,]+ row/, timeout: 600_000 });
    });
    await timed("import", async () => {
      await page.click({ role: "button", name: /^Import [\d,]+ row/ });
      await page.says("many.csv is imported", 900_000);
    });
    await timed("first list", async () => {
      await goToByKey(bench, "Accounts");
      await page.says(`${shown} accounts`, 120_000);
    });
    await timed("index level", async () => {
      const isLevel = async () => !(await page.text()).includes("Search is catching up");
      await page.holds("the index does not become level", isLevel, 600_000);
    });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("a wheel through rows shows none blank", async () => {
    const wheel = await scroll(bench, 120, 96);
    told("wheel", wheel.times);
    assert.equal(wheel.blank, 0);
  });

  it("the scroll bar from end to end shows none blank, and ends at the last row", async () => {
    const swept = await scroll(bench, 24, 0);
    told("scroll bar", swept.times);
    assert.equal(swept.blank, 0);
    await bench.page.says(first);
  });

  it("End reaches the last row and Ctrl Home the first", async () => {
    await focusGrid(bench);
    await timed("End", async () => {
      await bench.page.press(Key.End);
      await bench.page.holds("the last row", async () => (await activeCell(bench)).includes(first));
    });
    await timed("Ctrl Home", async () => {
      await bench.page.press(Key.Ctrl, Key.Home);
      await bench.page.holds("the first row", async () => (await activeCell(bench)).includes(last));
    });
  });

  it("search finds one of them, and opens it", async () => {
    const { page } = bench;
    await page.press("/");
    await timed("search", async () => {
      await page.fill({ role: "combobox", name: /^Search/ }, first);
      await page.says("1 account", 600_000);
    });
    await page.says(first);
  });
});
