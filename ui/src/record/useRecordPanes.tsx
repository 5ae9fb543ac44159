import { type ReactNode, useState } from "react";
import type { AccountView, DoneView } from "../host";
import { ErrorState, Loading } from "../kit";
import { ActDialog } from "./act/ActDialog";
import { useAttach } from "./attach/useAttach";
import { type BesideAction, DecisionBar, type Position } from "./decide/DecisionBar";
import { Inspector } from "./inspector/Inspector";
import { ItemPane, type ItemTab } from "./item/ItemPane";
import { useAccount, useExclusions } from "./item/useAccount";
import { MarksProvider } from "./search/marks";

/** What a screen knows about the account it shows. */
export type RecordPlace = {
  id: string | null;
  tab: ItemTab;
  onTab: (tab: ItemTab) => void;
  /** Where it stands in the list. */
  position: Position | null;
  onDone: (account: AccountView, done: DoneView) => void;
  onUndone: (id: string) => void;
  onSkip?: (() => void) | undefined;
  /** What was searched for: it is marked in the account. */
  search: string;
  /** Shown while no account is open. */
  nothing: ReactNode;
};

/**
 * One account as every screen shows it: the item, what stands beside it, and the decision. While it
 * is on its way nothing of another account is shown in its place, and no key decides.
 */
export function useRecordPanes(place: RecordPlace): {
  account: AccountView | null;
  item: ReactNode;
  inspector: ReactNode;
  decision: ReactNode;
  dialogs: ReactNode;
} {
  const query = useAccount(place.id);
  const exclusions = useExclusions();
  const account = place.id === null ? null : (query.data ?? null);
  const attach = useAttach(account);
  const [acting, setActing] = useState<{ account: AccountView; action: BesideAction } | null>(null);
  const lines = exclusions.data;
  if (place.id === null) {
    return { account: null, item: place.nothing, inspector: null, decision: null, dialogs: null };
  }
  if (account === null || lines === undefined) {
    const error = query.error ?? exclusions.error;
    const retry = () => {
      void query.refetch();
      void exclusions.refetch();
    };
    return {
      account: null,
      item: error === null ? <Loading lines={9} /> : <ErrorState error={error} onRetry={retry} />,
      inspector: <Loading lines={4} />,
      decision: null,
      dialogs: null,
    };
  }
  return {
    account,
    item: (
      <MarksProvider account={account.id} search={place.search}>
        <ItemPane
          account={account}
          lines={lines}
          tab={place.tab}
          onTab={place.onTab}
          onAttach={attach.choose}
        />
      </MarksProvider>
    ),
    inspector: (
      <MarksProvider account={account.id} search={place.search}>
        <Inspector account={account} onAttach={attach.choose} />
      </MarksProvider>
    ),
    decision: (
      <DecisionBar
        key={account.id}
        account={account}
        lines={lines}
        position={place.position}
        onDone={(done) => place.onDone(account, done)}
        onUndone={place.onUndone}
        onSkip={place.onSkip}
        onAct={(action) => setActing({ account, action })}
      />
    ),
    dialogs: (
      <>
        {attach.dialogs}
        {acting !== null && (
          <ActDialog
            account={acting.account}
            action={acting.action}
            onClose={() => setActing(null)}
          />
        )}
      </>
    ),
  };
}
