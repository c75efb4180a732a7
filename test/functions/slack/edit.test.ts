import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakeView, Json } from '../../../playground/slack/state.ts';
import { viewPayload } from '../../../playground/slack/views.ts';
import { World } from '../../../playground/world.ts';
import {
  blocksOf,
  callbackOf,
  command,
  dms,
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
  press,
  pressIn,
  readable,
  submit,
  titleOf,
  top,
  views,
} from './support.ts';

/** A running agreement changed: other words, another point in the place of one, another rhythm or slot. */

let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const gone = 'Punktet er allerede byttet ud. Skriv /trivsel aftale for at se aftalen, som den er nu.';
const noAgreement = 'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.';

/** Somebody with their agreement on the screen. */
async function atAgreement(): Promise<string> {
  const user = newUser(world);
  await makeAgreement(world, user);
  await command(world, user, 'aftale');
  expect(titleOf(top(world, user))).toBe('Min lederaftale');
  return user;
}

const fieldsOf = (view: FakeView) =>
  blocksOf(view)
    .filter(({ type }) => type === 'input')
    .map((block) => block['block_id'] as string);

/** The button of that label below the first or the second point. */
async function pressAt(user: string, label: string, point: 0 | 1): Promise<void> {
  const view = top(world, user);
  const buttons = blocksOf(view)
    .filter((block) => (block['block_id'] as string | undefined)?.startsWith('point-'))
    .map((block) => (block['elements'] as Json[]).find((element) => textOf(element) === label));
  const action = { type: 'button', ...buttons[point] };
  expect(await world.client.press(user, { view: view.id }, action, {})).toEqual({ ok: true });
}

const textOf = (element: Json) => (element['text'] as { text: string }).text;

/** Typed by the beginning of a field's id, since the ids of these forms carry the point's. */
async function type(user: string, typed: Record<string, string>) {
  const fields = fieldsOf(top(world, user));
  const byId = Object.entries(typed).map(([start, text]) => {
    const id = fields.find((field) => field.startsWith(start));
    if (id === undefined) throw new Error(`No field ${start}`);
    return [id, text];
  });
  return submit(world, user, Object.fromEntries(byId));
}

const errorsOf = (user: string) =>
  Object.fromEntries(
    Object.entries(top(world, user).errors).map(([id, text]) => [id.replace(/-(for-)?[^-]*$/, ''), text]),
  );

async function sendAgain(user: string, view: FakeView, values: Json): Promise<Json> {
  const payload = { type: 'view_submission', ...envelope(world, user), view: viewPayload(view, values) };
  const body = form({ payload: JSON.stringify(payload) });
  const answer = await world.handleSlack(event({ body, contentType: formType }));
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as Json;
}

const replacement = {
  why: 'Det er på plads',
  title: 'Fredag fri',
  'first-step': 'Spørge Bo',
};

describe('editing a point', () => {
  test('opens with what was written, in the agreement’s place, and comes back to the agreement', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Ret punktet', 1);
    expect(titleOf(top(world, user))).toBe('Ret punktet');
    expect(JSON.stringify(filled(top(world, user)))).toContain('Mere sparring');
    await type(user, { title: 'Sparring hver uge' });
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
    expect(readable(top(world, user).view)).toContain('Sparring hver uge');
    expect(views(world, user)).toHaveLength(1);
  });

  test('keeps everything else: the other point, the answers, the period, the rhythm', async () => {
    const user = await atAgreement();
    await press(world, user, 'Svar nu');
    await submit(world, user, { 'progress-1': '3', 'progress-2': '4', win: 'En sejr' });
    await command(world, user, 'aftale');
    const before = (await known(world, user)).agreement;
    await pressAt(user, 'Ret punktet', 0);
    await type(user, { title: 'Ingen møder om fredagen', theme: 'time', difference: 'Ro' });
    const { agreement } = await known(world, user);
    const first = {
      id: '1',
      title: 'Ingen møder om fredagen',
      firstStep: 'Aflyse tirsdagsmødet',
      theme: 'time',
      difference: 'Ro',
    };
    expect(agreement).toEqual({ ...before, points: [first, before?.points[1]] });
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['an empty title', { title: '  ' }, { title: 'Skriv et par ord her.' }],
    ['no first step', { 'first-step': '' }, { 'first-step': 'Skriv et par ord her.' }],
    [
      'a title too long by one',
      { title: 'x'.repeat(81) },
      { title: 'Her er plads til 80 tegn. Skriv det lidt kortere.' },
    ],
  ])('is refused in its field: %s', async (_, typed, errors) => {
    const user = await atAgreement();
    const before = await known(world, user);
    await pressAt(user, 'Ret punktet', 0);
    await type(user, typed);
    expect(errorsOf(user)).toEqual(errors);
    expect(await known(world, user)).toEqual(before);
  });

  test('of a point that another device has replaced meanwhile is told so, and nothing is overwritten', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Ret punktet', 0);
    const phone = top(world, user);
    await command(world, user, 'aftale');
    await pressAt(user, 'Byt det ud', 0);
    await type(user, replacement);
    const before = await known(world, user);
    const answer = await sendAgain(user, phone, filled(phone));
    expect(answer).toEqual({ response_action: 'errors', errors: { [fieldsOf(phone)[0] ?? '']: gone } });
    expect(await known(world, user)).toEqual(before);
  });

  test('from a view that is older than the replacement says so', async () => {
    const user = await atAgreement();
    const phone = top(world, user);
    await pressAt(user, 'Byt det ud', 0);
    await type(user, replacement);
    // The phone still shows the first view: its button names the point that is gone.
    const action = { action_id: 'agreement.edit-point', value: '1', type: 'button' };
    await world.client.press(user, { view: phone.id }, action, {});
    expect(readable(top(world, user).view)).toContain(gone);
  });

  test('of an agreement that has ended meanwhile says so in the form', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Ret punktet', 0);
    const view = top(world, user);
    await command(world, user, 'aftale');
    await press(world, user, 'Afslut aftalen');
    const { errors } = (await sendAgain(user, view, filled(view))) as { errors: object };
    expect(Object.values(errors)).toEqual([noAgreement]);
  });
});

describe('replacing a point', () => {
  test('asks for an empty form and a line on why the old one is let go', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Byt det ud', 0);
    expect(readable(top(world, user).view)).toContain('Hvorfor giver du slip på "Færre møder"?');
    expect(JSON.stringify(filled(top(world, user)))).not.toContain('Færre møder');
    await type(user, { ...replacement, why: ' ' });
    expect(errorsOf(user)).toEqual({ why: 'Skriv et par ord her.' });
    expect((await known(world, user)).agreement?.points[0].title).toBe('Færre møder');
  });

  test('tells everything that is missing at once', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Byt det ud', 0);
    await type(user, { difference: 'x'.repeat(501) });
    expect(errorsOf(user)).toEqual({
      why: 'Skriv et par ord her.',
      title: 'Skriv et par ord her.',
      'first-step': 'Skriv et par ord her.',
      difference: 'Her er plads til 500 tegn. Skriv det lidt kortere.',
    });
  });

  test('puts the new one in its place, keeps the other, and retires the old one with its reason', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Byt det ud', 0);
    await type(user, replacement);
    const { agreement } = await known(world, user);
    expect(agreement?.points.map(({ title }) => title)).toEqual(['Fredag fri', 'Mere sparring']);
    expect(agreement?.retired).toMatchObject([
      { point: { id: '1', title: 'Færre møder' }, why: 'Det er på plads', on: '2026-11-23' },
    ]);
    const shown = readable(top(world, user).view);
    expect(shown).toContain('Byttet ud den 23. november');
    expect(shown).toContain('Færre møder. Det er på plads');
  });

  test('sent twice, also at the same moment, is one replacement, and says so both times', async () => {
    const user = await atAgreement();
    await pressAt(user, 'Byt det ud', 1);
    const view = top(world, user);
    const typed = Object.fromEntries(
      fieldsOf(view).map((id) => [id, id.startsWith('theme') ? '' : 'Noget andet']),
    );
    const values = filled(view, typed);
    const answers = [
      ...(await Promise.all([sendAgain(user, view, values), sendAgain(user, view, values)])),
      await sendAgain(user, view, values),
    ];
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { callback_id: 'agreement' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const { agreement } = await known(world, user);
    expect(agreement?.points.map(({ title }) => title)).toEqual(['Færre møder', 'Noget andet']);
    expect(agreement?.retired).toHaveLength(1);
  });

  test('one after the other in the same modal replaces both, and never makes a third', async () => {
    const user = await atAgreement();
    for (const [point, title] of [
      [0, 'Et nyt'],
      [1, 'Et andet nyt'],
      [0, 'Et tredje nyt'],
    ] as const) {
      await pressAt(user, 'Byt det ud', point);
      expect(await type(user, { ...replacement, title })).toEqual({ ok: true });
      expect(callbackOf(top(world, user))).toBe('agreement');
    }
    const { agreement } = await known(world, user);
    expect(agreement?.points.map(({ title }) => title)).toEqual(['Et tredje nyt', 'Et andet nyt']);
    expect(agreement?.retired.map(({ point }) => point.title)).toEqual([
      'Færre møder',
      'Mere sparring',
      'Et nyt',
    ]);
  });

  test('begins its progress anew, and the next answer is about the new one', async () => {
    const user = await atAgreement();
    await press(world, user, 'Svar nu');
    await submit(world, user, { 'progress-1': '1', 'progress-2': '4' });
    await command(world, user, 'aftale');
    await pressAt(user, 'Byt det ud', 0);
    await type(user, replacement);
    const [first] = (await known(world, user)).agreement?.points ?? [];
    const shown = readable(top(world, user).view);
    expect(shown).toContain('Ingen svar endnu');
    expect(shown).not.toContain('Gået tilbage');
    await press(world, user, 'Svar nu');
    expect(readable(top(world, user).view)).toContain('Fredag fri');
    expect(await submit(world, user, { [`progress-${first?.id}`]: '5' })).toEqual({ ok: true });
  });

  test('while its follow-up waits in a direct message leaves the message as it is, to be answered', async () => {
    const own = await World.open({ standsAt: monday });
    const user = newUser(own);
    await makeAgreement(own, user);
    await own.goTo('2026-12-08T09:00:00Z');
    const seen = lastOf(dms(own, user));
    await pressIn(seen, user, 'Svar nu', own);
    const open = top(own, user);
    await command(own, user, 'aftale');
    const view = top(own, user);
    const action = { type: 'button', action_id: 'agreement.replace-point', value: '1' };
    await own.client.press(user, { view: view.id }, action, {});
    const typed = { 'why-1': 'Nok', 'title-for-1': 'Nyt', 'first-step-for-1': 'Skridt' };
    await submit(own, user, typed);
    expect(lastOf(dms(own, user))).toEqual(seen);
    // A form opened before asks about the old point: it can't be taken as an answer about the new one.
    const values = filled(open, { 'progress-1': '3', 'progress-2': '4' });
    const payload = { type: 'view_submission', ...envelope(own, user), view: viewPayload(open, values) };
    const body = form({ payload: JSON.stringify(payload) });
    const answer = await own.handleSlack(event({ body, contentType: formType }));
    expect(JSON.parse(answer.body)).toEqual({ response_action: 'errors', errors: { 'progress-1': gone } });
    expect((await known(own, user)).agreement?.checkIns).toEqual([]);
    await own.close();
  });
});

test('no field of one form holds what was typed into another in the same view', async () => {
  const user = await atAgreement();
  const seen: string[] = [];
  const forms: [string, 0 | 1][] = [
    ['Ret punktet', 0],
    ['Ret punktet', 1],
    ['Byt det ud', 0],
    ['Byt det ud', 1],
    ['Ret punktet', 0],
    ['Byt det ud', 0],
  ];
  for (const [label, point] of forms) {
    await pressAt(user, label, point);
    const fields = fieldsOf(top(world, user));
    expect(fields.filter((id) => seen.includes(id))).toEqual([]);
    seen.push(...fields);
    const typed = { ...replacement, title: `${label} ${seen.length}` };
    const { why: _, ...edited } = typed;
    await type(user, label === 'Ret punktet' ? edited : typed);
    expect(callbackOf(top(world, user))).toBe('agreement');
  }
});

test('an answer corrected in the same modal is corrected', async () => {
  const user = await atAgreement();
  await press(world, user, 'Svar nu');
  await submit(world, user, { 'progress-1': '2', 'progress-2': '2' });
  // Half-way the thanks lead back to the agreement; here by hand, in the same view.
  const view = top(world, user);
  const back = { type: 'button', action_id: 'open.agreement' };
  await world.client.press(user, { view: view.id }, back, {});
  await press(world, user, 'Svar nu');
  await submit(world, user, { 'progress-1': '5', 'progress-2': '4' });
  expect(titleOf(top(world, user))).toBe('Tak');
  expect((await known(world, user)).agreement?.checkIns).toMatchObject([
    { points: [{ progress: 5 }, { progress: 4 }] },
  ]);
});

describe('another rhythm or slot', () => {
  const scheduled = (user: string) =>
    world.wakes
      .scheduled()
      .filter(({ id }) => id.endsWith(`-${user}`))
      .map(({ at }) => at);
  /** A minute on the clock, so that the wake after the write has come. */
  const settle = () =>
    world.goTo(`${new Date(Date.parse(world.clock.now()) + 60_000).toISOString().slice(0, 19)}Z`);

  test('opens with what holds now', async () => {
    const user = await atAgreement();
    await press(world, user, 'Skift rytme eller tid');
    expect(filled(top(world, user))).toMatchObject({
      rhythm: { value: { selected_option: { value: '2' } } },
      weekday: { value: { selected_option: { value: '2' } } },
      time: { value: { selected_time: '09:00' } },
    });
  });

  test.each<[string, Record<string, string>, RegExp, string]>([
    ['every week', { rhythm: '1' }, /^2026-12-01T08:0\d/, 'tirsdag den 1. december kl. 9.00'],
    ['every four weeks', { rhythm: '4' }, /^2026-12-22T08:0\d/, 'tirsdag den 22. december kl. 9.00'],
    ['Thursdays', { weekday: '4' }, /^2026-12-10T08:0\d/, 'torsdag den 10. december kl. 9.00'],
    ['half past two', { time: '14:30' }, /^2026-12-08T13:3\d/, 'tirsdag den 8. december kl. 14.30'],
  ])('takes effect at once, on the one schedule: %s', async (_, typed, at, told) => {
    const user = await atAgreement();
    await settle();
    expect(scheduled(user)).toEqual([expect.stringMatching(/^2026-12-08T08:0\d/)]);
    await press(world, user, 'Skift rytme eller tid');
    await submit(world, user, typed);
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
    expect(readable(top(world, user).view)).toContain(told);
    await settle();
    expect(scheduled(user)).toEqual([expect.stringMatching(at)]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['no rhythm', { rhythm: '' }, { rhythm: 'Vælg en mulighed.' }],
    ['no time', { time: '' }, { time: 'Vælg et klokkeslæt.' }],
    ['a Sunday', { weekday: '7' }, { weekday: 'Vælg en af de dage, du arbejder.' }],
    [
      'an early morning',
      { time: '05:00' },
      { time: 'Det er uden for din arbejdstid. Vælg et andet tidspunkt, eller ret arbejdstiden.' },
    ],
  ])('is refused in the field: %s', async (_, typed, errors) => {
    const user = await atAgreement();
    const before = await known(world, user);
    await press(world, user, 'Skift rytme eller tid');
    await submit(world, user, typed);
    expect(top(world, user).errors).toEqual(errors);
    expect(await known(world, user)).toEqual(before);
  });

  test('of a night shift is kept, and opens with its own days and hours the next time', async () => {
    const user = await atAgreement();
    await press(world, user, 'Skift rytme eller tid');
    await press(world, user, 'Jeg har andre arbejdstider');
    expect(titleOf(top(world, user))).toBe('Rytme og tidspunkt');
    expect(readable(top(world, user).view)).toContain('Gem');
    await submit(world, user, {
      workdays: ['5', '6', '7'] as unknown as string,
      weekday: '6',
      from: '22:00',
      to: '06:00',
      time: '23:00',
    });
    expect(readable(top(world, user).view)).toContain('lørdag den 12. december kl. 23.00');
    await command(world, user, 'aftale');
    await press(world, user, 'Skift rytme eller tid');
    expect(filled(top(world, user))).toMatchObject({
      from: { value: { selected_time: '22:00' } },
      to: { value: { selected_time: '06:00' } },
      time: { value: { selected_time: '23:00' } },
    });
  });

  test('of an agreement that has ended meanwhile says so in the form', async () => {
    const user = await atAgreement();
    await press(world, user, 'Skift rytme eller tid');
    const view = top(world, user);
    await command(world, user, 'aftale');
    await press(world, user, 'Afslut aftalen');
    expect(await sendAgain(user, view, filled(view))).toEqual({
      response_action: 'errors',
      errors: { rhythm: noAgreement },
    });
  });
});
