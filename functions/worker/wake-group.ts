import { facilitatorsInTurn } from '../../shared/domain/facilitator.ts';
import type { Group, GroupId, PostKind } from '../../shared/domain/group.ts';
import { withoutMember } from '../../shared/domain/group-edit.ts';
import { type GroupTelling, groupNotTold, groupToBeTold } from '../../shared/domain/group-links.ts';
import {
  aboutOf,
  canPost,
  channelRefused,
  type GroupLook,
  isGivenUpPosting,
  lookAtGroup,
  needsFacilitator,
  opensRound,
  postDue,
  recorded,
} from '../../shared/domain/group-look.ts';
import { currentPause } from '../../shared/domain/pause.ts';
import { addSeconds, earliest, type Instant } from '../../shared/domain/time.ts';
import { describeError } from '../../shared/log.ts';
import { printOf } from '../../shared/print.ts';
import { type MessageId, mostToldOf, SlackBusy, SlackRefusal } from '../../shared/slack/slack.ts';
import { longestDelaySeconds, shortestScheduleSeconds } from '../../shared/wakes/wakes.ts';
import { contentOf, paint } from './channel.ts';
import { attempts, Contended } from './contended.ts';
import { tellOther } from './tell.ts';
import { secondsUntil, type WorkerDeps } from './wake.ts';

/**
 * The same job for a channel: look at its group, tell its members, bring its messages up to date, schedule the next look,
 * and post what is due. Killed anywhere, the next look does the rest (docs/decisions/0003, 0008).
 */
export async function wakeGroup(deps: WorkerDeps, id: GroupId): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await lookOnce(deps, id)) return;
  }
  throw new Contended();
}

/** False when somebody wrote the group between our reading and our writing. */
async function lookOnce(deps: WorkerDeps, id: GroupId): Promise<boolean> {
  const stored = await deps.store.group(id);
  if (stored === undefined) return true;
  const now = deps.now();
  const found = await lookAtChannel(deps, stored, now);
  if (found.busyUntil !== undefined) {
    await deps.wakes.soon(id, Math.min(secondsUntil(found.busyUntil, now) + 1, longestDelaySeconds));
    return true;
  }
  const told = await tellMembers(deps, found.group, found.tell, now);
  const { group, isLeft } = await paint(deps, told, now);
  const wakeAt = isLeft ? earliest([addSeconds(now, shortestScheduleSeconds), group.wakeAt]) : group.wakeAt;
  const painted = wakeAt === group.wakeAt ? group : { ...group, wakeAt };
  return writeAndPost(deps, stored, { ...found, group: painted }, now);
}

/**
 * Before a round opens its channel is looked at, and before it is tried again after a refusal: it may be archived by now, or
 * shared with another company.
 */
async function lookAtChannel(deps: WorkerDeps, stored: Group, now: Instant): Promise<GroupLook> {
  const isTriedAgain = stored.blocked !== undefined && canPost(stored, now);
  const isLookedAt = isTriedAgain || opensRound(stored, now) || isUnposted(stored);
  const trouble = isLookedAt ? await troubleWith(deps, stored) : undefined;
  if (trouble !== undefined) return { group: groupToBeTold(channelRefused(stored, trouble, now)), tell: [] };
  const group = isLookedAt ? await withoutAbsent(deps, stored, now) : stored;
  return lookAtGroup(group, now, await nextFacilitator(deps, group, now));
}

/** Opened by hand, and not in the channel yet. */
const isUnposted = (group: Group) => group.posting === undefined && postDue(group) === 'opening';

/** The channel takes messages again; and who was taken out of it is out of the group: they would read on what is not for them. */
async function withoutAbsent(deps: WorkerDeps, stored: Group, now: Instant): Promise<Group> {
  const group: Group = stored.blocked === undefined ? stored : { ...stored, blocked: undefined };
  const readers = await deps.slack(group.tenant).channelMembers(group.channel);
  if (readers.length === 0 || readers.length >= mostToldOf) return group;
  const absent = group.members.filter(({ id }) => !readers.includes(id));
  return absent.reduce((left, { id }) => withoutMember(left, id, now), group);
}

async function troubleWith(deps: WorkerDeps, { tenant, channel }: GroupId): Promise<string | undefined> {
  try {
    const { isMember, isArchived, isShared } = await deps.slack(tenant).channel(channel);
    if (isArchived) return 'is_archived';
    if (isShared) return 'is_shared';
    return isMember ? undefined : 'not_in_channel';
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return error.code;
    throw error;
  }
}

/** The first in turn who does not rest just now. That somebody rests is told nobody. */
async function nextFacilitator(deps: WorkerDeps, group: Group, now: Instant): Promise<string | undefined> {
  if (!needsFacilitator(group, now)) return undefined;
  for (const user of facilitatorsInTurn(group)) {
    const person = await deps.store.person({ tenant: group.tenant, user });
    if (person === undefined || !(person.gone || currentPause(person, now))) return user;
  }
  return undefined;
}

/** Who can't be told just now holds up nobody else: the group looks again in a while. Who is gone is told by their own look. */
async function tellMembers(
  deps: WorkerDeps,
  group: Group,
  tell: GroupTelling[],
  now: Instant,
): Promise<Group> {
  const failed: string[] = [];
  for (const telling of tell) {
    try {
      await tellOther(deps, telling);
    } catch (error) {
      const { tenant, user } = telling.to;
      deps.log.error('A member could not be told', { tenant, user, ...describeError(error) });
      failed.push(user);
    }
  }
  if (failed.length === 0) return group;
  const wakeAt = earliest([addSeconds(now, shortestScheduleSeconds), group.wakeAt]);
  return { ...groupNotTold(group, failed), wakeAt };
}

async function writeAndPost(
  deps: WorkerDeps,
  stored: Group,
  { group, post }: GroupLook,
  now: Instant,
): Promise<boolean> {
  // Scheduled before it is written, and until the posting is recorded its lease is what the group waits for (wake.ts).
  if (group.wakeAt !== undefined) await deps.wakes.at(stored, group.wakeAt, now);
  if (group === stored) return (await deps.store.group(stored))?.version === stored.version;
  const lease = post === undefined ? group.wakeAt : group.posting?.lease;
  const claimed = await deps.store.saveGroup({ ...group, wakeAt: lease });
  if (claimed === undefined) return false;
  if (post !== undefined) await deliver(deps, claimed, post);
  return true;
}

async function deliver(deps: WorkerDeps, claimed: Group, what: PostKind): Promise<void> {
  const { tenant, channel } = claimed;
  try {
    const { message, painted, plain } = await postContent(deps, claimed, what);
    await record(deps, claimed, (group, now) => {
      const known = plain ? { ...group, plain } : group;
      return recorded(known, what, aboutOf(claimed, what), { ts: message.ts, painted }, now);
    });
    if (what === 'card') await pin(deps, claimed, message);
  } catch (error) {
    if (error instanceof SlackBusy)
      return deps.wakes.soon(claimed, Math.min(error.retryAfter, longestDelaySeconds));
    if (!(error instanceof SlackRefusal && error.isFinal)) {
      if (isGivenUpPosting(claimed)) deps.metrics.givenUp(1);
      throw error;
    }
    const { code } = error;
    deps.log.warn('Slack refuses this channel', { tenant, channel, code });
    await record(deps, claimed, (group, now) => channelRefused(group, code, now));
    // It was scheduled as if posted; and the leader is to hear of it.
    await deps.wakes.soon(claimed, 1);
  }
}

/** A workspace that knows no charts gets the same in words, from then on. */
async function postContent(deps: WorkerDeps, group: Group, what: PostKind) {
  const slack = deps.slack(group.tenant);
  const now = deps.now();
  const content = contentOf(group, what, now);
  try {
    return { message: await slack.post(group.channel, content), painted: printOf(content), plain: undefined };
  } catch (error) {
    const isRefused = error instanceof SlackRefusal && error.code === 'invalid_blocks';
    if (!isRefused || what !== 'summary' || group.plain) throw error;
    const plain = contentOf({ ...group, plain: true }, what, now);
    return { message: await slack.post(group.channel, plain), painted: printOf(plain), plain: true as const };
  }
}

/** It stands in the channel without it, too. */
async function pin(deps: WorkerDeps, { tenant, channel }: GroupId, message: MessageId): Promise<void> {
  try {
    await deps.slack(tenant).pin(message);
  } catch (error) {
    deps.log.warn('A card was not pinned', { tenant, channel, ...describeError(error) });
  }
}

/** Writes what became of the posting, also when a member was quicker than we and wrote something meanwhile. */
async function record(deps: WorkerDeps, claimed: Group, become: (group: Group, now: Instant) => Group) {
  let group: Group | undefined = claimed;
  for (let attempt = 0; attempt < attempts && group !== undefined; attempt += 1) {
    if (await deps.store.saveGroup(become(group, deps.now()))) return;
    group = await deps.store.group(claimed);
  }
  if (group !== undefined) throw new Contended();
}
