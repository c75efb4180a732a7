import { closingWeek, slotDateOf, withClosingAhead } from './agenda.ts';
import { type Ending, isOpen, type LeaderAgreement, type Outcome, type PointText } from './agreement.ts';
import { calendarOf, type Draft, type Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { lostWeeks } from './rhythm.ts';
import { sameIn } from './same.ts';
import { settleWaiting } from './settle.ts';
import { addWeeks, type Instant, localDate } from './time.ts';

export type ClosingInput = {
  agreement: string;
  view: string;
  outcomes: { point: string; outcome: Outcome }[];
  learned?: string | undefined;
};

/**
 * Closes the agreement, each point with what becomes of it. What is to go on stands in a draft, so that the next agreement
 * begins with it; unless its leader has begun to write that one already.
 */
export function close(person: Person, input: ClosingInput, now: Instant): Person | Refusal {
  const { agreement } = person;
  if (agreement?.id !== input.agreement) return refuse('no-agreement');
  const { outcomes, learned, view: form } = input;
  // Sent twice it is one closing, with what was written last; from another device it is refused, and keeps its text.
  const isAgain = agreement.ending?.form === form;
  if (agreement.ending !== undefined && !isAgain) return refuse('no-agreement');
  const goesOn = agreement.points.filter(({ id }) =>
    outcomes.some(({ point, outcome }) => point === id && outcome !== 'done'),
  );
  const [first, second] = goesOn.map(withoutId);
  const renewal: Draft | undefined = first && { form, points: [first, second], savedAt: now };
  const on = localDate(now, person.profile.zone);
  const ending: Ending = { on, how: 'closed', outcomes, learned, form };
  if (isAgain && agreement.ending && sameIn(agreement.ending, ending, ['outcomes', 'learned'])) return person;
  const hasOwnDraft = person.draft !== undefined && person.draft.form !== form;
  return {
    ...settleWaiting(person, 'answered'),
    agreement: { ...agreement, ending },
    draft: hasOwnDraft ? person.draft : renewal,
  };
}

/** Ends a running agreement before its time, for whatever reason; it may be read for its thirty days like any other. */
export function stop(person: Person, id: string, now: Instant): Person | Refusal {
  const { agreement } = person;
  if (agreement === undefined || agreement.id !== id) return refuse('no-agreement');
  if (agreement.ending !== undefined) return person;
  const on = localDate(now, person.profile.zone);
  const ending: Ending = { on, how: 'stopped', outcomes: [] };
  const ends = on < agreement.period.ends ? on : agreement.period.ends;
  return {
    ...settleWaiting(person, 'skipped'),
    agreement: { ...agreement, ending, period: { ...agreement.period, ends } },
  };
}

/** The weeks that pauses and days off took, as long as they were not given back and would still lie ahead. */
export function weeksToGiveBack(person: Person, now: Instant): number {
  const { agreement } = person;
  if (agreement === undefined || agreement.extendedWeeks !== undefined) return 0;
  const weeks = lostWeeks(agreement.period, calendarOf(person).slot.weekday, slotDateOf(person));
  const isAhead = addWeeks(agreement.period.ends, weeks) > localDate(now, person.profile.zone);
  return isAhead ? weeks : 0;
}

/** Adds the lost weeks at the end, once; the follow-ups go on in them. */
export function extend(person: Person, id: string, now: Instant): Person | Refusal {
  const { agreement } = person;
  if (!isOpen(agreement) || agreement.id !== id) return refuse('no-agreement');
  const weeks = weeksToGiveBack(person, now);
  if (weeks === 0) return person;
  const settled = closingWeek(person) ?? agreement.settled;
  const ends = addWeeks(agreement.period.ends, weeks);
  return withClosingAhead({
    ...settleWaiting(person, 'answered'),
    agreement: {
      ...agreement,
      period: { ...agreement.period, ends },
      settled: settled > agreement.settled ? settled : agreement.settled,
      unanswered: 0,
      extendedWeeks: weeks,
    },
  });
}

function withoutId({ id: _, ...text }: LeaderAgreement['points'][0]): PointText {
  return text;
}
