/** Every area and what opens in it at every size of the window: no button leaves the box it stands in, light and dark are sound. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { focusItem, goTo, goToByKey, setTheme } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

const sizes = [
  { name: "1440x900", width: 1440, height: 900 },
  { name: "1280x720", width: 1280, height: 720 },
  { name: "900x720", width: 900, height: 720 },
  { name: "600x800", width: 600, height: 800 },
  // What the page gets of 1440 by 900 when everything in it is twice as large: half of it each way.
  { name: "200-percent", width: 720, height: 450 },
] as const;

/** Where the frame changes: four columns, drawer, strip, one pane. */
const boundaries = [1360, 1359, 1080, 1079, 760, 759] as const;

const areas = [
  "Today",
  "Review",
  "Accounts",
  "Evidence",
  "Drafts",
  "To approve",
  "Sent",
  "Outcomes",
  "Colleagues",
  "Audit log",
  "Settings",
];

describe("layout of the demonstration case", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await bench.page.find({ role: "contentinfo", timeout: 240_000 });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  /** Measures what is open, and keeps a picture of it where something leaves, or where all are asked for. */
  async function measure(what: string, size: string): Promise<void> {
    const picture = () => bench.picture(join(pictures, `${size}-${what}.png`));
    if (process.env.WINDOW_PICTURES) await picture();
    try {
      await assertNothingLeaves(bench, `${what} at ${size}`);
    } catch (fault) {
      await picture();
      throw fault;
    }
  }

  /** Opens the next account of the queue: where one pane fits, it takes the place of the list. */
  async function openNext(): Promise<void> {
    await goToByKey(bench, "Review");
    await bench.page.find({ role: "grid" });
    await bench.page.press("j");
    await bench.page.find({ role: "tab", name: "History" });
  }

  async function walkAccount(size: string): Promise<void> {
    const { page } = bench;
    await openNext();
    for (const tab of ["Posts", "Evidence", "History", "Assess"]) {
      await page.click({ role: "tab", name: new RegExp(`^${tab}`) });
      await measure(`tab-${tab.toLowerCase()}`, size);
    }
    await focusItem(bench);
    await page.press("2");
    await page.find({ role: "textbox", name: "Until" });
    await measure("tray-hold", size);
    await page.press(Key.Escape);
    await focusItem(bench);
    await page.press("3");
    await page.says("No action on");
    await measure("tray-no-action", size);
    await page.press(Key.Escape);
    await page.press("g");
    await page.find({ role: "dialog" });
    await measure("safeguarding", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  }

  /** Every tab of the figures, the list behind a number, and what asks for a report. */
  async function walkOutcomes(size: string): Promise<void> {
    const { page } = bench;
    await goToByKey(bench, "Outcomes");
    await page.click({ role: "button", name: /^\d+: open the list, taken down in the period$/ });
    await page.find({ role: "table", name: /^Behind the number/ });
    await measure("outcomes-rows", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    await page.click({ role: "button", name: "Report…" });
    await page.find({ role: "dialog", name: "Report" });
    await measure("outcomes-report", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    for (const tab of [
      "Several officers",
      "Two periods",
      "Prices, routes, terms",
      "Fairness",
      "Published",
    ]) {
      await page.click({ role: "tab", name: tab });
      await measure(`outcomes-${tab.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`, size);
    }
  }

  /** The side pane as a drawer and the list as a strip, where there are such. */
  async function walkFrame(size: string, width: number): Promise<void> {
    const { page } = bench;
    if (width < 1360) {
      await page.press("i");
      await page.find({ role: "button", name: "Close side pane" });
      await measure("drawer", size);
      await page.click({ role: "button", name: "Close side pane" });
    }
    if (width >= 760 && width < 1080) {
      await page.click({ role: "button", name: "Show the list" });
      await page.find({ role: "button", name: "Fold the list" });
      await measure("list-over-strip", size);
      await page.click({ role: "button", name: "Fold the list" });
    }
  }

  async function walkDraft(size: string): Promise<void> {
    const { page } = bench;
    await goToByKey(bench, "Drafts");
    await page.click({ role: "button", name: /· \d+ item/ });
    await page.find({ role: "article" });
    await measure("draft", size);
    assert.deepEqual(await bench.browser.execute(tallFields), [], `fields of a draft at ${size}`);
    await page.click({ role: "button", name: "More" });
    await page.click({ role: "menuitem", name: /^Discard/ });
    await page.find({ role: "dialog" });
    await measure("confirm", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  }

  async function walkDialogs(size: string): Promise<void> {
    const { page } = bench;
    await goToByKey(bench, "Evidence");
    await page.click({ role: "button", name: /^Open exhibit/ });
    await page.find({ role: "dialog" });
    await measure("viewer", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    await page.press(Key.Ctrl, "k");
    await page.find({ role: "dialog", name: "Commands" });
    await measure("palette", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    await page.press("?");
    await page.find({ role: "dialog" });
    await measure("keys", size);
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  }

  for (const { name, width, height } of sizes) {
    it(`no box leaves its parent at ${name}`, async () => {
      await bench.resize(width, height);
      for (const area of areas) {
        await goToByKey(bench, area);
        await measure(area.toLowerCase().replace(" ", "-"), name);
      }
    });

    it(`nothing that opens leaves its parent at ${name}`, async () => {
      await bench.resize(width, height);
      await walkAccount(name);
      await walkFrame(name, width);
      await walkDraft(name);
      await walkOutcomes(name);
      await walkDialogs(name);
    });
  }

  for (const width of boundaries) {
    it(`no box leaves its parent at a width of ${width}`, async () => {
      const name = `${width}x800`;
      await bench.resize(width, 800);
      await openNext();
      await measure("review", name);
      await walkFrame(name, width);
      await walkDraft(name);
    });
  }

  for (const theme of ["Light", "Dark", "High contrast"] as const) {
    it(`${theme.toLowerCase()} colours can be read`, async () => {
      await bench.resize(1440, 900);
      await setTheme(bench, theme);
      for (const area of ["Today", "Review", "Evidence", "Drafts", "Outcomes"]) {
        await goToByKey(bench, area);
        const file = `${theme.toLowerCase().replace(" ", "-")}-${area.toLowerCase()}.png`;
        await bench.picture(join(pictures, file));
        await assertSound(bench, `${area}, ${theme}`);
      }
    });
  }

  it("no box of an import's preview leaves its parent", async () => {
    const { page, home } = bench;
    await bench.resize(1440, 900);
    await goTo(bench, /^Colleagues/);
    await page.click({ role: "tab", name: "Import" });
    home.answer("import-file", home.fixture("flagged.csv"));
    await page.click({ role: "button", name: /^Choose a file/ });
    await page.says("What the rows would do", 30_000);
    for (const { name, width, height } of sizes) {
      await bench.resize(width, height);
      await measure("import-preview", name);
    }
  });

  it("no box of the locked screen leaves its parent, and it keeps the colours", async () => {
    const { page } = bench;
    await page.press(Key.Ctrl, "l");
    await page.find({ role: "button", name: /^New case/, timeout: 60_000 });
    const theme = await bench.browser.execute(() => document.documentElement.dataset.theme);
    assert.equal(theme, "contrast");
    for (const { name, width, height } of sizes) {
      await bench.resize(width, height);
      await measure("locked", name);
    }
    await page.click({ role: "button", name: /^New case/ });
    await page.find({ role: "textbox", name: "Title" });
    for (const { name, width, height } of sizes) {
      await bench.resize(width, height);
      await measure("wizard", name);
    }
  });
});

/** Runs in the page: fields of one line that stand taller than two. */
function tallFields(): string[] {
  const fields = Array.from(document.querySelectorAll<HTMLTextAreaElement>("article textarea"));
  return fields
    .filter((field) => (field.value || field.placeholder).length < 24)
    .map((field) => ({ name: field.ariaLabel, height: field.getBoundingClientRect().height }))
    .filter(({ height }) => height > 40)
    .map(({ name, height }) => `${name} is ${height} high`);
}
