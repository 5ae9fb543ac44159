/** What comes into a case and what is recorded in it: drop, paste, rejected rows, translation, safeguarding. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertSound } from "./lib/faults.ts";
import { attach, focusItem, goTo, importFile, makeCase, openAccount } from "./lib/officer.ts";
import { fixtures, pictures, Workbench } from "./lib/workbench.ts";

/** A key of nobody: made for this test, its other half thrown away. */
const unitKey = "age1arm673exkxdhqsukp2h5laz5rjysflvtcdn6tt5jqj2ttgmzfa5sdkxrek";

describe("work in a case", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({
      environment: { BREAKWATER_TEST_CLIPBOARD: join(fixtures, "screenshot.png") },
    });
    await makeCase(bench, { unit: unitKey });
    await importFile(bench, "flagged.csv");
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("the foot of the window says that the unit can open the case too", async () => {
    await bench.page.says(/Also opens: unit key age1arm67/);
  });

  it("rejected rows are saved with their reasons", async () => {
    const { page, home } = bench;
    const file = home.file("rejected.csv");
    home.answer("save-rejected", file);
    await page.click({ role: "button", name: /^Save rejected rows/ });
    const said = await page.says(/\d+ rejected rows? saved/);
    const count = Number(/(\d+) rejected rows? saved/.exec(said)?.[1]);
    const lines = readFileSync(file, "utf8").trim().split(/\r?\n/u);
    assert.equal(lines.length, count + 1, "a header, and every rejected row once");
  });

  it("the exhibits of an account begin with the rules", async () => {
    await openAccount(bench, "kalim", /kalim\.detit24/);
    await attach(bench, "screenshot.png");
    await bench.page.says("4417/1");
  });

  it("a screenshot is pasted", async () => {
    const { page } = bench;
    await focusItem(bench);
    await page.press(Key.Ctrl, "v");
    await page.find({ role: "dialog", name: /^Attach to/ });
    assert.equal(await page.value({ role: "textbox", name: "Captured from" }), "");
    await page.click({ role: "button", name: "Attach 1 exhibit" });
    await page.says("4417/2", 30_000);
  });

  it("a dropped file is attached, and a dropped list is asked about", async () => {
    const { page, home } = bench;
    await page.gone({ role: "dialog" });
    home.drop(700, 400, home.fixture("note.txt"));
    await page.find({ role: "dialog", name: /^Attach to/ });
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    home.drop(700, 400, home.fixture("flagged.csv"));
    await page.find({ role: "button", name: "Read the file" });
    await assertSound(bench, "a list dropped beside an account");
    await page.click({ role: "button", name: "Attach it as evidence" });
    await page.find({ role: "dialog", name: /^Attach to/ });
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  });

  it("Stop asks why, takes the picture from every screen at once, and gives a receipt of what to do now", async () => {
    const { page } = bench;
    await page.click({ role: "button", name: "Stop exhibit 4417/2: illegal image" });
    const asked = { role: "dialog", name: "Stop exhibit 4417/2 as an illegal image?" };
    await page.find(asked);
    await page.says("You cannot take this back");
    await assertSound(bench, "the question before a stop");
    await page.fill({ role: "textbox", name: "Why", within: asked }, "Needs the specialist");
    await page.click({ role: "button", name: "Stop it now", within: asked });
    await page.says("Exhibit 4417/2 is stopped");
    await page.says(/Audit entry \d+/);
    await page.says("Show it to nobody");
    await page.holds("pictures of it are left in the page", async () =>
      bench.browser.execute(
        () => document.querySelector("[role=dialog] img, [role=alertdialog] img") === null,
      ),
    );
    await assertSound(bench, "the receipt of a stop");
    await bench.picture(join(pictures, "stopped.png"));
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    await page.gone({ role: "button", name: "Stop exhibit 4417/2: illegal image" });
    await page.find({ role: "button", name: "Stop exhibit 4417/1: illegal image" });
  });

  it("a translation stands beside the original and says by whom it was made", async () => {
    const { page } = bench;
    await page.click({ role: "button", name: "Add a translation" });
    await page.fill({ role: "textbox", name: "Translation into English" }, "Crossing by boat.");
    await page.click({ role: "radio", name: "gist" });
    await page.fill({ role: "textbox", name: "Who or what made it" }, "linguist 7");
    await page.click({ role: "button", name: "Save translation" });
    await page.find({ role: "button", name: "Enter a better one" });
    await page.says("Crossing by boat.");
    await page.says(/gist linguist 7/);
  });

  it("a safeguarding act asks for Enter on a line that names the account", async () => {
    const { page } = bench;
    await focusItem(bench);
    await page.press("g");
    await page.click({ role: "button", name: /What it is about/ });
    await page.click({ role: "option", name: "A person is held" });
    await page.fill({ role: "textbox", name: "Who was told" }, "Duty desk");
    await page.fill({ role: "textbox", name: "How they were told" }, "telephone");
    await page.fill({ role: "textbox", name: "What is known" }, "A relative is held for money.");
    await page.click({ role: "button", name: "Record safeguarding act" });
    await page.says(/Record that a safeguarding act was taken about .*kalim\.detit24/);
    await assertSound(bench, "the line of a safeguarding act");
    await page.press(Key.Enter);
    await page.says("Safeguarding act recorded");
    await page.says("Not yet answered");
  });

  it("nothing of all this has left the case", async () => {
    await goTo(bench, /^Colleagues/);
    await bench.page.click({ role: "tab", name: "Sharing log" });
    await bench.page.says("Nothing has left this case");
  });
});
