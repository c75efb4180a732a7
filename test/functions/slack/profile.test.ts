import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeUser, team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import type { Store } from '../../../shared/store/store.ts';
import {
  appBeside,
  command,
  dms,
  english,
  event,
  known,
  lastOf,
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  recording,
  titleOf,
  top,
} from './support.ts';

/** `user_change`: somebody moved, changed their language or name; Slack tells of everybody's every change. */

let world: World;
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
});
afterEach(() => world.close());

const profileOf = async (user: string) => (await known(world, user)).profile;
const userOf = (user: string): FakeUser => {
  const found = world.slack.user(user);
  if (found === undefined) throw new Error('Nobody');
  return found;
};
const change = (user: string, more: Partial<FakeUser>) =>
  world.client.changeUser({ ...userOf(user), ...more });

async function leader(more: Partial<FakeUser> = {}): Promise<string> {
  const user = newUser(world, more);
  await makeAgreement(world, user);
  await settle();
  return user;
}

/** On to the wake that follows a write. */
const settle = () =>
  world.goTo(new Date(Date.parse(world.clock.now()) + 60_000).toISOString().replace('.000', ''));
const scheduled = (user: string) =>
  world.wakes
    .scheduled()
    .filter(({ id }) => id.endsWith(`-${user}`))
    .map(({ at }) => at);

/** A `user_change` as Slack sends it, from whatever workspace. */
const told = (user: string, more: object = {}) =>
  event({
    body: JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: 'Ev1',
      authorizations: [{ enterprise_id: null, team_id: team, is_bot: true, is_enterprise_install: false }],
      event: { type: 'user_change', user: { id: user, team_id: team }, event_ts: '1' },
      ...more,
    }),
  });

/** The app with its store's reads and writes counted. */
async function counting() {
  const counts = { reads: 0, writes: 0 };
  const store: Store = {
    ...world.store,
    person: (...args) => {
      counts.reads += 1;
      return world.store.person(...args);
    },
    save: (...args) => {
      counts.writes += 1;
      return world.store.save(...args);
    },
  };
  const { log, lines } = recording();
  const app = await appBeside(world, { store, log });
  return { ...app, counts, lines, queued: world.wakes.queued().length };
}

describe('another time zone', () => {
  test.each<[string, string, RegExp, string]>([
    ['New York', 'America/New_York', /^2026-12-08T14:0\d/, '2026-12-08T14:20:00Z'],
    ['Tokyo', 'Asia/Tokyo', /^2026-12-08T00:0\d/, '2026-12-08T00:20:00Z'],
    ['Nuuk', 'America/Nuuk', /^2026-12-08T11:0\d/, '2026-12-08T11:20:00Z'],
  ])('moves the slot and its one schedule at once: %s', async (_, zone, at, after) => {
    const user = await leader();
    expect(scheduled(user)).toEqual([expect.stringMatching(/^2026-12-08T08:0\d/)]);
    await change(user, { zone });
    expect(await profileOf(user)).toMatchObject({ zone });
    await settle();
    expect(scheduled(user)).toEqual([expect.stringMatching(at)]);
    await world.goTo(after);
    expect(dms(world, user)).toHaveLength(1);
  });

  test('that nobody can compute with becomes the workspace’s', async () => {
    const user = await leader({ zone: 'Europe/London' });
    await change(user, { zone: 'Mars/Olympus' });
    expect(await profileOf(user)).toMatchObject({ zone: 'Europe/Copenhagen' });
  });
});

describe('another language or name', () => {
  test('is spoken by the next direct message and the next modal', async () => {
    const user = await leader();
    await change(user, { ...english, zone: 'Europe/Copenhagen' });
    await command(world, user, 'aftale');
    expect(titleOf(top(world, user))).toBe('My leader agreement');
    await world.goTo('2026-12-08T09:00:00Z');
    expect(lastOf(dms(world, user)).text).toBe('Hi James. Do you have two minutes for your follow-up?');
  });

  test('leaves the agreement as it was', async () => {
    const user = await leader();
    const { agreement, workingTime } = await known(world, user);
    await change(user, { name: 'Anna Holm-Berg', locale: 'en-GB' });
    expect(await known(world, user)).toMatchObject({ agreement, workingTime });
  });

  test('is spoken in a form that was open already', async () => {
    const user = await leader();
    await command(world, user, '');
    await change(user, english);
    await press(world, user, 'Se aftalen');
    expect(titleOf(top(world, user))).toBe('My leader agreement');
  });
});

describe('nothing of ours', () => {
  test('of somebody unknown costs one read, and nothing else', async () => {
    const user = newUser(world);
    const app = await counting();
    expect(await app.handle(told(user))).toMatchObject({ statusCode: 200, body: '' });
    expect(app.counts).toEqual({ reads: 1, writes: 0 });
    expect(app.webApi.calls).toEqual([]);
    expect(world.wakes.queued()).toHaveLength(app.queued);
    expect(await personOf(world, user)).toBeUndefined();
    await app.close();
  });

  test('of somebody known whose status changed costs a read and a question to Slack, and writes nothing', async () => {
    const user = await leader();
    const before = await known(world, user);
    const app = await counting();
    await app.handle(told(user));
    expect(app.counts).toEqual({ reads: 1, writes: 0 });
    expect(app.webApi.calls.map(({ method }) => method)).toEqual(['users.info']);
    expect(world.wakes.queued()).toHaveLength(app.queued);
    expect(await known(world, user)).toEqual(before);
    await app.close();
  });

  test.each<[string, object]>([
    ['of somebody of a foreign workspace', { team_id: 'T0FREMMED' }],
    [
      'of an enterprise that installed nothing here',
      { enterprise_id: 'E0KONCERN', authorizations: [{ is_enterprise_install: true }] },
    ],
    ['by an id that is no id', { event: { type: 'user_change', user: { id: 'T#1#P#2' } } }],
    ['without a user', { event: { type: 'user_change' } }],
  ])('%s is acknowledged, and nothing is written', async (_, more) => {
    const user = await leader();
    const before = await known(world, user);
    world.slack.putUser({ ...userOf(user), ...english });
    const app = await counting();
    expect(await app.handle(told(user, more))).toMatchObject({ statusCode: 200 });
    expect(app.counts.writes).toBe(0);
    expect(await known(world, user)).toEqual(before);
    await app.close();
  });
});

test('told twice is one change, also at the same moment', async () => {
  const user = await leader();
  const { version } = await known(world, user);
  world.slack.putUser({ ...userOf(user), zone: 'Europe/London' });
  await Promise.all([world.handleSlack(told(user)), world.handleSlack(told(user))]);
  await world.handleSlack(told(user));
  const after = await known(world, user);
  expect(after.profile.zone).toBe('Europe/London');
  expect(after.version).toBeLessThanOrEqual(version + 2);
  await settle();
  expect(scheduled(user)).toEqual([expect.stringMatching(/^2026-12-08T09:0\d/)]);
});

test('of somebody deactivated keeps what is stored, and the next prompt is let go without a word', async () => {
  const user = await leader();
  const before = await known(world, user);
  await change(user, { isDeleted: true });
  expect((await known(world, user)).agreement).toEqual(before.agreement);
  await world.goTo('2026-12-08T12:00:00Z');
  expect(dms(world, user)).toEqual([]);
  expect((await known(world, user)).prompt?.state).toBe('failed');
  expect(world.wakes.deadLetters()).toEqual([]);
});

test('of somebody deactivated is remembered once, and forgotten when they are back', async () => {
  const user = await leader();
  await change(user, { isDeleted: true });
  const { gone, version } = await known(world, user);
  expect(gone).toBe(true);
  await world.handleSlack(told(user));
  expect((await known(world, user)).version).toBe(version);
  await change(user, { isDeleted: false });
  expect((await known(world, user)).gone).toBeUndefined();
  await world.goTo('2026-12-08T12:00:00Z');
  expect(dms(world, user)).toHaveLength(1);
});

test('that can’t be carried out is acknowledged all the same, logged without a name, and made good by the next prompt', async () => {
  const user = await leader();
  world.slack.putUser({ ...userOf(user), name: 'Hemmelig Holm', zone: 'Europe/London' });
  const app = await counting();
  app.webApi.faults.set('users.info', [{ kind: 'refuse', error: 'internal_error' }]);
  expect(await app.handle(told(user))).toMatchObject({ statusCode: 200 });
  expect(app.lines).toMatchObject([{ level: 'error', facts: { what: 'user_change' } }]);
  expect(JSON.stringify(app.lines)).not.toContain('Hemmelig');
  await app.close();
  expect(await profileOf(user)).toMatchObject({ zone: 'Europe/Copenhagen' });
  await world.goTo('2026-12-08T10:00:00Z');
  expect(await profileOf(user)).toMatchObject({ name: 'Hemmelig', zone: 'Europe/London' });
  expect(dms(world, user).map(({ at }) => at.slice(0, 14))).toEqual(['2026-12-08T09:']);
});
