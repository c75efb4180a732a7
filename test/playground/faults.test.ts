import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../playground/faults.ts';
import { botToken } from '../../playground/slack/web-api.ts';
import type { World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { agreedLive, mette, openLive, pointValues, storedPerson } from '../support/live.ts';

/** Faults on demand: what they do at the wire, and what people meet then. */

let world: World;
afterEach(() => world.close());

async function live() {
  const opened = await openLive();
  world = opened.world;
  return opened;
}

const url = () => world.slack.responseUrls.base.replace('response/', 'api/');
const post = (method: string, args: object) =>
  fetch(`${url()}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
    signal: AbortSignal.timeout(300),
  });
const say = () => post('chat.postMessage', { channel: mette.id, text: 'Hej' });
const said = () => world.slack.messages().length;

describe('a call to Slack', () => {
  const answered: [Fault, object][] = [
    [{ kind: 'busy', retryAfter: 7 }, { status: 429 }],
    [{ kind: 'status', status: 503 }, { status: 503 }],
    [{ kind: 'refuse', error: 'token_revoked' }, { status: 200 }],
  ];
  it.each(answered)('that gets %j is answered so, and has no effect', async (fault, answer) => {
    await live();
    world.faults.arm('chat.postMessage', fault, 1);
    expect(await say()).toMatchObject(answer);
    expect(said()).toBe(0);
    expect(await say()).toMatchObject({ status: 200 });
    expect(said()).toBe(1);
  });

  const unanswered: [Fault['kind'], number][] = [
    ['hang', 0],
    ['cut', 0],
    ['lost', 1],
  ];
  it.each(unanswered)('that gets “%s” has no answer, and this many effects: %i', async (kind, effects) => {
    await live();
    world.faults.arm('chat.postMessage', { kind } as Fault, 1);
    await expect(say()).rejects.toThrow();
    expect(said()).toBe(effects);
  });

  it('of any method gets what is armed for all of them, as often as that is', async () => {
    await live();
    world.faults.arm('slack.*', { kind: 'status', status: 500 }, 2);
    expect(await say()).toMatchObject({ status: 500 });
    expect(await post('users.info', { user: mette.id })).toMatchObject({ status: 500 });
    expect(await post('users.info', { user: mette.id })).toMatchObject({ status: 200 });
  });
});

const broken: [string, Fault][] = [
  ['is too busy', { kind: 'busy', retryAfter: 1 }],
  ['is down', { kind: 'status', status: 500 }],
  ['says no', { kind: 'refuse', error: 'AccessDeniedException' }],
  ['is cut off', { kind: 'cut' }],
];

async function atTheFirstPoint() {
  const { mette: hands } = await live();
  await hands.command('aftale');
  return hands;
}
const unsaved = expect.stringContaining('Det blev ikke gemt. Din tekst står her stadig.');
const outcome = (view: string) => world.client.submit(mette.id, view, pointValues('Ro'));
const draftOf = async () => (await world.store.person({ tenant: 'T0HAVNBY', user: mette.id }))?.draft;

describe('a form', () => {
  it.each(broken)(
    'stays with its sentence when the store %s, and is saved by the next press',
    async (_, fault) => {
      const hands = await atTheFirstPoint();
      const { id } = hands.view();
      world.faults.arm('dynamodb.PutItem', fault, fault.kind === 'refuse' ? 1 : 2);
      expect(await outcome(id)).toEqual({ ok: true });
      expect(Object.values(hands.view().errors)).toEqual([unsaved]);
      expect(hands.view().id).toBe(id);
      expect(await draftOf()).toBeUndefined();
      expect(await outcome(id)).toEqual({ ok: true });
      expect(await draftOf()).toBeDefined();
    },
  );

  it.each(broken)('stays with its sentence when the queue %s, and nothing is written', async (_, fault) => {
    const hands = await atTheFirstPoint();
    world.faults.arm('sqs.SendMessage', fault, 1);
    await outcome(hands.view().id);
    expect(Object.values(hands.view().errors)).toEqual([unsaved]);
    expect(await draftOf()).toBeUndefined();
  });

  it('is saved once when the store’s answer is lost: the second attempt finds its own write', async () => {
    const hands = await atTheFirstPoint();
    const { id } = hands.view();
    world.faults.arm('dynamodb.PutItem', { kind: 'lost' }, 1);
    await outcome(id);
    expect(hands.view()).toMatchObject({ errors: {} });
    expect(hands.view().id).not.toBe(id);
    expect(await draftOf()).toBeDefined();
  });

  it('that the app never answers stays open, and may be sent again', async () => {
    const hands = await atTheFirstPoint();
    const { id } = hands.view();
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'lost' }] as const) {
      world.faults.arm('app.request', fault, 1);
      expect(await outcome(id)).toMatchObject({ ok: false });
      expect(hands.view()).toMatchObject({ id, errors: {} });
    }
    expect(await outcome(id)).toEqual({ ok: true });
    expect(hands.view().id).not.toBe(id);
  });
});

describe('what happens by itself', () => {
  it.each(['dynamodb.*', 'scheduler.CreateSchedule', 'slack.*'])(
    'comes a little later when %s is away for a while',
    async (target) => {
      const opened = await agreedLive();
      world = opened.world;
      world.faults.arm(target, { kind: 'cut' }, 3);
      await world.goTo(addSeconds(opened.slot, 20 * 60));
      expect(world.faults.get(target)).toEqual([]);
      const prompts = opened.mette.messages().filter(({ author }) => author === 'app');
      expect(prompts.map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
      expect((await storedPerson(world, mette.id)).prompt?.state).toBe('sent');
      expect(world.wakes.deadLetters()).toEqual([]);
    },
  );

  it('an event that the app didn’t take comes again when time goes on', async () => {
    await live();
    world.faults.arm('app.request', { kind: 'status', status: 502 }, 2);
    await world.client.openHome(mette.id);
    expect(world.slack.home(mette.id)).toBeUndefined();
    await world.goTo(addSeconds(world.clock.now(), 60));
    expect(world.slack.home(mette.id)).toBeDefined();
  });
});
