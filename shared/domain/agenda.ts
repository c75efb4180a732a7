import { calendarOf, type Person } from './person.ts';
import { isUndelivered, type Part, type PromptState } from './prompt.ts';
import { keptUntil } from './retention.ts';
import { followUpWeeks } from './rhythm.ts';
import { type Place, slotIn } from './slots.ts';
import { addWeeks, type Instant, localDate, type Week, weekOf } from './time.ts';

/** What will be in the DM of a week's slot. */
export type Due = { week: Week; place: Place; parts: Part[] };

/**
 * The person's first slot that is not over and has something to say, or undefined. It may be open already: then
 * `place.opens` is not after `now`. What a slot missed is owed in the next one, once.
 */
export function nextDue(person: Person, now: Instant): Due | undefined {
  const { zone } = person.profile;
  const weeks = weeksOfFollowUp(person);
  // A night shift that began on Sunday may still be on: last week's slot is looked at too.
  const first = addWeeks(weekOf(localDate(now, zone)), -1);
  const last = lastWeekOwed(person, now);
  for (let week = first; week <= last; week = addWeeks(week, 1)) {
    const parts = partsOwed(person, week, weeks);
    const place = parts.length > 0 ? placeIn(person, week) : undefined;
    if (place !== undefined && now < place.closes) return { week, place, parts };
  }
  return undefined;
}

/** The weeks in which the person's agreement is followed up, the closing one last. */
export function weeksOfFollowUp(person: Person): Week[] {
  const { agreement } = person;
  if (agreement === undefined) return [];
  const calendar = calendarOf(person);
  return followUpWeeks(agreement.period, agreement.rhythm, (week) => slotIn(week, calendar)?.date);
}

/** The person whose prompt is done with, in that state: what it held is owed no more. */
export function settle(person: Person, state: PromptState): Person {
  const { agreement, prompt } = person;
  if (prompt === undefined) return person;
  const weeks = prompt.parts.filter((part) => part.agreement === agreement?.id).map((part) => part.week);
  const settled = [agreement?.settled ?? '', ...weeks].sort().at(-1) ?? '';
  return {
    ...person,
    agreement: agreement && { ...agreement, settled },
    prompt: { ...prompt, state, lease: undefined },
  };
}

function placeIn(person: Person, week: Week): Place | undefined {
  const movedTo = person.prompt?.week === week ? person.prompt.movedTo : undefined;
  return slotIn(week, calendarOf(person), movedTo);
}

function partsOwed(person: Person, week: Week, weeks: Week[]): Part[] {
  const { agreement, prompt } = person;
  if (agreement === undefined) return [];
  // One DM a week; and what this week's DM holds was not owed before it.
  if (prompt !== undefined && (week < prompt.week || (week === prompt.week && !isUndelivered(prompt))))
    return [];
  const followUp = weeks.findLast((due) => due <= week && due > agreement.settled);
  if (followUp !== undefined) return [{ kind: 'follow-up', agreement: agreement.id, week: followUp }];
  return carriedOver(person);
}

/** The parts of a prompt that nobody has seen yet, or that its person wants later. */
function carriedOver({ agreement, prompt }: Person): Part[] {
  if (prompt === undefined || !isUndelivered(prompt)) return [];
  return prompt.parts.filter((part) => part.agreement === agreement?.id);
}

function lastWeekOwed(person: Person, now: Instant): Week {
  const end = person.agreement === undefined ? now : keptUntil(person.agreement.period.ends);
  return weekOf(person.agreement === undefined ? localDate(now, person.profile.zone) : end);
}
