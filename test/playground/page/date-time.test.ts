import { describe, expect, it } from 'vitest';
import { localFromSeconds, secondsFromLocal } from '../../../playground/page/blocks/date-time.ts';

/** The day of two clocks: Denmark goes to summer time on 28 March 2027 at 2, and back on 31 October at 3. */
const cases: [string, string, string][] = [
  ['2026-11-23T09:00', 'Europe/Copenhagen', '2026-11-23T08:00:00Z'],
  ['2027-07-01T00:00', 'Europe/Copenhagen', '2027-06-30T22:00:00Z'],
  ['2027-03-28T01:59', 'Europe/Copenhagen', '2027-03-28T00:59:00Z'],
  ['2027-03-28T03:00', 'Europe/Copenhagen', '2027-03-28T01:00:00Z'],
  ['2027-10-31T01:59', 'Europe/Copenhagen', '2027-10-30T23:59:00Z'],
  ['2027-10-31T03:00', 'Europe/Copenhagen', '2027-10-31T02:00:00Z'],
  ['2026-11-23T09:00', 'Europe/London', '2026-11-23T09:00:00Z'],
  ['2026-11-23T09:00', 'Asia/Kathmandu', '2026-11-23T03:15:00Z'],
];

describe('a date and time in a zone', () => {
  it.each(cases)('%s in %s is %s, and back', (local, zone, instant) => {
    const seconds = Date.parse(instant) / 1000;
    expect(secondsFromLocal(local, zone)).toBe(seconds);
    expect(localFromSeconds(seconds, zone)).toBe(local);
  });

  it('of the hour that comes twice is the first', () => {
    expect(secondsFromLocal('2027-10-31T02:30', 'Europe/Copenhagen')).toBe(
      Date.parse('2027-10-31T00:30:00Z') / 1000,
    );
  });

  it('of the hour that is left out is an hour later', () => {
    const seconds = secondsFromLocal('2027-03-28T02:30', 'Europe/Copenhagen');
    expect(localFromSeconds(seconds, 'Europe/Copenhagen')).toBe('2027-03-28T03:30');
  });
});
