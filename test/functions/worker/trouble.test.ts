import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../playground/faults.ts';
import type { World } from '../../../playground/world.ts';
import { addSeconds, type Instant } from '../../../shared/domain/time.ts';
import { type Agreed, agreedLive, mette, storedPerson, wakeOf } from '../../support/live.ts';

/** What the worker makes of a Slack that is slow, busy, broken or gone. */

let world: World;
afterEach(() => world.close());

async function agreed(options?: Agreed) {
  const live = await agreedLive(options);
  world = live.world;
  return live;
}

const hour = 3600;
const day = 24 * hour;
const noFailures = { batchItemFailures: [] };
const down: Fault = { kind: 'refuse', error: 'service_unavailable' };
const broken: Fault = { kind: 'status', status: 500 };
const times = (count: number, fault: Fault) => Array.from({ length: count }, () => fault);
const posted = () =>
  world.webApi.calls.filter(({ method, answer }) => method === 'chat.postMessage' && answer['ok']);
const asked = () => world.webApi.calls.filter(({ method }) => method === 'chat.postMessage').length;
const faults = (...list: Fault[]) => world.webApi.faults.set('chat.postMessage', list);

/** Moves on hour by hour, as the reconcile of every hour does. */
async function liveOn(until: Instant): Promise<void> {
  while (world.clock.now() < until) {
    const next = addSeconds(world.clock.now(), hour);
    await world.goTo(next < until ? next : until);
    world.wakes.reconcile();
    await world.catchUp();
  }
}

describe('a lease', () => {
  it('that still runs makes a wake wait until it has ended', async () => {
    const { slot } = await agreed();
    faults(broken);
    await world.goTo(slot);
    expect((await storedPerson(world, mette.id)).prompt).toMatchObject({
      state: 'sending',
      lease: addSeconds(slot, 60),
    });
    world.clock.goTo(addSeconds(slot, 20));
    const soon = vi.spyOn(world.wakes, 'soon');
    expect(await world.handleWorker(wakeOf(mette.id))).toEqual(noFailures);
    expect(soon.mock.calls.map(([, seconds]) => seconds)).toEqual([41]);
    expect(posted()).toHaveLength(0);
  });

  it('that has ended lets another worker send, once', async () => {
    const { slot } = await agreed();
    faults(broken);
    await world.goTo(slot);
    world.clock.goTo(addSeconds(slot, 61));
    await world.handleWorker(wakeOf(mette.id));
    await world.goTo(addSeconds(slot, 6 * day));
    expect(posted()).toHaveLength(1);
    expect((await storedPerson(world, mette.id)).prompt?.state).toBe('sent');
  });
});

describe('a Slack that is busy', () => {
  it.each([
    { says: 'for some seconds', retryAfter: 5, sentWithin: 120 },
    { says: 'for a quarter of an hour', retryAfter: 900, sentWithin: 905 },
    { says: 'for longer than the queue can wait', retryAfter: 3600, sentWithin: 3700 },
  ])('$says is asked again later, which is no failure', async ({ retryAfter, sentWithin }) => {
    const { slot } = await agreed();
    faults({ kind: 'busy', retryAfter });
    world.clock.goTo(slot);
    expect(await world.handleWorker(wakeOf(mette.id))).toEqual(noFailures);
    expect(posted()).toHaveLength(0);
    await world.goTo(addSeconds(slot, sentWithin));
    expect(posted()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  it('is not asked again before it said', async () => {
    const { slot } = await agreed();
    faults({ kind: 'busy', retryAfter: 600 });
    await world.goTo(slot);
    world.webApi.calls.length = 0;
    await world.goTo(addSeconds(slot, 599));
    expect(asked()).toBe(0);
    await world.goTo(addSeconds(slot, 605));
    expect(asked()).toBe(1);
  });
});

describe('a Slack that fails', () => {
  it('once: the message comes back and is sent', async () => {
    const { slot } = await agreed();
    faults(broken);
    await world.goTo(slot);
    // Not at once: an error leaves open whether the message got through.
    expect(posted()).toHaveLength(0);
    await world.goTo(addSeconds(slot, 300));
    expect(posted()).toHaveLength(1);
  });

  it('all day long is asked four times, ever further apart; then a human hears of it', async () => {
    const { slot, mette: hands } = await agreed({ rhythm: '2' });
    faults(...times(1000, broken));
    await liveOn(addSeconds(slot, 12 * hour));
    expect(world.webApi.faults.get('chat.postMessage')).toHaveLength(1000 - 4);
    expect(world.givenUp).toBe(1);
    faults();
    await liveOn(addSeconds(slot, 7 * day));
    expect(hands.messages().map(({ at }) => at)).toEqual([addSeconds(slot, 7 * day)]);
  });

  it('for a while: the message comes back and is sent', async () => {
    const { slot } = await agreed();
    faults(broken, broken);
    await world.goTo(addSeconds(slot, hour));
    expect(posted()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  it('for an hour: it is sent within hours all the same', async () => {
    const { slot } = await agreed();
    faults(...times(1000, down));
    await liveOn(addSeconds(slot, hour));
    faults();
    await liveOn(addSeconds(slot, 3 * hour));
    expect(posted()).toHaveLength(1);
    expect((await storedPerson(world, mette.id)).prompt).toMatchObject({ week: '2026-11-30', state: 'sent' });
  });

  it('until the day is over: what was missed comes with the next slot, once', async () => {
    const { slot, mette: hands } = await agreed({ rhythm: '2' });
    faults(...times(1000, down));
    await liveOn(addSeconds(slot, 12 * hour));
    faults();
    await liveOn(addSeconds(slot, 7 * day));
    expect(hands.messages().map(({ at }) => at)).toEqual([addSeconds(slot, 7 * day)]);
  });
});

describe('a final no', () => {
  it.each(['channel_not_found', 'is_archived', 'user_disabled', 'user_not_found'])(
    '%s is recorded and not asked again',
    async (error) => {
      const { slot } = await agreed();
      faults({ kind: 'refuse', error });
      await world.goTo(slot);
      await liveOn(addSeconds(slot, 5 * hour));
      expect(asked()).toBe(1);
      expect(world.wakes.deadLetters()).toEqual([]);
      expect((await storedPerson(world, mette.id)).prompt?.state).toBe('failed');
    },
  );

  it.each(['account_inactive', 'app_uninstalled', 'invalid_auth', 'token_revoked'])(
    '%s is about the app, not the person: with a good token again the prompt comes the same day',
    async (error) => {
      const { slot } = await agreed();
      faults({ kind: 'refuse', error }, { kind: 'refuse', error });
      await world.goTo(slot);
      expect((await storedPerson(world, mette.id)).prompt?.state).toBe('sending');
      await liveOn(addSeconds(slot, 2 * hour));
      expect(posted()).toHaveLength(1);
    },
  );

  it('to somebody who left; when they are back, the next slot finds them', async () => {
    const { slot } = await agreed();
    world.slack.putUser({ ...mette, isDeleted: true });
    await world.goTo(slot);
    expect((await storedPerson(world, mette.id)).prompt?.state).toBe('failed');
    world.slack.putUser(mette);
    await world.goTo(addSeconds(slot, 7 * day));
    expect(posted()).toHaveLength(1);
  });
});

describe('an outage of three weeks ends with one DM', () => {
  const cases: { says: string; outage: (slot: Instant) => Promise<void> }[] = [
    {
      says: 'of Slack',
      outage: async (slot) => {
        faults(...times(5000, down));
        await liveOn(addSeconds(slot, 20 * day));
        faults();
      },
    },
    {
      says: 'of the worker, whose messages waited',
      outage: async (slot) => world.clock.goTo(addSeconds(slot, 20 * day)),
    },
    {
      says: 'of everything, with every message and schedule lost',
      outage: async (slot) => {
        world.clock.goTo(addSeconds(slot, 20 * day));
        for (const { id } of world.wakes.scheduled()) world.journal.remove(`schedule/${id}`);
        for (const { id } of world.wakes.queued()) world.journal.remove(`queue/${id}`);
      },
    },
  ];
  it.each(cases)('$says', async ({ outage }) => {
    const { slot, mette: hands } = await agreed();
    await outage(slot);
    await liveOn(addSeconds(slot, 27 * day));
    expect(hands.messages()).toHaveLength(1);
    await liveOn(addSeconds(slot, 28 * day));
    expect(hands.messages()).toHaveLength(2);
  });
});
