import { Temporal } from 'temporal-polyfill';

/**
 * The only room that knows the date library. Values are strings, so that state is what is stored:
 * they compare with `<`, and two of a kind never need parsing to be held against one another.
 */

/** A moment in UTC, whole seconds: `2026-11-24T08:00:00Z`. */
export type Instant = string;
/** A calendar date without zone: `2026-11-24`. */
export type PlainDate = string;
/** A wall-clock time: `09:00`. */
export type Time = string;
/** An IANA time zone: `Europe/Copenhagen`. */
export type Zone = string;
/** An ISO week, named by its Monday. */
export type Week = PlainDate;
/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const write = (instant: Temporal.Instant): Instant => instant.toString({ smallestUnit: 'second' });

export function instantFromMillis(millis: number): Instant {
  return write(Temporal.Instant.fromEpochMilliseconds(millis));
}

export function millisOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return write(Temporal.Instant.from(instant).add({ seconds }));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day of the month later, or the month's last where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

export function addWeeks(date: PlainDate, weeks: number): PlainDate {
  return addDays(date, 7 * weeks);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** Whole weeks from one Monday to another. */
export function weeksBetween(from: Week, to: Week): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'week' }).weeks;
}

export function weekdayOf(date: PlainDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

export function weekOf(date: PlainDate): Week {
  return addDays(date, 1 - weekdayOf(date));
}

/** The date and wall-clock time (`HH:MM`) that people in the zone read at that moment. */
export function localTime(instant: Instant, zone: Zone): { date: PlainDate; time: Time } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

export function localDate(instant: Instant, zone: Zone): PlainDate {
  return localTime(instant, zone).date;
}

/**
 * The moment of a wall-clock time. Where daylight saving skips the time, the moment is as much later (02:30
 * becomes 03:30); where it comes twice, the first: Temporal's `compatible`, as in RFC 5545.
 */
export function instantAt(date: PlainDate, time: Time, zone: Zone): Instant {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(time);
  return write(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant());
}

/** Whether this is a time zone we can compute with. Slack may name one that is newer than our tables. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * A date as people write it: `2026-08-10`, `10.8.2026`, `10/8` (the next one after `today`). Undefined for anything else.
 */
export function dateFrom(written: string, today: PlainDate): PlainDate | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(written.trim()) ?? [];
  if (y && m && d) return plainDate(Number(y), Number(m), Number(d));
  const [, day, month, year] = /^(\d\d?)[./-](\d\d?)(?:[./-](\d{4}))?\.?$/.exec(written.trim()) ?? [];
  if (!(day && month)) return undefined;
  const thisYear = Number(today.slice(0, 4));
  if (year) return plainDate(Number(year), Number(month), Number(day));
  const next = plainDate(thisYear, Number(month), Number(day));
  return next !== undefined && next > today ? next : plainDate(thisYear + 1, Number(month), Number(day));
}

function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** The earliest of those that are there. */
export function earliest(instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0];
}
