/** Made-up lexicons for the tests of the tab. */
import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type {
  CalibrationView,
  Commands,
  DecidedView,
  ErrorView,
  LexiconFileView,
  LexiconView,
  MovesView,
  ScoringView,
  TermView,
} from "../../../host";
import type { CommandSpec } from "../../../kit";
import { go } from "../../../lib/route";
import { recordHost, show } from "../../../record/testing";
import { SettingsArea } from "..";

/** A term nobody has checked. */
export function aTerm(term: string, change: Partial<TermView> = {}): TermView {
  return {
    term,
    category: "transport",
    meaning: "by boat",
    weight: 4,
    source: "to validate",
    date: "2026-11-27",
    reviewer: "",
    needs_linguist: true,
    ...change,
  };
}

/** The lexicon as it comes with the program. */
export const SORANI: LexiconView = {
  language: "ckb",
  name: "Kurdish, Sorani",
  version: "2026-11-27",
  terms: 2,
  unchecked: 1,
  is_own: false,
  officer: null,
  at: null,
};

/** Its terms. */
export const TERMS = [
  aTerm("بە بەلەم"),
  aTerm("gomone", {
    meaning: "rubber boat",
    source: "https://news.example/lajme",
    needs_linguist: false,
  }),
];

/** What the case scores with. */
export const SCORING: ScoringView = {
  review_from: 10,
  priority_from: 16,
  come_with: [10, 16],
  no_action_days: 90,
  no_action_days_come_with: 90,
  is_level: true,
  categories: [
    { code: "transport", letter: "T", name: "Transport", cap: 8 },
    { code: "route", letter: "R", name: "Route and places", cap: 4 },
  ],
};

/** How accounts were decided. */
export function decided(refer: number, hold: number, no_action: number): DecidedView {
  return {
    refer,
    hold,
    no_action,
    gone: Math.max(0, refer - 1),
    left_standing: Math.min(1, refer),
  };
}

/** What officers decided: enough in one band, a few in another, none in the last. */
export const DECIDED: CalibrationView = {
  bands: [
    { band: "priority", decided: decided(5, 1, 2) },
    { band: "review", decided: decided(1, 0, 3) },
    { band: "low", decided: decided(0, 0, 0) },
  ],
  terms: [
    { language: "ckb", term: "gomone", category: "transport", decided: decided(1, 0, 7) },
    { language: "ckb", term: "بە بەلەم", category: "transport", decided: decided(4, 0, 2) },
    { language: "xx", term: "gone", category: "odd", decided: decided(0, 0, 1) },
    { language: "ckb", term: "referred only", category: "route", decided: decided(3, 0, 0) },
  ],
};

/** What scoring again moves. */
export const MOVES: MovesView = {
  scored: 12_400,
  up: 5,
  down: 2,
  moved: [{ account: "account-7", label: "@made_up_7", from: "review", to: "priority" }],
};

/** What a chosen file says. */
export const FILE: LexiconFileView = {
  file_name: "ours.csv",
  version: "2026-12-01",
  faults: [],
  added: 3,
  changed: 2,
  removed: 1,
  unchanged: 340,
  is_taken: false,
};

/** What the core throws. */
export function refusal(message: string, code: ErrorView["code"] = "invalid"): ErrorView {
  return { code, message, rule: null, missing: [], incident: "" };
}

/** Opens Settings, with the keys of `specs`. */
export const opener =
  (specs: readonly CommandSpec[]) =>
  (answers: Partial<Commands> = {}, id: string | null = "ckb") =>
    openWith(specs, answers, id);

/** Settings over a host that keeps places and scores like the core: what was changed is not level. */
function openWith(specs: readonly CommandSpec[], answers: Partial<Commands>, id: string | null) {
  const places = new Map<string, string>();
  const state = { isLevel: true, version: SORANI.version };
  const changed = async () => {
    state.isLevel = false;
    return null;
  };
  const host = recordHost({
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    lexicons: async () => [{ ...SORANI, version: state.version }],
    lexiconTerms: async () => TERMS,
    scoring: async () => ({ ...SCORING, is_level: state.isLevel }),
    changeLexicon: changed,
    setBands: changed,
    calibration: async () => DECIDED,
    scoreAnew: async () => {
      state.isLevel = true;
      return MOVES;
    },
    cancel: async () => null,
    choose: async () => [{ token: "file-1", name: "ours.csv", size: "9" }],
    ...answers,
  });
  go({ area: "settings", tab: "lexicons", ...(id === null ? {} : { id }) });
  const mount = () => show(host, specs, <SettingsArea />);
  return { host, places, state, mount, view: mount(), user: userEvent.setup() };
}

type User = ReturnType<typeof userEvent.setup>;

/** Chooses in a list that opens. */
export async function choose(user: User, select: string, option: RegExp) {
  await user.click(screen.getByRole("button", { name: new RegExp(select) }));
  await user.click(await screen.findByRole("option", { name: option }));
}

/** Adds a term by hand. */
export async function add(user: User, term: string) {
  await user.click(await screen.findByRole("button", { name: "Add a term" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByLabelText(/^Term/), term);
  await choose(user, "Category", /Route/);
  await user.type(dialog.getByLabelText(/^Meaning/), "a way");
  await user.type(dialog.getByLabelText(/^Weight/), "3");
  await user.click(dialog.getByRole("button", { name: "Keep the term" }));
}
