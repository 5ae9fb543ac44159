/** Made-up answers about linguists, duty contacts, and an officer’s own day. */
import type { CareView, Commands, DutyContactView } from "../../host";
import { hours } from "./base";

const contacts: DutyContactView[] = [
  {
    code: "coastguard",
    kinds: ["life-at-sea"],
    name: "HM Coastguard",
    how: "telephone, ask for the Coastguard",
    number: "999",
    note: "The operator puts you through to the centre of the area.",
    standing: "sourced",
    source: "made up",
    date: "2026-11-28",
    review_by: "2027-05-27",
    is_overdue: false,
  },
  {
    code: "desk",
    kinds: ["life-at-sea", "hostage", "missing", "child", "trafficking", "other"],
    name: "The unit’s duty desk",
    how: "telephone",
    number: "",
    note: "The unit enters its own number.",
    standing: "unsourced",
    source: "No public source",
    date: "2026-11-28",
    review_by: "2026-11-01",
    is_overdue: true,
  },
];

const day: CareView = {
  opened_today: 7,
  since_break: 4,
  run_began: "2026-11-28T09:10:00Z",
  is_break_due: false,
  rule: {
    rule: { items: 20, minutes: 60, pause_minutes: 10, contact: "" },
    is_of_unit: false,
    source: "made up",
  },
};

export const peopleAnswers: Partial<Commands> = {
  dutyContacts: async () => contacts,
  putDutyContact: async () => contacts,
  removeDutyContact: async () => contacts,
  translate: async (request) => ({
    id: "0190a000-0000-7000-8003-000000000002",
    post: request.post,
    text: request.text,
    status: request.status,
    by: request.by,
    at: hours(0),
    officer: "4417",
    note: null,
    is_of_earlier_text: false,
  }),
  care: async () => day,
  takeBreak: async () => ({ ...day, since_break: 0, run_began: null }),
  setBreakRule: async (rule) => ({ rule, is_of_unit: true, source: "The unit" }),
  waitingLanguages: async () => [
    { code: "ckb", name: "Kurdish, Sorani", accounts: 7, is_read: false },
    { code: "ps", name: "Pashto", accounts: 2, is_read: false },
  ],
};
