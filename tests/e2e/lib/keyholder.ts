/** Someone who holds the recovery key and goes past the program, with stock programs only. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./driver.ts";

/** Runs SQL in the database of a locked case, with the key that the recovery key opens. */
export function changeDatabase(place: string, recovery: string, sql: string): void {
  const [keyring] = readdirSync(join(place, "slots")).flatMap((slot) => {
    const { status, stdout } = spawnSync("age", ["-d", "-i", recovery, join(place, "slots", slot)]);
    return status === 0 ? [String(stdout)] : [];
  });
  const key = /^case-db (.*)$/mu.exec(keyring ?? "")?.[1];
  assert.ok(key !== undefined, "the recovery key opens a slot, and the key of case.db is in it");
  const script = `
import sys
from sqlcipher3 import dbapi2
base = dbapi2.connect(sys.argv[1])
base.execute('PRAGMA key = "' + sys.argv[2] + '"')
base.executescript(sys.argv[3])
base.execute('PRAGMA wal_checkpoint(TRUNCATE)')
base.close()
`;
  const python = join(root, "target/tools/python/bin/python");
  const done = spawnSync(python, ["-c", script, join(place, "case.db"), key, sql]);
  assert.equal(done.status, 0, String(done.stderr));
}
