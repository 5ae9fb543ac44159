/** The import by keyboard alone: reading, correcting, keeping a mapping, importing, and taking it back. */
import { writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertSound } from "./lib/faults.ts";
import { walkTo as byKey, chooseByKey, makeCase } from "./lib/officer.ts";
import type { Name } from "./lib/page.ts";
import { Workbench } from "./lib/workbench.ts";

/** Made up: a header no guess would read, and Arabic in it. */
const LIST = "Netz,Wer,المدينة\ntiktok,pier.lantern,أزمير\ninstagram,slate.quay,\n,,\n";
const AGAIN = "المدينة,Wer,Netz\nأزمير,third.pier,tiktok\n";

describe("import by keyboard", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  const walkTo = (name: Name) => byKey(bench, name);

  async function read(name: string, content: string): Promise<void> {
    const file = bench.home.file(name);
    writeFileSync(file, content);
    bench.home.answer("import-file", file);
    await bench.page.press(Key.Ctrl, "o");
    await bench.page.says("What the rows would do", 30_000);
  }

  /** Says what a column is taken for; the file is read anew then, and so many columns are recognised. */
  async function takenFor(column: RegExp, field: string, recognised: number): Promise<void> {
    const { page } = bench;
    await chooseByKey(bench, column, field);
    await page.says(`Columns ${recognised} recognised`);
  }

  it("columns are said to be what they are, and that is kept under a name", async () => {
    const { page } = bench;
    await read("desk3.csv", LIST);
    await page.says("Netz");
    await takenFor(/Column Netz is taken for/, "Platform", 1);
    await takenFor(/Column Wer is taken for/, "Handle", 2);
    await page.find({ role: "button", name: /^Import 2 rows/ });
    await walkTo(/^Keep this mapping/);
    await page.press(Key.Enter);
    await page.find({ role: "dialog", name: /Keep what the columns/ });
    await page.type("Desk 3");
    await page.press(Key.Enter);
    await page.says("“Desk 3” is kept.");
    await assertSound(bench, "import preview with a mapping");
  });

  it("every row says what it fills, by the arrow keys", async () => {
    const { page } = bench;
    await walkTo(/^Rejected/);
    await page.press(Key.Home);
    await page.press(Key.ArrowRight);
    await page.press(Key.ArrowLeft);
    await page.says(/Line \d+, field by field/);
  });

  it("the rows are imported, and the list of files taken in has it", async () => {
    const { page } = bench;
    await walkTo(/^Import 2 rows/);
    await page.press(Key.Enter);
    await page.says("desk3.csv is imported", 30_000);
    await read("again.csv", AGAIN);
    await page.says("Read by your mapping “Desk 3”.");
    await page.find({ role: "button", name: /^Import 1 row/ });
    await walkTo(/^Leave without importing/);
    await page.press(Key.Enter);
    await page.says("Files taken in");
    await page.find({ role: "row", name: /desk3\.csv/ });
  });

  it("a file is taken back from the list with a reason, and says what became of it", async () => {
    const { page } = bench;
    await walkTo(/Files taken in/);
    await page.press(Key.Enter);
    await page.find({ role: "dialog", name: /desk3\.csv/ });
    await page.says("2 accounts it made or changed");
    await walkTo(/^Take back/);
    await page.press(Key.Enter);
    await page.find({ role: "dialog", name: /Take this import back/ });
    await page.type("the wrong file");
    await walkTo("Take it back");
    await page.press(Key.Enter);
    await page.says("0 accounts kept in the case", 30_000);
    await page.press(Key.Escape);
    await page.says("taken back");
  });
});
