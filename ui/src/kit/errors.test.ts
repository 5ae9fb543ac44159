import { expect, test } from "vitest";
import type { ErrorCode } from "../host";
import { errorWords } from "./errors";

const CODES: { readonly [code in ErrorCode]: true } = {
  "wrong-passphrase": true,
  damaged: true,
  missing: true,
  "newer-version": true,
  "open-elsewhere": true,
  refused: true,
  invalid: true,
  "not-found": true,
  "no-case": true,
  "already-exists": true,
  locked: true,
  cancelled: true,
  "no-space": true,
  "file-changed": true,
  io: true,
  internal: true,
};

test("every_error_code_has_words_of_its_own", () => {
  const all = Object.keys(CODES) as ErrorCode[];
  expect(new Set(all.map((code) => errorWords(code).title)).size).toBe(all.length);
  expect(new Set(all.map((code) => errorWords(code).advice)).size).toBe(all.length);
});
