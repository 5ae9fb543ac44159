/** The answers of the core, held while they are on screen and dropped when the case locks. */
import { QueryClient } from "@tanstack/react-query";
import { codeOf } from "../host";

/** Makes the store of answers. An answer that a rule gave is not asked for again by itself. */
export function makeQueryClient(onLocked: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        networkMode: "always",
        retry: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  client.getQueryCache().subscribe((event) => {
    if (
      event.type === "updated" &&
      event.action.type === "error" &&
      codeOf(event.action.error) === "locked"
    ) {
      onLocked();
    }
  });
  return client;
}
