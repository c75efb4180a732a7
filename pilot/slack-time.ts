import type { Clock } from '../local/clock.ts';
import { Problem } from '../local/problem.ts';
import type { Log } from '../shared/log.ts';
import { type Checked, Unreachable } from './slack-check.ts';

/** Slack says whole seconds, and its answer takes a moment. */
const toleratedMillis = 60_000;
const hourMillis = 60 * 60 * 1000;
/** So long a Slack that can't be reached is let alone. */
const patienceMillis = 10_000;

/**
 * Keeps a machine whose clock is wrong on Slack's time: a date gone astray would end agreements that have years to go. The
 * clock is held against Slack's at the start, every hour, and whenever it has jumped, as it also seems to when the machine
 * slept.
 */
export class SlackTime {
  private readonly clock: Clock;
  private readonly ask: () => Promise<Checked>;
  private readonly log: Log;
  /** Wall clock and running time when it was last looked at. */
  private seen: { wall: number; ran: number } | undefined;
  /** By the running time. */
  private askAgainAt = 0;
  private isSure = false;

  constructor(clock: Clock, ask: () => Promise<Checked>, log: Log) {
    this.clock = clock;
    this.ask = ask;
    this.log = log;
  }

  /** What Slack said just now. */
  hear({ atMillis }: Checked): void {
    const ahead = atMillis - Date.now();
    const isWrong = Math.abs(ahead) > toleratedMillis;
    if (isWrong)
      this.log.warn("This machine's clock is wrong: Slack's is used", { seconds: Math.round(ahead / 1000) });
    this.clock.keepAhead(isWrong ? ahead : 0);
    this.askAgainAt = performance.now() + hourMillis;
    this.isSure = true;
  }

  /** False while the time is not known for sure: then nobody is to be written to. */
  async isKnown(): Promise<boolean> {
    if (this.hasJumped()) {
      this.isSure = false;
      this.askAgainAt = 0;
    }
    if (performance.now() < this.askAgainAt) return this.isSure;
    try {
      this.hear(await this.ask());
    } catch (error) {
      if (error instanceof Problem) this.log.error(error.message, {});
      else if (!(error instanceof Unreachable)) throw error;
      // A human has to mend a problem; the network comes back by itself, and then the time is wanted soon.
      const isUrgent = !this.isSure && !(error instanceof Problem);
      this.askAgainAt = performance.now() + (isUrgent ? patienceMillis : hourMillis);
    }
    return this.isSure;
  }

  private hasJumped(): boolean {
    const now = { wall: Date.now(), ran: performance.now() };
    const { wall, ran } = this.seen ?? now;
    this.seen = now;
    return Math.abs(now.wall - wall - (now.ran - ran)) > toleratedMillis;
  }
}
