/** Made-up registers and pasted links. */
import type {
  Commands,
  LinkGroup,
  LinkView,
  RegisterEntryView,
  RegisterHitView,
  RegisterList,
} from "../../host";
import { hours } from "./base";

/** A hit of the made-up register. */
export function aHit(list: RegisterList, part: Partial<RegisterHitView> = {}): RegisterHitView {
  return {
    entry: `0190f000-0000-7000-8000-${list}`,
    list,
    owner: "Harbour Dispatch, newsroom",
    contact: "newsdesk@harbour-dispatch.example",
    note: null,
    expires: null,
    matched_by: "id",
    as_written: "tiktok:#7312004599172456",
    ...part,
  };
}

const ENTRIES: readonly RegisterEntryView[] = (
  [
    [
      "protected",
      "hxxps://www.facebook[.]com/shore.report.540",
      "facebook",
      "Harbour Dispatch, newsroom",
      1,
    ],
    ["protected", "harbour-dispatch[.]example", null, "Harbour Dispatch, newsroom", 0],
    ["protected", "+44 7700 900148", null, "Sea Help, rescue line", 2],
    ["ask-first", "tiktok:@angli.express7", "tiktok", "Regional desk 3", 1],
    ["ask-first", "hxxps://t[.]me/portdispatch_old", "telegram", "Press office", 0],
    [
      "already-referred",
      "hxxps://www.tiktok[.]com/@safar.london.387",
      "tiktok",
      "Partner unit, Lille",
      1,
    ],
    ["never-links", "hxxps://wa[.]me/447700900999", "whatsapp", "A messenger’s help line", 0],
  ] as const
).map(([list, shown, platform, owner, accounts], n) => ({
  id: `0190f000-0000-7000-8000-00000000000${n}`,
  list,
  as_written: shown,
  shown,
  platform,
  owner,
  contact: n === 6 ? null : `desk${n}@occ.example`,
  note: n === 1 ? "every page below it" : null,
  expires: n === 4 ? { at: hours(-9000), precision: "day", raw: null, zone: null } : null,
  is_expired: n === 4,
  accounts,
}));

function aLink(group: LinkGroup, input: string, part: Partial<LinkView> = {}): LinkView {
  return {
    input,
    key: `made-up:${input}`,
    platform: "tiktok",
    kind: "account",
    known: false,
    status: null,
    register: null,
    account: null,
    label: null,
    group,
    shown: input.replace("https://", "hxxps://"),
    registers: [],
    warnings: [],
    ...part,
  };
}

const known = (label: string, status: LinkView["status"]): Partial<LinkView> => ({
  known: true,
  status,
  label,
  account: "0190a000-0000-7000-8000-000000000002",
});

/** Answers about registers and pasted links. */
export const registerAnswers: Partial<Commands> = {
  registers: async (request) => {
    const wanted = request.search.toLowerCase();
    const rows = ENTRIES.filter(
      (entry) =>
        (request.list === null || entry.list === request.list) &&
        `${entry.shown} ${entry.owner} ${entry.contact}`.toLowerCase().includes(wanted),
    );
    return {
      rows: rows.slice(request.offset, request.offset + request.limit),
      total: rows.length,
      counts: (["protected", "ask-first", "already-referred", "never-links"] as const).map(
        (list) => ({
          list,
          entries: ENTRIES.filter((entry) => entry.list === list).length,
        }),
      ),
      batches: [
        {
          batch: "0190e000-0000-7000-8000-000000000009",
          file_name: "unit register, november.csv",
          at: hours(-30),
          officer: "4417",
          counts: {
            read: 9,
            created: 7,
            updated: 0,
            unchanged: 0,
            merged: 1,
            rejected: 1,
            erased: 0,
          },
        },
      ],
    };
  },
  registerHits: async (accounts) =>
    accounts.slice(0, 1).map((account) => ({ account, hits: [aHit("protected")] })),
  registerAccounts: async () => [],
  previewRegister: async () => ({
    file_name: "unit register.csv",
    sha256: "a3c1f0d9".repeat(8),
    encoding: "utf-8",
    delimiter: ",",
    header_line: 1,
    columns: [
      { header: "key_or_url", field: "key-or-url" },
      { header: "list", field: "list" },
      { header: "colour", field: "ignored" },
    ],
    counts: { read: 4, created: 2, updated: 1, unchanged: 0, merged: 0, rejected: 1, erased: 0 },
    rows: [
      {
        line: 4,
        fate: "rejected",
        label: "@somebody · protected",
        why: "a handle, but not of which platform",
        register: null,
        changes: [],
      },
      {
        line: 2,
        fate: "created",
        label: "protected: harbour-dispatch.example",
        why: "",
        register: null,
        changes: [],
      },
      {
        line: 3,
        fate: "updated",
        label: "ask-first: tiktok:@angli.express7",
        why: "owner: nothing → “Regional desk 3”",
        register: null,
        changes: [],
      },
    ],
  }),
  importRegister: async () => ({
    batch: "0190e000-0000-7000-8000-000000000010",
    encoding: "utf-8",
    delimiter: ",",
    header_line: 1,
    sheet: null,
    mapping: null,
    warnings: [],
    read: 4,
    created: 2,
    updated: 1,
    unchanged: 0,
    merged: 0,
    rejected: 1,
    erased: 0,
  }),
  lookUpLinks: async (text) =>
    text.trim() === "nothing"
      ? []
      : [
          aLink("removed", "https://www.tiktok.com/@angli_24h", known("@angli_24h", "closed")),
          aLink("waiting", "https://www.tiktok.com/@boza_uk", known("@boza_uk", "sent")),
          aLink("protected", "https://www.facebook.com/shore.report.540", {
            platform: "facebook",
            register: "protected",
            registers: [aHit("protected")],
          }),
          aLink("ask-first", "https://www.tiktok.com/@angli.express7", {
            ...known("@angli.express7", "new"),
            register: "ask-first",
            registers: [
              aHit("ask-first", { owner: "Regional desk 3", contact: "desk3@occ.example" }),
            ],
          }),
          aLink("short-link", "https://vm.tiktok.com/ZMmadeup1/", { kind: "short-link" }),
          aLink(
            "known",
            "https://www.tiktok.com/@udhetim_angli.24",
            known("@udhetim_angli.24", "in-review"),
          ),
          aLink("new", "https://x.com/made_up_new", { platform: "x" }),
          aLink("new", "https://t.me/made_up_route", { platform: "telegram" }),
          aLink("not-added", "@lonely_one", {
            platform: null,
            warnings: [
              { code: "no-platform", what: "A handle, but it is not said of which platform." },
            ],
          }),
        ],
  addLinks: async () => ({
    batch: "0190e000-0000-7000-8000-000000000011",
    encoding: "utf-8",
    delimiter: ",",
    header_line: 1,
    sheet: null,
    mapping: null,
    warnings: [],
    read: 2,
    created: 2,
    updated: 0,
    unchanged: 0,
    merged: 0,
    rejected: 0,
    erased: 0,
  }),
  copyLinks: async () => "@made_up_new · X · hxxps://x[.]com/made_up_new",
};
