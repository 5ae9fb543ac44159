/** Made-up links and networks. */
import type { AccountRow, Commands, LinkedView, NetworkValueView } from "../../host";

/** Answers about what accounts share. */
export function linkAnswers(
  listed: Commands["listAccounts"],
): Pick<
  Commands,
  | "accountLinks"
  | "networks"
  | "declare"
  | "renameNetwork"
  | "takeBackDeclaration"
  | "mergeAccounts"
  | "takeBackMerge"
  | "chooseMergedField"
  | "saySuccession"
  | "takeBackSuccession"
> {
  const rows = async (n: number) =>
    (
      await listed({
        scope: "all",
        search: "",
        statuses: [],
        platforms: [],
        only_readable: false,
        assigned: null,
        tags: [],
        order: "imported",
        is_descending: false,
        offset: 3,
        limit: n,
      })
    ).rows;
  return {
    accountLinks: async () => {
      const links: LinkedView[] = (await rows(3)).map((account, n) => ({
        account,
        is_network: n === 0,
        said: [],
        succession: null,
        reasons: [
          { kind: "phone", said: "same number", value: "+447700900417" },
          ...(n === 0 ? [{ kind: "text" as const, said: "same text", value: "" }] : []),
        ],
      }));
      return {
        links,
        total: 3,
        why_none: null,
        chain: [],
        shared: [
          {
            kind: "phone",
            value: "+447700900999",
            accounts: 215,
            why: "stands on the register of what never links",
          },
        ],
      };
    },
    declare: async () => ({ id: "declaration-1", set: "set-1" }),
    renameNetwork: async () => "set-1",
    takeBackDeclaration: async () => "set-1",
    mergeAccounts: async () => ({ id: "merge-1", set: "set-1" }),
    takeBackMerge: async () => "set-1",
    chooseMergedField: async () => "set-1",
    saySuccession: async () => ({ id: "succession-1", set: "set-1" }),
    takeBackSuccession: async () => "set-1",
    networks: async () => {
      const accounts = await rows(60);
      return accounts.slice(0, 3).map((head, n) => {
        const mine = accounts.slice(n * 3, n * 3 + 60 - n * 20);
        return {
          head: head.id,
          label: head.label,
          is_named: false,
          said: [],
          removed: 0,
          first_seen: "2026-09-01T00:00:00Z",
          last_seen: "2026-11-20T00:00:00Z",
          lives: 1,
          timeline: [],
          size: 60 - n * 20,
          to_review: 4 * (2 - n),
          platforms: [
            ["tiktok", 30],
            ["facebook", 30],
          ],
          reasons: [
            ["phone", 3],
            ["contact", 1],
            ["text", 2],
          ],
          accounts: mine,
          values: valuesOf(mine),
        };
      });
    },
  };
}

function valuesOf(rows: readonly AccountRow[]): NetworkValueView[] {
  const every = (step: number, of: number) =>
    rows.filter((_, n) => n % of === step).map((row) => row.id);
  return [
    ...[0, 1, 2].map((k) => ({
      kind: "phone" as const,
      value: `+44770090041${k}`,
      accounts: every(k, 3),
    })),
    { kind: "contact", value: "@سفر_آسان", accounts: every(1, 7) },
    { kind: "text", value: "", accounts: every(2, 5) },
    { kind: "text", value: "", accounts: every(4, 11) },
  ];
}
