import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../local/database.ts';
import { type FakeView, type Json, team } from '../playground/slack/state.ts';
import { tableName, World } from '../playground/world.ts';
import { addSeconds } from '../shared/domain/time.ts';
import { essence } from './support/essence.ts';
import {
  askValues,
  begins,
  checkInValues,
  Hands,
  james,
  karen,
  mette,
  peopleValues,
  replyValues,
} from './support/live.ts';

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

const pairsOf = (all: Record<string, Act>) => {
  const names = Object.keys(all);
  return names.flatMap((one, index) => names.slice(index).map((other) => [one, other] as const));
};

const everybody = [mette, karen, james];
const handsOf = ({ slack, client }: World, { id }: typeof mette) => new Hands(id, slack, client);

async function emptyWorld(): Promise<{ world: World; hands: Hands }> {
  const world = await World.open({ standsAt: begins, database });
  for (const user of everybody) world.slack.putUser(user);
  await world.startOver();
  world.clock.startAt(begins);
  for (const user of everybody) world.slack.putUser(user);
  return { world, hands: handsOf(world, mette) };
}

async function openWorld(): Promise<{ world: World; hands: Hands }> {
  const { world, hands } = await emptyWorld();
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

describe.each(pairsOf(acts))('%s and %s at once', (one, other) => {
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

/** A button of one of them, in a message of theirs: on whatever device, their open form is another's. */
async function click(world: World, { id }: typeof mette, action_id: string, value: string): Promise<void> {
  const channel = id.replace(/^U/, 'D');
  const { ts } = world.slack.messages().find((message) => message.channel === channel) ?? { ts: '' };
  const button = { type: 'button', block_id: 'b', action_id, value };
  const outcome = await world.client.press(id, { channel, ts }, button, {});
  if (!outcome.ok) throw new Error(outcome.error);
}

const partnership = `${mette.id} partner`;
const theAsk = async ({ store }: World) =>
  (await store.person({ tenant: team, user: mette.id }))?.agreement?.asks?.[0]?.id ?? '';

/** The forms that were open at first: each submission comes from a device of its own. */
const forms = new WeakMap<World, Map<string, FakeView>>();
let devices = 0;
async function submit(world: World, who: typeof mette, values: Json): Promise<void> {
  const form = forms.get(world)?.get(who.id);
  if (form === undefined) throw new Error('No form was open');
  devices += 1;
  world.slack.putViews(who.id, [{ ...form, hash: `1.h${devices}` }]);
  await handsOf(world, who).submit(values);
}

const named: Record<string, Act> = {
  'the naming of nobody': (_, world) => submit(world, mette, peopleValues('')),
  'the naming of another manager': (_, world) => submit(world, mette, peopleValues(james.id)),
  'a wake': (_, world) => world.wakes.deliverDue(world.handleWorker),
};

/** James was invited. */
const invited: Record<string, Act> = {
  'an acceptance': (_, world) => click(world, james, 'partner.accept', partnership),
  'a refusal': (_, world) => click(world, james, 'partner.decline', partnership),
  ...named,
};

/** Karen was asked, and has the form open; James has said yes. */
const asked: Record<string, Act> = {
  'a withdrawal': async (_, world) =>
    click(world, mette, 'ask.withdraw', `${mette.id} ${await theAsk(world)}`),
  'a yes': async (_, world) => submit(world, karen, replyValues(await theAsk(world), 'yes')),
  'a “let’s talk”': async (_, world) =>
    submit(world, karen, replyValues(await theAsk(world), 'talk', '2026-12-01')),
  'a leaving': (_, world) => click(world, james, 'inbox.leave', partnership),
  'a “we have talked”': (_, world) => click(world, james, 'inbox.talked', partnership),
  ...named,
};

async function aroundMette(isAccepted: boolean): Promise<{ world: World; hands: Hands }> {
  const { world, hands } = await emptyWorld();
  for (const { id } of everybody)
    world.slack.addMessage({ channel: id.replace(/^U/, 'D'), author: 'app', text: 'Hej', blocks: [] });
  await hands.agree({ rhythm: '2' });
  await hands.command('aftale');
  await hands.pressInView('agreement.people');
  await hands.submit(peopleValues(karen.id, james.id));
  await hands.pressInView('agreement.ask', '1');
  await hands.submit(askValues(karen.id));
  if (isAccepted) await click(world, james, 'partner.accept', partnership);
  await world.goTo(addSeconds(begins, 600));
  await click(world, karen, 'inbox.ask', `${mette.id} ${await theAsk(world)}`);
  await click(world, mette, 'agreement.people', '');
  const open = [mette, karen].map(({ id }) => [id, handsOf(world, { ...mette, id }).view()] as const);
  forms.set(world, new Map(open));
  for (const { id } of everybody) await world.wakes.soon({ tenant: team, user: id }, 0);
  return { world, hands };
}

/** What is kept of each and how often they were written to, when everybody has heard of everything. */
async function endAround(isAccepted: boolean, run: (hands: Hands, world: World) => Promise<unknown>) {
  const { world, hands } = await aroundMette(isAccepted);
  await run(hands, world);
  await world.goTo(addSeconds(world.clock.now(), 30 * 60));
  const people = await Promise.all(
    everybody.map(async ({ id: user }) => essence(await world.store.person({ tenant: team, user }))),
  );
  const written = everybody.map(({ id }) => handsOf(world, { ...mette, id }).messages().length);
  const dead = world.wakes.deadLetters();
  await world.close();
  return { people, written, dead };
}

describe.each([
  { when: 'James was invited', all: invited, isAccepted: false },
  { when: 'James is a partner', all: asked, isAccepted: true },
])('when $when and Karen was asked', ({ all, isAccepted }) => {
  it.each(Object.keys(all).filter((name) => name !== 'a wake'))(
    '%s alone makes a difference',
    async (name) => {
      const nothing = await endAround(isAccepted, async () => undefined);
      const something = await endAround(
        isAccepted,
        (hands, world) => all[name]?.(hands, world) ?? Promise.resolve(),
      );
      expect(something.people).not.toEqual(nothing.people);
    },
  );

  it.each(pairsOf(all))('%s and %s at once end as if one came after the other', async (one, other) => {
    const inTurn = (first: string, second: string) =>
      endAround(isAccepted, async (hands, world) => {
        await attempt(all[first], hands, world);
        await attempt(all[second], hands, world);
      });
    const ends = [await inTurn(one, other), await inTurn(other, one)];
    const together = await endAround(isAccepted, (hands, world) =>
      Promise.all([attempt(all[one], hands, world), attempt(all[other], hands, world)]),
    );
    expect(ends).toContainEqual(together);
  });
});
