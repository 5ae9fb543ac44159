/** What the case scores with: bands, lexicons and their terms, and whether every account was scored. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { useHost } from "../../../host";
import { QueryState, useCommand } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { useScoring } from "../../../record/scoringRun";
import { BandsCard } from "./BandsCard";
import { LexiconCard } from "./LexiconCard";
import { LexiconList } from "./LexiconList";
import styles from "./lexicons.module.css";
import { ScoringStrip } from "./ScoringStrip";

/** The tab: the bands and the list of lexicons, or the terms of the one that was chosen. */
export function LexiconsTab(): ReactNode {
  const host = useHost();
  const { route, go } = useRoute();
  const scoring = useScoring();
  const query = useQuery({ queryKey: ["lexicons"], queryFn: () => host.commands.lexicons() });
  const chosen = query.data?.find(({ language }) => language === route.id);
  const left = useRef<string | null>(null);
  const open = (language: string | null) => {
    left.current = chosen?.language ?? null;
    go(
      { area: "settings", tab: "lexicons", ...(language === null ? {} : { id: language }) },
      { replace: true },
    );
  };
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
                    <LexiconList lexicons={lexicons} left={left.current} onOpen={open} />
                  )}
                </QueryState>
              </>
            ) : (
              <LexiconCard
                key={chosen.language}
                lexicon={chosen}
                categories={view.categories}
                onLeave={() => open(null)}
              />
            )}
          </>
        )}
      </QueryState>
    </div>
  );
}
