import type { Clock } from '../../local/clock.ts';
import { millisOf } from '../../shared/domain/time.ts';

/**
 * Calls a minute, for each method and workspace: "Tier 2: 20+ per minute", "Tier 3: 50+", "Tier 4: 100+", where the method's
 * own page names its tier. https://docs.slack.dev/apis/web-api/rate-limits/. What Slack grants beyond it ("occasional
 * bursts") nobody is to count on. `chat.postMessage` has a limit of its own, one a second per channel (`takeTurn`).
 */
const tiers = {
  2: ['pins.add'],
  3: ['chat.update', 'conversations.info'],
  4: [
    ...['conversations.members', 'users.info'],
    ...['views.open', 'views.push', 'views.update', 'views.publish'],
  ],
};
const aMinute: Record<keyof typeof tiers, number> = { 2: 20, 3: 50, 4: 100 };

const limits = new Map(
  ([2, 3, 4] as const).flatMap((tier) => tiers[tier].map((method) => [method, aMinute[tier]] as const)),
);

type Bucket = { left: number; wall: number; virtual: number };

/**
 * Counts an app's calls, where it `isOn`: where a clock stands for a test, thousands happen in an instant that nobody lives.
 * A minute passes by the clock that is ahead: by the virtual one when a week goes by in a second, else by the wall clock.
 * Slack doesn't say how its windows move: that they refill steadily is a guess.
 */
export class Rates {
  isOn = false;
  private readonly clock: Clock;
  private readonly buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Takes one call of the method; or, where none is left, the seconds until there will be. */
  take(method: string): number | undefined {
    const limit = limits.get(method);
    if (limit === undefined || !this.isOn) return undefined;
    const wall = Date.now();
    const virtual = millisOf(this.clock.now());
    const { left, ...since } = this.buckets.get(method) ?? { left: limit, wall, virtual };
    const passed = Math.max(wall - since.wall, virtual - since.virtual, 0);
    const now = Math.min(limit, left + (passed / 60_000) * limit);
    this.buckets.set(method, { left: now < 1 ? now : now - 1, wall, virtual });
    return now < 1 ? Math.ceil(((1 - now) / limit) * 60) : undefined;
  }
}
