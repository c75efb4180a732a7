import { withFacilitator } from './facilitator.ts';
import { type Group, type GroupAgreement, openAgreement, todayOf } from './group.ts';
import { closingTime, kindIn, roundWeeks, weekByHand } from './group-agenda.ts';
import { carriedOver, figuresOf, linesToDiscuss } from './lines.ts';
import { isGivenUp } from './prompt.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isOpenRound, type Round, type RoundKind } from './round.ts';
import type { Instant, Week } from './time.ts';

/** A round's life: opened in its slot or by hand, closed after its hours or by hand. */

type Opening = { week: Week; kind: RoundKind; facilitator?: string | undefined; by?: string | undefined };

/** What nobody has talked about yet comes along; what the round before had to say is forgotten otherwise. */
export function opened(
  group: Group,
  agreement: GroupAgreement,
  { week, kind, facilitator, by }: Opening,
  now: Instant,
): Group {
  const number = group.roundsOpened + 1;
  const round: Round = {
    id: String(number),
    kind,
    on: todayOf(group, now),
    openedBy: by,
    closesAt: closingTime(group, agreement, now),
    contributions: [],
    discussed: [],
    before: {
      settled: agreement.settled,
      turns: group.members.map(({ id, facilitatedOn }) => ({ id, on: facilitatedOn })),
    },
  };
  const settled = week > agreement.settled ? week : agreement.settled;
  const begun = {
    ...group,
    roundsOpened: number,
    notes: carriedOver(group),
    round,
    agreement: { ...agreement, settled },
  };
  return withFacilitator(begun, facilitator);
}

/** `/trivsel runde`: without waiting for the slot. Its facilitator is found when it is posted. */
export function openByHand(group: Group, by: string, now: Instant): Group | Refusal {
  const agreement = openAgreement(group);
  if (agreement === undefined) return refuse('no-group');
  // Pressed twice, or by two at once: there is one round.
  if (isOpenRound(group.round)) return group;
  // What could not be posted is tried again at once: somebody is there.
  if (isSummingUp(group))
    return isStuck(group) ? { ...group, blocked: undefined, posting: undefined } : refuse('round-summing-up');
  const week = weekByHand(group, agreement, now);
  const kind = kindIn(agreement, roundWeeks(group, agreement), week);
  return opened(group, { ...agreement, unanswered: 0 }, { week, kind, by }, now);
}

/** Closed, and the channel has not read yet what it came to. */
export function isSummingUp({ round }: Group): boolean {
  return round !== undefined && !isOpenRound(round) && round.summary === undefined;
}

/** The channel refused, or every try failed. */
const isStuck = ({ blocked, posting }: Group) =>
  blocked !== undefined || (posting !== undefined && isGivenUp(posting));

/** Closes the open round. Closed already, it stays as it is. */
export function closeRound(group: Group, id: string, by: string | undefined, now: Instant): Group | Refusal {
  const { round } = group;
  if (round?.id !== id) return refuse('round-closed');
  if (!isOpenRound(round)) return group;
  return withRound(group, { ...round, closedAt: now, closedBy: by });
}

/** So many of a round's figures are kept: more would not fit a chart. */
const mostRounds = 20;

/** The group with its round as it is now; a closed one's figures with it. */
export function withRound(group: Group, round: Round): Group {
  const { agreement } = group;
  if (isOpenRound(round) || agreement === undefined) return { ...group, round };
  // A point that is replaced afterwards takes nothing away from what was said of it.
  const points = round.points ?? agreement.points.map(({ id, title }) => ({ id, title }));
  const closed = { ...round, points };
  const others = group.rounds.filter(({ id }) => id !== round.id);
  const wasKnown = others.length < group.rounds.length;
  const silent = round.contributions.length === 0;
  const unanswered = silent ? agreement.unanswered + (wasKnown ? 0 : 1) : 0;
  return {
    ...group,
    round: closed,
    rounds: [...others, figuresOf(group, closed)].slice(-mostRounds),
    agreement: { ...agreement, unanswered },
  };
}

/** What was talked about, of all that could be: the rest is carried over into the next round. */
export function markDiscussed(group: Group, id: string, discussed: string[]): Group | Refusal {
  const { round } = group;
  if (round?.id !== id || isOpenRound(round)) return refuse('round-over');
  const known = linesToDiscuss(group, round).map((line) => line.id);
  const marked = known.filter((line) => discussed.includes(line));
  if (marked.join() === round.discussed.join()) return group;
  return { ...group, round: { ...round, discussed: marked } };
}
