import {
  closingWeek,
  type FollowUpKind,
  kindOf,
  nextOwnDue,
  passesHalfWay,
  weeksOfFollowUp,
} from './agenda.ts';
import { type CheckIn, isOpen, type LeaderAgreement, type PointProgress } from './agreement.ts';
import { calendarOf, type Person } from './person.ts';
import { type FollowUpPart, isGivenUp, isUnanswered, openFollowUp } from './prompt.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import { settle } from './settle.ts';
import { dayAfter } from './slots.ts';
import {
  type Instant,
  localDate,
  type PlainDate,
  type Time,
  type Week,
  weekOf,
  weeksBetween,
} from './time.ts';

export type AnswerInput = {
  agreement: string;
  view: string;
  points: PointProgress[];
  win?: string | undefined;
  winSeenBy?: string[] | undefined;
  stillRight?: boolean | undefined;
  expectationsFit?: boolean | undefined;
};

/** Stores a check-in and settles the follow-up it answers. */
export function answer(person: Person, input: AnswerInput, now: Instant): Person | Refusal {
  const { agreement, prompt } = person;
  if (agreement === undefined || agreement.id !== input.agreement) return refuse('no-agreement');
  const again = agreement.checkIns.find((checkIn) => checkIn.form === input.view);
  if (again !== undefined) return sentAgain(person, agreement, again, input);
  if (answerable(person) === undefined) return refuse('no-agreement');
  const { week } = followUpAnswered(person, agreement, now);
  const { points, win, winSeenBy, stillRight, expectationsFit, view: form } = input;
  const checkIn: CheckIn = { week, at: now, points, win, winSeenBy, stillRight, expectationsFit, form };
  const checkIns = [...agreement.checkIns.filter((earlier) => earlier.week !== week), checkIn];
  // The last of them is the closing, which only the look back settles.
  const settles = weeksOfFollowUp(person).slice(0, -1).includes(week);
  const settled = settles && week > agreement.settled ? week : agreement.settled;
  return {
    ...person,
    agreement: { ...agreement, checkIns, settled, unanswered: 0 },
    prompt: prompt && askedFor(person, agreement)?.week === week ? { ...prompt, state: 'answered' } : prompt,
  };
}

/**
 * The same submission twice changes nothing. But somebody who was told that it wasn't saved may have written on before
 * they sent it again: then that counts.
 */
function sentAgain(person: Person, agreement: LeaderAgreement, before: CheckIn, input: AnswerInput): Person {
  const { points, win, winSeenBy, stillRight, expectationsFit } = input;
  const written = { ...before, points, win, winSeenBy, stillRight, expectationsFit };
  const fields = ['points', 'win', 'winSeenBy', 'stillRight', 'expectationsFit'] as const;
  if (sameIn(before, written, fields)) return person;
  const checkIns = agreement.checkIns.map((checkIn) => (checkIn === before ? written : checkIn));
  return { ...person, agreement: { ...agreement, checkIns } };
}

/** The follow-up that waits in a DM and that an answer can answer: the closing asks for the look back. */
function askedFor(person: Person, agreement: LeaderAgreement): FollowUpPart | undefined {
  const asked = openFollowUp(person.prompt, agreement.id);
  return asked !== undefined && kindOf(person, asked) !== 'closing' ? asked : undefined;
}

/** The agreement that can be answered now: until it is closed or stopped, also after its period's end. */
export function answerable({ agreement }: Person): LeaderAgreement | undefined {
  return isOpen(agreement) ? agreement : undefined;
}

/** Moves this week's prompt to the person's next working day. */
export function postpone(person: Person, week: Week, now: Instant): Person | Refusal {
  const { prompt } = person;
  const asks = openFollowUp(prompt, person.agreement?.id) !== undefined;
  if (prompt === undefined || prompt.week !== week || !asks) return refuse('prompt-over');
  const movedTo = dayToMoveTo(person, week, now);
  if (movedTo === undefined) return refuse('no-day-left');
  // A reminder that was given up may have come all the same: it is the only one.
  const reminder = prompt.reminder === 'sending' && isGivenUp(prompt) ? 'failed' : prompt.reminder;
  return { ...person, prompt: { ...prompt, state: 'moved', movedTo, reminder, attempts: undefined } };
}

/** The date that "tomorrow" means for the prompt of a week; undefined when the week has no working day left. */
export function dayToMoveTo(person: Person, week: Week, now: Instant): PlainDate | undefined {
  const today = localDate(now, person.profile.zone);
  return weekOf(today) === week ? dayAfter(today, week, calendarOf(person)) : undefined;
}

/** Lets this prompt go by. */
export function skip(person: Person, week: Week): Person | Refusal {
  const { prompt } = person;
  if (prompt === undefined || prompt.week !== week) return refuse('prompt-over');
  if (prompt.state === 'skipped') return person;
  if (!isUnanswered(prompt)) return refuse('prompt-over');
  // Skipping is innocent: it is a sign of life, and does not slow the rhythm.
  const { agreement, ...rest } = settle(person, 'skipped');
  return { ...rest, agreement: agreement && { ...agreement, unanswered: 0 } };
}

/** The answer given earlier this week, which a new one would replace. */
export function answerToCorrect(person: Person, now: Instant): CheckIn | undefined {
  const { agreement } = person;
  const latest = agreement?.checkIns.at(-1);
  const { zone } = person.profile;
  const isThisWeeks = latest && weekOf(localDate(latest.at, zone)) === weekOf(localDate(now, zone));
  return agreement && isThisWeeks && askedFor(person, agreement) === undefined ? latest : undefined;
}

/** Both points slipped back, twice running: then, and only then, somebody to talk to is offered (PRODUCT.md). */
export function slippedBackTwice({ checkIns, points }: LeaderAgreement): boolean {
  const latest = checkIns.slice(-2);
  const allSlipped = ({ points: said }: CheckIn) =>
    points.every(({ id }) => said.find(({ point }) => point === id)?.progress === 1);
  return latest.length === 2 && latest.every(allSlipped);
}

/** When the person is next asked how it goes: the day, and their slot's time on it. */
export function nextFollowUp(person: Person, now: Instant): { date: PlainDate; time: Time } | undefined {
  const due = nextOwnDue(person, now);
  return due && { date: due.place.date, time: calendarOf(person).slot.time };
}

/** What an answer given now would be: an ordinary one, half-way with its question, or the closing. */
export function kindAnswered(person: Person, agreement: LeaderAgreement, now: Instant): FollowUpKind {
  const closing = closingWeek(person);
  const isLast = closing === undefined || weekOf(localDate(now, person.profile.zone)) >= closing;
  return isLast ? 'closing' : kindOf(person, followUpAnswered(person, agreement, now));
}

type Answered = { week: Week; halfWay: boolean };

/**
 * Which follow-up an answer answers: the one that waits in a DM; else it corrects this week's answer; else the next one,
 * when that is at most half a rhythm away; else it stands by itself in its week. The closing is never taken early.
 */
function followUpAnswered(person: Person, agreement: LeaderAgreement, now: Instant): Answered {
  const asked = askedFor(person, agreement);
  if (asked !== undefined) return { week: asked.week, halfWay: asked.halfWay ?? false };
  const corrected = answerToCorrect(person, now);
  if (corrected !== undefined) return { week: corrected.week, halfWay: corrected.stillRight !== undefined };
  const week = weekUnasked(person, agreement, now);
  return { week, halfWay: passesHalfWay(person, week) };
}

function weekUnasked(person: Person, agreement: LeaderAgreement, now: Instant): Week {
  const thisWeek = weekOf(localDate(now, person.profile.zone));
  const weeks = weeksOfFollowUp(person);
  const open = weeks.filter((week) => week > agreement.settled);
  const next = open.findLast((week) => week <= thisWeek) ?? open[0];
  const isNear = next !== undefined && weeksBetween(thisWeek, next) * 2 <= agreement.rhythm;
  return isNear && next !== weeks.at(-1) ? next : thisWeek;
}
