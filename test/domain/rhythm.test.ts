import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodFrom } from '../../shared/domain/agreement.ts';
import {
  followUpWeeks,
  halfwayWeek,
  lostWeeks,
  type Period,
  type Rhythm,
  rhythms,
} from '../../shared/domain/rhythm.ts';
import { type Calendar, slotIn } from '../../shared/domain/slots.ts';
import type { PlainDate, Week } from '../../shared/domain/time.ts';
import { anyCalendar, anyDate, anyRhythm, dateAfter, mondayOf } from './almanac.ts';

/** A slot on that weekday of every week but some. */
const slotsOn =
  (weekday: number, ...without: Week[]) =>
  (week: Week): PlainDate | undefined =>
    without.includes(week) ? undefined : dateAfter(week, weekday - 1);

/** From Wednesday 2 September to Wednesday 2 December 2026: the closing slot is on Tuesday 1 December. */
const autumn = { starts: '2026-09-02', ends: '2026-12-02' };

type Case = {
  says: string;
  rhythm: Rhythm;
  slots?: (week: Week) => PlainDate | undefined;
  period?: { starts: PlainDate; ends: PlainDate };
  weeks: Week[];
};

describe('an agreement is followed up', () => {
  const cases: Case[] = [
    {
      says: 'every week after its first',
      rhythm: 1,
      weeks: [
        ...['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'],
        ...['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
        '2026-11-30',
      ],
    },
    {
      says: 'every second week, the last but one giving way to the closing one',
      rhythm: 2,
      weeks: ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-09', '2026-11-30'],
    },
    {
      says: 'every fourth week, the last but one giving way to the closing one',
      rhythm: 4,
      weeks: ['2026-09-28', '2026-10-26', '2026-11-30'],
    },
    {
      says: 'every fourth week, keeping the one three weeks before the closing one',
      rhythm: 4,
      period: { starts: '2026-09-02', ends: '2026-12-17' },
      weeks: ['2026-09-28', '2026-10-26', '2026-11-23', '2026-12-14'],
    },
    {
      says: 'for the last time in the week before, when the slot comes after the period’s end',
      rhythm: 2,
      slots: slotsOn(4),
      weeks: ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-09', '2026-11-23'],
    },
    {
      says: 'for the last time on the period’s last day',
      rhythm: 4,
      slots: slotsOn(3),
      weeks: ['2026-09-28', '2026-10-26', '2026-11-30'],
    },
    {
      says: 'for the last time in the last week that has a slot',
      rhythm: 2,
      slots: slotsOn(2, '2026-11-30', '2026-11-23'),
      weeks: ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-16'],
    },
    {
      says: 'also for a week without a slot, which the next slot makes good',
      rhythm: 2,
      slots: slotsOn(2, '2026-09-28'),
      weeks: ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-09', '2026-11-30'],
    },
    { says: 'never, where no week has a slot', rhythm: 1, slots: () => undefined, weeks: [] },
    {
      says: 'never in the week it starts in',
      rhythm: 1,
      period: { starts: '2026-09-01', ends: '2026-09-06' },
      weeks: [],
    },
    {
      says: 'once, when the period is shorter than the rhythm',
      rhythm: 4,
      period: { starts: '2026-09-02', ends: '2026-09-10' },
      weeks: ['2026-09-07'],
    },
    {
      says: 'over New Year',
      rhythm: 4,
      period: { starts: '2026-11-30', ends: '2027-02-28' },
      weeks: ['2026-12-28', '2027-01-25', '2027-02-22'],
    },
  ];

  it.each(cases)('$says', ({ rhythm, slots = slotsOn(2), period = autumn, weeks }) => {
    expect(followUpWeeks(period, rhythm, slots)).toEqual(weeks);
  });

  it('in three rhythms', () => {
    expect(rhythms).toEqual([1, 2, 4]);
  });
});

/** The last slot of the period, sought from its end day by day. */
function lastSlot({ starts, ends }: { starts: string; ends: string }, calendar: Calendar): Week | undefined {
  for (let date = ends; mondayOf(date) > mondayOf(starts); date = dateAfter(date, -1)) {
    if (slotIn(mondayOf(date), calendar)?.date === date) return mondayOf(date);
  }
  return undefined;
}

const weeksApart = (from: Week, to: Week) => (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000);

describe('half-way', () => {
  const weeksIn = (rhythm: Rhythm, period = autumn) => followUpWeeks(period, rhythm, slotsOn(2));

  // The middle of the autumn is Saturday 17 October, in the week of the 12th.
  it.each<{ says: string; period?: Period; weeks: Week[]; halfway: Week | undefined }>([
    { says: 'is the middle week, when each has one', weeks: weeksIn(1), halfway: '2026-10-12' },
    { says: 'is the middle week, when it is one of every second', weeks: weeksIn(2), halfway: '2026-10-12' },
    { says: 'is the later of every fourth, of two as near', weeks: weeksIn(4), halfway: '2026-10-26' },
    {
      says: 'is the later of every fourth where that is nearer',
      weeks: ['2026-09-28', '2026-10-19', '2026-11-30'],
      halfway: '2026-10-19',
    },
    {
      says: 'is the later of two that are as near',
      weeks: ['2026-10-05', '2026-10-19', '2026-11-30'],
      halfway: '2026-10-19',
    },
    {
      says: 'is never the closing one, however near',
      weeks: ['2026-09-07', '2026-10-12'],
      halfway: '2026-09-07',
    },
    { says: 'is the only ordinary one', weeks: ['2026-09-07', '2026-11-30'], halfway: '2026-09-07' },
    { says: 'is none where there is a closing one only', weeks: ['2026-11-30'], halfway: undefined },
    { says: 'is none where there is nothing', weeks: [], halfway: undefined },
    {
      says: 'moves with a period that was made longer',
      period: { starts: '2026-09-02', ends: '2026-12-30' },
      weeks: weeksIn(2, { starts: '2026-09-02', ends: '2026-12-30' }),
      halfway: '2026-10-26',
    },
  ])('$says', ({ period = autumn, weeks, halfway }) => {
    expect(halfwayWeek(period, weeks)).toBe(halfway);
  });
});

describe('weeks are lost', () => {
  it.each<{ says: string; slots: (week: Week) => PlainDate | undefined; lost: number }>([
    { says: 'never, where each has a slot', slots: slotsOn(2), lost: 0 },
    { says: 'that have none', slots: slotsOn(2, '2026-09-21', '2026-11-02'), lost: 2 },
    { says: 'also the last', slots: slotsOn(2, '2026-11-30'), lost: 1 },
    { says: 'not the first, which has no follow-up', slots: slotsOn(2, '2026-08-31'), lost: 0 },
    { says: 'not those outside the period', slots: slotsOn(2, '2026-08-24', '2026-12-07'), lost: 0 },
    { says: 'all thirteen', slots: () => undefined, lost: 13 },
  ])('$says', ({ slots, lost }) => {
    expect(lostWeeks(autumn, 2, slots)).toBe(lost);
  });
});

describe('whoever follows up, the weeks', () => {
  const weeksOf = (period: { starts: string; ends: string }, rhythm: Rhythm, calendar: Calendar) =>
    followUpWeeks(period, rhythm, (week) => slotIn(week, calendar)?.date);

  it('end with the last slot inside the period, whatever the rhythm', () => {
    fc.assert(
      fc.property(anyDate, anyCalendar, (starts, calendar) => {
        const period = periodFrom(starts);
        const closing = lastSlot(period, calendar);
        for (const rhythm of rhythms) expect(weeksOf(period, rhythm, calendar).at(-1)).toBe(closing);
      }),
      { numRuns: 500 },
    );
  });

  it('increase, keep to the rhythm, and leave room before the closing one', () => {
    fc.assert(
      fc.property(anyDate, anyRhythm, anyCalendar, (starts, rhythm, calendar) => {
        const period = periodFrom(starts);
        const weeks = weeksOf(period, rhythm, calendar);
        const closing = weeks.at(-1);
        if (closing === undefined) return;
        const ordinary = weeks.slice(0, -1);
        const first = mondayOf(starts);
        expect(ordinary).toEqual(ordinary.map((_, index) => dateAfter(first, 7 * rhythm * (index + 1))));
        for (const week of ordinary) expect(weeksApart(week, closing)).toBeGreaterThan(rhythm / 2);
        // Only what is too near was left out: no gap is longer than a rhythm and a half.
        expect(weeksApart(ordinary.at(-1) ?? first, closing)).toBeLessThanOrEqual(rhythm * 1.5);
      }),
      { numRuns: 500 },
    );
  });

  it('lie inside the period, after its first week', () => {
    fc.assert(
      fc.property(anyDate, anyRhythm, anyCalendar, (starts, rhythm, calendar) => {
        const period = periodFrom(starts);
        for (const week of weeksOf(period, rhythm, calendar)) {
          const date = slotIn(week, calendar)?.date ?? week;
          expect(week > mondayOf(starts)).toBe(true);
          expect(date <= period.ends).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('not the last one, whose day lies after the period’s end', () => {
    // The period ends on a Wednesday; its last Thursday is not in it.
    const thursdays = slotsOn(4, '2026-11-30');
    expect(lostWeeks({ starts: '2026-09-02', ends: '2026-12-02' }, 4, thursdays)).toBe(0);
    expect(lostWeeks({ starts: '2026-09-02', ends: '2026-12-03' }, 4, thursdays)).toBe(1);
  });
});
