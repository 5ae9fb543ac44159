/** An account is erased by two officers: proposed with its ground, told on Today, confirmed, and certified. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { chooseByKey, goToByKey, secondOfficerComes, untilUnlocked } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

describe("an erasure", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await untilUnlocked(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("one officer proposes it, with what would go before their eyes", async () => {
    const { page } = bench;
    await goToByKey(bench, "Review");
    await page.click({ role: "button", name: "More" });
    await page.click({ role: "menuitem", name: /^Propose erasure/ });
    const dialog = { role: "dialog", name: /^Propose to erase/ };
    await page.find(dialog);
    await page.says("Would be erased");
    await chooseByKey(bench, /Ground/, "Request by the person");
    await page.fill({ role: "textbox", name: "Why", within: dialog }, "Asked for in writing.");
    await page.click({ role: "button", name: "Sign the proposal", within: dialog });
    await page.gone(dialog);
    await page.says("Proposed. It waits for another officer");
  });

  it("the other finds it on Today, reads what goes, and erases it", async () => {
    const { page } = bench;
    await secondOfficerComes(bench);
    await goToByKey(bench, "Today");
    await page.says("Erasures to confirm");
    await goToByKey(bench, "Settings");
    await page.click({ role: "tab", name: "Retention" });
    await page.click({ role: "button", name: /^Erase / });
    const question = { role: "alertdialog", name: /^Erase .* for good\?$/ };
    await page.find(question);
    await page.says("Would be kept, and why");
    await assertSound(bench, "the question before an erasure");
    await bench.picture(join(pictures, "erasure-question.png"));
    await page.click({ role: "button", name: "Erase for good", within: question });
    await page.gone(question);
    await page.says("Certificate 1");
    await assertSound(bench, "retention after an erasure");
    await assertNothingLeaves(bench, "retention after an erasure");
    await bench.picture(join(pictures, "erasure-done.png"));
  });

  it("the certificate is written", async () => {
    const { page, home } = bench;
    const file = home.file("certificate.pdf");
    home.answer("save-paper", file);
    await page.click({ role: "button", name: "Write certificate 1" });
    await page.says(/certificate\.pdf.? is written/u);
    assert.ok(existsSync(file));
  });
});
