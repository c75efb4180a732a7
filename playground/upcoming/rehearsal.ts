import { workerApp } from '../../functions/worker/app.ts';
import { Clock } from '../../local/clock.ts';
import { Journal } from '../../local/journal.ts';
import type { LocalWakes } from '../../local/wakes.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Reason } from '../contract.ts';
import { type SlackState, team } from '../slack/state.ts';
import { muteSlack } from './mute-slack.ts';
import { overlay } from './overlay.ts';
import { claimOf, reasonOfPost, reasonsOf } from './reasons.ts';

/** A message that comes by itself: `to` is a person's id, or a channel's. */
export type Coming = { at: Instant; to: string; reasons: Reason[] };

type Outside = { store: Store; slack: SlackState; wakes: LocalWakes; now: Instant };

/** No agreement lasts longer, with the pauses that may be in it and what is asked after it. */
const longestSeconds = 800 * 24 * 60 * 60;
const mostSteps = 5000;

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const unmeasured = { missedInstants: () => {}, givenUp: () => {} };

/**
 * What the product sends next if nobody does anything: the real worker on copies of what is stored and of what waits, with
 * its own clock and nobody to read it. So the list can't promise what the app then doesn't do.
 *
 * @param isEnough whether what was heard so far will do; it may hear a few more that come at the same instant
 */
export async function rehearse(
  { store: real, slack, wakes: waiting, now }: Outside,
  isEnough: (sofar: Coming[]) => boolean,
): Promise<Coming[]> {
  const coming: Coming[] = [];
  const journal = new Journal();
  const clock = new Clock(journal, now);
  const wakes = waiting.copy(journal, clock);
  const store = overlay(real);
  const mute = muteSlack(slack, async (to) => {
    coming.push({ at: clock.now(), to, reasons: await reasonsFor(store, to) });
  });
  const deps = { store, wakes, slack: () => mute, now: () => clock.now(), log: silent, metrics: unmeasured };
  const worker = workerApp(deps);
  const until = addSeconds(now, longestSeconds);
  for (let step = 0; step < mostSteps && !isEnough(coming); step += 1) {
    const next = wakes.next();
    if (next === undefined || next > until) break;
    clock.goTo(next);
    await wakes.deliverDue(worker);
  }
  return coming;
}

/** The worker wrote down what it is sending before it sends it. */
async function reasonsFor(store: Store, to: string): Promise<Reason[]> {
  const person = await store.person({ tenant: team, user: to });
  const claim = person && claimOf(person);
  if (person && claim) return reasonsOf(person, claim);
  const group = await store.group({ tenant: team, channel: to });
  return group?.posting ? [reasonOfPost(group, group.posting.what)] : [];
}
