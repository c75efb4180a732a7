import type { Language } from '../domain/person.ts';
import { type PlainDate, type Time, weekdayOf } from '../domain/time.ts';

/** Written out, because `Intl` takes 8 MB and a quarter of a cold start's floor to say as much (docs/decisions/0006). */
const names = {
  da: {
    days: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
    months: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  },
  en: {
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
  },
} as const satisfies Record<Language, object>;

/** `tirsdag den 8. december`, `Tuesday 8 December` */
export function longDate(language: Language, date: PlainDate): string {
  const weekday = names[language].days[weekdayOf(date) - 1];
  return `${weekday} ${language === 'da' ? 'den ' : ''}${dayAndMonth(language, date)}`;
}

/** `8. december 2026`, `8 December 2026` */
export function fullDate(language: Language, date: PlainDate): string {
  return `${dayAndMonth(language, date)} ${date.slice(0, 4)}`;
}

/** `8. december`, `8 December` */
export function dayAndMonth(language: Language, date: PlainDate): string {
  const day = `${Number(date.slice(8))}${language === 'da' ? '.' : ''}`;
  return `${day} ${names[language].months[Number(date.slice(5, 7)) - 1]}`;
}

/** `18. januar – 18. april 2027`; over New Year both with their year. */
export function span(language: Language, from: PlainDate, to: PlainDate): string {
  const begins = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(language, from) : fullDate(language, from);
  return `${begins} – ${fullDate(language, to)}`;
}

/** `1 dag`, `30 dage`; `1 day`, `30 days` */
export function inDays(language: Language, count: number): string {
  const [one, more] = { da: ['dag', 'dage'], en: ['day', 'days'] }[language];
  return `${count} ${count === 1 ? one : more}`;
}

/** As one says it: `9.00` in Danish, `09:00` in English. */
export function clock(language: Language, time: Time): string {
  return language === 'da' ? time.replace(/^0/, '').replace(':', '.') : time;
}
