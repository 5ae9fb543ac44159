/** What an officer sets for themselves: keys, and the direction of the window. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves } from "./lib/faults.ts";
import { goToByKey, importFile, makeCase, openAccount } from "./lib/officer.ts";
import { Home, pictures, Workbench } from "./lib/workbench.ts";

/** A key of nobody: made for this test, its other half thrown away. */
const unitKey = "age1arm673exkxdhqsukp2h5laz5rjysflvtcdn6tt5jqj2ttgmzfa5sdkxrek";

describe("settings", { concurrency: false }, () => {
  const home = new Home();
  let bench: Workbench;
  before(async () => {
    const policy = { unit: "Unit 12", recovery_recipients: [unitKey], date: "2026-10-01" };
    writeFileSync(join(home.path, "config/policy.json"), JSON.stringify(policy));
    bench = await Workbench.open({ home });
    await makeCase(bench, { unit: "by policy" });
    await importFile(bench, "flagged.csv");
  });
  after(async () => {
    await bench?.close();
    home.remove();
  });

  async function keys(mode: RegExp): Promise<void> {
    await goToByKey(bench, "Settings");
    await bench.page.click({ role: "tab", name: "Keys" });
    await bench.page.click({ role: "radio", name: mode });
    await bench.page.frame();
  }

  /** True if the keys open the sheet of keys, which is put away again. */
  async function opensSheet(...pressed: string[]): Promise<boolean> {
    const { page } = bench;
    await goToByKey(bench, "Today");
    await page.press(...pressed);
    await page.frame();
    const isOpen = await page.has({ role: "dialog" });
    if (isOpen) await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    return isOpen;
  }

  it("the key that the unit's policy asks for opens the case too", async () => {
    await bench.page.says(/Also opens: unit key age1arm67/);
  });

  it("single keys are turned off, and put behind Alt", async () => {
    assert.ok(await opensSheet("?"));
    await keys(/^Off/);
    assert.ok(!(await opensSheet("?")), "off: the key does nothing");
    await keys(/^With Alt/);
    assert.ok(!(await opensSheet("?")), "behind Alt: the key alone does nothing");
    assert.ok(await opensSheet(Key.Alt, Key.Shift, "?"));
    await keys(/^On/);
    assert.ok(await opensSheet("?"));
  });

  it("a key is given to another command", async () => {
    const { page } = bench;
    await keys(/^On/);
    await page.click({ role: "button", name: "Change: Show all keys" });
    await page.find({ role: "dialog", name: "Show all keys" });
    await page.press("f");
    await page.gone({ role: "dialog" });
    assert.ok(await opensSheet("f"));
    assert.ok(!(await opensSheet("?")), "the key it had before is free");
    await goToByKey(bench, "Settings");
    await page.click({ role: "tab", name: "Keys" });
    await page.click({ role: "button", name: "All keys as they were" });
    assert.ok(await opensSheet("?"));
  });

  it("the window is mirrored where people write from right to left", async () => {
    const { page, browser } = bench;
    await bench.resize(1440, 900);
    await openAccount(bench, "kalim", /kalim\.detit24/);
    const turn = async (dir: string): Promise<void> => {
      await browser.execute((to: string) => {
        document.documentElement.dir = to;
      }, dir);
      await page.frame();
    };
    const places = async (): Promise<number[]> =>
      await browser.execute(() =>
        ["nav", "[data-pane=list]", "[data-pane=item]", "[data-pane=inspector]"].map(
          (part) => document.querySelector(part)?.getBoundingClientRect().left ?? Number.NaN,
        ),
      );
    const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
    const before = await places();
    assert.deepEqual(before, ascending(before));
    await turn("rtl");
    const mirrored = await places();
    assert.deepEqual(mirrored, ascending(mirrored).reverse());
    await bench.picture(join(pictures, "mirrored-review.png"));
    await assertNothingLeaves(bench, "Review, mirrored");
    await turn("ltr");
  });
});
