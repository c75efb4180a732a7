import { describe, expect, it } from 'vitest';
import { isDanishHoliday } from '../../shared/domain/holidays.ts';
import { danishHolidays, dateAfter } from './almanac.ts';

const years = Array.from({ length: 2060 - 2024 + 1 }, (_, index) => 2024 + index);

function daysOf(year: number): string[] {
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
  return Array.from({ length }, (_, index) => dateAfter(`${year}-01-01`, index));
}

describe('Danish holidays', () => {
  it.each(years)('are those of date-holidays and the three days besides on every day of %i', (year) => {
    const ours = daysOf(year).filter(isDanishHoliday);
    expect(ours).toEqual([...danishHolidays(String(year))].sort());
  });

  it.each([
    { says: 'New Year is a holiday', date: '2026-01-01', off: true },
    { says: 'Maundy Thursday is a holiday', date: '2026-04-02', off: true },
    { says: 'Good Friday is a holiday', date: '2026-04-03', off: true },
    { says: 'Easter Sunday is a holiday', date: '2026-04-05', off: true },
    { says: 'Easter Monday is a holiday', date: '2026-04-06', off: true },
    { says: 'Easter Tuesday is not', date: '2026-04-07', off: false },
    { says: 'Ascension Day is a holiday', date: '2026-05-14', off: true },
    { says: 'the Friday after Ascension is not', date: '2026-05-15', off: false },
    { says: 'Whit Sunday is a holiday', date: '2026-05-24', off: true },
    { says: 'Whit Monday is a holiday', date: '2026-05-25', off: true },
    { says: 'the first of May is not', date: '2026-05-01', off: false },
    { says: 'Constitution Day counts as one', date: '2026-06-05', off: true },
    { says: 'Christmas Eve counts as one', date: '2026-12-24', off: true },
    { says: 'Christmas Day is a holiday', date: '2026-12-25', off: true },
    { says: 'Boxing Day is a holiday', date: '2026-12-26', off: true },
    { says: 'the days between the years are not', date: '2026-12-28', off: false },
    { says: "New Year's Eve counts as one", date: '2026-12-31', off: true },
    { says: 'store bededag of 2024 is not one any more', date: '2024-04-26', off: false },
    { says: 'store bededag of 2026 is not one any more', date: '2026-05-01', off: false },
    { says: 'the earliest Easter of the century is found', date: '2285-03-22', off: true },
    { says: 'the latest Easter of our time is found', date: '2038-04-25', off: true },
    { says: 'the exception of 1981 in the algorithm is kept', date: '1981-04-19', off: true },
    { says: 'Ascension may fall in April', date: '2285-04-30', off: true },
  ])('$says ($date)', ({ date, off }) => {
    expect(isDanishHoliday(date)).toBe(off);
  });
});
