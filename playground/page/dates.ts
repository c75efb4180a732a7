import type { Locale } from './texts.ts';

export type Calendar = ReturnType<typeof calendarFor>;

/** Dates and times as the acting person writes them, in their own zone. */
export function calendarFor(locale: Locale, zone: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return (at: string | Date) => formatter.format(typeof at === 'string' ? new Date(at) : at);
  };
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  return {
    time,
    /** The same for all instants of one day, for telling days apart. */
    day: format({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay,
    numericDay: format({ day: 'numeric', month: 'numeric', year: 'numeric' }),
    moment: (at: string) => `${shortDay(at)} ${locale === 'da-DK' ? 'kl. ' : ''}${time(at)}`,
  };
}
