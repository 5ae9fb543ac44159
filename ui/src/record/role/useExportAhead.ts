/** What an export would hold, counted by the core as it will write it. */
import { useQuery } from "@tanstack/react-query";
import { type ExportAheadView, type ListRequest, useHost } from "../../host";

type Asked = { list: ListRequest; accounts: string[]; except: string[] };

function useAhead(chosen: Asked) {
  const host = useHost();
  return useQuery<ExportAheadView>({
    queryKey: ["accounts", "export-ahead", chosen],
    queryFn: () =>
      host.commands.exportAhead({
        ...chosen,
        place: "",
        columns: [],
        recipient: "",
        purpose: "",
        with_kept_apart: false,
        grading: null,
        keeps_grading: false,
      }),
    placeholderData: (before) => before,
  });
}

/** Accounts and those kept apart; null while they are counted. */
export function useExportAhead(chosen: Asked): ExportAheadView | null {
  const { data, isPlaceholderData } = useAhead(chosen);
  return isPlaceholderData ? null : (data ?? null);
}

/** The same, with what kept it from being counted. */
export function useExportCount(list: ListRequest): {
  ahead: ExportAheadView | null;
  error: unknown;
} {
  const { data, isPlaceholderData, error } = useAhead({ list, accounts: [], except: [] });
  return { ahead: isPlaceholderData ? null : (data ?? null), error };
}
