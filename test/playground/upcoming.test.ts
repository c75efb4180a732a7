import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { management } from '../../playground/company-groups.ts';
import { begin } from '../../playground/server.ts';
import { team } from '../../playground/slack/state.ts';
import { World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';

/** What the time machine promises, held against what the app then does. */

let world: World;
beforeEach(async () => {
  world = await World.open({ standsAt: '2026-11-23T11:00:00Z' });
  await begin(world, 'company', '2026-11-23T11:00:00Z');
});
afterEach(() => world.close());

const everything = Number.POSITIVE_INFINITY;
const written = () => world.slack.messages().filter(({ author }) => author === 'app');

describe('all that is promised comes, at its instant, and nothing else', () => {
  const companies: { says: string; change: () => void }[] = [
    { says: 'in the company as it is', change: () => {} },
    {
      says: 'after Peter was deactivated',
      change: () => {
        const peter = world.slack.user('U0PETER');
        if (peter) world.slack.putUser({ ...peter, isDeleted: true });
      },
    },
    { says: 'after the app was put out of a channel', change: () => world.slack.kickBot(management.id) },
    { says: 'after a channel was archived', change: () => world.slack.archiveChannel(management.id) },
    {
      says: 'after a channel was shared with another company',
      change: () => world.slack.shareChannel(management.id),
    },
  ];

  it.each(companies)('$says', { timeout: 60_000 }, async ({ change }) => {
    change();
    const promised = await world.upcoming(everything);
    const before = written().length;
    expect(await world.goToEnd()).toBe(true);
    const came = written().slice(before);
    expect(promised.length).toBeGreaterThan(15);
    expect(promised.map(({ at, conversation }) => [at, conversation])).toEqual(
      came.map(({ at, channel }) => [at, channel]),
    );
    expect(promised.every(({ reasons }) => reasons.length > 0)).toBe(true);

    const end = world.clock.now();
    expect(await world.goToEnd()).toBe(false);
    expect(await world.goToNext()).toBe(false);
    expect(world.clock.now()).toBe(end);
  });
});

describe('a promise', () => {
  it('leaves everything as it is', async () => {
    const state = async () => ({
      people: await Promise.all(
        world.slack.users().map(({ id }) => world.store.person({ tenant: team, user: id })),
      ),
      group: await world.store.group({ tenant: team, channel: management.id }),
      messages: world.slack.messages(),
      waiting: [world.wakes.queued(), world.wakes.scheduled()],
      now: world.clock.now(),
    });
    const before = await state();
    await world.upcoming(everything);
    expect(await state()).toEqual(before);
  });

  it('names people and channels, and tells of so many and of one’s own next follow-up', async () => {
    const all = await world.upcoming(everything);
    const { upcoming, own } = await world.program(2, 'U0PETER');
    expect(upcoming).toEqual(all.slice(0, 2));
    expect(own).toMatchObject({ who: 'Peter Lund', conversation: 'D0PETER', readers: ['U0PETER'] });
    expect(own?.reasons[0]).toMatchObject({ kind: 'follow-up', which: 'ordinary', rhythm: 2 });
    expect((await world.program(2, 'U0METTE')).own).toBeUndefined();
    const inChannel = all.find(({ conversation }) => conversation === management.id);
    expect(inChannel).toMatchObject({ who: '#ledelsen', reasons: [{ kind: 'summary', hoursOpen: 48 }] });
    expect(inChannel?.readers).toContain('U0AISHA');
    expect(JSON.stringify(all)).toContain('"by":"Peter Lund"');
  });

  it('is kept one by one, too: the next is the first of them', async () => {
    for (let step = 0; step < 4; step += 1) {
      const [next] = await world.upcoming(1);
      const before = written().length;
      await world.goToNext();
      expect(world.clock.now()).toBe(next?.at);
      expect(written().length).toBeGreaterThan(before);
    }
  });
});

it('time never runs backwards', async () => {
  const now = world.clock.now();
  await world.goTo(addSeconds(now, -3600));
  expect(world.clock.now()).toBe(now);
});
