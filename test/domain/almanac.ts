import Holidays from 'date-holidays';
import fc from 'fast-check';
import type { Calendar, Hours } from '../../shared/domain/slots.ts';

/**
 * A second opinion on dates and times, for judging the domain without its own means: Intl, UTC days and the package
 * date-holidays, and never Temporal.
 */
const day = 86_400_000;

export const zones = [
  'Europe/Copenhagen',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Nuuk',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Beirut',
  'Atlantic/Reykjavik',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const formats = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
);

/** The date and time that a clock on the wall shows. */
export function wallClock(millis: number, zone: string): { date: string; time: string } {
  const format = formats.get(zone);
  if (format === undefined) throw new Error(`No clock for ${zone}`);
  const [date = '', time = ''] = format.format(millis).split(' ');
  return { date, time: time.slice(0, 5) };
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

export function mondayOf(date: string): string {
  return dateAfter(date, 1 - dayOfWeek(date));
}

const denmark = new Holidays('DK');
const known = new Map<string, Set<string>>();

/** Public holidays, and the three days besides. */
export function danishHolidays(year: string): Set<string> {
  const found =
    known.get(year) ??
    new Set([
      ...denmark
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
      ...['06-05', '12-24', '12-31'].map((date) => `${year}-${date}`),
    ]);
  known.set(year, found);
  return found;
}

export function isFree(date: string, { workdays, pauses }: Calendar): boolean {
  const isWorkday = workdays.some((weekday) => weekday === dayOfWeek(date));
  const isPaused = pauses.some(({ from, until }) => from <= date && date < until);
  return !isWorkday || isPaused || danishHolidays(date.slice(0, 4)).has(date);
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Whether a wall clock is in the hours, counted in minutes from their beginning. */
export function isInHours(time: string, { from, to }: Hours): boolean {
  const since = (earlier: string, later: string) => (minutes(later) - minutes(earlier) + 1440) % 1440;
  return since(from, time) < (since(from, to) || 1440);
}

/** The date of the working day that a moment belongs to: a night shift's small hours belong to where it began. */
export function shiftDate(millis: number, { zone, hours, slot }: Calendar): string {
  const { date, time } = wallClock(millis, zone);
  const beganYesterday = hours.to < hours.from && slot.time >= hours.from && time < hours.to;
  return beganYesterday ? dateAfter(date, -1) : date;
}

/** How far a zone's clocks are ahead of UTC, in minutes. */
export function offset(millis: number, zone: string): number {
  const { date, time } = wallClock(millis, zone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - millis) / 60_000);
}

/** The first minute of every new offset that a zone's clocks take in a year. */
export function changesOfClock(zone: string, year: number): number[] {
  const found: number[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let from = Date.UTC(year, 0, 1); from < end; from += day) {
    if (offset(from, zone) !== offset(from + day, zone)) found.push(changeWithin(from, zone));
  }
  return found;
}

function changeWithin(from: number, zone: string): number {
  const before = offset(from, zone);
  let [low, high] = [0, 1440];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(from + middle * 60_000, zone) === before) low = middle;
    else high = middle;
  }
  return from + high * 60_000;
}

const clock = (minute: number) => {
  const within = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** Any day from 2024 to 2035. */
export const anyDate = fc.integer({ min: 0, max: 4382 }).map((days) => dateAfter('2024-01-01', days));
export const anyWeek = anyDate.map(mondayOf);
export const anyZone = fc.constantFrom(...zones);
export const anyRhythm = fc.constantFrom(1 as const, 2 as const, 4 as const);

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Any hours with a slot in them: by day, past midnight, round the clock. */
export const anyWorkingTime = fc
  .record({
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 1439 }) }, fc.constant(1440)),
    into: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    weekday: fc.constantFrom(...weekdays),
    others: fc.subarray([...weekdays]),
  })
  .map(({ from, length, into, weekday, others }) => ({
    slot: { weekday, time: clock(from + Math.floor(into * length)) },
    workdays: [...new Set([...others, weekday])].sort(),
    hours: { from: clock(from), to: clock(from + length) },
  }));

const anyPauses = fc.array(
  fc
    .record({ from: anyDate, days: fc.integer({ min: 1, max: 1000 }) })
    .map(({ from, days }) => ({ from, until: dateAfter(from, days) })),
  { maxLength: 2 },
);

export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    workingTime: anyWorkingTime,
    zone: anyZone,
    pauses: anyPauses,
    spread: fc.integer({ min: 0, max: 599 }),
  })
  .map(({ workingTime, ...rest }) => ({ ...workingTime, ...rest, closed: [] }));
