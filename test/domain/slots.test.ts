import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  dayAfter,
  isDayOff,
  isWithin,
  type Place,
  slotIn,
  workdayAfter,
  workingHoursFrom,
} from '../../shared/domain/slots.ts';
import { addWeeks, type Weekday } from '../../shared/domain/time.ts';
import {
  anyCalendar,
  anyDate,
  anyWeek,
  changesOfClock,
  dateAfter,
  dayOfWeek,
  isFree,
  isInHours,
  mondayOf,
  offset,
  shiftDate,
  wallClock,
  zones,
} from './almanac.ts';
import { aCalendar, at, pausesUntil } from './people.ts';

const everyDay: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const slot = (weekday: Weekday, time = '09:00') => ({ weekday, time });
const nights = { from: '22:00', to: '06:00' };
const roundTheClock = { from: '00:00', to: '00:00' };

type Case = {
  says: string;
  week: string;
  other?: Partial<Calendar>;
  notBefore?: string;
  opens: string | undefined;
  closes?: string;
};

describe("a week's slot", () => {
  const cases: Case[] = [
    {
      says: 'is on its weekday, until the working hours end',
      week: '2026-09-14',
      opens: '2026-09-15T07:00:00Z',
      closes: '2026-09-15T14:00:00Z',
    },
    {
      says: 'is an hour later in UTC when summer time is over',
      week: '2026-10-26',
      opens: '2026-10-27T08:00:00Z',
      closes: '2026-10-27T15:00:00Z',
    },
    {
      says: 'may be on a Monday',
      week: '2026-09-14',
      other: { slot: slot(1) },
      opens: '2026-09-14T07:00:00Z',
    },
    {
      says: 'may be on a Sunday, for those who work then',
      week: '2026-09-14',
      other: { slot: slot(7), workdays: [6, 7] },
      opens: '2026-09-20T07:00:00Z',
    },
    {
      says: 'is spread by its person’s seconds',
      week: '2026-09-14',
      other: { spread: 301 },
      opens: '2026-09-15T07:05:01Z',
    },
    {
      says: 'is not spread beyond the hours',
      week: '2026-09-14',
      other: { spread: 599, hours: { from: '08:00', to: '09:05' } },
      opens: '2026-09-15T07:00:00Z',
      closes: '2026-09-15T07:05:00Z',
    },
    {
      says: 'is not spread into the next day',
      week: '2026-09-14',
      other: { spread: 599, slot: slot(2, '23:55'), hours: roundTheClock },
      opens: '2026-09-15T21:55:00Z',
      closes: '2026-09-15T22:00:00Z',
    },
    {
      says: 'is not spread past midnight in a night shift',
      week: '2026-09-14',
      other: { spread: 599, slot: slot(2, '23:55'), hours: nights },
      opens: '2026-09-15T21:55:00Z',
      closes: '2026-09-16T04:00:00Z',
    },
    {
      says: 'moves from Easter Monday to Tuesday',
      week: '2026-04-06',
      other: { slot: slot(1) },
      opens: '2026-04-07T07:00:00Z',
    },
    {
      says: 'moves from Maundy Thursday over Good Friday to a working Saturday',
      week: '2026-03-30',
      other: { slot: slot(4), workdays: [1, 2, 3, 4, 5, 6] },
      opens: '2026-04-04T07:00:00Z',
    },
    {
      says: 'moves over days its person does not work',
      week: '2026-09-14',
      other: { slot: slot(2), workdays: [1, 5] },
      opens: '2026-09-18T07:00:00Z',
    },
    {
      says: 'does not move into the next week: Easter leaves none',
      week: '2026-03-30',
      other: { slot: slot(4) },
      opens: undefined,
    },
    {
      says: 'does not move backwards: Christmas leaves none',
      week: '2026-12-21',
      other: { slot: slot(4) },
      opens: undefined,
    },
    {
      says: 'is on 5 June’s next working day',
      week: '2028-06-05',
      other: { slot: slot(1) },
      opens: '2028-06-06T07:00:00Z',
    },
    {
      says: 'is on what was store bededag',
      week: '2024-04-22',
      other: { slot: slot(5) },
      opens: '2024-04-26T07:00:00Z',
    },
    {
      says: 'lasts past midnight in a night shift',
      week: '2026-09-14',
      other: { slot: slot(2, '23:30'), hours: nights },
      opens: '2026-09-15T21:30:00Z',
      closes: '2026-09-16T04:00:00Z',
    },
    {
      says: 'in the small hours ends the same morning',
      week: '2026-09-14',
      other: { slot: slot(2, '02:30'), hours: nights },
      opens: '2026-09-15T00:30:00Z',
      closes: '2026-09-15T04:00:00Z',
    },
    {
      says: 'on a Sunday night lasts into the next week',
      week: '2026-09-14',
      other: { slot: slot(7, '23:30'), hours: nights, workdays: everyDay },
      opens: '2026-09-20T21:30:00Z',
      closes: '2026-09-21T04:00:00Z',
    },
    {
      says: 'round the clock lasts until midnight',
      week: '2026-09-14',
      other: { hours: roundTheClock },
      opens: '2026-09-15T07:00:00Z',
      closes: '2026-09-15T22:00:00Z',
    },
    {
      says: 'at 02:30 comes at 03:30 on the spring day that skips it',
      week: '2026-03-23',
      other: { slot: slot(7, '02:30'), hours: nights, workdays: everyDay },
      opens: '2026-03-29T01:30:00Z',
      closes: '2026-03-29T04:00:00Z',
    },
    {
      says: 'is left out when the spring day pushes it past the hours, and no day is left',
      week: '2026-03-23',
      other: { slot: slot(7, '02:30'), hours: { from: '22:00', to: '03:00' }, workdays: everyDay },
      opens: undefined,
    },
    {
      says: 'moves a day when the spring day pushes it past the hours, as in Cairo on a Friday',
      week: '2026-04-20',
      other: {
        zone: 'Africa/Cairo',
        slot: slot(5, '00:30'),
        hours: { from: '00:00', to: '01:00' },
        workdays: everyDay,
      },
      opens: '2026-04-24T21:30:00Z',
      closes: '2026-04-24T22:00:00Z',
    },
    {
      says: 'moves a day when the spring day pushes it past midnight, as in Nuuk on a Saturday',
      week: '2026-03-23',
      other: { zone: 'America/Nuuk', slot: slot(6, '23:30'), hours: roundTheClock, workdays: everyDay },
      opens: '2026-03-30T00:30:00Z',
      closes: '2026-03-30T01:00:00Z',
    },
    {
      says: 'at 02:30 comes the first time on the autumn day that has it twice',
      week: '2026-10-19',
      other: { slot: slot(7, '02:30'), hours: nights, workdays: everyDay },
      opens: '2026-10-25T00:30:00Z',
      closes: '2026-10-25T05:00:00Z',
    },
    {
      says: 'is not spread into the second of two hours after it closed in the first',
      week: '2026-10-19',
      other: {
        slot: slot(7, '02:55'),
        hours: { from: '22:00', to: '02:58' },
        workdays: everyDay,
        spread: 300,
      },
      opens: '2026-10-25T00:55:00Z',
      closes: '2026-10-25T00:58:00Z',
    },
    {
      says: 'moves to the day a pause ends',
      week: '2026-09-14',
      other: { pauses: pausesUntil('2026-09-17') },
      opens: '2026-09-17T07:00:00Z',
    },
    {
      says: 'stays when the pause ends that very day',
      week: '2026-09-14',
      other: { pauses: pausesUntil('2026-09-15') },
      opens: '2026-09-15T07:00:00Z',
    },
    {
      says: 'is left out in a pause',
      week: '2026-09-14',
      other: { pauses: pausesUntil('2026-09-21') },
      opens: undefined,
    },
    {
      says: 'moves to tomorrow',
      week: '2026-09-14',
      notBefore: '2026-09-16',
      opens: '2026-09-16T07:00:00Z',
    },
    {
      says: 'moves from tomorrow’s day off to the next working day',
      week: '2026-05-11',
      notBefore: '2026-05-14',
      opens: '2026-05-15T07:00:00Z',
    },
    {
      says: 'moved to a weekend is left out',
      week: '2026-09-14',
      notBefore: '2026-09-19',
      opens: undefined,
    },
    {
      says: 'moved to before itself stays',
      week: '2026-09-14',
      notBefore: '2026-09-14',
      opens: '2026-09-15T07:00:00Z',
    },
  ];

  it.each(cases)('$says', ({ week, other, notBefore, opens, closes }) => {
    const place = slotIn(week, aCalendar(other), notBefore);
    expect(place?.opens).toBe(opens);
    if (closes !== undefined) expect(place?.closes).toBe(closes);
  });

  it.each([
    { says: 'tomorrow is the next day', today: '2026-09-15', week: '2026-09-14', day: '2026-09-16' },
    { says: 'tomorrow passes a holiday', today: '2026-05-13', week: '2026-05-11', day: '2026-05-15' },
    { says: 'there is no tomorrow on a Friday', today: '2026-09-18', week: '2026-09-14', day: undefined },
    { says: 'there is none on a Sunday', today: '2026-09-20', week: '2026-09-14', day: undefined },
  ])('$says', ({ today, week, day }) => {
    expect(dayAfter(today, week, aCalendar())).toBe(day);
  });
});

describe('days off and hours', () => {
  it.each([
    { says: 'a working day is not one', date: '2026-09-15', off: false },
    { says: 'a Saturday is one', date: '2026-09-19', off: true },
    {
      says: 'a Saturday is not, for who works then',
      date: '2026-09-19',
      other: { workdays: everyDay },
      off: false,
    },
    {
      says: 'a holiday is, even for who works every day',
      date: '2026-12-24',
      other: { workdays: everyDay },
      off: true,
    },
    { says: 'a paused day is', date: '2026-09-15', other: { pauses: pausesUntil('2026-09-16') }, off: true },
    {
      says: 'the day a pause ends is not',
      date: '2026-09-16',
      other: { pauses: pausesUntil('2026-09-16') },
      off: false,
    },
  ])('$says', ({ date, other, off }) => {
    expect(isDayOff(date, aCalendar(other))).toBe(off);
  });

  it.each([
    {
      says: 'the first minute is within',
      time: '08:00',
      hours: { from: '08:00', to: '16:00' },
      within: true,
    },
    { says: 'the last minute is within', time: '15:59', hours: { from: '08:00', to: '16:00' }, within: true },
    { says: 'the end is not', time: '16:00', hours: { from: '08:00', to: '16:00' }, within: false },
    { says: 'the minute before is not', time: '07:59', hours: { from: '08:00', to: '16:00' }, within: false },
    { says: 'before midnight is within a night', time: '23:59', hours: nights, within: true },
    { says: 'after midnight is within a night', time: '00:00', hours: nights, within: true },
    { says: 'the morning after is not', time: '06:00', hours: nights, within: false },
    { says: 'the evening before is not', time: '21:59', hours: nights, within: false },
    {
      says: 'an evening until midnight has its last minute',
      time: '23:59',
      hours: { from: '16:00', to: '00:00' },
      within: true,
    },
    {
      says: 'an evening until midnight has no midnight',
      time: '00:00',
      hours: { from: '16:00', to: '00:00' },
      within: false,
    },
    {
      says: 'everything is within round the clock',
      time: '03:00',
      hours: { from: '09:00', to: '09:00' },
      within: true,
    },
  ])('$says', ({ time, hours, within }) => {
    expect(isWithin(time, hours)).toBe(within);
  });

  it('every minute of the day is judged as by counting', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 0, max: 1439 }), ({ hours }, minute) => {
        const time = new Date(minute * 60_000).toISOString().slice(11, 16);
        expect(isWithin(time, hours)).toBe(isInHours(time, hours));
      }),
      { numRuns: 500 },
    );
  });
});

/** All that holds for every slot, whoever has it. */
function judge(place: Place, week: string, calendar: Calendar): void {
  const opens = Date.parse(place.opens);
  const local = wallClock(opens, calendar.zone);
  expect(local.date).toBe(place.date);
  expect(mondayOf(place.date)).toBe(week);
  expect(dayOfWeek(place.date)).toBeGreaterThanOrEqual(calendar.slot.weekday);
  expect(isFree(place.date, calendar)).toBe(false);
  expect(isInHours(local.time, calendar.hours)).toBe(true);
  expect(Date.parse(place.closes)).toBeGreaterThan(opens);
}

const hasChange = (date: string, zone: string) =>
  offset(Date.parse(date) - 86_400_000, zone) !== offset(Date.parse(date) + 2 * 86_400_000, zone);

describe('the n-th working day after a date', () => {
  type Case = { says: string; date: string; n: number; other?: Partial<Calendar>; day: string | undefined };
  const cases: Case[] = [
    { says: 'is tomorrow, for the first', date: '2026-09-15', n: 1, day: '2026-09-16' },
    { says: 'does not count the day itself', date: '2026-09-14', n: 3, day: '2026-09-17' },
    { says: 'leaves the weekend out', date: '2026-09-17', n: 3, day: '2026-09-22' },
    { says: 'after a day off counts from there', date: '2026-09-19', n: 1, day: '2026-09-21' },
    { says: 'leaves Christmas out', date: '2026-12-22', n: 3, day: '2026-12-29' },
    { says: 'leaves Easter out', date: '2026-04-01', n: 1, day: '2026-04-07' },
    {
      says: 'is of their own week',
      date: '2026-09-15',
      n: 3,
      other: { workdays: [2, 7] },
      day: '2026-09-27',
    },
    {
      says: 'leaves a pause out, and counts the day on which it ends',
      date: '2026-09-15',
      n: 2,
      other: { pauses: [{ from: '2026-09-17', until: '2026-09-23' }] },
      day: '2026-09-23',
    },
    {
      says: 'is after a pause of a year',
      date: '2026-09-15',
      n: 5,
      other: { pauses: [{ from: '2026-09-16', until: '2027-09-16' }] },
      day: '2027-09-22',
    },
    {
      says: 'is none, for who never works',
      date: '2026-09-15',
      n: 1,
      other: { workdays: [] },
      day: undefined,
    },
  ];
  it.each(cases)('$says', ({ date, n, other, day }) => {
    expect(workdayAfter(date, n, aCalendar(other))).toBe(day);
  });

  it('is one that they work, and the n-th of them', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 1, max: 7 }), (calendar, date, n) => {
        const day = workdayAfter(date, n, calendar);
        const worked: string[] = [];
        for (let next = dateAfter(date, 1); next <= (day ?? dateAfter(date, 366)); next = dateAfter(next, 1))
          if (!isFree(next, calendar)) worked.push(next);
        if (day === undefined) expect(worked.length).toBeLessThan(n);
        else expect(worked).toHaveLength(n);
        expect(day === undefined || worked.at(-1) === day).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the first working hours from a day', () => {
  type Case = {
    says: string;
    from: string;
    now: string;
    other?: Partial<Calendar>;
    place: Place | undefined;
  };
  const on = (date: string, opens: string, closes: string): Place => ({
    date,
    opens: at(opens),
    closes: at(closes),
  });
  const tuesday = on('2026-09-15', '2026-09-15 08:00', '2026-09-15 16:00');
  const wednesday = on('2026-09-16', '2026-09-16 08:00', '2026-09-16 16:00');
  const monday = on('2026-09-14', '2026-09-14 08:00', '2026-09-14 16:00');
  const tuesdayNight = on('2026-09-15', '2026-09-15 22:00', '2026-09-16 06:00');
  const cases: Case[] = [
    { says: 'are that day’s, ahead', from: '2026-09-15', now: '2026-09-15 07:00', place: tuesday },
    { says: 'are that day’s, when they are on', from: '2026-09-15', now: '2026-09-15 15:59', place: tuesday },
    {
      says: 'are the next day’s, when they are over',
      from: '2026-09-15',
      now: '2026-09-15 16:00',
      place: wednesday,
    },
    { says: 'are not a day’s before', from: '2026-09-16', now: '2026-09-15 10:00', place: wednesday },
    {
      says: 'are not over for long, whatever day it is from',
      from: '2026-09-01',
      now: '2026-09-15 10:00',
      place: tuesday,
    },
    { says: 'are after the weekend', from: '2026-09-12', now: '2026-09-12 10:00', place: monday },
    {
      says: 'are after Easter',
      from: '2026-04-02',
      now: '2026-04-02 10:00',
      place: on('2026-04-07', '2026-04-07 08:00', '2026-04-07 16:00'),
    },
    {
      says: 'are on the day on which a pause ends',
      from: '2026-09-15',
      now: '2026-09-15 10:00',
      other: { pauses: [{ from: '2026-09-14', until: '2026-09-16' }] },
      place: wednesday,
    },
    {
      says: 'are not the slot’s, but the whole of them',
      from: '2026-09-15',
      now: '2026-09-15 07:00',
      other: { slot: slot(5, '15:00'), spread: 599 },
      place: tuesday,
    },
    {
      says: 'are the night’s that began yesterday, until it ends',
      from: '2026-09-15',
      now: '2026-09-16 05:59',
      other: { hours: nights },
      place: tuesdayNight,
    },
    {
      says: 'are the next night’s, when the night is over',
      from: '2026-09-15',
      now: '2026-09-16 06:00',
      other: { hours: nights },
      place: on('2026-09-16', '2026-09-16 22:00', '2026-09-17 06:00'),
    },
    {
      says: 'are the night’s into a day off',
      from: '2026-09-18',
      now: '2026-09-19 01:00',
      other: { hours: nights },
      place: on('2026-09-18', '2026-09-18 22:00', '2026-09-19 06:00'),
    },
    {
      says: 'are the whole day, round the clock',
      from: '2026-09-15',
      now: '2026-09-15 03:00',
      other: { hours: { from: '09:00', to: '09:00' } },
      place: on('2026-09-15', '2026-09-15 00:00', '2026-09-16 00:00'),
    },
    {
      says: 'are none, for who never works',
      from: '2026-09-15',
      now: '2026-09-15 10:00',
      other: { workdays: [] },
      place: undefined,
    },
  ];
  it.each(cases)('$says', ({ from, now, other, place }) => {
    expect(workingHoursFrom(from, at(now), aCalendar(other))).toEqual(place);
  });

  it('are on a working day, not over, within the hours, and none is before them', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 2879 }), (calendar, from, minutes) => {
        const millis = Date.parse(from) + minutes * 60_000;
        const now = `${new Date(millis).toISOString().slice(0, 19)}Z`;
        const place = workingHoursFrom(from, now, calendar);
        if (place === undefined) return;
        expect(place.date >= from && place.closes > now && !isFree(place.date, calendar)).toBe(true);
        for (let date = dateAfter(place.date, -1); date > dateAfter(from, 4); date = dateAfter(date, -1))
          expect(isFree(date, calendar), `${date} is free`).toBe(true);
        const [opens, closes] = [Date.parse(place.opens), Date.parse(place.closes)];
        if (offset(opens - 86_400_000, calendar.zone) !== offset(closes + 86_400_000, calendar.zone)) return;
        expect(wallClock(opens, calendar.zone).date).toBe(place.date);
        for (const moment of [opens, closes - 60_000])
          expect(isInHours(wallClock(moment, calendar.zone).time, calendar.hours)).toBe(true);
        const goesOn = isInHours(wallClock(closes, calendar.zone).time, calendar.hours);
        expect(goesOn).toBe(calendar.hours.from === calendar.hours.to);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whoever has it, and wherever, a slot', () => {
  it('is never on a day off, outside the hours or in another week, and closes after it opens', () => {
    fc.assert(
      fc.property(anyWeek, anyCalendar, (week, calendar) => {
        const place = slotIn(week, calendar);
        if (place !== undefined) judge(place, week, calendar);
      }),
      { numRuns: 3000 },
    );
  });

  it('is on the first day that can have it, and missing only where none can', () => {
    fc.assert(
      fc.property(anyWeek, anyCalendar, (week, calendar) => {
        const wished = dateAfter(week, calendar.slot.weekday - 1);
        const end = slotIn(week, calendar)?.date ?? dateAfter(week, 7);
        for (let date = wished; date < end; date = dateAfter(date, 1)) {
          expect(isFree(date, calendar) || hasChange(date, calendar.zone), date).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('opens at its time or up to ten minutes later, where the clocks stand still', () => {
    fc.assert(
      fc.property(anyWeek, anyCalendar, (week, calendar) => {
        const place = slotIn(week, calendar);
        if (place === undefined || hasChange(place.date, calendar.zone)) return;
        const exact = Date.parse(at(`${place.date} ${calendar.slot.time}`, calendar.zone));
        expect([0, calendar.spread * 1000]).toContain(Date.parse(place.opens) - exact);
      }),
      { numRuns: 1000 },
    );
  });

  it('is over before the next one opens, week after week', () => {
    fc.assert(
      fc.property(anyWeek, anyCalendar, (first, calendar) => {
        const places = [0, 1, 2, 3, 4, 5].flatMap((weeks) => slotIn(addWeeks(first, weeks), calendar) ?? []);
        for (const [index, place] of places.slice(1).entries()) {
          expect(place.opens > places[index]!.opens).toBe(true);
          expect(place.opens >= places[index]!.closes).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is within the hours of its own shift until it closes, where the clocks stand still', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyWeek, anyCalendar, share, (week, calendar, into) => {
        const place = slotIn(week, calendar);
        if (place === undefined || hasChange(place.date, calendar.zone)) return;
        const [opens, closes] = [Date.parse(place.opens), Date.parse(place.closes)];
        const moment = opens + Math.floor((into * (closes - opens)) / 1000) * 1000;
        expect(isInHours(wallClock(moment, calendar.zone).time, calendar.hours)).toBe(true);
        expect(shiftDate(moment, calendar)).toBe(place.date);
        // And not a minute more: when it closes, the shift or the day is over.
        const { date, time } = wallClock(closes, calendar.zone);
        expect(isInHours(time, calendar.hours) && date === place.date).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('moved to a day is not before that day, and where it was when that day is earlier', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, (notBefore, calendar) => {
        const week = mondayOf(notBefore);
        const place = slotIn(week, calendar, notBefore);
        const unmoved = slotIn(week, calendar);
        if (place !== undefined) judge(place, week, calendar);
        if (place !== undefined) expect(place.date >= notBefore).toBe(true);
        if (unmoved !== undefined && unmoved.date >= notBefore) expect(place).toEqual(unmoved);
      }),
      { numRuns: 1000 },
    );
  });

  it('after today is tomorrow or later, in the same week, on a working day', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, (today, calendar) => {
        const day = dayAfter(today, mondayOf(today), calendar);
        if (day === undefined) return;
        expect(day > today).toBe(true);
        expect(mondayOf(day)).toBe(mondayOf(today));
        expect(isFree(day, calendar)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('on the days when clocks change, spring and autumn', () => {
  const changes = zones.flatMap((zone) =>
    [2025, 2028, 2031].flatMap((year) => changesOfClock(zone, year).map((change) => ({ zone, change }))),
  );
  const clock = (millis: number) => new Date(millis).toISOString().slice(11, 16);

  it('there are such days in many zones', () => {
    expect(new Set(changes.map(({ zone }) => zone)).size).toBeGreaterThan(10);
  });

  /** Slots every five minutes for two hours before and after, on a minute's walk from the hours' end and in mid-shift. */
  function calendarsAround(change: number, zone: string): { date: string; calendar: Calendar }[] {
    const local = change + offset(change - 60_000, zone) * 60_000;
    return Array.from({ length: 49 }, (_, index) => local + (index - 24) * 300_000).flatMap((time) => {
      const date = new Date(time).toISOString().slice(0, 10);
      const from = time - 45 * 60_000;
      return [-45, 7, 65, 300].map((end) => ({
        date,
        calendar: aCalendar({
          zone,
          slot: slot(dayOfWeek(date) as Weekday, clock(time)),
          workdays: everyDay,
          hours: { from: clock(from), to: clock(time + end * 60_000) },
          spread: 540,
        }),
      }));
    });
  }

  it.each(changes)('in $zone a slot is in its hours, or moves on', ({ zone, change }) => {
    for (const { date, calendar } of calendarsAround(change, zone)) {
      const place = slotIn(mondayOf(date), calendar);
      if (place !== undefined) judge(place, mondayOf(date), calendar);
      else expect(hasChange(date, zone)).toBe(true);
    }
  });
});
