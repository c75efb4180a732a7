import { afterEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../../../playground/world.ts';
import { defaultWorkingTime } from '../../../shared/domain/slots.ts';
import { addSeconds, localTime } from '../../../shared/domain/time.ts';
import { agreedLive, james, mette, queueEvent, storedPerson, wakeOf } from '../../support/live.ts';
import { Wire } from '../../support/wire.ts';

/** The one job of the worker, on the whole product: what a wake finds, sends, counts and leaves alone. */

const opened: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const it of opened.splice(0)) await it.close();
});

async function agreed(...options: Parameters<typeof agreedLive>) {
  const live = await agreedLive(...options);
  opened.push({ close: () => live.world.close() });
  return live;
}

function listen(): Wire {
  const wire = new Wire();
  opened.push(wire);
  return wire;
}

const noFailures = { batchItemFailures: [] };
const posts = (world: World) => world.webApi.calls.filter(({ method }) => method === 'chat.postMessage');

describe('a wake that comes when something is due', () => {
  it('sends one DM, settles its follow-up and waits for the next', async () => {
    const { world, slot } = await agreed();
    await world.goTo(slot);
    const person = await storedPerson(world, mette.id);
    expect(posts(world)).toHaveLength(1);
    expect(person.prompt).toMatchObject({ week: '2026-11-30', state: 'sent', channel: 'D0METTE' });
    expect(person.agreement?.settled).toBe('2026-11-30');
    expect(person.wakeAt).toBe(addSeconds(slot, 7 * 24 * 3600));
    expect(world.wakes.scheduled().map(({ at }) => at)).toEqual([person.wakeAt]);
  });

  it('sends to the person and to nobody else, in their language', async () => {
    const { world, james: other } = await agreed();
    await other.agree({ time: '10:00' });
    await world.goTo('2026-12-01T12:00:00Z');
    expect(posts(world).map(({ args }) => [args['channel'], args['text']])).toEqual([
      [mette.id, expect.stringContaining('Hej Mette')],
      [james.id, expect.stringContaining('James')],
    ]);
    expect(String(posts(world)[1]?.args['text'])).not.toContain('Hej');
  });

  it('goes on week after week, one DM each, as long as it is answered', async () => {
    const { world, mette: hands } = await agreed();
    for (const week of [1, 2, 3]) {
      await world.goToNext();
      expect(hands.messages()).toHaveLength(week);
      await hands.answer();
    }
    expect(world.clock.now().slice(0, 10)).toBe('2026-12-15');
  });

  it('is a month apart after two that nobody answered, and rests after three', async () => {
    const { world, mette: hands } = await agreed();
    await world.goTo('2027-02-20T12:00:00Z');
    const days = hands.messages().map(({ at }) => at.slice(0, 10));
    expect(days).toEqual(['2026-12-01', '2026-12-08', '2027-01-05']);
  });
});

describe('a wake at another moment is harmless', () => {
  type Case = {
    says: string;
    act: (world: World, slot: string) => Promise<unknown>;
    dms: number;
  };
  const look = (world: World) => world.handleWorker(wakeOf(mette.id));
  const cases: Case[] = [
    { says: 'early', act: (world) => look(world), dms: 0 },
    {
      says: 'a second early',
      act: async (world, slot) => {
        world.clock.goTo(addSeconds(slot, -1));
        return look(world);
      },
      dms: 0,
    },
    {
      says: 'some hours late',
      act: async (world, slot) => {
        world.clock.goTo(addSeconds(slot, 4 * 3600));
        await world.catchUp();
      },
      dms: 1,
    },
    {
      says: 'twice, one after the other',
      act: async (world, slot) => {
        world.clock.goTo(slot);
        await look(world);
        await look(world);
      },
      dms: 1,
    },
    {
      says: 'three times at once',
      act: async (world, slot) => {
        world.clock.goTo(slot);
        await Promise.all([look(world), look(world), look(world)]);
      },
      dms: 1,
    },
    {
      says: 'twice in one batch',
      act: async (world, slot) => {
        world.clock.goTo(slot);
        const [record] = wakeOf(mette.id).Records;
        await world.handleWorker(queueEvent(record!.body, record!.body));
      },
      dms: 1,
    },
    {
      says: 'with every message delivered twice',
      act: async (world, slot) => {
        world.wakes.deliverTwice = true;
        await world.goTo(slot);
      },
      dms: 1,
    },
    {
      says: 'out of order: the one for next week before the one for this',
      act: async (world, slot) => {
        world.clock.goTo(addSeconds(slot, 7 * 24 * 3600));
        await look(world);
        await world.catchUp();
      },
      dms: 1,
    },
    {
      says: 'in the middle of the night after a missed day',
      act: async (world, slot) => {
        world.clock.goTo(addSeconds(slot, 16 * 3600));
        await world.catchUp();
      },
      dms: 0,
    },
  ];
  it.each(cases)('$says', async ({ act, dms }) => {
    const { world, slot } = await agreed();
    await act(world, slot);
    expect(posts(world)).toHaveLength(dms);
    expect(world.wakes.deadLetters()).toEqual([]);
    // And nothing is lost by it: a week after, the person was asked at the latest.
    await world.goTo(addSeconds(slot, 8 * 24 * 3600));
    expect(posts(world).length).toBeGreaterThan(0);
  });

  it('for somebody nobody knows, in any tenant', async () => {
    const { world } = await agreed();
    expect(await world.handleWorker(wakeOf('U0NOBODY'))).toEqual(noFailures);
    expect(await world.handleWorker(wakeOf(mette.id, 'T0ELSEWHERE'))).toEqual(noFailures);
    expect(posts(world)).toEqual([]);
  });

  it('after the person skipped', async () => {
    const { world, slot, mette: hands } = await agreed();
    await world.goTo(slot);
    await hands.press('prompt.skip');
    await world.goTo(addSeconds(slot, 3600));
    await world.handleWorker(wakeOf(mette.id));
    expect(posts(world)).toHaveLength(1);
    expect((await storedPerson(world, mette.id)).prompt?.state).toBe('skipped');
  });

  it('after the person asked for tomorrow: then, once', async () => {
    const { world, slot, mette: hands } = await agreed();
    await world.goTo(slot);
    await hands.press('prompt.tomorrow');
    await world.goTo(addSeconds(slot, 3600));
    expect(posts(world)).toHaveLength(1);
    await world.goTo(addSeconds(slot, 24 * 3600));
    expect(posts(world)).toHaveLength(2);
    await world.goTo(addSeconds(slot, 6 * 24 * 3600));
    expect(posts(world)).toHaveLength(2);
  });
});

describe('what a wake may cost', () => {
  it('one that sends: two reads, two writes, one schedule, two calls to Slack', async () => {
    const { world, slot } = await agreed();
    const wire = listen();
    const at = vi.spyOn(world.wakes, 'at');
    const soon = vi.spyOn(world.wakes, 'soon');
    world.clock.goTo(slot);
    await world.handleWorker(wakeOf(mette.id));
    const { Query = 0, BatchGetItem = 0, ...rest } = wire.counts();
    expect(Query + BatchGetItem).toBeLessThanOrEqual(2);
    expect(rest).toEqual({ PutItem: 2, 'users.info': 1, 'chat.postMessage': 1 });
    expect(at).toHaveBeenCalledTimes(1);
    expect(soon).not.toHaveBeenCalled();
  });

  it('one that finds nothing: two reads at most, no write, no call to Slack', async () => {
    const { world } = await agreed();
    const wire = listen();
    await world.handleWorker(wakeOf(mette.id));
    const { Query = 0, BatchGetItem = 0, ...rest } = wire.counts();
    expect(Query + BatchGetItem).toBeLessThanOrEqual(2);
    expect(rest).toEqual({});
  });

  it('one for nobody: a single read', async () => {
    const { world } = await agreed();
    const wire = listen();
    await world.handleWorker(wakeOf('U0NOBODY'));
    expect(wire.counts()).toEqual({ BatchGetItem: 1 });
  });
});

describe('the profile is looked at before something is sent', () => {
  it('not again within a day', async () => {
    // Slack told of a change on Sunday; that brought it up to date.
    const { world, slot } = await agreed({ weekday: '1' });
    await world.goTo(addSeconds(slot, -20 * 3600));
    await world.client.changeUser({ ...mette, name: 'Mette Holm-Lund', locale: 'en-GB' });
    const wire = listen();
    await world.goTo(slot);
    const counts = wire.counts();
    expect(counts['chat.postMessage']).toBe(1);
    expect(counts['users.info']).toBeUndefined();
    expect((await storedPerson(world, mette.id)).profile.checkedAt).toBe(addSeconds(slot, -20 * 3600));
  });

  it('a new zone moves the slot itself', async () => {
    const { world, slot } = await agreed();
    world.slack.putUser({ ...mette, zone: 'America/New_York' });
    await world.goTo(addSeconds(slot, 5 * 3600));
    expect(posts(world)).toEqual([]);
    expect((await storedPerson(world, mette.id)).wakeAt).toBe(addSeconds(slot, 6 * 3600));
    await world.goTo(addSeconds(slot, 6 * 3600));
    expect(posts(world)).toHaveLength(1);
  });

  it('a new language changes the DM', async () => {
    const { world, slot, mette: hands } = await agreed();
    world.slack.putUser({ ...mette, name: 'Mette Smith', locale: 'en-GB' });
    await world.goTo(slot);
    expect(hands.messages()[0]?.text).not.toContain('Hej');
    expect((await storedPerson(world, mette.id)).profile).toMatchObject({ language: 'en', checkedAt: slot });
  });

  it.each([
    { says: 'refuses', fault: { kind: 'refuse', error: 'fatal_error' } as const },
    { says: 'is too busy', fault: { kind: 'busy', retryAfter: 30 } as const },
  ])('where Slack $says, the old one does', async ({ fault }) => {
    const { world, slot, mette: hands } = await agreed();
    world.webApi.faults.set('users.info', [fault]);
    await world.goTo(slot);
    expect(hands.messages().map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
  });
});

describe('a person who is quicker than the worker', () => {
  it('keeps their answer when it comes while the DM is on its way', async () => {
    const { world, slot, mette: hands } = await agreed();
    const wire = listen();
    const post = wire.hold('chat.postMessage');
    world.clock.goTo(slot);
    const working = world.handleWorker(wakeOf(mette.id));
    await post.dealtWith;
    await hands.answer('4', 'Det lykkedes');
    post.release();
    expect(await working).toEqual(noFailures);
    const person = await storedPerson(world, mette.id);
    expect(person.prompt).toMatchObject({ state: 'answered', channel: 'D0METTE', ts: expect.any(String) });
    expect(person.agreement?.checkIns).toHaveLength(1);
    await world.goTo(addSeconds(slot, 6 * 24 * 3600));
    expect(posts(world)).toHaveLength(1);
  });

  it('keeps their skip when it is pressed before the sending is recorded', async () => {
    const { world, slot, mette: hands } = await agreed();
    const wire = listen();
    const post = wire.hold('chat.postMessage');
    world.clock.goTo(slot);
    const working = world.handleWorker(wakeOf(mette.id));
    await post.dealtWith;
    await hands.press('prompt.skip');
    post.release();
    expect(await working).toEqual(noFailures);
    expect((await storedPerson(world, mette.id)).prompt).toMatchObject({
      state: 'skipped',
      channel: 'D0METTE',
      ts: expect.any(String),
    });
    await world.goTo(addSeconds(slot, 6 * 24 * 3600));
    expect(posts(world)).toHaveLength(1);
  });

  it('wins a race against the claim: what they saved is what the worker then looks at', async () => {
    const { world, slot, mette: hands } = await agreed();
    const wire = listen();
    world.clock.goTo(slot);
    const read = wire.hold('BatchGetItem');
    const working = world.handleWorker(wakeOf(mette.id));
    await read.dealtWith;
    await hands.answer('5');
    read.release();
    expect(await working).toEqual(noFailures);
    expect((await storedPerson(world, mette.id)).agreement?.checkIns).toHaveLength(1);
    await world.goTo(addSeconds(slot, 6 * 24 * 3600));
    expect(posts(world)).toEqual([]);
  });
});

describe('a lost race', () => {
  it('starts over at once, scheduling included: the same message sends what is still due', async () => {
    const { world, slot } = await agreed();
    const wire = listen();
    const at = vi.spyOn(world.wakes, 'at');
    world.clock.goTo(slot);
    const read = wire.hold('BatchGetItem');
    const working = world.handleWorker(wakeOf(mette.id));
    await read.dealtWith;
    await world.store.save(await storedPerson(world, mette.id));
    read.release();
    expect(await working).toEqual(noFailures);
    expect(posts(world)).toHaveLength(1);
    expect(at).toHaveBeenCalledTimes(2);
  });

  it('that is lost again and again gives the message back', async () => {
    const { world, slot } = await agreed();
    const wire = listen();
    world.clock.goTo(slot);
    const working = world.handleWorker(wakeOf(mette.id));
    for (let race = 0; race < 5; race += 1) {
      const read = wire.hold('BatchGetItem');
      await read.dealtWith;
      await world.store.save(await storedPerson(world, mette.id));
      read.release();
    }
    expect(await working).toEqual({ batchItemFailures: [{ itemIdentifier: 'r0' }] });
    expect(posts(world)).toEqual([]);
  });
});

describe('a step that fails leaves nothing half done', () => {
  it('without a schedule nothing is claimed or sent; the message comes back', async () => {
    const { world, slot } = await agreed();
    const before = await storedPerson(world, mette.id);
    vi.spyOn(world.wakes, 'at').mockRejectedValueOnce(new Error('Scheduler is down'));
    await world.goTo(slot);
    expect(posts(world)).toEqual([]);
    expect(await storedPerson(world, mette.id)).toEqual(before);
    await world.goTo(addSeconds(slot, 180));
    expect(posts(world)).toHaveLength(1);
  });

  it('without the claim nothing is sent; the message comes back', async () => {
    const { world, slot } = await agreed();
    const wire = listen();
    wire.refuse('PutItem');
    await world.goTo(slot);
    expect(posts(world)).toEqual([]);
    await world.goTo(addSeconds(slot, 180));
    expect(posts(world)).toHaveLength(1);
  });
});

describe('a wake that is held up while it schedules', () => {
  it('does not leave its schedule in the place of a newer one', async () => {
    const { world } = await agreed();
    let isFirst = true;
    world.boot((name, part) =>
      name !== 'wakes'
        ? part
        : new Proxy(part, {
            get: (target, key) => {
              const value = Reflect.get(target, key);
              if (key !== 'at' || typeof value !== 'function') return value;
              return async (...args: unknown[]) => {
                const person = await storedPerson(world, mette.id);
                const slot = { weekday: 4, time: '10:00' } as const;
                const moved = { ...person, workingTime: { ...defaultWorkingTime, slot } };
                if (isFirst) await world.store.save(moved);
                isFirst = false;
                return Reflect.apply(value, target, args);
              };
            },
          }),
    );
    await world.handleWorker(wakeOf(mette.id));
    const { wakeAt } = await storedPerson(world, mette.id);
    expect(world.wakes.scheduled().map(({ at }) => at)).toEqual([wakeAt]);
    expect(localTime(wakeAt ?? '', mette.zone).date).toBe('2026-12-03');
  });
});
