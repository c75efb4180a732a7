import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupKey, parseKey, personKey, shards } from '../../shared/store/keys.ts';
import { fromItem, toItem } from '../../shared/store/person-item.ts';
import { alone, anybody, poorest, richest, ungrouped } from './people.ts';

/** As the engine gives an item back: without what was undefined. */
const throughTheTable = (item: object) => JSON.parse(JSON.stringify(item)) as Record<string, unknown>;

describe('a person as an item', () => {
  it('comes back the same', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        expect(fromItem(throughTheTable(toItem(person)))).toEqual(person);
      }),
    );
  });

  it('has no undefined in a list, where DynamoDB has no holes', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        expect(hasHole(toItem(person))).toBe(false);
      }),
    );
  });

  it('is in the index exactly while it waits for something', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const item = throughTheTable(toItem(person));
        expect('shard' in item).toBe(person.wakeAt !== undefined);
        expect('wakeAt' in item).toBe(person.wakeAt !== undefined);
      }),
    );
  });

  it.each([
    { says: 'without a schema version', change: { schemaVersion: undefined } },
    { says: 'of the next schema version', change: { schemaVersion: 5 } },
    { says: 'of no schema version that ever was', change: { schemaVersion: 0 } },
    { says: 'without a version', change: { version: undefined } },
    { says: 'with a language we do not have', change: { profile: { ...richest().profile, language: 'sv' } } },
    { says: 'with an instant that is none', change: { wakeAt: 'tomorrow' } },
    { says: 'with half an agreement', change: { agreement: { id: 'V1' } } },
    {
      says: 'told of what nobody knows',
      change: { news: { ...richest().news, items: [{ kind: 'gossip' }] } },
    },
    { says: 'with an ask on no day', change: withAsk({ madeOn: 'soon' }) },
    { says: 'with an ask of no kind', change: withAsk({ kind: 'praise' }) },
    { says: 'with an answer that is none', change: withAsk({ answer: { reply: 'maybe', form: 'V1' } }) },
    { says: 'with a link of nobody', change: { links: [{ ...richest().links?.[0], owner: undefined }] } },
    {
      says: 'with a group of nobody',
      change: { groups: [{ ...richest().groups?.[0], channel: undefined }] },
    },
    { says: 'with a draft of three points', change: { draft: { form: 'V', points: [null, null, null] } } },
  ])('$says is refused', ({ change }) => {
    expect(() => fromItem(throughTheTable({ ...toItem(richest()), ...change }))).toThrow();
  });

  it('without change is accepted, so that the cases above refuse for their reason', () => {
    expect(fromItem(throughTheTable(toItem(richest())))).toEqual(richest());
    expect(fromItem(throughTheTable(toItem(poorest())))).toEqual(poorest());
  });

  it('is written as of version 4', () => {
    expect(toItem(poorest())['schemaVersion']).toBe(4);
  });

  it.each([
    { says: 'with nothing', person: poorest() },
    { says: 'with everything there was then', person: alone(richest()) },
  ])('of version 1, $says, is read as it is', ({ person }) => {
    const first = { ...throughTheTable(toItem(person)), schemaVersion: 1 };
    expect(fromItem(first)).toEqual(person);
    for (const field of ['news', 'told', 'links', 'linked', 'sparring', 'gone'])
      expect(first).not.toHaveProperty(field);
  });

  it.each([
    { says: 'with nothing', person: poorest() },
    { says: 'with everything there was then', person: ungrouped(richest()) },
  ])('of version 2, $says, is read as it is', ({ person }) => {
    const second = { ...throughTheTable(toItem(person)), schemaVersion: 2 };
    expect(fromItem(second)).toEqual(person);
    expect(second).not.toHaveProperty('groups');
  });

  it('goes to a shard that is its own for good, and the shards share the work', () => {
    const shardOf = (user: string) =>
      toItem({ ...poorest(user), wakeAt: '2026-12-01T08:00:00Z' })['shard'] as string;
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(fc.stringMatching(/^U[A-Z0-9]{8,10}$/), (user) => {
        expect(shardOf(user)).toBe(shardOf(user));
        counts.set(shardOf(user), (counts.get(shardOf(user)) ?? 0) + 1);
      }),
      { numRuns: 4000, seed: 1 },
    );
    expect([...counts.keys()].sort()).toEqual([...shards]);
    for (const count of counts.values()) expect(count).toBeLessThan((4000 / shards.length) * 1.5);
  });
});

describe("a recipient's key", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);

  it('begins with the tenant, and leads back to the person or the channel', () => {
    fc.assert(
      fc.property(id, id, (tenant, which) => {
        const [person, group] = [
          { tenant, user: which },
          { tenant, channel: which },
        ];
        for (const { pk } of [personKey(person), groupKey(group)])
          expect(pk.startsWith(`T#${tenant}#`)).toBe(true);
        expect(parseKey(personKey(person).pk)).toEqual(person);
        expect(parseKey(groupKey(group).pk)).toEqual(group);
        expect(groupKey(group).pk).not.toBe(personKey(person).pk);
      }),
    );
  });

  it('is the key of nobody else', () => {
    fc.assert(
      fc.property(id, id, id, id, (tenant, user, otherTenant, otherUser) => {
        fc.pre(tenant !== otherTenant || user !== otherUser);
        expect(personKey({ tenant, user })).not.toEqual(personKey({ tenant: otherTenant, user: otherUser }));
        expect(groupKey({ tenant, channel: user })).not.toEqual(
          groupKey({ tenant: otherTenant, channel: otherUser }),
        );
      }),
    );
  });

  it.each(['', 'T#T1', 'T#T1#P#', 'T#T1#C#', 'T##P#U1', 'T#T1#X#U1', 'T#T1#P#U1#X', 'T#T1#C#C1#X', 'P#U1'])(
    '%j is none',
    (pk) => {
      expect(() => parseKey(pk)).toThrow(/partition key/);
    },
  );
});

/** The richest agreement with an ask that differs. */
function withAsk(change: object) {
  const { agreement } = richest();
  return { agreement: { ...agreement, asks: agreement?.asks?.map((ask) => ({ ...ask, ...change })) } };
}

function hasHole(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => each === undefined || hasHole(each));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHole);
}
