import {
  addDays,
  addWeeks,
  daysBetween,
  type PlainDate,
  type Week,
  type Weekday,
  weekOf,
  weeksBetween,
} from './time.ts';

/** Weeks between follow-ups. */
export type Rhythm = 1 | 2 | 4;
export const rhythms: readonly Rhythm[] = [1, 2, 4];

/** Both days included. */
export type Period = { starts: PlainDate; ends: PlainDate };

/**
 * The weeks in which an agreement is followed up: every `rhythm` weeks after the week it starts in. The closing one is
 * the last slot inside the period, whatever the rhythm; an ordinary one within half a rhythm of it gives way to it.
 *
 * @param slotDate the date of the person's slot in a week, or undefined where the week has none
 */
export function followUpWeeks(
  period: Period,
  rhythm: Rhythm,
  slotDate: (week: Week) => PlainDate | undefined,
): Week[] {
  const first = weekOf(period.starts);
  const closing = closingWeek(period, slotDate);
  if (closing === undefined) return [];
  const weeks: Week[] = [];
  for (let week = addWeeks(first, rhythm); week < closing; week = addWeeks(week, rhythm)) {
    if (weeksBetween(week, closing) * 2 > rhythm) weeks.push(week);
  }
  return [...weeks, closing];
}

/** The ordinary follow-up nearest the period's middle, of two as near the later: there the leader is asked whether these are still the points. */
export function halfwayWeek({ starts, ends }: Period, weeks: Week[]): Week | undefined {
  const middle = weekOf(addDays(starts, Math.floor(daysBetween(starts, ends) / 2)));
  const distance = (week: Week) => Math.abs(weeksBetween(week, middle));
  const [first, ...ordinary] = weeks.slice(0, -1);
  return ordinary.reduce(
    (nearest, week) => (nearest && distance(nearest) < distance(week) ? nearest : week),
    first,
  );
}

/** The period's weeks without a slot: paused, or nothing but days off. Only weeks whose slot's `weekday` lies in it count. */
export function lostWeeks(
  { starts, ends }: Period,
  weekday: Weekday,
  slotDate: (week: Week) => PlainDate | undefined,
): number {
  let lost = 0;
  for (let week = addWeeks(weekOf(starts), 1); addDays(week, weekday - 1) <= ends; week = addWeeks(week, 1)) {
    if (slotDate(week) === undefined) lost += 1;
  }
  return lost;
}

/** The last week after the first whose slot lies inside the period. */
function closingWeek(period: Period, slotDate: (week: Week) => PlainDate | undefined): Week | undefined {
  const first = weekOf(period.starts);
  for (let week = weekOf(period.ends); week > first; week = addWeeks(week, -1)) {
    const date = slotDate(week);
    if (date !== undefined && date <= period.ends) return week;
  }
  return undefined;
}
