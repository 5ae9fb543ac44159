import { isErrorView } from "../host";
import { w } from "./words";

/** What went wrong, in the core's own words; a fault of the program is said to be one. */
export function failed(error: unknown): string {
  if (!isErrorView(error)) {
    return w.programFault;
  }
  const missing = error.missing.length > 0 ? ` ${w.missingNames(error.missing)}` : "";
  const incident = error.code === "internal" ? ` ${w.incident(error.incident)}` : "";
  return `${error.message}${missing}${incident}`;
}
