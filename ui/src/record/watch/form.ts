import type { Answer, WatchFactorView, WatchGround, WatchRequest } from "../../host";
import { readMoment } from "../moment";
import { w } from "./words";

/** What an officer has entered of a word on watching an account. Nothing is preset. */
export type WatchForm = {
  readonly purpose: string;
  readonly factors: Readonly<Record<string, Answer>>;
  readonly ground: WatchGround["kind"] | null;
  readonly reference: string;
  readonly expires: string;
  readonly why: string;
  readonly decidedBy: string;
};

export const EMPTY: WatchForm = {
  purpose: "",
  factors: {},
  ground: null,
  reference: "",
  expires: "",
  why: "",
  decidedBy: "",
};

/** What is still needed, in words; empty when it can be saved. */
export function missingOf(
  form: WatchForm,
  factors: readonly WatchFactorView[],
  now: Date,
): string[] {
  const open = factors.filter((one) => form.factors[one.name] === undefined).length;
  const expires = readMoment(form.expires);
  const isTo = expires !== null && new Date(expires) > now;
  const lacks: readonly (string | false)[] = [
    form.purpose.trim() === "" && w.need.purpose,
    open > 0 && w.need.factors(open),
    form.ground === null && w.need.ground,
    form.ground === "authority" && form.reference.trim() === "" && w.need.reference,
    form.ground === "authority" && !isTo && w.need.expires,
    form.ground === "none-needed" && form.why.trim() === "" && w.need.why,
    form.decidedBy.trim() === "" && w.need.decided,
  ];
  return lacks.filter((one) => one !== false);
}

/** The request of a form that lacks nothing. */
export function requestOf(account: string, form: WatchForm): WatchRequest {
  return {
    account,
    purpose: form.purpose.trim(),
    factors: { ...form.factors },
    ground:
      form.ground === "authority"
        ? {
            kind: "authority",
            reference: form.reference.trim(),
            expires: readMoment(form.expires) ?? "",
          }
        : { kind: "none-needed", why: form.why.trim() },
    decided_by: form.decidedBy.trim(),
  };
}
