import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { type AccountView, type AssessmentDraft, codeOf, useHost } from "../host";
import { type SaveStateName, useToast } from "../kit";
import { onFlush } from "../lib/flush";
import { CARE_KEY } from "./care/useCare";
import { Consultation } from "./consultation";
import { DraftDesk, type DraftEntry } from "./drafts";
import { w } from "./words";

type Records = { desk: DraftDesk; acted: (id: string) => void };

const RecordContext = createContext<Records | null>(null);

/**
 * Everything below shows records of accounts. `current` is the account on screen: reading it is
 * logged. What is typed about any account is kept, also when it leaves the screen or the case locks.
 */
export function RecordProvider(props: { current: string | null; children: ReactNode }): ReactNode {
  const desk = useDesk();
  const acted = useConsultation(props.current);
  const records = useMemo(() => ({ desk, acted }), [desk, acted]);
  return <RecordContext value={records}>{props.children}</RecordContext>;
}

function useDesk(): DraftDesk {
  const host = useHost();
  const client = useQueryClient();
  const desk = useMemo(
    () =>
      new DraftDesk(async (id, draft) => {
        await host.commands.saveAssessmentDraft(id, draft);
        client.setQueryData<AccountView>(["account", id], (view) => view && { ...view, draft });
      }),
    [host, client],
  );
  useEffect(() => {
    const stop = onFlush(() => desk.flush());
    return () => {
      stop();
      void desk.flush();
    };
  }, [desk]);
  return desk;
}

function useConsultation(current: string | null): (id: string) => void {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const consultation = useMemo(() => {
    const failed = (error: unknown) => {
      if (codeOf(error) !== "locked") {
        toast({ text: w.consultationNotLogged, tone: "warn" });
      }
    };
    return new Consultation({
      opened: (id) =>
        void host.commands
          .accountOpened(id)
          .then(() => client.invalidateQueries({ queryKey: CARE_KEY }))
          .catch(failed),
      flicked: (ids) => void host.commands.accountsFlicked(ids).catch(failed),
    });
  }, [client, host, toast]);
  useEffect(() => consultation.show(current), [consultation, current]);
  useEffect(() => {
    const settle = () => {
      consultation.settle();
      return true;
    };
    const resume = () => consultation.show(current);
    const stop = onFlush(settle);
    window.addEventListener("blur", settle);
    window.addEventListener("focus", resume);
    return () => {
      stop();
      window.removeEventListener("blur", settle);
      window.removeEventListener("focus", resume);
    };
  }, [consultation, current]);
  useEffect(() => () => consultation.settle(), [consultation]);
  return useMemo(
    () => (id: string) => {
      consultation.show(id);
      consultation.act();
    },
    [consultation],
  );
}

function useRecords(): Records {
  const records = useContext(RecordContext);
  if (!records) {
    throw new Error("A record is shown outside a RecordProvider");
  }
  return records;
}

/** Says that the officer acted on an account: from then on it counts as read. */
export function useActed(): (id: string) => void {
  return useRecords().acted;
}

/** What this officer typed about the account and has not decided. */
export function useDraft(account: AccountView): {
  draft: AssessmentDraft;
  kept: SaveStateName;
  change: (patch: Partial<AssessmentDraft>) => void;
  entry: DraftEntry;
} {
  const { desk, acted } = useRecords();
  const entry = desk.entry(account);
  const { draft, kept } = useSyncExternalStore(entry.subscribe, entry.read);
  useEffect(() => () => void entry.flush(), [entry]);
  const { id } = account;
  const change = useMemo(
    () => (patch: Partial<AssessmentDraft>) => {
      acted(id);
      entry.change(patch);
    },
    [acted, entry, id],
  );
  return { draft, kept, change, entry };
}
