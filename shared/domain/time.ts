import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as PlainDates from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTimes from 'temporal-polyfill/fns/ZonedDateTime';
import { tabledOffset } from './zones.ts';

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

const minute = 60_000;
const day = 24 * 60 * minute;

const write = (instant: Instants.Record): Instant => Instants.toString(instant, { smallestUnit: 'second' });
const readDate = (date: PlainDate) => PlainDates.fromString(date, getISO);

export function instantFromMillis(millis: number): Instant {
  return write(Instants.fromEpochMilliseconds(millis));
}

export function millisOf(instant: Instant): number {
  return Instants.fromString(instant).epochMilliseconds;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return write(Instants.addSeconds(Instants.fromString(instant), seconds));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return PlainDates.toString(PlainDates.addDays(readDate(date), days));
}

/** The same day of the month later, or the month's last where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return PlainDates.toString(PlainDates.addMonths(readDate(date), months, { overflow: 'constrain' }));
}

export function addWeeks(date: PlainDate, weeks: number): PlainDate {
  return addDays(date, 7 * weeks);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return PlainDates.diffDays(readDate(from), readDate(to));
}

/** Whole weeks from one Monday to another. */
export function weeksBetween(from: Week, to: Week): number {
  return PlainDates.diffWeeks(readDate(from), readDate(to), 'trunc');
}

export function weekdayOf(date: PlainDate): Weekday {
  return PlainDates.dayOfWeek(readDate(date)) as Weekday;
}

export function weekOf(date: PlainDate): Week {
  return addDays(date, 1 - weekdayOf(date));
}

/** Minutes to add to UTC in the zone at that moment. Throws a RangeError for a zone nobody knows. */
function offsetAt(millis: number, zone: Zone): number {
  return (
    tabledOffset(Math.floor(millis / minute), zone) ??
    ZonedDateTimes.offsetNanoseconds(
      Instants.toZonedDateTimeISO(Instants.fromEpochMilliseconds(millis), zone),
    ) / 60e9
  );
}

/** The date and wall-clock time (`HH:MM`) that people in the zone read at that moment. */
export function localTime(instant: Instant, zone: Zone): { date: PlainDate; time: Time } {
  const millis = millisOf(instant);
  const local = instantFromMillis(millis + offsetAt(millis, zone) * minute);
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

export function localDate(instant: Instant, zone: Zone): PlainDate {
  return localTime(instant, zone).date;
}

/**
 * The moment of a wall-clock time. Where daylight saving skips the time, the moment is as much later (02:30
 * becomes 03:30); where it comes twice, the first: Temporal's `compatible`, as in RFC 5545.
 */
export function instantAt(date: PlainDate, time: Time, zone: Zone): Instant {
  const local = millisOf(`${date}T${time}:00Z`);
  const [before, after] = [-day, day].map((away) => local - offsetAt(local + away, zone) * minute) as [
    number,
    number,
  ];
  const real = [before, after].filter((millis) => millis + offsetAt(millis, zone) * minute === local);
  return instantFromMillis(Math.min(...(real.length > 0 ? real : [before])));
}

/** Whether this is a time zone we can compute with. Slack may name one that is newer than our tables. */
export function isZone(zone: string): boolean {
  try {
    offsetAt(millisOf('2026-01-01T00:00:00Z'), zone);
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
    return PlainDates.toString(PlainDates.create(year, month, day));
  } catch {
    return undefined;
  }
}

/** The earliest of those that are there. */
export function earliest(instants: (Instant | undefined)[]): Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0];
}
