import { type Instant, instantFromMillis, millisOf } from '../shared/domain/time.ts';
import type { Journal } from './journal.ts';

/** The virtual clock: the wall clock plus what was skipped; or, for tests, one that stands still until it is set. */
export class Clock {
  private readonly journal: Journal;
  private readonly stands: boolean;

  constructor(journal: Journal, standsAt?: Instant) {
    this.journal = journal;
    this.stands = standsAt !== undefined;
    if (standsAt !== undefined) this.startAt(standsAt);
  }

  /** Sets it, backwards too: for a story that begins some weeks ago. */
  startAt(instant: Instant): void {
    this.journal.put('clock', this.aheadOf(instant));
  }

  /** Keeps it that many milliseconds ahead of the wall clock. */
  keepAhead(millis: number): void {
    if (this.journal.get('clock') !== millis) this.journal.put('clock', millis);
  }

  now(): Instant {
    return instantFromMillis(this.millis());
  }

  /** Never backwards: what was sent can't be unsent. */
  goTo(instant: Instant): void {
    if (instant > this.now()) this.startAt(instant);
  }

  private aheadOf(instant: Instant): number {
    return millisOf(instant) - (this.stands ? 0 : Date.now());
  }

  private millis(): number {
    return (this.journal.get<number>('clock') ?? 0) + (this.stands ? 0 : Date.now());
  }
}
