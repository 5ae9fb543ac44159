/** Where looked-at accounts are reported to. */
export type ConsultationSink = {
  /** The account was looked at for two seconds, or acted on. */
  opened: (id: string) => void;
  /** These accounts were flicked past, in this order. */
  flicked: (ids: string[]) => void;
};

/** An account on screen this long counts as read. Milliseconds. */
export const READ_AFTER_MS = 2000;

/** A run of flicked accounts is reported once it is this long, so that none waits without end. */
const LONGEST_RUN = 200;

/**
 * Tells reading from flicking past. Every account shown is reported exactly once per visit:
 * on its own once it was on screen for two seconds or acted on, else in one run with the others
 * that were flicked past before it.
 */
export class Consultation {
  private current: string | null = null;
  private isOpened = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private run: string[] = [];

  constructor(private readonly sink: ConsultationSink) {}

  /** The account now on screen; `null` for none. */
  show(id: string | null): void {
    if (id === this.current) {
      return;
    }
    this.leave();
    this.current = id;
    this.isOpened = false;
    if (id !== null) {
      this.timer = setTimeout(() => this.act(), READ_AFTER_MS);
    }
    if (this.run.length >= LONGEST_RUN) {
      this.report();
    }
  }

  /** The officer did something with the account on screen. */
  act(): void {
    this.stopTimer();
    if (this.current === null || this.isOpened) {
      return;
    }
    this.isOpened = true;
    this.report();
    this.sink.opened(this.current);
  }

  /** Nothing more comes for now (window left, case locking, area left): reports what is pending. */
  settle(): void {
    this.leave();
    this.current = null;
    this.report();
  }

  private leave(): void {
    this.stopTimer();
    if (this.current !== null && !this.isOpened && !this.run.includes(this.current)) {
      this.run.push(this.current);
    }
  }

  private report(): void {
    const run = this.run;
    this.run = [];
    if (run.length > 0) {
      this.sink.flicked(run);
    }
  }

  private stopTimer(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
  }
}
