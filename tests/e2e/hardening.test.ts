/** The page can reach nothing, load nothing and change nothing it should not. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Workbench } from "./lib/workbench.ts";

describe("the page", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await bench.page.find({ role: "button", name: /^New case/, timeout: 60_000 });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  it("breaks no policy by itself", async () => {
    assert.deepEqual(await bench.refusedByPolicy(), []);
  });

  it("has prototypes that nothing can change", async () => {
    const open = await bench.browser.execute(() => {
      // RegExp stays open, for the reason that app/freeze.ts gives.
      const kinds = { Object, Array, Function, String, Number, Promise, Map, Set, Date };
      return Object.entries(kinds)
        .filter(([, kind]) => !Object.isFrozen(kind.prototype))
        .map(([name]) => name);
    });
    assert.deepEqual(open, []);
  });

  for (const address of [
    "https://example.org/",
    "http://127.0.0.1:9/",
    "file:///etc/hostname",
    "data:text/html,x",
  ]) {
    it(`cannot be led to ${address}`, async () => {
      const before = await bench.browser.getUrl();
      await bench.browser.execute((to: string) => {
        window.location.assign(to);
      }, address);
      await bench.page.frame();
      assert.equal(await bench.browser.getUrl(), before);
      await bench.page.find({ role: "button", name: /^New case/ });
    });
  }

  it("opens no second window", async () => {
    await bench.browser.execute(() => {
      window.open("https://example.org/");
    });
    await bench.page.frame();
    assert.equal((await bench.browser.getWindowHandles()).length, 1);
  });

  it("can fetch from nowhere, and the attempt is refused by the policy", async () => {
    const outcome = await bench.browser.executeAsync((done: (said: string) => void) => {
      fetch("https://example.org/").then(
        () => done("it answered"),
        () => done("refused"),
      );
    });
    assert.equal(outcome, "refused");
    const refused = await bench.refusedByPolicy();
    assert.ok(
      refused.some((one) => one.includes("connect-src")),
      `what was kept: ${refused.join("; ")}`,
    );
  });

  it("runs no script that is put into it", async () => {
    const ran = await bench.browser.execute(() => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.injected = 'yes'";
      document.body.append(script);
      return document.documentElement.dataset.injected ?? "no";
    });
    assert.equal(ran, "no");
  });
});
