import { periodFrom } from './agreement.ts';
import {
  fewestMembers,
  type Group,
  type GroupAgreement,
  type GroupPointText,
  type HoursOpen,
  type Member,
  memberOf,
  mostMembers,
  openAgreement,
  type Posting,
  todayOf,
} from './group.ts';
import { withoutRolesOfOthers } from './group-roles.ts';
import { carriedOver } from './lines.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Rhythm } from './rhythm.ts';
import { isSummingUp } from './rounds.ts';
import { sameIn } from './same.ts';
import type { Slot } from './slots.ts';
import { type Instant, weekOf } from './time.ts';

export type NamedMember = Pick<Member, 'id' | 'name'>;
export type GroupRhythmInput = { rhythm: Rhythm; slot: Slot; hoursOpen: HoursOpen };

export type GroupInput = GroupRhythmInput & {
  view: string;
  members: NamedMember[];
  points: [GroupPointText, GroupPointText];
};

/**
 * Makes the group's one agreement; who makes it leads the group. What was promised and not done yet comes along into a new
 * one, and so does what nobody has talked about.
 */
export function makeGroup(group: Group, by: string, input: GroupInput, now: Instant): Group | Refusal {
  const { view, members, points, rhythm, slot, hoursOpen } = input;
  const isAgain = group.agreement?.id === view;
  if (openAgreement(group) !== undefined && !isAgain) return refuse('group-running');
  if (isSummingUp(group) && group.blocked === undefined) return refuse('round-summing-up');
  const refused = refusalOfMembers(by, members) ?? refusalOfPoints(members, points);
  if (refused) return refused;
  const starts = todayOf(group, now);
  const [first, second] = points;
  const agreement: GroupAgreement = {
    id: view,
    period: periodFrom(starts),
    rhythm,
    slot,
    hoursOpen,
    points: [
      { ...first, id: `${view}/1` },
      { ...second, id: `${view}/2` },
    ],
    settled: weekOf(starts),
    unanswered: 0,
    retired: [],
  };
  const isDeserted = group.members.length === 0;
  const made = withoutRolesOfOthers({
    ...group,
    leader: by,
    members: withMembers(group.members, members, starts),
    agreement,
    pauses: group.pauses.filter(({ until }) => until > starts),
    notes: isDeserted ? [] : carriedOver(group),
    round: undefined,
    rounds: [],
    commitments: isDeserted ? [] : group.commitments.filter(({ state }) => state === 'open'),
    // A new card stands where the talk is now.
    card: undefined,
    ended: undefined,
    blocked: undefined,
    // A test's goes on.
    posting: isOfAssessment(group.posting) ? group.posting : undefined,
    vacated: undefined,
  });
  // Sent again after "it wasn't saved", what was written last counts.
  if (!isAgain) return made;
  const isSame = group.round !== undefined || sameIn(group, made, ['members', 'agreement']);
  return isSame ? group : { ...made, card: group.card };
}

const isOfAssessment = (posting: Posting | undefined) =>
  posting?.what === 'assessment' || posting?.what === 'themes';

/** Who stays keeps their turn. */
export function withMembers(before: Member[], named: NamedMember[], since: string): Member[] {
  return named.map(({ id, name }) => {
    const known = before.find((member) => member.id === id);
    return known ? { ...known, name } : { id, name, since };
  });
}

export function refusalOfMembers(leader: string, members: Pick<NamedMember, 'id'>[]): Refusal | undefined {
  if (members.length < fewestMembers) return refuse('too-few-members');
  if (members.length > mostMembers) return refuse('too-many-members');
  return members.some(({ id }) => id === leader) ? undefined : refuse('not-a-member');
}

function refusalOfPoints(members: NamedMember[], points: GroupPointText[]): Refusal | undefined {
  const isMember = ({ responsible }: GroupPointText) => members.some(({ id }) => id === responsible);
  return points.every(isMember) ? undefined : refuse('not-a-member');
}

/** The points that are proposed for the agreement that follows an ended one: those that go on. */
export function pointsToRenew(group: Group): GroupPointText[] {
  const { agreement, members } = group;
  // What those who have all left wrote is nobody's.
  if (agreement?.ending === undefined || members.length === 0) return [];
  const { outcomes } = agreement.ending;
  return agreement.points
    .filter(({ id }) => outcomes.some(({ point, outcome }) => point === id && outcome !== 'done'))
    .map(({ id: _, ...text }) => ({ ...text, responsible: memberOf(group, text.responsible)?.id }));
}
