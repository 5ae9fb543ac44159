/** A made-up audit log. `?verify=bad` finds damage. */
import type { AuditEntryView, Commands, Operation, VerifyView } from "../../host";
import { hours } from "./base";

const TOTAL = 1_288;
const OPERATIONS: readonly [Operation, string, string, string][] = [
  ["consultation", "account-opened", "Opened an account", "account @udhetim_angli.24"],
  ["alteration", "account-assessed", "Decided refer", "account @angli.express7"],
  ["disclosure", "accounts-exported", "Exported accounts as CSV", "12,480 accounts"],
  ["collection", "accounts-imported", "Imported flagged accounts, november.csv", "9,962 accounts"],
  ["consultation", "accounts-flicked", "Flicked past 34 accounts", "34 accounts"],
  ["combination", "handle-adopted", "Account took over its id", "account ڕێگای بەریتانیا"],
  ["collection", "exhibit-attached", "Attached 4417/14", "exhibit 4417/14"],
];

function entry(seq: number): AuditEntryView {
  const [operation, action, said, subject] = OPERATIONS[seq % OPERATIONS.length] ?? [
    "consultation",
    "",
    "",
    "",
  ];
  const many = action === "accounts-flicked" ? 34 : 1;
  return {
    seq,
    at: hours((seq - TOTAL) / 6),
    officer: seq % 4 === 0 ? "5120" : "4417",
    operation,
    action,
    said,
    subject,
    subjects: Array.from(
      { length: many },
      (_, n) => `0190a000-0000-7000-8000-${(seq * 100 + n).toString(16).padStart(12, "0")}`,
    ),
    texts:
      operation === "disclosure"
        ? [
            { name: "recipient", value: "Sgt N. Example, Kent desk" },
            { name: "purpose", value: "De-confliction before the weekend.\nضابط الاتصال، كاليه" },
          ]
        : operation === "alteration"
          ? [
              {
                name: "reason",
                value: "Offers small-boat crossings for £4,500 with a contact number.",
              },
            ]
          : [],
    hash: (seq * 2654435761).toString(16).padStart(16, "0").slice(0, 16).repeat(4),
  };
}

const WHOLE: VerifyView = {
  database: "ok",
  audit: {
    entries: TOTAL,
    head: "5e1c77a0".repeat(8),
    intact: true,
    first_bad: null,
    problem: null,
  },
  evidence: { checked: 3_902, damaged: [], missing: [], unreferenced: 1, temporary: 0 },
  index: { state: "behind" },
  items: { checked: 1_850, differing: 0, faults: [] },
  files: [],
  is_damaged: false,
  at: hours(0),
};

const BAD: VerifyView = {
  ...WHOLE,
  audit: {
    entries: TOTAL,
    head: "5e1c77a0".repeat(8),
    intact: false,
    first_bad: 1_204,
    problem: "Entry 1204 does not hold what its hash was made of.",
  },
  evidence: {
    checked: 3_900,
    damaged: ["4417/14"],
    missing: ["4417/22", "5120/3"],
    unreferenced: 0,
    temporary: 2,
  },
  index: { state: "missing" },
  items: {
    checked: 1_850,
    differing: 2,
    faults: [
      { account: "0190a000-0000-7000-8a00-000000000001", item: 1, fault: "differs" },
      { account: "0190a000-0000-7000-8a00-000000000002", item: 2, fault: "missing" },
    ],
  },
  files: ["case.json"],
  is_damaged: true,
};

/** Answers about the audit log. */
export const auditAnswers: Partial<Commands> = {
  listAudit: async ({ operation, offset, limit }) => {
    const all = Array.from({ length: TOTAL }, (_, n) => TOTAL - n).map(entry);
    const rows = operation === null ? all : all.filter((one) => one.operation === operation);
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  },
  verifyCase: async () => {
    await new Promise((done) => setTimeout(done, 500));
    return new URLSearchParams(location.search).get("verify") === "bad" ? BAD : WHOLE;
  },
};
