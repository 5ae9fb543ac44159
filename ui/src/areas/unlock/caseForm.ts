/** What the steps of a new case gather. */
import type { ChosenView, Marking, NewCaseRequest, UnitPolicyView } from "../../host";

/** Who besides the officer can open the case. */
export type WhoElse = "policy" | "pasted" | "nobody";

/** Everything a new case needs; what is not answered yet is null or empty. */
export type CaseForm = {
  readonly title: string;
  readonly reference: string;
  readonly marking: Marking | null;
  readonly place: ChosenView | null;
  readonly officerName: string;
  readonly officerNumber: string;
  readonly passphrase: string | null;
  readonly whoElse: WhoElse | null;
  readonly pasted: string;
  readonly required: readonly string[];
};

/** The steps before the case is written, in order. */
export const STEPS = ["about", "officer", "passphrase", "openers", "recovery"] as const;

/** One step. */
export type Step = (typeof STEPS)[number];

/** Nothing is filled in but what the unit's policy requires. */
export function emptyForm(policy: UnitPolicyView | null): CaseForm {
  const required = policy?.recovery_recipients ?? [];
  return {
    title: "",
    reference: "",
    marking: null,
    place: null,
    officerName: "",
    officerNumber: "",
    passphrase: null,
    whoElse: required.length > 0 ? "policy" : null,
    pasted: "",
    required,
  };
}

/** The recipients in pasted words. */
export function recipientsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== "");
}

/** True for something shaped like an age recipient; the core reads it in full. */
export function isRecipient(word: string): boolean {
  return /^age1[02-9ac-hj-np-z]{10,}$/.test(word);
}

/** True if the step's questions are answered. */
export function isStepWhole(form: CaseForm, step: Step): boolean {
  switch (step) {
    case "about":
      return (
        form.title.trim() !== "" &&
        form.reference.trim() !== "" &&
        form.marking !== null &&
        form.place !== null
      );
    case "officer":
      return form.officerName.trim() !== "" && form.officerNumber.trim() !== "";
    case "passphrase":
      return form.passphrase !== null;
    case "openers":
      if (form.whoElse !== "pasted") return form.whoElse !== null;
      return recipientsIn(form.pasted).length > 0 && recipientsIn(form.pasted).every(isRecipient);
    case "recovery":
      return true;
  }
}

/** The form as the core takes it. */
export function toRequest(form: CaseForm): NewCaseRequest {
  return {
    place: form.place?.token ?? "",
    title: form.title.trim(),
    reference: form.reference.trim(),
    marking: form.marking ?? "OFFICIAL-SENSITIVE",
    officer_name: form.officerName.trim(),
    officer_number: form.officerNumber.trim(),
    passphrase: form.passphrase ?? "",
    unit_recovery: unitRecipients(form),
  };
}

function unitRecipients(form: CaseForm): string[] {
  switch (form.whoElse) {
    case "policy":
      return [...form.required];
    case "pasted":
      return recipientsIn(form.pasted);
    case "nobody":
    case null:
      return [];
  }
}
