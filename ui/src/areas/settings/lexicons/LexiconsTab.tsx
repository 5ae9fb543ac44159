/** What the case scores with: bands, lexicons and their terms, what was decided on them, and whether every account was scored. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { type LexiconView, useHost } from "../../../host";
import { QueryState, useCommand } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { useScoring } from "../../../record/scoringRun";
import { BandsCard } from "./BandsCard";
import { DecidedCard } from "./DecidedCard";
import type { OpenedTerm } from "./DecidedTerms";
import { LexiconCard } from "./LexiconCard";
import { LexiconList } from "./LexiconList";
import styles from "./lexicons.module.css";
import { ScoringStrip } from "./ScoringStrip";

/** Which lexicon is open, for which term, and which was left last: where the keys go on. */
function useOpened(chosen: LexiconView | undefined) {
  const { go } = useRoute();
  const left = useRef<string | null>(null);
  const [sought, setSought] = useState<OpenedTerm | null>(null);
  const open = (language: string | null, term: OpenedTerm | null = null) => {
    left.current = chosen?.language ?? null;
    // On the way back it stays, so that the keys go on at its line.
    if (language !== null) setSought(term);
    go(
      { area: "settings", tab: "lexicons", ...(language === null ? {} : { id: language }) },
      { replace: true },
    );
  };
  return { open, sought, left: left.current };
}

/** The tab: the bands, the list of lexicons and what officers decided, or the terms of the one that was chosen. */
export function LexiconsTab(): ReactNode {
  const host = useHost();
  const { route } = useRoute();
  const scoring = useScoring();
  const query = useQuery({ queryKey: ["lexicons"], queryFn: () => host.commands.lexicons() });
  const chosen = query.data?.find(({ language }) => language === route.id);
  const { open, sought, left } = useOpened(chosen);
  useCommand("back", () => open(null), chosen !== undefined);
  return (
    <div className={styles.tab}>
      <QueryState query={scoring}>
        {(view) => (
          <>
            <ScoringStrip scoring={view} />
            {chosen === undefined ? (
              <>
                <BandsCard scoring={view} />
                <QueryState query={query}>
                  {(lexicons) => (
                    <>
                      <LexiconList
                        lexicons={lexicons}
                        left={sought === null ? left : null}
                        onOpen={open}
                      />
                      <DecidedCard
                        lexicons={lexicons}
                        categories={view.categories}
                        left={left === null ? null : sought}
                        onOpen={(term) => open(term.language, term)}
                      />
                    </>
                  )}
                </QueryState>
              </>
            ) : (
              <LexiconCard
                key={chosen.language}
                lexicon={chosen}
                categories={view.categories}
                sought={sought?.language === chosen.language ? sought.term : ""}
                onLeave={() => open(null)}
              />
            )}
          </>
        )}
      </QueryState>
    </div>
  );
}
