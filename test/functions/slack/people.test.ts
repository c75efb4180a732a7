import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FakeUser } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  blocksOf,
  buttonsOf,
  callbackOf,
  choose,
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

/** Whom a leader brings along: who can be named, what it costs to find out, and who sees what. */

let world: World;
let leader: string;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const shown = (user: string) => readable(top(world, user).view);
const later = (seconds = 120) => world.goTo(addSeconds(world.clock.now(), seconds));
const asked = () => world.webApi.calls.filter(({ method }) => method === 'users.info').length;

type Typed = Record<string, string | string[]>;
type Place = { where: string; open: (texts: typeof da) => Promise<void> };

/** The two places where people are named. */
const places: Place[] = [
  {
    where: 'in a new agreement',
    open: async (texts) => {
      await command(world, leader, 'aftale');
      await submit(world, leader, { title: 'Færre møder', 'first-step': 'Aflyse et' });
      await submit(world, leader, { title: 'Mere sparring', 'first-step': 'Ringe til Ida' });
      await press(world, leader, texts.people.bring);
    },
  },
  {
    where: 'in one that runs',
    open: async (texts) => {
      await makeAgreement(world, leader);
      await command(world, leader, 'aftale');
      await press(world, leader, texts.people.change);
    },
  },
];
const languages = [
  { language: 'Danish', texts: da, locale: 'da-DK' },
  { language: 'English', texts: en, locale: 'en-GB' },
] as const;
const everywhere = places.flatMap((place) => languages.map((language) => ({ ...place, ...language })));

async function meet({ locale }: Pick<FakeUser, 'locale'> = { locale: 'da-DK' }): Promise<void> {
  world.clock.startAt(monday);
  leader = newUser(world, { name: 'Mette Holm', locale });
}

const someone = (more: Partial<FakeUser> = {}) => newUser(world, more);

describe.each(everywhere)('$where, in $language', ({ open, texts, locale }) => {
  beforeEach(async () => {
    await meet({ locale });
    await open(texts);
  });

  const cases: { says: string; people: () => Typed; field: string; why: keyof typeof da.refusals }[] = [
    { says: 'oneself as manager', people: () => ({ manager: leader }), field: 'manager', why: 'named-self' },
    {
      says: 'oneself as partner',
      people: () => ({ partners: [leader] }),
      field: 'partners',
      why: 'named-self',
    },
    {
      says: 'the manager as partner',
      people: () => {
        const both = someone();
        return { manager: both, partners: [someone(), both] };
      },
      field: 'partners',
      why: 'named-twice',
    },
    {
      says: 'a fourth partner',
      people: () => ({ partners: [someone(), someone(), someone()], external: 'Ole' }),
      field: 'partners',
      why: 'too-many-partners',
    },
    {
      says: 'an app',
      people: () => ({ manager: someone({ isBot: true }) }),
      field: 'manager',
      why: 'not-a-person',
    },
    {
      says: 'a guest',
      people: () => ({ manager: someone(), partners: [someone(), someone({ isGuest: true })] }),
      field: 'partners',
      why: 'not-a-colleague',
    },
    {
      says: 'somebody of another company',
      people: () => ({ manager: someone({ isStranger: true }), partners: [someone()] }),
      field: 'manager',
      why: 'not-a-colleague',
    },
    {
      says: 'somebody deactivated',
      people: () => ({ manager: someone(), partners: [someone({ isDeleted: true })] }),
      field: 'partners',
      why: 'person-gone',
    },
    {
      says: 'somebody unknown',
      people: () => ({ manager: 'U0NOBODY' }),
      field: 'manager',
      why: 'not-a-colleague',
    },
  ];

  test.each(cases)(
    '$says is refused in the field, and everything typed stays',
    async ({ people, field, why }) => {
      const { view } = top(world, leader);
      const before = await personOf(world, leader);
      await submit(world, leader, people());
      expect(top(world, leader)).toMatchObject({ view, errors: { [field]: texts.refusals[why] } });
      expect(Object.keys(top(world, leader).errors)).toEqual([field]);
      expect(await personOf(world, leader)).toEqual(before);
    },
  );

  test('each who can’t be named is told of, in one answer', async () => {
    await submit(world, leader, {
      manager: someone({ isBot: true }),
      partners: [someone({ isDeleted: true })],
    });
    expect(top(world, leader).errors).toEqual({
      manager: texts.refusals['not-a-person'],
      partners: texts.refusals['person-gone'],
    });
  });

  test('who may see the points must be with the leader', async () => {
    await submit(world, leader, { manager: someone(), 'see-points': [someone()] });
    expect(top(world, leader).errors).toEqual({ 'see-points': texts.people.seePointsHint });
  });

  test('Slack is asked once for each person, and not again the same day', async () => {
    const [manager, one, two] = [someone(), someone(), someone()];
    const before = asked();
    const people = { manager, partners: [one, two], external: 'x'.repeat(61) };
    await submit(world, leader, { ...people, 'see-points': [two] });
    await submit(world, leader, { ...people, external: 'Ole' });
    expect((await known(world, leader)).agreement?.partners).toHaveLength(3);
    expect(asked()).toBe(before + 3);
    await command(world, leader, locale === 'da-DK' ? 'aftale' : 'agreement');
    await press(world, leader, texts.people.change);
    await submit(world, leader, { manager: '', partners: [one, two, manager], external: '' });
    expect((await known(world, leader)).agreement?.manager).toBeUndefined();
    expect(asked()).toBe(before + 3);
  });

  test('who is named in two places is refused before Slack is asked', async () => {
    const both = someone();
    const before = asked();
    await submit(world, leader, { manager: both, partners: [both] });
    expect(top(world, leader).errors).toEqual({ partners: texts.refusals['named-twice'] });
    expect(asked()).toBe(before);
  });

  test('when Slack does not answer, a sentence does, in time and in the form', async () => {
    world.webApi.faults.set(
      'users.info',
      Array.from({ length: 8 }, () => ({ kind: 'hang' as const })),
    );
    const { view } = top(world, leader);
    const before = await personOf(world, leader);
    const began = Date.now();
    const outcome = await submit(world, leader, { manager: someone(), partners: [someone(), someone()] });
    world.webApi.faults.clear();
    expect(outcome).toEqual({ ok: true });
    expect(Date.now() - began).toBeLessThan(2900);
    expect(top(world, leader).view).toEqual(view);
    expect(Object.values(top(world, leader).errors)[0]).toContain(texts.errors.unsaved('').split('.')[0]);
    expect(await personOf(world, leader)).toEqual(before);
  });
});

test('what Slack said is asked again the next day', async () => {
  await meet();
  await makeAgreement(world, leader);
  const manager = someone();
  const name = async (people: Typed) => {
    await command(world, leader, 'aftale');
    await press(world, leader, da.people.change);
    await submit(world, leader, people);
  };
  await name({ manager });
  await name({ manager: '' });
  await later(25 * 3600);
  const before = asked();
  world.slack.putUser({ ...world.slack.user(manager)!, isDeleted: true });
  await name({ manager });
  expect(asked()).toBe(before + 1);
  expect(top(world, leader).errors).toEqual({ manager: da.refusals['person-gone'] });
});

test('two people at the same time wait no longer than one', async () => {
  await meet();
  await makeAgreement(world, leader);
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  // Each hangs once: after one another they would take longer than the answer may.
  world.webApi.faults.set(
    'users.info',
    Array.from({ length: 3 }, () => ({ kind: 'hang' as const })),
  );
  await submit(world, leader, { manager: someone(), partners: [someone(), someone()] });
  world.webApi.faults.clear();
  expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.agreement.title);
});

test('who is no longer named needs not be taken out of a second field', async () => {
  await meet();
  await makeAgreement(world, leader);
  const partner = someone();
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  await submit(world, leader, { partners: [partner], 'see-points': [partner] });
  await press(world, leader, da.people.change);
  await choose(world, leader, 'partners', { partners: [] });
  await submit(world, leader);
  expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.agreement.title);
});

test('several outside Slack are named one a line, or with commas', async () => {
  await meet();
  await makeAgreement(world, leader);
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  await submit(world, leader, { external: 'Ole\n Eva , Ole' });
  expect((await known(world, leader)).agreement?.partners?.map(({ name }) => name)).toEqual(['Ole', 'Eva']);
});

describe.each(languages)('a partner outside Slack, for a leader who reads $language', ({ texts, locale }) => {
  beforeEach(async () => {
    await meet({ locale });
    await makeAgreement(world, leader);
    await command(world, leader, 'aftale');
    await press(world, leader, texts.people.change);
    await submit(world, leader, { external: 'Ole <@U1> & Co' });
    await world.goTo('2026-12-22T12:00:00Z');
  });

  const nudge = () =>
    lastOf(dms(world, leader).filter(({ text }) => text.includes(texts.news.talk[1].trim())));

  test('is written to by nobody: the leader gets the nudge, with the name as it was written', async () => {
    expect(nudge().text).toContain('Ole &lt;@U1&gt; &amp; Co');
    expect(buttonsOf(nudge().blocks).map(({ text }) => text.text)).toEqual(
      expect.arrayContaining([texts.inbox.talked, texts.partner.seeText]),
    );
  });

  test('can be sent a text that says nothing of the points', async () => {
    await pressIn(nudge(), leader, texts.partner.seeText, world);
    expect(shown(leader)).toContain(texts.partner.outsideLines('Ole <@U1> & Co'));
    expect(shown(leader)).not.toContain('Færre møder');
  });

  test('is asked about again a month after they talked', async () => {
    await pressIn(nudge(), leader, texts.inbox.talked, world);
    expect(shown(leader)).toContain(texts.inbox.talkedSaved);
    const nudges = () => dms(world, leader).filter(({ text }) => text.includes('Ole'));
    const count = nudges().length;
    await world.goTo('2027-01-15T12:00:00Z');
    expect(nudges()).toHaveLength(count);
    await world.goTo('2027-01-27T12:00:00Z');
    expect(nudges()).toHaveLength(count + 1);
  });
});

describe('half-way', () => {
  test.each([
    ['with a manager, asks whether expectations still fit', true],
    ['without one, does not', false],
  ])('%s', async (_, hasManager) => {
    await meet();
    await makeAgreement(world, leader);
    if (hasManager) {
      await command(world, leader, 'aftale');
      await press(world, leader, da.people.change);
      await submit(world, leader, { manager: someone() });
    }
    let isHalfWay = false;
    for (let month = 0; month < 8 && !isHalfWay; month += 1) {
      await later(7 * 24 * 3600);
      await command(world, leader, 'opfølgning');
      isHalfWay = shown(leader).includes(da.halfWay.question);
      if (!isHalfWay) await submit(world, leader, { 'progress-1': '3', 'progress-2': '3' });
    }
    expect(isHalfWay).toBe(true);
    expect(callbackOf(top(world, leader))).toBe('check-in');
    expect(shown(leader).includes(da.halfWay.expectations)).toBe(hasManager);
    if (!hasManager) return;
    await submit(world, leader, {
      ...{ 'progress-1': '3', 'progress-2': '3', 'still-right': 'yes', expectations: 'no' },
    });
    expect(shown(leader)).toContain(da.halfWay.talkAboutIt);
    expect((await known(world, leader)).agreement?.checkIns.at(-1)).toMatchObject({
      stillRight: true,
      expectationsFit: false,
    });
    expect(blocksOf(top(world, leader))).not.toEqual([]);
  });
});
