import type { AccountView, AssessmentDraft } from "../host";
import type { SaveStateName } from "../kit";
import { DraftKeeper } from "./draftKeeper";

/** What is typed about an account and whether it is kept. */
export type DraftState = { readonly draft: AssessmentDraft; readonly kept: SaveStateName };

/** Saves the draft of one account. */
export type SaveDraft = (account: string, draft: AssessmentDraft) => Promise<unknown>;

/** The draft of one account: one value, however many fields show it. */
export class DraftEntry {
  #state: DraftState;
  readonly #keeper: DraftKeeper<AssessmentDraft>;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly version: number,
    draft: AssessmentDraft,
    save: (draft: AssessmentDraft) => Promise<unknown>,
  ) {
    this.#state = { draft, kept: "idle" };
    this.#keeper = new DraftKeeper(draft, save, (kept) => this.#tell({ ...this.#state, kept }));
  }

  read = (): DraftState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes some fields; they are saved after a pause. */
  change = (patch: Partial<AssessmentDraft>): void => {
    const draft = { ...this.#state.draft, ...patch };
    this.#tell({ ...this.#state, draft });
    this.#keeper.change(draft);
  };

  /** Saves now; resolves when everything is saved, or with false if saving failed. */
  flush = (): Promise<boolean> => this.#keeper.flush();

  /** Nothing of it is saved any more. */
  drop = (): Promise<unknown> => this.#keeper.drop();

  #tell(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/**
 * The drafts of the accounts looked at since the area was opened. A draft begins as the core kept
 * it and begins anew when an assessment was made or taken back.
 */
export class DraftDesk {
  readonly #entries = new Map<string, DraftEntry>();

  constructor(private readonly save: SaveDraft) {}

  /** The draft of this account, the same one each time. */
  entry(account: Pick<AccountView, "id" | "draft" | "assessments">): DraftEntry {
    const version = account.assessments.length;
    const known = this.#entries.get(account.id);
    if (known !== undefined && known.version === version) {
      return known;
    }
    void known?.drop();
    const entry = new DraftEntry(version, account.draft, (draft) => this.save(account.id, draft));
    this.#entries.set(account.id, entry);
    return entry;
  }

  /** Saves every draft now; false if one could not be saved. */
  async flush(): Promise<boolean> {
    const all = await Promise.all([...this.#entries.values()].map((entry) => entry.flush()));
    return all.every((isSaved) => isSaved);
  }
}
