import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFromItem, groupToItem } from '../../shared/store/group-item.ts';
import { parseKey } from '../../shared/store/keys.ts';
import { toItem } from '../../shared/store/person-item.ts';
import { anyGroup, largestGroup, poorestGroup, richestGroup } from './groups.ts';
import { richest } from './people.ts';

/** As the engine gives an item back: without what was undefined. */
const throughTheTable = (item: object) => JSON.parse(JSON.stringify(item)) as Record<string, unknown>;

describe('a group as an item', () => {
  it('comes back the same', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        expect(groupFromItem(throughTheTable(groupToItem(group)))).toEqual(group);
      }),
    );
  });

  it('is in the index exactly while it waits for something', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const item = throughTheTable(groupToItem(group));
        expect('shard' in item).toBe(group.wakeAt !== undefined);
        expect('wakeAt' in item).toBe(group.wakeAt !== undefined);
        expect(parseKey(String(item['pk']))).toEqual({ tenant: group.tenant, channel: group.channel });
      }),
    );
  });

  it('has no undefined in a list, where DynamoDB has no holes', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        expect(hasHole(groupToItem(group))).toBe(false);
      }),
    );
  });

  const { agreement, round } = richestGroup();
  it.each([
    { says: 'without a schema version', change: { schemaVersion: undefined } },
    { says: 'of the next schema version', change: { schemaVersion: 2 } },
    { says: 'of no schema version that ever was', change: { schemaVersion: 0 } },
    { says: 'without a version', change: { version: undefined } },
    { says: 'in a language we do not have', change: { language: 'sv' } },
    { says: 'with an instant that is none', change: { wakeAt: 'tomorrow' } },
    { says: 'with half an agreement', change: { agreement: { id: 'V1' } } },
    {
      says: 'with a third point',
      change: { agreement: { ...agreement, points: [1, 2, 3].map(() => agreement?.points[0]) } },
    },
    { says: 'with a rhythm there is none', change: { agreement: { ...agreement, rhythm: 3 } } },
    { says: 'with hours that nobody can choose', change: { agreement: { ...agreement, hoursOpen: 12 } } },
    {
      says: 'with a slot on no day',
      change: { agreement: { ...agreement, slot: { weekday: 8, time: '09:00' } } },
    },
    { says: 'with a round of no kind', change: { round: { ...round, kind: 'extra' } } },
    { says: 'with a round that never closes', change: { round: { ...round, closesAt: undefined } } },
    { says: 'with a member who has no name', change: { members: [{ id: 'U1', since: '2026-11-24' }] } },
    {
      says: 'posting what is no message',
      change: { posting: { what: 'gossip', lease: '2026-12-09T12:01:00Z', attempts: 1 } },
    },
  ])('$says is refused', ({ change }) => {
    expect(() => groupFromItem(throughTheTable({ ...groupToItem(richestGroup()), ...change }))).toThrow();
  });

  it('without change is accepted, so that the cases above refuse for their reason', () => {
    for (const group of [poorestGroup(), richestGroup(), largestGroup()])
      expect(groupFromItem(throughTheTable(groupToItem(group)))).toEqual(group);
  });

  it('is none where it is a person', () => {
    expect(() => groupFromItem(throughTheTable(toItem(richest())))).toThrow();
  });

  it('is written as of version 1', () => {
    expect(groupToItem(poorestGroup())['schemaVersion']).toBe(1);
  });
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
describe('the size of an item', () => {
  it('of the largest group there can be is less than DynamoDB’s 400 kB, with a good part to spare', () => {
    const bytes = sizeOf(throughTheTable(groupToItem(largestGroup()))) - 3;
    expect(bytes).toBeGreaterThan(200_000);
    expect(bytes).toBeLessThan(0.9 * 400 * 1024);
  });
});

/** UTF-8 of strings and names; three bytes for a map or a list, and one for each thing in it; a number's most, 21. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (typeof value !== 'object' || value === null) return 1;
  const names = Array.isArray(value)
    ? 0
    : Object.keys(value).reduce((sum, name) => sum + Buffer.byteLength(name), 0);
  return Object.values(value).reduce<number>((sum, each) => sum + 1 + sizeOf(each), 3 + names);
}

function hasHole(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => each === undefined || hasHole(each));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHole);
}
