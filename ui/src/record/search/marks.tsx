import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { type TextKind, type TextMarksView, useHost } from "../../host";
import type { Span } from "../../lib/points";

const MarksContext = createContext<readonly TextMarksView[]>([]);

/** Everything below shows one account: what the search found in its texts is marked there. */
export function MarksProvider(props: {
  account: string;
  search: string;
  children: ReactNode;
}): ReactNode {
  const { account, search } = props;
  const host = useHost();
  const found = useQuery({
    queryKey: ["account-marks", account, search],
    queryFn: () => host.commands.accountMarks(account, search),
    enabled: search.trim() !== "",
  });
  return <MarksContext value={found.data ?? []}>{props.children}</MarksContext>;
}

/** What the search found in one text of the account. */
export function useMarks(kind: TextKind, id: string | null = null): readonly Span[] | undefined {
  return useContext(MarksContext).find((one) => one.kind === kind && one.id === id)?.marks;
}
