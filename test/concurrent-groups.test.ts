import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../local/database.ts';
import type { FakeView } from '../playground/slack/state.ts';
import { tableName, World } from '../playground/world.ts';
import { addSeconds } from '../shared/domain/time.ts';
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
  pressPost,
  pressTop,
  say,
  send,
  until,
  written,
} from './support/group.ts';
import { answerPage, answerTest, begunTest, openBegin, openTest, six, wants } from './support/group-test.ts';
import { snapshot } from './support/knife.ts';

/**
 * Two things at the same moment in a group end as if one had come after the other: also when both have read before either
 * writes. Each scenario is set up once and put back.
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
type Scenario = { says: string; setup: Act; one: Act; other: Act; people?: string[] };
const three = ['Mette Holm', 'Karen Friis', 'Ole Lund'];

const who = ({ members }: Place, index: number) => members[index] ?? '';
const by =
  (index: number, act: (place: Place, user: string) => Promise<unknown>): Act =>
  (place) =>
    act(place, who(place, index));

const look: Act = ({ world: { wakes, handleWorker } }) => wakes.deliverDue(handleWorker);
const untilWake: Act = async (place) => until(place, (await groupOf(place)).wakeAt);

/** In the open round Mette has contributed; Karen and Ole have the form open. */
const contributing: Act = async (place) => {
  await madeGroup(place);
  await openRound(place);
  await contribute(place, who(place, 0), { worked: 'Vi ringede' }, ['3', '4']);
  await later(place, 60);
  for (const index of [1, 2]) done(await say(place, who(place, index), 'runde'));
};
const untilClosing: Act = async (place) => {
  await contributing(place);
  await untilWake(place);
};
const viewing =
  (setup: Act, ...those: number[]): Act =>
  async (place) => {
    await setup(place);
    for (const index of those) await openGroup(place, who(place, index));
  };
const contributes = (index: number, words: string) =>
  by(index, (place, user) => send(place, user, { adjust: words }));
const opening = async (place: Place) => postOf(place, (await groupOf(place)).round?.opening?.ts);
const closes: Act = async (place) =>
  done(await pressPost(place, who(place, 0), await opening(place), 'round.close'));
const presses = (index: number, action: string) => by(index, (place, user) => pressTop(place, user, action));
const points = (place: Place, first: number, second: number) => ({
  ...{ 'title-1': `Et punkt af ${first}`, 'result-1': 'Ro', 'responsible-1': who(place, first) },
  ...{ 'title-2': 'Et andet', 'result-2': 'Luft', 'responsible-2': who(place, second) },
});
/** Both forms of a new agreement, up to the last. */
const aboutToMake =
  (...those: number[]): Act =>
  async (place) => {
    for (const index of those) {
      done(await say(place, who(place, index), 'gruppe'));
      await send(place, who(place, index), { members: place.members });
    }
  };
const makes = (index: number): Act => by(index, (place, user) => send(place, user, points(place, index, 2)));
/** The form once more, from another device: as it was. */
const again = (act: Act, user: (place: Place) => string): Act => {
  return async (place) => {
    const view = structuredClone(lastOf(place.world.slack.views(user(place)))) as FakeView;
    await act(place).catch(() => undefined);
    place.world.slack.putViews(user(place), [view]);
  };
};
const promised: Act = async (place) => {
  await contributing(place);
  await closeRound(place);
  await openGroup(place, who(place, 0));
  await pressTop(place, who(place, 0), 'commitment.make');
  await send(place, who(place, 0), { text: 'Ringe til Ida', owner: who(place, 1), due: '2026-12-20' });
  await later(place, 60);
};

const mind = wants('room', 'frames', 'learning');
/** All but those have answered, and those are on the last page. */
const onLastPage =
  (...those: number[]): Act =>
  async (place) => {
    await begunTest(place);
    for (const [index, user] of place.members.entries()) {
      if (!those.includes(index)) await answerTest(place, user, mind);
      else {
        await openTest(place, user);
        for (const _ of [1, 2]) await answerPage(place, user, mind);
      }
    }
    await later(place, 60);
  };
const answers = (index: number): Act => by(index, (place, user) => answerPage(place, user, mind));
const begins = (index: number): Act =>
  by(index, (place, user) => send(place, user, { members: place.members }));
const closesTest: Act = by(0, (place, user) => pressTop(place, user, 'group-test.close'));
const aboutToClose: Act = async (place) => {
  await onLastPage(4, 5)(place);
  await openTest(place, who(place, 0));
};
const names = (index: number, theme: string): Act => by(index, (place, user) => send(place, user, { theme }));
const naming: Act = async (place) => {
  await begunTest(place);
  for (const index of [1, 2]) done(await say(place, who(place, index), 'test'));
};
const five = six.slice(0, 5);

const scenarios: Scenario[] = [
  {
    says: 'two who begin a test',
    setup: async (place) => {
      for (const index of [0, 1]) await openBegin(place, who(place, index));
    },
    one: begins(0),
    other: begins(1),
    people: five,
  },
  {
    says: 'the two last answers of a test',
    setup: onLastPage(3, 4),
    one: answers(3),
    other: answers(4),
    people: five,
  },
  {
    says: 'an answer and the closing of a test by hand',
    setup: aboutToClose,
    one: answers(4),
    other: closesTest,
    people: six,
  },
  {
    says: 'an answer and the closing of a test in time',
    setup: async (place) => {
      await onLastPage(4)(place);
      await untilWake(place);
    },
    one: answers(4),
    other: look,
    people: five,
  },
  {
    says: 'two looks at one wake that closes a test',
    setup: async (place) => {
      await onLastPage(5)(place);
      await untilWake(place);
    },
    one: look,
    other: look,
    people: six,
  },
  { says: 'two who name a theme', setup: naming, one: names(1, 'trust'), other: names(2, 'room') },
  {
    says: 'an agreement that is made and a test that is begun',
    setup: async (place) => {
      await openBegin(place, who(place, 1));
      await aboutToMake(0)(place);
    },
    one: makes(0),
    other: begins(1),
    people: five,
  },
  {
    says: 'two contributions',
    setup: contributing,
    one: contributes(1, 'Kortere møder'),
    other: contributes(2, 'Færre møder'),
  },
  {
    says: 'a contribution and a closing by hand',
    setup: contributing,
    one: contributes(1, 'Kortere møder'),
    other: closes,
  },
  {
    says: 'a contribution and a closing in time',
    setup: untilClosing,
    one: contributes(1, 'Kortere møder'),
    other: look,
  },
  { says: 'a closing by hand and one in time', setup: untilClosing, one: closes, other: look },
  { says: 'two looks at one wake that closes', setup: untilClosing, one: look, other: look },
  {
    says: 'two looks at one wake that opens',
    setup: async (place) => {
      await madeGroup(place);
      await untilWake(place);
    },
    one: look,
    other: look,
  },
  {
    says: 'two who open a round',
    setup: viewing(madeGroup, 0, 1),
    one: presses(0, 'round.open'),
    other: presses(1, 'round.open'),
  },
  {
    says: 'one who opens a round and the wake that does',
    setup: async (place) => {
      await viewing(madeGroup, 1)(place);
      await untilWake(place);
    },
    one: presses(1, 'round.open'),
    other: look,
  },
  { says: 'two who make an agreement', setup: aboutToMake(0, 1), one: makes(0), other: makes(1) },
  {
    says: 'somebody who leaves and is made the leader',
    setup: async (place) => {
      await viewing(madeGroup, 0, 1)(place);
      await pressTop(place, who(place, 0), 'group.members');
    },
    one: presses(1, 'group.leave'),
    other: by(0, (place, user) => send(place, user, { members: place.members, leader: who(place, 1) })),
  },
  {
    says: 'somebody who leaves and is handed the round',
    setup: async (place) => {
      await contributing(place);
      await pressPost(place, who(place, 0), await opening(place), 'round.hand-over');
      await openGroup(place, who(place, 1));
    },
    one: presses(1, 'group.leave'),
    other: by(0, (place, user) => send(place, user, { to: who(place, 1) })),
  },
  {
    says: 'somebody who leaves and is given a point',
    setup: async (place) => {
      await viewing(madeGroup, 0, 2)(place);
      await pressTop(place, who(place, 0), 'group.edit-point');
    },
    one: presses(2, 'group.leave'),
    other: by(0, async (place, user) => {
      const { agreement } = await groupOf(place);
      await send(place, user, { [`responsible-${agreement?.points[0].id}`]: who(place, 2) });
    }),
  },
  {
    says: 'two who take over',
    setup: async (place) => {
      await madeGroup(place);
      const leader = place.world.slack.user(who(place, 0));
      if (leader) await place.world.client.changeUser({ ...leader, isDeleted: true });
      await later(place, 120);
      for (const index of [1, 2]) await openGroup(place, who(place, index));
    },
    one: presses(1, 'group.take-over'),
    other: presses(2, 'group.take-over'),
  },
  {
    says: 'a contribution and the end',
    setup: async (place) => {
      await contributing(place);
      await openGroup(place, who(place, 0));
    },
    one: contributes(1, 'Kortere møder'),
    other: presses(0, 'group.stop'),
  },
  {
    says: 'an answer to what was promised and its taking over',
    setup: async (place) => {
      await promised(place);
      await openGroup(place, who(place, 1));
      await pressTop(place, who(place, 1), 'commitment.answer');
      await openGroup(place, who(place, 0));
    },
    one: by(1, (place, user) => send(place, user, { answer: 'done', said: 'Det gik' })),
    other: presses(0, 'group.stop'),
  },
  {
    says: 'another company that comes in and the wake that opens a round',
    setup: async (place) => {
      await madeGroup(place);
      await untilWake(place);
    },
    one: ({ world, channel }) => world.client.shareChannel(channel),
    other: look,
  },
  {
    says: 'another company that comes in and a contribution',
    setup: contributing,
    one: ({ world, channel }) => world.client.shareChannel(channel),
    other: contributes(1, 'Kortere møder'),
  },
];

/** Some are refused after others; what matters is where it ends. */
const attempt = (act: Act, place: Place) => act(place).catch(() => undefined);

/** The first to write a group waits for the other to come as far, or to be through with what it does. */
function meeting(): { free: () => void } {
  const { promise: met, resolve: free } = Promise.withResolvers<void>();
  let come = 0;
  world.boot((name, part) =>
    name !== 'store'
      ? part
      : new Proxy(part, {
          get: (target, key) => {
            const value: unknown = Reflect.get(target, key);
            if (key !== 'saveGroup' || typeof value !== 'function') return value;
            return async (...args: unknown[]) => {
              come += 1;
              if (come >= 2) free();
              await met;
              return Reflect.apply(value, target, args);
            };
          },
        }),
  );
  return { free };
}

type Ways = { inTurn: unknown[]; together: unknown; inLockstep: unknown };

async function endsOf({ setup, one, other, people = three }: Scenario): Promise<Ways> {
  await world.startOver();
  world.clock.startAt(monday);
  world.boot();
  const place = newChannel(world, danes(...people));
  await setup(place);
  const { putBack } = await snapshot(world, database);
  const ending = async (run: () => Promise<unknown>) => {
    await putBack();
    await run();
    world.boot();
    await later(place, 20 * 60);
    await expectChannelSaysWhatIsStored(place);
    expect(world.wakes.deadLetters()).toEqual([]);
    return { kept: await kept(place), written: written(place).sort() };
  };
  const inTurn = [
    await ending(async () => {
      await attempt(one, place);
      await attempt(other, place);
    }),
    await ending(async () => {
      await attempt(other, place);
      await attempt(one, place);
    }),
  ];
  const both = () => Promise.all([attempt(one, place), attempt(other, place)]);
  const together = await ending(both);
  const inLockstep = await ending(async () => {
    const { free } = meeting();
    const through = (act: Act) => attempt(act, place).then(free);
    await Promise.all([through(one), through(other)]);
  });
  return { inTurn, together, inLockstep };
}

describe('at once', () => {
  it.each(scenarios)('$says end as if one came after the other', async (scenario) => {
    const { inTurn, together, inLockstep } = await endsOf(scenario);
    expect(inTurn).toContainEqual(together);
    expect(inTurn).toContainEqual(inLockstep);
  });

  it.each([
    { says: 'a contribution', setup: contributing, act: contributes(1, 'Kortere møder'), user: 1 },
    { says: 'a new agreement', setup: aboutToMake(0), act: makes(0), user: 0 },
  ])('$says sent twice is one', async ({ setup, act, user }) => {
    const of = (place: Place) => who(place, user);
    const { inTurn, together, inLockstep } = await endsOf({
      ...{ says: '', setup },
      one: again(act, of),
      other: again(act, of),
    });
    expect([together, inLockstep]).toEqual([inTurn[0], inTurn[0]]);
  });
});

/** A look that was held up must not leave its schedule in the place of a newer one, nor post what is posted by then. */
it('a look that is held up finds out that it is late', async () => {
  await world.startOver();
  world.clock.startAt(monday);
  world.boot();
  const place = newChannel(world, danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
  await untilClosing(place);
  const { free } = meeting();
  const held = look(place);
  await new Promise((resolve) => setTimeout(resolve, 50));
  world.boot();
  await send(place, who(place, 1), { adjust: 'Kortere møder' });
  free();
  await held;
  await later(place, 600);
  await expectChannelSaysWhatIsStored(place);
  const { wakeAt, round } = await groupOf(place);
  expect(round?.contributions.map(({ by: user }) => user)).toEqual([who(place, 0), who(place, 1)]);
  expect(wakeAt !== undefined && wakeAt > addSeconds(world.clock.now(), 0)).toBe(true);
  const scheduled = [...world.wakes.queued(), ...world.wakes.scheduled()];
  expect(scheduled.some(({ at, body }) => at === wakeAt && body.includes(place.channel))).toBe(true);
});
