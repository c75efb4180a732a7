import {
  type Group,
  type GroupAgreement,
  type GroupEnding,
  type GroupPoint,
  type GroupPointText,
  memberOf,
  openAgreement,
  pointOf,
  todayOf,
} from './group.ts';
import { isGroupResting, roundWeeks } from './group-agenda.ts';
import { type GroupRhythmInput, type NamedMember, refusalOfMembers, withMembers } from './group-make.ts';
import { withoutRolesOfOthers } from './group-roles.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import type { Pause } from './slots.ts';
import { addMonths, addWeeks, type Instant, type PlainDate } from './time.ts';

/** Changes to a group's agreement, and who takes over when somebody goes. */

/** Other words for a point, or somebody else to keep an eye on it. */
export function editGroupPoint(group: Group, id: string, text: GroupPointText): Group | Refusal {
  const point = pointNow(group, id);
  if (isRefusal(point)) return point;
  if (memberOf(group, text.responsible) === undefined) return refuse('not-a-member');
  return withPoint(group, id, { ...text, id });
}

/** The two-point lock: another point comes only in the place of one, with a line on why. */
export function replaceGroupPoint(
  group: Group,
  { point: id, view, why, text }: { point: string; view: string; why: string; text: GroupPointText },
  now: Instant,
): Group | Refusal {
  const agreement = openAgreement(group);
  if (agreement === undefined) return refuse('no-group');
  if (memberOf(group, text.responsible) === undefined) return refuse('not-a-member');
  // The new point's id is its form's: the same submission twice is one replacement.
  if (pointOf(agreement, view)) return withPoint(group, view, { ...text, id: view });
  const point = pointNow(group, id);
  if (isRefusal(point)) return point;
  const retired = [...agreement.retired, { point, why, on: todayOf(group, now) }];
  return withPoint({ ...group, agreement: { ...agreement, retired } }, id, { ...text, id: view });
}

/** Any member, where the one who kept an eye on it left. */
export function takePoint(group: Group, id: string, user: string): Group | Refusal {
  const point = pointNow(group, id);
  if (isRefusal(point)) return point;
  if (point.responsible !== undefined && point.responsible !== user) return refuse('not-yours');
  return withPoint(group, id, { ...point, responsible: user });
}

function pointNow(group: Group, id: string): GroupPoint | Refusal {
  const agreement = openAgreement(group);
  return (agreement && pointOf(agreement, id)) ?? refuse(agreement ? 'point-gone' : 'no-group');
}

function withPoint(group: Group, id: string, point: GroupPoint): Group {
  const { agreement } = group;
  if (agreement === undefined) return group;
  const [first, second] = agreement.points;
  const points: GroupAgreement['points'] = id === first.id ? [point, second] : [first, point];
  const after = { ...agreement, points };
  return sameIn(agreement, after, ['points', 'retired']) ? group : { ...group, agreement: after };
}

/** Another rhythm, another slot, other hours: from the next round on. */
export function changeGroupRhythm(group: Group, input: GroupRhythmInput): Group | Refusal {
  const agreement = openAgreement(group);
  if (agreement === undefined) return refuse('no-group');
  const { rhythm, slot, hoursOpen } = input;
  const after = { ...agreement, rhythm, slot, hoursOpen, unanswered: 0 };
  if (sameIn(agreement, after, ['rhythm', 'slot', 'hoursOpen', 'unanswered'])) return group;
  return withClosingRoundAhead({ ...group, agreement: after }, group);
}

/** A change may have moved the closing round to before what is settled: then it is still to come. */
function withClosingRoundAhead(group: Group, before: Group): Group {
  const { agreement } = group;
  if (agreement === undefined || before.agreement === undefined) return group;
  const wasAhead = (roundWeeks(before, before.agreement).at(-1) ?? '') > before.agreement.settled;
  const closing = roundWeeks(group, agreement).at(-1);
  if (!wasAhead || closing === undefined || closing > agreement.settled) return group;
  return { ...group, agreement: { ...agreement, settled: addWeeks(closing, -1) } };
}

/** Who takes part, and who leads, from now on. */
export function changeMembers(
  group: Group,
  { members, leader }: { members: NamedMember[]; leader: string },
  now: Instant,
): Group | Refusal {
  if (openAgreement(group) === undefined) return refuse('no-group');
  const refused = refusalOfMembers(leader, members);
  if (refused) return refused;
  const named = withMembers(group.members, members, todayOf(group, now));
  // Who is back has not left.
  const left = group.left?.filter(({ id }) => named.every((member) => member.id !== id));
  const changed = { ...group, leader, members: named, ...(left ? { left } : {}) };
  return sameIn(group, changed, ['leader', 'members']) ? group : withoutRolesOfOthers(changed);
}

/** Somebody leaves, by their own will or because Slack knows them no more. What they wrote stays with the group. */
export function leaveGroup(group: Group, user: string, now: Instant): Group | Refusal {
  return group.leader === user ? refuse('leader-leaves') : withoutMember(group, user, now);
}

/** The same for somebody who is gone, the leader too. */
export function withoutMember(group: Group, user: string, now: Instant): Group {
  if (memberOf(group, user) === undefined) return group;
  const members = group.members.filter(({ id }) => id !== user);
  const left = [...(group.left ?? []).filter(({ id }) => id !== user), { id: user, on: todayOf(group, now) }];
  const without = withoutRolesOfOthers({ ...group, members, left });
  return members.length > 0 ? without : endedByAll(without, now);
}

/** With the last of them it is over: whoever wants may begin anew. */
function endedByAll(group: Group, now: Instant): Group {
  const { agreement } = group;
  const ending: GroupEnding = { on: todayOf(group, now), how: 'stopped', outcomes: [] };
  if (agreement === undefined || agreement.ending !== undefined) return group;
  return { ...group, round: undefined, agreement: { ...agreement, ending } };
}

/** A member takes over from a leader who left. */
export function takeOver(group: Group, user: string): Group | Refusal {
  if (group.leader === user) return group;
  return group.leader === undefined ? { ...group, leader: user } : refuse('not-yours');
}

/** Rounds rest from today until that date; an open one goes on until it closes. */
export function pauseGroup(group: Group, until: PlainDate, now: Instant): Group | Refusal {
  const today = todayOf(group, now);
  if (openAgreement(group) === undefined) return refuse('no-group');
  if (until <= today) return refuse('pause-not-ahead');
  if (until > addMonths(today, 12)) return refuse('pause-too-long');
  const pause = groupPause(group, now);
  if (pause?.until === until) return group;
  const from = pause?.from ?? today;
  return { ...group, pauses: [...endedBy(group.pauses, from), { from, until }] };
}

/** Ends the pause, and the rest that follows rounds nobody answered. The same group where there is neither. */
export function resumeGroup(group: Group, now: Instant): Group | Refusal {
  const agreement = openAgreement(group);
  if (agreement === undefined) return refuse('no-group');
  if (groupPause(group, now) === undefined && !isGroupResting(agreement)) return group;
  const pauses = endedBy(group.pauses, todayOf(group, now));
  return { ...group, pauses, agreement: { ...agreement, unanswered: 0 } };
}

export function groupPause(group: Group, now: Instant): Pause | undefined {
  const today = todayOf(group, now);
  return group.pauses.find(({ from, until }) => from <= today && today < until);
}

function endedBy(pauses: Pause[], date: PlainDate): Pause[] {
  const cut = pauses.map(({ from, until }) => ({ from, until: until < date ? until : date }));
  return cut.filter(({ from, until }) => from < until);
}
