import { openCommitments } from './commitments.ts';
import { contributionOf } from './contribute.ts';
import { type Group, memberOf, openAgreement } from './group.ts';
import { isEmptyGroupLink, type ToldGroupLink as Told } from './group-link.ts';
import { type Entry, staleIn, untoldIn, withToldOf, withUntold } from './ledger.ts';
import type { Person, PersonId } from './person.ts';
import { isOpenRound } from './round.ts';
import { type Instant, localDate } from './time.ts';

/** What a group's wake tells a member's item. */
export type GroupTelling = { kind: 'group'; to: PersonId; link: Told; version: number };

/**
 * What somebody should know of the group now. The round is in it for all alike, also when they contributed or it was closed
 * early: so a contribution and a closing tell nobody anything, and the group is asked before somebody is reminded.
 */
export function groupLinkFor(group: Group, user: string): Told {
  const { channel, leader, round } = group;
  const test = testFor(group, user);
  const mine = openCommitments(group).filter(({ owner }) => owner === user);
  const commitments = mine.map(({ id, due, madeBy }) => ({
    id,
    due,
    ...(madeBy === user ? {} : { given: true as const }),
  }));
  if (openAgreement(group) === undefined || memberOf(group, user) === undefined)
    return { channel, ...test, commitments: memberOf(group, user) ? commitments : [], needs: [] };
  return {
    channel,
    role: leader === user ? 'leader' : 'member',
    round: round && { id: round.id, on: round.on, until: round.closesAt },
    ...test,
    commitments,
    needs: needsOf(group, user),
  };
}

/**
 * The same for all who take part, whoever has answered: like a round's, its closing tells nobody anything. Who took part in an
 * earlier one that is remembered hears of it too, so that they find it in their data.
 */
function testFor({ assessment, answered = [] }: Group, user: string): Pick<Told, 'test' | 'asked'> {
  if (assessment?.members.includes(user)) return { test: { id: assessment.id, until: assessment.closesAt } };
  return answered.some(({ asked }) => asked.includes(user)) ? { asked: true } : {};
}

/** What the leader should see to; and everybody, where there is none. */
function needsOf({ leader, vacated, blocked, left = [] }: Group, user: string): string[] {
  const leaderLeft = leader === undefined ? [`leader-left/${vacated}`] : [];
  if (leader !== user) return leaderLeft;
  return [
    ...(blocked ? [`channel-blocked/${blocked.from}`] : []),
    ...left.map(({ id, on }) => `member-left/${id}.${on}`),
  ];
}

/** The same as it truly is: what a reminder goes by. */
export function groupTruthFor(group: Group, user: string): Told {
  const link = groupLinkFor(group, user);
  const waits = isOpenRound(group.round) && contributionOf(group.round, user) === undefined;
  return { ...link, round: waits ? link.round : undefined };
}

/** The group as an act writes it: who is to know something else is marked in that very write (links.ts). */
export function groupToBeTold(group: Group): Group {
  const marked = untoldIn(group.linked);
  const unmarked = staleIn(group.linked, entriesOf(group)).filter((user) => !marked.includes(user));
  return unmarked.length === 0 ? group : { ...group, linked: withUntold(group.linked, unmarked) };
}

/** What the group's look has to tell its members; and the group once they are told. */
export function groupTellings(group: Group): { group: Group; tell: GroupTelling[] } {
  const { tenant, version } = group;
  const entries = entriesOf(group);
  const stale = staleIn(group.linked, entries);
  if (stale.length === 0) return { group, tell: [] };
  const told = withToldOf(
    group.linked,
    entries.filter(({ user }) => stale.includes(user)),
  );
  const tell = stale.map(
    (user): GroupTelling => ({
      kind: 'group',
      to: { tenant, user },
      link: groupLinkFor(group, user),
      version,
    }),
  );
  return { group: { ...group, linked: told }, tell };
}

/** The group as if those had not been told: they are told by the next look. */
export function groupNotTold(group: Group, users: string[]): Group {
  return users.length === 0 ? group : { ...group, linked: withUntold(group.linked, users) };
}

function entriesOf(group: Group): Entry[] {
  const { linked = [], members, assessment } = group;
  const users = [
    ...linked.map(({ user }) => user),
    ...members.map(({ id }) => id),
    ...(assessment?.members ?? []),
  ];
  return [...new Set(users)].map((user) => {
    const link = groupLinkFor(group, user);
    return { user, print: JSON.stringify(link), isEmpty: isEmptyGroupLink(link) };
  });
}

/** A member who was told. Told again, or too late, they are the very same. */
export function hearGroup(
  person: Person,
  { link: told, version }: Pick<GroupTelling, 'link' | 'version'>,
  now: Instant,
): Person {
  const links = person.groups ?? [];
  const before = links.find(({ channel }) => channel === told.channel);
  if (before === undefined && isEmptyGroupLink(told)) return person;
  const {
    version: known,
    heardOn,
    reported,
    ...said
  } = before ?? { version: -1, heardOn: '', reported: undefined };
  if (before && (known > version || (known === version && JSON.stringify(said) === JSON.stringify(told))))
    return person;
  const link = { ...told, version, heardOn: localDate(now, person.profile.zone), reported };
  return { ...person, groups: before ? links.map((old) => (old === before ? link : old)) : [...links, link] };
}
