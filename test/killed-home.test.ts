import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../local/database.ts';
import { type Json, team } from '../playground/slack/state.ts';
import { tableName, World } from '../playground/world.ts';
import { printOf } from '../shared/print.ts';
import { textsIn } from '../shared/texts/index.ts';
import { homeView } from '../shared/views/home.ts';
import { recover, underTheKnife } from './support/knife.ts';
import { begins, Hands, mette } from './support/live.ts';

/** Killed before and after every call to the world outside, whoever has a Home has a true one in the end. */
let database: Database;
beforeAll(async () => {
  database = await openDatabase(tableName);
});
afterAll(() => database.close());

type Act = (world: World, hands: Hands) => Promise<unknown>;
type Scenario = { says: string; setup: Act; act: Act };

const open: Act = (world) => world.client.openHome(mette.id);
const agreed: Act = async (world, hands) => {
  await hands.agree();
  await world.goTo('2026-11-24T09:01:00Z');
};
const withHome: Act = async (world, hands) => {
  await agreed(world, hands);
  await open(world, hands);
};
const deliver: Act = (world) => world.wakes.deliverDue(world.handleWorker);

const scenarios: Scenario[] = [
  { says: 'somebody new opens it', setup: async () => {}, act: open },
  { says: 'somebody with an agreement opens it', setup: agreed, act: open },
  {
    says: 'it is brought up to date after an act',
    setup: async (world, hands) => {
      await withHome(world, hands);
      await hands.command('pause 10/12');
      world.clock.goTo('2026-11-24T09:01:20Z');
    },
    act: deliver,
  },
  {
    says: 'a message is sent, and it is brought up to date after it',
    setup: async (world, hands) => {
      await withHome(world, hands);
      const { wakeAt = '' } = (await stored(world)) ?? {};
      world.clock.goTo(wakeAt);
    },
    act: deliver,
  },
];

const stored = (world: World) => world.store.person({ tenant: team, user: mette.id });

async function openWorld(setup: Act): Promise<World> {
  const world = await World.open({ standsAt: begins, database });
  // The engine is shared: what another world left there goes with its people.
  world.slack.putUser(mette);
  await world.startOver();
  world.clock.startAt(begins);
  world.slack.putUser(mette);
  await run(setup, world);
  return world;
}

const run = (act: Act, world: World) => act(world, new Hands(mette.id, world.slack, world.client));

/** Slack's Home without the names that Slack gives to blocks. */
function inSlack(world: World): Json[] {
  const blocks = (world.slack.home(mette.id)?.view['blocks'] ?? []) as Json[];
  return blocks.map(({ block_id, ...block }) =>
    /^b\d+$/.test(String(block_id)) ? block : { block_id, ...block },
  );
}

async function expectTrueHome(world: World): Promise<void> {
  const person = await stored(world);
  if (person === undefined) throw new Error('Nobody');
  const view = homeView(person, world.clock.now(), textsIn(person.profile.language));
  expect(person.home).toEqual({ painted: printOf(view) });
  expect(inSlack(world)).toEqual(view.blocks);
  expect(world.wakes.deadLetters()).toEqual([]);
}

describe.each(scenarios)('killed while $says', ({ setup, act }) => {
  test('it is true in the end', async () => {
    const fell: string[] = [];
    for (let call = 0, isAlive = false; !isAlive; call += 1) {
      for (const side of ['before', 'after'] as const) {
        const world = await openWorld(setup);
        const guillotine = underTheKnife(world, { call, side });
        await run(act, world);
        isAlive = guillotine.fell === undefined;
        if (guillotine.fell) fell.push(guillotine.fell.at);
        world.boot();
        // Who saw nothing opens it again; a look comes back by itself.
        if (act === open) await run(open, world);
        await recover(world);
        await expectTrueHome(world);
        await world.close();
      }
    }
    expect(fell).toEqual(expect.arrayContaining(['slack.publishHome', 'store.save']));
  });
});
