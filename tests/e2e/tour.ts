/**
 * The guided tour: an officer's whole thread in the real window, from the first start to a file for
 * a colleague. It checks what it sees, leaves pictures and exported files in target/tour/, and fails
 * on a broken content security policy or a serious fault of accessibility on any screen it passes.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertSound, faultsOf } from "./lib/faults.ts";
import {
  attach,
  focusItem,
  goTo,
  importFile,
  makeCase,
  openAccount,
  passphrase,
  refer,
  unlock,
  untilUnlocked,
} from "./lib/officer.ts";
import { root, Workbench } from "./lib/workbench.ts";

const place = join(root, "target/tour");

/** The engine tells a chart's headline as its name, and the table of the same name comes right after it. */
async function assertChart(bench: Workbench, role: "group" | "img", chart: string): Promise<void> {
  const { page } = bench;
  const told = await page.told({ role, name: new RegExp(`^${chart}`) });
  assert.match(told.name, new RegExp(`^${chart}.*: .*\\d`), "the name says the headline");
  const table = await page.find({ role: "table", name: `${chart}, as a table` });
  const drawn = await page.find({ role, name: new RegExp(`^${chart}`) });
  const isNext = await page.browser.execute(
    (one: HTMLElement, other: HTMLElement) => {
      const pressed = "a[href],button,input,select,textarea,table";
      const after = Array.from(document.querySelectorAll(pressed)).filter(
        (each) => (one.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      );
      return after.find((each) => !one.contains(each)) === other;
    },
    drawn,
    table,
  );
  assert.ok(isNext, `the table of ${chart} is what comes after it`);
}

describe("guided tour", { concurrency: false }, () => {
  let bench: Workbench;
  let isBroken = false;
  /** Faults of screens passed: told together at the end, so that the tour shows all of them. */
  const unsound: string[] = [];

  /** One step of the tour. After a broken one the rest would only tell the same again. */
  function step(name: string, walk: () => Promise<void>): void {
    it(name, async () => {
      if (isBroken) throw new Error("not tried: an earlier step broke");
      isBroken = true;
      await walk();
      isBroken = false;
    });
  }

  async function picture(name: string): Promise<void> {
    await bench.picture(join(place, `${name}.png`));
    await check(name);
  }

  /** Looks at what is on screen for faults. */
  async function check(name: string): Promise<void> {
    await bench.page.frame();
    unsound.push(...(await faultsOf(bench)).map((fault) => `${name}: ${fault}`));
  }

  before(async () => {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    bench = await Workbench.open();
    await bench.resize(1440, 900);
  });

  after(async () => {
    if (isBroken) await bench?.picture(join(place, "fault.png")).catch(() => undefined);
    await bench?.close();
    bench?.home.remove();
  });

  step("the first start offers a new case", async () => {
    await bench.page.find({ role: "button", name: /^New case/, timeout: 60_000 });
    await picture("first-start");
  });

  step("a case is made once its recovery key is confirmed", async () => {
    await makeCase(bench, { seen: check });
    assert.ok(existsSync(bench.home.file("sweep/case.db")));
    await bench.page.says("OFFICIAL-SENSITIVE");
    await picture("today-empty");
  });

  step("a file is imported, and its counts add up", async () => {
    const counts = await importFile(bench, "flagged.csv", check);
    const { "Rows read": read = 0, ...fates } = counts;
    assert.equal(read, 60);
    assert.equal(
      Object.values(fates).reduce((sum, one) => sum + one, 0),
      read,
    );
    assert.ok((counts.Rejected ?? 0) > 0, "the file holds rows that nobody can place");
    await picture("imported");
  });

  step("a screenshot is attached after the rules were read", async () => {
    await openAccount(bench, "kalim", /kalim\.detit24/);
    await attach(bench, "screenshot.png", check);
    await bench.page.says("4417/1");
  });

  step("the exhibit opens in the viewer by a press of its own", async () => {
    const { page } = bench;
    await page.click({ role: "button", name: /^Open exhibit 4417\/1/ });
    const dialog = { role: "dialog", name: /^Exhibit 4417\/1/ };
    await page.find(dialog);
    assert.equal(
      await page.count({ role: "img", name: /^Picture of exhibit/ }),
      0,
      "it comes covered",
    );
    await page.click({ role: "button", name: "Show picture" });
    await page.find({ role: "img", name: /^Picture of exhibit 4417\/1/, timeout: 30_000 });
    await picture("viewer");
    await page.press(Key.Escape);
    await page.gone(dialog);
  });

  step("an account is referred by keyboard alone", async () => {
    await focusItem(bench);
    await bench.page.find({ role: "button", name: /^Refer/ });
    await picture("review");
    await refer(bench, "Offers crossings by small boat for £4,500 with a contact number.", check);
  });

  step("another is held, another needs no action", async () => {
    const { page } = bench;
    await openAccount(bench, "dover", /dover_watch_news/);
    await page.press("3");
    await page.says("No action on");
    await check("tray of no action");
    await page.press("1");
    await page.says("decided no action");
    await openAccount(bench, "vize", /vize/i);
    await page.press("2");
    await page.find({ role: "textbox", name: "Until" });
    await page.type("+7");
    await check("tray of hold");
    await page.fill(
      { role: "textbox", name: "What is waited for" },
      "A linguist reads the rest of the posts.",
    );
    await page.press(Key.Enter);
    await page.says(/held until/);
  });

  step("a line answered Yes leads to a second look", async () => {
    const { page } = bench;
    await openAccount(bench, "sea.rescue", /sea\.rescue\.friends/);
    await page.press("e");
    await page.press("y");
    await page.click({ role: "button", name: /^Second look/ });
    await page.frame();
    await check("tray of second look");
    await page.press(Key.Escape);
  });

  step("what opens over the window is sound", async () => {
    const { page } = bench;
    await focusItem(bench);
    await page.press("g");
    await page.find({ role: "dialog" });
    await check("safeguarding");
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
    await page.press("i");
    await check("side pane");
    await focusItem(bench);
    await page.press("?");
    await page.find({ role: "dialog" });
    await check("sheet of keys");
    await page.press(Key.Escape);
    await page.press(Key.Ctrl, "k");
    await page.find({ role: "dialog", name: "Commands" });
    await check("list of commands");
    await page.press(Key.Escape);
    await page.gone({ role: "dialog" });
  });

  step("what was typed survives the lock", async () => {
    const { page } = bench;
    await openAccount(bench, "boys_ready", /boys_ready_22/);
    const reason = { role: "textbox", name: /^In one sentence, why refer/ };
    await page.fill(reason, "Departure tonight, a number to call.");
    await page.press(Key.Ctrl, "l");
    await page.find({ role: "password", name: "Passphrase" });
    assert.ok(!(await page.text()).includes("boys_ready_22"), "the page is gone with the keys");
    await picture("locked");
    await unlock(bench, passphrase);
    await untilUnlocked(bench);
    await openAccount(bench, "boys_ready", /boys_ready_22/);
    assert.equal(await page.value(reason), "Departure tonight, a number to call.");
  });

  step("a referral is drafted and exported, and bears DRAFT", async () => {
    const { page, home } = bench;
    await goTo(bench, /^Drafts/);
    await page.click({ role: "button", name: /Draft for TikTok/ });
    await page.click({ role: "button", name: /^Draft a notice for 1 account/ });
    await page.says("DRAFT, NOT APPROVED");
    await page.says("kalim.detit24");
    await picture("referral");
    const text = home.file("referral.txt");
    home.answer("save-referral", text);
    await page.click({ role: "button", name: /^Export text/ });
    await page.says("referral.txt is written");
    const written = readFileSync(text, "utf8");
    assert.match(written, /DRAFT, NOT APPROVED/);
    assert.match(written, /kalim\.detit24/);
    assert.doesNotMatch(written, /OCC\/2026\/0147/, "the case's own number stays inside");
    cpSync(text, join(place, "referral.txt"));
  });

  step("accounts are exported for a colleague", async () => {
    const { page, home } = bench;
    await goTo(bench, /^Colleagues/);
    await page.click({ role: "tab", name: "Export CSV" });
    await page.fill({ role: "textbox", name: /^Recipient/ }, "DS Rowan, regional unit");
    await page.fill(
      { role: "textbox", name: /^Purpose/ },
      "Second opinion on the small-boat adverts",
    );
    await picture("export");
    const csv = home.file("colleague.csv");
    home.answer("save-csv", csv);
    await page.click({ role: "button", name: /^Export \d+ accounts/ });
    await page.says("colleague.csv is written", 30_000);
    const bytes = readFileSync(csv);
    assert.deepEqual(
      [...bytes.subarray(0, 3)],
      [0xef, 0xbb, 0xbf],
      "spreadsheets need the mark of UTF-8",
    );
    assert.match(
      bytes.toString("utf8"),
      /Desk reference/,
      "columns that mean nothing here are given back",
    );
    cpSync(csv, join(place, "colleague.csv"));
  });

  step("the audit log is whole and names who received the file", async () => {
    const { page } = bench;
    await goTo(bench, /^Audit log/);
    await page.click({ role: "button", name: /^Verify the case/ });
    await page.says("Nothing is damaged or missing", 60_000);
    await picture("audit");
    await goTo(bench, /^Colleagues/);
    await page.click({ role: "tab", name: "Sharing log" });
    await page.says("DS Rowan, regional unit");
    await picture("sharing-log");
  });

  it("no screen passed broke the policy or had a serious fault of accessibility", () => {
    assert.deepEqual(unsound, []);
  });
});

describe("demonstration case", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await bench.resize(1440, 900);
    await bench.page.find({ role: "button", name: /^Lock now/, timeout: 240_000 });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  for (const [area, name] of [
    [/^Today/, "demo-today"],
    [/^Review/, "demo-review"],
    [/^Accounts/, "demo-accounts"],
    [/^Evidence/, "demo-evidence"],
    [/^Drafts/, "demo-drafts"],
    [/^Outcomes/, "demo-outcomes"],
    [/^Colleagues/, "demo-colleagues"],
    [/^Audit log/, "demo-audit"],
    [/^Settings/, "demo-settings"],
  ] as const) {
    it(`${name} is never shown empty and is sound`, async () => {
      await goTo(bench, area);
      await bench.page.frame();
      await bench.picture(join(place, `${name}.png`));
      await assertSound(bench, name);
    });
  }

  it("figures reach whoever cannot see them: charts have names, and each its table", async () => {
    const { page } = bench;
    await goTo(bench, /^Outcomes/);
    for (const [role, chart] of [
      ["group", "Taken down by month"],
      ["img", "Share taken down, days since referral"],
    ] as const) {
      await page.find({ role, name: new RegExp(`^${chart}`), timeout: 30_000 });
      await assertChart(bench, role, chart);
    }
    const bars = { role: "button", name: /^[A-Z][a-z]+ \d{4}: \d+ taken down$/ };
    assert.equal(await page.count(bars), 12, "a bar says its month and its number");
    await page.click({ role: "button", name: /: open the list, taken down in the period$/ });
    await page.find({ role: "table", name: /^Behind the number: taken down in the period/ });
    await bench.picture(join(place, "demo-outcomes-rows.png"));
    await assertSound(bench, "the list behind a number");
    await page.press(Key.Escape);
    for (const tab of [
      "Several officers",
      "Two periods",
      "Prices, routes, terms",
      "Fairness",
      "Published",
    ]) {
      await page.click({ role: "tab", name: tab });
      await page.gone({ role: "progressbar" });
      for (const chart of tab.startsWith("Prices") ? ["Routes", "Terms"] : []) {
        await assertChart(bench, "group", chart);
      }
      await bench.picture(join(place, `demo-outcomes-${tab.split(/[ ,]/)[0]?.toLowerCase()}.png`));
      await assertSound(bench, `Outcomes, ${tab}`);
    }
  });
});
