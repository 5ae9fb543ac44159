import { localeCode } from "./words";

/** A whole number as people read it: 12,480. */
export function count(value: number): string {
  return new Intl.NumberFormat(localeCode(), { numberingSystem: "latn" }).format(value);
}

/** "1 account", "12,480 accounts". */
export function plural(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** A size in bytes, in units of 1,000; sizes from the core travel as text. */
export function bytes(size: string | number): string {
  let value = Number(size);
  if (!Number.isFinite(value)) return "";
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? ""}`;
}
