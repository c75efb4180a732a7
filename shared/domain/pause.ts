import type { Person } from './person.ts';
import { followUpIn } from './prompt.ts';
import { type Refusal, refuse } from './refusal.ts';
import { settleWaiting } from './settle.ts';
import type { Pause } from './slots.ts';
import { addMonths, type Instant, localDate, type PlainDate } from './time.ts';

/** A pause is the person's: it holds for everything, everywhere, and ends by itself. */

export function currentPause(person: Person, now: Instant): Pause | undefined {
  const today = localDate(now, person.profile.zone);
  return person.pauses.find(({ from, until }) => from <= today && today < until);
}

/** Rests from today until that date; a prompt that waits is let go. */
export function pauseUntil(person: Person, until: PlainDate, now: Instant): Person | Refusal {
  const today = localDate(now, person.profile.zone);
  if (until <= today) return refuse('pause-not-ahead');
  if (until > addMonths(today, 12)) return refuse('pause-too-long');
  const from = currentPause(person, now)?.from ?? today;
  const pauses = [...endedBy(person.pauses, from), { from, until }];
  return { ...letGo(person), pauses };
}

/** Ends the pause, and the rest that follows three unanswered follow-ups. The same person where there is neither. */
export function resume(person: Person, now: Instant): Person {
  const today = localDate(now, person.profile.zone);
  // Who flew west may have begun it tomorrow.
  const isPaused = person.pauses.some(({ until }) => today < until);
  if (!(isPaused || isResting(person))) return person;
  return { ...letGo(person), pauses: endedBy(person.pauses, today) };
}

/** A prompt that waits is let go; and who says so much is there: what passed unanswered is counted no more. */
function letGo(person: Person): Person {
  const { agreement, ...rest } = settleWaiting(person, 'skipped');
  return { ...rest, agreement: agreement && { ...agreement, unanswered: 0 } };
}

/** After two unanswered follow-ups in a row the rhythm becomes monthly, after three it rests. Nobody is told. */
export const slowAfter = 2;
export const restAfter = 3;

/** Unanswered follow-ups in a row, the one that waits now included. */
export function unansweredInARow({ agreement, prompt }: Person): number {
  if (agreement === undefined) return 0;
  const waits = prompt?.state === 'sent' && followUpIn(prompt, agreement.id) !== undefined;
  return agreement.unanswered + (waits ? 1 : 0);
}

export function isResting(person: Person): boolean {
  return person.agreement?.ending === undefined && unansweredInARow(person) >= restAfter;
}

function endedBy(pauses: Pause[], date: PlainDate): Pause[] {
  const cut = pauses.map(({ from, until }) => ({ from, until: until < date ? until : date }));
  return cut.filter(({ from, until }) => from < until);
}
