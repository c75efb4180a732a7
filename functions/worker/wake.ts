import { newGroup } from '../../shared/domain/group.ts';
import { groupTruthFor, hearGroup } from '../../shared/domain/group-links.ts';
import { hear } from '../../shared/domain/hear.ts';
import { isOfGroup } from '../../shared/domain/item.ts';
import { type LeavingTelling, notTold, type Telling } from '../../shared/domain/links.ts';
import {
  delivered,
  isLastTry,
  type Look,
  leaseFor,
  look,
  type Sending,
  undeliverable,
} from '../../shared/domain/look.ts';
import { managerSeen, managerToLookFor } from '../../shared/domain/people.ts';
import { type Person, type PersonId, rulesFor } from '../../shared/domain/person.ts';
import { isFresh, profileFrom } from '../../shared/domain/profile.ts';
import { itemsIn } from '../../shared/domain/prompt.ts';
import { addSeconds, earliest, type Instant, localDate, millisOf } from '../../shared/domain/time.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { type Slack, SlackBusy, type SlackMessage, SlackRefusal } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Texts, textsIn } from '../../shared/texts/index.ts';
import { newsMessage } from '../../shared/views/news.ts';
import { askedAgainMessage, promptMessage, reminderMessage } from '../../shared/views/prompt.ts';
import {
  afterTheWriteSeconds,
  longestDelaySeconds,
  shortestScheduleSeconds,
  type Wakes,
} from '../../shared/wakes/wakes.ts';
import { attempts, Contended } from './contended.ts';
import { paintHome, repaintHome } from './home.ts';
import { isBack, leave } from './leave.ts';
import { repaint } from './repaint.ts';
import { tellOther } from './tell.ts';

export type WorkerDeps = {
  store: Store;
  wakes: Wakes;
  slack: (tenant: string) => Slack;
  now: () => Instant;
  log: Log;
  metrics: Metrics;
};

/** What a human should hear of: instants that passed unnoticed, and messages given up for their slot. */
export type Metrics = { missedInstants(count: number): void; givenUp(count: number): void };

/**
 * The one job: look at a person, schedule the next look, and send what is due (ARCHITECTURE.md, "How a request flows").
 * The queue's message is deleted only after this returns, so a crash anywhere means looking again. A lost version race
 * starts over from the reading, and repeats the scheduling.
 */
export async function wake(deps: WorkerDeps, id: PersonId): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await lookOnce(deps, id, attempt > 0)) return;
  }
  throw new Contended();
}

/** False when somebody wrote the person between our reading and our writing. */
async function lookOnce(deps: WorkerDeps, id: PersonId, isAgain: boolean): Promise<boolean> {
  const stored = await deps.store.person(id);
  if (stored === undefined) return true;
  const { leaving } = stored;
  if (leaving !== undefined) return leave(deps, { ...stored, leaving });
  const now = deps.now();
  const found = await lookAtKnown(deps, stored, now);
  if (found.busyUntil !== undefined) {
    await deps.wakes.soon(id, Math.min(secondsUntil(found.busyUntil, now) + 1, longestDelaySeconds));
    return true;
  }
  // Others are told before it is written that they were: a crash in between tells them again.
  const told = await tellOthers(deps, found.person, found.tell, now);
  // A look that sends has its calls to Slack already.
  if (found.send !== undefined) return writeAndSend(deps, stored, { ...found, person: told }, now);
  const person = await paintHome(deps, await lookForManager(deps, told, now), now, isAgain);
  return writeAndSend(deps, stored, { ...found, person }, now);
}

async function writeAndSend(
  deps: WorkerDeps,
  stored: Person,
  { person, send }: Look,
  now: Instant,
): Promise<boolean> {
  // Scheduled before it is written: a crash in between leaves a look too many, never one too few.
  if (person.wakeAt !== undefined) await deps.wakes.at(stored, person.wakeAt, now);
  if (person === stored) return isStillSo(deps, stored);
  // Until the sending is recorded, its lease is what the person waits for: should the queue give up (Slack was down for
  // longer than five receives), the reconcile finds them by it.
  const claimed = await deps.store.save(send === undefined ? person : { ...person, wakeAt: leaseFor(send) });
  if (claimed === undefined) return false;
  const sent = send && (await deliver(deps, claimed, send));
  if (sent !== undefined) await repaintHome(deps, sent, deps.now());
  return true;
}

/**
 * The person after others were told. Who can't be told just now holds up nobody else: the person looks again in a while, on
 * their one schedule. Of those whom Slack no longer knows they hear in turn, and then have news of their own.
 */
async function tellOthers(
  deps: WorkerDeps,
  teller: Person,
  tell: (Telling | LeavingTelling)[],
  now: Instant,
): Promise<Person> {
  let person = teller;
  for (const telling of tell) {
    try {
      const isThere = await tellOther(deps, telling);
      if (isThere || telling.kind !== 'link') continue;
      person = withoutGone(person, telling.to.user, now);
    } catch (error) {
      deps.log.error('Somebody could not be told', { ...telling.to, ...describeError(error) });
      const patience = error instanceof SlackBusy ? error.retryAfter : shortestScheduleSeconds;
      const wakeAt = earliest([addSeconds(now, patience), person.wakeAt]);
      person = { ...notTold(person, [telling]), wakeAt };
    }
  }
  return person;
}

/** Once a week at most: whether a manager who was never asked anything is still there. */
async function lookForManager(deps: WorkerDeps, person: Person, now: Instant): Promise<Person> {
  const { tenant, user, profile } = person;
  const today = localDate(now, profile.zone);
  const manager = managerToLookFor(person, today);
  if (manager === undefined) return person;
  try {
    const { isGone } = await deps.slack(tenant).user(manager);
    if (!isGone) return managerSeen(person, today);
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.isFinal)) {
      deps.log.warn('A manager could not be looked for', { tenant, user, ...describeError(error) });
      return person;
    }
  }
  return withoutGone(person, manager, now);
}

/** The person who hears that somebody left, and so has news of their own to be looked for. */
function withoutGone(person: Person, who: string, now: Instant): Person {
  const heard = hear(person, { kind: 'gone', to: person, who }, now);
  return { ...heard, wakeAt: earliest([addSeconds(now, afterTheWriteSeconds), person.wakeAt]) };
}

/** A look that was held up must not leave its schedule in the place of a newer one. */
async function isStillSo({ store }: WorkerDeps, stored: Person): Promise<boolean> {
  return (await store.person(stored))?.version === stored.version;
}

/**
 * Before something is sent, name, language and zone are made sure of: the zone may move the slot itself. And a group that it
 * is about is asked: links are hints.
 */
async function lookAtKnown(deps: WorkerDeps, known: Person, now: Instant) {
  const hinted = look(known, now);
  if (hinted.person.leaving && known.gone && (await isBack(deps, known)))
    return look({ ...known, gone: undefined }, now);
  const stored = await withGroupsAsTheyAre(deps, known, hinted.send, now);
  const found = stored === known ? hinted : look(stored, now);
  // A reminder follows a prompt of the same week: what was known then will do.
  if (found.send === undefined || found.send.what === 'reminder' || isFresh(stored.profile, now))
    return found;
  try {
    const user = await deps.slack(stored.tenant).user(stored.user);
    const profile = profileFrom(user, rulesFor(stored), now, stored.profile.chosen);
    return look({ ...stored, profile, gone: user.isGone || undefined }, now);
  } catch (error) {
    // Sending will say what is wrong, and is the place that deals with it.
    deps.log.warn('A profile could not be refreshed', {
      tenant: stored.tenant,
      user: stored.user,
      ...describeError(error),
    });
    return found;
  }
}

/** The person who knows of the groups they are about to be written to about what is true of them now. */
async function withGroupsAsTheyAre(
  { store }: WorkerDeps,
  known: Person,
  send: Sending | undefined,
  now: Instant,
): Promise<Person> {
  const items = send === undefined || send.what === 'reminder' ? [] : itemsOf(send);
  const channels = new Set(items.filter(isOfGroup).map(({ owner }) => owner));
  const { tenant, user } = known;
  let person = known;
  for (const channel of channels) {
    const group = (await store.group({ tenant, channel })) ?? newGroup({ tenant, channel });
    person = hearGroup(person, { link: groupTruthFor(group, user), version: group.version }, now);
  }
  return person;
}

const itemsOf = (send: Sending) => (send.what === 'news' ? send.news.items : itemsIn(send.prompt));

/** The person as they were recorded, once it is sent. */
async function deliver(deps: WorkerDeps, claimed: Person, send: Sending): Promise<Person | undefined> {
  const { tenant, user, profile } = claimed;
  const texts = textsIn(profile.language);
  try {
    const posted = await deps.slack(tenant).post(user, messageFor(claimed, send, deps.now(), texts));
    const sent = await record(deps, claimed, (person, now) => delivered(person, send, posted, now));
    // The first DM points at its reminder, so that only one of them has buttons. With them it would do no harm.
    if (send.what === 'reminder')
      await repaint(deps, claimed, send.prompt, askedAgainMessage(claimed, send.prompt, texts));
    return sent;
  } catch (error) {
    if (error instanceof SlackBusy) {
      await deps.wakes.soon(claimed, Math.min(error.retryAfter, longestDelaySeconds));
      return undefined;
    }
    if (!(error instanceof SlackRefusal && error.isFinal)) {
      if (isLastTry(send)) deps.metrics.givenUp(1);
      throw error;
    }
    deps.log.warn('Slack refuses this person for good', { tenant, user, ...describeError(error) });
    // A workspace that restricts who may write has not lost anybody.
    const isGone = !error.code.startsWith('restricted_action');
    await record(deps, claimed, (person, now) => undeliverable(person, send, now, isGone));
    // It was scheduled as if sent; and those who named them are to hear of it.
    await deps.wakes.soon(claimed, afterTheWriteSeconds);
    return undefined;
  }
}

function messageFor(person: Person, send: Sending, now: Instant, texts: Texts): SlackMessage {
  switch (send.what) {
    case 'prompt':
      return promptMessage(person, send.prompt, now, texts);
    case 'reminder':
      return reminderMessage(person, send.prompt, now, texts);
    case 'news':
      return newsMessage(person, send.news.items, texts);
  }
}

/** Writes what became of the prompt, also when its person was quicker than we and pressed a button meanwhile. */
async function record(
  deps: WorkerDeps,
  claimed: Person,
  settle: (person: Person, now: Instant) => Person,
): Promise<Person | undefined> {
  let person: Person | undefined = claimed;
  for (let attempt = 0; attempt < attempts && person !== undefined; attempt += 1) {
    const saved = await deps.store.save(settle(person, deps.now()));
    if (saved !== undefined) return saved;
    person = await deps.store.person(claimed);
  }
  if (person !== undefined) throw new Contended();
  return undefined;
}

export function secondsUntil(instant: Instant, now: Instant): number {
  return (millisOf(instant) - millisOf(now)) / 1000;
}
