import { isOpen, type LeaderAgreement } from './agreement.ts';
import { mostItems } from './item.ts';
import { type DueItem, itemsDue } from './items.ts';
import { restAfter, slowAfter, unansweredInARow } from './pause.ts';
import { calendarOf, type Person, rulesFor } from './person.ts';
import { type FollowUpPart, followUpIn, isGivenUp, isUndelivered, type Part, type Prompt } from './prompt.ts';
import { keptUntil } from './retention.ts';
import { followUpWeeks, halfwayWeek } from './rhythm.ts';
import { dayAfter, type Place, slotIn } from './slots.ts';
import { addDays, addWeeks, type Instant, localDate, type PlainDate, type Week, weekOf } from './time.ts';

/** What will be in the DM of a week's slot. */
export type Due = { week: Week; place: Place; parts: Part[] };

/**
 * The person's first slot that is not over and has something to say, or undefined. It may be open already: then
 * `place.opens` is not after `now`. What a slot missed is owed in the next one, once.
 */
export function nextDue(person: Person, now: Instant): Due | undefined {
  return firstDue(person, itemsDue(person), now);
}

/** The same, for the person's own follow-up alone. */
export function nextOwnDue(person: Person, now: Instant): Due | undefined {
  return firstDue(person, [], now);
}

function firstDue(person: Person, items: DueItem[], now: Instant): Due | undefined {
  const weeks = weeksOwed(person);
  // A night shift that began on Sunday may still be on: last week's slot is looked at too.
  const first = addWeeks(weekOf(localDate(now, person.profile.zone)), -1);
  const last = lastWeekOwed(person, items, now);
  for (let week = first; week <= last; week = addWeeks(week, 1)) {
    if (isTaken(person.prompt, week)) continue;
    const followUp = followUpOwed(person, week, weeks);
    const sunday = addDays(week, 6);
    const place =
      followUp.length > 0 || items.some(({ from }) => from <= sunday) ? placeIn(person, week) : undefined;
    if (place === undefined || now >= place.closes) continue;
    const parts = [...followUp, ...itemsAt(place, items, now)];
    if (parts.length > 0) return { week, place, parts };
  }
  return undefined;
}

function itemsAt({ date, opens }: Place, items: DueItem[], now: Instant): Part[] {
  const at = opens > now ? opens : now;
  const due = items
    .filter(({ from, until }) => from <= date && (until === undefined || at < until))
    .slice(0, mostItems);
  return due.map(({ item }) => ({ kind: 'item', item }));
}

/**
 * Where the one reminder of a prompt that waits belongs: two working days after it, in the same week or not at all, and
 * never in a weekly rhythm.
 */
export function reminderPlace(person: Person): Place | undefined {
  const { agreement, prompt } = person;
  if (prompt?.state !== 'sent' || prompt.sentAt === undefined || agreement === undefined) return undefined;
  if (person.noReminders) return undefined;
  if (prompt.reminder !== undefined && (prompt.reminder !== 'sending' || isGivenUp(prompt))) return undefined;
  if (
    followUpIn(prompt, agreement.id) === undefined ||
    agreement.rhythm === 1 ||
    agreement.ending !== undefined
  )
    return undefined;
  const calendar = calendarOf(person);
  const sentOn = localDate(prompt.sentAt, person.profile.zone);
  const dayBetween = dayAfter(sentOn, prompt.week, calendar);
  return dayBetween === undefined ? undefined : slotIn(prompt.week, calendar, addDays(dayBetween, 1));
}

/** The weeks in which the person's agreement is followed up, the closing one last. */
export function weeksOfFollowUp(person: Person): Week[] {
  const { agreement } = person;
  if (!isOpen(agreement)) return [];
  // What a pause keeps from coming is owed all the same: after it, and after the period's end if need be.
  return followUpWeeks(agreement.period, agreement.rhythm, slotDateOf({ ...person, pauses: [] }));
}

export function closingWeek(person: Person): Week | undefined {
  return weeksOfFollowUp(person).at(-1);
}

/** The person whose closing follow-up is still to come, where a change moved it into what is settled already. */
export function withClosingAhead(person: Person): Person {
  const { agreement } = person;
  const closing = closingWeek(person);
  if (agreement === undefined || closing === undefined || closing > agreement.settled) return person;
  return { ...person, agreement: { ...agreement, settled: addWeeks(closing, -1) } };
}

export type FollowUpKind = 'ordinary' | 'half-way' | 'closing';

/** What kind a follow-up is. A change may have moved the closing one to before a week that was to be it. */
export function kindOf(
  person: Person,
  { week, halfWay }: Pick<FollowUpPart, 'week' | 'halfWay'>,
): FollowUpKind {
  const closing = closingWeek(person);
  if (closing !== undefined && week >= closing) return 'closing';
  return halfWay ? 'half-way' : 'ordinary';
}

/** Whether the follow-up of that week is the first at or after half-way, and so the one that asks its question, once. */
export function passesHalfWay(person: Person, week: Week): boolean {
  const { agreement } = person;
  if (agreement === undefined || agreement.checkIns.some(({ stillRight }) => stillRight !== undefined))
    return false;
  const middle = halfwayWeek(agreement.period, weeksOfFollowUp(person));
  return middle !== undefined && agreement.settled < middle && middle <= week;
}

/** The date of the person's slot in a week. */
export function slotDateOf(person: Person): (week: Week) => PlainDate | undefined {
  const calendar = calendarOf(person);
  return (week) => slotIn(week, calendar)?.date;
}

/** Those not settled yet; fewer when nobody answers: after two a month apart, after three none. */
function weeksOwed(person: Person): Week[] {
  const { agreement, prompt } = person;
  const unanswered = unansweredInARow(person);
  if (agreement === undefined || unanswered >= restAfter) return [];
  const weeks = weeksOfFollowUp(person);
  const open = weeks.filter((week) => week > agreement.settled);
  if (unanswered < slowAfter || prompt === undefined) return open;
  const asked = followUpIn(prompt, agreement.id) === undefined ? agreement.settled : prompt.week;
  return open.filter((week) => week >= addWeeks(asked, 4) || week === weeks.at(-1));
}

function placeIn(person: Person, week: Week): Place | undefined {
  const movedTo = person.prompt?.week === week ? person.prompt.movedTo : undefined;
  return slotIn(week, calendarOf(person), movedTo);
}

/** One DM a week; and what this week's DM holds was not owed before it. */
function isTaken(prompt: Prompt | undefined, week: Week): boolean {
  return prompt !== undefined && (week < prompt.week || (week === prompt.week && !maySendAgain(prompt)));
}

function followUpOwed(person: Person, week: Week, weeks: Week[]): FollowUpPart[] {
  const { agreement, prompt } = person;
  if (agreement === undefined || !hasSomebodyToTalkTo(person)) return [];
  const followUp = weeks.findLast((due) => due <= week);
  if (followUp === undefined) return carriedOver(agreement, prompt);
  const part: FollowUpPart = { kind: 'follow-up', agreement: agreement.id, week: followUp };
  return [passesHalfWay(person, followUp) ? { ...part, halfWay: true } : part];
}

/** Nobody is asked how it goes before there is somebody to talk to (PRODUCT.md, "People, not software"). */
export function hasSomebodyToTalkTo({ workspace }: Person): boolean {
  return workspace === undefined || workspace.contacts.length > 0;
}

function maySendAgain(prompt: Prompt): boolean {
  return isUndelivered(prompt) && !isGivenUp(prompt);
}

/** The parts of a prompt that nobody has seen yet, or that its person wants later. */
function carriedOver(agreement: LeaderAgreement, prompt: Prompt | undefined): FollowUpPart[] {
  if (prompt === undefined || !isUndelivered(prompt) || agreement.ending !== undefined) return [];
  const part = followUpIn(prompt, agreement.id);
  return part === undefined ? [] : [part];
}

/** A pause lasts a year at most, and what is due in it comes after it. */
const longestWaitWeeks = 56;

function lastWeekOwed(person: Person, items: DueItem[], now: Instant): Week {
  const { agreement, pauses, profile } = person;
  const today = localDate(now, profile.zone);
  const waits = items.map(({ from }) => addWeeks(weekOf(from < today ? today : from), longestWaitWeeks));
  const own = weekOf(
    agreement === undefined ? today : keptUntil(agreement, pauses, rulesFor(person).keptDays),
  );
  return [own, ...waits].sort().at(-1) ?? own;
}
