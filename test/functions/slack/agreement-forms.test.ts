import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeView, type Json, team } from '../../../playground/slack/state.ts';
import { viewPayload } from '../../../playground/slack/views.ts';
import { World } from '../../../playground/world.ts';
import {
  blocksOf,
  callbackOf,
  command,
  english,
  envelope,
  event,
  filled,
  form,
  formType,
  known,
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  readable,
  submit,
  titleOf,
  top,
  views,
} from './support.ts';

/** The three modals of an agreement: what they refuse, what they keep, and that one agreement is one. */

let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const first = { title: 'Færre møder', 'first-step': 'Aflyse tirsdagsmødet' };
const second = { title: 'Mere sparring', 'first-step': 'Ringe til Ida' };
const otherTimes = 'Jeg har andre arbejdstider';

/** Somebody with the third modal open. */
async function atRhythm(): Promise<string> {
  const user = newUser(world);
  await command(world, user, 'aftale');
  await submit(world, user, first);
  await submit(world, user, second);
  expect(callbackOf(top(world, user))).toBe('rhythm');
  return user;
}

describe('a point', () => {
  const emoji = '👩‍👩‍👧 🇩🇰 🫐';
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['an empty title', { ...first, title: '' }, { title: 'Skriv et par ord her.' }],
    ['a title of spaces', { ...first, title: ' \n\t ' }, { title: 'Skriv et par ord her.' }],
    ['a title of marks', { ...first, title: '\u202e\u200f' }, { title: 'Skriv et par ord her.' }],
    [
      'a title that can’t be seen',
      { ...first, title: '\u200b \u2060\u200d' },
      { title: 'Skriv et par ord her.' },
    ],
    ['no first step', { title: 'x', 'first-step': '' }, { 'first-step': 'Skriv et par ord her.' }],
    [
      'nothing at all, in both fields',
      {},
      { title: 'Skriv et par ord her.', 'first-step': 'Skriv et par ord her.' },
    ],
    [
      'a title too long by one',
      { ...first, title: 'å'.repeat(81) },
      { title: 'Her er plads til 80 tegn. Skriv det lidt kortere.' },
    ],
    [
      'a first step too long by one',
      { ...first, 'first-step': 'x'.repeat(201) },
      { 'first-step': 'Her er plads til 200 tegn. Skriv det lidt kortere.' },
    ],
    [
      'what should be different, too long by one',
      { ...first, difference: 'x'.repeat(501) },
      { difference: 'Her er plads til 500 tegn. Skriv det lidt kortere.' },
    ],
    [
      'how it will be noticed, too long by one',
      { ...first, sign: 'x'.repeat(301) },
      { sign: 'Her er plads til 300 tegn. Skriv det lidt kortere.' },
    ],
  ])('is refused in its field: %s', async (_, typed, errors) => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    expect(await submit(world, user, typed)).toEqual({ ok: true });
    expect(top(world, user).errors).toEqual(errors);
    expect(await personOf(world, user)).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['a title of 80 letters', 'å'.repeat(80), 'å'.repeat(80)],
    ['a title of 80 emoji', '🫐'.repeat(80), '🫐'.repeat(80)],
    [
      'a title of 80 characters in composed emoji',
      emoji.repeat(9).slice(0, 80),
      emoji.repeat(9).slice(0, 80).trim(),
    ],
    ['a title that is too long only by the spaces around it', ` ${'x'.repeat(80)} `, 'x'.repeat(80)],
    ['marks that turn other people’s text, without them', 'Fri\u202e dag\u2066\u061c', 'Fri dag'],
    ['a tab between words, as a space', 'Fri\tdag', 'Fri dag'],
    ['what looks like a mention, letter by letter', '<@U1> <!channel> *x*', '<@U1> <!channel> *x*'],
  ])('is accepted: %s', async (_, title, kept) => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, { ...first, title });
    expect(titleOf(top(world, user))).toBe('Andet punkt');
    expect((await known(world, user)).draft?.points[0]?.title).toBe(kept);
  });

  test('keeps all that was written, and its theme', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, {
      ...first,
      theme: 'cross-pressure',
      difference: 'Ro\nog tid',
      sign: 'Jeg sover',
    });
    expect((await known(world, user)).draft?.points[0]).toEqual({
      title: first.title,
      firstStep: first['first-step'],
      theme: 'cross-pressure',
      difference: 'Ro\nog tid',
      sign: 'Jeg sover',
    });
  });

  test('is refused in the language of its author', async () => {
    const user = newUser(world, english);
    await command(world, user, 'agreement');
    await submit(world, user, { title: 'x'.repeat(81) });
    expect(top(world, user).errors).toEqual({
      title: 'There is room for 80 characters here. Shorten it a little.',
      'first-step': 'Write a few words here.',
    });
  });
});

describe('rhythm and time', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['no rhythm chosen', { rhythm: '' }, { rhythm: 'Vælg en mulighed.' }],
    ['no day chosen', { weekday: '' }, { weekday: 'Vælg en mulighed.' }],
    ['no time chosen', { time: '' }, { time: 'Vælg et klokkeslæt.' }],
    [
      'a time before the working day',
      { time: '07:59' },
      { time: 'Det er uden for din arbejdstid. Vælg et andet tidspunkt, eller ret arbejdstiden.' },
    ],
    [
      'the very end of the working day',
      { time: '16:00' },
      { time: 'Det er uden for din arbejdstid. Vælg et andet tidspunkt, eller ret arbejdstiden.' },
    ],
    ['a day that isn’t worked', { weekday: '7' }, { weekday: 'Vælg en af de dage, du arbejder.' }],
    ['a rhythm that isn’t offered', { rhythm: '3' }, { rhythm: 'Vælg en mulighed.' }],
    ['a time that is no time', { time: '25:00' }, { time: 'Vælg et klokkeslæt.' }],
  ])('are refused in the field: %s', async (_, typed, errors) => {
    const user = await atRhythm();
    expect(await submit(world, user, typed)).toEqual({ ok: true });
    expect(top(world, user).errors).toEqual(errors);
    expect((await known(world, user)).agreement).toBeUndefined();
  });

  test.each<[string, Record<string, string | string[]>, Record<string, string>]>([
    [
      'a slot on none of the days',
      { workdays: ['6', '7'], weekday: '2' },
      { weekday: 'Vælg en af de dage, du arbejder.' },
    ],
    [
      'a slot outside the hours',
      { from: '22:00', to: '06:00', time: '09:00' },
      { time: 'Det er uden for din arbejdstid. Vælg et andet tidspunkt, eller ret arbejdstiden.' },
    ],
    ['no working day', { workdays: [] }, { workdays: 'Vælg en mulighed.' }],
    [
      'no beginning and no end',
      { from: '', to: '' },
      { from: 'Vælg et klokkeslæt.', to: 'Vælg et klokkeslæt.' },
    ],
  ])('of other times are refused in the field: %s', async (_, typed, errors) => {
    const user = await atRhythm();
    await press(world, user, otherTimes);
    expect(await submit(world, user, typed)).toEqual({ ok: true });
    expect(top(world, user).errors).toEqual(errors);
    expect((await known(world, user)).agreement).toBeUndefined();
  });

  test('are the ordinary ones, when nothing is changed', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    expect(await known(world, user)).toMatchObject({
      agreement: { rhythm: 2, period: { starts: '2026-11-23', ends: '2027-02-23' } },
      workingTime: {
        slot: { weekday: 2, time: '09:00' },
        workdays: [1, 2, 3, 4, 5],
        hours: { from: '08:00', to: '16:00' },
      },
    });
  });

  test('of other times: what was typed before stays, since block and action keep their ids and kinds', async () => {
    const user = await atRhythm();
    const identities = (view: FakeView) =>
      blocksOf(view)
        .filter((block) => block['type'] === 'input')
        .map(({ block_id, element }) => {
          const { action_id, type } = element as Json;
          return `${block_id} ${action_id} ${type}`;
        });
    const before = top(world, user);
    await press(world, user, otherTimes, { rhythm: '4', weekday: '5', time: '15:00' });
    const after = top(world, user);
    expect(after.id).toBe(before.id);
    expect(identities(after)).toEqual(expect.arrayContaining(identities(before)));
    expect(identities(after)).toHaveLength(identities(before).length + 3);
    expect(readable(after.view)).not.toContain(otherTimes);
  });

  test('of a night shift are kept', async () => {
    const user = await atRhythm();
    await press(world, user, otherTimes);
    await submit(world, user, {
      workdays: ['5', '6', '7'],
      weekday: '6',
      from: '22:00',
      to: '06:00',
      time: '02:00',
    });
    expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
    expect((await known(world, user)).workingTime).toEqual({
      slot: { weekday: 6, time: '02:00' },
      workdays: [5, 6, 7],
      hours: { from: '22:00', to: '06:00' },
    });
  });
});

describe('a draft', () => {
  test('is kept by Next and stands in the form that is opened again, both points', async () => {
    const user = await atRhythm();
    world.client.close(user, top(world, user).id, true);
    await command(world, user, 'aftale');
    const opened = top(world, user);
    expect(filled(opened)).toMatchObject({ title: { value: { value: first.title } } });
    await submit(world, user);
    expect(filled(top(world, user))).toMatchObject({ title: { value: { value: second.title } } });
    await submit(world, user);
    await submit(world, user);
    expect((await known(world, user)).agreement?.points.map(({ title }) => title)).toEqual([
      first.title,
      second.title,
    ]);
  });

  test('follows when its author goes back and changes the first point', async () => {
    const user = await atRhythm();
    world.client.close(user, top(world, user).id, false);
    world.client.close(user, top(world, user).id, false);
    expect(callbackOf(top(world, user))).toBe('point-1');
    await submit(world, user, { ...first, title: 'Noget andet' });
    expect(filled(top(world, user))).toMatchObject({ title: { value: { value: second.title } } });
    await submit(world, user);
    await submit(world, user);
    const { agreement, draft } = await known(world, user);
    expect(agreement?.points.map(({ title }) => title)).toEqual(['Noget andet', second.title]);
    expect(draft).toBeUndefined();
  });

  test('loses an optional answer when its author takes it back', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, { ...first, difference: 'Ro', theme: 'time' });
    world.client.close(user, top(world, user).id, false);
    await submit(world, user, { ...first, difference: '', theme: '' });
    expect((await known(world, user)).draft?.points[0]).toEqual({
      title: first.title,
      firstStep: first['first-step'],
    });
  });
});

/** A device has its own modal: its submissions are made by hand, since the fake Slack shows one modal per person. */
async function submitFrom(user: string, view: FakeView, typed: Record<string, string> = {}): Promise<Json> {
  const payload = {
    type: 'view_submission',
    ...envelope(world, user),
    view: viewPayload(view, filled(view, typed)),
  };
  const body = form({ payload: JSON.stringify(payload) });
  const answer = await world.handleSlack(event({ body, contentType: formType }));
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as Json;
}

const elsewhere = 'Du har skrevet videre på aftalen et andet sted. Luk her, og skriv /trivsel aftale igen.';
const running = 'Du har allerede en lederaftale. Skriv /trivsel aftale for at se den.';

describe('two devices', () => {
  test('the one that began first is told so in its field when another has begun anew', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, first);
    const phone = top(world, user);
    await command(world, user, 'aftale');
    await submit(world, user, { ...first, title: 'Fra computeren' });
    expect(await submitFrom(user, phone, second)).toEqual({
      response_action: 'errors',
      errors: { title: elsewhere },
    });
    expect((await known(world, user)).draft?.points[0]?.title).toBe('Fra computeren');
  });

  test('make one agreement between them, and the later one is told so in its field', async () => {
    const user = await atRhythm();
    const phone = top(world, user);
    await command(world, user, 'aftale');
    await submit(world, user, first);
    await submit(world, user, second);
    const computer = top(world, user);
    expect(await submitFrom(user, computer)).toMatchObject({ response_action: 'update' });
    const made = await known(world, user);
    expect(await submitFrom(user, phone)).toEqual({ response_action: 'errors', errors: { rhythm: running } });
    expect((await known(world, user)).agreement?.id).toBe(made.agreement?.id);
    expect(made.agreement?.id).toBe(computer.id);
  });

  test('the one whose draft was taken over is told so before it saves a mixture', async () => {
    const user = await atRhythm();
    const phone = top(world, user);
    await command(world, user, 'aftale');
    await submit(world, user, { ...first, title: 'Fra computeren' });
    expect(await submitFrom(user, phone)).toEqual({
      response_action: 'errors',
      errors: { rhythm: elsewhere },
    });
    expect((await known(world, user)).agreement).toBeUndefined();
  });

  test('a first point sent while an agreement runs is refused in its field', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    const phone = top(world, user);
    await makeAgreement(world, user);
    expect(await submitFrom(user, phone, first)).toEqual({
      response_action: 'errors',
      errors: { title: running },
    });
    expect((await known(world, user)).draft).toBeUndefined();
  });
});

describe('the last form sent twice', () => {
  test('one after the other is one agreement, and says so both times', async () => {
    const user = await atRhythm();
    const view = top(world, user);
    const answers = [await submitFrom(user, view), await submitFrom(user, view)];
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(await known(world, user)).toMatchObject({ agreement: { id: view.id }, past: [] });
  });

  test('at the same moment is one agreement, and says so both times', async () => {
    const user = await atRhythm();
    const view = top(world, user);
    const { version } = await known(world, user);
    const answers = await Promise.all([
      submitFrom(user, view),
      submitFrom(user, view),
      submitFrom(user, view),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
    expect(await known(world, user)).toMatchObject({
      version: version + 1,
      agreement: { id: view.id },
      past: [],
    });
  });
});

test('the way from the start modal is the same agreement, and closing the last sentence closes everything', async () => {
  const user = newUser(world);
  await command(world, user, '');
  await press(world, user, 'Lav aftale');
  expect(callbackOf(top(world, user))).toBe('point-1');
  await submit(world, user, first);
  await submit(world, user, second);
  expect(views(world, user)).toHaveLength(3);
  await submit(world, user);
  expect(readable(top(world, user).view)).toContain(
    'Den første opfølgning kommer tirsdag den 8. december kl. 9.00',
  );
  world.client.close(user, top(world, user).id, false);
  expect(views(world, user)).toEqual([]);
  expect((await known(world, user)).tenant).toBe(team);
});
