/** Searching by keyboard: filters, completion, what is no filter, marks, and lists kept by name. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { goTo, importFile, makeCase } from "./lib/officer.ts";
import { Workbench } from "./lib/workbench.ts";

const box = { role: "combobox", name: "Search handles, text, phones, notes" };

describe("searching", { concurrency: false }, () => {
  let bench: Workbench;
  const marked = async (): Promise<string[]> =>
    await bench.page.browser.execute(() =>
      [...document.querySelectorAll("mark")].map((mark) => mark.textContent ?? ""),
    );
  const search = async (words: string): Promise<void> => {
    await bench.page.find(box);
    // A screen that is still drawn anew may not hear the key yet.
    await bench.page.holds("the search field has the focus", async () => {
      await bench.page.press("/");
      await bench.page.frame();
      return await bench.browser.execute(
        () => document.activeElement?.getAttribute("role") === "combobox",
      );
    });
    await bench.page.press(Key.Ctrl, "a");
    await bench.page.press(Key.Delete);
    if (words !== "") await bench.page.type(words);
  };
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await importFile(bench, "flagged.csv");
    await goTo(bench, /^Review/);
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("a number dialled at home finds the account that wrote it in Persian digits, marked there", async () => {
    await search("07700 900451");
    const row = { role: "row", name: /safar_uk_ir/, timeout: 20_000 };
    await bench.page.find(row);
    // A press on a row that is drawn anew just then is lost, and an officer presses again.
    await bench.page.holds("the row opens its account", async () => {
      await bench.page.click(row);
      return (await bench.page.text()).includes("t[.]me/safar_uk_ir");
    });
    await bench.page.holds("marks in list and item", async () => {
      const all = await marked();
      return all.filter((text) => text.includes("۴۴۷۷۰۰۹۰۰۴۵۱")).length >= 2;
    });
  });

  it("a filter is completed by keys alone and narrows the list", async () => {
    await search("");
    await bench.page.type("plat");
    await bench.page.find({ role: "option", name: /platform:/ });
    await bench.page.press(Key.ArrowDown);
    await bench.page.press(Key.Enter);
    await bench.page.type("tele");
    await bench.page.find({ role: "option", name: /telegram/ });
    await bench.page.press(Key.ArrowDown);
    await bench.page.press(Key.Enter);
    assert.equal(await bench.page.value(box), "platform:telegram ");
    await bench.page.gone({ role: "row", name: /kalim\.detit24/ });
    await bench.page.find({ role: "row", name: /rihla_yawmiya/ });
  });

  it("what is no filter is said beneath with what is possible, and finds nothing", async () => {
    await search("plattform:telegram");
    await bench.page.says("There is no filter “plattform:”");
    await bench.page.says(/Possible: .*platform/);
    await bench.page.gone({ role: "row", name: /rihla_yawmiya/ });
  });

  it("letters inside words are looked for when asked, with one press", async () => {
    await search("aranci");
    // A press on a button that is drawn anew just then is lost, and an officer presses again.
    await bench.page.holds("letters are looked for inside words", async () => {
      if ((await bench.page.value(box)) === "*aranci*") return true;
      await bench.page.click({ role: "button", name: "Look inside words too" });
      await bench.page.frame();
      return (await bench.page.value(box)) === "*aranci*";
    });
    await bench.page.find({ role: "row", name: /rruga\.e\.re\.uk/ });
  });

  it("a list is kept by name by keys, says how many it holds, and opens again", async () => {
    await goTo(bench, /^Accounts/);
    await search("lang:sq");
    await bench.page.holds("only Albanian", async () => {
      const text = await bench.page.text();
      return text.includes("kalim.detit24") && !text.includes("rihla_yawmiya");
    });
    await bench.page.press(Key.Tab);
    await bench.page.press(Key.Shift, "v");
    await bench.page.fill({ role: "textbox", name: /^Name/ }, "Albanian");
    await bench.page.press(Key.Enter);
    await bench.page.find({ role: "button", name: /^Albanian/ });
    await search("");
    await bench.page.click({ role: "button", name: /^Views/ });
    await bench.page.click({ role: "menuitem", name: /^Albanian/ });
    await bench.page.holds("the search is back", async () => {
      return (await bench.page.value(box)) === "lang:sq";
    });
  });
});
