import type { SaveStateName } from "../kit";

/** A field is saved this long after the last key, well inside two seconds. Milliseconds. */
export const PAUSE_MS = 700;

/** However fast someone types, text is saved at least this often. Milliseconds. */
export const LONGEST_WAIT_MS = 1800;

/**
 * Keeps what is typed: saved within two seconds of a change, at once on `flush`, never after
 * `drop`. A save that fails keeps the text and is tried again with the next change or flush.
 */
export class DraftKeeper<T> {
  private value: T;
  private isDirty = false;
  private isDropped = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waitingSince: number | null = null;
  private inFlight: Promise<boolean> = Promise.resolve(true);

  constructor(
    initial: T,
    private readonly save: (value: T) => Promise<unknown>,
    private readonly onState: (state: SaveStateName) => void = () => {},
  ) {
    this.value = initial;
  }

  /** The value as it was last changed. */
  get current(): T {
    return this.value;
  }

  /** Takes a new value and saves it after a pause. */
  change(value: T): void {
    if (this.isDropped) {
      return;
    }
    this.value = value;
    this.isDirty = true;
    this.onState("waiting");
    const now = Date.now();
    this.waitingSince ??= now;
    const left = LONGEST_WAIT_MS - (now - this.waitingSince);
    this.stopTimer();
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(PAUSE_MS, left)));
  }

  /** Saves now what is not yet saved; resolves when everything is, or with false if saving failed. */
  flush(): Promise<boolean> {
    this.stopTimer();
    this.waitingSince = null;
    this.inFlight = this.inFlight.then(() => this.saveOnce());
    return this.inFlight;
  }

  /** The draft is done with: nothing is saved any more. Resolves when no save is under way. */
  drop(): Promise<unknown> {
    this.isDropped = true;
    this.isDirty = false;
    this.stopTimer();
    return this.inFlight;
  }

  private async saveOnce(): Promise<boolean> {
    if (!this.isDirty || this.isDropped) {
      return true;
    }
    this.isDirty = false;
    this.onState("saving");
    try {
      await this.save(this.value);
      if (!this.isDirty) {
        this.onState("saved");
      }
      return true;
    } catch {
      this.isDirty = !this.isDropped;
      this.onState("failed");
      return false;
    }
  }

  private stopTimer(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
  }
}
