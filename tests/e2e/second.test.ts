/** What asks for more than one look: watching a profile, and the blind opinion of a second officer. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { focusItem, goTo, secondOfficerComes, untilUnlocked } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

/** Runs in the page: whether a button is shut, and why. */
function shutAndWhy(button: HTMLElement): [boolean, string] {
  const why = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  return [button.matches(":disabled,[aria-disabled=true]"), why?.textContent ?? ""];
}

describe("looking again", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await untilUnlocked(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("watching a profile asks every factor, the authority or why none, and who decided", async () => {
    const { page } = bench;
    await goTo(bench, /^Review/);
    await page.says("Live visits");
    await page.click({ role: "button", name: "Watch" });
    const dialog = { role: "dialog", name: /^Watch / };
    await page.fill({ role: "textbox", name: "What for", within: dialog }, "Sailing dates");
    assert.ok(!(await page.text()).includes("Watched"));
    const questions = await page.count({ role: "radio", name: "No", within: dialog });
    assert.ok(questions >= 5, "the factors of the code are asked");
    for (let nth = 0; nth < questions; nth += 1) {
      await page.click({ role: "radio", name: "No", within: dialog, nth });
    }
    await page.click({ role: "radio", name: /^An authority stands/, within: dialog });
    await page.fill({ role: "textbox", name: "Reference", within: dialog }, "DSA-77");
    await page.fill({ role: "textbox", name: "Stands until, UTC", within: dialog }, "2020-01-01");
    await page.fill(
      { role: "textbox", name: "Who authorised or decided this", within: dialog },
      "Superintendent 12",
    );
    const save = await page.find({ role: "button", name: "Save", within: dialog });
    assert.deepEqual(
      await bench.browser.execute(shutAndWhy, save),
      [true, "Still needed: a time to come"],
      "an authority that has run out carries nothing",
    );
    await page.fill(
      { role: "textbox", name: "Stands until, UTC", within: dialog },
      "2099-01-01 18:00",
    );
    await assertSound(bench, "watching");
    await assertNothingLeaves(bench, "watching");
    await bench.picture(join(pictures, "watch-dialog.png"));
    await page.click({ role: "button", name: "Save", within: dialog });
    await page.gone(dialog);
    await page.says("under authority DSA-77");
    await page.click({ role: "button", name: "Watch no longer" });
    const ending = { role: "dialog" };
    await page.fill({ role: "textbox", within: ending }, "Nothing came");
    await page.click({ role: "button", name: "Save", within: ending });
    await page.holds(
      "it is watched still",
      async () => !(await page.text()).includes("under authority DSA-77"),
    );
  });

  it("a second officer judges without the first decision, and is then shown it", async () => {
    const { page } = bench;
    await secondOfficerComes(bench);
    await goTo(bench, /^Review/);
    await page.click({ role: "button", name: "Second review" });
    await page.says(/[1-9]\d* accounts? to judge/);
    await page.says("Judged blind");
    const blind = await page.text();
    for (const hidden of ["First decision", "Priority", "Decided refer"]) {
      assert.ok(!blind.includes(hidden), `${hidden} is shown before the answer`);
    }
    await assertSound(bench, "an account judged blind");
    await assertNothingLeaves(bench, "an account judged blind");
    await bench.picture(join(pictures, "second-blind.png"));
    await focusItem(bench);
    await page.press("2");
    await page.find({ role: "textbox", name: "In one sentence, what keeps you from saying" });
    await page.type("No price and no date");
    await page.press(Key.Enter);
    await page.says("You decided differently");
    await page.says("No price and no date");
    await assertSound(bench, "the two opinions");
    await assertNothingLeaves(bench, "the two opinions");
    await bench.picture(join(pictures, "second-revealed.png"));
    await page.click({ role: "button", name: "Disagreements" });
    await page.says("No price and no date");
    await assertSound(bench, "disagreements");
    await bench.picture(join(pictures, "second-disagreements.png"));
    await page.click({ role: "button", name: "Agreement" });
    await page.says("By language and first decision");
    await assertSound(bench, "agreement");
    await assertNothingLeaves(bench, "agreement");
    await bench.picture(join(pictures, "second-agreement.png"));
  });
});
