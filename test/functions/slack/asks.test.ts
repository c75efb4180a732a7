import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import type { AskKind, Reply } from '../../../shared/domain/ask.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  blocksOf,
  buttonsOf,
  choose,
  command,
  dms,
  english,
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
} from './support.ts';

/** What a leader asks of the person who can act: from the form to the answer, and back. */

let world: World;
let leader: string;
let manager: string;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.startAt(monday);
  manager = newUser(world, { name: 'Karen Friis' });
  leader = newUser(world, { name: 'Mette Holm' });
  await makeAgreement(world, leader);
  await bring({ manager });
});

const shown = (user: string) => readable(top(world, user).view);
const labels = (user: string) => buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text);
const asks = async () => (await known(world, leader)).agreement?.asks ?? [];
const askId = async () => lastOf(await asks()).id;
const later = (seconds = 120) => world.goTo(addSeconds(world.clock.now(), seconds));

async function bring(people: Record<string, string | string[]>): Promise<void> {
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  await submit(world, leader, people);
  expect(titleOf(top(world, leader))).toBe(da.agreement.title);
}

async function openAsk(): Promise<void> {
  await command(world, leader, 'aftale');
  await press(world, leader, da.ask.make);
}

async function ask(typed: Record<string, string> = {}): Promise<void> {
  await openAsk();
  await submit(world, leader, { kind: 'decide', text: 'Må jeg droppe mandagsmødet?', ...typed });
  expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.ask.sentTitle);
}

/** The recipient opens what came and answers, from a direct message that is there already. */
async function open(user: string, texts = da): Promise<void> {
  await pressIn(lastOf(dms(world, user)), user, texts.news.open, world);
}

async function reply(user: string, answer: Reply, more: { date?: string; comment?: string } = {}) {
  const id = await askId();
  await submit(world, user, {
    [`reply-${id}`]: answer,
    ...(more.date === undefined ? {} : { [`date-${id}`]: more.date }),
    ...(more.comment === undefined ? {} : { [`comment-${id}`]: more.comment }),
  });
}

const rounds: { kind: AskKind; answer: Reply; language: 'da' | 'en' }[] = [
  { kind: 'decide', answer: 'yes', language: 'da' },
  { kind: 'limit', answer: 'partly', language: 'en' },
  { kind: 'give-time', answer: 'not-now', language: 'da' },
  { kind: 'listen', answer: 'talk', language: 'en' },
  { kind: 'decide', answer: 'talk', language: 'da' },
  { kind: 'listen', answer: 'not-now', language: 'en' },
];

describe.each(rounds)('asked for “$kind”, answered “$answer” in $language', ({ kind, answer, language }) => {
  const texts = { da, en }[language];

  test('each reads the other’s words, in their own language, and only in a modal', async () => {
    if (language === 'en') {
      manager = newUser(world, english);
      await bring({ manager });
    }
    await ask({ kind });
    await later();
    const dm = lastOf(dms(world, manager));
    expect(dm.text).toContain(texts.news.first);
    expect(JSON.stringify(dm)).not.toMatch(/mandagsmødet|Færre møder/);
    await open(manager, texts);
    expect(shown(manager)).toContain(texts.ask.kinds[kind]);
    expect(shown(manager)).toContain('Må jeg droppe mandagsmødet?');
    expect(shown(manager)).not.toContain('Færre møder');
    await reply(manager, answer, { comment: 'Efter nytår' });
    expect(titleOf(top(world, manager))).toBe(texts.answer.thanks);
    expect(shown(manager).includes(texts.answer.agenda)).toBe(answer === 'talk');
    expect(lastOf(dms(world, manager)).text).toContain(texts.news.answeredByYou[1]);
    await later();
    const told = lastOf(dms(world, leader));
    expect(told.text).toContain('har svaret dig');
    expect(JSON.stringify(told)).not.toContain('Efter nytår');
    await pressIn(told, leader, da.news.see, world);
    expect(shown(leader)).toContain(da.answer.replies[answer]);
    expect(shown(leader)).toContain('Efter nytår');
    expect(shown(leader).includes(da.answer.agenda)).toBe(answer === 'talk');
  });
});

describe('the form', () => {
  test('says what the chosen one will see, before anything is sent', async () => {
    const other = newUser(world);
    await bring({ manager, 'see-points': [manager] });
    await openAsk();
    expect(shown(leader)).toContain(da.ask.seesPointsToo.trim());
    await choose(world, leader, 'to', { to: other, text: 'Kan du hjælpe?' });
    expect(shown(leader)).toContain(da.ask.seesIt.trim());
    expect(JSON.stringify(top(world, leader).view)).toContain(`"user_id":"${other}"`);
    expect(await asks()).toEqual([]);
  });

  test('shows the points to whom they are shared with', async () => {
    await bring({ manager, 'see-points': [manager] });
    await ask();
    await later();
    await open(manager);
    expect(shown(manager)).toContain('Færre møder');
    expect(shown(manager)).toContain('Aflyse tirsdagsmødet');
  });

  const refusals: [string, (ids: { leader: string }) => Record<string, string>, string, string][] = [
    ['oneself', ({ leader: to }) => ({ to }), 'to', da.refusals['named-self']],
    ['an app', () => ({ to: newUser(world, { isBot: true }) }), 'to', da.refusals['not-a-person']],
    ['a guest', () => ({ to: newUser(world, { isGuest: true }) }), 'to', da.refusals['not-a-colleague']],
    ['somebody gone', () => ({ to: newUser(world, { isDeleted: true }) }), 'to', da.refusals['person-gone']],
    ['nobody', () => ({ to: '' }), 'to', da.errors.choose],
    ['nothing', () => ({ text: '  ' }), 'text', da.errors.empty],
    ['more than fits', () => ({ text: 'x'.repeat(301) }), 'text', da.errors.tooLong(300)],
  ];
  test.each(refusals)('refuses %s in its field', async (_, typed, field, sentence) => {
    await openAsk();
    const { view } = top(world, leader);
    await submit(world, leader, { kind: 'decide', text: 'Må jeg?', to: manager, ...typed({ leader }) });
    expect(top(world, leader)).toMatchObject({ view, errors: { [field]: sentence } });
    expect(await asks()).toEqual([]);
  });

  test('asks of a point once at a time', async () => {
    await openAsk();
    const first = top(world, leader);
    await submit(world, leader, { kind: 'decide', text: 'Må jeg?' });
    world.slack.putViews(leader, [{ ...first, hash: '2.hother' }]);
    await submit(world, leader, { kind: 'decide', text: 'Må jeg så?' });
    expect(top(world, leader).errors).toEqual({ text: da.refusals['ask-waits'] });
    expect((await asks()).map(({ text }) => text)).toEqual(['Må jeg?']);
  });

  test('sent twice is one ask', async () => {
    await openAsk();
    const form = top(world, leader);
    await submit(world, leader, { kind: 'decide', text: 'Må jeg?' });
    world.slack.putViews(leader, [form]);
    await submit(world, leader, { kind: 'decide', text: 'Må jeg?' });
    expect(titleOf(top(world, leader))).toBe(da.ask.sentTitle);
    expect(await asks()).toHaveLength(1);
  });

  test('is there again for another ask when the first is answered', async () => {
    await ask();
    await later();
    await open(manager);
    await reply(manager, 'not-now');
    await ask({ text: 'Og til foråret?' });
    expect((await asks()).map(({ text }) => text)).toEqual([
      'Må jeg droppe mandagsmødet?',
      'Og til foråret?',
    ]);
  });
});

describe('the answer', () => {
  beforeEach(async () => {
    await ask();
    await later();
    await open(manager);
  });

  test.each(['2026-11-23', '2026-11-20'])(
    'with the date %s is refused in its field, and keeps its text',
    async (date) => {
      const { view } = top(world, manager);
      await reply(manager, 'yes', { date, comment: 'Gerne' });
      const id = await askId();
      expect(top(world, manager)).toMatchObject({
        view,
        errors: { [`date-${id}`]: da.refusals['date-not-ahead'] },
      });
      expect((await asks())[0]?.answer).toBeUndefined();
      await reply(manager, 'yes', { date: '2026-11-24', comment: 'Gerne' });
      expect((await asks())[0]?.answer).toMatchObject({ reply: 'yes', date: '2026-11-24', comment: 'Gerne' });
    },
  );

  test('needs a choice', async () => {
    await submit(world, manager);
    expect(top(world, manager).errors).toEqual({ [`reply-${await askId()}`]: da.errors.choose });
  });

  test('can be another later; the leader hears of that too, the next day', async () => {
    await reply(manager, 'not-now', { comment: 'Desværre' });
    await later();
    await command(world, manager, '');
    await press(world, manager, da.inbox.titleNothing);
    await press(world, manager, da.inbox.change);
    const values = JSON.stringify(blocksOf(top(world, manager)) satisfies Json[]);
    expect(values).toContain('"initial_value":"Desværre"');
    await reply(manager, 'yes', { date: '2026-12-10', comment: 'Alligevel' });
    await later();
    expect(dms(world, leader).filter(({ text }) => text.includes('har svaret'))).toHaveLength(1);
    await world.goTo('2026-11-24T12:00:00Z');
    expect(dms(world, leader).filter(({ text }) => text.includes('har svaret'))).toHaveLength(2);
    await pressIn(lastOf(dms(world, leader)), leader, da.news.see, world);
    expect(shown(leader)).toContain('Alligevel');
    expect(shown(leader)).not.toContain('Desværre');
  });

  test('to what was withdrawn meanwhile is refused, and nothing is stored', async () => {
    await command(world, leader, 'aftale');
    await press(world, leader, da.ask.open);
    await press(world, leader, da.ask.withdraw);
    expect(shown(leader)).toContain(da.ask.closed.withdrawn);
    await reply(manager, 'yes', { comment: 'Gerne' });
    expect(Object.values(top(world, manager).errors)).toEqual([da.refusals['not-yours']]);
    expect((await asks())[0]).toMatchObject({ closed: 'withdrawn' });
    expect((await asks())[0]?.answer).toBeUndefined();
    await later();
    expect(dms(world, leader)).toEqual([]);
    await command(world, manager, '');
    expect(labels(manager)).not.toContain(da.start.inbox(1));
  });
});

describe('an ask that waits', () => {
  test('can be put to somebody else: the first can see it no longer, the other is written to', async () => {
    const other = newUser(world);
    await ask();
    await later();
    await command(world, leader, 'aftale');
    await press(world, leader, da.ask.open);
    await press(world, leader, da.ask.redirect);
    await submit(world, leader, { to: other });
    expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.ask.sentTitle);
    expect((await asks()).map(({ to, closed, text }) => [to, closed, text])).toEqual([
      [manager, 'withdrawn', 'Må jeg droppe mandagsmødet?'],
      [other, undefined, 'Må jeg droppe mandagsmødet?'],
    ]);
    await open(manager);
    expect(shown(manager)).toContain(da.refusals['not-yours']);
    expect(shown(manager)).not.toContain('mandagsmødet');
    await later();
    await open(other);
    expect(shown(other)).toContain('Må jeg droppe mandagsmødet?');
  });

  test.each([
    ['rests', 'pause 2027-01-11', true],
    ['is at work', '', false],
  ])('when its recipient %s, says no more than that it may take a while', async (_, words, isSaid) => {
    await command(world, manager, words);
    await ask();
    await later();
    await command(world, leader, 'aftale');
    await press(world, leader, da.ask.open);
    expect(shown(leader).includes(da.ask.mayTakeAWhile)).toBe(isSaid);
    expect(shown(leader)).not.toMatch(/pause|2027/i);
  });
});
