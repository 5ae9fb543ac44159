/** Without a mouse: keys decide only where they may, and every command has its key, its line and its sheet. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import {
  answerAllNo,
  focusItem,
  goToByKey,
  importFile,
  makeCase,
  openAccount,
  refer,
} from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

describe("keyboard", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await importFile(bench, "flagged.csv");
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("? shows every key and Escape puts the sheet away", async () => {
    await bench.page.press("?");
    await bench.page.find({ role: "dialog", name: /Keys/ });
    await bench.page.says("Refer the account");
    await bench.page.press(Key.Escape);
    await bench.page.gone({ role: "dialog" });
  });

  it("Ctrl K finds a command by its words and runs it", async () => {
    await goToByKey(bench, "Accounts");
    const rail = await bench.page.find({
      role: "button",
      name: /^Accounts/,
      within: { role: "navigation" },
    });
    assert.equal(await rail.getAttribute("aria-current"), "page");
  });

  it("refer stays shut until every line is answered and a reason is written", async () => {
    const { page } = bench;
    await openAccount(bench, "rruga", /rruga\.e\.re\.uk/);
    const isShut = async (): Promise<boolean> => {
      const button = await page.find({ role: "button", name: /^Refer/ });
      return !(await button.isEnabled());
    };
    assert.ok(await isShut());
    await page.press("1");
    assert.ok(
      !(await page.text()).includes("nothing is sent"),
      "the key does not open what is shut",
    );
    await answerAllNo(bench);
    assert.ok(await isShut(), "the reason is not written");
    await page.type("Offers papers and a crossing.");
    await page.press(Key.Enter);
    await page.holds("refer does not open", async () => !(await isShut()));
  });

  it("a number key decides nothing while the list has the ring", async () => {
    const { page } = bench;
    await openAccount(bench, "gomone.vip", /gomone\.vip/);
    await page.press(Key.Shift, Key.F6);
    await page.press("3");
    await page.frame();
    assert.ok(!(await page.text()).includes("No action on"));
    await focusItem(bench);
    await page.press("3");
    await page.says("No action on");
    await page.press(Key.Escape);
  });

  it("Yes leads to a second look and never to refer", async () => {
    const { page } = bench;
    await openAccount(bench, "sea.rescue", /sea\.rescue\.friends/);
    await page.press("e");
    await page.press("y");
    await page.find({ role: "button", name: /^Second look/ });
    const button = await page.find({ role: "button", name: /^Refer/ });
    assert.ok(!(await button.isEnabled()));
  });

  it("a whole referral needs no mouse", async () => {
    await openAccount(bench, "anije", /anije\.e\.shpejte/);
    await refer(bench, "Offers crossings by boat, paid on arrival.");
  });
});
