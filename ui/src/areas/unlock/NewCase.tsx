/** The steps of a new case. Nothing is written before the recovery key has been typed back. */
import { type FormEvent, type ReactNode, useState } from "react";
import {
  type CheckUpView,
  type ImportResultView,
  type RecoveryKeyView,
  type SessionView,
  type UnitPolicyView,
  useHost,
} from "../../host";
import { Button, Confirm, ErrorState } from "../../kit";
import { AboutStep } from "./AboutStep";
import { type CaseForm, emptyForm, isStepWhole, STEPS, type Step, toRequest } from "./caseForm";
import { DoneStep } from "./DoneStep";
import { Keeping } from "./look/Keeping";
import { w as lookWords } from "./look/words";
import { NewPassphrase } from "./NewPassphrase";
import { OfficerStep } from "./OfficerStep";
import { OpenersStep } from "./OpenersStep";
import { RecoveryStep } from "./RecoveryStep";
import styles from "./unlock.module.css";
import { w } from "./words";

type NewCaseProps = {
  policy: UnitPolicyView | null;
  /** The look that becomes the case’s first import; null for an empty case. */
  keeps: CheckUpView | null;
  onBack: () => void;
  onOpened: (session: SessionView) => void;
};

/** Where the steps stand, and the ways forward and back. */
function useSteps(props: NewCaseProps) {
  const host = useHost();
  const [form, setForm] = useState<CaseForm>(() => emptyForm(props.policy));
  const [step, setStep] = useState<Step>("about");
  const [recovery, setRecovery] = useState<RecoveryKeyView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const change = (part: Partial<CaseForm>) => setForm((now) => ({ ...now, ...part }));
  const at = STEPS.indexOf(step);
  const begin = async () => {
    setBusy(true);
    try {
      setRecovery(await host.commands.beginCase(toRequest(form)));
      setStep("recovery");
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const forward = async (event: FormEvent) => {
    event.preventDefault();
    if (!isStepWhole(form, step) || isBusy) return;
    setError(null);
    if (step === "openers") await begin();
    else setStep(STEPS[at + 1] ?? step);
  };
  const backward = () => {
    setError(null);
    if (step === "recovery") setLeaving(true);
    else if (at === 0) props.onBack();
    else setStep(STEPS[at - 1] ?? step);
  };
  const leave = async () => {
    await host.commands.abandonCase().catch(() => undefined);
    props.onBack();
  };
  return {
    ...{ form, step, at, recovery, error, isBusy, isLeaving },
    ...{ change, forward, backward, leave, setError, setLeaving },
  };
}

type Steps = ReturnType<typeof useSteps>;

/** Makes a case, step by step. */
export function NewCase(props: NewCaseProps): ReactNode {
  const steps = useSteps(props);
  const [made, setMade] = useState<SessionView | null>(null);
  const [kept, setKept] = useState<readonly ImportResultView[] | null>(null);
  const isKept = props.keeps === null || kept !== null;
  if (made && !isKept) {
    return <Keeping onKept={setKept} onWithout={() => setKept([])} />;
  }
  if (made) {
    return <DoneStep session={made} kept={kept ?? []} onEnter={() => props.onOpened(made)} />;
  }
  return (
    <div className={styles.wizard}>
      <header>
        <p className={styles.quiet}>
          {props.keeps === null
            ? w.wizard.title
            : lookWords.keeping.from(props.keeps.files.map((file) => file.name).join(", "))}{" "}
          · {w.wizard.step(steps.at + 1, STEPS.length)}
        </p>
        <h1>{w.wizard.steps[steps.at]}</h1>
        <ol className={styles.steps} aria-hidden="true">
          {STEPS.map((name, index) => (
            <li key={name} data-done={index <= steps.at || undefined} />
          ))}
        </ol>
      </header>
      {steps.error !== null && <ErrorState error={steps.error} isInline />}
      {steps.step === "recovery" && steps.recovery ? (
        <RecoveryStep recovery={steps.recovery} onBack={steps.backward} onMade={setMade} />
      ) : (
        <StepForm steps={steps} policy={props.policy} />
      )}
      <Confirm
        title={w.wizard.abandon}
        isOpen={steps.isLeaving}
        onClose={() => steps.setLeaving(false)}
        onConfirm={steps.leave}
        action={w.wizard.abandon}
      >
        <p>{w.wizard.abandonText}</p>
      </Confirm>
    </div>
  );
}

function StepForm(props: { steps: Steps; policy: UnitPolicyView | null }): ReactNode {
  const { form, step, change } = props.steps;
  return (
    <form className={styles.sheet} onSubmit={(event) => void props.steps.forward(event)}>
      {step === "about" && (
        <AboutStep form={form} onChange={change} onFailed={props.steps.setError} />
      )}
      {step === "officer" && <OfficerStep form={form} onChange={change} />}
      {step === "passphrase" && (
        <NewPassphrase
          known={[form.title, form.reference, form.officerName, form.officerNumber]}
          onPassphrase={(passphrase) => change({ passphrase })}
          autoFocus
        />
      )}
      {step === "openers" && <OpenersStep form={form} policy={props.policy} onChange={change} />}
      <div className={styles.buttons}>
        <Button onPress={props.steps.backward}>{w.back}</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={props.steps.isBusy}
          isDisabled={!isStepWhole(form, step)}
        >
          {step === "openers" ? w.wizard.prepare : w.next}
        </Button>
      </div>
    </form>
  );
}
