/** A made-up look at a spreadsheet. */
import type { CheckUpRowView, CheckUpView, Commands, Figure, How } from "../../host";

export const found: CheckUpView = {
  files: [
    { name: "referrals 2025.csv", encoding: "utf-8", delimiter: ";", header_line: 1, rows: 1_240 },
  ],
  rows: 1_240,
  accounts: 811,
  figures: [
    { figure: "known-twice", count: 37, rows: 81, remark: null },
    { figure: "two-names", count: 4, rows: 9, remark: null },
    { figure: "referred-twice", count: 12, rows: 25, remark: null },
    { figure: "never-answered", count: 96, rows: 96, remark: null },
    { figure: "shared-numbers", count: 3, rows: 8, remark: null },
    { figure: "without-date", count: 0, rows: 0, remark: null },
    { figure: "units", count: 1, rows: 1_240, remark: null },
    { figure: "unreadable", count: 0, rows: 0, remark: null },
  ],
  units: [
    { unit: "account", rows: 900 },
    { unit: "post", rows: 340 },
  ],
  oldest: { written: "03/02/2024", file: "referrals 2025.csv", row: 17 },
};

const HOW: Partial<Record<Figure, How>> = {
  "known-twice": "spelling",
  "two-names": "two-names",
  "referred-twice": "references",
  "shared-numbers": "country-unknown",
};

/** Row `at` of a figure. */
export function row(figure: Figure, at: number): CheckUpRowView {
  const half = Math.floor(at / 2);
  return {
    at,
    finding: half + 1,
    of: 2,
    label: figure === "shared-numbers" ? "07700900124" : `tiktok: pier.lantern.${half}`,
    how: HOW[figure] ?? "plain",
    unit: figure === "units" ? "account" : null,
    file: "referrals 2025.csv",
    row: at + 2,
    cells: [
      { header: "url", text: `https://www.tiktok.com/@pier.lantern.${half}` },
      { header: "الملاحظات", text: "عبور آمن كل ليلة، اتصل ٠٧٧٠٠٩٠٠١٢٤" },
      { header: "referred_at", text: "03/02/2024" },
    ],
  };
}

export const lookAnswers: Partial<Commands> = {
  checkUp: async () => found,
  checkUpRows: async ({ figure, offset, limit }) => {
    const total = found.figures.find((one) => one.figure === figure)?.rows ?? 0;
    const length = Math.max(0, Math.min(limit, total - offset));
    return { total, rows: Array.from({ length }, (_, n) => row(figure, offset + n)) };
  },
  copyCheckUpRow: async () => null,
  dropCheckUp: async () => null,
  keepCheckUp: async () => [
    {
      batch: "0190a000-0000-7000-8000-00000000b001",
      read: 1_240,
      created: 811,
      updated: 0,
      unchanged: 0,
      merged: 429,
      rejected: 0,
      erased: 0,
      encoding: "utf-8",
      delimiter: ";",
      header_line: 1,
      sheet: null,
      mapping: null,
      warnings: [],
    },
  ],
};
