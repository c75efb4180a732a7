import { describe, expect, it } from 'vitest';
import type { Group, GroupAgreement, HoursOpen } from '../../shared/domain/group.ts';
import {
  closingTime,
  isGroupResting,
  kindIn,
  nextRound,
  roundWeeks,
  weekByHand,
} from '../../shared/domain/group-agenda.ts';
import { lookAtGroup } from '../../shared/domain/group-look.ts';
import type { RoundKind } from '../../shared/domain/round.ts';
import type { Pause } from '../../shared/domain/slots.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { aGroup, aGroupAgreement, agreed, closingWeek, halfWay, inRound } from './groups.ts';
import { at, firstWeek, followUps } from './people.ts';

/** The next round as people say it: its week, when its slot opens and closes, and what it is. */
function next(group: Group, now: string): string {
  const due = nextRound(group, at(now));
  return due === undefined ? 'none' : `${due.week} ${due.place.opens} ${due.place.closes} ${due.kind}`;
}

const ordinary = (week: string, day: string, hour = '07') =>
  `${week} ${day}T${hour}:00:00Z ${day}T${String(Number(hour) + 6).padStart(2, '0')}:00:00Z ordinary`;

describe('the weeks with a round', () => {
  const period = { starts: '2026-09-02', ends: '2026-12-02' };
  it.each<{ says: string; agreement: Partial<GroupAgreement>; weeks: string[] }>([
    { says: 'every second, the closing one last', agreement: {}, weeks: followUps },
    {
      says: 'every fourth: what is within half a rhythm of the closing one gives way to it',
      agreement: { rhythm: 4 },
      weeks: ['2026-09-28', '2026-10-26', closingWeek],
    },
    {
      says: 'every one',
      agreement: { rhythm: 1, period: { starts: '2026-09-02', ends: '2026-09-30' } },
      weeks: ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28'],
    },
    {
      says: 'where the slot is after the period’s end, the week before closes it',
      agreement: { slot: { weekday: 4, time: '09:00' } },
      weeks: ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-09', '2026-11-23'],
    },
    {
      says: 'none, where the period has no slot but in its first week',
      agreement: { period: { starts: '2026-09-02', ends: '2026-09-04' } },
      weeks: [],
    },
    {
      says: 'a closing one before Christmas, where the weeks after it have no day left for it',
      agreement: {
        rhythm: 4,
        period: { starts: '2026-10-01', ends: '2027-01-01' },
        slot: { weekday: 4, time: '09:00' },
      },
      weeks: ['2026-10-26', '2026-11-23', '2026-12-14'],
    },
  ])('are $says', ({ agreement, weeks }) => {
    const group = agreed({ period, ...agreement });
    expect(roundWeeks(group, group.agreement!)).toEqual(weeks);
  });

  it('are the same in a pause: what it keeps from coming is owed after it', () => {
    const paused = aGroup({ pauses: [{ from: '2026-09-10', until: '2026-12-24' }] });
    expect(roundWeeks(paused, paused.agreement!)).toEqual(followUps);
  });
});

describe('the next round', () => {
  it.each([
    { says: 'before its slot', now: '2026-09-10 12:00', found: ordinary('2026-09-14', '2026-09-15') },
    { says: 'as its slot opens', now: '2026-09-15 09:00', found: ordinary('2026-09-14', '2026-09-15') },
    { says: 'hours late', now: '2026-09-15 14:59', found: ordinary('2026-09-14', '2026-09-15') },
    {
      says: 'too late for the day, and so in the next week’s slot',
      now: '2026-09-15 15:00',
      found: ordinary('2026-09-21', '2026-09-22'),
    },
    { says: 'days late', now: '2026-09-18 10:00', found: ordinary('2026-09-21', '2026-09-22') },
    {
      says: 'so late that the next is due as well: one comes for both',
      now: '2026-09-27 10:00',
      found: ordinary('2026-09-28', '2026-09-29'),
    },
    {
      says: 'after the clocks went back',
      now: '2026-10-27 08:00',
      settled: halfWay,
      found: ordinary('2026-10-26', '2026-10-27', '08'),
    },
  ])('is, $says, in that slot', ({ now, settled = firstWeek, found }) => {
    expect(next(agreed({ settled }), now)).toBe(found);
  });

  it.each<{ says: string; pauses?: Pause[]; agreement: Partial<GroupAgreement>; now: string; found: string }>(
    [
      {
        says: 'skips New Year’s week: the Friday is off, and no working day follows',
        agreement: {
          settled: '2026-12-14',
          period: { starts: '2026-12-02', ends: '2027-03-02' },
          slot: { weekday: 5, time: '09:00' },
        },
        now: '2026-12-28 08:00',
        found: ordinary('2027-01-04', '2027-01-08', '08'),
      },
      {
        says: 'moves to Tuesday over Whit Monday',
        agreement: {
          settled: '2027-05-03',
          period: { starts: '2027-05-03', ends: '2027-08-03' },
          slot: { weekday: 1, time: '10:00' },
        },
        now: '2027-05-10 08:00',
        found: ordinary('2027-05-17', '2027-05-18', '08'),
      },
      {
        says: 'waits for the first slot after a pause',
        pauses: [{ from: '2026-09-10', until: '2026-09-30' }],
        agreement: {},
        now: '2026-09-10 10:00',
        found: ordinary('2026-09-28', '2026-09-30'),
      },
      {
        says: 'waits for a pause of a year, and closes the period then',
        pauses: [{ from: '2026-09-10', until: '2027-09-10' }],
        agreement: {},
        now: '2026-09-11 10:00',
        found: '2027-09-06 2027-09-10T07:00:00Z 2027-09-10T13:00:00Z closing',
      },
    ],
  )('$says', ({ pauses = [], agreement, now, found }) => {
    expect(next(agreed(agreement, { pauses }), now)).toBe(found);
  });

  it.each<{ says: string; group: Group }>([
    { says: 'nothing was agreed', group: aGroup({ agreement: undefined }) },
    { says: 'the closing one was held', group: agreed({ settled: closingWeek }) },
    {
      says: 'the agreement has ended',
      group: agreed({ ending: { on: '2026-09-10', how: 'stopped', outcomes: [] } }),
    },
    { says: 'nobody answered three in a row', group: agreed({ unanswered: 3 }) },
  ])('is none where $says', ({ group }) => {
    expect(next(group, '2026-09-10 12:00')).toBe('none');
  });

  it('comes again after two that nobody answered', () => {
    expect(isGroupResting(aGroupAgreement({ unanswered: 2 }))).toBe(false);
    expect(next(agreed({ unanswered: 2 }), '2026-09-10 12:00')).toBe(ordinary('2026-09-14', '2026-09-15'));
    expect(isGroupResting(aGroupAgreement({ unanswered: 3 }))).toBe(true);
  });

  it('does not open while one is open, and is owed when that has closed', () => {
    const weekly = inRound(
      { on: '2026-09-15', closesAt: at('2026-09-22 12:00') },
      { agreement: aGroupAgreement({ rhythm: 1, settled: '2026-09-14' }) },
    );
    const during = lookAtGroup(weekly, at('2026-09-22 09:00'));
    expect(during.group.round?.id).toBe('1');
    expect(during.group.wakeAt).toBe(at('2026-09-22 12:00'));
    const closed = lookAtGroup(during.group, at('2026-09-22 12:00'));
    expect(closed.post).toBe('summary');
    // The summary is a message of its own: the next comes two seconds later.
    expect(closed.group.wakeAt).toBe(addSeconds(at('2026-09-22 12:00'), 2));
  });

  it('in an evening slot may come until midnight, when the day is over', () => {
    const evening = agreed({ slot: { weekday: 2, time: '21:30' } });
    expect(next(evening, '2026-09-10 12:00')).toBe(
      '2026-09-14 2026-09-15T19:30:00Z 2026-09-15T22:00:00Z ordinary',
    );
  });

  it('in a slot at midnight opens with the day', () => {
    const night = agreed({ slot: { weekday: 2, time: '00:00' } });
    expect(next(night, '2026-09-10 12:00')).toBe(
      '2026-09-14 2026-09-14T22:00:00Z 2026-09-15T04:00:00Z ordinary',
    );
  });
});

describe('what a round is', () => {
  it.each<{ says: string; settled: string; week: string; kind: RoundKind }>([
    { says: 'first', settled: firstWeek, week: '2026-09-14', kind: 'ordinary' },
    { says: 'in the middle', settled: '2026-09-28', week: halfWay, kind: 'half-way' },
    { says: 'late for the middle', settled: '2026-09-28', week: '2026-10-19', kind: 'half-way' },
    {
      says: 'for the middle and the next at once',
      settled: '2026-09-28',
      week: '2026-10-26',
      kind: 'half-way',
    },
    { says: 'after the middle was held', settled: halfWay, week: '2026-10-26', kind: 'ordinary' },
    { says: 'last', settled: '2026-11-09', week: closingWeek, kind: 'closing' },
    { says: 'late for the last', settled: '2026-11-09', week: '2027-01-11', kind: 'closing' },
    { says: 'last, and everything before it missed', settled: firstWeek, week: closingWeek, kind: 'closing' },
  ])('is $kind when it is $says', ({ settled, week, kind }) => {
    expect(kindIn(aGroupAgreement({ settled }), followUps, week)).toBe(kind);
  });

  it('is the closing one where the period has no week for any', () => {
    expect(kindIn(aGroupAgreement(), [], '2026-09-07')).toBe('closing');
  });
});

describe('a round opened by hand stands for', () => {
  const rhythms = [
    { rhythm: 1, now: '2026-09-11 10:00', week: '2026-09-07', says: 'this week’s, a weekly one' },
    { rhythm: 1, now: '2026-09-07 10:00', week: '2026-09-07', says: 'this week’s, whose slot is ahead' },
    {
      rhythm: 2,
      now: '2026-09-03 10:00',
      week: '2026-08-31',
      says: 'itself, where the next is two weeks away',
    },
    { rhythm: 2, now: '2026-09-07 00:00', week: '2026-09-14', says: 'next week’s, half a rhythm away' },
    { rhythm: 2, now: '2026-09-18 10:00', week: '2026-09-14', says: 'the one that was missed' },
    {
      rhythm: 4,
      now: '2026-09-13 10:00',
      week: '2026-09-07',
      says: 'itself, where the next is three weeks away',
    },
    { rhythm: 4, now: '2026-09-14 10:00', week: '2026-09-28', says: 'the next, two weeks away' },
    { rhythm: 2, now: '2026-11-29 10:00', week: '2026-11-23', says: 'itself, never for the closing one' },
    { rhythm: 2, now: '2026-11-30 10:00', week: closingWeek, says: 'the closing one, in its own week' },
    { rhythm: 2, now: '2026-12-15 10:00', week: closingWeek, says: 'the closing one, late' },
  ] as const;
  it.each(rhythms)('$says', ({ rhythm, now, week }) => {
    const group = agreed({ rhythm, settled: now > '2026-11' ? '2026-11-09' : firstWeek });
    expect(weekByHand(group, group.agreement!, at(now))).toBe(week);
  });

  it('the latest of several that were missed', () => {
    expect(weekByHand(aGroup(), aGroupAgreement(), at('2026-10-02 10:00'))).toBe('2026-09-28');
  });

  it('this week, where all were held', () => {
    const held = agreed({ settled: closingWeek });
    expect(weekByHand(held, held.agreement!, at('2026-12-09 10:00'))).toBe('2026-12-07');
  });
});

describe('a round closes', () => {
  type Case = { says: string; opened: string; hours?: HoursOpen; closes: string };
  it.each<Case>([
    { says: 'after its hours', opened: '2026-09-15 09:00', closes: '2026-09-17 09:00' },
    { says: 'to the minute, opened late', opened: '2026-09-15 11:17', closes: '2026-09-17 11:17' },
    { says: 'after a day', opened: '2026-09-15 09:00', hours: 24, closes: '2026-09-16 09:00' },
    { says: 'after three days', opened: '2026-09-15 09:00', hours: 72, closes: '2026-09-18 09:00' },
    {
      says: 'on Monday, where it would be a Saturday',
      opened: '2026-09-17 11:17',
      closes: '2026-09-21 09:00',
    },
    { says: 'on Monday, where it would be a Sunday', opened: '2026-09-18 14:00', closes: '2026-09-21 09:00' },
    {
      says: 'after five days over a weekend',
      opened: '2026-09-15 09:00',
      hours: 120,
      closes: '2026-09-21 09:00',
    },
    {
      says: 'after five days that end on a Wednesday',
      opened: '2026-09-18 09:00',
      hours: 120,
      closes: '2026-09-23 09:00',
    },
    { says: 'after Christmas', opened: '2026-12-22 09:00', closes: '2026-12-28 09:00' },
    {
      says: 'after New Year’s Day and its weekend',
      opened: '2026-12-30 09:00',
      hours: 24,
      closes: '2027-01-04 09:00',
    },
    { says: 'after Easter', opened: '2027-03-23 09:00', closes: '2027-03-30 09:00' },
    {
      says: 'as many hours later when the clocks go back',
      opened: '2026-10-23 09:00',
      hours: 120,
      closes: '2026-10-28 08:00',
    },
    {
      says: 'at the slot’s time after a weekend when the clocks go back',
      opened: '2026-10-22 09:00',
      closes: '2026-10-26 09:00',
    },
    { says: 'just before midnight on a Friday', opened: '2026-09-16 23:59', closes: '2026-09-18 23:59' },
    { says: 'on Monday, opened a minute later', opened: '2026-09-17 00:00', closes: '2026-09-21 09:00' },
  ])('$says', ({ opened, hours = 48, closes }) => {
    const group = agreed({ hoursOpen: hours });
    expect(closingTime(group, group.agreement!, at(opened))).toBe(at(closes));
  });

  it('in a pause all the same: an open one goes on', () => {
    const paused = aGroup({ pauses: [{ from: '2026-09-16', until: '2026-10-16' }] });
    expect(closingTime(paused, paused.agreement!, at('2026-09-15 09:00'))).toBe(at('2026-09-17 09:00'));
  });
});
