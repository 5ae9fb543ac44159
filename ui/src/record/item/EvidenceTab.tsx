import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Button, Card, EmptyState } from "../../kit";
import { ExhibitLine } from "../exhibit/ExhibitLine";
import { useExhibits } from "../exhibit/ExhibitProvider";
import { alikeGroups } from "../exhibit/Thumb";
import { w } from "../words";

/** Every exhibit of the account with what is recorded about it, newest first. */
export function EvidenceTab(props: { account: AccountView; onAttach: () => void }): ReactNode {
  const { account } = props;
  const { open } = useExhibits();
  if (account.exhibits.length === 0) {
    return (
      <EmptyState
        title={w.noEvidence}
        icon="attach"
        action={
          <Button command="account.attach" onPress={props.onAttach}>
            {w.attach.button}
          </Button>
        }
      >
        {w.noEvidenceHow}
      </EmptyState>
    );
  }
  const shown = new Set(alikeGroups(account.exhibits).map((group) => group[0]?.id));
  return (
    <Card>
      {account.exhibits.map((exhibit) => (
        <ExhibitLine
          key={exhibit.id}
          exhibit={exhibit}
          isRepeated={!shown.has(exhibit.id)}
          onOpen={() => open(account.exhibits, exhibit.id)}
        />
      ))}
    </Card>
  );
}
