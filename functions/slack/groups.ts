import type { Group } from '../../shared/domain/group.ts';
import { allowsInGroup } from '../../shared/domain/group-access.ts';
import { themesToBeginWith } from '../../shared/domain/group-assessment.ts';
import { makeGroup, type NamedMember, pointsToRenew } from '../../shared/domain/group-make.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import {
  groupPointsView,
  groupWhoView,
  membersField,
  membersNow,
  readGroupPoints,
  readGroupPointsMetadata,
  readGroupWho,
} from '../../shared/views/group-form.ts';
import { themesOver, wayToGroupTest } from '../../shared/views/group-test.ts';
import { groupView } from '../../shared/views/group-view.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { mineView } from '../../shared/views/mine.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { refused } from './buttons.ts';
import { nextRoundOf, saidOf } from './group-said.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import type { Named } from './named.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** A group's agreement: seen by its members, made in its channel in two modals. */

/** `/trivsel gruppe`: the channel's agreement, or the form for one. */
export async function groupCommand(visit: Visit, _: string, channel: string): Promise<CommandReply> {
  const { texts } = visit;
  const group = await visit.groupHere(channel);
  if (allowsInGroup(visit.person, group, 'see-group')) return { show: groupModal(visit, group) };
  if (group.agreement !== undefined) return { say: texts.refusals['not-in-group'] };
  const trouble = await visit.refusalOfChannel(channel);
  if (trouble !== undefined) return { say: texts.refusals[trouble.refusal] };
  return { show: await whoModal(visit, group, proposedMembers(visit, group)) };
}

/** Those who were in the one before, or took the test together; and whoever makes it. */
function proposedMembers({ person }: Visit, { members, assessment }: Group): string[] {
  const before = members.length > 0 ? members.map(({ id }) => id) : (assessment?.members ?? []);
  return [...new Set([...before, person.user])];
}

export function groupModal({ person, now, texts }: Visit, group: Group) {
  return groupView(group, person, now, texts);
}

export const openGroup: ActionListener = async (visit, { value }) => {
  const group = await visit.group(thingOf(value).owner, 'see-group');
  return isRefusal(group) ? refused(visit, group) : { show: groupModal(visit, group) };
};

/** My groups, and what I promised in them. */
export const openMine: ActionListener = async (visit) => {
  const { person, now, texts } = visit;
  const channels = (person.groups ?? []).map(({ channel }) => channel);
  const groups = await Promise.all(channels.map((channel) => visit.group(channel, 'see-group')));
  const mine = groups.flatMap((group) => (isRefusal(group) ? [] : [{ group }]));
  return { show: mineView(mine, person, now, texts) };
};

/** After an agreement's end, with those who were in it. */
export const openMakeGroup: ActionListener = async (visit, { value }) => {
  const { owner: channel } = thingOf(value);
  const group = await visit.group(channel, 'make-group');
  const trouble = isRefusal(group) ? group : await visit.refusalOfChannel(channel);
  if (isRefusal(group) || trouble) return refused(visit, trouble ?? refuse('not-yours'));
  return { show: await whoModal(visit, group, proposedMembers(visit, group)) };
};

/** Somebody was chosen: who else reads the channel is told at once. */
export const chooseMembers: ActionListener = async (visit, { view }) => {
  const { owner: channel } = readThing(view?.private_metadata ?? '');
  const members = membersNow(view?.state.values ?? {}, visit.texts);
  const group = await visit.group(channel, 'make-group');
  if (isRefusal(group)) return refused(visit, group);
  return { show: await whoModal(visit, group, members), latest: true };
};

/** Who reads a channel, and what its test came to, is told only to who is in it. */
async function whoModal(visit: Visit, group: Group, members: string[]) {
  const { channel, agreement, assessment } = group;
  const readers = await visit.readersOf(channel);
  const isIn = readers?.includes(visit.person.user);
  const othersWhoRead = isIn ? readers?.filter((user) => !members.includes(user)) : undefined;
  const themes = isIn ? themesOver(group, visit.texts) : [];
  const way = assessment === undefined ? wayToGroupTest(channel, visit.texts) : themes;
  return groupWhoView({ channel, members, othersWhoRead, rhythm: agreement }, visit.texts, way);
}

export const submitGroupWho: SubmitListener = async (visit, view) => {
  const { texts } = visit;
  const { owner: channel } = readThing(view.private_metadata);
  const group = await visit.group(channel, 'make-group');
  if (isRefusal(group)) return { error: texts.refusals[group.refusal] };
  // Who makes it is in it.
  const read = readGroupWho(view.state.values, texts, visit.person.user);
  if ('errors' in read) return read;
  const named = await namedMembers(visit, channel, read.value.members);
  if ('errors' in named) return named;
  const facts = { channel, who: read.value, points: pointsToRenew(group), themes: themesToBeginWith(group) };
  return { push: groupPointsView(facts, texts, themesOver(group, texts)) };
};

export const submitGroupPoints: SubmitListener = async (visit, view) => {
  const { texts, person, now } = visit;
  const { channel, who } = readGroupPointsMetadata(view.private_metadata);
  const group = await visit.group(channel, 'make-group');
  const refusal = isRefusal(group) ? group : await refusalOfMaker(visit, channel, who.members);
  if (refusal) return { error: texts.refusals[refusal.refusal] };
  const read = readGroupPoints(who.members, view.state.values, texts);
  if ('errors' in read) return read;
  const named = await namedMembers(visit, channel, who.members);
  if ('errors' in named) return { error: Object.values(named.errors).join(' ') };
  const { rhythm, slot, hoursOpen } = who;
  const input = { view: view.id, members: named.members, points: read.value, rhythm, slot, hoursOpen };
  const made = await visit.changeGroup(channel, 'make-group', (group) =>
    makeGroup(group, person.user, input, now),
  );
  if (isRefusal(made)) return { error: texts.refusals[made.refusal] };
  return { show: noticeView(saidOf(visit).title, [saidOf(visit).made(nextRoundOf(made, now))], texts) };
};

/** Who makes it is in it, and in the channel: what the view says of that is a claim. */
export async function refusalOfMaker(
  visit: Visit,
  channel: string,
  members: string[],
): Promise<Refusal | undefined> {
  const { user } = visit.person;
  if (!members.includes(user)) return refuse('not-a-member');
  const [trouble, readers] = await Promise.all([visit.refusalOfChannel(channel), visit.readersOf(channel)]);
  if (trouble) return trouble;
  return readers?.includes(user) === false ? refuse('not-in-channel') : undefined;
}

/** Members as they can be named, or what is wrong in their field; whom the group knows is not asked about again. Who isn't in the channel would not see a round. */
export async function namedMembers(
  visit: Visit,
  channel: string,
  members: string[],
  known: NamedMember[] = [],
): Promise<{ members: NamedMember[] } | { errors: Record<string, string> }> {
  const strangers = members.filter((user) => !known.some(({ id }) => id === user));
  const [asked, readers] = await Promise.all([visit.names(strangers), visit.readersOf(channel)]);
  const names = new Map<string, Named>([...known.map(({ id, name }) => [id, { name }] as const), ...asked]);
  const isReader = (user: string) => readers === undefined || readers.includes(user);
  const wrong = members.flatMap((user): Refusal[] => {
    const named = names.get(user);
    if (named === undefined || isRefusal(named)) return [named ?? refuse('not-a-colleague')];
    return isReader(user) ? [] : [refuse('not-in-channel')];
  });
  const [first] = wrong;
  if (first) return { errors: { [membersField]: visit.texts.refusals[first.refusal] } };
  return {
    members: members.flatMap((id) => {
      const named = names.get(id);
      return named === undefined || isRefusal(named) ? [] : [{ id, name: named.name }];
    }),
  };
}
