import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useScoringRun } from "../../../record/scoringRun";

/** Asks again for what a change of lexicons or bands made old, and begins to score the accounts again. */
export function useAfterChange(): () => Promise<void> {
  const client = useQueryClient();
  const { begin } = useScoringRun();
  return useCallback(async () => {
    const keys = ["lexicons", "lexicon-terms", "scoring"];
    await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
    void begin();
  }, [client, begin]);
}
