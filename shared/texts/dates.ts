import type { Language } from '../domain/person.ts';
import type { PlainDate, Time } from '../domain/time.ts';

const locales = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make (half a millisecond) and used again and again. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join()}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  made.set(key, format);
  return format;
}

/** A calendar date has no zone; noon UTC is on that date, and so is what is written. */
const noon = (date: PlainDate) => new Date(`${date}T12:00:00Z`);

/** `tirsdag den 8. december`, `Tuesday 8 December` */
export function longDate(language: Language, date: PlainDate): string {
  const weekday = formatter(language, { weekday: 'long' }).format(noon(date));
  return [weekday, ...(language === 'da' ? ['den'] : []), dayAndMonth(language, date)].join(' ');
}

/** `8. december 2026`, `8 December 2026` */
export function fullDate(language: Language, date: PlainDate): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date));
}

/** `8. december`, `8 December` */
export function dayAndMonth(language: Language, date: PlainDate): string {
  return formatter(language, { day: 'numeric', month: 'long' }).format(noon(date));
}

/** `18. januar – 18. april 2027`; over New Year both with their year. */
export function span(language: Language, from: PlainDate, to: PlainDate): string {
  const begins = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(language, from) : fullDate(language, from);
  return `${begins} – ${fullDate(language, to)}`;
}

/** As one says it: `9.00` in Danish, `09:00` in English. */
export function clock(language: Language, time: Time): string {
  return language === 'da' ? time.replace(/^0/, '').replace(':', '.') : time;
}
