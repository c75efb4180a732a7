import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../playground/database.ts';
import { team } from '../playground/slack/state.ts';
import { tableName, World } from '../playground/world.ts';
import { essence } from './support/essence.ts';
import { begins, checkInValues, Hands, mette } from './support/live.ts';

/**
 * Two things at the same moment end as if one had come after the other. A prompt waits, its answer is being written, and a
 * wake lies in the queue.
 */
let database: Database;
beforeAll(async () => {
  database = await openDatabase(tableName);
});
afterAll(() => database.close());

type Act = (hands: Hands, world: World) => Promise<unknown>;

const acts: Record<string, Act> = {
  'an answer': (hands) => hands.submit(checkInValues('4', 'Det holdt')),
  'a skip': (hands) => hands.press('prompt.skip'),
  'a "tomorrow"': (hands) => hands.press('prompt.tomorrow'),
  'a pause': (hands) => hands.command('pause 2027-01-04'),
  'a resume': (hands) => hands.command('genoptag'),
  'a move to another zone': (_, { client }) => client.changeUser({ ...mette, zone: 'America/New_York' }),
  'a wake': (_, world) => world.wakes.deliverDue(world.handleWorker),
};

const names = Object.keys(acts);
const pairs = names.flatMap((one, index) => names.slice(index).map((other) => [one, other] as const));

async function openWorld(): Promise<{ world: World; hands: Hands }> {
  const world = await World.open({ standsAt: begins, database });
  world.slack.putUser(mette);
  await world.startOver();
  world.clock.startAt(begins);
  world.slack.putUser(mette);
  const hands = new Hands(mette.id, world.slack, world.client);
  await hands.agree({ rhythm: '2' });
  await world.goToNext();
  await hands.press('open.check-in');
  await world.wakes.soon({ tenant: team, user: mette.id }, 0);
  return { world, hands };
}

/** Some are refused after others; what matters is where it ends. */
const attempt = (act: Act | undefined, hands: Hands, world: World) =>
  act?.(hands, world).catch(() => undefined) ?? Promise.resolve();

async function endOf(run: (hands: Hands, world: World) => Promise<unknown>): Promise<unknown> {
  const { world, hands } = await openWorld();
  await run(hands, world);
  const person = essence(await world.store.person({ tenant: team, user: mette.id }));
  const prompts = hands.messages().filter(({ reader }) => reader === undefined).length;
  await world.close();
  return { person, prompts };
}

describe.each(pairs)('%s and %s at once', (one, other) => {
  it('end as if one came after the other', async () => {
    const inTurn = (first: string, second: string) =>
      endOf(async (hands, world) => {
        await attempt(acts[first], hands, world);
        await attempt(acts[second], hands, world);
      });
    const ends = [await inTurn(one, other), await inTurn(other, one)];
    const together = await endOf((hands, world) =>
      Promise.all([attempt(acts[one], hands, world), attempt(acts[other], hands, world)]),
    );
    expect(ends).toContainEqual(together);
  });
});
