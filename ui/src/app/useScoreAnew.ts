import { useEffect, useRef } from "react";
import { useToast } from "../kit";
import { useRoute } from "../lib/route";
import { useScoringRun } from "../record/scoringRun";
import { w } from "./words";

/**
 * Goes on with accounts that wait to be scored, once after the case was opened, and says what a run
 * moved wherever its list is not on screen. A run that moved nothing says nothing.
 */
export function useScoreAnew(): void {
  const toast = useToast();
  const { route } = useRoute();
  const { run, begin } = useScoringRun();
  const isListed = route.area === "settings" && route.tab === "lexicons";
  useEffect(() => void begin(), [begin]);
  const told = useRef(run);
  useEffect(() => {
    if (told.current === run) return;
    told.current = run;
    if (run.state !== "done" || isListed) return;
    const { up, down } = run.moves;
    if (up + down > 0) toast({ text: w.scoredAgain(up, down) });
  }, [run, isListed, toast]);
}
