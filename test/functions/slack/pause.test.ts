import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { World } from '../../../playground/world.ts';
import {
  blocksOf,
  buttonsOf,
  command,
  dms,
  english,
  filled,
  known,
  lastOf,
  lastOnStart,
  makeAgreement,
  monday,
  newUser,
  personOf,
  press,
  pressIn,
  readable,
  submit,
  testOnStart,
  titleOf,
  top,
  views,
  whispers,
} from './support.ts';

/** A pause, from wherever it is begun: nothing comes in it, it ends by itself, and nobody else knows. */

let world: World;
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
});
afterEach(() => world.close());

async function leader(more: Parameters<typeof newUser>[1] = {}): Promise<string> {
  const user = newUser(world, more);
  await makeAgreement(world, user);
  return user;
}

async function asked(): Promise<string> {
  const user = await leader();
  await world.goTo('2026-12-08T09:00:00Z');
  expect(dms(world, user)).toHaveLength(1);
  return user;
}

const told = (user: string) => lastOf(whispers(world, user)).text;
const lastDm = (user: string) => lastOf(dms(world, user));
const labels = (user: string) => buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text);
/** When each DM came: the local date is the UTC one at these hours. */
const dates = (user: string) => dms(world, user).map(({ at }) => at.slice(0, 10));

describe('by command', () => {
  test.each([
    ['pause 2027-08-10', '2027-08-10', 'Helt i orden. Jeg skriver ikke før tirsdag den 10. august.'],
    ['pause 10.8.2027', '2027-08-10', 'Helt i orden. Jeg skriver ikke før tirsdag den 10. august.'],
    ['PAUSE  10/8-2027', '2027-08-10', 'Helt i orden. Jeg skriver ikke før tirsdag den 10. august.'],
    ['pause 4.1.', '2027-01-04', 'Helt i orden. Jeg skriver ikke før mandag den 4. januar.'],
    ['pause 24/11', '2026-11-24', 'Helt i orden. Jeg skriver ikke før tirsdag den 24. november.'],
    ['pause 23-11-2027', '2027-11-23', 'Helt i orden. Jeg skriver ikke før tirsdag den 23. november.'],
  ])('“%s” rests until %s', async (words, until, sentence) => {
    const user = await leader();
    expect(await command(world, user, words)).toEqual({ ok: true });
    expect(told(user)).toBe(sentence);
    expect(views(world, user)).toEqual([]);
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until }]);
  });

  test.each([
    ['pause 2026-11-23', 'En pause kan tidligst slutte i morgen.'],
    ['pause 2026-11-22', 'En pause kan tidligst slutte i morgen.'],
    ['pause 1.1.2020', 'En pause kan tidligst slutte i morgen.'],
    ['pause 2027-11-24', 'En pause kan højst vare et år.'],
    ['pause 2099-01-01', 'En pause kan højst vare et år.'],
  ])('“%s” is refused with a sentence', async (words, sentence) => {
    const user = await leader();
    await command(world, user, words);
    expect(told(user)).toBe(sentence);
    expect((await known(world, user)).pauses).toEqual([]);
  });

  test.each([
    'pause',
    'pause i morgen',
    'pause 31.2.2027',
    'pause 2027-13-01',
    'pause til 10.8.',
    'pause <@U1>',
  ])('“%s” asks for a day in a modal, with one suggested', async (words) => {
    const user = await leader();
    await command(world, user, words);
    expect(titleOf(top(world, user))).toBe('Hold pause');
    expect(filled(top(world, user))).toEqual({
      until: { value: { type: 'datepicker', selected_date: '2026-12-07' } },
    });
    expect(whispers(world, user)).toEqual([]);
  });

  test('of somebody who has no agreement rests too', async () => {
    const user = newUser(world);
    await command(world, user, 'pause 4.1.2027');
    expect(told(user)).toBe('Helt i orden. Jeg skriver ikke før mandag den 4. januar.');
    expect((await known(world, user)).pauses).toHaveLength(1);
  });

  test('is answered in its author’s language', async () => {
    const user = newUser(world, english);
    await command(world, user, 'pause 2027-01-04');
    expect(told(user)).toBe("That's fine. I will not write before Monday 4 January.");
    await command(world, user, 'resume');
    expect(told(user)).toBe('Welcome back.');
    await command(world, user, 'resume');
    expect(told(user)).toBe('Nothing is paused just now.');
  });

  test('a second time changes the end of the same pause', async () => {
    const user = await leader();
    await command(world, user, 'pause 4.1.2027');
    await world.goTo('2026-12-01T09:00:00Z');
    await command(world, user, 'pause 18.1.2027');
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until: '2027-01-18' }]);
    await command(world, user, 'pause 2.12.2026');
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until: '2026-12-02' }]);
  });
});

describe('by modal', () => {
  test.each([
    ['no day', '', 'Vælg en dag.'],
    ['today', '2026-11-23', 'En pause kan tidligst slutte i morgen.'],
    ['a day more than a year away', '2027-11-24', 'En pause kan højst vare et år.'],
    ['what is no day', '2027-02-30', 'Vælg en dag.'],
  ])('is refused in the field: %s', async (_, until, sentence) => {
    const user = await leader();
    await command(world, user, 'pause');
    expect(await submit(world, user, { until })).toEqual({ ok: true });
    expect(top(world, user).errors).toEqual({ until: sentence });
    expect((await known(world, user)).pauses).toEqual([]);
  });

  test('rests until the day, says so, and closing that closes everything', async () => {
    const user = await leader();
    await command(world, user, 'aftale');
    await press(world, user, 'Hold pause');
    await submit(world, user, { until: '2027-01-04' });
    expect(readable(top(world, user).view)).toContain('Jeg skriver ikke før mandag den 4. januar.');
    world.client.close(user, top(world, user).id, false);
    expect(views(world, user)).toEqual([]);
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until: '2027-01-04' }]);
  });

  test('sent twice is one pause', async () => {
    const user = await leader();
    await command(world, user, 'pause');
    await Promise.all([submit(world, user), submit(world, user)]);
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until: '2026-12-07' }]);
  });
});

describe('from the direct message', () => {
  test('says so in the message, which has no buttons then', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Hold pause', world);
    expect(titleOf(top(world, user))).toBe('Hold pause');
    await submit(world, user, { until: '2027-01-04' });
    expect(lastDm(user)).toMatchObject({
      text: 'Helt i orden. Jeg skriver ikke før mandag den 4. januar.',
      edited: true,
    });
    expect(buttonsOf(lastDm(user).blocks)).toEqual([]);
    expect((await known(world, user)).prompt?.state).toBe('skipped');
  });

  test('whose modal is closed without a day changes nothing', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Hold pause', world);
    world.client.close(user, top(world, user).id, false);
    expect(lastDm(user)).toEqual(seen);
    expect((await known(world, user)).prompt?.state).toBe('sent');
  });

  test('of an earlier week is closed, and the latest says so', async () => {
    const user = await asked();
    const old = lastDm(user);
    await world.goTo('2026-12-22T09:00:00Z');
    await pressIn(old, user, 'Hold pause', world);
    await submit(world, user, { until: '2027-01-18' });
    expect(world.slack.message(old.channel, old.ts)?.text).toBe('Den opfølgning er afsluttet.');
    expect(lastDm(user).text).toContain('Jeg skriver ikke før mandag den 18. januar.');
    expect((await known(world, user)).prompt?.state).toBe('skipped');
  });

  test.each<[string, (user: string) => Promise<unknown>]>([
    ['the command', (user) => command(world, user, 'pause 4.1.2027')],
    [
      'the modal of the agreement',
      async (user) => {
        await command(world, user, 'aftale');
        await press(world, user, 'Hold pause');
        await submit(world, user, { until: '2027-01-04' });
      },
    ],
  ])('that waits says so too when the pause was begun by %s', async (_, pause) => {
    const user = await asked();
    await pause(user);
    expect(lastDm(user)).toMatchObject({
      text: 'Helt i orden. Jeg skriver ikke før mandag den 4. januar.',
      edited: true,
    });
    expect(buttonsOf(lastDm(user).blocks)).toEqual([]);
  });

  test('still shown elsewhere as it was before a pause is closed by its buttons, or answered', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await command(world, user, 'pause 4.1.2027');
    await pressIn(seen, user, 'Vent til i morgen', world);
    expect(lastDm(user).text).toBe('Den opfølgning er afsluttet.');
    await pressIn(seen, user, 'Svar nu', world);
    await submit(world, user, { 'progress-1': '3', 'progress-2': '4' });
    expect(lastDm(user).text).toBe('Tak, det er gemt. Næste gang: tirsdag den 5. januar kl. 9.00.');
    await world.goTo('2027-01-04T20:00:00Z');
    expect(dms(world, user)).toHaveLength(1);
  });
});

describe('in a pause', () => {
  test('nothing comes, no reminder either, and it ends by itself', async () => {
    const user = await asked();
    await command(world, user, 'pause 19.1.2027');
    await world.goTo('2027-01-18T23:30:00Z');
    expect(dms(world, user)).toHaveLength(1);
    await world.goTo('2027-01-20T12:00:00Z');
    expect(dates(user)).toEqual(['2026-12-08', '2027-01-19']);
  });

  test('a prompt that was moved to tomorrow does not come either', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Vent til i morgen', world);
    await command(world, user, 'pause 14.12.2026');
    await world.goTo('2026-12-20T12:00:00Z');
    expect(dates(user)).toEqual(['2026-12-08']);
  });

  test('that ends in the middle of a week, the slot moves forward in it', async () => {
    const user = await leader();
    await command(world, user, 'pause 10.12.2026');
    await world.goTo('2026-12-11T12:00:00Z');
    expect(dates(user)).toEqual(['2026-12-10']);
  });

  test('the start modal and the agreement say until when, and what comes then', async () => {
    const user = await leader();
    await command(world, user, 'pause 4.1.2027');
    await command(world, user, '');
    const sentence =
      'Du holder pause frem til mandag den 4. januar. Næste opfølgning: tirsdag den 5. januar kl. 9.00.';
    expect(readable(top(world, user).view)).toContain(sentence);
    expect(labels(user)).toEqual(['Se aftalen', 'Svar nu', 'Begynd igen', testOnStart, ...lastOnStart]);
    await press(world, user, 'Se aftalen');
    expect(readable(top(world, user).view)).toContain(sentence);
    expect(labels(user)).toContain('Begynd igen');
  });

  test('of somebody without an agreement the start modal says so too', async () => {
    const user = newUser(world);
    await command(world, user, 'pause 4.1.2027');
    await command(world, user, '');
    expect(readable(top(world, user).view)).toContain('Du holder pause frem til mandag den 4. januar.');
    expect(labels(user)).toContain('Begynd igen');
  });

  test('an answer can be given all the same', async () => {
    const user = await leader();
    await command(world, user, 'pause 4.1.2027');
    await command(world, user, 'opfølgning');
    await submit(world, user, { 'progress-1': '3', 'progress-2': '4' });
    expect(readable(top(world, user).view)).toContain('Næste gang: tirsdag den 5. januar kl. 9.00.');
    expect((await known(world, user)).pauses).toHaveLength(1);
  });
});

describe('beginning again', () => {
  test.each(['genoptag', 'resume', 'GENOPTAG nu'])('“%s” ends the pause at once', async (words) => {
    const user = await leader();
    await command(world, user, 'pause 2027-02-01');
    await world.goTo('2026-12-01T12:00:00Z');
    await command(world, user, words);
    expect(told(user)).toBe('Velkommen tilbage. Næste opfølgning: tirsdag den 8. december kl. 9.00.');
    // Its weeks are remembered, to be offered back at the end.
    expect((await known(world, user)).pauses).toEqual([{ from: '2026-11-23', until: '2026-12-01' }]);
    await world.goTo('2026-12-08T12:00:00Z');
    expect(dates(user)).toEqual(['2026-12-08']);
  });

  test('without a pause says so, and writes nothing', async () => {
    const user = await leader();
    const before = await known(world, user);
    await command(world, user, 'genoptag');
    expect(told(user)).toBe('Du holder ikke pause lige nu.');
    expect(await known(world, user)).toEqual(before);
    const nobody = newUser(world);
    await command(world, nobody, 'genoptag');
    expect(told(nobody)).toBe('Du holder ikke pause lige nu.');
    expect(await personOf(world, nobody)).toBeUndefined();
  });

  test('after a pause has ended by itself says that there is none', async () => {
    const user = await leader();
    await command(world, user, 'pause 1.12.2026');
    await world.goTo('2026-12-01T12:00:00Z');
    await command(world, user, 'genoptag');
    expect(told(user)).toBe('Du holder ikke pause lige nu.');
  });

  test('on the day the pause began takes it back whole', async () => {
    const user = await leader();
    await command(world, user, 'pause 4.1.2027');
    await command(world, user, 'genoptag');
    expect((await known(world, user)).pauses).toEqual([]);
  });

  test('by button, from the start modal', async () => {
    const user = await leader();
    await command(world, user, 'pause 2027-01-04');
    await command(world, user, '');
    await press(world, user, 'Begynd igen');
    expect(readable(top(world, user).view)).toContain('Velkommen tilbage.');
    await world.goTo('2026-12-08T12:00:00Z');
    expect(dms(world, user)).toHaveLength(1);
  });

  test('after three unanswered follow-ups have put everything to rest', async () => {
    const user = await leader();
    await world.goTo('2027-02-12T12:00:00Z');
    await command(world, user, '');
    expect(readable(top(world, user).view)).toContain(
      'Opfølgningen hviler. Begynd igen, når det passer dig.',
    );
    const before = dms(world, user).length;
    await press(world, user, 'Begynd igen');
    expect(readable(top(world, user).view)).toContain('Velkommen tilbage. Næste opfølgning: ');
    await world.goTo('2027-02-23T12:00:00Z');
    expect(dms(world, user).length).toBeGreaterThan(before);
  });
});
