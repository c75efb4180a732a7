import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../local/database.ts';
import { team } from '../playground/slack/state.ts';
import { tableName, World } from '../playground/world.ts';
import type { Group } from '../shared/domain/group.ts';
import { addSeconds } from '../shared/domain/time.ts';
import { da } from '../shared/texts/da.ts';
import { lastOf, monday } from './functions/slack/support.ts';
import {
  closeRound,
  contribute,
  danes,
  done,
  expectChannelSaysWhatIsStored,
  groupOf,
  kept,
  later,
  madeGroup,
  newChannel,
  openGroup,
  openRound,
  type Place,
  postOf,
  posts,
  pressPost,
  pressTop,
  say,
  send,
  until,
  written,
} from './support/group.ts';
import {
  answerPage,
  answerTest,
  beginTest,
  begunTest,
  openBegin,
  openTest,
  six,
  wants,
} from './support/group-test.ts';
import type { Guillotine } from './support/guillotine.ts';
import { mayRepeat, recover, snapshot, underTheKnife } from './support/knife.ts';

/**
 * The same as killed.test.ts for what a group does: killed before and after every call to the world outside, and then
 * redelivery, reconcile and the second try do their work. Each scenario is set up once and put back for every cut.
 */
let database: Database;
let world: World;
beforeAll(async () => {
  database = await openDatabase(tableName);
  world = await World.open({ standsAt: monday, database });
});
afterAll(async () => {
  await world.close();
  await database.close();
});

type Act = (place: Place) => Promise<unknown>;
/** `people`: who is in the channel; three, unless a test needs more. */
type Scenario = { says: string; setup: Act; act: Act; people?: string[] };
const three = ['Mette Holm', 'Karen Friis', 'Ole Lund'];

const leaderOf = ({ members: [leader = ''] }: Place) => leader;
const secondOf = ({ members: [, second = ''] }: Place) => second;
const thirdOf = ({ members: [, , third = ''] }: Place) => third;

const round = { worked: 'Vi ringede til hinanden', need: ['time'] };
const title = (end: string, responsible: string) => ({
  [`title${end}`]: 'Et punkt',
  [`result${end}`]: 'Et resultat',
  [`responsible${end}`]: responsible,
});

/** In the open round two have contributed. */
const contributed: Act = async (place) => {
  await madeGroup(place);
  await openRound(place);
  await contribute(place, leaderOf(place), round, ['3', '4']);
  await contribute(place, secondOf(place), { adjust: 'Kortere møder' }, ['2']);
  await later(place, 60);
};
const summedUp: Act = async (place) => {
  await contributed(place);
  await closeRound(place);
};
const lineOf = async (place: Place) => `${place.channel} 1.${secondOf(place)}.adjust`;
const summaryOf = async (place: Place) => postOf(place, (await groupOf(place)).round?.summary?.ts);
const openingOf = async (place: Place) => postOf(place, (await groupOf(place)).round?.opening?.ts);
/** Somebody promised something until the next day. */
const promised: Act = async (place) => {
  await summedUp(place);
  await pressPost(place, leaderOf(place), await summaryOf(place), 'commitment.make', await lineOf(place));
  await send(place, leaderOf(place), { owner: thirdOf(place), due: '2026-12-10' });
  await later(place, 60);
};
const gone = (user: (place: Place) => string): Act =>
  (async (place) => {
    const known = place.world.slack.user(user(place));
    if (known) await place.world.client.changeUser({ ...known, isDeleted: true });
  }) satisfies Act;
const afterGone =
  (setup: Act, user: (place: Place) => string): Act =>
  async (place) => {
    await setup(place);
    await gone(user)(place);
    await later(place, 120);
  };
const opened =
  (
    setup: Act,
    user: (place: Place) => string,
    action?: string,
    value?: (group: Group) => string | undefined,
  ): Act =>
  async (place) => {
    await setup(place);
    await openGroup(place, user(place));
    const of = value?.(await groupOf(place));
    if (action) await pressTop(place, user(place), action, of && `${place.channel} ${of}`);
  };
const firstPoint = ({ agreement }: Group) => agreement?.points[0].id;
const secondPoint = ({ agreement }: Group) => agreement?.points[1].id;
const inView =
  (user: (place: Place) => string, action: string, value?: (group: Group) => string | undefined): Act =>
  async (place) => {
    const of = value?.(await groupOf(place));
    await pressTop(place, user(place), action, of && `${place.channel} ${of}`);
  };

/** The form that is open says which point it is about. */
async function replacing(place: Place, user: string): Promise<void> {
  const view = lastOf(place.world.slack.views(user));
  const [point = ''] = JSON.stringify(view).match(/(?<=why-)[^"]+/) ?? [];
  const text = title(`-for-${point}`, thirdOf(place));
  await send(place, user, { [`why-${point}`]: 'Det løste sig', ...text });
}

const five = six.slice(0, 5);
const mind = wants('room', 'frames', 'learning');
const lastOfAll = ({ members }: Place) => members.at(-1) ?? '';
/** All but the last one have answered. */
const answeredByOthers: Act = async (place) => {
  await begunTest(place);
  for (const user of place.members.slice(0, -1)) await answerTest(place, user, mind);
  await later(place, 60);
};
/** The last one has a page left. */
const onLastPage: Act = async (place) => {
  await answeredByOthers(place);
  await openTest(place, lastOfAll(place));
  for (const _ of [1, 2]) await answerPage(place, lastOfAll(place), mind);
};
const closingTest: Act = async (place) => {
  await answeredByOthers(place);
  await openTest(place, leaderOf(place));
};

const acts: Scenario[] = [
  {
    says: 'beginning a test',
    setup: (place) => openBegin(place, leaderOf(place)),
    act: (place) => send(place, leaderOf(place), { members: place.members }),
    people: five,
  },
  {
    says: 'beginning a test that is too small, by naming',
    setup: (place) => openBegin(place, leaderOf(place)),
    act: (place) => send(place, leaderOf(place), { members: place.members }),
  },
  {
    says: 'answering a page of a test',
    setup: async (place) => {
      await begunTest(place);
      await openTest(place, secondOf(place));
    },
    act: (place) => answerPage(place, secondOf(place), mind),
    people: five,
  },
  {
    says: 'answering a test as the last one',
    setup: onLastPage,
    act: (place) => answerPage(place, lastOfAll(place), mind),
    people: five,
  },
  {
    says: 'closing a test by hand',
    setup: closingTest,
    act: inView(leaderOf, 'group-test.close'),
    people: six,
  },
  {
    says: 'naming a theme',
    setup: async (place) => {
      await begunTest(place);
      await say(place, secondOf(place), 'test');
    },
    act: (place) => send(place, secondOf(place), { theme: 'trust' }),
  },
  {
    says: 'making a group',
    setup: async (place) => {
      await say(place, leaderOf(place), 'gruppe');
      await send(place, leaderOf(place), { members: place.members });
    },
    act: (place) =>
      send(place, leaderOf(place), { ...title('-1', leaderOf(place)), ...title('-2', secondOf(place)) }),
  },
  {
    says: 'contributing',
    setup: async (place) => {
      await contributed(place);
      await say(place, thirdOf(place), 'runde');
    },
    act: (place) => send(place, thirdOf(place), { tried: 'Et møde mindre' }),
  },
  {
    says: 'contributing just after the closing',
    setup: async (place) => {
      await contributed(place);
      await until(place, addSeconds((await groupOf(place)).round?.closesAt ?? '', -60));
      await say(place, thirdOf(place), 'runde');
      await later(place, 180);
    },
    act: (place) => send(place, thirdOf(place), { tried: 'Et møde mindre' }),
  },
  {
    says: 'opening a round by hand',
    setup: opened(madeGroup, secondOf),
    act: inView(secondOf, 'round.open'),
  },
  {
    says: 'closing a round by hand',
    setup: contributed,
    act: async (place) =>
      done(await pressPost(place, leaderOf(place), await openingOf(place), 'round.close')),
  },
  {
    says: 'handing a round over',
    setup: async (place) => {
      await contributed(place);
      await pressPost(place, leaderOf(place), await openingOf(place), 'round.hand-over');
    },
    act: (place) => send(place, leaderOf(place), { to: thirdOf(place) }),
  },
  {
    says: 'handing a round over, without leading the group',
    setup: async (place) => {
      await contributed(place);
      await pressPost(place, leaderOf(place), await openingOf(place), 'round.hand-over');
      await send(place, leaderOf(place), { to: secondOf(place) });
      await later(place, 60);
      await pressPost(place, secondOf(place), await openingOf(place), 'round.hand-over');
    },
    act: (place) => send(place, secondOf(place), { to: thirdOf(place) }),
  },
  {
    says: 'ticking off what was talked about',
    setup: async (place) => {
      await summedUp(place);
      await pressPost(place, leaderOf(place), await summaryOf(place), 'round.lines');
    },
    act: async (place) =>
      send(place, leaderOf(place), { 'discussed-1-0': [(await lineOf(place)).split(' ')[1] ?? ''] }),
  },
  {
    says: 'agreeing on something',
    setup: async (place) => {
      await summedUp(place);
      await pressPost(place, leaderOf(place), await summaryOf(place), 'commitment.make', await lineOf(place));
    },
    act: (place) => send(place, leaderOf(place), { owner: thirdOf(place), due: '2026-12-10' }),
  },
  {
    says: 'answering what was promised',
    setup: opened(promised, thirdOf, 'commitment.answer'),
    act: (place) => send(place, thirdOf(place), { answer: 'done', said: 'Det gik' }),
  },
  {
    says: 'answering for what nobody owns',
    setup: opened(afterGone(promised, thirdOf), leaderOf, 'commitment.answer'),
    act: (place) => send(place, leaderOf(place), { answer: 'dropped', said: 'Det løste sig' }),
  },
  {
    says: 'taking what nobody owns',
    setup: opened(afterGone(promised, thirdOf), secondOf),
    act: inView(secondOf, 'commitment.take'),
  },
  {
    says: 'taking a point that nobody keeps an eye on',
    setup: opened(afterGone(madeGroup, secondOf), thirdOf),
    act: inView(thirdOf, 'group.take-point', secondPoint),
  },
  {
    says: 'taking over from a leader who left',
    setup: opened(afterGone(madeGroup, leaderOf), thirdOf),
    act: inView(thirdOf, 'group.take-over'),
  },
  {
    says: 'leaving as the last one',
    setup: async (place) => {
      await afterGone(afterGone(contributed, leaderOf), thirdOf)(place);
      await openGroup(place, secondOf(place));
    },
    act: inView(secondOf, 'group.leave'),
  },
  { says: 'leaving', setup: opened(contributed, secondOf), act: inView(secondOf, 'group.leave') },
  {
    says: 'editing a point',
    setup: opened(madeGroup, leaderOf, 'group.edit-point', firstPoint),
    act: async (place) =>
      send(place, leaderOf(place), title(`-${firstPoint(await groupOf(place))}`, thirdOf(place))),
  },
  {
    says: 'editing one’s own point, and giving it to another',
    setup: opened(madeGroup, secondOf, 'group.edit-point', secondPoint),
    act: async (place) =>
      send(place, secondOf(place), title(`-${secondPoint(await groupOf(place))}`, thirdOf(place))),
  },
  {
    says: 'replacing a point',
    setup: opened(madeGroup, leaderOf, 'group.replace-point', firstPoint),
    act: (place) => replacing(place, leaderOf(place)),
  },
  {
    says: 'replacing one’s own point, and giving the new one to another',
    setup: opened(madeGroup, secondOf, 'group.replace-point', secondPoint),
    act: (place) => replacing(place, secondOf(place)),
  },
  {
    says: 'changing the rhythm',
    setup: opened(madeGroup, leaderOf, 'group.rhythm'),
    act: (place) => send(place, leaderOf(place), { rhythm: '4', weekday: '3' }),
  },
  {
    says: 'changing who takes part, and giving the lead away',
    setup: opened(madeGroup, leaderOf, 'group.members'),
    act: (place) =>
      send(place, leaderOf(place), { members: [leaderOf(place), thirdOf(place)], leader: thirdOf(place) }),
  },
  {
    says: 'changing who takes part, and leaving it to the others',
    setup: opened(madeGroup, leaderOf, 'group.members'),
    act: (place) =>
      send(place, leaderOf(place), { members: [secondOf(place), thirdOf(place)], leader: thirdOf(place) }),
  },
  {
    says: 'pausing',
    setup: opened(contributed, leaderOf, 'group.pause'),
    act: (place) => send(place, leaderOf(place), { until: '2027-01-04' }),
  },
  {
    says: 'beginning again',
    setup: async (place) => {
      await opened(madeGroup, leaderOf, 'group.pause')(place);
      await send(place, leaderOf(place), { until: '2027-01-04' });
      await later(place, 60);
      await openGroup(place, leaderOf(place));
    },
    act: inView(leaderOf, 'group.resume'),
  },
  { says: 'stopping', setup: opened(contributed, leaderOf), act: inView(leaderOf, 'group.stop') },
  {
    says: 'closing the agreement',
    setup: async (place) => {
      await madeGroup(place);
      await place.world.goTo('2027-02-24T12:00:00Z');
      await openGroup(place, leaderOf(place));
      await pressTop(place, leaderOf(place), 'group.end');
    },
    act: async (place) => {
      const points = (await groupOf(place)).agreement?.points ?? [];
      await send(
        place,
        leaderOf(place),
        Object.fromEntries(points.map(({ id }) => [`outcome-${id}`, 'keep'])),
      );
    },
  },
];

/** What the queue brings by now, once. */
const deliver: Act = (place) => place.world.wakes.deliverDue(place.world.handleWorker);
const untilWake = async (place: Place) => until(place, (await groupOf(place)).wakeAt);
const soon = (place: Place) =>
  later(place, 9).then(() => place.world.clock.goTo(addSeconds(place.world.clock.now(), 1)));

const wakes: Scenario[] = [
  {
    says: 'the wake that opens a test',
    setup: async (place) => {
      await beginTest(place);
      await soon(place);
    },
    act: deliver,
    people: five,
  },
  {
    says: 'the wake that closes a test in time and shows the order',
    setup: async (place) => {
      await answeredByOthers(place);
      await untilWake(place);
    },
    act: deliver,
    people: six,
  },
  {
    says: 'the wake that shows the order after the last answer',
    setup: async (place) => {
      await onLastPage(place);
      await answerPage(place, lastOfAll(place), mind);
      await soon(place);
    },
    act: deliver,
    people: five,
  },
  {
    says: 'the wake after a theme was named',
    setup: async (place) => {
      await begunTest(place);
      await say(place, secondOf(place), 'test');
      await send(place, secondOf(place), { theme: 'trust' });
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that posts the card and tells the members',
    setup: async (place) => {
      const { setup, act } = acts[0] ?? { setup: deliver, act: deliver };
      await setup(place);
      await act(place);
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that opens a round',
    setup: async (place) => {
      await madeGroup(place);
      await untilWake(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that opens a round begun by hand',
    setup: async (place) => {
      await opened(madeGroup, secondOf)(place);
      await inView(secondOf, 'round.open')(place);
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake after a contribution',
    setup: async (place) => {
      await contributed(place);
      await contribute(place, thirdOf(place), { tried: 'Et møde mindre' });
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that closes a round and sums it up',
    setup: async (place) => {
      await contributed(place);
      await untilWake(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that sums up a round closed by hand',
    setup: async (place) => {
      await contributed(place);
      await pressPost(place, leaderOf(place), await openingOf(place), 'round.close');
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that sums up for a workspace that refuses charts',
    setup: async (place) => {
      await contributed(place);
      await untilWake(place);
      place.world.webApi.faults.set('chat.postMessage', [{ kind: 'refuse', error: 'invalid_blocks' }]);
    },
    act: deliver,
  },
  {
    says: 'the wake after the end',
    setup: async (place) => {
      await opened(contributed, leaderOf)(place);
      await inView(leaderOf, 'group.stop')(place);
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake that posts the ending',
    setup: async (place) => {
      await opened(contributed, leaderOf)(place);
      await inView(leaderOf, 'group.stop')(place);
      await later(place, 11);
      place.world.clock.goTo(addSeconds(place.world.clock.now(), 1));
    },
    act: deliver,
  },
  {
    says: 'the wake that tells of something agreed on',
    setup: async (place) => {
      await summedUp(place);
      await pressPost(place, leaderOf(place), await summaryOf(place), 'commitment.make', await lineOf(place));
      await send(place, leaderOf(place), { owner: thirdOf(place), due: '2026-12-10' });
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake of a member who is gone',
    setup: async (place) => {
      await contributed(place);
      await gone(secondOf)(place);
      await soon(place);
    },
    act: deliver,
  },
  {
    says: 'the wake of a group whose leader is gone',
    setup: async (place) => {
      await contributed(place);
      await gone(leaderOf)(place);
      await later(place, 19);
      place.world.clock.goTo(addSeconds(place.world.clock.now(), 1));
    },
    act: deliver,
  },
  {
    says: 'the wake that finds its channel archived',
    setup: async (place) => {
      await madeGroup(place);
      await untilWake(place);
      place.world.slack.archiveChannel(place.channel);
    },
    act: deliver,
  },
  {
    says: 'the wake that is refused its summary',
    setup: async (place) => {
      await contributed(place);
      await untilWake(place);
      place.world.slack.kickBot(place.channel);
    },
    act: deliver,
  },
  {
    says: 'the slot of somebody a round waits for',
    setup: async (place) => {
      await contributed(place);
      const person = await place.world.store.person({ tenant: team, user: thirdOf(place) });
      await until(place, person?.wakeAt);
    },
    act: deliver,
  },
  {
    says: 'the forgetting of an agreement',
    setup: async (place) => {
      await opened(contributed, leaderOf)(place);
      await inView(leaderOf, 'group.stop')(place);
      await later(place, 60);
      await untilWake(place);
    },
    act: deliver,
  },
];

const notYours = da.refusals['not-yours'];
/** Whoever tries again is not told that it is none of their business. */
const toldOff = ({ world, members }: Place) =>
  members.filter((user) => JSON.stringify(world.slack.views(user)).includes(notYours));

async function expectNextLooksScheduled({ world, channel, members }: Place): Promise<void> {
  const pending = [...world.wakes.queued(), ...world.wakes.scheduled()].map(({ at, body }) => [at, body]);
  const group = await world.store.group({ tenant: team, channel });
  const people = await Promise.all(members.map((user) => world.store.person({ tenant: team, user })));
  for (const [id, one] of [
    [channel, group] as const,
    ...members.map((user, index) => [user, people[index]] as const),
  ]) {
    if (one?.wakeAt === undefined) continue;
    expect(one.wakeAt > world.clock.now(), id).toBe(true);
    expect(pending).toContainEqual([one.wakeAt, expect.stringContaining(id)]);
  }
  expect(world.wakes.deadLetters()).toEqual([]);
}

/** The place as it is set up, for as often as it is asked for. */
async function prepared(setup: Act, people = three) {
  await world.startOver();
  world.webApi.faults.clear();
  world.clock.startAt(monday);
  world.boot();
  const place = newChannel(world, danes(...people));
  await setup(place);
  const faults = structuredClone([...world.webApi.faults]);
  const { putBack } = await snapshot(world, database);
  return {
    place,
    async again() {
      await putBack();
      world.webApi.faults.clear();
      for (const [method, list] of structuredClone(faults)) world.webApi.faults.set(method, list);
    },
  };
}

/** Every cut there is: until one no longer falls. */
async function* cuts(again: () => Promise<void>): AsyncGenerator<Guillotine> {
  for (let call = 0; ; call += 1) {
    for (const side of ['before', 'after'] as const) {
      await again();
      const guillotine = underTheKnife(world, { call, side });
      yield guillotine;
      if (guillotine.fell === undefined) return;
    }
  }
}

describe.each(acts)('killed while $says', ({ setup, act, people }) => {
  it('it has happened or it has not, and a second try makes it so', async () => {
    const { place, again } = await prepared(setup, people);
    const before = await kept(place);
    await act(place);
    const after = await kept(place);
    await recover(world);
    const [end, messages] = [await kept(place), written(place)];
    expect(after).not.toEqual(before);

    const fell = new Set<string>();
    for await (const guillotine of cuts(again)) {
      const isDone = await act(place).then(
        () => true,
        () => false,
      );
      const at = `${guillotine.fell?.side} ${guillotine.fell?.at}`;
      fell.add(at);
      expect(isDone ? [after] : [before, after], at).toContainEqual(await kept(place));
      world.boot();
      // Anything else must go through now.
      if (!isDone) await act(place).catch(orItIsDone);
      expect(await kept(place), at).toEqual(after);
      expect(toldOff(place), at).toEqual([]);
      await recover(world);
      expect(await kept(place), at).toEqual(end);
      expect(written(place).sort(), at).toEqual(messages.sort());
      await expectChannelSaysWhatIsStored(place);
      await expectNextLooksScheduled(place);
    }
    for (const call of ['store.group', 'store.saveGroup']) expect(fell).toContain(`before ${call}`);
    expect(fell).toContain('after store.saveGroup');
  });
});

/** The table can be read, and takes nothing. */
function withoutWriting(): void {
  world.boot((name, part) =>
    name !== 'store'
      ? part
      : new Proxy(part, {
          get: (target, key) =>
            key === 'saveGroup' ? () => Promise.reject(new Error('Down')) : Reflect.get(target, key),
        }),
  );
}

/** A button that is gone was replaced by what had happened. */
const orItIsDone = (error: unknown) => expect(String(error)).toContain('No button');

describe.each(acts)('not killed while $says', ({ setup, act, people }) => {
  it('it is said that it wasn’t saved, it can be sent again, and twice is once', async () => {
    const { place, again } = await prepared(setup, people);
    const before = await kept(place);
    await act(place);
    const after = await kept(place);

    await again();
    withoutWriting();
    await act(place).catch(() => undefined);
    expect(await kept(place)).toEqual(before);
    expect(JSON.stringify(place.members.map((user) => world.slack.views(user)))).toContain('ref-1');
    world.boot();
    await act(place);
    expect(await kept(place)).toEqual(after);

    await again();
    const open = place.members.map((user) => [user, world.slack.views(user)] as const);
    await act(place);
    const { version } = await groupOf(place);
    for (const [user, views] of open) world.slack.putViews(user, views);
    await act(place).catch(orItIsDone);
    expect(await kept(place)).toEqual(after);
    expect(toldOff(place)).toEqual([]);
    expect((await groupOf(place)).version).toBe(version);
  });
});

describe.each(wakes)('killed in $says', ({ setup, act, people }) => {
  it('the look comes back, and nothing is lost or repeated but what the design allows', async () => {
    const { place, again } = await prepared(setup, people);
    const before = await kept(place);
    await act(place);
    await recover(world);
    const end = await kept(place);
    const messages = written(place);
    expect([end, posts(place)]).not.toEqual([before, []]);

    for await (const guillotine of cuts(again)) {
      await act(place);
      world.boot();
      await recover(world);
      const at = `${guillotine.fell?.side} ${guillotine.fell?.at} (${guillotine.calls.length})`;
      expect(await kept(place), at).toEqual(end);
      const repeated = written(place);
      for (const channel of messages) {
        expect(repeated, at).toContain(channel);
        repeated.splice(repeated.indexOf(channel), 1);
      }
      expect(repeated.length, at).toBeLessThanOrEqual(mayRepeat(guillotine) ? 1 : 0);
      await expectChannelSaysWhatIsStored(place);
      await expectNextLooksScheduled(place);
    }
  });
});
