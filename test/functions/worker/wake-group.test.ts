import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../playground/faults.ts';
import type { FakeMessage, FakeUser } from '../../../playground/slack/state.ts';
import { team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { addSeconds, type Instant } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  closeRound,
  contribute,
  danes,
  done,
  fillGroup,
  groupOf,
  later,
  madeGroup,
  makeGroup,
  newChannel,
  openGroup,
  openRound,
  type Place,
  postOf,
  posts,
  pressPost,
  pressTop,
  say,
  seen,
  send,
  until,
} from '../../support/group.ts';
import { queueEvent } from '../../support/live.ts';
import { dms, monday, pressIn, readable, top } from '../slack/support.ts';

/** The same job for a channel, on the whole product: what its wake posts, tells and leaves alone, whatever Slack does. */

let world: World;
let place: Place;
let leader: string;
let second: string;
let third: string;
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
  here(danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
});
afterEach(() => world.close());

/** The group that the tests are about. */
function here(people: Partial<FakeUser>[], more: object = {}): void {
  place = newChannel(world, people, more);
  [leader = '', second = '', third = ''] = place.members;
}

const hour = 3600;
/** What failed is tried again in a quarter of an hour. */
const quarter = 16 * 60;
const day = 24 * hour;
const slack = () => world.slack;
const faults = (method: string, ...list: Fault[]) => world.webApi.faults.set(method, list);
const times = (count: number, fault: Fault) => Array.from({ length: count }, () => fault);
const broken: Fault = { kind: 'status', status: 500 };
const refusal = (error: string): Fault => ({ kind: 'refuse', error });
const group = () => groupOf(place);
const round = async () => {
  const { round: found } = await group();
  if (found === undefined) throw new Error('No round');
  return found;
};
const look = () =>
  world.handleWorker(queueEvent(JSON.stringify({ kind: 'channel', tenant: team, channel: place.channel })));
const said = (message: FakeMessage | undefined) => message?.text.split('\n')[0] ?? '';
/** The posts of the channel, each by its first words, with when it was posted. */
const story = () => posts(place).map((message) => [message.at, said(message)] as const);
const firstWords = () => story().map(([, words]) => words);
/** How a sentence begins, whatever its day and its numbers. */
const begins = (sentence: string) => sentence.slice(0, 12);
const { channel: t } = da;
const openWords = begins(t.opening.open({ date: '2026-12-09', time: '10:00' }));
const closedWords = begins(t.opening.closed(1, 3));
const summaryWords = begins(t.summary.heading('2026-12-07'));
const isLike =
  (...words: string[]) =>
  ({ text }: FakeMessage) =>
    words.some((beginning) => text.startsWith(beginning));
const summaries = () => posts(place).filter(isLike(summaryWords));
const openings = () => posts(place).filter(isLike(openWords, closedWords));
const heard = (user: string) => dms(world, user).map(({ text }) => text);

/** Slack has answered that call, and the app doesn't know it yet. */
function held(method: string): { reached: Promise<void>; release: () => void } {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  world.boot((name, part) =>
    name !== 'slack'
      ? part
      : new Proxy(part, {
          get: (target, key) => {
            const value: unknown = Reflect.get(target, key);
            if (key !== method || typeof value !== 'function') return value;
            return async (...args: unknown[]) => {
              const result: unknown = await Reflect.apply(value, target, args);
              reached.resolve();
              await released.promise;
              return result;
            };
          },
        }),
  );
  return { reached: reached.promise, release: released.resolve };
}

/** Moves on hour by hour, as the reconcile of every hour does. */
async function liveOn(until: Instant): Promise<void> {
  while (world.clock.now() < until) {
    const next = addSeconds(world.clock.now(), hour);
    await world.goTo(next < until ? next : until);
    world.wakes.reconcile();
    await world.catchUp();
  }
}

const firstSlot = '2026-12-07T09:00:00Z';
const closes = '2026-12-09T09:00:00Z';

async function spoken(): Promise<void> {
  await madeGroup(place);
  await openRound(place);
  await contribute(place, second, { worked: 'Vi ringede' }, ['3', '4']);
}

describe('a group’s wakes', () => {
  it('bring the card, the opening at its time and the summary after its hours, in the workspace’s language', async () => {
    await spoken();
    await closeRound(place);
    expect(story()).toEqual([
      [addSeconds(monday, 10), da.channel.card.heading],
      [firstSlot, t.opening.closed(1, 3)],
      [closes, t.summary.heading('2026-12-07')],
    ]);
    expect(posts(place).map(({ pinned }) => pinned)).toEqual([true, undefined, undefined]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  it('change what a message says and write no other', async () => {
    await spoken();
    const [, opening] = posts(place);
    await later(place, 60);
    expect(posts(place)).toHaveLength(2);
    expect(seen(postOf(place, opening?.ts))).toContain(t.opening.contributed(1, 3));
    expect(seen(postOf(place, opening?.ts))).not.toContain('Vi ringede');
  });

  it('that find nothing changed repaint nothing', async () => {
    await spoken();
    await later(place, 60);
    const calls = world.webApi.calls.length;
    expect(await look()).toEqual({ batchItemFailures: [] });
    expect(world.webApi.calls.length).toBe(calls);
  });

  it('never post twice in one second, however many come at once', async () => {
    await makeGroup(place);
    done(await say(place, second, 'runde'));
    await pressTop(place, second, 'round.open');
    await later(place, 120);
    const [card, opening] = story();
    expect([card?.[1], opening?.[1]]).toEqual([da.channel.card.heading, expect.stringContaining(openWords)]);
    expect(Date.parse(opening?.[0] ?? '') - Date.parse(card?.[0] ?? '')).toBeGreaterThanOrEqual(1000);
  });

  it('delivered twice, early, late and three at a time, come to one of each', async () => {
    world.wakes.deliverTwice = true;
    await madeGroup(place);
    await look();
    world.clock.goTo(addSeconds(firstSlot, 4 * hour));
    await Promise.all([look(), look(), look()]);
    await later(place, 60);
    expect(firstWords()).toEqual([da.channel.card.heading, expect.stringContaining(openWords)]);
    world.clock.goTo(addSeconds((await round()).closesAt, 3 * day));
    await Promise.all([look(), look(), look()]);
    await later(place, 60);
    expect(summaries()).toHaveLength(1);
    expect(openings()).toHaveLength(1);
  });

  it('for a channel that has no group do nothing', async () => {
    expect(await look()).toEqual({ batchItemFailures: [] });
    expect(world.webApi.calls).toEqual([]);
  });

  it('more than six hours late leave the round for the next slot', async () => {
    await madeGroup(place);
    world.clock.goTo(addSeconds(firstSlot, 6 * hour + 1));
    await world.catchUp();
    await later(place, 60);
    expect(openings()).toEqual([]);
    await world.goTo('2026-12-14T09:01:00Z');
    expect(openings().map(({ at }) => at)).toEqual(['2026-12-14T09:00:00Z']);
  });

  it('after an outage of a month open one round and forget none of what was promised', async () => {
    await spoken();
    await closeRound(place);
    await pressPost(place, second, summaries()[0]!, 'commitment.make');
    await send(place, second, { due: '2026-12-20' });
    world.clock.goTo('2027-01-18T09:00:00Z');
    for (const { id } of world.wakes.scheduled()) world.journal.remove(`schedule/${id}`);
    for (const { id } of world.wakes.queued()) world.journal.remove(`queue/${id}`);
    await liveOn('2027-01-18T12:00:00Z');
    expect(openings()).toHaveLength(2);
    expect(seen(openings()[1]!)).toContain('Vi ringede');
  });
});

describe('a Slack that is busy', () => {
  it.each([
    { says: 'for some seconds', retryAfter: 3, within: 65 },
    { says: 'for a quarter of an hour', retryAfter: 900, within: 905 },
    { says: 'for longer than the queue can wait', retryAfter: 3600, within: 3700 },
  ])('$says is asked again later, which is no failure', async ({ retryAfter, within }) => {
    await madeGroup(place);
    faults('chat.postMessage', { kind: 'busy', retryAfter });
    world.clock.goTo(firstSlot);
    expect(await look()).toEqual({ batchItemFailures: [] });
    expect(openings()).toHaveLength(0);
    await world.goTo(addSeconds(firstSlot, within));
    expect(openings()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
    expect(world.givenUp).toBe(0);
  });

  it('when a message was to be repainted, has it repainted before long', async () => {
    await spoken();
    faults('chat.update', { kind: 'busy', retryAfter: 30 });
    await later(place, quarter);
    expect(seen(openings()[0]!)).toContain(t.opening.contributed(1, 3));
  });

  it('when one of the members was asked about, tells the others, and that one before long', async () => {
    here(danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
    await makeGroup(place);
    faults('users.info', { kind: 'busy', retryAfter: 30 });
    await later(place, 60);
    const stored = await Promise.all(place.members.map((user) => world.store.person({ tenant: team, user })));
    expect(stored.filter((person) => person !== undefined)).toHaveLength(2);
    await later(place, hour);
    expect(await world.store.person({ tenant: team, user: leader })).toBeDefined();
    expect(await world.store.person({ tenant: team, user: third })).toBeDefined();
  });
});

describe('a Slack that fails', () => {
  it.each<[string, Fault[]]>([
    ['once', [broken]],
    ['twice', [broken, broken]],
    ['by not answering', [{ kind: 'hang' }]],
  ])(
    '%s: the message comes back and is posted',
    async (_, list) => {
      await madeGroup(place);
      faults('chat.postMessage', ...list);
      await world.goTo(firstSlot);
      expect(openings()).toHaveLength(0);
      await world.goTo(addSeconds(firstSlot, hour));
      expect(openings()).toHaveLength(1);
      expect(world.wakes.deadLetters()).toEqual([]);
    },
    15_000,
  );

  it('all day long is asked four times, then a human hears of it, and the next slot brings what was missed', async () => {
    await spoken();
    await until(place, closes);
    faults('chat.postMessage', ...times(1000, broken));
    await liveOn(addSeconds(closes, 12 * hour));
    expect(world.webApi.faults.get('chat.postMessage')).toHaveLength(1000 - 4);
    expect(world.givenUp).toBe(1);
    faults('chat.postMessage');
    await liveOn('2026-12-14T10:00:00Z');
    expect(summaries().map(({ at }) => at)).toEqual(['2026-12-14T09:00:00Z']);
    expect(seen(summaries()[0]!)).toContain('Vi ringede');
  });

  it('when a message was to be repainted, has it repainted before long', async () => {
    await spoken();
    faults('chat.update', broken, broken);
    await later(place, quarter);
    expect(seen(openings()[0]!)).toContain(t.opening.contributed(1, 3));
  });

  it('when it pins the card, is no reason to post another', async () => {
    faults('pins.add', broken, broken);
    await madeGroup(place);
    await later(place, hour);
    expect(firstWords()).toEqual([da.channel.card.heading]);
  });

  it('when it is asked about the channel before a round, has the round come late', async () => {
    await madeGroup(place);
    faults('conversations.info', broken, broken);
    await world.goTo(firstSlot);
    expect(openings()).toHaveLength(0);
    await world.goTo(addSeconds(firstSlot, hour));
    expect(openings()).toHaveLength(1);
  });
});

describe('a workspace that refuses charts', () => {
  it('gets the same in words, from then on', async () => {
    await spoken();
    await until(place, closes);
    faults('chat.postMessage', refusal('invalid_blocks'));
    await later(place, 60);
    const types = () => summaries().map(({ blocks = [] }) => blocks.map(({ type }) => type));
    expect(types()[0]).not.toContain('data_visualization');
    expect(seen(summaries()[0]!)).toContain('3 af 5');
    expect((await group()).plain).toBe(true);
    await openRound(place);
    await contribute(place, third, {}, ['4', '4']);
    const posted = world.webApi.calls.length;
    await closeRound(place);
    expect(types()[1]).not.toContain('data_visualization');
    const refused = world.webApi.calls.slice(posted).filter(({ answer }) => !answer['ok']);
    expect(refused).toEqual([]);
  });

  it('and where it takes them, has one', async () => {
    await spoken();
    await closeRound(place);
    expect(summaries()[0]?.blocks?.map(({ type }) => type)).toContain('data_visualization');
  });
});

type Trouble = { says: string; happens: () => unknown; isPutRight: () => void };

/** What a channel can come to in the midst of a round, and how it is put right. */
const troubles: Trouble[] = [
  {
    says: 'is archived',
    happens: () => slack().archiveChannel(place.channel),
    isPutRight: () => {
      slack().unarchiveChannel(place.channel);
      slack().inviteBot(place.channel);
    },
  },
  {
    says: 'puts the bot out',
    happens: () => slack().kickBot(place.channel),
    isPutRight: () => slack().inviteBot(place.channel),
  },
  {
    says: 'is shared with another company',
    happens: () => world.client.shareChannel(place.channel),
    isPutRight: () => unshare(),
  },
];

const unshare = () => slack().putChannel({ ...slack().channel(place.channel)!, isShared: false });
const blockedNews = da.news['channel-blocked'][0];

describe.each(troubles)('a channel that $says', ({ happens, isPutRight }) => {
  it('before a round gets none; its leader hears of it once, in working hours, and the next slot tries again', async () => {
    await madeGroup(place);
    await happens();
    await world.goTo(addSeconds(firstSlot, 6 * day));
    expect(openings()).toEqual([]);
    expect(heard(leader).filter((text) => text.includes(blockedNews))).toHaveLength(1);
    expect(heard(second)).toEqual([]);
    expect((await group()).roundsOpened).toBe(0);
    isPutRight();
    await world.goTo('2026-12-14T09:02:00Z');
    expect(openings()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
    await later(place, day);
    expect((await group()).blocked).toBeUndefined();
  });

  it('in the midst of a round loses nothing: the summary comes when it is put right', async () => {
    await spoken();
    await happens();
    await world.goTo(addSeconds(closes, hour));
    expect(summaries()).toEqual([]);
    expect(heard(leader).filter((text) => text.includes(blockedNews))).toHaveLength(1);
    isPutRight();
    await world.goTo('2026-12-14T09:02:00Z');
    expect(summaries()).toHaveLength(1);
    expect(seen(summaries()[0]!)).toContain('Vi ringede');
    expect(openings()).toHaveLength(1);
  });

  it('put right, is written to at once when somebody does something there', async () => {
    await spoken();
    await happens();
    await world.goTo(addSeconds(closes, hour));
    isPutRight();
    done(await say(place, third, 'runde'));
    await pressTop(place, third, 'round.open');
    await later(place, 120);
    expect(summaries()).toHaveLength(1);
  });
});

describe('another company that comes into the channel', () => {
  /** Everything in the channel, letter by letter. */
  const standing = () => posts(place).map(({ ts, text, blocks }) => ({ ts, text, blocks }));

  it('reads nothing that was not there: no message is posted or repainted until they are out', async () => {
    await spoken();
    done(await say(place, third, 'runde'));
    await world.client.shareChannel(place.channel);
    const before = standing();
    expect((await group()).blocked?.code).toBe('is_shared');
    await world.goTo(addSeconds('2026-12-14T09:00:00Z', hour));
    expect(standing()).toEqual(before);
    unshare();
    await world.goTo(addSeconds('2026-12-21T09:00:00Z', hour));
    expect(summaries()).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['contributes', () => send(place, third, { tried: 'Et møde mindre' })],
    [
      'edits a point',
      async () => {
        await openGroup(place, leader);
        await pressTop(place, leader, 'group.edit-point');
        const [point] = (await group()).agreement?.points ?? [];
        await send(place, leader, { [`title-${point?.id}`]: 'Noget nyt' });
      },
    ],
    [
      'closes the round',
      async () => {
        await openGroup(place, leader);
        await pressTop(place, leader, 'round.close');
      },
    ],
    [
      'stops the agreement',
      async () => {
        await openGroup(place, leader);
        await pressTop(place, leader, 'group.stop');
      },
    ],
  ])('reads nothing when a member %s', async (_, act) => {
    await spoken();
    done(await say(place, third, 'runde'));
    await later(place, 60);
    await world.client.shareChannel(place.channel);
    const before = standing();
    await act();
    await later(place, 600);
    expect(standing()).toEqual(before);
    expect((await group()).blocked?.code).toBe('is_shared');
  });

  it('while a message is on its way, is found out before the next one', async () => {
    await makeGroup(place);
    done(await say(place, second, 'runde'));
    await pressTop(place, second, 'round.open');
    world.clock.goTo(addSeconds(monday, 10));
    const post = held('post');
    const working = look();
    await post.reached;
    await world.client.shareChannel(place.channel);
    post.release();
    expect(await working).toEqual({ batchItemFailures: [] });
    await later(place, 600);
    expect(firstWords()).toEqual([da.channel.card.heading]);
  });

  it('is no news to a channel without a group, and told twice the same', async () => {
    const { channel } = newChannel(world, danes('Ib Bo'));
    await world.client.shareChannel(channel);
    expect(await world.store.group({ tenant: team, channel })).toBeUndefined();
    await madeGroup(place);
    await world.client.shareChannel(place.channel);
    const told = await group();
    await world.client.shareChannel(place.channel);
    expect(await group()).toEqual(told);
  });
});

describe('a channel that is deleted', () => {
  it('is tried once a slot and not more, and its leader can still see the agreement', async () => {
    await spoken();
    slack().removeChannel(place.channel);
    const before = world.webApi.calls.length;
    await liveOn(addSeconds(closes, 4 * day));
    const tried = world.webApi.calls.slice(before).filter(({ args }) => args['channel'] === place.channel);
    expect(tried.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
    expect((await group()).blocked?.code).toBe('channel_not_found');
  });
});

describe('what people do to the messages', () => {
  it('a card that somebody deleted stays deleted, and everything else goes on', async () => {
    await madeGroup(place);
    slack().deleteMessage(place.channel, posts(place)[0]?.ts ?? '');
    await openRound(place);
    await contribute(place, second, { worked: 'Vi ringede' });
    await closeRound(place);
    expect(firstWords()).toEqual([
      expect.stringContaining(closedWords),
      expect.stringContaining(summaryWords),
    ]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  it('a pin that is refused leaves the card where it is', async () => {
    faults('pins.add', refusal('not_pinnable'));
    await madeGroup(place);
    expect(posts(place).map(({ pinned }) => pinned)).toEqual([undefined]);
    expect((await group()).card).toBeDefined();
  });
});

describe('a member who is gone', () => {
  const goes = (user: string) => world.client.changeUser({ ...slack().user(user)!, isDeleted: true });

  it('leaves what they did free, and the leader hears of it in working hours', async () => {
    await madeGroup(place);
    await world.goTo('2026-11-23T20:00:00Z');
    await goes(second);
    await later(place, 300);
    expect((await group()).members.map(({ id }) => id)).toEqual([leader, third]);
    expect((await group()).agreement?.points.map(({ responsible }) => responsible)).toEqual([
      leader,
      undefined,
    ]);
    expect(seen(posts(place)[0]!)).toContain(da.channel.card.noResponsible);
    expect(heard(leader)).toEqual([]);
    await world.goTo('2026-11-24T12:00:00Z');
    expect(heard(leader)).toEqual([expect.stringContaining(da.news['member-left'][0])]);
    expect(heard(third)).toEqual([]);
    expect(dms(world, leader)[0]?.at).toMatch(/^2026-11-24T0[7-9]/);
  });

  it('who led, leaves it to the others: each of them is asked, and one takes over', async () => {
    await madeGroup(place);
    await goes(leader);
    await later(place, 600);
    for (const user of [second, third])
      expect(heard(user)).toEqual([expect.stringContaining(da.news['leader-left'][1])]);
    await pressIn(dms(world, third)[0]!, third, da.news.see, world);
    await pressTop(place, third, 'group.take-over');
    expect((await group()).leader).toBe(third);
    await later(place, 600);
    expect(heard(second)).toHaveLength(1);
    expect(dms(world, second)[0]?.text).toContain(da.news.overInGroup[1]);
  });

  it('who kept the round moving, gives it to the next', async () => {
    await madeGroup(place);
    await openRound(place);
    expect((await round()).facilitator).toBe(leader);
    await goes(leader);
    await later(place, 120);
    expect((await round()).facilitator).toBe(second);
    expect(seen(openings()[0]!)).toContain(da.channel.opening.facilitator);
  });

  it('has their words in the summary, with their name', async () => {
    await spoken();
    await goes(second);
    await closeRound(place);
    expect(seen(summaries()[0]!)).toContain('Karen Friis: Vi ringede');
    expect(seen(summaries()[0]!)).not.toContain(second);
  });

  it('and is here again is not in the group by that, and is told nothing of it', async () => {
    await madeGroup(place);
    await goes(second);
    await later(place, 300);
    await world.client.changeUser({ ...slack().user(second)!, isDeleted: false });
    await openRound(place);
    await closeRound(place);
    expect(heard(second)).toEqual([]);
  });
});

describe('a member who was taken out of the channel', () => {
  it('is out of the group when its next round opens, and the leader hears of it', async () => {
    await madeGroup(place);
    slack().kickUser(place.channel, second);
    await openRound(place);
    await later(place, 600);
    expect((await group()).members.map(({ id }) => id)).toEqual([leader, third]);
    expect((await group()).agreement?.points.map(({ responsible }) => responsible)).toEqual([
      leader,
      undefined,
    ]);
    expect(heard(leader)).toEqual([expect.stringContaining(da.news['member-left'][0])]);
    expect(heard(second)).toEqual([]);
  });

  it('and led, leaves it to the others', async () => {
    await madeGroup(place);
    slack().kickUser(place.channel, leader);
    await openRound(place);
    await later(place, 600);
    expect((await group()).leader).toBeUndefined();
    for (const user of [second, third])
      expect(heard(user)).toEqual([expect.stringContaining(da.news['leader-left'][1])]);
  });

  it('stays in it where Slack doesn’t tell who is in the channel', async () => {
    await madeGroup(place);
    slack().kickUser(place.channel, second);
    faults('conversations.members', refusal('fatal_error'), refusal('fatal_error'), refusal('fatal_error'));
    await world.goTo(addSeconds(firstSlot, hour));
    expect(openings()).toHaveLength(1);
    expect(world.wakes.deadLetters()).toEqual([]);
  });
});

describe('who keeps a round moving', () => {
  it('is each in turn', async () => {
    await madeGroup(place);
    const turns: (string | undefined)[] = [];
    for (let count = 0; count < 3; count += 1) {
      await openRound(place);
      turns.push((await round()).facilitator);
      await contribute(place, second, { worked: 'Godt' });
      await closeRound(place);
    }
    expect(turns).toEqual([leader, second, third]);
  });

  it('is not somebody who rests just now, and nobody is told why', async () => {
    await madeGroup(place);
    await world.client.command(leader, `D${leader.slice(1)}`, 'pause 2027-01-04');
    await openRound(place);
    expect((await round()).facilitator).toBe(second);
    expect(seen(openings()[0]!).toLowerCase()).not.toContain('pause');
  });

  it('is somebody, also where everybody rests', async () => {
    await madeGroup(place);
    for (const user of place.members)
      await world.client.command(user, `D${user.slice(1)}`, 'pause 2027-01-04');
    await openRound(place);
    expect((await round()).facilitator).toBe(leader);
  });
});

describe('who has not contributed', () => {
  it('hears of the round once, in their own slot only, and who has, not at all', async () => {
    await spoken();
    await world.goTo('2026-12-08T08:00:00Z');
    expect([heard(leader), heard(second), heard(third)]).toEqual([[], [], []]);
    await closeRound(place);
    for (const user of [leader, third])
      expect(dms(world, user).map(({ at, text }) => [at.slice(0, 15), text])).toEqual([
        ['2026-12-08T08:0', expect.stringContaining(da.news['round-waits'][0])],
      ]);
    expect(heard(second)).toEqual([]);
    await later(place, 10 * day);
    expect([heard(leader).length, heard(second).length, heard(third).length]).toEqual([1, 0, 1]);
  });

  it('hears nothing while they rest', async () => {
    await madeGroup(place);
    await world.client.command(third, `D${third.slice(1)}`, 'pause 2027-01-04');
    await openRound(place);
    await closeRound(place);
    expect(heard(third)).toEqual([]);
    expect(heard(leader)).toHaveLength(1);
  });

  it('hears nothing of a round that was closed by hand before their slot', async () => {
    await spoken();
    done(await pressPost(place, leader, openings()[0]!, 'round.close'));
    await later(place, 3 * day);
    expect([heard(leader), heard(third)]).toEqual([[], []]);
  });

  it('can contribute from there, and the message then says so', async () => {
    await spoken();
    await world.goTo('2026-12-08T09:00:00Z');
    await pressIn(dms(world, third)[0]!, third, da.news.contribute, world);
    await send(place, third, { tried: 'Et møde mindre' });
    expect((await round()).contributions.map(({ by }) => by)).toEqual([second, third]);
    await later(place, 120);
    expect(dms(world, third)).toHaveLength(1);
  });

  it('hears of it in their own language, and the channel reads the workspace’s', async () => {
    here([{ name: 'Mette Holm' }, { name: 'James Ward', locale: 'en-GB', zone: 'Europe/London' }]);
    await madeGroup(place);
    await openRound(place);
    await closeRound(place);
    expect(heard(second)).toEqual([expect.stringContaining(en.news['round-waits'][0])]);
    expect(firstWords()[1]).toContain(closedWords);
  });
});

describe('what was promised', () => {
  async function promise(by: string, owner: string, due: string): Promise<void> {
    await openGroup(place, by);
    await pressTop(place, by, 'commitment.make');
    await send(place, by, { text: 'Ringe til Ida', owner, due });
    await later(place, 120);
  }

  it('for somebody else comes to them as news, without a word of it', async () => {
    await madeGroup(place);
    await promise(leader, third, '2026-12-10');
    expect(heard(third)).toEqual([expect.stringContaining(da.news.commitment.join(`<#${place.channel}>`))]);
    expect(JSON.stringify(dms(world, third))).not.toContain('Ida');
    expect(heard(leader)).toEqual([]);
  });

  it('for oneself is no news', async () => {
    await madeGroup(place);
    await promise(third, third, '2026-12-10');
    expect(heard(third)).toEqual([]);
  });

  it('is asked about in its owner’s slot, from its day on, once', async () => {
    await madeGroup(place);
    await promise(third, third, '2026-12-03');
    await world.goTo('2026-12-07T08:00:00Z');
    expect(heard(third)).toEqual([]);
    await world.goTo('2026-12-20T12:00:00Z');
    const asked = dms(world, third).filter(({ text }) => text.includes(da.news['commitment-due'][1]));
    expect(asked.map(({ at }) => at.slice(0, 10))).toEqual(['2026-12-08']);
  });

  it('and kept before its day is not asked about', async () => {
    await madeGroup(place);
    await promise(third, third, '2026-12-03');
    await openGroup(place, third);
    await pressTop(place, third, 'commitment.answer');
    await send(place, third, { answer: 'done' });
    await world.goTo('2026-12-08T12:00:00Z');
    expect(heard(third).filter((text) => text.includes(da.news['commitment-due'][1]))).toEqual([]);
  });

  it('is followed up on after the agreement’s end, and can be answered', async () => {
    await madeGroup(place);
    await promise(leader, third, '2026-12-03');
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.stop');
    await world.goTo('2026-12-08T12:00:00Z');
    const asked = dms(world, third).find(({ text }) => text.includes(da.news['commitment-due'][1]));
    expect(asked).toBeDefined();
    await pressIn(asked!, third, da.news.tell, world);
    expect(readable(top(world, third).view)).toContain('Ringe til Ida');
    await send(place, third, { answer: 'done' });
    expect((await group()).commitments.map(({ state }) => state)).toEqual(['done']);
  });
});

describe('rounds that nobody answers', () => {
  it('rest after three, say so on the card, and begin again when somebody wants to', async () => {
    await madeGroup(place, { rhythm: '1' });
    for (let count = 0; count < 3; count += 1) {
      await openRound(place);
      await closeRound(place);
    }
    await later(place, 14 * day);
    expect(openings()).toHaveLength(3);
    expect(seen(posts(place)[0]!)).toContain(da.channel.card.resting);
    done(await pressPost(place, third, posts(place)[0]!, 'group.resume'));
    await later(place, 7 * day);
    expect(openings()).toHaveLength(4);
    expect(seen(posts(place)[0]!)).not.toContain(da.channel.card.resting);
  });
});

describe('the end', () => {
  it('of the period is told on the card, with the way to look back', async () => {
    await madeGroup(place, { rhythm: '4' });
    await world.goTo('2027-02-25T12:00:00Z');
    expect(seen(posts(place)[0]!)).toContain(da.channel.card.periodOver);
    done(await pressPost(place, leader, posts(place)[0]!, 'group.end'));
    const points = (await group()).agreement?.points ?? [];
    await send(place, leader, Object.fromEntries(points.map(({ id }) => [`outcome-${id}`, 'done'])));
    await later(place, 60);
    expect(firstWords().at(-1)).toBe(da.channel.ended.closed);
  });

  it('in the midst of a round sums it up first, and then says that it ended', async () => {
    await spoken();
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.stop');
    await later(place, 120);
    expect(firstWords().slice(1)).toEqual([
      expect.stringContaining(closedWords),
      expect.stringContaining(summaryWords),
      t.ended.stopped('2026-12-07'),
    ]);
    const at = posts(place).map((message) => message.at);
    expect(new Set(at).size).toBe(at.length);
  });

  it('makes room for another agreement, whose end is told in its turn', async () => {
    await madeGroup(place);
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.stop');
    await later(place, 60);
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.make');
    await fillGroup(place);
    await later(place, 60);
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.stop');
    await later(place, 60);
    expect(firstWords()).toEqual([
      da.channel.card.heading,
      t.ended.stopped('2026-11-23'),
      da.channel.card.heading,
      t.ended.stopped('2026-11-23'),
    ]);
  });

  it('is forgotten after thirty days, and wakes nobody any more', async () => {
    await madeGroup(place);
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.stop');
    await later(place, 40 * day);
    const { agreement, members, commitments, rounds, wakeAt } = await group();
    expect({ agreement, members, commitments, rounds, wakeAt }).toEqual({
      agreement: undefined,
      members: [],
      commitments: [],
      rounds: [],
      wakeAt: undefined,
    });
  });
});

describe('a pause of the group', () => {
  it('keeps rounds from coming, says so on the card, and ends by itself', async () => {
    await madeGroup(place, { rhythm: '1' });
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.pause');
    await send(place, leader, { until: '2026-12-19' });
    await later(place, 60);
    expect(seen(posts(place)[0]!)).toContain(t.card.paused('2026-12-19'));
    await world.goTo('2026-12-19T12:00:00Z');
    expect(openings()).toEqual([]);
    expect(seen(posts(place)[0]!)).not.toContain(t.card.paused('2026-12-19'));
    await world.goTo('2026-12-21T12:00:00Z');
    expect(openings()).toHaveLength(1);
  });
});

describe('a member who is quicker than the worker', () => {
  it('has their contribution in the summary though it came while that was on its way', async () => {
    await spoken();
    await until(place, closes);
    done(await say(place, third, 'runde'));
    const post = held('post');
    const working = look();
    await post.reached;
    await send(place, third, { tried: 'Et møde mindre' });
    post.release();
    expect(await working).toEqual({ batchItemFailures: [] });
    await later(place, 60);
    expect(summaries()).toHaveLength(1);
    expect(seen(summaries()[0]!)).toContain('Et møde mindre');
    expect(seen(summaries()[0]!)).toContain('Vi ringede');
  });
});

describe('without a step', () => {
  it('the schedule, nothing is claimed or posted; the message comes back', async () => {
    await madeGroup(place);
    const { at } = world.wakes;
    let fails = 1;
    world.wakes.at = (...wake) =>
      fails-- > 0 ? Promise.reject(new Error('Down')) : at.apply(world.wakes, wake);
    await world.goTo(firstSlot);
    expect(openings()).toEqual([]);
    await world.goTo(addSeconds(firstSlot, 200));
    expect(openings()).toHaveLength(1);
  });
});
