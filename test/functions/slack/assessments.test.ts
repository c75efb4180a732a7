import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeView, type Json, team } from '../../../playground/slack/state.ts';
import { viewPayload } from '../../../playground/slack/views.ts';
import { World } from '../../../playground/world.ts';
import { leaderStatements } from '../../../shared/domain/assessment.ts';
import { type LeaderTheme, leaderThemes } from '../../../shared/domain/themes.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
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
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  readable,
  recording,
  submit,
  titleOf,
  top,
  views,
  whispers,
} from './support.ts';

/** The leader's prioritisation test, from the first page to an agreement's first form. */

const { log, lines } = recording();
let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday, log });
});
afterAll(() => world.close());

/** The names of the fields in front. */
const fieldsOf = (view: FakeView) =>
  blocksOf(view)
    .filter((block) => block['type'] === 'input')
    .map((block) => block['block_id'] as string);
const fieldOf = (user: string, base: string) =>
  fieldsOf(top(world, user)).find((id) => id === base || id.startsWith(`${base}.`)) ?? base;
const labels = (user: string) => buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text);
const says = (user: string) => readable(top(world, user).view);

type Given = Partial<Record<LeaderTheme, number>>;

/** What is typed into the page in front for ratings. */
const typed = (user: string, kind: 'now' | 'helps', given: Given) =>
  Object.fromEntries(
    Object.entries(given).map(([theme, rating]) => [fieldOf(user, `${kind}-${theme}`), String(rating)]),
  );
const answer = (user: string, kind: 'now' | 'helps', given: Given) =>
  submit(world, user, typed(user, kind, given));

/** Five low ones: the rest is fully true. */
const low: Given = { valued: 1, time: 2, mandate: 3, sparring: 2, climate: 4 };
const helps: Given = { valued: 1, time: 5, mandate: 3, sparring: 4, climate: 1 };
const ofPage = (page: 0 | 1 | 2, given: Given = low): Given =>
  Object.fromEntries((leaderStatements.pages[page] ?? []).map((theme) => [theme, given[theme] ?? 5]));

async function answerPages(user: string, pages: (0 | 1 | 2)[] = [0, 1, 2]): Promise<void> {
  for (const page of pages) await answer(user, 'now', ofPage(page));
}

/** Somebody with the result in front. */
async function atResult(more: Parameters<typeof newUser>[1] = {}): Promise<string> {
  const user = newUser(world, more);
  await command(world, user, 'test');
  await answerPages(user);
  await answer(user, 'helps', helps);
  expect(callbackOf(top(world, user))).toBe('assessment-choose');
  return user;
}

describe('the twelve statements', () => {
  test('stand on three pages in their order, each with five choices', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    for (const page of [0, 1, 2] as const) {
      const inputs = blocksOf(top(world, user)).filter((block) => block['type'] === 'input');
      expect(inputs.map((block) => (block['label'] as { text: string }).text)).toEqual(
        (leaderStatements.pages[page] ?? []).map((theme) => da.assessment.statements[theme]),
      );
      for (const block of inputs)
        expect((block['element'] as { options: Json[] }).options.map(readable)).toEqual(
          Object.values(da.assessment.now),
        );
      expect(says(user)).toContain(`Side ${page + 1} af 4`);
      await answer(user, 'now', ofPage(page));
    }
    expect(callbackOf(top(world, user))).toBe('assessment-helps');
    expect(views(world, user)).toHaveLength(1);
  });

  test('say before anything else what this is, to somebody new', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    const [first = ''] = da.settings.first.lines;
    expect(says(user)).toContain(first);
    await answerPages(user, [0]);
    await command(world, user, 'test');
    expect(says(user)).not.toContain(first);
  });

  test('are missed in their fields, and what was chosen is not kept yet', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    await answer(user, 'now', { meaning: 3, time: 3 });
    expect(top(world, user).errors).toEqual({
      'now-valued': da.errors.choose,
      'now-cross-pressure': da.errors.choose,
    });
    expect(await personOf(world, user)).toBeUndefined();
  });

  test('may be answered without the one about a manager', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    await answerPages(user, [0]);
    const { manager: _, ...others } = ofPage(1);
    await answer(user, 'now', others);
    expect(says(user)).toContain('Side 3 af 4');
    expect((await known(world, user)).assessment?.now).toEqual({ ...ofPage(0), ...others });
  });

  test('are kept page by page and gone on with from the start modal', async () => {
    const user = newUser(world);
    await command(world, user, '');
    expect(labels(user)).toContain(da.assessment.take);
    await press(world, user, da.assessment.take);
    await answerPages(user, [0]);
    world.client.close(user, top(world, user).id, true);
    await command(world, user, '');
    await press(world, user, da.assessment.goOn);
    expect(says(user)).toContain('Side 2 af 4');
    await answerPages(user, [1]);
    await command(world, user, 'test');
    expect(says(user)).toContain('Side 3 af 4');
    expect((await known(world, user)).assessment).toMatchObject({
      now: { ...ofPage(0), ...ofPage(1) },
      helps: {},
      on: '2026-11-23',
    });
  });

  test('lead back, and keep what was chosen on the page that is left', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    expect(labels(user)).not.toContain(da.back);
    await answerPages(user, [0]);
    await press(world, user, da.back, typed(user, 'now', { mandate: 2 }));
    expect(says(user)).toContain('Side 1 af 4');
    expect(Object.values(filled(top(world, user))).map((value) => readable(value))).toEqual([
      '5',
      '1',
      '2',
      '5',
    ]);
    await answer(user, 'now', { valued: 4 });
    expect((await known(world, user)).assessment?.now).toEqual({ ...ofPage(0), valued: 4, mandate: 2 });
    expect(filled(top(world, user))[fieldOf(user, 'now-mandate')]).toMatchObject({
      value: { selected_option: { value: '2' } },
    });
  });
});

describe('what would help', () => {
  test('is asked of the five lowest, and missed in its field', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    await answerPages(user);
    expect(fieldsOf(top(world, user)).map((id) => id.split('.')[0])).toEqual(
      Object.keys(low).map((theme) => `helps-${theme}`),
    );
    await answer(user, 'helps', { valued: 1 });
    expect(Object.keys(top(world, user).errors)).toHaveLength(4);
    expect((await known(world, user)).assessment?.helps).toEqual({});
  });

  test('is not asked where all is fully true', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    for (const page of [0, 1, 2] as const) await answer(user, 'now', ofPage(page, {}));
    expect(callbackOf(top(world, user))).toBe('assessment-choose');
    expect(says(user)).toContain(da.assessment.nothingLow);
  });

  test('says so where lots were drawn', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    const level = Object.fromEntries(leaderThemes.map((theme) => [theme, 3]));
    for (const page of [0, 1, 2] as const) await answer(user, 'now', ofPage(page, level));
    expect(fieldsOf(top(world, user))).toHaveLength(5);
    expect(says(user)).toContain(da.assessment.drawn);
  });
});

describe('the result', () => {
  test('shows three themes in their order, with why and a question, and no number but dates', async () => {
    const user = await atResult();
    const top3 = (['time', 'sparring', 'mandate'] as const).map(
      (theme) => `*${da.themes[theme]}*\n${da.assessment.why[theme]}\n_${da.assessment.question[theme]}_`,
    );
    const sections = blocksOf(top(world, user)).filter((block) => block['type'] === 'section');
    expect(sections.map(readable)).toEqual([da.assessment.result, ...top3, da.assessment.choose]);
    expect(says(user).replace('21. februar 2027', '')).not.toMatch(/\d/);
    expect(says(user)).toContain(da.assessment.deletedOnOrWith('2027-02-21'));
  });

  test('is what one comes back to, with the answers there to be corrected', async () => {
    const user = await atResult();
    world.client.close(user, top(world, user).id, true);
    await command(world, user, '');
    await press(world, user, da.assessment.see);
    expect(callbackOf(top(world, user))).toBe('assessment-choose');
    await press(world, user, da.assessment.correct);
    await answer(user, 'now', { meaning: 1 });
    await submit(world, user);
    await submit(world, user);
    expect(fieldsOf(top(world, user)).map((id) => id.split('.')[0])).toContain('helps-meaning');
    await answer(user, 'helps', { meaning: 5 });
    expect(says(user)).toContain(da.assessment.why.meaning);
    expect(filled(top(world, user))[fieldOf(user, 'first')]).toMatchObject({
      value: { selected_option: { value: 'meaning' } },
    });
  });

  test('is forgotten at once when one starts over, in the same view too', async () => {
    const user = await atResult();
    const before = (await known(world, user)).assessment?.id;
    await press(world, user, da.assessment.again);
    const { assessment } = await known(world, user);
    expect(assessment).toMatchObject({ now: {}, helps: {} });
    expect(assessment?.id).not.toBe(before);
    // Nothing of what was chosen before stands in the fields, whatever Slack remembers of the view.
    await submit(world, user);
    expect(Object.keys(top(world, user).errors)).toHaveLength(4);
    expect(labels(user)).not.toContain(da.assessment.again);
  });
});

describe('make agreement', () => {
  const point = { title: 'Fredag formiddag', 'first-step': 'Spærre kalenderen' };

  test('opens the two forms with the top two, and they become the agreement’s', async () => {
    const user = await atResult();
    await submit(world, user);
    expect(callbackOf(top(world, user))).toBe('point-1');
    expect(labels(user)).not.toContain(da.assessment.take);
    await submit(world, user, point);
    expect(titleOf(top(world, user))).toBe('Andet punkt');
    await submit(world, user, { ...point, title: 'Ring til Ida' });
    await submit(world, user);
    expect(titleOf(top(world, user))).toBe('Aftalen er gemt');
    const { agreement, assessment } = await known(world, user);
    expect(agreement?.points.map(({ theme }) => theme)).toEqual(['time', 'sparring']);
    expect(assessment?.chosen).toBeUndefined();
    expect(assessment?.now.valued).toBe(1);
  });

  test('with other themes than the test’s, and one that its leader then takes away', async () => {
    const user = await atResult();
    await submit(world, user, {
      [fieldOf(user, 'first')]: 'growing',
      [fieldOf(user, 'second')]: 'direction',
    });
    await submit(world, user, { ...point, [fieldOf(user, 'theme')]: '' });
    await submit(world, user, point);
    expect((await known(world, user)).draft?.points.map((written) => written?.theme)).toEqual([
      undefined,
      'direction',
    ]);
  });

  test('is refused in the field for the same theme twice, and for none', async () => {
    const user = await atResult();
    const [first, second] = [fieldOf(user, 'first'), fieldOf(user, 'second')];
    await submit(world, user, { [first]: 'time', [second]: 'time' });
    expect(top(world, user).errors).toEqual({ [second]: da.assessment.differ });
    await submit(world, user, { [first]: '', [second]: 'time' });
    expect(top(world, user).errors).toEqual({ [first]: da.errors.choose });
    expect((await known(world, user)).assessment?.chosen).toBeUndefined();
  });

  test('is remembered when the modal is closed', async () => {
    const user = await atResult();
    await submit(world, user);
    world.client.close(user, top(world, user).id, true);
    await command(world, user, 'aftale');
    await submit(world, user, point);
    await submit(world, user, point);
    expect((await known(world, user)).draft?.points.map((written) => written?.theme)).toEqual([
      'time',
      'sparring',
    ]);
  });

  test('goes on with what was drafted, under its theme', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, { ...point, theme: 'sparring', difference: 'Ro' });
    await command(world, user, 'test');
    await answerPages(user);
    await answer(user, 'helps', helps);
    await submit(world, user);
    expect(readable(filled(top(world, user)))).not.toContain('Fredag');
    await submit(world, user, { title: 'Tid', 'first-step': 'I morgen' });
    await submit(world, user);
    expect((await known(world, user)).draft?.points).toMatchObject([
      { title: 'Tid', theme: 'time' },
      { title: point.title, theme: 'sparring', difference: 'Ro' },
    ]);
  });

  test('can be reached from an agreement’s first form, and what was typed there is still there', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    expect(says(user)).toContain(da.assessment.unsure);
    await press(world, user, da.assessment.take, { title: 'Halvt skrevet' });
    await answerPages(user);
    await answer(user, 'helps', helps);
    await submit(world, user);
    await submit(world, user, { 'first-step': 'Nu' });
    expect((await known(world, user)).draft?.points[0]).toEqual({
      title: 'Halvt skrevet',
      firstStep: 'Nu',
      theme: 'time',
    });
  });

  test('is not offered while an agreement runs, and then refused', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await command(world, user, 'test');
    await answerPages(user);
    await answer(user, 'helps', helps);
    expect(says(user)).toContain(da.assessment.running);
    expect(fieldsOf(top(world, user))).toEqual([]);
    expect(says(user)).toContain(da.assessment.deletedOn('2027-02-23'));
    await press(world, user, da.start.see);
    expect(callbackOf(top(world, user))).toBe('agreement');
  });

  test('on another device is refused when an agreement was made meanwhile', async () => {
    const user = await atResult();
    const phone = top(world, user);
    await makeAgreement(world, user);
    const { response_action, errors } = await submitFrom(user, phone);
    expect([response_action, Object.values(errors as Json)]).toEqual([
      'errors',
      [da.refusals['agreement-running']],
    ]);
  });
});

/** A device has its own modal: its submissions are made by hand, since the fake Slack shows one modal per person. */
async function submitFrom(user: string, view: FakeView, given: Record<string, string> = {}): Promise<Json> {
  const payload = {
    type: 'view_submission',
    ...envelope(world, user),
    view: viewPayload(view, filled(view, given)),
  };
  const body = form({ payload: JSON.stringify(payload) });
  const answered = await world.handleSlack(event({ body, contentType: formType }));
  expect(answered.statusCode).toBe(200);
  return JSON.parse(answered.body) as Json;
}

describe('sent twice', () => {
  test('a page is kept once', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    const view = top(world, user);
    const given = typed(user, 'now', ofPage(0));
    const answers = await Promise.all([submitFrom(user, view, given), submitFrom(user, view, given)]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await known(world, user)).toMatchObject({
      version: 1,
      assessment: { id: view.id, now: ofPage(0) },
    });
  });

  test('the choice is made once', async () => {
    const user = await atResult();
    const view = top(world, user);
    const { version } = await known(world, user);
    const answers = [await submitFrom(user, view), await submitFrom(user, view)];
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { callback_id: 'point-1' } });
    expect(answers[1]).toEqual(answers[0]);
    expect((await known(world, user)).version).toBe(version + 1);
  });

  test('from two devices, all of it is the leader’s test', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    await answerPages(user, [0]);
    const phone = top(world, user);
    await press(world, user, da.assessment.again);
    await answerPages(user, [0]);
    const { view } = await submitFrom(
      user,
      phone,
      Object.fromEntries(fieldsOf(phone).map((id) => [id, '2'])),
    );
    expect(readable(view)).toContain('Side 3 af 4');
    expect((await known(world, user)).assessment?.now).toEqual({
      ...ofPage(0),
      ...Object.fromEntries((leaderStatements.pages[1] ?? []).map((theme) => [theme, 2])),
    });
  });
});

test('in English it is the same test', async () => {
  const user = newUser(world, english);
  await command(world, user, 'test');
  expect(titleOf(top(world, user))).toBe(en.assessment.title);
  await answerPages(user);
  await answer(user, 'helps', helps);
  expect(says(user)).toContain(en.assessment.why.time);
  await submit(world, user);
  expect(titleOf(top(world, user))).toBe('First point');
});

test('nothing of it is in messages, logs or what anybody else’s item holds; and it is deleted by itself', async () => {
  const user = await atResult();
  await submit(world, user);
  await submit(world, user, { title: 'Et', 'first-step': 'To' });
  await submit(world, user, { title: 'Tre', 'first-step': 'Fire' });
  await submit(world, user);
  const heard = JSON.stringify([dms(world, user), whispers(world, user), lines]);
  for (const text of [da.assessment.statements.time, da.assessment.now[1], da.themes.sparring, '"helps"'])
    expect(heard).not.toContain(text);
  await world.goTo('2027-02-23T22:00:00Z');
  expect((await known(world, user)).assessment).toBeDefined();
  await world.goTo('2027-02-24T00:00:00Z');
  expect(await known(world, user)).toMatchObject({ tenant: team, agreement: {} });
  expect((await known(world, user)).assessment).toBeUndefined();
});
