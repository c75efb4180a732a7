import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { team } from '../../../playground/slack/state.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import type { LogFacts } from '../../../shared/log.ts';
import { agreedLive, type Live, mette, queueEvent, storedPerson, wakeOf } from '../../support/live.ts';

/** What comes out of the queue: messages nobody can read, and the hourly reconcile. */

type Line = { level: string; message: string; facts: LogFacts };

let live: Live & { slot: string };
let lines: Line[];

beforeEach(async () => {
  lines = [];
  const write = (level: string) => (message: string, facts: LogFacts) => {
    lines.push({ level, message, facts });
  };
  live = await agreedLive({}, { log: { info: write('info'), warn: write('warn'), error: write('error') } });
});
afterEach(() => live.world.close());

const hour = 3600;
const wake = JSON.stringify({ kind: 'person', tenant: team, user: mette.id });

describe('a message that can not be read', () => {
  const malformed = [
    { says: 'nothing', body: '' },
    { says: 'no JSON', body: '{"kind":' },
    { says: 'null', body: 'null' },
    { says: 'a list', body: '[]' },
    { says: 'a kind of message we do not know', body: '{"kind":"company","tenant":"T1","channel":"C1"}' },
    { says: 'no channel', body: '{"kind":"channel","tenant":"T1"}' },
    { says: 'a channel with a separator in it', body: '{"kind":"channel","tenant":"T1","channel":"C1#X"}' },
    { says: 'nobody', body: '{"kind":"person","tenant":"T1"}' },
    { says: 'an id with a separator in it', body: '{"kind":"person","tenant":"T1#P","user":"U1"}' },
    { says: 'an id that is too long', body: `{"kind":"person","tenant":"T1","user":"${'U'.repeat(21)}"}` },
    { says: 'a number for an id', body: '{"kind":"person","tenant":"T1","user":7}' },
  ];

  it.each(malformed)('($says) comes back alone, and the others are done', async ({ body }) => {
    live.world.clock.goTo(live.slot);
    const { batchItemFailures } = await live.world.handleWorker(
      queueEvent(body, wake, '{"kind":"reconcile"}'),
    );
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'r0' }]);
    expect(live.mette.messages()).toHaveLength(1);
  });

  it.each(malformed)('($says) is logged without its text', async ({ body }) => {
    await live.world.handleWorker(queueEvent(body));
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    const logged = lines.flatMap(({ facts }) => Object.values(facts));
    for (const value of logged) if (body !== '') expect(String(value)).not.toContain(body);
  });

  it('ends in the dead letters after five receives, and holds nobody back', async () => {
    const { world, slot } = live;
    world.journal.put('queue/bad', { id: 'bad', at: addSeconds(slot, -1), body: '{', receives: 0 });
    await world.goTo(slot);
    expect(live.mette.messages()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
    await world.goTo(addSeconds(slot, 11 * 60));
    expect(world.wakes.deadLetters()).toEqual([]);
    await world.goTo(addSeconds(slot, hour));
    expect(world.wakes.deadLetters()).toEqual([
      expect.objectContaining({ id: 'bad', body: '{', receives: 5 }),
    ]);
    expect(world.wakes.queued()).toEqual([]);
  });

  it.each([
    { says: 'no records', event: {} },
    { says: 'nothing at all', event: undefined },
    { says: 'a record without a body', event: { Records: [{ messageId: 'r0' }] } },
  ])('an event with $says fails as a whole', async ({ event }) => {
    await expect(live.world.handleWorker(event)).rejects.toThrow();
  });
});

describe('reconcile', () => {
  const minutes = [
    { late: 14 * 60, found: 0 },
    { late: 15 * 60, found: 0 },
    { late: 15 * 60 + 1, found: 1 },
    { late: 7 * 24 * hour, found: 1 },
  ];
  it.each(minutes)(
    '$late seconds after an instant that nobody noticed finds $found',
    async ({ late, found }) => {
      const { world, slot } = live;
      forgetAll();
      world.clock.goTo(addSeconds(slot, late));
      world.wakes.reconcile();
      await world.catchUp();
      expect(world.missedInstants).toBe(found);
    },
  );

  it('finds exactly those who are overdue, and says only how many they were', async () => {
    const { world, slot, james } = live;
    await james.agree({ weekday: '4' });
    await world.goTo('2026-11-24T09:05:00Z');
    forgetAll();
    world.clock.goTo(addSeconds(slot, hour));
    world.wakes.reconcile();
    await world.catchUp();
    expect(world.missedInstants).toBe(1);
    expect(live.mette.messages()).toHaveLength(1);
    expect(james.messages()).toHaveLength(0);
    expect(lines.filter(({ level }) => level === 'warn').map(({ facts }) => facts)).toEqual([{ count: 1 }]);
  });

  it('finds nobody while all goes well', async () => {
    const { world } = live;
    while (world.clock.now() < '2026-12-09T00:00:00Z') {
      await world.goTo(addSeconds(world.clock.now(), 6 * hour));
      world.wakes.reconcile();
      await world.catchUp();
    }
    expect(world.missedInstants).toBe(0);
    expect(live.mette.messages()).toHaveLength(2);
  });

  it('heals a wake that was lost after a submission', async () => {
    const { world, james } = live;
    await james.agree();
    forgetAll();
    await world.goTo('2026-11-24T10:00:00Z');
    expect(world.wakes.scheduled()).toEqual([]);
    world.wakes.reconcile();
    await world.catchUp();
    expect(world.missedInstants).toBe(1);
    expect(world.wakes.scheduled()).toEqual([
      expect.objectContaining({
        id: 'person-T0HAVNBY-U0JAMES',
        at: (await storedPerson(world, 'U0JAMES')).wakeAt,
      }),
    ]);
    await world.goTo('2026-12-01T12:00:00Z');
    expect(james.messages()).toHaveLength(1);
  });

  it('heals a schedule that was lost, and the one after it', async () => {
    const { world, slot } = live;
    forgetAll();
    await world.goTo(addSeconds(slot, hour));
    world.wakes.reconcile();
    await world.catchUp();
    expect(live.mette.messages()).toHaveLength(1);
    await world.goTo(addSeconds(slot, 7 * 24 * hour));
    expect(live.mette.messages()).toHaveLength(2);
  });

  it('does not disturb a wake that is only late', async () => {
    const { world, slot } = live;
    world.clock.goTo(addSeconds(slot, hour));
    world.wakes.reconcile();
    await world.catchUp();
    await world.handleWorker(wakeOf(mette.id));
    expect(live.mette.messages()).toHaveLength(1);
  });

  function forgetAll(): void {
    for (const { id } of live.world.wakes.scheduled()) live.world.journal.remove(`schedule/${id}`);
    for (const { id } of live.world.wakes.queued()) live.world.journal.remove(`queue/${id}`);
  }
});
