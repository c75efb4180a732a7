import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakeView, Json } from '../../../playground/slack/state.ts';
import { viewPayload } from '../../../playground/slack/views.ts';
import { World } from '../../../playground/world.ts';
import {
  appBeside,
  blocksOf,
  buttonsOf,
  callbackOf,
  command,
  dms,
  english,
  envelope,
  event,
  filled,
  form,
  formType,
  known,
  lastOf,
  lastOnStart,
  makeAgreement,
  monday,
  newUser,
  press,
  pressIn,
  readable,
  submit,
  testOnStart,
  titleOf,
  top,
  views,
} from './support.ts';

/** How an agreement ends: closed at its time or after it, given back its lost weeks, or stopped; and what is left. */

let world: World;
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
});
afterEach(() => world.close());

/** Tuesday 23 February 2027, after the closing slot of an agreement made on `monday`. */
const atTheEnd = '2027-02-23T09:00:00Z';

const lastDm = (user: string) => lastOf(dms(world, user));
/** Without the way to a human being, which is in every form. */
const labels = (user: string) =>
  buttonsOf(blocksOf(top(world, user)).filter((block) => block['block_id'] !== 'care')).map(
    ({ text }) => text.text,
  );
const shown = (user: string) => readable(top(world, user).view);
const noAgreement = 'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.';

async function leader(more: Parameters<typeof newUser>[1] = {}): Promise<string> {
  const user = newUser(world, more);
  await makeAgreement(world, user);
  return user;
}

/** Answers whatever asks, week after week, up to that moment. */
async function liveUntil(user: string, until: string): Promise<void> {
  for (let seen = dms(world, user).length; ; seen = dms(world, user).length) {
    const next = world.wakes.next();
    if (next === undefined || next > until) break;
    await world.goTo(next);
    if (dms(world, user).length === seen) continue;
    await command(world, user, 'opfølgning');
    const isHalfWay = JSON.stringify(top(world, user).view).includes('still-right');
    if (callbackOf(top(world, user)) !== 'check-in') break;
    const typed = { 'progress-1': '3', 'progress-2': '4', win: `Sejr ${seen + 1}` };
    await submit(world, user, isHalfWay ? { ...typed, 'still-right': 'yes' } : typed);
    world.client.close(user, top(world, user).id, true);
  }
  await world.goTo(until);
}

/** Somebody with the look back open, from its direct message. */
async function lookingBack(pause?: string): Promise<string> {
  const user = await leader();
  if (pause !== undefined) {
    await world.goTo('2026-12-07T09:00:00Z');
    await command(world, user, `pause ${pause}`);
  }
  await liveUntil(user, atTheEnd);
  expect(lastDm(user).text).toBe(
    'Hej Anna. Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?',
  );
  await pressIn(lastDm(user), user, 'Se tilbage', world);
  expect(titleOf(top(world, user))).toBe('Tre måneder senere');
  return user;
}

async function sendAgain(user: string, view: FakeView, values: Json): Promise<Json> {
  const payload = { type: 'view_submission', ...envelope(world, user), view: viewPayload(view, values) };
  const body = form({ payload: JSON.stringify(payload) });
  return JSON.parse((await world.handleSlack(event({ body, contentType: formType }))).body) as Json;
}

describe('closing', () => {
  test('shows the small wins again, asks about each point, and forces no words', async () => {
    const user = await lookingBack();
    expect(shown(user)).toContain('Sejr 1');
    expect(shown(user)).toContain('Sejr 5');
    await submit(world, user);
    expect(top(world, user).errors).toEqual({
      'outcome-1': 'Vælg en mulighed.',
      'outcome-2': 'Vælg en mulighed.',
    });
    expect((await known(world, user)).agreement?.ending).toBeUndefined();
  });

  test('keeps the outcome of each point and what was learned, and the message says that it is over', async () => {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'keep', learned: 'At sige nej' });
    expect(titleOf(top(world, user))).toBe('Godt gået');
    expect(shown(user)).toContain('De punkter, du vil gå videre med, ligger klar til en ny aftale.');
    // 30 days after the period, the last of them told.
    expect(shown(user)).toContain('Du kan læse aftalen til og med den 25. marts.');
    expect(lastDm(user)).toMatchObject({ text: 'Tak. Din aftale er slut.', edited: true });
    expect(buttonsOf(lastDm(user).blocks)).toEqual([]);
    expect((await known(world, user)).agreement?.ending).toEqual({
      form: expect.any(String),
      on: '2027-02-23',
      how: 'closed',
      outcomes: [
        { point: '1', outcome: 'done' },
        { point: '2', outcome: 'keep' },
      ],
      learned: 'At sige nej',
    });
  });

  test('what was learned, too long by one, is refused in its field', async () => {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'keep', learned: 'x'.repeat(501) });
    expect(top(world, user).errors).toEqual({
      learned: 'Her er plads til 500 tegn. Skriv det lidt kortere.',
    });
  });

  test.each<[string, [string, string], [string | null, string | null]]>([
    ['both kept', ['keep', 'keep'], ['Færre møder', 'Mere sparring']],
    ['one to change, one kept', ['change', 'keep'], ['Færre møder', 'Mere sparring']],
    ['the first done', ['done', 'keep'], ['Mere sparring', null]],
    ['the second done', ['change', 'done'], ['Færre møder', null]],
    ['both done', ['done', 'done'], [null, null]],
  ])('leads to a new agreement filled in with what goes on: %s', async (_, [first, second], titles) => {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': first, 'outcome-2': second });
    expect(shown(user).includes('De punkter, du vil gå videre med')).toBe(titles[0] !== null);
    await press(world, user, 'Lav ny aftale');
    expect(callbackOf(top(world, user))).toBe('point-1');
    const title = () =>
      (filled(top(world, user)) as Record<string, { value: { value: string | null } }>)['title'];
    expect(title()?.value.value).toBe(titles[0]);
    await submit(world, user, titles[0] === null ? { title: 'Nyt', 'first-step': 'Skridt' } : {});
    expect(titleOf(top(world, user))).toBe('Andet punkt');
    expect(title()?.value.value).toBe(titles[1]);
    await submit(world, user, titles[1] === null ? { title: 'Nyt', 'first-step': 'Skridt' } : {});
    await submit(world, user);
    expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
    const { agreement, past, draft } = await known(world, user);
    expect(agreement?.points.map(({ title: kept }) => kept)).toEqual(titles.map((kept) => kept ?? 'Nyt'));
    expect(agreement).toMatchObject({ period: { starts: '2027-02-23', ends: '2027-05-23' }, checkIns: [] });
    expect(past).toHaveLength(1);
    expect(draft).toBeUndefined();
  });

  test('sent twice, also at the same moment, is one ending, and says so both times', async () => {
    const user = await lookingBack();
    const view = top(world, user);
    const values = filled(view, { 'outcome-1': 'keep', 'outcome-2': 'done' });
    const answers = await Promise.all([sendAgain(user, view, values), sendAgain(user, view, values)]);
    const { version } = await known(world, user);
    expect(await sendAgain(user, view, values)).toEqual(answers[0]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
    expect((await known(world, user)).version).toBe(version);
  });

  test('sent from a phone after a new agreement was begun says so, and touches neither', async () => {
    const user = await lookingBack();
    const phone = top(world, user);
    const values = filled(phone, { 'outcome-1': 'keep', 'outcome-2': 'keep' });
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'done' });
    await makeAgreement(world, user);
    const before = await known(world, user);
    expect(await sendAgain(user, phone, values)).toEqual({
      response_action: 'errors',
      errors: { 'outcome-1': noAgreement },
    });
    expect(await known(world, user)).toEqual(before);
  });

  test('is not offered before its week', async () => {
    const user = await leader();
    await liveUntil(user, '2027-02-12T12:00:00Z');
    await command(world, user, 'opfølgning');
    expect(titleOf(top(world, user))).toBe('Hvordan går det?');
  });

  test('a day before the slot in the closing week closes, and nothing more is asked', async () => {
    const user = await leader();
    await liveUntil(user, '2027-02-22T12:00:00Z');
    const before = dms(world, user).length;
    await command(world, user, 'opfølgning');
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'done' });
    await command(world, user, '');
    expect(shown(user)).toContain(
      'Din lederaftale sluttede den 22. februar. Du kan se den til og med den 25. marts.',
    );
    await world.goTo('2027-04-01T12:00:00Z');
    expect(dms(world, user)).toHaveLength(before);
  });

  test('works after the period’s end, from the start modal, until retention takes it', async () => {
    const user = await leader();
    await world.goTo('2027-03-20T12:00:00Z');
    await command(world, user, '');
    expect(shown(user)).toContain(
      'Din lederaftale sluttede den 23. februar. Du kan se den til og med den 25. marts.',
    );
    await press(world, user, 'Se aftalen');
    expect(labels(user)).toEqual([
      'Se tilbage og afslut',
      'Lav ny aftale',
      'Vælg, hvem der er med',
      'Afslut aftalen',
    ]);
    await press(world, user, 'Se tilbage og afslut');
    expect(titleOf(top(world, user))).toBe('Tre måneder senere');
    await submit(world, user, { 'outcome-1': 'keep', 'outcome-2': 'done', learned: 'Sent er også godt' });
    expect(shown(user)).toContain('Du kan læse aftalen til og med den 25. marts.');
    expect((await known(world, user)).agreement?.ending?.on).toBe('2027-03-20');
  });

  test('from its direct message two weeks late closes as well', async () => {
    const user = await leader();
    await liveUntil(user, atTheEnd);
    await world.goTo('2027-03-09T12:00:00Z');
    await pressIn(lastDm(user), user, 'Se tilbage', world);
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'done' });
    expect(lastDm(user).text).toBe('Tak. Din aftale er slut.');
  });

  test('whose way on fails keeps its button for another try', async () => {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': 'keep', 'outcome-2': 'keep' });
    const { person, ...store } = world.store;
    const app = await appBeside(world, {
      store: { ...store, person: () => Promise.reject(new Error('No table')) },
    });
    expect(await person({ tenant: 'T', user })).toBeUndefined();
    await press(world, user, 'Lav ny aftale', {}, app);
    expect(shown(user)).toContain('Det lykkedes ikke lige nu.');
    expect(labels(user)).toEqual(['Lav ny aftale']);
    await press(world, user, 'Lav ny aftale');
    expect(callbackOf(top(world, user))).toBe('point-1');
    await app.close();
  });

  test('is in English for those who speak it', async () => {
    const user = await leader(english);
    await liveUntil(user, '2027-02-23T12:00:00Z');
    expect(lastDm(user).text).toMatch(/^Hi James. Your agreement has come to its end/);
    await pressIn(lastDm(user), user, 'Look back', world);
    expect(titleOf(top(world, user))).toBe('Three months on');
    await submit(world, user, { 'outcome-1': 'keep', 'outcome-2': 'done' });
    expect(shown(user)).toContain('You can read the agreement until 25 March.');
    expect(lastDm(user).text).toBe('Thanks. Your agreement has ended.');
  });
});

describe('lost weeks', () => {
  test('are not offered when none were lost', async () => {
    const user = await lookingBack();
    expect(labels(user)).toEqual([]);
    expect(shown(user)).not.toContain('Pauser og fridage');
  });

  test.each([
    [
      '15.12.2026',
      'Pauser og fridage tog en uge. Vil du have den lagt til?',
      'Læg en uge til',
      '2. marts 2027',
    ],
    [
      '29.12.2026',
      'Pauser og fridage tog 3 uger. Vil du have dem lagt til?',
      'Læg 3 uger til',
      '16. marts 2027',
    ],
  ])('to a pause until %s are offered back', async (until, sentence, label, ends) => {
    const user = await lookingBack(until);
    expect(shown(user)).toContain(sentence);
    expect(labels(user)).toEqual([label]);
    await press(world, user, label);
    expect(shown(user)).toContain(`Aftalen løber nu til den ${ends}.`);
    await command(world, user, '');
    expect(shown(user)).toContain(`Din lederaftale løber til den ${ends}.`);
  });

  test('are given back once: the follow-ups go on, and the next closing offers none', async () => {
    const user = await lookingBack('29.12.2026');
    const before = dms(world, user).length;
    const pressed = [press(world, user, 'Læg 3 uger til'), press(world, user, 'Læg 3 uger til')];
    expect(await Promise.all(pressed)).toEqual([{ ok: true }, { ok: true }]);
    expect((await known(world, user)).agreement).toMatchObject({
      period: { ends: '2027-03-16' },
      extendedWeeks: 3,
    });
    expect(shown(user)).toContain('Næste opfølgning: tirsdag den 2. marts kl. 9.00.');
    world.client.close(user, top(world, user).id, true);
    await liveUntil(user, '2027-03-16T09:00:00Z');
    expect(
      dms(world, user)
        .slice(before)
        .map(({ at }) => at.slice(0, 10)),
    ).toEqual(['2027-03-02', '2027-03-16']);
    await command(world, user, 'opfølgning');
    expect(titleOf(top(world, user))).toBe('Tre måneder senere');
    expect(labels(user)).toEqual([]);
  });

  test('pressed after the agreement was closed elsewhere say that there is none', async () => {
    const user = await lookingBack('29.12.2026');
    const view = top(world, user);
    await sendAgain(user, view, filled(view, { 'outcome-1': 'done', 'outcome-2': 'done' }));
    await press(world, user, 'Læg 3 uger til');
    expect(shown(user)).toContain(noAgreement);
    expect((await known(world, user)).agreement?.period.ends).toBe('2027-02-23');
  });

  test('that would not lie ahead any more are not offered', async () => {
    const user = await leader();
    await world.goTo('2026-12-07T09:00:00Z');
    await command(world, user, 'pause 15.12.2026');
    await liveUntil(user, '2027-03-09T09:00:00Z');
    await command(world, user, 'opfølgning');
    expect(titleOf(top(world, user))).toBe('Tre måneder senere');
    expect(labels(user)).toEqual([]);
  });
});

describe('stopping early', () => {
  test('asks first, ends kindly, and leads on', async () => {
    const user = await leader();
    await world.goTo('2026-12-01T09:00:00Z');
    await command(world, user, 'aftale');
    const stop = buttonsOf(blocksOf(top(world, user))).find(({ text }) => text.text === 'Afslut aftalen');
    expect(stop).toMatchObject({ style: 'danger', confirm: { confirm: { text: 'Afslut aftalen' } } });
    await press(world, user, 'Afslut aftalen');
    expect(shown(user)).toContain('Det er helt i orden at stoppe her.');
    expect(shown(user)).toContain(
      'Du kan læse aftalen til og med den 31. december. Du kan altid lave en ny.',
    );
    expect((await known(world, user)).agreement?.ending).toEqual({
      on: '2026-12-01',
      how: 'stopped',
      outcomes: [],
    });
    await command(world, user, '');
    expect(shown(user)).toContain(
      'Din lederaftale sluttede den 1. december. Du kan se den til og med den 31. december.',
    );
    expect(labels(user)).toEqual(['Lav ny aftale', 'Se aftalen', testOnStart, ...lastOnStart]);
    await press(world, user, 'Se aftalen');
    expect(shown(user)).toContain('Afsluttet før tid den 1. december.');
    expect(labels(user)).toEqual(['Lav ny aftale']);
  });

  test('nothing more comes, and the message that waited says that it is over', async () => {
    const user = await leader();
    await world.goTo('2026-12-08T09:00:00Z');
    await command(world, user, 'aftale');
    const seen = lastDm(user);
    await press(world, user, 'Afslut aftalen');
    expect(lastDm(user)).toMatchObject({ text: 'Tak. Din aftale er slut.', edited: true });
    await world.goTo('2027-01-07T20:00:00Z');
    expect(dms(world, user)).toHaveLength(1);
    await pressIn(seen, user, 'Svar nu', world);
    expect(lastDm(user).text).toBe('Den opfølgning er afsluttet.');
  });

  test('twice in a row is once', async () => {
    const user = await leader();
    await command(world, user, 'aftale');
    const presses = [press(world, user, 'Afslut aftalen'), press(world, user, 'Afslut aftalen')];
    expect(await Promise.all(presses)).toEqual([{ ok: true }, { ok: true }]);
    expect(titleOf(top(world, user))).toBe('Aftalen er slut');
  });

  test('from a view of an agreement that another followed touches nothing', async () => {
    const user = await leader();
    await command(world, user, 'aftale');
    const old = top(world, user);
    const action = {
      type: 'button',
      ...buttonsOf(blocksOf(old)).find(({ action_id: id }) => id === 'agreement.stop'),
    };
    await press(world, user, 'Afslut aftalen');
    await makeAgreement(world, user);
    await command(world, user, 'aftale');
    await world.client.press(user, { view: top(world, user).id }, action, {});
    expect(shown(user)).toContain(noAgreement);
    expect((await known(world, user)).agreement?.ending).toBeUndefined();
  });

  test('a new one may be made the same day, and asks in its own time', async () => {
    const user = await leader();
    await command(world, user, 'aftale');
    await press(world, user, 'Afslut aftalen');
    await makeAgreement(world, user, { rhythm: '1' });
    await world.goTo('2026-12-01T12:00:00Z');
    expect(dms(world, user)).toHaveLength(1);
  });
});

describe('afterwards', () => {
  async function renewed(): Promise<string> {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': 'done', 'outcome-2': 'keep', learned: 'At sige nej' });
    await press(world, user, 'Lav ny aftale');
    await submit(world, user);
    await submit(world, user, { title: 'Nyt punkt', 'first-step': 'Nyt skridt' });
    await submit(world, user);
    world.client.close(user, top(world, user).id, true);
    return user;
  }

  test('the history shows the past agreement with its outcomes, until retention really removes it', async () => {
    const user = await renewed();
    await liveUntil(user, '2027-03-25T22:30:00Z');
    await command(world, user, 'aftale');
    expect(labels(user)).toContain('Se tidligere aftaler');
    await press(world, user, 'Se tidligere aftaler');
    expect(titleOf(top(world, user))).toBe('Tidligere aftaler');
    for (const told of ['Færre møder', 'I mål', 'Fortsætter', 'At sige nej', 'Sejr 1'])
      expect(shown(user)).toContain(told);
    expect(views(world, user)).toHaveLength(1);

    const stale = top(world, user);
    await world.goTo('2027-03-26T00:30:00Z');
    const { past, agreement } = await known(world, user);
    expect(past).toEqual([]);
    expect(agreement?.points[0].title).toBe('Mere sparring');
    expect(JSON.stringify(await known(world, user))).not.toMatch(/Færre møder|At sige nej|Sejr 1\b/);
    await command(world, user, 'aftale');
    expect(labels(user)).not.toContain('Se tidligere aftaler');
    // The button of a view that is still open finds nothing either.
    expect(callbackOf(stale)).toBe('history');
    const action = { type: 'button', action_id: 'open.history' };
    await world.client.press(user, { view: top(world, user).id }, action, {});
    expect(shown(user)).toContain('Du har ingen tidligere aftaler.');
  });

  test('somebody who closed and made no new one keeps the draft thirty days, then nothing', async () => {
    const user = await lookingBack();
    await submit(world, user, { 'outcome-1': 'keep', 'outcome-2': 'keep', learned: 'At sige nej' });
    await world.goTo('2027-03-25T22:30:00Z');
    await command(world, user, '');
    expect(labels(user)).toEqual(['Skriv videre', 'Se aftalen', testOnStart, ...lastOnStart]);
    await world.goTo('2027-03-26T00:30:00Z');
    const { agreement, draft, past } = await known(world, user);
    expect({ agreement, draft, past }).toEqual({ agreement: undefined, draft: undefined, past: [] });
    await command(world, user, '');
    expect(shown(user)).toContain('Du har ingen aftale lige nu.');
  });

  test('a renewal asks about its own points only', async () => {
    const user = await renewed();
    await world.goTo('2027-03-09T09:00:00Z');
    await pressIn(lastDm(user), user, 'Svar nu', world);
    expect(shown(user)).toContain('Mere sparring');
    expect(shown(user)).not.toContain('Færre møder');
  });

  test('a new agreement begun while the old one’s look back waits is answered about itself', async () => {
    const user = await leader();
    await liveUntil(user, atTheEnd);
    await world.goTo('2027-03-03T12:00:00Z');
    await command(world, user, 'aftale');
    await press(world, user, 'Lav ny aftale');
    const point = { title: 'Nyt punkt', 'first-step': 'Nyt skridt' };
    for (const typed of [point, point, {}]) await submit(world, user, typed);
    expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
    await command(world, user, 'opfølgning');
    expect(titleOf(top(world, user))).toBe('Hvordan går det?');
    await submit(world, user, { 'progress-1': '3', 'progress-2': '3' });
    const { agreement } = await known(world, user);
    expect(agreement?.checkIns[0]?.week).toBe('2027-03-01');
  });
});
