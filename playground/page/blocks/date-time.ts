/** `2026-11-23T09:00` where it is that time in the zone, from seconds since 1970. */
export function localFromSeconds(seconds: number, zone: string): string {
  // Swedish dates are ISO's.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return format.format(seconds * 1000).replace(' ', 'T');
}

const daySeconds = 24 * 60 * 60;

/**
 * Seconds since 1970, from a date and time in the zone. Of the hour that comes twice in autumn it is the first; of the one
 * that is left out in spring, the time an hour later.
 */
export function secondsFromLocal(local: string, zone: string): number {
  const asUtc = Date.parse(`${local}Z`) / 1000;
  const before = asUtc - offsetAt(asUtc - daySeconds, zone);
  const after = asUtc - offsetAt(asUtc + daySeconds, zone);
  return [before, after].find((seconds) => localFromSeconds(seconds, zone) === local) ?? before;
}

/** In whole minutes, as all zones have had it for a century. */
const offsetAt = (seconds: number, zone: string): number =>
  Date.parse(`${localFromSeconds(seconds, zone)}Z`) / 1000 - Math.floor(seconds / 60) * 60;
