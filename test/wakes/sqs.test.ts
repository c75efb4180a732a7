import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqsSoon } from '../../shared/wakes/sqs.ts';
import { queueMessage, type Wakes, wakeOf } from '../../shared/wakes/wakes.ts';
import { agreedLive, mette } from '../support/live.ts';
import { openQueue } from '../support/queue.ts';

/** Wakes through a real queue's protocol, against the emulator fauxqs. */

const person = { tenant: 'T0HAVNBY', user: mette.id };
const body = '{"kind":"person","tenant":"T0HAVNBY","user":"U0METTE"}';

let queue: Awaited<ReturnType<typeof openQueue>>;
let soon: Wakes['soon'];

beforeAll(async () => {
  queue = await openQueue();
  soon = sqsSoon(queue.client, queue.url);
});
afterEach(() => queue.empty());
afterAll(() => queue.close());

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

describe('a wake in the queue', () => {
  it("is the wake's JSON and nothing else", async () => {
    await soon(person, 0);
    expect(queue.contents()).toEqual([{ body, attributes: [], delay: 0 }]);
    expect(queueMessage.parse(JSON.parse(body))).toEqual(wakeOf(person));
  });

  it('of a channel is the same, with the channel’s id', async () => {
    await soon({ tenant: 'T0HAVNBY', channel: 'C0LEDER' }, 0);
    expect(queue.contents().map((message) => message.body)).toEqual([
      '{"kind":"channel","tenant":"T0HAVNBY","channel":"C0LEDER"}',
    ]);
  });

  it('holds ids only, whatever else its sender knew of the person', async () => {
    await soon({ ...person, profile: { name: 'Mette' } } as typeof person, 0);
    expect(queue.contents().map((message) => message.body)).toEqual([body]);
  });

  it.each([
    { says: 'in the past', asked: -3600, delay: 0 },
    { says: 'now', asked: 0, delay: 0 },
    { says: 'in a part of a second', asked: 0.2, delay: 1 },
    { says: 'after the write', asked: 10, delay: 10 },
    { says: 'in a broken number of seconds', asked: 59.01, delay: 60 },
    { says: "at the queue's longest", asked: 900, delay: 900 },
    { says: "over the queue's longest", asked: 3600, delay: 900 },
  ])('asked for $says waits $delay seconds', async ({ asked, delay }) => {
    await soon(person, asked);
    expect(queue.contents()).toEqual([{ body, attributes: [], delay }]);
  });

  it('comes after its delay and not before', async () => {
    await soon(person, 1);
    expect(await queue.receive()).toEqual([]);
    await pause(500);
    expect(await queue.receive()).toEqual([]);
    expect((await queue.receive(2)).map((message) => message.Body)).toEqual([body]);
  });

  it('that its sender gave up is an error, and is not there', async () => {
    await expect(soon(person, 0, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(queue.contents()).toEqual([]);
  });

  it('for a queue that is not there is an error', async () => {
    const nowhere = sqsSoon(queue.client, queue.url.replace('/work', '/nowhere'));
    await expect(nowhere(person, 0)).rejects.toThrow();
  });
});

describe('the worker at the end of a queue', () => {
  it('is done with what it did; a message it can not read comes back alone, and ends in the dead letters', async () => {
    const { world, slot, mette: hands } = await agreedLive();
    world.clock.goTo(slot);
    await soon(person, 0);
    queue.send('{"kind":');
    await soon({ ...person, user: 'U0NOBODY' }, 0);
    queue.send('{"kind":"reconcile"}');

    const first = await queue.deliver(world.handleWorker);
    expect(first.received).toHaveLength(4);
    expect(first.failed).toEqual(['{"kind":']);
    expect(hands.messages()).toHaveLength(1);

    // Invisible while it may still be worked on.
    expect(await queue.receive()).toEqual([]);
    for (let receive = 2; receive <= 5; receive += 1) {
      const again = await queue.deliver(world.handleWorker, 2);
      expect(again).toEqual({ received: ['{"kind":'], failed: ['{"kind":'] });
    }
    await pause(1100);
    expect(await queue.receive()).toEqual([]);
    expect((await queue.deadLetters()).map((message) => message.Body)).toEqual(['{"kind":']);
    expect(hands.messages()).toHaveLength(1);
    await world.close();
  });

  it('that dies leaves the message, and the next one takes it up', async () => {
    const { world, slot, mette: hands } = await agreedLive();
    world.clock.goTo(slot);
    await soon(person, 0);
    await expect(queue.deliver(() => Promise.reject(new Error('The process died')))).rejects.toThrow();
    expect(hands.messages()).toEqual([]);
    expect(await queue.deliver(world.handleWorker, 2)).toEqual({ received: [body], failed: [] });
    expect(hands.messages()).toHaveLength(1);
    await world.close();
  });
});
