/** The ways into a case, and the ways in which one does not open: each in its own words. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Key } from "webdriverio";
import { assertSound } from "./lib/faults.ts";
import { changeDatabase } from "./lib/keyholder.ts";
import { makeCase, passphrase, unlock, untilUnlocked } from "./lib/officer.ts";
import { application, pictures, Workbench } from "./lib/workbench.ts";

/** The schema this program makes, as its database tells it. */
const schema = 1;

describe("opening a case", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    await makeCase(bench);
    await lock();
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  async function lock(): Promise<void> {
    await bench.page.press(Key.Ctrl, "l");
    await bench.page.find({ role: "password", name: "Passphrase" });
  }

  /** Tries to unlock, and gives what the window says of it. */
  async function refusal(words: string): Promise<string> {
    await unlock(bench, words);
    const alert = await bench.page.find({ role: "alert", timeout: 90_000 });
    const said = await alert.getText();
    await assertSound(bench, said);
    return said;
  }

  function held(): { place: string; recovery: string } {
    return { place: bench.home.file("sweep"), recovery: bench.home.file("recovery-key.txt") };
  }

  it("a wrong passphrase is said to be one", async () => {
    assert.match(await refusal("not the passphrase of this case"), /passphrase/i);
  });

  it("a case that is open elsewhere is said to be", async () => {
    const holder = await hold(bench.home.file("sweep/lock"));
    try {
      assert.match(await refusal(passphrase), /open (elsewhere|in another)|already open/i);
    } finally {
      await release(holder);
    }
  });

  it("a damaged case is said to be damaged", async () => {
    const file = bench.home.file("sweep/case.db");
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(5000) ^ 0xff, 5000);
    writeFileSync(file, changed);
    const said = await refusal(passphrase);
    writeFileSync(file, whole);
    assert.match(said, /damaged|altered/i);
    assert.ok(!said.includes(bench.home.path), "no message holds a whole path");
  });

  it("a format that disagrees with the encrypted copy is altered, not newer", async () => {
    const file = bench.home.file("sweep/case.json");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace(/"format":\s*\d+/u, '"format": 999'));
    assert.notEqual(readFileSync(file, "utf8"), whole);
    const said = await refusal(passphrase);
    writeFileSync(file, whole);
    assert.match(said, /damaged|altered/i);
    assert.doesNotMatch(said, /newer/i);
  });

  it("a case of a newer program is said to be that, and is left as it is", async () => {
    const { place, recovery } = held();
    changeDatabase(place, recovery, "PRAGMA user_version = 99");
    const before = readFileSync(join(place, "case.db"));
    const said = await refusal(passphrase);
    assert.match(said, /newer version/i);
    assert.doesNotMatch(said, /damaged/i);
    assert.ok(readFileSync(join(place, "case.db")).equals(before));
    changeDatabase(place, recovery, `PRAGMA user_version = ${schema}`);
  });

  it("the right passphrase opens it", async () => {
    await unlock(bench);
    await untilUnlocked(bench);
  });

  it("a log that was cut back is said on every screen until it was read", async () => {
    const { page } = bench;
    await lock();
    const { place, recovery } = held();
    const last = "(SELECT max(seq) FROM audit)";
    changeDatabase(
      place,
      recovery,
      `DROP TRIGGER audit_is_never_deleted;
       DELETE FROM audit_checkpoint WHERE seq = ${last};
       DELETE FROM audit_text WHERE seq = ${last};
       DELETE FROM audit WHERE seq = ${last};
       CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
         BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;`,
    );
    await unlock(bench);
    await untilUnlocked(bench);
    const notice = { role: "alert", name: "The audit log of this case was cut back." };
    await page.find(notice);
    await assertSound(bench, "the notice of a log that was cut back");
    await bench.picture(join(pictures, "cut-back.png"));
    await page.click({ role: "button", name: "Open the audit log" });
    await page.says("Log found to be shorter than this machine knew it");
    await page.find(notice);
    await page.click({ role: "button", name: "I have read this" });
    await page.gone(notice);
    await lock();
    await unlock(bench);
    await untilUnlocked(bench);
    assert.ok(!(await page.has(notice)));
  });

  it("a second start brings the open window forward and ends", async () => {
    const second = spawn(application, [], { env: bench.home.environment(), stdio: "ignore" });
    const [code] = await once(second, "exit");
    assert.equal(code, 0);
    await untilUnlocked(bench);
    assert.equal((await bench.browser.getWindowHandles()).length, 1);
  });
});

/** Holds a lock file as another program would. */
async function hold(file: string): Promise<ChildProcess> {
  const script = `exec 9<>"$0" && flock -n 9 && echo held && cat`;
  const holder = spawn("bash", ["-c", script, file], { stdio: ["pipe", "pipe", "inherit"] });
  assert.ok(holder.stdout !== null);
  await once(holder.stdout, "data");
  return holder;
}

async function release(holder: ChildProcess): Promise<void> {
  holder.stdin?.end();
  await once(holder, "exit");
}
