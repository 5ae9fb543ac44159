import { expect, test } from "vitest";
import type { StatusLineView } from "../host";
import { states } from "./StatusBar";

const line: StatusLineView = {
  unlocked_by: "4417",
  others: "nobody else but the recovery key",
  audit_checked_at: null,
  audit_check_is_overdue: false,
  evidence_checked_at: "2026-11-20T09:00:00Z",
  evidence_check_is_overdue: false,
  backed_up_at: null,
  backup_is_overdue: false,
  index: "ok",
  locks_in_seconds: null,
};

test("what_is_past_the_units_limit_comes_first", () => {
  const told = states({ ...line, audit_check_is_overdue: true, backup_is_overdue: true });
  expect(told.map((state) => state.key)).toEqual([
    "audit",
    "backup",
    "officer",
    "others",
    "evidence",
  ]);
  expect(told.filter((state) => state.isLate).map((state) => state.words)).toEqual([
    "Audit chain not checked yet",
    "No backup yet",
  ]);
});

test("who_else_can_open_the_case_is_always_among_the_states", () => {
  expect(states(line).map((state) => state.words)).toContain(
    "Also opens: nobody else but the recovery key",
  );
});
