/** Everything before a case is open. It knows nothing of what is in a case. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { type RecentCaseView, type SessionView, useHost } from "../../host";
import { QueryState } from "../../kit";
import { FirstScreen } from "./FirstScreen";
import { JoinForm } from "./JoinForm";
import { NewCase } from "./NewCase";
import { OpenForm } from "./OpenForm";
import styles from "./unlock.module.css";

export { Demonstrating, useIsDemonstrationMade } from "./Demonstrating";

type View =
  | { at: "first" }
  | { at: "open"; token: string; name: string }
  | { at: "new" }
  | { at: "join" };

/** The first screen, and the ways from there into a case. */
export function UnlockArea(props: {
  /** Why the case that was asked for at the start did not open; null if none was, or it was stopped. */
  failure?: unknown;
  onOpened: (session: SessionView) => void;
}): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["first-screen"],
    queryFn: () => host.commands.firstScreen(),
    staleTime: 0,
  });
  const [view, setView] = useState<View | null>(null);
  const back = useCallback(() => setView({ at: "first" }), []);
  const open = useCallback((place: Pick<RecentCaseView, "token" | "name">) => {
    setView({ at: "open", token: place.token, name: place.name });
  }, []);
  return (
    <main className={styles.ground}>
      <QueryState query={query}>
        {(first) => {
          const shown: View =
            view ??
            (first.locked
              ? { at: "open", token: first.locked.token, name: first.locked.name }
              : { at: "first" });
          switch (shown.at) {
            case "first":
              return (
                <FirstScreen
                  first={first}
                  failure={props.failure ?? null}
                  onOpen={open}
                  onNew={() => setView({ at: "new" })}
                  onJoin={() => setView({ at: "join" })}
                  onOpened={props.onOpened}
                />
              );
            case "open":
              return (
                <OpenForm
                  key={shown.token}
                  token={shown.token}
                  name={shown.name}
                  isLocked={first.locked?.token === shown.token}
                  onBack={back}
                  onOpened={props.onOpened}
                />
              );
            case "new":
              return <NewCase policy={first.policy} onBack={back} onOpened={props.onOpened} />;
            case "join":
              return <JoinForm onBack={back} onOpened={props.onOpened} />;
          }
        }}
      </QueryState>
    </main>
  );
}
