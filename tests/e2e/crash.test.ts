/** Killed without warning: what was typed more than two seconds before is there again. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { importFile, makeCase, openAccount, unlock, untilUnlocked } from "./lib/officer.ts";
import { Home, Workbench } from "./lib/workbench.ts";

const sentence = "Offers crossings for payment, with a number to call.";
const reason = { role: "textbox", name: /^In one sentence, why refer/ };

describe("after kill -9", { concurrency: false }, () => {
  const home = new Home();
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ home });
    await makeCase(bench);
    await importFile(bench, "flagged.csv");
  });
  after(async () => {
    await bench?.close();
    home.remove();
  });

  it("a draft older than two seconds is kept", async () => {
    await openAccount(bench, "kalim", /kalim\.detit24/);
    await bench.page.fill(reason, sentence);
    const typed = Date.now();
    await bench.page.holds("two seconds do not pass", async () => Date.now() - typed > 2_000);
    await bench.kill();

    bench = await Workbench.open({ home });
    await bench.page.click({ role: "button", name: /^sweep/, timeout: 60_000 });
    await unlock(bench);
    await untilUnlocked(bench);
    await openAccount(bench, "kalim", /kalim\.detit24/);
    assert.equal(await bench.page.value(reason), sentence);
  });
});
