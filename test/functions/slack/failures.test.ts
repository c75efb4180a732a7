import { inspect } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SlackDeps } from '../../../functions/slack/app.ts';
import type { Fault } from '../../../playground/faults.ts';
import type { Json } from '../../../playground/slack/state.ts';
import { viewPayload } from '../../../playground/slack/views.ts';
import { tableName, World } from '../../../playground/world.ts';
import { dynamoStore } from '../../../shared/store/dynamo.ts';
import { danes, newChannel, type Place } from '../../support/group.ts';
import {
  answerPage,
  assessmentOf,
  begunTest,
  chosenOn,
  openTest,
  six,
  wants,
} from '../../support/group-test.ts';
import {
  appBeside,
  blocksOf,
  command,
  commandForm,
  dms,
  english,
  envelope,
  event,
  filled,
  form,
  formType,
  known,
  lastOf,
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  pressIn,
  readable,
  recording,
  submit,
  titleOf,
  top,
  views,
  whispers,
} from './support.ts';

const chosen = (value: string | null) => ({
  value: { type: 'radio_buttons', selected_option: value === null ? null : { value } },
});

/** A sentence for everything that can break, in time, and nothing half-written behind it. */

let world: World;
let apps: { close: () => Promise<void> }[] = [];
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  await world.close();
});

const logged = recording();

/** The app with something of it broken. */
async function broken(exchanged: Partial<SlackDeps> = {}) {
  const app = await appBeside(world, { log: logged.log, ...exchanged });
  apps.push(app);
  return app;
}

/** Nobody listens there. */
const deadStore = () =>
  dynamoStore(
    new DynamoDBClient({
      endpoint: 'http://127.0.0.1:9',
      region: 'eu-west-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    }),
    tableName,
  );

/** Slow as the sea: what it does comes after the answer. */
const never = <T>(): Promise<T> => new Promise<T>(() => {});

const noQueue: SlackDeps['soon'] = () => Promise.reject(new Error('No queue'));

const both = (danish: string, other: string) => new RegExp(`^${danish}.* / ${other}`);
const failedDanish = 'Det lykkedes ikke lige nu. Prøv igen om lidt. (Reference: ref-1)';
const failedEnglish = 'Something went wrong. Try again shortly. (Reference: ref-1)';
const unsavedDanish = 'Det blev ikke gemt. Din tekst står her stadig. Prøv igen om lidt. (Reference: ref-1)';
const unsavedEnglish = "It wasn't saved. Your text is still here; try again shortly. (Reference: ref-1)";

const point = { title: 'Et punkt', 'first-step': 'Et skridt' };
const answers = { 'progress-1': '3', 'progress-2': '4' };

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  expect(await act()).toEqual({ ok: true });
  return (performance.now() - begun) / 1000;
}

async function leader(more: Parameters<typeof newUser>[1] = {}): Promise<string> {
  const user = newUser(world, more);
  await makeAgreement(world, user);
  return user;
}

async function asked(): Promise<string> {
  const user = await leader();
  await world.goTo('2026-12-08T09:00:00Z');
  return user;
}

const lastDm = (user: string) => lastOf(dms(world, user));

describe('a command that fails', () => {
  const refused: Fault = { kind: 'refuse', error: 'expired_trigger_id' };
  const unknownToUs: Fault = { kind: 'refuse', error: 'internal_error' };
  const twice = (fault: Fault) => [fault, fault];
  test.each<[string, string, Fault[]]>([
    ['Slack refuses the modal', 'views.open', [refused]],
    ['Slack stumbles', 'views.open', [unknownToUs]],
    ['Slack answers 500, twice', 'views.open', twice({ kind: 'status', status: 500 })],
    ['Slack answers 503, twice', 'views.open', twice({ kind: 'status', status: 503 })],
    ['Slack is busy', 'views.open', [{ kind: 'busy', retryAfter: 30 }]],
    ['Slack hangs', 'views.open', twice({ kind: 'hang' })],
  ])('has a sentence in its author’s language, in time, when %s', async (_, method, faults) => {
    const user = await leader(english);
    const app = await broken();
    app.webApi.faults.set(method, faults);
    expect(await seconds(() => command(world, user, 'agreement', app))).toBeLessThan(3);
    expect(whispers(world, user).map(({ text }) => text)).toEqual([failedEnglish]);
    expect(views(world, user)).toEqual([]);
  });

  test('speaks both languages when the store can’t say whose', async () => {
    const user = await leader();
    await command(world, user, 'aftale', await broken({ store: deadStore() }));
    expect(lastOf(whispers(world, user)).text).toBe(`${failedDanish} / ${failedEnglish}`);
  });

  test('speaks both languages when Slack doesn’t know its author', async () => {
    const user = newUser(world);
    const app = await broken();
    app.webApi.faults.set('users.info', [{ kind: 'refuse', error: 'user_not_found' }]);
    await command(world, user, '', app);
    expect(lastOf(whispers(world, user)).text).toMatch(both('Det lykkedes ikke', 'Something went wrong'));
  });

  test('is answered in time when the store hangs', async () => {
    const user = await leader();
    const hanging = new Proxy(world.store, { get: () => never });
    const app = await broken({ store: hanging });
    expect(await seconds(() => command(world, user, '', app))).toBeLessThan(3);
    expect(lastOf(whispers(world, user)).text).toMatch(both('Det lykkedes ikke', 'Something went wrong'));
  });

  test('is answered in time when the function itself started late', async () => {
    const user = await leader();
    const app = await broken();
    app.webApi.faults.set('views.open', [{ kind: 'hang' }, { kind: 'hang' }]);
    const arrived = Date.now() - 1500;
    const sent = event({ body: form(commandForm(world, user, '')), contentType: formType });
    const begun = Date.now();
    const { body } = await app.handle({ ...sent, requestContext: { timeEpoch: arrived } });
    expect(Date.now() - begun).toBeLessThan(1500);
    expect(JSON.parse(body)).toEqual({ response_type: 'ephemeral', text: failedDanish });
  });

  test('succeeds when Slack stumbles only once', async () => {
    const user = await leader();
    const app = await broken();
    app.webApi.faults.set('views.open', [{ kind: 'status', status: 500 }]);
    await command(world, user, 'aftale', app);
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
    expect(whispers(world, user)).toEqual([]);
  });
});

describe('a form that can’t be saved', () => {
  const queueHangs = { soon: never<void> };
  test.each<[string, () => Partial<SlackDeps>]>([
    ['the queue is down', () => ({ soon: noQueue })],
    ['the queue hangs', () => queueHangs],
    [
      'the queue throws at once',
      () => ({
        soon: () => {
          throw new Error('No queue');
        },
      }),
    ],
    [
      'the write fails',
      () => ({ store: { ...world.store, save: () => Promise.reject(new Error('No table')) } }),
    ],
    ['others write first, every time', () => ({ store: { ...world.store, save: async () => undefined } })],
  ])('stays open, says so in its first field, and has written nothing, when %s', async (_, exchange) => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    const view = top(world, user);
    const app = await broken(exchange());
    expect(await seconds(() => submit(world, user, point, app))).toBeLessThan(3);
    expect(top(world, user)).toEqual({ ...view, errors: { title: unsavedDanish } });
    expect(await personOf(world, user)).toBeUndefined();
    await submit(world, user, point);
    expect(titleOf(top(world, user))).toBe('Andet punkt');
  });

  test.each(['aftale', 'opfølgning'])(
    '“%s” speaks both languages when the store can’t say whose',
    async (word) => {
      const user = word === 'aftale' ? newUser(world) : await leader();
      await command(world, user, word);
      const [first] = blocksOf(top(world, user)).filter(({ type }) => type === 'input');
      const typed = word === 'aftale' ? point : answers;
      expect(await submit(world, user, typed, await broken({ store: deadStore() }))).toEqual({ ok: true });
      expect(top(world, user).errors).toEqual({
        [first?.['block_id'] as string]: `${unsavedDanish} / ${unsavedEnglish}`,
      });
    },
  );

  test('of an agreement leaves the draft as it was', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    for (const typed of [point, point]) await submit(world, user, typed);
    const before = await known(world, user);
    await submit(world, user, {}, await broken({ soon: noQueue }));
    expect(top(world, user).errors).toEqual({ rhythm: unsavedDanish });
    expect(await known(world, user)).toEqual(before);
  });

  test('of an answer leaves the direct message as it was', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Svar nu', world);
    await submit(world, user, answers, await broken({ soon: noQueue }));
    expect(top(world, user).errors).toEqual({ 'progress-1': unsavedDanish });
    expect(lastDm(user)).toEqual(seen);
    expect((await known(world, user)).agreement?.checkIns).toEqual([]);
  });

  test('writes nothing after it said so: a queue that answers too late', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    let answered = Promise.resolve();
    const soon = () => {
      answered = new Promise((resolve) => setTimeout(resolve, 2700));
      return answered;
    };
    await submit(world, user, point, await broken({ soon }));
    expect(top(world, user).errors).toEqual({ title: unsavedDanish });
    await answered;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await personOf(world, user)).toBeUndefined();
  });
});

describe('a page of a group’s test', () => {
  const mind = wants('room', 'frames');
  async function onFirstPage(): Promise<{ place: Place; user: string }> {
    const place = newChannel(world, danes(...six));
    const [, user = ''] = place.members;
    await begunTest(place);
    await openTest(place, user);
    return { place, user };
  }

  test.each<[string, () => Partial<SlackDeps>]>([
    ['the queue is down', () => ({ soon: noQueue })],
    ['the queue hangs', () => ({ soon: never<void> })],
    [
      'the write fails, and its error quotes the answers',
      () => ({
        store: { ...world.store, saveGroup: (group) => Promise.reject(new Error(JSON.stringify(group))) },
      }),
    ],
    [
      'others write first, every time',
      () => ({ store: { ...world.store, saveGroup: async () => undefined } }),
    ],
  ])(
    'stays open, says so, has written nothing, and is taken when sent again, when %s',
    async (_, exchange) => {
      const { place, user } = await onFirstPage();
      const view = top(world, user);
      const { log, lines } = recording();
      const app = await broken({ ...exchange(), log });
      await submit(world, user, chosenOn(place, user, mind), app);
      const errors = { 'now-frames': unsavedDanish };
      expect(top(world, user)).toEqual({ ...view, errors });
      expect((await assessmentOf(place)).answers).toEqual([]);
      expect(lines.length).toBeGreaterThan(0);
      expect(JSON.stringify(lines)).not.toMatch(/now-|"frames|\\"frames/);
      await answerPage(place, user, mind);
      expect((await assessmentOf(place)).answers).toMatchObject([{ by: user, now: { frames: 2 } }]);
    },
  );

  test.each<[string, (values: Json) => Json]>([
    ['a rating there is not', (values) => ({ ...values, 'now-frames': chosen('9') })],
    ['a rating that is no number', (values) => ({ ...values, 'now-frames': chosen('constructor') })],
    [
      'a rating that is a list',
      (values) => ({ ...values, 'now-frames': { value: { selected_option: [] } } }),
    ],
    ['nothing chosen', (values) => ({ ...values, 'now-frames': chosen(null) })],
    ['a field that is no field', (values) => ({ ...values, 'now-frames': null })],
  ])('with %s is refused, and nothing of it is kept', async (_, wrong) => {
    const { place, user } = await onFirstPage();
    const values = filled(top(world, user), chosenOn(place, user, mind));
    await world.client.submit(user, top(world, user).id, wrong(values));
    expect(Object.keys(top(world, user).errors)).toEqual(['now-frames']);
    expect((await assessmentOf(place)).answers).toEqual([]);
  });

  test('with statements that aren’t the test’s keeps only those that are', async () => {
    const { place, user } = await onFirstPage();
    const values = filled(top(world, user), chosenOn(place, user, mind));
    const strange = { 'now-meaning': chosen('1'), 'now-__proto__': chosen('1'), 'helps-': chosen('1') };
    await world.client.submit(user, top(world, user).id, { ...values, ...strange });
    const [kept] = (await assessmentOf(place)).answers;
    expect(Object.keys(kept?.now ?? {})).toHaveLength(5);
    expect(kept).toMatchObject({ now: { frames: 2 }, helps: {} });
  });
});

describe('an answer that was saved looks saved', () => {
  const faults: [string, Fault[]][] = [
    ['Slack refuses to repaint the direct message', [{ kind: 'refuse', error: 'message_not_found' }]],
    ['Slack is busy', [{ kind: 'busy', retryAfter: 60 }]],
    ['Slack hangs', [{ kind: 'hang' }, { kind: 'hang' }]],
  ];
  test.each(faults)('when %s', async (_, faulty) => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', world);
    const app = await broken();
    app.webApi.faults.set('chat.update', faulty);
    expect(await seconds(() => submit(world, user, answers, app))).toBeLessThan(3);
    expect(titleOf(top(world, user))).toBe('Tak');
    expect((await known(world, user)).agreement?.checkIns).toHaveLength(1);
  });

  test('when Slack hangs and there was little time left', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', world);
    const app = await broken();
    app.webApi.faults.set('chat.update', [{ kind: 'hang' }, { kind: 'hang' }]);
    const view = viewPayload(top(world, user), filled(top(world, user), answers));
    const payload = { type: 'view_submission', ...envelope(world, user), view };
    const sent = event({ body: form({ payload: JSON.stringify(payload) }), contentType: formType });
    const arrived = Date.now() - 1200;
    const answer = await app.handle({ ...sent, requestContext: { timeEpoch: arrived } });
    expect(Date.now() - arrived).toBeLessThan(3000);
    expect((await known(world, user)).agreement?.checkIns).toHaveLength(1);
    expect(JSON.parse(answer.body)).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'notice' },
    });
  });
});

describe('a button that fails', () => {
  test('of the direct message has a sentence, and works when pressed again', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Vent til i morgen', await broken({ soon: noQueue }));
    expect(readable(top(world, user).view)).toContain(failedDanish);
    expect(lastDm(user)).toEqual(seen);
    await pressIn(seen, user, 'Vent til i morgen', world);
    expect(lastDm(user).text).toMatch(/^Fint. Jeg spørger igen onsdag/);
  });

  test.each(['Vent til i morgen', 'Spring over'])(
    'to repaint after %s is stored all the same, and repaints when pressed again',
    async (label) => {
      const user = await asked();
      const seen = lastDm(user);
      const app = await broken();
      app.webApi.faults.set('chat.update', [{ kind: 'refuse', error: 'internal_error' }]);
      await pressIn(seen, user, label, app);
      expect(views(world, user)).toEqual([]);
      await pressIn(seen, user, label, app);
      expect(lastDm(user).edited).toBe(true);
    },
  );

  test('speaks Danish and English when the store can’t say whose', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', await broken({ store: deadStore() }));
    expect(readable(top(world, user).view)).toContain(`${failedDanish} / ${failedEnglish}`);
  });

  test('in a modal puts its sentence on top, and what was typed stays below', async () => {
    const user = await leader();
    await command(world, user, '');
    const below = top(world, user).id;
    await press(world, user, 'Se aftalen', {}, await broken({ store: deadStore() }));
    expect(readable(top(world, user).view)).toContain(failedDanish);
    expect(views(world, user)[0]?.id).toBe(below);
  });

  test('in the third modal has a sentence too, and nothing of the modal is lost', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    for (const typed of [point, point]) await submit(world, user, typed);
    const before = top(world, user);
    await press(world, user, 'Jeg har andre arbejdstider', {}, await broken({ store: deadStore() }));
    const after = top(world, user);
    expect(readable(after.view)).toContain(failedDanish);
    expect(after.id).toBe(before.id);
    expect(blocksOf(after).filter(({ type }) => type === 'input')).toEqual(
      blocksOf(before).filter(({ type }) => type === 'input'),
    );
    await submit(world, user);
    expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
  });

  test('is answered in time, with or without a sentence, when Slack hangs', async () => {
    const user = await asked();
    const app = await broken();
    app.webApi.faults.set('views.open', [{ kind: 'hang' }, { kind: 'hang' }, { kind: 'hang' }]);
    expect(await seconds(() => pressIn(lastDm(user), user, 'Svar nu', app))).toBeLessThan(3);
  });
});

describe('a profile that can’t be refreshed', () => {
  const faults: [string, Fault[]][] = [
    ['refuses', [{ kind: 'refuse', error: 'user_not_found' }]],
    ['is busy', [{ kind: 'busy', retryAfter: 30 }]],
    ['hangs', [{ kind: 'hang' }, { kind: 'hang' }]],
  ];
  test.each(faults)('is yesterday’s for somebody known, when Slack %s', async (_, faulty) => {
    const user = await leader(english);
    await world.goTo('2026-11-25T09:00:00Z');
    const app = await broken();
    app.webApi.faults.set('users.info', faulty);
    expect(await seconds(() => command(world, user, 'agreement', app))).toBeLessThan(3);
    expect(titleOf(top(world, user))).toBe('My leader agreement');
  });

  test('is a sentence in both languages for somebody new', async () => {
    const user = newUser(world);
    const app = await broken();
    app.webApi.faults.set('users.info', [{ kind: 'hang' }, { kind: 'hang' }]);
    expect(await seconds(() => command(world, user, 'aftale', app))).toBeLessThan(3);
    expect(lastOf(whispers(world, user)).text).toBe(`${failedDanish} / ${failedEnglish}`);
  });

  test('is never asked for by somebody known: Slack tells of changes by itself', async () => {
    const user = await leader(english);
    await world.goTo('2026-11-25T09:00:00Z');
    const app = await broken();
    await command(world, user, 'agreement', app);
    expect(app.webApi.calls.map(({ method }) => method)).toEqual(['views.open']);
  });

  test('and that Slack told nothing of is asked for before the next prompt, which speaks the new language', async () => {
    const user = await leader();
    world.slack.putUser({ id: user, role: 'leder', ...english });
    await world.goTo('2026-12-08T10:00:00Z');
    expect(lastDm(user).text).toBe('Hi James. Do you have two minutes for your follow-up?');
    await command(world, user, 'aftale');
    expect(titleOf(top(world, user))).toBe('My leader agreement');
  });
});

describe('the log', () => {
  const secret = 'HEMMELIG-SÆTNING';
  const secretPoint = {
    title: `${secret} titel`,
    'first-step': `${secret} skridt`,
    difference: `${secret} anderledes\n    at ${secret}`,
    sign: `${secret} tegn`,
  };
  const secretAnswer = { ...answers, 'note-1': `${secret} note`, win: `${secret} sejr` };

  /** Everything a leader does, with something broken all the way, and then whole, so that the next step is there. */
  async function live(user: string, hands: { client: typeof world.client }) {
    await command(world, user, `${secret} som ord`, hands);
    for (const { client } of [hands, world]) {
      await command(world, user, 'aftale', { client });
      if (views(world, user).length === 0) continue;
      for (const typed of [secretPoint, secretPoint, {}])
        await submit(world, user, typed, { client }).catch(() => {});
    }
    for (const { client } of [hands, world]) {
      await command(world, user, 'opfølgning', { client });
      await submit(world, user, secretAnswer, { client }).catch(() => {});
    }
  }

  test.each<[string, () => Partial<SlackDeps>, Fault[]]>([
    ['nothing is broken', () => ({}), []],
    ['the store is down', () => ({ store: deadStore() }), []],
    ['the queue is down', () => ({ soon: noQueue }), []],
    [
      'an error quotes what it was given',
      () => ({
        store: { ...world.store, save: (person) => Promise.reject(new Error(JSON.stringify(person))) },
      }),
      [],
    ],
    ['Slack refuses', () => ({}), [{ kind: 'refuse', error: 'invalid_arguments' }]],
  ])('quotes nothing that people wrote, when %s', async (_, exchange, faulty) => {
    const user = newUser(world);
    const { log, lines } = recording();
    // Slack's client writes to the console, and in Lambda that is the log as well.
    const said = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => {}),
    );
    const app = await broken({ log, ...exchange() });
    for (const method of ['views.open', 'views.update', 'chat.update'])
      app.webApi.faults.set(method, [...faulty]);
    await live(user, app);
    expect(JSON.stringify(lines)).not.toContain('HEMMELIG');
    expect(
      inspect(
        said.map(({ mock }) => mock.calls),
        { depth: 9 },
      ),
    ).not.toContain('HEMMELIG');
    expect((await known(world, user)).agreement?.checkIns).toHaveLength(1);
  });

  test('has what failed, its code, and the reference that the person was told', async () => {
    const user = await leader();
    const { log, lines } = recording();
    const app = await broken({ log });
    app.webApi.faults.set('views.open', [{ kind: 'refuse', error: 'expired_trigger_id' }]);
    await command(world, user, 'aftale', app);
    const { reference } = lines[0]?.facts ?? {};
    expect(lines).toMatchObject([
      { level: 'error', facts: { what: '/trivsel', reference: 'ref-1', code: 'expired_trigger_id' } },
    ]);
    expect(lastOf(whispers(world, user)).text).toContain(`(Reference: ${reference})`);
  });
});
