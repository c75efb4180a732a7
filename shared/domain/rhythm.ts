import { addWeeks, type PlainDate, type Week, weekOf, weeksBetween } from './time.ts';

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

/** The last week after the first whose slot lies inside the period. */
function closingWeek(period: Period, slotDate: (week: Week) => PlainDate | undefined): Week | undefined {
  const first = weekOf(period.starts);
  for (let week = weekOf(period.ends); week > first; week = addWeeks(week, -1)) {
    const date = slotDate(week);
    if (date !== undefined && date <= period.ends) return week;
  }
  return undefined;
}
