import {
  calendarOfGroup,
  type Group,
  type GroupAgreement,
  type GroupEnding,
  openAgreement,
  todayOf,
} from './group.ts';
import { isTimeToEnd } from './group-agenda.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { lostWeeks } from './rhythm.ts';
import { isOpenRound } from './round.ts';
import { closeRound } from './rounds.ts';
import { sameIn } from './same.ts';
import { slotIn } from './slots.ts';
import { addWeeks, type Instant } from './time.ts';

export type GroupClosingInput = Pick<GroupEnding, 'outcomes' | 'learned'> & {
  agreement: string;
  view: string;
};

/** Closes the agreement as the group decided in its round: what becomes of each point, and what was learned. */
export function closeGroup(group: Group, input: GroupClosingInput, now: Instant): Group | Refusal {
  const { agreement } = group;
  if (agreement?.id !== input.agreement) return refuse('no-group');
  const { outcomes, learned, view: form } = input;
  const isAgain = agreement.ending?.form === form;
  if (agreement.ending !== undefined && !isAgain) return refuse('no-group');
  // The weeks that were lost may have been had back since it was time.
  if (!(isAgain || isTimeToEnd(group, now))) return refuse('agreement-goes-on');
  const on = todayOf(group, now);
  const ending: GroupEnding = { on, how: 'closed', outcomes, learned, form };
  if (agreement.ending && sameIn(agreement.ending, ending, ['outcomes', 'learned'])) return group;
  return ended(group, agreement, ending, now);
}

/** Ends a running agreement before its time. */
export function stopGroup(group: Group, id: string, now: Instant): Group | Refusal {
  const { agreement } = group;
  if (agreement?.id !== id) return refuse('no-group');
  if (agreement.ending !== undefined) return group;
  const on = todayOf(group, now);
  const ends = on < agreement.period.ends ? on : agreement.period.ends;
  const stopped = { ...agreement, period: { ...agreement.period, ends } };
  return ended(group, stopped, { on, how: 'stopped', outcomes: [] }, now);
}

/** A round that is open closes with it: what was contributed is still summed up. */
function ended(group: Group, agreement: GroupAgreement, ending: GroupEnding, now: Instant): Group {
  const closed = isOpenRound(group.round) ? closeRound(group, group.round.id, undefined, now) : group;
  const after = isRefusal(closed) ? group : closed;
  return { ...after, agreement: { ...agreement, unanswered: after.agreement?.unanswered ?? 0, ending } };
}

/** The weeks that pauses and days off took, as long as they were not given back and would still lie ahead. */
export function groupWeeksToGiveBack(group: Group, now: Instant): number {
  const agreement = openAgreement(group);
  if (agreement === undefined || agreement.extendedWeeks !== undefined) return 0;
  const calendar = calendarOfGroup(group, agreement.slot);
  const weeks = lostWeeks(agreement.period, agreement.slot.weekday, (week) => slotIn(week, calendar)?.date);
  return addWeeks(agreement.period.ends, weeks) > todayOf(group, now) ? weeks : 0;
}

/** Adds the lost weeks at the end, once; the rounds go on in them, and the closing one comes at their end. */
export function extendGroup(group: Group, id: string, now: Instant): Group | Refusal {
  const agreement = openAgreement(group);
  if (agreement?.id !== id) return refuse('no-group');
  const weeks = groupWeeksToGiveBack(group, now);
  if (weeks === 0) return group;
  const ends = addWeeks(agreement.period.ends, weeks);
  return {
    ...group,
    agreement: { ...agreement, period: { ...agreement.period, ends }, unanswered: 0, extendedWeeks: weeks },
  };
}
