/** Everything before a case is open. It knows nothing of what is in a case. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import {
  type CheckUpView,
  type RecentCaseView,
  type SessionView,
  useHost,
  useHostEvent,
} from "../../host";
import { QueryState } from "../../kit";
import { FirstScreen } from "./FirstScreen";
import { JoinForm } from "./JoinForm";
import { LookResult } from "./look/LookResult";
import { useLook } from "./look/useLook";
import { NewCase } from "./NewCase";
import { OpenForm } from "./OpenForm";
import styles from "./unlock.module.css";

export { Demonstrating, useIsDemonstrationMade } from "./Demonstrating";

type View =
  | { at: "first" }
  | { at: "open"; token: string; name: string }
  | { at: "new"; keeps: CheckUpView | null }
  | { at: "look"; found: CheckUpView }
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
  const look = useLook((found) => setView({ at: "look", found }));
  const thrown = useThrownAway(query.data?.look_was_thrown_away === true, () =>
    setView((now) => (now?.at === "look" || now?.at === "new" ? { at: "first" } : now)),
  );
  return (
    <main className={styles.ground} data-wide={view?.at === "look" || undefined}>
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
                  onNew={() => setView({ at: "new", keeps: null })}
                  onJoin={() => setView({ at: "join" })}
                  onOpened={props.onOpened}
                  look={look}
                  wasThrownAway={thrown.wasThrownAway}
                  onUnderstood={thrown.understood}
                />
              );
            case "look":
              return (
                <LookResult
                  found={shown.found}
                  onKeep={() => setView({ at: "new", keeps: shown.found })}
                  onEnd={back}
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
              return (
                <NewCase
                  policy={first.policy}
                  keeps={shown.keeps}
                  onBack={() =>
                    setView(
                      shown.keeps === null ? { at: "first" } : { at: "look", found: shown.keeps },
                    )
                  }
                  onOpened={props.onOpened}
                />
              );
            case "join":
              return <JoinForm onBack={back} onOpened={props.onOpened} />;
          }
        }}
      </QueryState>
    </main>
  );
}

/** Whether to say that a look was thrown away; `onEnded` is told when it happens while the page is there. */
function useThrownAway(isTold: boolean, onEnded: () => void) {
  const [wasThrownAway, setThrownAway] = useState(false);
  useEffect(() => {
    if (isTold) setThrownAway(true);
  }, [isTold]);
  useHostEvent("check-up-ended", () => {
    setThrownAway(true);
    onEnded();
  });
  return { wasThrownAway, understood: () => setThrownAway(false) };
}
