import { isDanishHoliday } from './holidays.ts';
import { type Refusal, refuse } from './refusal.ts';
import {
  addDays,
  addSeconds,
  type Instant,
  instantAt,
  localTime,
  type PlainDate,
  type Time,
  type Week,
  type Weekday,
  weekdayOf,
  type Zone,
} from './time.ts';

/** When in the week Trivsel may write to a person. */
export type Slot = { weekday: Weekday; time: Time };

/** From, and up to but not including. `to` before `from` runs past midnight; the two alike: around the clock. */
export type Hours = { from: Time; to: Time };

export type WorkingTime = { slot: Slot; workdays: Weekday[]; hours: Hours };

/** From that day, until but not including the other. */
export type Pause = { from: PlainDate; until: PlainDate };

/** All that places a person's slots on the time line. */
export type Calendar = WorkingTime & {
  zone: Zone;
  /** Prompts rest on these days. */
  pauses: Pause[];
  /** The workspace's own days off. */
  closed: Pause[];
  /** Seconds after the slot's time, 0–599: colleagues with one slot are not all written to at once. */
  spread: number;
};

/** PRODUCT.md, "Prompts belong to the person". */
export const defaultWorkingTime: WorkingTime = {
  slot: { weekday: 2, time: '09:00' },
  workdays: [1, 2, 3, 4, 5],
  hours: { from: '08:00', to: '16:00' },
};

/** Where a week's slot fell, and until when it may still be used. */
export type Place = { date: PlainDate; opens: Instant; closes: Instant };

/**
 * The person's one slot in the week. On a day off it moves forward within the week; a week with no day left has none.
 * `notBefore` is where the person moved it to ("tomorrow").
 */
export function slotIn(week: Week, calendar: Calendar, notBefore?: PlainDate): Place | undefined {
  const wished = addDays(week, calendar.slot.weekday - 1);
  const sunday = addDays(week, 6);
  let date = notBefore !== undefined && notBefore > wished ? notBefore : wished;
  for (; date <= sunday; date = addDays(date, 1)) {
    const place = isDayOff(date, calendar) ? undefined : placeOn(date, calendar);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The next working day of the same week after `today`, if there is one: where "tomorrow" moves the slot. */
export function dayAfter(today: PlainDate, week: Week, calendar: Calendar): PlainDate | undefined {
  return slotIn(week, calendar, addDays(today, 1))?.date;
}

export function isDayOff(date: PlainDate, calendar: Calendar): boolean {
  const { pauses, closed } = calendar;
  const paused = [...pauses, ...closed].some(({ from, until }) => from <= date && date < until);
  return paused || isDanishHoliday(date) || !calendar.workdays.includes(weekdayOf(date));
}

/** A pause of a year, and the days off around it. */
const longestPauseDays = 7 * 56;

/** The n-th working day after a date. Undefined for somebody who has none in a year. */
export function workdayAfter(date: PlainDate, n: number, calendar: Calendar): PlainDate | undefined {
  let counted = 0;
  for (let days = 1; days <= longestPauseDays + 7 * n; days += 1) {
    const day = addDays(date, days);
    if (!isDayOff(day, calendar)) counted += 1;
    if (counted === n) return day;
  }
  return undefined;
}

/** The first working hours that are not over and don't begin before that date: it may be on already. */
export function workingHoursFrom(date: PlainDate, now: Instant, calendar: Calendar): Place | undefined {
  // A night shift that began yesterday may still be on.
  for (let days = 0; days <= longestPauseDays; days += 1) {
    const day = addDays(date, days);
    if (isDayOff(day, calendar)) continue;
    const place = hoursOn(day, calendar);
    if (now < place.closes) return place;
  }
  return undefined;
}

function hoursOn(date: PlainDate, { hours: { from, to }, zone }: Calendar): Place {
  const isRound = from === to;
  const opens = instantAt(date, isRound ? '00:00' : from, zone);
  const ends = isRound || to < from ? addDays(date, 1) : date;
  return { date, opens, closes: instantAt(ends, isRound ? '00:00' : to, zone) };
}

/** Whether a wall-clock time lies in the hours. */
export function isWithin(time: Time, { from, to }: Hours): boolean {
  if (from === to) return true;
  return from < to ? from <= time && time < to : time >= from || time < to;
}

/** A slot must lie on a working day and within the hours. */
export function slotRefusal({ slot, workdays, hours }: WorkingTime): Refusal | undefined {
  if (!workdays.includes(slot.weekday)) return refuse('slot-outside-workdays');
  return isWithin(slot.time, hours) ? undefined : refuse('slot-outside-hours');
}

/** No place where daylight saving pushed the time out of the person's hours, or into another day. */
function placeOn(date: PlainDate, calendar: Calendar): Place | undefined {
  const { slot, zone, hours, spread } = calendar;
  const exact = instantAt(date, slot.time, zone);
  const spreadOut = addSeconds(exact, spread);
  const closes = closingTime(date, calendar);
  const opens = [spreadOut, exact].find((instant) => {
    const local = localTime(instant, zone);
    return instant < closes && local.date === date && isWithin(local.time, hours);
  });
  return opens === undefined ? undefined : { date, opens, closes };
}

/** A slot may be used until the working hours around it end; after that the prompt waits for the next slot. */
function closingTime(date: PlainDate, { slot, hours, zone }: Calendar): Instant {
  if (hours.from === hours.to) return instantAt(addDays(date, 1), '00:00', zone);
  const pastMidnight = hours.to < hours.from && slot.time >= hours.from;
  return instantAt(pastMidnight ? addDays(date, 1) : date, hours.to, zone);
}
