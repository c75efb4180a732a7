import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { tabledOffset } from '../../shared/domain/zones.ts';

const from = Date.UTC(2026, 0);
const until = Date.UTC(2040, 0);
const minute = (millis: number) => millis / 60_000;

/** Every change of the zone's clock in those years, as the moment and the offset from then on. */
function* changes(zone: string) {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (; at && at.epochMilliseconds < until; at = at.getTimeZoneTransition('next')) {
    yield [at.epochMilliseconds, at.offsetNanoseconds / 60e9] as const;
  }
}

const zones = Object.fromEntries(
  Intl.supportedValuesOf('timeZone').map((zone) => [zone, [...changes(zone)]]),
);

/** The table, one line a clock and a zone. */
function asJson(): string {
  const written = Object.values(zones).map((all) =>
    JSON.stringify({ since: all.map(([at]) => minute(at)), offsets: all.map(([, offset]) => offset) }),
  );
  const clocks = [...new Set(written)];
  const lines = Object.keys(zones).map((zone, index) => `"${zone}": ${clocks.indexOf(written[index]!)}`);
  return `{
"until": ${minute(until)},
"clocks": [
${clocks.join(',\n')}
],
"zones": {
${lines.join(',\n')}
}
}
`;
}

test("the table says what this Node's Intl says: `npx vitest run test/domain/zones.test.ts -u` writes it anew", async () => {
  await expect(asJson()).toMatchFileSnapshot('../../shared/domain/zones.json');
});

test('every zone has the right offset a minute before and at each change of its clock', () => {
  for (const [zone, all] of Object.entries(zones)) {
    for (const [index, [at, offset]] of all.entries()) {
      expect(tabledOffset(minute(at), zone), `${zone} ${new Date(at).toISOString()}`).toBe(offset);
      if (index > 0) expect(tabledOffset(minute(at) - 1, zone), zone).toBe(all[index - 1]![1]);
    }
    expect(tabledOffset(minute(until) - 1, zone), zone).toBe(all.at(-1)![1]);
  }
});

test.each([
  ['a minute too early', minute(from) - 1, 'Europe/Copenhagen'],
  ['a minute too late', minute(until), 'Europe/Copenhagen'],
  ['a zone of another name', minute(from), 'Mars/Olympus'],
  ["a name of JavaScript's own", minute(from), 'constructor'],
])('it says nothing about %s', (_, at, zone) => {
  expect(tabledOffset(at, zone)).toBeUndefined();
});
