import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FakeUser, Json } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { sparringReplies } from '../../../shared/domain/request.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  blocksOf,
  command,
  dms,
  known,
  lastOf,
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  pressIn,
  readable,
  submit,
  titleOf,
  top,
} from './support.ts';

/** Sparring asked of a colleague, with or without an agreement. */

let world: World;
let asker: string;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.startAt(monday);
  asker = newUser(world, { name: 'Mette Holm' });
});

const shown = (user: string) => readable(top(world, user).view);
const later = (seconds = 120) => world.goTo(addSeconds(world.clock.now(), seconds));

/** Who stands in the form's only field. */
function filledIn(): unknown {
  const [block] = blocksOf(top(world, asker)).filter(({ type }) => type === 'input');
  return (block?.['element'] as Json | undefined)?.['initial_user'];
}

async function ask(who: string): Promise<void> {
  await command(world, asker, 'sparring');
  await submit(world, asker, { who });
  expect(titleOf(top(world, asker)), JSON.stringify(top(world, asker).errors)).toBe('Sparring');
}

describe('the command', () => {
  test.each([
    ['a mention', (id: string) => `sparring <@${id}|karen friis>`, true],
    ['a mention without a name', (id: string) => `sparring <@${id}>`, true],
    ['a mention among other words', (id: string) => `sparring  med <@${id}|karen> tak`, true],
    ['a name', () => 'sparring Karen Friis', false],
    ['a name that looks like a mention', () => 'sparring @karen', false],
    ['nobody', () => 'sparring', false],
  ])('with %s opens the form', async (_, words, isFilledIn) => {
    const karen = newUser(world, { name: 'Karen Friis' });
    await command(world, asker, words(karen));
    expect(titleOf(top(world, asker))).toBe('Sparring');
    expect(filledIn()).toBe(isFilledIn ? karen : undefined);
    await submit(world, asker, { who: karen });
    expect((await known(world, asker)).sparring?.map(({ to }) => to)).toEqual([karen]);
  });
});

describe('the form', () => {
  const cases: [string, () => string, string][] = [
    ['oneself', () => asker, da.refusals['named-self']],
    ['an app', () => newUser(world, { isBot: true }), da.refusals['not-a-person']],
    ['a guest', () => newUser(world, { isGuest: true }), da.refusals['not-a-colleague']],
    ['somebody gone', () => newUser(world, { isDeleted: true }), da.refusals['person-gone']],
    ['nobody', () => '', da.errors.choose],
  ];
  test.each(cases)('refuses %s in its field', async (_, who, sentence) => {
    await command(world, asker, 'sparring');
    await submit(world, asker, { who: who() });
    expect(top(world, asker).errors).toEqual({ who: sentence });
    expect(await personOf(world, asker)).toBeUndefined();
  });

  test('asks somebody who has not answered only once', async () => {
    const karen = newUser(world);
    await ask(karen);
    await ask(karen);
    await world.goTo('2026-11-25T12:00:00Z');
    expect(dms(world, karen)).toHaveLength(1);
  });
});

const languages: { language: string; texts: typeof da; locale: FakeUser['locale'] }[] = [
  { language: 'Danish', texts: da, locale: 'da-DK' },
  { language: 'English', texts: en, locale: 'en-GB' },
];
const answers = languages.flatMap((language) => sparringReplies.map((reply) => ({ ...language, reply })));

describe.each(answers)('“$reply”, in $language', ({ reply, texts, locale }) => {
  test('is asked neutrally, answered, and told; nothing of it is written in a message', async () => {
    const colleague = newUser(world, { name: 'James Carter', locale });
    await ask(colleague);
    await later();
    const dm = lastOf(dms(world, colleague));
    expect(dm.text).toContain(texts.news.sparring[1].trim());
    await pressIn(dm, colleague, texts.news.open, world);
    expect(shown(colleague)).toContain(texts.sparring.what);
    const { id = '' } = (await known(world, asker)).sparring?.[0] ?? {};
    await submit(world, colleague, { [`reply-${id}`]: reply, [`when-${id}`]: 'Torsdag efter frokost' });
    expect(shown(colleague)).toContain(texts.sparring.told);
    await later();
    const told = lastOf(dms(world, asker));
    expect(told.text).toContain('har svaret dig om sparring');
    expect(JSON.stringify(told)).not.toContain('Torsdag');
    await pressIn(told, asker, da.news.see, world);
    expect(shown(asker)).toContain(da.sparring.replies[reply]);
    expect(shown(asker)).toContain('Torsdag efter frokost');
    await command(world, colleague, '');
    expect(shown(colleague)).not.toContain(texts.start.inbox(1));
  });
});

test('an answer that is changed, from a message that was not repainted yet, is told again', async () => {
  const karen = newUser(world);
  await ask(karen);
  await later();
  const { id = '' } = (await known(world, asker)).sparring?.[0] ?? {};
  const asked = lastOf(dms(world, karen));
  for (const [reply, day] of [
    ['yes', '2026-11-24'],
    ['no', '2026-11-25'],
  ] as const) {
    await pressIn(asked, karen, da.news.open, world);
    await submit(world, karen, { [`reply-${id}`]: reply });
    await world.goTo(`${day}T12:00:00Z`);
  }
  expect(dms(world, asker)).toHaveLength(2);
});

describe('“I want sparring” in a check-in', () => {
  let partner: string;
  beforeEach(async () => {
    partner = newUser(world);
    await makeAgreement(world, asker);
    await command(world, asker, 'aftale');
    await press(world, asker, da.people.change);
    await submit(world, asker, { partners: [partner] });
    await later();
  });

  const progress = { 'progress-1': '3', 'progress-2': '3' };

  async function accept(): Promise<void> {
    await pressIn(lastOf(dms(world, partner)), partner, da.news.see, world);
    await press(world, partner, da.partner.yes);
    await world.goTo('2026-11-24T12:00:00Z');
  }

  test('reaches the partner who said yes, neutrally, and says so', async () => {
    await accept();
    await command(world, asker, 'opfølgning');
    await submit(world, asker, { ...progress, 'note-1': 'Det er svært', sparring: partner });
    expect(shown(asker)).toContain(da.sparring.sentForYou);
    await later();
    const dm = lastOf(dms(world, partner));
    expect(dm.text).toContain('vil gerne sparre med dig');
    expect(JSON.stringify(dm)).not.toMatch(/svært|Færre møder/);
  });

  test('is not there before a partner said yes', async () => {
    await command(world, asker, 'opfølgning');
    expect(shown(asker)).not.toContain(da.sparring.wanted);
  });

  test('can only be asked of a partner', async () => {
    await accept();
    await command(world, asker, 'opfølgning');
    await submit(world, asker, { ...progress, sparring: newUser(world) });
    expect(top(world, asker).errors).toEqual({ sparring: da.errors.notWithYou });
    expect((await known(world, asker)).sparring ?? []).toEqual([]);
  });
});
