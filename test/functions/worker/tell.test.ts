import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tellOther } from '../../../functions/worker/tell.ts';
import { team } from '../../../playground/slack/state.ts';
import { botToken } from '../../../playground/slack/web-api.ts';
import type { World } from '../../../playground/world.ts';
import type { Telling } from '../../../shared/domain/links.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { webSlack } from '../../../shared/slack/web.ts';
import type { Store } from '../../../shared/store/store.ts';
import {
  askValues,
  begins,
  type Hands,
  james,
  karen,
  mette,
  openLive,
  peopleValues,
  storedPerson,
  wakeOf,
} from '../../support/live.ts';

/** How one person's wake tells another: once, in order, and whatever Slack says of whom it tells. */

let world: World;
let leader: Hands;
beforeEach(async () => {
  ({ world, mette: leader } = await openLive());
  world.slack.putUser(karen);
});
afterEach(() => world.close());

const personId = (user: string) => ({ tenant: team, user });
const look = (user: string) => world.handleWorker(wakeOf(user));
const usersAsked = () => world.webApi.calls.filter(({ method }) => method === 'users.info').length;
const wakesOf = (user: string) => world.wakes.queued().filter(({ body }) => body.includes(user));

async function bring(...partners: string[]): Promise<void> {
  await leader.agree();
  await leader.command('aftale');
  await leader.pressInView('agreement.people');
  await leader.submit(peopleValues(karen.id, ...partners));
}

async function askKaren(): Promise<void> {
  await leader.command('aftale');
  await leader.pressInView('agreement.ask', '1');
  await leader.submit(askValues(karen.id));
}

const deps = (store: Store = world.store) => ({
  store,
  wakes: world.wakes,
  log: { info: () => {}, warn: () => {}, error: () => {} },
  slack: () => webSlack(botToken, `${apiUrl()}`, 'worker'),
  now: () => world.clock.now(),
});
const apiUrl = () => {
  throw new Error('Slack is not asked about somebody known');
};

const aLink = (version: number, asks: { id: string }[] = [{ id: 'Q1' }]): Telling => ({
  ...{ kind: 'link', to: personId(mette.id), version },
  link: { owner: james.id, asks, partner: undefined, sparring: [], wins: [] },
});

/** What can be told, to Mette, who named Karen and James and asked Karen for something. */
const tellings: Record<string, () => Promise<Telling>> = {
  'what another asks': async () => aLink(3),
  'that an ask was delivered': async () => {
    const ask = (await storedPerson(world, mette.id)).agreement?.asks?.[0]?.id ?? '';
    const dates = { on: '2026-11-24', overdueFrom: '2026-12-01' };
    return { kind: 'delivered', to: personId(mette.id), ask, by: karen.id, ...dates };
  },
  'that somebody is gone': async () => ({ kind: 'gone', to: personId(mette.id), who: james.id }),
};

describe.each(Object.entries(tellings))('telling %s', (_, telling) => {
  beforeEach(async () => {
    await bring(james.id);
    await askKaren();
  });

  test('writes it once and wakes its reader; told again, it is the same', async () => {
    const told = await telling();
    const { version } = await storedPerson(world, mette.id);
    const wakes = wakesOf(mette.id).length;
    await tellOther(deps(), told);
    const after = await storedPerson(world, mette.id);
    expect(after.version).toBe(version + 1);
    expect(after.wakeAt).toBe(addSeconds(begins, 10));
    expect(wakesOf(mette.id)).toHaveLength(wakes + 1);
    await tellOther(deps(), told);
    expect(await storedPerson(world, mette.id)).toEqual(after);
    expect(wakesOf(mette.id)).toHaveLength(wakes + 1);
  });

  test('asks for the wake before it writes', async () => {
    const before = wakesOf(mette.id).length;
    const store = { ...world.store, save: () => Promise.reject(new Error('The table is away')) };
    await expect(tellOther(deps(store), await telling())).rejects.toThrow('The table is away');
    expect(wakesOf(mette.id)).toHaveLength(before + 1);
  });

  test.each([
    [1, 'is written on what they wrote'],
    [4, 'is written on what they wrote'],
    [5, 'is left to the queue'],
  ])('when %i others write first, %s', async (others) => {
    const wakes = wakesOf(mette.id).length;
    let left = others;
    const save: Store['save'] = async (person, signal) => {
      if (left > 0)
        await world.store.save({ ...(await storedPerson(world, mette.id)), workingTime: undefined });
      left -= 1;
      return world.store.save(person, signal);
    };
    const told = tellOther(deps({ ...world.store, save }), await telling());
    if (others === 5) return expect(told).rejects.toThrow();
    await told;
    const after = await storedPerson(world, mette.id);
    expect(after.workingTime).toBeUndefined();
    expect(wakesOf(mette.id)).toHaveLength(wakes + 1);
    await tellOther(deps(), await telling());
    expect(await storedPerson(world, mette.id)).toEqual(after);
  });
});

test('what comes late does not overwrite what is newer', async () => {
  await leader.agree();
  await tellOther(deps(), aLink(7, []));
  await tellOther(deps(), aLink(8, [{ id: 'Q2' }]));
  await tellOther(deps(), aLink(7, [{ id: 'Q1' }]));
  expect((await storedPerson(world, mette.id)).links?.[0]?.asks).toEqual([{ id: 'Q2' }]);
});

test.each(['delivered', 'gone'] as const)(
  'a report (%s) to somebody who keeps nothing is nobody’s',
  async (kind) => {
    const dates = { on: '2026-11-24', overdueFrom: '2026-12-01' };
    const to = personId(james.id);
    await tellOther(
      deps(),
      kind === 'gone' ? { kind, to, who: karen.id } : { kind, to, ask: 'Q1', by: karen.id, ...dates },
    );
    expect(await world.store.person(to)).toBeUndefined();
    expect(world.wakes.queued()).toEqual([]);
  },
);

describe('somebody never met', () => {
  beforeEach(() => bring(james.id));

  test('is met in their own language and zone, with one question to Slack', async () => {
    const asked = usersAsked();
    await look(mette.id);
    expect((await storedPerson(world, james.id)).profile).toMatchObject({
      language: 'en',
      zone: 'Europe/London',
    });
    expect(usersAsked()).toBe(asked + 1);
  });

  test('who was deactivated meanwhile is not written to, and the leader hears of it', async () => {
    world.slack.putUser({ ...james, isDeleted: true });
    await world.goTo(addSeconds(begins, 600));
    expect((await storedPerson(world, james.id)).gone).toBe(true);
    expect(leader.messages().map(({ text }) => text)).toEqual([
      expect.stringContaining('er ikke længere i Slack'),
    ]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  test('whom Slack no longer knows keeps nobody else from being told, and the leader hears of it', async () => {
    await askKaren();
    world.webApi.faults.set('users.info', [{ kind: 'refuse', error: 'user_not_found' }]);
    await world.goTo(addSeconds(begins, 600));
    expect(leader.messages().map(({ text }) => text)).toEqual([
      expect.stringContaining('er ikke længere i Slack'),
    ]);
    const written = world.slack.messages().map(({ channel }) => channel);
    expect(written.length).toBe(2);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  test('when Slack is busy, the look comes back when Slack says', async () => {
    world.webApi.faults.set('users.info', [{ kind: 'busy', retryAfter: 30 }]);
    const before = wakesOf(mette.id).length;
    expect(await look(mette.id)).toEqual({ batchItemFailures: [] });
    expect(wakesOf(mette.id)).toHaveLength(before + 1);
    expect(wakesOf(mette.id).map(({ at }) => at)).toContain(addSeconds(begins, 30));
  });

  test('when Slack is out of order, it holds up nobody else, and they are told when it works again', async () => {
    const down = { kind: 'status', status: 500 } as const;
    world.webApi.faults.set('users.info', [down, down]);
    expect(await look(mette.id)).toEqual({ batchItemFailures: [] });
    await world.goTo(addSeconds(begins, 1200));
    expect(world.slack.messages().map(({ channel }) => channel)).toEqual(['D0JAMES']);
  });
});

test('somebody who turns out to be gone when written to: the leader hears of it within the hour', async () => {
  await bring();
  await askKaren();
  await world.goTo(addSeconds(begins, 15));
  world.slack.putUser({ ...karen, isDeleted: true });
  await world.goTo(addSeconds(begins, 3600));
  expect(leader.messages().map(({ text }) => text)).toEqual([
    expect.stringContaining('er ikke længere i Slack'),
  ]);
});
