/** Why an account is here, what it shares with others, and the words a unit scores with. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertSound } from "./lib/faults.ts";
import { goTo, goToByKey, importFile, makeCase, openAccount } from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

describe("triage", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await bench.resize(1440, 900);
    await makeCase(bench);
    await importFile(bench, "flagged.csv");
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  /** The sum that the open account shows, in points. */
  async function sum(): Promise<number> {
    const said = await bench.page.says(/Why it is here\s*sum [\d½]+/);
    return Number(/sum (\d+)/u.exec(said)?.[1]);
  }

  it("the queue stands in bands, and a row says why", async () => {
    const { page } = bench;
    await goTo(bench, /^Review/);
    const text = await page.says(/(Priority|Urgent)\s+\d+/);
    assert.match(text, /offer, /u);
  });

  it("every line of the sum stands for a highlight, and an answer counts at once", async () => {
    const { page, browser } = bench;
    await openAccount(bench, "kalim", /kalim\.detit24/);
    const before = await sum();
    assert.ok(before >= 16, `an advert with price, contact and schedule has ${before} points`);
    const [marks, lines] = await browser.execute(() => [
      document.querySelectorAll("[data-account] mark sup").length,
      document.querySelectorAll("[data-account] li[data-answer]").length,
    ]);
    assert.equal(marks, lines);
    await assertSound(bench, "an account with its sum");
    const price = { role: "radiogroup", name: /^Price: is “£4,500”/ };
    await page.click({ role: "radio", name: "No", within: price });
    await page.holds("the answer does not change the sum", async () => (await sum()) < before);
    await page.click({ role: "radio", name: "No", within: price });
    await page.holds("the answer is not taken back", async () => (await sum()) === before);
  });

  it("an answer is given by keys alone", async () => {
    const { page, browser } = bench;
    await openAccount(bench, "kalim", /kalim\.detit24/);
    const before = await sum();
    await browser.execute(() => {
      document
        .querySelector<HTMLElement>("[role=radiogroup][aria-label*='£4,500'] button")
        ?.focus();
    });
    await page.press(Key.ArrowRight);
    await page.press(Key.Space);
    await page.holds("the key answers nothing", async () => (await sum()) < before);
    await page.press(Key.Space);
    await page.holds("the key takes nothing back", async () => (await sum()) === before);
  });

  it("what is shared with others is told, and so are networks", async () => {
    const { page } = bench;
    await page.click({ role: "tab", name: /^Links/ });
    await page.says(/(Linked accounts|shares no number)/);
    await assertSound(bench, "links of an account");
    await goToByKey(bench, "Networks");
    await page.says(/\d+ networks?|No networks/, 60_000);
    await assertSound(bench, "networks");
  });

  it("a word of the unit scores every account again", async () => {
    const { page } = bench;
    await goToByKey(bench, "Settings");
    await page.click({ role: "tab", name: "Lexicons" });
    await page.click({ role: "button", name: "Open the lexicon Albanian" });
    await page.click({ role: "button", name: "Add a term" });
    await page.fill({ role: "textbox", name: /^Term/ }, "kalim deti");
    await page.click({ role: "button", name: /Category/ });
    await page.click({ role: "option", name: /Transport/ });
    await page.fill({ role: "textbox", name: /^Meaning/ }, "sea crossing");
    await page.press(Key.Tab);
    await page.type("3");
    await assertSound(bench, "a term");
    await page.press(Key.Enter);
    await page.click({ role: "button", name: /^Save 1 change/ });
    await page.says(/accounts? scored again/, 60_000);
    await assertSound(bench, "lexicons");
    await openAccount(bench, "kalim", /kalim\.detit24/);
    await page.says("sea crossing");
  });
});
