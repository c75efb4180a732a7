import { type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import type { Group } from '../../shared/domain/group.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isPersonId } from '../../shared/domain/recipient.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { groupToItem } from '../../shared/store/group-item.ts';
import { groupKey, personKey, shards } from '../../shared/store/keys.ts';
import { toItem } from '../../shared/store/person-item.ts';
import type { Store } from '../../shared/store/store.ts';
import { anyGroup, largestGroup, poorestGroup, richestGroup } from './groups.ts';
import { alone, anybody, poorest, richest, ungrouped } from './people.ts';

/** An engine with the project's table in it, under that name. */
export type Engine = { client: DynamoDBClient; close: () => Promise<void> };

const tableName = 'people';
const now = '2026-12-01T08:00:00Z';

/** What was read, without what the workspace decided: that is read beside it, and no part of it. */
function bare<T extends { workspace?: unknown }>(read: T | undefined): Omit<T, 'workspace'> | undefined {
  if (read === undefined) return undefined;
  const { workspace: _, ...rest } = read;
  return rest;
}

/** What the store must do on every engine that speaks DynamoDB's protocol. Each case has a tenant of its own. */
export function storeSuite(open: (table: string) => Promise<Engine>): void {
  let engine: Engine;
  let store: Store;
  let raw: DynamoDBDocumentClient;
  let tenant: string;
  let tenants = 0;
  const sent: { name: string; input: object }[] = [];
  let pageSize: number | undefined;

  beforeAll(async () => {
    engine = await open(tableName);
    // In this order: document clients of one client share their options, the latest's, which must be the store's.
    raw = DynamoDBDocumentClient.from(engine.client);
    store = dynamoStore(engine.client, tableName);
    engine.client.middlewareStack.add(
      (next, context) => (args) => {
        const name = String(context['commandName']);
        const input = name === 'QueryCommand' ? { ...args.input, Limit: pageSize } : args.input;
        sent.push({ name, input });
        return next({ ...args, input });
      },
      { step: 'initialize' },
    );
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    tenants += 1;
    tenant = `T${tenants}`;
    sent.length = 0;
    pageSize = undefined;
  });

  const item = async (user: string) => {
    const { Item } = await raw.send(
      new GetCommand({ TableName: tableName, Key: personKey({ tenant, user }) }),
    );
    return Item;
  };
  const groupItem = async (channel: string) => {
    const { Item } = await raw.send(
      new GetCommand({ TableName: tableName, Key: groupKey({ tenant, channel }) }),
    );
    return Item;
  };
  const put = (values: Record<string, unknown>) =>
    raw.send(new PutCommand({ TableName: tableName, Item: values }));
  const saved = async (person: Person): Promise<Person> => {
    const written = await store.save(person);
    if (written === undefined) throw new Error('Somebody else was first');
    return written;
  };
  const savedGroup = async (group: Group): Promise<Group> => {
    const written = await store.saveGroup(group);
    if (written === undefined) throw new Error('Somebody else was first');
    return written;
  };
  const overdue = async (before: string) =>
    (await store.overdue(before))
      .filter((found) => found.tenant === tenant)
      .map((found) => (isPersonId(found) ? found.user : found.channel));

  describe('a person', () => {
    it('who has stored nothing is not there', async () => {
      expect(await store.person({ tenant, user: 'U1' })).toBeUndefined();
    });

    it.each([
      { says: 'the poorest', person: () => poorest('U1', tenant) },
      { says: 'the richest', person: () => richest('U1', tenant) },
      {
        says: 'one with a draft of the first point only',
        person: () => withDraft([{ title: 'Et', firstStep: 'To' }, undefined]),
      },
      {
        says: 'one with a draft of the second point only',
        person: () => withDraft([undefined, { title: 'Et', firstStep: 'To' }]),
      },
      { says: 'one with an empty draft', person: () => withDraft([undefined, undefined]) },
      {
        says: 'one whose optional fields are there and undefined',
        person: () => ({ ...poorest('U1', tenant), draft: undefined, prompt: undefined, wakeAt: undefined }),
      },
    ])('$says is read back as they were saved', async ({ person }) => {
      expect(await saved(person())).toEqual({ ...person(), version: 1 });
      expect(bare(await store.person({ tenant, user: 'U1' }))).toEqual({ ...person(), version: 1 });
    });

    it('whoever they are is read back as they were saved', async () => {
      await fc.assert(
        fc.asyncProperty(anybody, async (person) => {
          tenants += 1;
          const first = { ...person, tenant: `T${tenants}`, version: 0 };
          await saved(first);
          expect(bare(await store.person(first))).toEqual({ ...first, version: 1 });
        }),
        { numRuns: 40 },
      );
    });

    it('is read consistently, by key: one request, and one to write', async () => {
      const person = await saved(poorest('U1', tenant));
      await store.person(person);
      expect(sent.map(({ name }) => name)).toEqual(['PutItemCommand', 'BatchGetItemCommand']);
      expect(sent[1]?.input).toMatchObject({ RequestItems: { [tableName]: { ConsistentRead: true } } });
    });

    it('has lost in the table what they have lost', async () => {
      await saved({ ...(await saved(richest('U1', tenant))), draft: undefined, agreement: undefined });
      const stored = await item('U1');
      expect(stored).not.toHaveProperty('draft');
      expect(stored).not.toHaveProperty('agreement');
      expect(stored).toHaveProperty('pauses');
    });

    it('has lost in the table what others had for them', async () => {
      const none = { news: undefined, links: undefined, linked: undefined, sparring: undefined };
      await saved({ ...(await saved(richest('U1', tenant))), ...none, gone: undefined });
      const stored = await item('U1');
      for (const field of [...Object.keys(none), 'gone']) expect(stored).not.toHaveProperty(field);
      expect(stored).toHaveProperty('told');
    });

    function withDraft(points: NonNullable<Person['draft']>['points']): Person {
      return { ...poorest('U1', tenant), draft: { form: 'V1', points, savedAt: now } };
    }
  });

  describe('a save', () => {
    it('counts versions', async () => {
      let person = poorest('U1', tenant);
      for (const version of [1, 2, 3]) {
        person = await saved(person);
        expect(person.version).toBe(version);
      }
      expect((await item('U1'))?.['version']).toBe(3);
    });

    it.each([
      { says: 'the first, when somebody has the key already', version: 0 },
      { says: 'one of an older version', version: 1 },
      { says: 'one of a version that never was', version: 7 },
    ])('$says, changes nothing and says so', async ({ version }) => {
      await saved(await saved(named('kept')));
      expect(await store.save({ ...named('lost'), version })).toBeUndefined();
      expect(await store.person({ tenant, user: 'U1' })).toMatchObject({
        version: 2,
        profile: { name: 'kept' },
      });
    });

    it('of somebody who is gone changes nothing and says so', async () => {
      expect(await store.save({ ...named('ghost'), version: 3 })).toBeUndefined();
      expect(await item('U1')).toBeUndefined();
    });

    it.each([
      { says: 'first', before: false },
      { says: 'later', before: true },
    ])('of ten $says ones at a time, one wins', async ({ before }) => {
      const read = before ? await saved(named('read')) : named('new');
      const racers = Array.from({ length: 10 }, (_, index) => ({
        ...read,
        profile: { ...read.profile, name: `racer ${index}` },
      }));
      const results = await Promise.all(racers.map((racer) => store.save(racer)));
      const winners = results.filter((result) => result !== undefined);
      expect(winners).toHaveLength(1);
      expect(bare(await store.person({ tenant, user: 'U1' }))).toEqual(winners[0]);
    });

    function named(name: string): Person {
      const person = poorest('U1', tenant);
      return { ...person, profile: { ...person.profile, name } };
    }
  });

  describe('a person who is forgotten', () => {
    it('is gone, and from the index, and begins anew like anybody', async () => {
      const person = await saved({ ...richest('U1', tenant), wakeAt: '2026-11-24T09:00:00Z' });
      expect(await store.forget(person)).toBe(true);
      expect(await store.person(person)).toBeUndefined();
      expect(await overdue('2027-01-01T00:00:00Z')).toEqual([]);
      expect(await saved(poorest('U1', tenant))).toMatchObject({ version: 1 });
    });

    it('stays when somebody else wrote them meanwhile, or forgot them', async () => {
      const read = await saved(poorest('U1', tenant));
      const written = await saved(read);
      expect(await store.forget(read)).toBe(false);
      expect(await store.person(read)).toMatchObject({ version: 2 });
      expect(await store.forget(written)).toBe(true);
      expect(await store.forget(written)).toBe(false);
    });
  });

  describe('an error that is not a lost race is thrown', () => {
    it.each([
      { says: 'reading', act: (elsewhere: Store) => elsewhere.person({ tenant, user: 'U1' }) },
      { says: 'saving', act: (elsewhere: Store) => elsewhere.save(poorest('U1', tenant)) },
      { says: 'reading a group', act: (elsewhere: Store) => elsewhere.group({ tenant, channel: 'C1' }) },
      { says: 'saving a group', act: (elsewhere: Store) => elsewhere.saveGroup(poorestGroup('C1', tenant)) },
      { says: 'looking for the overdue', act: (elsewhere: Store) => elsewhere.overdue(now) },
    ])('$says, in a table that is not there', async ({ act }) => {
      const elsewhere = dynamoStore(engine.client, 'nowhere');
      await expect(act(elsewhere)).rejects.toBeInstanceOf(ResourceNotFoundException);
    });

    it.each([
      {
        says: 'reading',
        act: (signal: AbortSignal) => store.person({ tenant, user: 'U1' }, signal),
      },
      { says: 'saving', act: (signal: AbortSignal) => store.save(poorest('U1', tenant), signal) },
      {
        says: 'reading a group',
        act: (signal: AbortSignal) => store.group({ tenant, channel: 'U1' }, signal),
      },
      {
        says: 'saving a group',
        act: (signal: AbortSignal) => store.saveGroup(poorestGroup('U1', tenant), signal),
      },
    ])('$says, when it was given up', async ({ act }) => {
      await expect(act(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
      expect(await item('U1')).toBeUndefined();
      expect(await groupItem('U1')).toBeUndefined();
    });
  });

  describe('an item of an older version of the code', () => {
    it.each([
      { schemaVersion: 1, person: () => alone(richest('U1', tenant)) },
      { schemaVersion: 2, person: () => ungrouped(richest('U1', tenant)) },
    ])('($schemaVersion) is read as it is, and written as of this one', async ({ schemaVersion, person }) => {
      await put({ ...toItem({ ...person(), version: 4 }), schemaVersion });
      const read = await store.person({ tenant, user: 'U1' });
      expect(bare(read)).toEqual({ ...person(), version: 4 });
      const { links, groups } = richest();
      await saved({ ...person(), version: 4, links, groups });
      expect(await item('U1')).toMatchObject({ version: 5, schemaVersion: 4 });
      expect(await store.person({ tenant, user: 'U1' })).toMatchObject({ links, groups });
    });
  });

  describe('an item of a newer version of the code', () => {
    const newer = () => ({ ...toItem({ ...richest('U1', tenant), version: 4 }), schemaVersion: 5 });

    it('is refused', async () => {
      await put({ ...newer(), agreement: 'of another form' });
      await expect(store.person({ tenant, user: 'U1' })).rejects.toBeInstanceOf(ZodError);
    });

    it('is refused also where it looks the same', async () => {
      await put(newer());
      await expect(store.person({ tenant, user: 'U1' })).rejects.toBeInstanceOf(ZodError);
    });

    it.each([
      { says: 'as if nobody was there', version: 0 },
      { says: 'by one who read it before', version: 3 },
    ])('is not overwritten $says', async ({ version }) => {
      await put(newer());
      expect(await store.save({ ...poorest('U1', tenant), version })).toBeUndefined();
      expect(await item('U1')).toEqual(newer());
    });

    it('is found when it is overdue: the wake then says what is wrong', async () => {
      await put(newer());
      expect(await overdue('2027-01-01T00:00:00Z')).toEqual(['U1']);
    });
  });

  describe('the overdue', () => {
    const waiting = (user: string, wakeAt: string | undefined) => saved({ ...poorest(user, tenant), wakeAt });

    it.each([
      { says: 'a second before', wakeAt: addSeconds(now, -1), found: ['U1'] },
      { says: 'a year before', wakeAt: '2025-12-01T08:00:00Z', found: ['U1'] },
      { says: 'the instant itself', wakeAt: now, found: [] },
      { says: 'a second after', wakeAt: addSeconds(now, 1), found: [] },
      { says: 'nothing', wakeAt: undefined, found: [] },
    ])('one who waits for $says', async ({ wakeAt, found }) => {
      await waiting('U1', wakeAt);
      expect(await overdue(now)).toEqual(found);
    });

    it('are found in every shard, over as many pages as it takes', async () => {
      const users = Array.from({ length: 40 }, (_, index) => `U${String.fromCodePoint(65 + index)}`);
      for (const user of users) await waiting(user, addSeconds(now, -60));
      const used = await Promise.all(users.map(async (user) => (await item(user))?.['shard']));
      expect(new Set(used)).toEqual(new Set(shards));
      sent.length = 0;
      pageSize = 2;
      expect((await overdue(now)).sort()).toEqual(users.sort());
      expect(sent.length).toBeGreaterThan(2 * shards.length);
      expect(new Set(sent.map(({ name }) => name))).toEqual(new Set(['QueryCommand']));
    });

    it('are in the index while they wait, and no longer', async () => {
      const person = await waiting('U1', addSeconds(now, -60));
      const { wakeAt: _, ...rest } = await saved({ ...person, wakeAt: addSeconds(now, -30) });
      expect(await overdue(now)).toEqual(['U1']);
      await saved(rest);
      expect(await overdue(now)).toEqual([]);
      const stored = await item('U1');
      expect(stored).not.toHaveProperty('wakeAt');
      expect(stored).not.toHaveProperty('shard');
    });

    it('of all tenants are found, each with their own', async () => {
      await waiting('U1', addSeconds(now, -60));
      await saved({ ...poorest('U1', `${tenant}B`), wakeAt: addSeconds(now, -60) });
      const found = await store.overdue(now);
      expect(found).toContainEqual({ tenant, user: 'U1' });
      expect(found).toContainEqual({ tenant: `${tenant}B`, user: 'U1' });
    });
  });

  describe('a group', () => {
    it('of a channel where nothing ever began is not there', async () => {
      expect(await store.group({ tenant, channel: 'C1' })).toBeUndefined();
    });

    it.each([
      { says: 'the poorest', group: () => poorestGroup('C1', tenant) },
      { says: 'the richest', group: () => richestGroup('C1', tenant) },
      { says: 'the largest', group: () => largestGroup('C1', tenant) },
      {
        says: 'one whose optional fields are there and undefined',
        group: () => ({
          ...poorestGroup('C1', tenant),
          leader: undefined,
          round: undefined,
          wakeAt: undefined,
        }),
      },
    ])('$says is read back as it was saved', async ({ group }) => {
      expect(await savedGroup(group())).toEqual({ ...group(), version: 1 });
      expect(bare(await store.group({ tenant, channel: 'C1' }))).toEqual({ ...group(), version: 1 });
    });

    it('whatever it is is read back as it was saved', async () => {
      await fc.assert(
        fc.asyncProperty(anyGroup, async (group) => {
          tenants += 1;
          const first = { ...group, tenant: `T${tenants}`, version: 0 };
          await savedGroup(first);
          expect(bare(await store.group(first))).toEqual({ ...first, version: 1 });
        }),
        { numRuns: 40 },
      );
    });

    it('is read consistently, by key: one request, and one to write', async () => {
      await store.group(await savedGroup(poorestGroup('C1', tenant)));
      expect(sent.map(({ name }) => name)).toEqual(['PutItemCommand', 'BatchGetItemCommand']);
      expect(sent[1]?.input).toMatchObject({ RequestItems: { [tableName]: { ConsistentRead: true } } });
    });

    it('has lost in the table what it has lost', async () => {
      const gone = {
        round: undefined,
        agreement: undefined,
        card: undefined,
        left: undefined,
        wakeAt: undefined,
      };
      await savedGroup({ ...(await savedGroup(richestGroup('C1', tenant))), ...gone });
      const stored = await groupItem('C1');
      for (const field of [...Object.keys(gone), 'shard']) expect(stored).not.toHaveProperty(field);
      expect(stored).toHaveProperty('rounds');
    });

    it('counts its versions, and its person of the same id has others', async () => {
      await saved(poorest('X1', tenant));
      const group = await savedGroup(await savedGroup(poorestGroup('X1', tenant)));
      expect(group.version).toBe(2);
      expect((await store.person({ tenant, user: 'X1' }))?.version).toBe(1);
    });

    it.each([
      { says: 'the first, when somebody has the key already', version: 0 },
      { says: 'one of an older version', version: 1 },
      { says: 'one of a version that never was', version: 7 },
    ])('saved as $says, changes nothing and says so', async ({ version }) => {
      await savedGroup(await savedGroup({ ...poorestGroup('C1', tenant), leader: 'U1' }));
      expect(await store.saveGroup({ ...poorestGroup('C1', tenant), leader: 'U2', version })).toBeUndefined();
      expect(await store.group({ tenant, channel: 'C1' })).toMatchObject({ version: 2, leader: 'U1' });
    });

    it.each([
      { says: 'first', before: false },
      { says: 'later', before: true },
    ])('of ten $says ones at a time, one wins', async ({ before }) => {
      const first = poorestGroup('C1', tenant);
      const read = before ? await savedGroup(first) : first;
      const racers = Array.from({ length: 10 }, (_, index) => ({ ...read, leader: `U${index}` }));
      const results = await Promise.all(racers.map((racer) => store.saveGroup(racer)));
      const winners = results.filter((result) => result !== undefined);
      expect(winners).toHaveLength(1);
      expect(bare(await store.group({ tenant, channel: 'C1' }))).toEqual(winners[0]);
    });

    it('of a newer version of the code is refused, not overwritten, and found when it is overdue', async () => {
      const newer = { ...groupToItem({ ...richestGroup('C1', tenant), version: 4 }), schemaVersion: 2 };
      await put(newer);
      await expect(store.group({ tenant, channel: 'C1' })).rejects.toBeInstanceOf(ZodError);
      for (const version of [0, 3])
        expect(await store.saveGroup({ ...poorestGroup('C1', tenant), version })).toBeUndefined();
      expect(await groupItem('C1')).toEqual(newer);
      expect(await overdue('2027-01-01T00:00:00Z')).toEqual(['C1']);
    });

    it('that is overdue is found beside people, and leads to its channel', async () => {
      const wakeAt = addSeconds(now, -60);
      await savedGroup({ ...poorestGroup('C1', tenant), wakeAt });
      await savedGroup({ ...poorestGroup('C2', tenant), wakeAt: now });
      await savedGroup(poorestGroup('C3', tenant));
      await saved({ ...poorest('U1', tenant), wakeAt });
      const found = (await store.overdue(now)).filter((one) => one.tenant === tenant);
      expect(found).toHaveLength(2);
      expect(found).toEqual(
        expect.arrayContaining([
          { tenant, channel: 'C1' },
          { tenant, user: 'U1' },
        ]),
      );
    });

    it('goes to any shard, as people do', async () => {
      const channels = Array.from({ length: 16 }, (_, index) => `C${String.fromCodePoint(65 + index)}`);
      for (const channel of channels) await savedGroup({ ...poorestGroup(channel, tenant), wakeAt: now });
      const used = await Promise.all(channels.map(async (channel) => (await groupItem(channel))?.['shard']));
      expect(new Set(used)).toEqual(new Set(shards));
    });
  });

  describe('tenants', () => {
    it('begin every key', async () => {
      await saved(richest('U1', tenant));
      await savedGroup(richestGroup('C1', tenant));
      expect(await item('U1')).toMatchObject({ pk: `T#${tenant}#P#U1` });
      expect(await groupItem('C1')).toMatchObject({ pk: `T#${tenant}#C#C1` });
    });

    it('do not see one another: the same user id is another person', async () => {
      await saved(richest('U1', tenant));
      const other = { tenant: `${tenant}B`, user: 'U1' };
      expect(await store.person(other)).toBeUndefined();
      await saved(poorest('U1', other.tenant));
      expect(bare(await store.person(other))).toEqual({ ...poorest('U1', other.tenant), version: 1 });
      expect(bare(await store.person({ tenant, user: 'U1' }))).toEqual({
        ...richest('U1', tenant),
        version: 1,
      });
    });

    it('do not see one another’s groups: the same channel id is another channel', async () => {
      await savedGroup(richestGroup('C1', tenant));
      const other = { tenant: `${tenant}B`, channel: 'C1' };
      expect(await store.group(other)).toBeUndefined();
      await savedGroup(poorestGroup('C1', other.tenant));
      expect(bare(await store.group({ tenant, channel: 'C1' }))).toEqual({
        ...richestGroup('C1', tenant),
        version: 1,
      });
    });
  });
}
