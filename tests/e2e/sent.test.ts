/**
 * What happens around a referral: a desk asked first, a package for another workstation, a further ground, an item
 * withdrawn with its letter, a shift handed over, an item taken out, and an acknowledgement.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { focusItem, goToByKey, secondOfficerComes, untilUnlocked } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

describe("around a referral", { concurrency: false }, () => {
  let bench: Workbench;
  /** The item that is withdrawn. */
  let withdrawn = "";
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await untilUnlocked(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  /** Runs a command of the list of commands. */
  async function command(words: string): Promise<void> {
    const { page } = bench;
    await page.press(Key.Ctrl, "k");
    await page.find({ role: "dialog", name: "Commands" });
    await page.type(words);
    await page.press(Key.Enter);
    await page.gone({ role: "dialog", name: "Commands" });
  }

  async function looksWell(screen: string, picture: string): Promise<void> {
    await assertSound(bench, screen);
    await assertNothingLeaves(bench, screen);
    await bench.picture(join(pictures, picture));
  }

  /** Gives an act of an item’s menu, by its first letters. */
  async function onItem(label: string, act: string): Promise<void> {
    const { page } = bench;
    await page.click({ role: "button", name: `Enter a decision on ${label}` });
    await page.find({ role: "menuitem", name: new RegExp(`^${act}`) });
    await page.type(act);
    await page.press(Key.Enter);
    await page.gone({ role: "menu" });
  }

  async function labelOf(says: string): Promise<string> {
    const { page } = bench;
    await page.says("What the platform decided");
    const label = await page.browser.execute((words) => {
      const rows = Array.from(document.querySelectorAll("tr[data-item]"));
      const row = rows.find((one) => one.textContent?.includes(words));
      return row?.querySelector("b")?.textContent ?? "";
    }, says);
    assert.notEqual(label, "", `no item says ${says}`);
    return label;
  }

  it("a desk asked first holds a draft, and lets it go", async () => {
    const { page } = bench;
    await goToByKey(bench, "Drafts");
    await page.says("DRAFT, NOT APPROVED");
    for (const answer of ["Hold", "Go"]) {
      await command("Enter an answer of a desk");
      const dialog = { role: "dialog", name: "Asked first" };
      await page.fill({ role: "textbox", name: "Which desk", within: dialog }, "Desk 12");
      await page.click({ role: "radio", name: new RegExp(`^${answer}`), within: dialog });
      await page.fill({ role: "textbox", name: "The desk’s reference", within: dialog }, "D12-7");
      await page.click({ role: "button", name: "Enter the answer", within: dialog });
      await page.gone(dialog);
      await page.says("The answer of Desk 12 is entered");
      await page.holds(`${answer} does not decide`, async () => {
        const isHeld = (await page.text()).includes("Desk 12 answered hold");
        return isHeld === (answer === "Hold");
      });
    }
  });

  it("a submission is packed for another workstation", async () => {
    const { page, home } = bench;
    await goToByKey(bench, "Settings");
    await page.click({ role: "tab", name: /^Officers/ });
    const card = home.file("card.txt");
    home.answer("save-card", card);
    await page.click({ role: "button", name: "Save your card" });
    await page.says("No secret stands in it.");
    const recipient = /^recipient (age1\S+)$/mu.exec(readFileSync(card, "utf8"))?.[1];
    assert.ok(recipient !== undefined, "the card names whom to seal to");
    await goToByKey(bench, "To approve");
    await page.click({ role: "button", name: /^Send to another workstation/ });
    const dialog = { role: "dialog", name: /^Pack R-\d+ for another workstation/ };
    await page.fill({ role: "textbox", name: "Another recipient", within: dialog }, recipient);
    home.answer("save-package", home.file("one.package"));
    await page.click({ role: "button", name: "Save the package", within: dialog });
    await page.says("one.package saved", 60_000);
  });

  it("what was refused is drafted again with a new ground", async () => {
    const { page } = bench;
    await goToByKey(bench, "Sent");
    await onItem(await labelOf("declined"), "Refer again with a new ground");
    await page.says("is drafted. Name a rule, reason or exhibit that was not refused.");
  });

  it("an item is withdrawn, and the letter about it waits for a second officer", async () => {
    const { page } = bench;
    await goToByKey(bench, "Sent");
    withdrawn = await labelOf("removed");
    await onItem(withdrawn, "Withdraw this item");
    const dialog = { role: "dialog", name: `Withdraw ${withdrawn}?` };
    await page.click({ role: "radio", name: /^It was sent twice/, within: dialog });
    await page.click({ role: "button", name: "Withdraw it", within: dialog });
    await page.gone(dialog);
    await onItem(withdrawn, "Letter to the platform");
    const letter = { role: "dialog", name: /^Letter about/ };
    await page.click({ role: "button", name: "Prepare the withdrawal letter", within: letter });
    await page.says("You wrote words of it. A second officer approves it.");
    await looksWell("a withdrawal letter", "sent-letter.png");
    await page.press(Key.Escape);
    await page.gone(letter);
  });

  it("the shift is handed over", async () => {
    const { page } = bench;
    await goToByKey(bench, "Today");
    await page.click({ role: "button", name: "Hand-overs" });
    await page.click({ role: "button", name: "Hand over…" });
    const dialog = { role: "dialog", name: "Hand over to the next officer" };
    await page.fill(
      { role: "textbox", name: "Words to the next officer", within: dialog },
      "One letter waits for you.",
    );
    await page.click({ role: "button", name: "Sign and hand over", within: dialog });
    await page.gone(dialog);
    await page.says("You gave it; another officer takes it over.");
  });

  it("a package is opened and read", async () => {
    const { page, home } = bench;
    await secondOfficerComes(bench);
    await goToByKey(bench, "To approve");
    home.answer("open-package", home.file("one.package"));
    await page.click({ role: "button", name: /^Open a package/ });
    await page.says("What you sign, and its exhibits", 60_000);
    await looksWell("an opened package", "sent-package.png");
    await page.click({ role: "button", name: "Close the package" });
  });

  it("the letter about a withdrawal is approved by the second officer and marked sent", async () => {
    const { page } = bench;
    await goToByKey(bench, "Sent");
    await page.says(withdrawn);
    await onItem(withdrawn, "Letter to the platform");
    const letter = { role: "dialog", name: /^Letter about/ };
    await page.click({ role: "button", name: "Approve and seal it", within: letter });
    await page.says("approved, not sent");
    await page.fill({ role: "textbox", name: "By which channel", within: letter }, "portal");
    await page.click({ role: "button", name: "Mark it sent", within: letter });
    await page.says("sent, no answer yet");
    await page.press(Key.Escape);
    await page.gone(letter);
  });

  it("the next officer takes the shift over under both names", async () => {
    const { page } = bench;
    await goToByKey(bench, "Today");
    await page.click({ role: "button", name: "Hand-overs" });
    await page.says("One letter waits for you.");
    await page.click({ role: "button", name: "Take it over" });
    const dialog = { role: "alertdialog", name: /^Take over hand-over/ };
    await page.click({ role: "button", name: "Take it over", within: dialog });
    await page.gone(dialog);
    await page.says("taken over by");
    await looksWell("a hand-over that was taken over", "sent-handover.png");
    await goToByKey(bench, "To approve");
  });

  it("one item is taken out, and the rest stays to be signed", async () => {
    const { page } = bench;
    await page.says(/\d+ of \d+ opened/);
    await focusItem(bench);
    await page.press("o");
    await page.says("Decided refer");
    const before = Number(/\d+ of (\d+) opened/.exec(await page.text())?.[1]);
    await page.press("x");
    const dialog = { role: "dialog", name: /out of the submission/ };
    await page.fill({ role: "textbox", within: dialog }, "Two numbers differ.");
    await page.click({ role: "button", name: "Take it out", within: dialog });
    await page.gone(dialog);
    await page.says(new RegExp(`\\d+ of ${before - 1} opened`));
  });

  it("what was approved is marked sent and acknowledged", async () => {
    const { page } = bench;
    await goToByKey(bench, "Drafts");
    await page.click({ role: "button", name: /approved/ });
    await page.click({ role: "button", name: /^Mark as sent/ });
    const sending = { role: "dialog", name: /^Mark R-\d+ as sent/ };
    await page.fill({ role: "textbox", name: "By which channel", within: sending }, "portal");
    await page.fill(
      { role: "textbox", name: "The platform’s reference", within: sending },
      "FB-12",
    );
    await page.click({ role: "button", name: "Mark as sent", within: sending });
    await page.gone(sending);
    await page.click({ role: "button", name: /^Enter acknowledgement/ });
    const dialog = { role: "dialog", name: /^The platform has/ };
    await page.fill({ role: "textbox", name: "The platform’s reference", within: dialog }, "FB-12");
    await page.click({ role: "button", name: "Enter the acknowledgement", within: dialog });
    await page.gone(dialog);
    await page.says(/Acknowledged/);
  });
});
