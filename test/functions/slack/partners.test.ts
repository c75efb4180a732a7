import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { World } from '../../../playground/world.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  blocksOf,
  buttonsOf,
  command,
  dms,
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

/** Sparring partners: asked, with the leader, gone again; and what is shared with them for as long. */

let world: World;
let leader: string;
let partner: string;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const shown = (user: string) => readable(top(world, user).view);
const labels = (user: string) => buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text);
const later = (seconds = 120) => world.goTo(addSeconds(world.clock.now(), seconds));
const toldLeader = () => dms(world, leader).map(({ text }) => text);
const partners = async () => (await known(world, leader)).agreement?.partners ?? [];

async function bring(people: Record<string, string | string[]>): Promise<void> {
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  await submit(world, leader, people);
  expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.agreement.title);
}

async function invite(locale: 'da-DK' | 'en-GB', more: Record<string, string[]> = {}): Promise<void> {
  world.clock.startAt(monday);
  leader = newUser(world, { name: 'Mette Holm' });
  partner = newUser(world, { name: 'James Carter', locale });
  await makeAgreement(world, leader, { rhythm: '1' });
  await bring({ partners: [partner], ...more });
  await later();
}

async function openInbox(texts = da): Promise<void> {
  await command(world, partner, '');
  await press(world, partner, texts.inbox.titleNothing);
}

async function accept(texts = da): Promise<void> {
  await pressIn(lastOf(dms(world, partner)), partner, texts.news.see, world);
  await press(world, partner, texts.partner.yes);
  await later();
}

const languages = [
  { language: 'Danish', texts: da, locale: 'da-DK' },
  { language: 'English', texts: en, locale: 'en-GB' },
] as const;

describe.each(languages)('a partner who reads $language', ({ texts, locale }) => {
  beforeEach(() => invite(locale));

  test.each([
    ['says yes', 'yes', 'accepted', 'vil gerne være din sparringspartner'],
    ['says no', 'no', 'declined', 'kan ikke være din sparringspartner lige nu'],
  ] as const)('is invited neutrally, %s, and the leader hears it', async (_, button, state, told) => {
    const dm = lastOf(dms(world, partner));
    expect(dm.text).toContain(texts.news.first);
    expect(dm.text).toContain(texts.news.invitation[1].trim());
    await pressIn(dm, partner, texts.news.see, world);
    expect(shown(partner)).toContain(texts.partner.willSeeNothing);
    await press(world, partner, texts.partner[button]);
    expect(shown(partner)).toContain(texts.partner[state]);
    expect((await partners())[0]).toMatchObject({ id: partner, state });
    await later();
    expect(toldLeader()).toEqual([expect.stringContaining(told)]);
    await command(world, leader, 'aftale');
    expect(shown(leader)).toContain(da.people.states[state]);
    await command(world, partner, '');
    expect(labels(partner).includes(texts.inbox.titleNothing)).toBe(state === 'accepted');
  });

  test('leaves without a reason, and the leader can choose another', async () => {
    await accept(texts);
    await openInbox(texts);
    await press(world, partner, texts.inbox.leave);
    expect(shown(partner)).toContain(texts.inbox.left);
    await world.goTo('2026-11-24T12:00:00Z');
    expect(toldLeader().at(-1)).toContain('er ikke længere din sparringspartner');
    await pressIn(lastOf(dms(world, leader)), leader, da.news.chooseOther, world);
    const another = newUser(world);
    await submit(world, leader, { partners: [another] });
    expect((await partners()).map(({ id, state }) => [id, state])).toEqual([
      [partner, 'left'],
      [another, 'invited'],
    ]);
  });

  test('says “we have talked” and is not nudged for another month', async () => {
    await accept(texts);
    await world.goTo('2026-12-15T12:00:00Z');
    await openInbox(texts);
    await press(world, partner, texts.inbox.talked);
    expect(shown(partner)).toContain(texts.inbox.talkedSaved);
    const nudges = () => dms(world, partner).filter(({ text }) => text.includes(texts.news.talk[0].trim()));
    await world.goTo('2027-01-10T12:00:00Z');
    expect(nudges()).toEqual([]);
    await world.goTo('2027-01-13T12:00:00Z');
    expect(nudges()).toHaveLength(1);
  });
});

test('who is asked again after they said no is told again, and so is the leader', async () => {
  await invite('da-DK');
  await pressIn(lastOf(dms(world, partner)), partner, da.news.see, world);
  await press(world, partner, da.partner.no);
  await world.goTo('2026-11-24T12:00:00Z');
  await bring({ partners: [partner] });
  await later();
  expect(dms(world, partner)).toHaveLength(2);
  await pressIn(lastOf(dms(world, partner)), partner, da.news.see, world);
  await press(world, partner, da.partner.no);
  await world.goTo('2026-11-25T12:00:00Z');
  const noes = toldLeader().filter((text) => text.includes('kan ikke være din sparringspartner'));
  expect(noes).toHaveLength(2);
});

test('what a partner may see is said in the invitation, and shown only after their yes', async () => {
  await invite('da-DK', {});
  await bring({ partners: [partner], 'see-points': [partner] });
  await pressIn(lastOf(dms(world, partner)), partner, da.news.see, world);
  expect(shown(partner)).toContain(da.partner.willSee);
  expect(shown(partner)).not.toContain('Færre møder');
  await press(world, partner, da.partner.yes);
  await later();
  await openInbox();
  await press(world, partner, da.inbox.whatIsShared);
  expect(shown(partner)).toContain('Færre møder');
  expect(shown(partner)).toContain('Aflyse tirsdagsmødet');
});

describe('a partner whom the leader no longer names', () => {
  beforeEach(async () => {
    await invite('da-DK');
    await bring({ partners: [partner], 'see-points': [partner] });
    await accept();
    await openInbox();
    await bring({ partners: [], 'see-points': [] });
  });

  test.each([da.inbox.whatIsShared, da.inbox.talked, da.inbox.leave])(
    'can do nothing more in a view that is still open: “%s”',
    async (button) => {
      const before = await known(world, leader);
      await press(world, partner, button);
      expect(shown(partner)).toContain(da.refusals['not-yours']);
      expect(shown(partner)).not.toContain('Færre møder');
      expect(await known(world, leader)).toEqual(before);
    },
  );

  test('has nothing left in their list, and is never nudged', async () => {
    await later();
    await command(world, partner, '');
    expect(labels(partner)).not.toContain(da.inbox.titleNothing);
    const count = dms(world, partner).length;
    await world.goTo('2027-01-15T12:00:00Z');
    expect(dms(world, partner)).toHaveLength(count);
  });
});

describe('a small win', () => {
  let other: string;

  async function win(shareWith: string[]): Promise<void> {
    await command(world, leader, 'opfølgning');
    await submit(world, leader, {
      ...{ 'progress-1': '4', 'progress-2': '3', win: 'Jeg sagde nej' },
      'share-win': shareWith,
    });
    await world.goTo('2026-11-25T12:00:00Z');
  }

  beforeEach(async () => {
    await invite('da-DK');
    other = newUser(world);
    await bring({ manager: other, partners: [partner] });
    await accept();
    await world.goTo('2026-11-24T12:00:00Z');
  });

  const wins = (user: string) =>
    dms(world, user).filter(({ text }) => text.includes('en lille sejr med dig'));

  test('is told to whom it is shared with, neutrally, and to nobody else', async () => {
    await win([partner]);
    expect(wins(partner)).toHaveLength(1);
    expect(JSON.stringify(wins(partner))).not.toContain('sagde nej');
    expect(wins(other)).toEqual([]);
    await pressIn(lastOf(wins(partner)), partner, da.news.see, world);
    expect(shown(partner)).toContain('Jeg sagde nej');
    const { client } = world;
    const { channel, ts, blocks } = lastOf(wins(partner));
    const [button] = buttonsOf(blocks);
    await client.press(other, { channel, ts }, { type: 'button', ...button }, {});
    expect(shown(other)).toContain(da.refusals['not-yours']);
  });

  test('is nobody’s by default', async () => {
    await win([]);
    expect([wins(partner), wins(other)]).toEqual([[], []]);
  });

  test('is not to be read any more by a partner who left', async () => {
    await win([partner]);
    await openInbox();
    await press(world, partner, da.inbox.leave);
    await pressIn(lastOf(wins(partner)), partner, da.news.see, world);
    expect(shown(partner)).toContain(da.refusals['not-yours']);
  });

  test('can only be shared with those who are with the leader', async () => {
    await command(world, leader, 'opfølgning');
    await submit(world, leader, {
      ...{ 'progress-1': '4', 'progress-2': '3', win: 'Jeg sagde nej' },
      'share-win': [newUser(world)],
    });
    expect(top(world, leader).errors).toEqual({ 'share-win': da.errors.notWithYou });
  });
});
