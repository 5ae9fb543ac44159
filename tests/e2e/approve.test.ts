/** Two pairs of eyes in one window: one officer hands over, the other reads, signs, sends, and enters the answer. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { focusItem, goTo, secondOfficerComes, untilUnlocked } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

const sizes = [
  [1440, 900],
  [1280, 720],
  [900, 720],
  [600, 800],
  [720, 450],
] as const;

describe("the way of a referral", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await untilUnlocked(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  /** No button of what is open leaves the box it stands in, at any size. */
  async function assertFits(what: string): Promise<void> {
    for (const [width, height] of sizes) {
      await bench.resize(width, height);
      await assertNothingLeaves(bench, `${what} at ${width}x${height}`);
    }
    await bench.resize(1440, 900);
  }

  it("who drafted it hands it over and is told why they cannot sign it", async () => {
    const { page } = bench;
    await goTo(bench, /^Drafts/);
    await page.click({ role: "button", name: /complete/ });
    await page.click({ role: "button", name: /^Submit for approval/ });
    await page.says("so you cannot approve it");
    await page.says(/4418 can/);
    assert.ok(!(await page.has({ role: "button", name: /^Approve and sign/ })));
    assert.ok(!(await page.has({ role: "button", name: /^Copy the text/ })));
    await assertSound(bench, "an own submission");
    await assertFits("an own submission");
    await bench.picture(join(pictures, "approve-own.png"));
  });

  it("the other signs in with their own passphrase, and opens every item before signing", async () => {
    const { page } = bench;
    await secondOfficerComes(bench);
    await goTo(bench, /^To approve/);
    await page.click({ role: "button", name: /waits for approval/ });
    await page.says("DRAFT, NOT APPROVED");
    await focusItem(bench);
    await page.press("y");
    assert.ok(!(await page.has({ role: "alertdialog" })), "unread, it is not signed by key either");
    for (;;) {
      const [, opened, of] = /(\d+) of (\d+) opened/.exec(await page.text()) ?? [];
      if (opened === of) break;
      await page.press("o");
      await page.holds("the item is not opened", async () =>
        new RegExp(`${Number(opened) + 1} of ${of} opened`).test(await page.text()),
      );
      if (opened === "0") {
        await page.says("Decided refer");
        await assertSound(bench, "an opened item");
        await assertFits("an opened item");
        await bench.picture(join(pictures, "approve-item.png"));
      }
    }
    await page.holds(
      "what would be sent is not rendered",
      async () => !(await page.text()).includes("still being rendered"),
      60_000,
    );
    await focusItem(bench);
    await page.press("y");
    await page.find({ role: "alertdialog", name: "Sign" });
    await page.press(Key.Enter);
    await page.says("Approved, not marked sent", 60_000);
    assert.ok(!(await page.text()).includes("DRAFT, NOT APPROVED"));
    await assertSound(bench, "an approved referral");
    await assertFits("an approved referral");
    await bench.picture(join(pictures, "approve-approved.png"));
  });

  it("the text that leaves is the sealed one", async () => {
    const { page, home } = bench;
    const file = home.file("approved.txt");
    home.answer("save-referral", file);
    await page.click({ role: "button", name: "More ways out" });
    await page.click({ role: "menuitem", name: "Export text…" });
    await page.says("approved.txt is written.");
    assert.ok(!readFileSync(file, "utf8").includes("NOT APPROVED"));
  });

  it("it is marked sent, and one key a row enters what the platform decided", async () => {
    const { page } = bench;
    await page.click({ role: "button", name: /^Mark as sent/ });
    const dialog = { role: "dialog", name: /^Mark R-\d+ as sent/ };
    await page.fill({ role: "textbox", name: "By which channel", within: dialog }, "portal");
    await page.fill({ role: "textbox", name: "The platform’s reference", within: dialog }, "TT-77");
    await assertSound(bench, "marking it sent");
    await page.click({ role: "button", name: "Mark as sent", within: dialog });
    await page.gone(dialog);
    await page.says("What the platform decided");
    await focusItem(bench);
    await page.press("r");
    await page.says(/1 of \d+ answered/);
    await page.press("d");
    await page.find({ role: "textbox", name: /the ground it gave/ });
    await page.type("No rule broken");
    await page.press(Key.Enter);
    await page.says("“No rule broken”");
    await assertSound(bench, "a sent referral");
    await assertFits("a sent referral");
    await bench.picture(join(pictures, "approve-sent.png"));
    await page.press(Key.Ctrl, "z");
    await page.holds(
      "the decision is not taken back",
      async () => !(await page.text()).includes("No rule broken"),
    );
  });
});
