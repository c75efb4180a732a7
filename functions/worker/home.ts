import type { Person } from '../../shared/domain/person.ts';
import { addSeconds, earliest, type Instant } from '../../shared/domain/time.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { printOf } from '../../shared/print.ts';
import { type Slack, SlackBusy, SlackRefusal } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { homeView } from '../../shared/views/home.ts';
import { shortestScheduleSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { attempts } from './contended.ts';

/** A person's Home tab is painted like a channel's messages (docs/decisions/0008): rendered at every look, compared by its print. */

type PaintDeps = { slack: (tenant: string) => Slack; log: Log };

/**
 * The person whose Home says what is true by now; the very one that was given, where it said so already. What Slack has no
 * time for is tried again in a while; somebody who is no longer there has no Home. `isAgain`: somebody wrote between an
 * earlier painting and its record, so that the print may not be what Slack has.
 */
export async function paintHome(
  deps: PaintDeps,
  person: Person,
  now: Instant,
  isAgain = false,
): Promise<Person> {
  const { home, gone, profile } = person;
  if (home === undefined) return person;
  if (gone) return withoutHome(person);
  const view = homeView(person, now, textsIn(profile.language));
  const painted = printOf(view);
  if (painted === home.painted && !isAgain) return person;
  const { tenant, user } = person;
  try {
    await deps.slack(tenant).publishHome(user, view);
    return painted === home.painted ? person : { ...person, home: { painted } };
  } catch (error) {
    deps.log.warn('A Home was not repainted', { tenant, user, ...describeError(error) });
    if (!(error instanceof SlackRefusal)) return laterOn(person, error, now);
    // What is about the app (its token, its Home tab) would fail in a while, too: the next look that has a reason tries.
    return error.isFinal ? withoutHome(person) : person;
  }
}

/**
 * After a message was sent, and that was recorded: what comes next is another day by now. Written by itself, so that a slow
 * Slack holds up nothing. Who wrote meanwhile has a look coming, which is to know what Slack has.
 */
export async function repaintHome(
  deps: PaintDeps & { store: Store; wakes: Wakes },
  person: Person,
  now: Instant,
): Promise<void> {
  const painted = await paintHome(deps, person, now);
  if (painted === person) return;
  const { wakeAt } = painted;
  if (wakeAt !== undefined && wakeAt !== person.wakeAt) await deps.wakes.at(person, wakeAt, now);
  let current: Person | undefined = painted;
  for (let attempt = 0; attempt < attempts && current !== undefined; attempt += 1) {
    if (await deps.store.save({ ...current, home: painted.home })) return;
    current = await deps.store.person(person);
  }
}

function withoutHome({ home: _, ...person }: Person): Person {
  return person;
}

function laterOn(person: Person, error: unknown, now: Instant): Person {
  const patience = error instanceof SlackBusy ? error.retryAfter : shortestScheduleSeconds;
  return { ...person, wakeAt: earliest([addSeconds(now, patience), person.wakeAt]) };
}
