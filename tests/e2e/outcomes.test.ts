/**
 * A platform's answer sheet by keyboard alone: headings and wordings nobody guessed are said, every row is shown with what
 * becomes of it, one act takes them in, and what was said is offered for the next sheet.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { chooseByKey, goToByKey, untilUnlocked, walkTo } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

describe("a platform's answers by keyboard", { concurrency: false }, () => {
  let bench: Workbench;
  /** An account of the demonstration's sent referral that waits for its answer. */
  let waiting = "";
  let platform = "";
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await untilUnlocked(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  async function take(name: string, rows: readonly string[]): Promise<void> {
    const file = bench.home.file(name);
    writeFileSync(file, `${rows.join("\n")}\n`);
    bench.home.answer("import-file", file);
    await bench.page.press(Key.Ctrl, Key.Shift, "o");
    await bench.page.find({ role: "dialog", name: `What ${name} would do`, timeout: 30_000 });
  }

  it("Sent opens on its first referral with the focus in the list", async () => {
    const { page } = bench;
    await goToByKey(bench, "Sent");
    await page.says("What the platform decided");
    await page.holds("the list has not the focus", async () =>
      page.browser.execute(
        () => document.activeElement?.closest('[data-pane="list"]') instanceof HTMLElement,
      ),
    );
    waiting = await page.browser.execute(() => {
      const rows = Array.from(document.querySelectorAll("tr[data-item]"));
      const open = rows.find((row) => row.textContent?.includes("no answer"));
      return open?.querySelector("b")?.textContent ?? "";
    });
    assert.notEqual(waiting, "", "an item waits for its answer");
    platform = /Referral to (\S+)/u.exec(await page.text())?.[1] ?? "";
  });

  it("columns and wordings nobody guessed are said, and a mismatch says why", async () => {
    const { page } = bench;
    await take("antworten.csv", [
      "Netz;Wen;Signalé le;Vorgang;Antwort;Stand vom",
      `${platform};${waiting};;DEMO-20418;Nous avons supprimé;${today()}`,
      "tiktok;@paper_lantern_77;01.03.2025;T-1;Stummgeschaltet;05.03.2025",
      "tiktok;@paper_lantern_78;01.03.2025;T-2;Doppelt gemeldet;05.03.2025",
      "tiktok;@paper_lantern_79;01.03.2025;T-3;aucune infraction;01.02.2025",
    ]);
    await page.says("Say which column names the account");
    await chooseByKey(bench, /Column Netz is taken for/, "Platform");
    await chooseByKey(bench, /Column Wen is taken for/, "Account");
    await chooseByKey(bench, /Column Vorgang is taken for/, "Reference");
    await chooseByKey(bench, /Column Antwort is taken for/, "What was decided");
    await chooseByKey(bench, /Column Stand vom is taken for/, "When it was decided");
    await page.says("4 wordings, 2 without a meaning");
    await page.says("Stummgeschaltet");
    await assertSound(bench, "wordings without a meaning");
    await chooseByKey(bench, /Stummgeschaltet means/, "Limited");
    await page.says("4 wordings, 1 without a meaning");
    await chooseByKey(bench, /Doppelt gemeldet means/, "Leave these rows out");
    await page.says("Of the rejected rows 1 are left out by you.");
    await page.says("was decided on 01.02.2025 before it was referred");
    await bench.picture(join(pictures, "outcomes-wizard.png"));
    await assertSound(bench, "the wizard of outcomes");
    for (const [width, height] of [
      [1280, 720],
      [900, 720],
      [600, 800],
    ] as const) {
      await bench.resize(width, height);
      await assertNothingLeaves(bench, `the wizard of outcomes at ${width}x${height}`);
    }
    await bench.resize(1440, 900);
  });

  it("each row says by which key its item was found; one act takes them in", async () => {
    const { page } = bench;
    await walkTo(bench, /^Rejected/);
    await page.press(Key.Home);
    await page.press(Key.ArrowRight);
    await page.says("found by its reference");
    await walkTo(bench, /^Keep this mapping/);
    await page.press(Key.Enter);
    await page.find({ role: "dialog", name: /Keep what the columns/ });
    await page.type("Answers in German");
    await page.press(Key.Enter);
    await page.says("“Answers in German” is kept.");
    await walkTo(bench, "Take in 2 rows");
    await page.press(Key.Enter);
    await page.says("antworten.csv is taken in", 60_000);
    await page.holds("the item is not answered", async () =>
      page.browser.execute((label) => {
        const rows = Array.from(document.querySelectorAll("tr[data-item]"));
        const row = rows.find((one) => one.textContent?.includes(label));
        return row?.textContent?.includes("removed") ?? false;
      }, waiting),
    );
  });

  it("the next sheet of the same heading is read so, and tells a wording that is new", async () => {
    const { page } = bench;
    await take("mehr.csv", [
      "Stand vom;Antwort;Wen;Netz;Signalé le;Vorgang",
      "06.04.2025;stummgeschaltet;@paper_lantern_80;tiktok;02.04.2025;T-4",
      "06.04.2025;An anderer Stelle;@paper_lantern_81;tiktok;02.04.2025;T-5",
    ]);
    await page.says("Read by your mapping “Answers in German”");
    await page.says("New: your mapping does not name it.");
    await page.says("Your mapping says so.");
    await page.find({ role: "button", name: "Take in 1 row" });
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  });
});

/** Today, as the sheet writes it. */
function today(): string {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}
