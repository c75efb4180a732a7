import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../local/database.ts';
import { type FakeMessage, team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { groupStatements } from '../../../shared/domain/assessment.ts';
import { dynamoStore } from '../../../shared/store/dynamo.ts';
import { buttonsIn, danes, later, newChannel, type Place } from '../../support/group.ts';
import { begunTest, chosenOn, openBegin, six, testPost, wants } from '../../support/group-test.ts';
import {
  appBeside,
  command,
  dms,
  known,
  lastOf,
  makeAgreement,
  monday,
  newUser,
  press,
  pressIn,
  submit,
  titleOf,
  top,
} from './support.ts';

/**
 * How much stands between a person and their answer, counted at the wire: requests to DynamoDB, messages to the queue,
 * schedules, calls of Slack.
 */

let world: World;
let database: Database;
let app: Awaited<ReturnType<typeof appBeside>>;
let requests: string[] = [];
let beforeTheQueue = async () => {};

beforeEach(async () => {
  world = await World.open({ standsAt: monday });
  database = await openDatabase('counted');
  database.client.middlewareStack.add(
    (next, { commandName = '?' }) =>
      async (args) => {
        requests.push(commandName);
        return next(args);
      },
    // Where every attempt passes, so that a retry counts as well.
    { step: 'finalizeRequest', priority: 'low' },
  );
  app = await appBeside(world, {
    store: dynamoStore(database.client, 'counted'),
    soon: async (person, delaySeconds) => {
      await beforeTheQueue();
      await world.wakes.soon(person, delaySeconds);
    },
  });
});
afterEach(async () => {
  await app.close();
  await world.close();
  await database.close();
});

/** Puts what the world knows of a person into the counted store. */
async function move(user: string): Promise<void> {
  const store = dynamoStore(database.client, 'counted');
  await store.save({ ...(await known(world, user)), version: 0 });
}

async function counted(act: () => Promise<unknown>) {
  const queued = world.wakes.queued().length;
  const scheduled = JSON.stringify(world.wakes.scheduled());
  const calls = app.webApi.calls.length;
  requests = [];
  expect(await act()).toEqual({ ok: true });
  return {
    reads: requests.filter((name) => name === 'BatchGetItemCommand').length,
    writes: requests.filter((name) => name === 'PutItemCommand').length,
    others: requests.filter((name) => !['BatchGetItemCommand', 'PutItemCommand'].includes(name)),
    queue: world.wakes.queued().length - queued,
    schedules: JSON.stringify(world.wakes.scheduled()) === scheduled ? 0 : 1,
    slack: app.webApi.calls.slice(calls).map(({ method }) => method),
  };
}

const nothing = { reads: 0, writes: 0, others: [], queue: 0, schedules: 0, slack: [] as string[] };
const looked = { ...nothing, reads: 1 };
/** The workspace is read with a person; where there is none yet, beside the question to Slack. */
const newlyMet = { ...nothing, reads: 2 };
const saved = { ...nothing, reads: 1, writes: 1, queue: 1 };

async function leader(): Promise<string> {
  const user = newUser(world);
  await makeAgreement(world, user);
  return user;
}

async function movedLeader(): Promise<string> {
  const user = await leader();
  await move(user);
  return user;
}

/** A leader with a follow-up that waits in a direct message. */
async function askedLeader(): Promise<{ user: string; dm: FakeMessage }> {
  const user = await leader();
  await world.goTo('2026-12-08T09:00:00Z');
  await move(user);
  return { user, dm: lastOf(dms(world, user)) };
}

describe('a command of somebody met today', () => {
  test.each([
    ['', ['views.open']],
    ['aftale', ['views.open']],
    ['opfølgning', ['views.open']],
    ['hjælp', []],
    ['vejret', []],
  ])('“%s” costs one read, and Slack is called %j', async (word, slack) => {
    const user = await movedLeader();
    expect(await counted(() => command(world, user, word, app))).toEqual({ ...looked, slack });
  });

  test('of somebody never met costs a question to Slack besides, and what the workspace decided', async () => {
    const user = newUser(world);
    expect(await counted(() => command(world, user, 'aftale', app))).toEqual({
      ...newlyMet,
      slack: ['users.info', 'views.open'],
    });
  });
});

test('each form of an agreement costs one read, one message to the queue and one write', async () => {
  const user = newUser(world);
  await command(world, user, 'aftale', app);
  const point = { title: 'Et punkt', 'first-step': 'Et skridt' };
  const firstEver = { ...saved, ...{ reads: newlyMet.reads, slack: ['users.info'] } };
  expect(await counted(() => submit(world, user, point, app))).toEqual(firstEver);
  expect(await counted(() => submit(world, user, point, app))).toEqual(saved);
  expect(await counted(() => press(world, user, 'Jeg har andre arbejdstider', {}, app))).toEqual({
    ...looked,
    slack: ['views.update'],
  });
  expect(await counted(() => submit(world, user, {}, app))).toEqual(saved);
  expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
});

test('a form that is refused in a field costs one read', async () => {
  const user = newUser(world);
  await command(world, user, 'aftale', app);
  await submit(world, user, { title: 'x', 'first-step': 'y' }, app);
  expect(await counted(() => submit(world, user, {}, app))).toEqual(looked);
});

test('an answer costs one read, one message to the queue, one write and one repaint', async () => {
  const { user, dm } = await askedLeader();
  // Their profile is fresh: the worker asked for it before it wrote to them.
  expect(await counted(() => pressIn(dm, user, 'Svar nu', app))).toEqual({
    ...looked,
    slack: ['views.open'],
  });
  const answers = { 'progress-1': '3', 'progress-2': '4' };
  expect(await counted(() => submit(world, user, answers, app))).toEqual({
    ...saved,
    slack: ['chat.update'],
  });
});

test('the buttons of the direct message cost one read, one message to the queue, one write and one repaint', async () => {
  const { user, dm } = await askedLeader();
  const spent = await counted(() => pressIn(dm, user, 'Spring over', app));
  expect(spent).toEqual({ ...saved, slack: expect.arrayContaining(['chat.update']) });
  expect(await counted(() => pressIn(dm, user, 'Spring over', app))).toEqual({
    ...looked,
    slack: ['chat.update'],
  });
});

test('a pause costs one read, one message to the queue and one write; where a message waits, one repaint', async () => {
  const user = await movedLeader();
  expect(await counted(() => command(world, user, 'pause 4.1.2027', app))).toEqual(saved);
  expect(await counted(() => command(world, user, 'genoptag', app))).toEqual(saved);
  expect(await counted(() => command(world, user, 'genoptag', app))).toEqual(looked);
  const asked = await askedLeader();
  expect(await counted(() => command(world, asked.user, 'pause 4.1.2027', app))).toEqual({
    ...saved,
    slack: ['chat.update'],
  });
});

test('changing and ending an agreement costs one read, one message to the queue and one write', async () => {
  const user = await movedLeader();
  const shown = { ...looked, slack: ['views.update'] };
  await command(world, user, 'aftale', app);
  expect(await counted(() => press(world, user, 'Ret punktet', {}, app))).toEqual(shown);
  expect(await counted(() => submit(world, user, { 'title-1': 'Andre ord' }, app))).toEqual(saved);
  expect(await counted(() => press(world, user, 'Skift rytme eller tid', {}, app))).toEqual(shown);
  expect(await counted(() => submit(world, user, { rhythm: '1' }, app))).toEqual(saved);
  const ended = { ...saved, slack: ['views.update'] };
  expect(await counted(() => press(world, user, 'Afslut aftalen', {}, app))).toEqual(ended);
});

test('the same form sent twice at once costs two reads each at most, and one write that counts', async () => {
  const user = newUser(world);
  await command(world, user, 'aftale', app);
  const point = { title: 'Et punkt', 'first-step': 'Et skridt' };
  for (const typed of [point, point]) await submit(world, user, typed, app);
  const spent = await counted(async () => {
    const [one] = await Promise.all([submit(world, user, {}, app), submit(world, user, {}, app)]);
    return one;
  });
  expect(spent.reads).toBeLessThanOrEqual(4);
  expect(spent.writes).toBeLessThanOrEqual(2);
  expect(spent).toMatchObject({ others: [], schedules: 0, slack: [] });
});

test('whoever loses a race reads and writes once more, and sends no second message to the queue', async () => {
  const user = await newcomerWithForm();
  const typed = (title: string) => ({ title, 'first-step': 'Et skridt' });
  // Both have read before either writes.
  const { promise: met, resolve: meet } = Promise.withResolvers<void>();
  let come = 0;
  beforeTheQueue = async () => {
    come += 1;
    if (come === 2) meet();
    await met;
  };
  const spent = await counted(async () => {
    const [one] = await Promise.all([
      submit(world, user, typed('Det ene'), app),
      submit(world, user, typed('Det andet'), app),
    ]);
    return one;
  });
  beforeTheQueue = async () => {};
  expect(spent).toMatchObject({ reads: 3, writes: 3, queue: 2, schedules: 0 });
});

describe('a group’s test', () => {
  /** Slack is asked who is in the channel and what it is; whom the group doesn't know, too. */
  const questions = (count: number) => [
    ...['auth.test', 'conversations.info', 'conversations.members'],
    ...Array.from({ length: count }, () => 'users.info'),
  ];
  /** The group is read beside the person who acts. */
  const seen = { ...nothing, reads: 2 };
  const kept = { ...seen, writes: 1, queue: 1 };

  async function moved(place: Place): Promise<void> {
    const store = dynamoStore(database.client, 'counted');
    for (const user of place.members) if (await world.store.person({ tenant: team, user })) await move(user);
    const group = await world.store.group({ tenant: team, channel: place.channel });
    if (group) await store.saveGroup({ ...group, version: 0 });
  }

  test('costs for each page one read of the group, one message to the queue and one write', async () => {
    const place = newChannel(world, danes(...six));
    await begunTest(place);
    await later(place, 60);
    await moved(place);
    const [, user = ''] = place.members;
    const mind = wants('room', 'frames');
    const post = await testPost(place);
    const [open] = buttonsIn(post);
    const pressed = await counted(() =>
      app.client.press(user, { channel: place.channel, ts: post.ts }, open!, {}),
    );
    expect(pressed).toEqual({ ...seen, slack: ['views.open'] });
    for (const _ of groupStatements.pages)
      expect(await counted(() => submit(world, user, chosenOn(place, user, mind), app))).toEqual(kept);
    expect(await counted(() => press(world, user, 'Tilbage', {}, app))).toEqual({
      ...seen,
      slack: ['views.update'],
    });
  });

  test('costs when it is begun a question to Slack about each, and one about the channel', async () => {
    const place = newChannel(world, danes(...six));
    await openBegin(place, place.members[0] ?? '');
    await moved(place);
    const spent = await counted(() => submit(world, place.members[0] ?? '', { members: place.members }, app));
    expect({ ...spent, slack: spent.slack.sort() }).toEqual({
      ...{ ...kept, reads: newlyMet.reads + 1 },
      // Whoever begins it was never met.
      slack: questions(1 + place.members.length),
    });
  });
});

/** Somebody known, with the first form open. */
async function newcomerWithForm(): Promise<string> {
  const user = newUser(world);
  await command(world, user, 'aftale', app);
  await submit(world, user, { title: 'Et punkt', 'first-step': 'Et skridt' }, app);
  world.client.close(user, top(world, user).id, false);
  return user;
}
