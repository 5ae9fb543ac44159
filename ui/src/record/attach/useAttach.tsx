import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type AccountView, type ChosenView, useHost, useHostEvent } from "../../host";
import { useCommand, useToast } from "../../kit";
import { failed } from "../failed";
import { useActed } from "../RecordProvider";
import { AttachSheet } from "./AttachSheet";
import { EvidenceRules } from "./EvidenceRules";
import { areLists, onHandOver } from "./handOver";
import { useIsTyping } from "./useIsTyping";

/** What is to be attached: chosen or dropped files, or the picture on the clipboard. */
export type Attachable = { kind: "files"; files: readonly ChosenView[] } | { kind: "clipboard" };

type Ask = () => Promise<Attachable | null>;

type Step = { step: "rules"; ask: Ask } | { step: "sheet"; what: Attachable; account: AccountView };

/**
 * Attaching to the account on screen: by dialog, by dropping files on the window, or by pasting a
 * screenshot. Before the first attach of a case the unit's rules are read.
 */
export function useAttach(account: AccountView | null): { choose: () => void; dialogs: ReactNode } {
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const [step, setStep] = useState<Step | null>(null);
  const isTyping = useIsTyping();

  const begin = useCallback(
    async (ask: Ask) => {
      if (account === null) {
        return;
      }
      try {
        const session = await host.commands.session();
        if (session !== null && !session.evidence_rules_read) {
          setStep({ step: "rules", ask });
          return;
        }
        const what = await ask();
        if (what !== null) {
          acted(account.id);
          setStep({ step: "sheet", what, account });
        }
      } catch (error) {
        toast({ text: failed(error), tone: "warn" });
      }
    },
    [host, account, toast, acted],
  );
  const choose = useCallback(
    () =>
      void begin(async () => {
        const files = await host.commands.choose("evidence-files", null);
        return files.length > 0 ? { kind: "files", files } : null;
      }),
    [begin, host],
  );
  const isFree = account !== null && step === null;
  useCommand("account.attach", choose, isFree);
  useCommand(
    "account.paste",
    () => void begin(async () => ({ kind: "clipboard" })),
    isFree && !isTyping,
  );
  const take = useCallback(
    (files: readonly ChosenView[]) => {
      if (isFree && files.length > 0) {
        void begin(async () => ({ kind: "files", files }));
      }
    },
    [begin, isFree],
  );
  useEffect(() => (account === null ? undefined : onHandOver(take)), [account, take]);
  useHostEvent("dropped", ({ files }) => {
    if (!areLists(files)) take(files);
  });
  const close = () => setStep(null);
  return {
    choose,
    dialogs: step && <Dialogs step={step} onRead={(ask) => void begin(ask)} onClose={close} />,
  };
}

function Dialogs(props: {
  step: Step;
  onRead: (ask: Ask) => void;
  onClose: () => void;
}): ReactNode {
  const { step, onClose } = props;
  if (step.step === "rules") {
    return (
      <EvidenceRules
        onRead={() => {
          onClose();
          props.onRead(step.ask);
        }}
        onClose={onClose}
      />
    );
  }
  return <AttachSheet account={step.account} what={step.what} onClose={onClose} />;
}
