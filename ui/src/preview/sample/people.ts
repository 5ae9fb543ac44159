/** Made-up answers about linguists and duty contacts. */
import type { Commands, DutyContactView } from "../../host";

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

export const peopleAnswers: Partial<Commands> = {
  dutyContacts: async () => contacts,
  putDutyContact: async () => contacts,
  removeDutyContact: async () => contacts,
  waitingLanguages: async () => [
    { code: "ckb", name: "Kurdish, Sorani", accounts: 7, is_read: false },
    { code: "ps", name: "Pashto", accounts: 2, is_read: false },
  ],
};
