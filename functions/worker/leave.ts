import type { Group } from '../../shared/domain/group.ts';
import { groupToBeTold } from '../../shared/domain/group-links.ts';
import { isNothingNew } from '../../shared/domain/idle.ts';
import { groupWithout, personWithout, settledAt, workspaceWithout } from '../../shared/domain/leaving.ts';
import { toBeTold } from '../../shared/domain/links.ts';
import { type Leaving, newcomer, type Person } from '../../shared/domain/person.ts';
import { isPersonId } from '../../shared/domain/recipient.ts';
import { sameIn } from '../../shared/domain/same.ts';
import { addSeconds, type Instant, millisOf } from '../../shared/domain/time.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { type Slack, SlackRefusal } from '../../shared/slack/slack.ts';
import type { Store } from '../../shared/store/store.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { homeView } from '../../shared/views/home.ts';
import { newsMessage } from '../../shared/views/news.ts';
import { promptMessage } from '../../shared/views/prompt.ts';
import { afterTheWriteSeconds, type Wakes } from '../../shared/wakes/wakes.ts';
import { attempts, Contended } from './contended.ts';
import { repaint } from './repaint.ts';

/**
 * Visits whoever knows of somebody who is being forgotten, and then deletes what was left of them (docs/decisions/0009). It
 * goes by what it finds: killed anywhere, or done twice, the next wake finds what is still there.
 */

type LeaveDeps = {
  store: Store;
  wakes: Wakes;
  slack: (tenant: string) => Slack;
  now: () => Instant;
  log: Log;
};
type Leaver = Person & { leaving: Leaving };

/** How many others are looked through in one wake, and how many at a time: some seconds' worth of the worker's thirty. */
const mostLooked = 2000;
const atOnce = 25;

/** Before somebody who was gone for so long is forgotten: that they came back may have been missed. */
export async function isBack(
  { slack }: Pick<LeaveDeps, 'slack'>,
  { tenant, user }: Person,
): Promise<boolean> {
  try {
    return !(await slack(tenant).user(user)).isGone;
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return false;
    throw error;
  }
}

/** False when somebody wrote the person meanwhile. */
export async function leave(deps: LeaveDeps, leaver: Leaver): Promise<boolean> {
  const { leaving } = leaver;
  await visitAll(deps, leaver, leaving);
  const seconds = (millisOf(settledAt(leaving)) - millisOf(deps.now())) / 1000;
  if (seconds > 0) {
    await deps.wakes.soon(leaver, seconds + 1);
    return true;
  }
  return leaving.alone ? forget(deps, leaver) : lookThrough(deps, leaver);
}

async function visitAll(deps: LeaveDeps, leaver: Leaver, { people, groups }: Leaving): Promise<void> {
  const { tenant, user } = leaver;
  for (const other of people) await visitPerson(deps, { tenant, user: other }, user);
  for (const channel of groups) await visitGroup(deps, { tenant, channel }, user);
}

/**
 * What links told is a hint (docs/decisions/0007): a manager who was never asked anything isn't told of it, and what is over
 * is forgotten by one sooner than by the other. So everybody in the workspace who holds anything that has its time is looked
 * through, in the order of their ids, as far as one wake gets.
 */
async function lookThrough(deps: LeaveDeps, leaver: Leaver): Promise<boolean> {
  const { tenant, user, leaving } = leaver;
  const others = (await deps.store.waiting(tenant))
    .map((id) => ({ id, place: isPersonId(id) ? `P${id.user}` : `C${id.channel}` }))
    .filter(({ place }) => place > (leaving.lookedUntil ?? '') && place !== `P${user}`)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const now = others.slice(0, mostLooked);
  for (let from = 0; from < now.length; from += atOnce)
    await Promise.all(
      now
        .slice(from, from + atOnce)
        .map(({ id }) => (isPersonId(id) ? visitPerson(deps, id, user) : visitGroup(deps, id, user))),
    );
  if (now.length === others.length) {
    await visitWorkspace(deps, tenant, user);
    return forget(deps, leaver);
  }
  await deps.wakes.soon(leaver, 0);
  const lookedUntil = now.at(-1)?.place;
  return (await deps.store.save({ ...leaver, leaving: { ...leaving, lookedUntil } })) !== undefined;
}

/** The schedule before the item: killed in between, the item brings the worker back. Who has begun anew stays. */
async function forget(deps: LeaveDeps, leaver: Leaver): Promise<boolean> {
  const now = deps.now();
  await emptyHome(deps, leaver, now);
  // A Home that they opened meanwhile says what anybody's says who has nothing.
  if (isNothingNew({ ...leaver, home: undefined })) {
    await deps.wakes.cancel(leaver);
    const { tenant, user } = leaver;
    const isForgotten = await deps.store.forget(leaver);
    // Should the table be restored, they are to be forgotten again (docs/runbook.md).
    if (isForgotten) deps.log.info('A person was forgotten', { tenant, user });
    return isForgotten;
  }
  await deps.wakes.soon(leaver, afterTheWriteSeconds);
  const wakeAt = addSeconds(now, afterTheWriteSeconds);
  return (await deps.store.save({ ...leaver, leaving: undefined, wakeAt })) !== undefined;
}

/** Slack keeps what a Home tab said last. Somebody who is no longer there has none. */
async function emptyHome(deps: LeaveDeps, leaver: Leaver, now: Instant): Promise<void> {
  const { tenant, user, profile, leaving, workspace } = leaver;
  if (!leaving.hadHome || leaver.home) return;
  const view = homeView({ ...newcomer(leaver, profile), workspace }, now, textsIn(profile.language));
  try {
    await deps.slack(tenant).publishHome(user, view);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    deps.log.warn('A Home was not emptied', { tenant, user, ...describeError(error) });
  }
}

/** Somebody else's item, written without them; and the latest messages they were sent, which named them. */
async function visitPerson(
  deps: LeaveDeps,
  id: { tenant: string; user: string },
  user: string,
): Promise<void> {
  const other = await rewrite(deps, {
    read: () => deps.store.person(id),
    without: (person, now) => personWithout(person, user, now),
    save: (person) => deps.store.save(toBeTold(person)),
  });
  if (other === undefined) return;
  const { before, after } = other;
  const texts = textsIn(after.profile.language);
  if (after.news && !sameIn(before, after, ['news']))
    await repaint(deps, after, after.news, newsMessage(after, after.news.items, texts));
  if (after.prompt && !sameIn(before, after, ['prompt']))
    await repaint(deps, after, after.prompt, promptMessage(after, after.prompt, deps.now(), texts));
}

/** Its own wake tells its members, and repaints what the channel has. */
async function visitGroup(
  deps: LeaveDeps,
  id: { tenant: string; channel: string },
  user: string,
): Promise<void> {
  await rewrite(deps, {
    read: () => deps.store.group(id),
    without: (group, now) => groupWithout(group, user, now),
    save: (group) => deps.store.saveGroup(groupToBeTold(group)),
  });
}

async function visitWorkspace({ store }: LeaveDeps, tenant: string, user: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const workspace = await store.workspace(tenant);
    const after = workspaceWithout(workspace, user);
    if (after === workspace || (await store.saveWorkspace(after))) return;
  }
  throw new Contended();
}

type Place<T> = {
  read: () => Promise<T | undefined>;
  without: (value: T, now: Instant) => T;
  save: (value: T) => Promise<T | undefined>;
};

/** What changed, if anything did; its own look follows, asked for before the writing like every wake. */
async function rewrite<T extends Person | Group>(
  { now, wakes }: LeaveDeps,
  { read, without, save }: Place<T>,
): Promise<{ before: T; after: T } | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await read();
    const after = before && without(before, now());
    if (before === undefined || after === undefined || after === before) return undefined;
    if (attempt === 0) await wakes.soon(before, afterTheWriteSeconds);
    const saved = await save({ ...after, wakeAt: addSeconds(now(), afterTheWriteSeconds) });
    if (saved !== undefined) return { before, after: saved };
  }
  throw new Contended();
}
