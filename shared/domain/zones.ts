import table from './zones.json' with { type: 'json' };

/**
 * What `Intl` knows about the clocks of the coming years, written down: the first `Intl.DateTimeFormat` of a process costs
 * 8 MB and a quarter of a cold start's floor (docs/decisions/0006). test/domain/zones.test.ts holds it against `Intl`.
 */

const clockOf: Readonly<Record<string, number>> = table.zones;

/** Minutes to add to UTC in the zone at that moment; undefined for zones and years that are not written down. */
export function tabledOffset(epochMinute: number, zone: string): number | undefined {
  // Own keys only: `constructor` is a word that every object knows.
  const clock = Object.hasOwn(clockOf, zone) ? table.clocks[clockOf[zone] ?? -1] : undefined;
  if (epochMinute >= table.until) return undefined;
  return clock?.offsets[clock.since.findLastIndex((since) => since <= epochMinute)];
}
