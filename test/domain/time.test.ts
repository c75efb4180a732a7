import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addSeconds,
  addWeeks,
  dateFrom,
  daysBetween,
  earliest,
  instantAt,
  instantFromMillis,
  isZone,
  localDate,
  localTime,
  millisOf,
  weekdayOf,
  weekOf,
  weeksBetween,
} from '../../shared/domain/time.ts';
import {
  anyDate,
  anyWeek,
  anyZone,
  changesOfClock,
  dateAfter,
  dayOfWeek,
  offset,
  wallClock,
  zones,
} from './almanac.ts';

const wholeSecondsInUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const anyMillis = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) });

describe('a wall-clock time becomes a moment', () => {
  it.each([
    {
      says: 'in Danish winter an hour behind UTC',
      local: '2026-01-15 09:00 Europe/Copenhagen',
      utc: '2026-01-15T08:00:00Z',
    },
    {
      says: 'in Danish summer two hours behind UTC',
      local: '2026-07-15 09:00 Europe/Copenhagen',
      utc: '2026-07-15T07:00:00Z',
    },
    {
      says: 'just before the spring change',
      local: '2026-03-29 01:59 Europe/Copenhagen',
      utc: '2026-03-29T00:59:00Z',
    },
    {
      says: 'a skipped time is as much later',
      local: '2026-03-29 02:30 Europe/Copenhagen',
      utc: '2026-03-29T01:30:00Z',
    },
    {
      says: 'just after the spring change',
      local: '2026-03-29 03:00 Europe/Copenhagen',
      utc: '2026-03-29T01:00:00Z',
    },
    {
      says: 'a time that comes twice is the first',
      local: '2026-10-25 02:30 Europe/Copenhagen',
      utc: '2026-10-25T00:30:00Z',
    },
    {
      says: 'just after the autumn change',
      local: '2026-10-25 03:00 Europe/Copenhagen',
      utc: '2026-10-25T02:00:00Z',
    },
    {
      says: 'New York changes on a day of its own',
      local: '2026-03-08 02:30 America/New_York',
      utc: '2026-03-08T07:30:00Z',
    },
    {
      says: 'the southern spring is in October',
      local: '2026-10-04 02:15 Australia/Lord_Howe',
      utc: '2026-10-03T15:45:00Z',
    },
    {
      says: "Cairo's spring day begins at one",
      local: '2026-04-24 00:30 Africa/Cairo',
      utc: '2026-04-23T22:30:00Z',
    },
    {
      says: 'Brazil changes no more',
      local: '2026-11-01 00:30 America/Sao_Paulo',
      utc: '2026-11-01T03:30:00Z',
    },
    { says: 'half hours count', local: '2026-06-01 09:00 Asia/Kolkata', utc: '2026-06-01T03:30:00Z' },
    {
      says: 'quarters of an hour count',
      local: '2026-06-01 09:00 Pacific/Chatham',
      utc: '2026-05-31T20:15:00Z',
    },
    {
      says: 'a zone may be yesterday still',
      local: '2026-06-01 23:00 Pacific/Pago_Pago',
      utc: '2026-06-02T10:00:00Z',
    },
    {
      says: 'a zone may be tomorrow already',
      local: '2026-06-01 09:00 Pacific/Kiritimati',
      utc: '2026-05-31T19:00:00Z',
    },
  ])('$says: $local', ({ local, utc }) => {
    const [date = '', time = '', zone = ''] = local.split(' ');
    expect(instantAt(date, time, zone)).toBe(utc);
  });

  it('and the wall clock shows it again, wherever it exists', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyZone, (date, time, zone) => {
        const instant = instantAt(date, time, zone);
        expect(instant).toMatch(wholeSecondsInUtc);
        const shown = wallClock(Date.parse(instant), zone);
        const isSkipped = shown.date !== date || shown.time !== time;
        // Only a gap may shift it, and it may shift it only by the gap.
        if (!isSkipped) return;
        const hoursBefore = offset(Date.parse(instant) - 3 * 3_600_000, zone);
        const gap = offset(Date.parse(instant), zone) - hoursBefore;
        expect(gap).toBeGreaterThan(0);
        expect(Date.parse(`${shown.date}T${shown.time}Z`) - Date.parse(`${date}T${time}Z`)).toBe(
          gap * 60_000,
        );
      }),
      { numRuns: 1000 },
    );
  });

  const changes = zones.flatMap((zone) => changesOfClock(zone, 2027).map((change) => ({ zone, change })));

  it.each(changes)(
    'around the change of clocks in $zone too, whether it skips times or repeats them',
    ({ zone, change }) => {
      const before = offset(change - 60_000, zone);
      const after = offset(change, zone);
      for (let minute = -90; minute < 90; minute += 15) {
        // What a clock shows that nobody changed: skipped times lie right after the change, repeated ones before it.
        const shown = new Date(change + (before + minute) * 60_000).toISOString();
        const ahead = minute < Math.max(0, after - before) ? before : after;
        const found = instantAt(shown.slice(0, 10), shown.slice(11, 16), zone);
        expect(Date.parse(found), shown).toBe(Date.parse(shown) - ahead * 60_000);
      }
    },
  );
});

describe('a moment on the wall clock', () => {
  it.each([
    {
      says: 'seconds are cut off, not rounded',
      at: '2026-01-15T08:00:59Z',
      zone: 'Europe/Copenhagen',
      date: '2026-01-15',
      time: '09:00',
    },
    {
      says: 'the day begins at midnight there',
      at: '2026-01-14T23:00:00Z',
      zone: 'Europe/Copenhagen',
      date: '2026-01-15',
      time: '00:00',
    },
    {
      says: 'the day lasts until midnight there',
      at: '2026-01-15T22:59:59Z',
      zone: 'Europe/Copenhagen',
      date: '2026-01-15',
      time: '23:59',
    },
    {
      says: 'the first of two half past twos',
      at: '2026-10-25T00:30:00Z',
      zone: 'Europe/Copenhagen',
      date: '2026-10-25',
      time: '02:30',
    },
    {
      says: 'the second of two half past twos',
      at: '2026-10-25T01:30:00Z',
      zone: 'Europe/Copenhagen',
      date: '2026-10-25',
      time: '02:30',
    },
    {
      says: 'Newfoundland is half an hour off',
      at: '2026-01-15T08:00:00Z',
      zone: 'America/St_Johns',
      date: '2026-01-15',
      time: '04:30',
    },
    {
      says: 'Samoa is ahead of us since 2011',
      at: '2026-01-15T12:00:00Z',
      zone: 'Pacific/Apia',
      date: '2026-01-16',
      time: '01:00',
    },
  ])('$says', ({ at, zone, date, time }) => {
    expect(localTime(at, zone)).toEqual({ date, time });
    expect(localDate(at, zone)).toBe(date);
  });

  it('is what Intl says, in every zone', () => {
    fc.assert(
      fc.property(anyMillis, anyZone, (millis, zone) => {
        expect(localTime(instantFromMillis(millis), zone)).toEqual(wallClock(millis, zone));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('moments are whole seconds in UTC', () => {
  it.each([
    { says: 'a whole second stays', millis: Date.UTC(2026, 0, 1), instant: '2026-01-01T00:00:00Z' },
    { says: 'milliseconds are dropped', millis: Date.UTC(2026, 0, 1) + 999, instant: '2026-01-01T00:00:00Z' },
    {
      says: 'before 1970 too the second that has begun counts',
      millis: -1,
      instant: '1969-12-31T23:59:59Z',
    },
  ])('$says', ({ millis, instant }) => {
    expect(instantFromMillis(millis)).toBe(instant);
  });

  it('compare as text as they compare in time', () => {
    fc.assert(
      fc.property(anyMillis, fc.integer({ min: -100_000, max: 100_000 }), (millis, seconds) => {
        const earlier = instantFromMillis(millis);
        const later = addSeconds(earlier, seconds);
        expect(later).toMatch(wholeSecondsInUtc);
        expect(millisOf(later) - millisOf(earlier)).toBe(seconds * 1000);
        expect(later < earlier).toBe(seconds < 0);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { says: 'the earliest of three', given: ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'], first: 1 },
    { says: 'what is not there is passed over', given: [undefined, '2026-01-01T00:00:00Z'], first: 1 },
    { says: 'of nothing, nothing', given: [undefined], first: 0 },
  ])('$says', ({ given, first }) => {
    expect(earliest(given)).toBe(given[first]);
  });
});

describe('days, months and weeks', () => {
  it.each([
    {
      says: 'three months from the last of November end in February',
      from: '2026-11-30',
      months: 3,
      to: '2027-02-28',
    },
    {
      says: 'in a leap year February has one day more',
      from: '2027-11-30',
      months: 3,
      to: '2028-02-29',
    },
    {
      says: 'the last of January becomes the last of April',
      from: '2026-01-31',
      months: 3,
      to: '2026-04-30',
    },
    {
      says: 'the last of February does not become the last of May',
      from: '2026-02-28',
      months: 3,
      to: '2026-05-28',
    },
    { says: 'months go on over New Year', from: '2026-10-15', months: 3, to: '2027-01-15' },
    { says: 'the leap day has a quarter too', from: '2028-02-29', months: 3, to: '2028-05-29' },
  ])('$says', ({ from, months, to }) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    { says: 'New Year 2027 is in a week of December', date: '2027-01-01', week: '2026-12-28', weekday: 5 },
    {
      says: 'the last of 2024 is in the new year’s first week',
      date: '2024-12-31',
      week: '2024-12-30',
      weekday: 2,
    },
    { says: 'a Monday is in its own week', date: '2026-09-14', week: '2026-09-14', weekday: 1 },
    { says: 'a Sunday is the last of its week', date: '2026-09-20', week: '2026-09-14', weekday: 7 },
    { says: 'the leap day is in a week as any', date: '2028-02-29', week: '2028-02-28', weekday: 2 },
  ])('$says', ({ date, week, weekday }) => {
    expect(weekOf(date)).toBe(week);
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('add up, over New Year and daylight saving', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => {
        expect(addDays(date, days)).toBe(dateAfter(date, days));
        expect(weekdayOf(date)).toBe(dayOfWeek(date));
        expect(weekOf(date)).toBe(dateAfter(date, 1 - dayOfWeek(date)));
      }),
      { numRuns: 500 },
    );
  });

  it('weeks between two Mondays are those that lead from one to the other', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: -120, max: 120 }), (week, weeks) => {
        expect(weeksBetween(week, addWeeks(week, weeks))).toBe(weeks);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a date as people write it', () => {
  const today = '2026-09-15';
  it.each([
    { says: 'the ISO way', written: '2026-08-10', date: '2026-08-10' },
    { says: 'the ISO way without zeros', written: '2026-8-1', date: '2026-08-01' },
    { says: 'with spaces around it', written: '  2026-10-08 ', date: '2026-10-08' },
    { says: 'the Danish way', written: '10.8.2026', date: '2026-08-10' },
    { says: 'the Danish way with zeros', written: '01.02.2027', date: '2027-02-01' },
    { says: 'with strokes', written: '10/8/2026', date: '2026-08-10' },
    { says: 'with dashes', written: '10-8-2026', date: '2026-08-10' },
    { says: 'without a year, later this year', written: '10/10', date: '2026-10-10' },
    { says: 'without a year, with a dot at the end', written: '10.10.', date: '2026-10-10' },
    { says: 'without a year, with a dash', written: '1-12', date: '2026-12-01' },
    { says: 'without a year, the day after today', written: '16.9.', date: '2026-09-16' },
    { says: 'without a year, today is next year’s', written: '15.9.', date: '2027-09-15' },
    { says: 'without a year, a day that is over is next year’s', written: '10/8', date: '2027-08-10' },
    { says: 'with a year, a day that is over stays', written: '10.8.2020', date: '2020-08-10' },
    { says: 'the leap day of a leap year', written: '29.2.2028', date: '2028-02-29' },
    {
      says: 'the leap day, when next year has one',
      today: '2027-06-01',
      written: '29.2.',
      date: '2028-02-29',
    },
    {
      says: 'the leap day, when this year has one',
      today: '2028-01-10',
      written: '29.2',
      date: '2028-02-29',
    },
  ])('is read $says: $written', ({ today: given = today, written, date }) => {
    expect(dateFrom(written, given)).toBe(date);
  });

  it.each([
    ...['', ' ', 'i morgen', 'tomorrow', '10. august', '10', '2026', '2026-08', '20260810', '10.8.26'],
    ...['10.8.2026 kl. 9', '2026-08-10T09:00', '2026/08/10', '-1-1', '1.1.1.1', '10 8', '<@U1>', '１０/８'],
    ...['2026-02-29', '29.2.2026', '30.2.', '31/4', '0.1.', '1.0.', '32.1.2026', '2026-13-01', '2026-00-10'],
  ])('is none: “%s”', (written) => {
    expect(dateFrom(written, today)).toBeUndefined();
  });

  it('is no leap day, when neither this year nor the next has one', () => {
    expect(dateFrom('29.2.', today)).toBeUndefined();
    expect(dateFrom('29/2', '2028-02-29')).toBeUndefined();
  });

  it('without a year is the next such day there is, as by counting', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 365 }), (from, days) => {
        const date = dateAfter(from, days);
        const [, month, dayOfMonth] = date.split('-').map(Number);
        expect(dateFrom(`${dayOfMonth}/${month}`, from)).toBe(date);
        expect(dateFrom(`${dayOfMonth}.${month}.`, from)).toBe(date);
        expect(dateFrom(date, from)).toBe(date);
        expect(daysBetween(from, date)).toBe(days);
        expect(daysBetween(date, from)).toBe(-days);
      }),
      { numRuns: 500 },
    );
  });
});

describe('zones', () => {
  it.each([...zones, 'UTC', 'Europe/Kyiv'])('%s is one', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'Europe/Atlantis', 'Copenhagen', 'Romance Standard Time'])('“%s” is none', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
