/** A look at a spreadsheet in the real window: its lines, their rows, throwing it away, making it a case. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { makeCase } from "./lib/officer.ts";
import { Home, pictures, Workbench } from "./lib/workbench.ts";

describe("looking at a spreadsheet", { concurrency: false }, () => {
  const home = new Home();
  const temporary = join(home.path, "temporary");
  const environment = { TMPDIR: temporary };
  let bench: Workbench;
  before(async () => {
    mkdirSync(temporary);
    bench = await Workbench.open({ home, environment });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
    home.remove();
  });

  const looks = () => readdirSync(temporary).filter((name) => name.startsWith("breakwater-look-"));

  async function look(): Promise<void> {
    bench.home.answer("check-up-files", bench.home.fixture("look.csv"));
    await bench.page.click({ role: "button", name: /^Look at a spreadsheet/ });
    await bench.page.says("What the spreadsheet holds", 30_000);
  }

  it("tells what the file holds, and every line opens its rows", async () => {
    const { page } = bench;
    await look();
    await page.says("6 rows name 3 accounts");
    await page.says("2 accounts stand in more than one spelling");
    await page.says("The oldest: 2024-11-30");
    await page.click({ role: "button", name: /^1\s*Shared numbers/ });
    await page.says("+447700900123");
    await page.click({
      role: "row",
      nth: 0,
      within: { role: "grid", name: "Rows: Shared numbers" },
    });
    await page.find({ role: "button", name: "Copy safe text" });
    await page.says("عبور آمن كل ليلة من الرصيف");
    await assertSound(bench, "a look");
    await assertNothingLeaves(bench, "a look");
    await bench.picture(join(pictures, "look.png"));
    for (const [width, height] of [
      [1280, 720],
      [760, 700],
    ] as const) {
      await bench.resize(width, height);
      await assertNothingLeaves(bench, `a look at ${width}`);
      await bench.picture(join(pictures, `look-${width}.png`));
    }
    await bench.resize(1440, 900);
  });

  it("nothing of the file is on disk in plain while it is looked at", () => {
    assert.equal(looks().length, 1);
    const place = join(temporary, looks()[0] ?? "");
    const files = readdirSync(place, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const word of ["lantern", "look.csv", "7700"]) {
        assert.ok(!bytes.includes(word), `${file.name} holds ${word}`);
      }
    }
  });

  it("thrown away, it is gone", async () => {
    await bench.page.click({ role: "button", name: "Throw away" });
    await bench.page.find({ role: "button", name: /^New case/ });
    await bench.page.holds("the folder stays", async () => looks().length === 0);
    assert.ok(existsSync(home.file("look.csv")), "the file is untouched");
  });

  it("a look the program was killed in is swept at the next start, which says so", async () => {
    await look();
    await bench.kill();
    assert.equal(looks().length, 1);
    bench = await Workbench.open({ home, environment });
    await bench.page.says("A look at a spreadsheet was thrown away");
    assert.deepEqual(looks(), []);
    await bench.page.click({ role: "button", name: "Understood" });
  });

  it("made a case, it is the case’s first import with its entry in the log", async () => {
    // A program that was started anew would read the list of answers from its beginning.
    await bench.close();
    bench = await Workbench.open({ environment });
    await look();
    const { page } = bench;
    const told = async (screen: string) => {
      if (screen !== "wizard: the case is made") return;
      await page.says("6 rows were read, 3 accounts made.");
      assert.deepEqual(looks(), [], "the look is over");
      await assertSound(bench, screen);
    };
    await makeCase(bench, { way: /^Make this a case/, seen: told });
    await page.click({ role: "button", name: /^Audit log/, within: { role: "navigation" } });
    await page.says("File imported");
  });
});
