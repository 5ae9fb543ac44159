import type { Operation } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const entries = (n: number) => plural(n, "entry", "entries");

const operations: Record<Operation, string> = {
  collection: "Collection",
  alteration: "Alteration",
  consultation: "Consultation",
  disclosure: "Disclosure",
  combination: "Combination",
  erasure: "Erasure",
};

const meanings: Record<Operation, string> = {
  collection: "made, imported, attached",
  alteration: "changed",
  consultation: "looked at",
  disclosure: "given to someone",
  combination: "linked or merged",
  erasure: "erased",
};

/** Words of the area Audit log. */
export const w = catalogue("audit", {
  title: "Audit log",
  command: { verify: "Verify the case" },
  operations,
  meanings,

  list: {
    label: "Audit entries, newest first",
    all: "All",
    seq: "Entry",
    empty: "No entry of this kind",
    emptyText: "Nothing of this kind has been done in this case.",
    clear: "Show all operations",
  },

  entry: {
    label: "Entry",
    title: (seq: number) => `Entry ${count(seq)}`,
    none: "Choose an entry",
    noneText:
      "It shows who did what, when, to which records, and the hash that holds it in the chain.",
    gone: (seq: string) => `There is no entry ${seq} in this case.`,
    said: "What was done",
    at: "When",
    officer: "Officer",
    operation: "Operation",
    action: "As the log names it",
    subject: "To what",
    subjects: "Records",
    noSubjects: "The case as a whole",
    cutSubjects: (shown: number, of: number) => `${count(shown)} of ${count(of)} shown`,
    showSubjects: (of: number) => `Show all ${count(of)}`,
    texts: "Words kept with it",
    hash: "Chain at this entry, SHA-256",
    hashNote:
      "Made of this entry and of everything before it. Changing any entry changes every hash after it.",
    copyHash: "Copy the hash",
    copyIds: "Copy the record ids",
    copy: "Copy",
    copied: "Copied to the clipboard.",
    notCopied: "The clipboard is not to be had. Mark the text and copy it with the keyboard.",
    names: {
      reason: "Reason",
      recipient: "Recipient",
      purpose: "Purpose",
      search: "Search",
    } as Record<string, string>,
  },

  verify: {
    pane: "Verify",
    title: "Is the case whole?",
    lead: "Reads the database, the audit chain and the evidence, and compares each with what was written. Changes nothing.",
    full: "Also decrypt and compare every exhibit",
    fullNote: "Takes longest. Without it, only that each exhibit’s object is there.",
    action: "Verify the case",
    again: "Verify again",
    running: "Verifying",
    failed: "The check did not finish",
    never: "Not checked in this session.",
    cancelled: "The check was stopped. It says nothing about the case.",
    whole: "Nothing is damaged or missing",
    damaged: "The case is damaged",
    damagedDo:
      "Stop working in it. Change, move and delete nothing in its folder. Make a copy of the whole folder, tell your supervisor, and open the last backup elsewhere.",
    damagedShort: "Stop working in it. Change, move and delete nothing in its folder.",
    showFound: "Show what was found",
    checkedAt: "Checked ",
    kept: "This result stays here until a later check finds nothing wrong.",
    sound: "sound",
    bad: "damaged",
    unseen: "could not be looked at",
    database: "Database",
    databaseBad: "It cannot be read as it was written.",
    chain: "Audit chain",
    chainOk: (n: number) => `${entries(n)}, each following from the one before`,
    chainBad: (seq: number | null) =>
      seq === null ? "The chain does not agree." : `First wrong at entry ${count(seq)}.`,
    openBad: (seq: number) => `Open entry ${count(seq)}`,
    head: "Head",
    copyHead: (short: string) => `${short}, copy the head of the chain`,
    evidence: "Evidence",
    evidenceOk: (n: number) => `${plural(n, "object", "objects")} checked`,
    evidenceNone: "no exhibit yet",
    evidenceDamaged: (n: number) =>
      `${plural(n, "exhibit does", "exhibits do")} not hold the bytes that were attached:`,
    evidenceMissing: (n: number) =>
      `${plural(n, "exhibit’s object is", "exhibits’ objects are")} not there:`,
    unreferenced: (n: number) =>
      `${plural(n, "object or slot is", "objects or slots are")} named by nothing in the case; swept at the next unlock.`,
    temporary: (n: number) =>
      `${plural(n, "temporary file is", "temporary files are")} left over; swept at the next unlock.`,
    index: "Search index",
    indexState: {
      ok: "in step with the case",
      behind: "catching up; nothing is lost",
      damaged: "damaged; it can be made again from the case",
      missing: "missing; it can be made again from the case",
    } as Record<string, string>,
    items: "Kept items",
    itemsOk: (n: number) => `${plural(n, "item is", "items are")} kept as the events tell`,
    itemsBad: (n: number) =>
      `${plural(n, "item is", "items are")} not kept as the events tell. Figures are counted from them, and nothing else; they can be made again from the events.`,
    itemFaults: {
      missing: (n: number) => `item ${count(n)} is missing`,
      differs: (n: number) => `item ${count(n)} differs`,
      unreadable: (n: number) => `item ${count(n)} cannot be read`,
      "left-over": (n: number) => `item ${count(n)} is of nothing that was sent`,
    },
    itemsMore: (n: number) => `and ${count(n)} more`,
    openAccount: "Open the account",
    itemsAnew: "Make them again from the events",
    itemsMaking: "Working out from the events",
    files: "Files of the folder",
    filesOk: "agree with the case",
    filesBad: (n: number) => `${plural(n, "file does", "files do")} not agree with the case:`,
    cannot:
      "What no check can find: entries cut off after the last saved head, and the whole folder put back to an older state.",
  },

  about: {
    title: "What is logged",
    text: "Every collection, alteration, consultation, disclosure, combination and erasure, as section 62 of the Data Protection Act 2018 asks: what, when, and by whom; for a disclosure also to whom. An entry is written in the same step as the act, and can be neither changed nor left out.",
    looked:
      "A record counts as consulted once it has been open for two seconds or acted on. A run of records flicked past is one entry with their ids.",
    useTitle: "What the log may be used for",
    useLead: "Only for these four (s. 62(4)):",
    uses: [
      "to verify that the processing is lawful",
      "to assist with self-monitoring, including internal disciplinary proceedings",
      "to ensure the integrity and security of personal data",
      "for the purposes of criminal proceedings",
    ].join("\n"),
    useNot: "It does not feed statistics about officers.",
  },
});
