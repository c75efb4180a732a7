import { addDays, type PlainDate } from './time.ts';

/**
 * Danish public holidays, and the three days most Danes have off besides: 5 June, 24 and 31 December (PRODUCT.md).
 * Store bededag is an ordinary working day since 2024 (lov nr. 214 af 6. marts 2023).
 */
const fixed = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'];

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50];

const movable = new Map<number, Set<PlainDate>>();

export function isDanishHoliday(date: PlainDate): boolean {
  return fixed.includes(date.slice(5)) || movableIn(Number(date.slice(0, 4))).has(date);
}

function movableIn(year: number): Set<PlainDate> {
  const known = movable.get(year) ?? new Set(fromEaster.map((days) => addDays(easterSunday(year), days)));
  movable.set(year, known);
  return known;
}

/** Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const e = (19 * a + d + 15) % 30;
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7;
  const g = e + f - 7 * Math.floor((a + 11 * e + 22 * f) / 451) + 114;
  const month = String(Math.floor(g / 31)).padStart(2, '0');
  const day = String((g % 31) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
