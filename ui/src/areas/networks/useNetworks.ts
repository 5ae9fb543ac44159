import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { codeOf, type NetworkView, useHost } from "../../host";
import { newJob } from "../../kit";

/** The networks as they were last found, and the look for them while it goes on. */
export function useNetworks(): {
  networks: readonly NetworkView[] | undefined;
  /** The job that looks, for its progress. */
  job: string | null;
  isStopped: boolean;
  error: unknown;
  lookAgain: () => void;
} {
  const host = useHost();
  const client = useQueryClient();
  const [job, setJob] = useState<string | null>(null);
  const running = useRef<string | null>(null);
  const query = useQuery<readonly NetworkView[]>({
    queryKey: ["networks"],
    queryFn: async () => {
      const name = newJob();
      running.current = name;
      setJob(name);
      try {
        return await host.commands.networks(name);
      } finally {
        if (running.current === name) {
          running.current = null;
          setJob(null);
        }
      }
    },
    staleTime: 60_000,
  });
  // Leaving the area ends the look: nobody waits for it.
  useEffect(
    () => () => {
      if (running.current !== null) {
        void host.commands.cancel(running.current).catch(() => undefined);
      }
    },
    [host],
  );
  const isStopped = codeOf(query.error) === "cancelled";
  return {
    networks: query.data,
    job,
    isStopped,
    error: isStopped ? null : query.error,
    lookAgain: () => void client.invalidateQueries({ queryKey: ["networks"] }),
  };
}
