/** The case that nobody touches locks itself. The test waits for that minute, beside the others. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { assertSound } from "./lib/faults.ts";
import { goToByKey, importFile, makeCase, openAccount } from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

describe("left alone", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await importFile(bench, "flagged.csv");
    await openAccount(bench, "kalim", /kalim\.detit24/);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("the clock is shown in the last minute, and the case locks by itself", async () => {
    const { page } = bench;
    await goToByKey(bench, "Settings");
    await page.click({ role: "button", name: /Lock after this long without input/ });
    await page.click({ role: "option", name: "1 minute" });
    await page.says(/Locks in \d+ s/);
    await assertSound(bench, "the last minute before the lock");
    await page.find({ role: "password", name: "Passphrase", timeout: 90_000 });
    assert.ok(!(await page.text()).includes("kalim"), "nothing of the case is left on the page");
  });
});
