import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { World } from '../../../playground/world.ts';
import {
  blocksOf,
  buttonsOf,
  callbackOf,
  command,
  dms,
  english,
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

/** `/trivsel` and its words, the start modal, and the buttons of the direct message. */

let world: World;
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
});
afterEach(() => world.close());

/** Tuesday 8 December 2026, after the first slot of an agreement made on `monday`; and the Friday of its week. */
const afterTheSlot = '2026-12-08T09:00:00Z';
const fridayAfternoon = '2026-12-11T12:00:00Z';
const over = 'Den opfølgning er afsluttet.';

const answers = { 'progress-1': '3', 'progress-2': '4' };

/** Somebody with the first follow-up in their direct messages. */
async function asked() {
  const user = newUser(world);
  await makeAgreement(world, user);
  await world.goTo(afterTheSlot);
  expect(dms(world, user)).toHaveLength(1);
  return user;
}

const lastDm = (user: string) => lastOf(dms(world, user));
const labels = (user: string) => buttonsOf(lastDm(user).blocks).map(({ text }) => text.text);

describe('the direct message', () => {
  test('asks by name, with four buttons', async () => {
    const user = await asked();
    expect(lastDm(user).text).toBe('Hej Anna. Har du to minutter til din opfølgning?');
    expect(labels(user)).toEqual(['Svar nu', 'Vent til i morgen', 'Spring over', 'Hold pause']);
  });

  test('says nothing of what was written', async () => {
    const user = await asked();
    expect(JSON.stringify(dms(world, user))).not.toMatch(/møder|sparring|tirsdagsmødet|Ida/);
  });

  test('answered, thanks and tells the next date; the answer is kept', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', world);
    expect(titleOf(top(world, user))).toBe('Hvordan går det?');
    await submit(world, user, { ...answers, 'note-1': 'Det går', win: 'En fri formiddag' });
    expect(readable(top(world, user).view)).toContain('Godt gået! Din lille sejr er skrevet ned.');
    expect(lastDm(user)).toMatchObject({
      text: 'Tak, det er gemt. Næste gang: tirsdag den 22. december kl. 9.00.',
      edited: true,
    });
    expect(labels(user)).toEqual([]);
    const { agreement, prompt } = await known(world, user);
    expect(prompt?.state).toBe('answered');
    expect(agreement?.checkIns).toMatchObject([
      { points: [{ progress: 3, note: 'Det går' }, { progress: 4 }], win: 'En fri formiddag' },
    ]);
  });

  test('doesn’t accept a step that was not chosen', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', world);
    await submit(world, user, { 'progress-1': '3', 'note-2': 'x'.repeat(501) });
    expect(top(world, user).errors).toEqual({
      'progress-2': 'Vælg en mulighed.',
      'note-2': 'Her er plads til 500 tegn. Skriv det lidt kortere.',
    });
    expect((await known(world, user)).agreement?.checkIns).toEqual([]);
  });

  test('answered from the command turns to answered as well', async () => {
    const user = await asked();
    await command(world, user, 'opfølgning');
    await submit(world, user, answers);
    expect(lastDm(user).text).toBe('Tak, det er gemt. Næste gang: tirsdag den 22. december kl. 9.00.');
  });

  test('moved to tomorrow says when, still takes the answer, and comes again then', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Vent til i morgen', world);
    expect(lastDm(user).text).toBe('Fint. Jeg spørger igen onsdag den 9. december kl. 9.00.');
    expect(labels(user)).toEqual(['Svar nu']);
    await world.goTo('2026-12-09T09:00:00Z');
    expect(dms(world, user)).toHaveLength(2);
    expect(labels(user)).toEqual(['Svar nu', 'Vent til i morgen', 'Spring over', 'Hold pause']);
  });

  test('moved by two presses is moved once', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await Promise.all([
      pressIn(seen, user, 'Vent til i morgen', world),
      pressIn(seen, user, 'Vent til i morgen', world),
    ]);
    await world.goTo('2026-12-10T12:00:00Z');
    expect(dms(world, user)).toHaveLength(2);
  });

  test('skipped is innocent, and tells the next date', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Spring over', world);
    const skipped = 'Helt i orden. Næste gang: tirsdag den 22. december kl. 9.00.';
    expect(lastDm(user).text).toBe(skipped);
    await pressIn(seen, user, 'Spring over', world);
    expect(lastDm(user).text).toBe(skipped);
    expect(labels(user)).toEqual([]);
  });

  test('on the week’s last working day offers no tomorrow', async () => {
    const user = newUser(world);
    await makeAgreement(world, user, { weekday: '5' });
    await world.goTo(fridayAfternoon);
    expect(labels(user)).toEqual(['Svar nu', 'Spring over', 'Hold pause']);
  });

  test('whose button for tomorrow is pressed too late says so, and stays as it is', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await world.goTo(fridayAfternoon);
    const reminded = dms(world, user);
    await pressIn(seen, user, 'Vent til i morgen', world);
    expect(readable(top(world, user).view)).toContain(
      'Der er ikke flere arbejdsdage i denne uge. Svar nu, eller spring over.',
    );
    expect(dms(world, user)).toEqual(reminded);
  });

  test.each(['Vent til i morgen', 'Spring over'])('from an earlier week is closed by %s', async (label) => {
    const user = await asked();
    const old = lastDm(user);
    await world.goTo('2026-12-22T12:00:00Z');
    // The first, its reminder, and the next.
    expect(dms(world, user)).toHaveLength(3);
    await pressIn(old, user, label, world);
    expect(dms(world, user)[0]?.text).toBe(over);
    expect((await known(world, user)).prompt).toMatchObject({ week: '2026-12-21', state: 'sent' });
  });

  test('answered already and still shown with its buttons elsewhere is closed by them', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Svar nu', world);
    await submit(world, user, answers);
    await pressIn(seen, user, 'Spring over', world);
    expect(lastDm(user).text).toBe(over);
    expect((await known(world, user)).prompt?.state).toBe('answered');
  });

  test('answered a second time in its week says that it corrects, and replaces', async () => {
    const user = await asked();
    const seen = lastDm(user);
    await pressIn(seen, user, 'Svar nu', world);
    await submit(world, user, { ...answers, 'note-1': 'Først' });
    await pressIn(seen, user, 'Svar nu', world);
    expect(readable(top(world, user).view)).toContain('Gemmer du igen, erstatter det dit svar.');
    await submit(world, user, { 'progress-1': '5' });
    const { agreement } = await known(world, user);
    expect(agreement?.checkIns).toMatchObject([
      { points: [{ progress: 5, note: 'Først' }, { progress: 4 }] },
    ]);
  });

  test('whose agreement is gone is closed by its answer button', async () => {
    const user = await asked();
    const old = lastDm(user);
    await world.goTo('2027-04-01T12:00:00Z');
    expect((await known(world, user)).agreement).toBeUndefined();
    await pressIn(old, user, 'Svar nu', world);
    expect(dms(world, user)[0]?.text).toBe(over);
    expect(views(world, user)).toEqual([]);
  });

  test('of a form whose agreement is gone meanwhile says so in the form', async () => {
    const user = await asked();
    await pressIn(lastDm(user), user, 'Svar nu', world);
    await world.goTo('2027-04-01T12:00:00Z');
    expect(await submit(world, user, answers)).toEqual({ ok: true });
    expect(top(world, user).errors).toEqual({
      'progress-1': 'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.',
    });
  });

  test('is in its reader’s language and time', async () => {
    const user = newUser(world, english);
    await command(world, user, 'agreement');
    const point = { title: 'Fewer meetings', 'first-step': 'Cancel Tuesday’s' };
    for (const typed of [point, point, {}]) await submit(world, user, typed);
    expect(readable(top(world, user).view)).toContain('comes on Tuesday 8 December at 09:00');
    await world.goTo('2026-12-08T10:00:00Z');
    expect(lastDm(user).text).toBe('Hi James. Do you have two minutes for your follow-up?');
    await pressIn(lastDm(user), user, 'Skip this one', world);
    expect(lastDm(user).text).toBe("That's fine. Next time: Tuesday 22 December at 09:00.");
  });
});

describe('the start modal', () => {
  const seen = (user: string) => {
    const { view } = top(world, user);
    return {
      text: readable(view),
      buttons: buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text),
    };
  };

  test('of somebody new says where to begin', async () => {
    const user = newUser(world);
    await command(world, user, '');
    expect(seen(user).text).toContain('Du har ingen aftale lige nu. To punkter er nok til at komme i gang.');
    expect(seen(user).buttons).toEqual(['Lav aftale', testOnStart, ...lastOnStart]);
    expect(await personOf(world, user)).toBeUndefined();
  });

  test('with a draft leads on to it', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, { title: 'Et punkt', 'first-step': 'Et skridt' });
    await command(world, user, '');
    expect(seen(user).text).toContain('kladde fra den 23. november.');
    expect(seen(user).buttons).toEqual(['Skriv videre', testOnStart, ...lastOnStart]);
    await press(world, user, 'Skriv videre');
    expect(JSON.stringify(top(world, user).view)).toContain('Et punkt');
  });

  test('of somebody who is asked something leads to it, and no longer once it is answered', async () => {
    const [asking, user] = [newUser(world, { name: 'Karen Friis' }), newUser(world)];
    await command(world, asking, 'sparring');
    await submit(world, asking, { who: user });
    await world.goTo('2026-11-23T09:02:00Z');
    await command(world, user, '');
    expect(seen(user).buttons).toEqual(['Lav aftale', testOnStart, 'Det venter på dig (1)', ...lastOnStart]);
    await press(world, user, 'Det venter på dig (1)');
    expect(titleOf(top(world, user))).toBe('Det venter på dig');
    await press(world, user, 'Åbn og svar');
    const reply = blocksOf(top(world, user)).find(({ block_id }) => String(block_id).startsWith('reply-'));
    await submit(world, user, { [String(reply?.['block_id'])]: 'yes' });
    expect(titleOf(top(world, user))).toBe('Sparring');
    await world.goTo('2026-11-23T09:04:00Z');
    await command(world, user, '');
    expect(seen(user).buttons).toEqual(['Lav aftale', testOnStart, ...lastOnStart]);
  });

  test('with an agreement tells its end and the next follow-up', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await command(world, user, '');
    expect(seen(user).text).toContain('Din lederaftale løber til den 23. februar 2027.');
    expect(seen(user).text).toContain('Næste opfølgning: tirsdag den 8. december kl. 9.00.');
    expect(seen(user).buttons).toEqual(['Se aftalen', 'Svar nu', testOnStart, ...lastOnStart]);
  });

  test('is not needed right after saving: the notice leads to the agreement', async () => {
    const user = newUser(world);
    await command(world, user, 'aftale');
    await submit(world, user, { title: 'Et punkt', 'first-step': 'Et skridt' });
    await submit(world, user, { title: 'Et andet', 'first-step': 'Et skridt' });
    await submit(world, user);
    expect(seen(user).buttons).toEqual(['Se aftalen']);
    await press(world, user, 'Se aftalen');
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
  });

  test('pressed twice in a row does it once, and says nothing of it', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await command(world, user, '');
    const presses = [press(world, user, 'Se aftalen'), press(world, user, 'Se aftalen')];
    expect(await Promise.all(presses)).toEqual([{ ok: true }, { ok: true }]);
    expect(views(world, user)).toHaveLength(1);
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
  });

  test('leads to the agreement, and from there to an answer', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await command(world, user, '');
    await press(world, user, 'Se aftalen');
    expect(titleOf(top(world, user))).toBe('Min lederaftale');
    expect(seen(user).text).toContain('Færre møder');
    await press(world, user, 'Svar nu');
    await submit(world, user, answers);
    expect(titleOf(top(world, user))).toBe('Tak');
    expect((await known(world, user)).agreement?.checkIns).toHaveLength(1);
  });

  test('after the end offers to look back and to begin again', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await world.goTo('2027-02-24T09:00:00Z');
    await command(world, user, '');
    expect(seen(user).text).toContain(
      'Din lederaftale sluttede den 23. februar. Du kan se den til og med den 25. marts.',
    );
    expect(seen(user).buttons).toEqual(['Lav ny aftale', 'Se aftalen', testOnStart, ...lastOnStart]);
    await press(world, user, 'Se aftalen');
    expect(seen(user).buttons).toEqual([
      'Se tilbage og afslut',
      'Lav ny aftale',
      'Vælg, hvem der er med',
      'Afslut aftalen',
    ]);
  });

  test('offers the look back until the end of the day it says', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await world.goTo('2027-03-25T22:30:00Z');
    await command(world, user, '');
    expect(seen(user).text).toContain('Du kan se den til og med den 25. marts.');
    await world.goTo('2027-03-25T23:30:00Z');
    await command(world, user, '');
    expect(seen(user).text).toContain('Du har ingen aftale lige nu.');
  });

  test('after the last follow-up says that no more come', async () => {
    const user = newUser(world);
    await makeAgreement(world, user, { rhythm: '4' });
    await world.goTo('2027-02-23T12:00:00Z');
    await pressIn(lastDm(user), user, 'Spring over', world);
    expect(lastDm(user).text).toBe('Helt i orden. Vil du se tilbage senere, så skriv /trivsel opfølgning.');
    await command(world, user, '');
    expect(seen(user).text).toContain('Der kommer ikke flere opfølgninger i denne aftale.');
  });

  test('shows help in its own place', async () => {
    const user = newUser(world);
    await command(world, user, '');
    await press(world, user, 'Hjælp');
    expect(views(world, user)).toHaveLength(1);
    expect(seen(user).text).toContain('/trivsel opfølgning');
  });

  test('still open with an answer button after the agreement is gone says so', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await command(world, user, '');
    await world.goTo('2027-04-01T12:00:00Z');
    await press(world, user, 'Svar nu');
    expect(seen(user).text).toContain('Du har ingen aftale, der løber.');
  });
});

describe('a word after the command', () => {
  const opens: [string, string][] = [
    ['aftale', 'Min lederaftale'],
    ['agreement', 'Min lederaftale'],
    ['  AFTALE  og mere', 'Min lederaftale'],
    ['opfølgning', 'Hvordan går det?'],
    ['OPFØLGNING', 'Hvordan går det?'],
    ['opfolgning', 'Hvordan går det?'],
    ['opfoelgning', 'Hvordan går det?'],
    ['followup', 'Hvordan går det?'],
    ['Follow-Up', 'Hvordan går det?'],
    ['', 'Trivsel'],
    ['   ', 'Trivsel'],
  ];
  test.each(opens)('“%s” opens %s', async (word, title) => {
    const user = newUser(world);
    await makeAgreement(world, user);
    expect(await command(world, user, word)).toEqual({ ok: true });
    expect(titleOf(top(world, user))).toBe(title);
    expect(whispers(world, user)).toEqual([]);
  });

  test.each(['aftale', 'agreement'])('“%s” of somebody without an agreement begins one', async (word) => {
    const user = newUser(world);
    await command(world, user, word);
    expect(callbackOf(top(world, user))).toBe('point-1');
  });

  test.each(['opfølgning', 'followup'])('“%s” of somebody without an agreement says so', async (word) => {
    const user = newUser(world);
    await command(world, user, word);
    expect(lastOf(whispers(world, user)).text).toBe(
      'Du har ingen aftale, der løber. Skriv /trivsel aftale for at lave en.',
    );
    expect(views(world, user)).toEqual([]);
  });

  test.each(['hjælp', 'HJÆLP', 'hjaelp', 'help'])(
    '“%s” tells the words, to its author only',
    async (word) => {
      const user = newUser(world);
      const before = world.slack.messages().length;
      await command(world, user, word);
      expect(lastOf(whispers(world, user)).text).toMatch(
        /^Ledere, der trives, leder bedre\. Trivsel hjælper dig/,
      );
      expect(world.slack.messages()).toHaveLength(before + 1);
      expect(views(world, user)).toEqual([]);
    },
  );

  test.each(['vejret', 'aftalen', '<@U000001|anna>', '🫐', 'constructor', '__proto__', 'x'.repeat(200)])(
    '“%s” is not known, and answered with help for its author only',
    async (word) => {
      const user = newUser(world);
      await command(world, user, word);
      const { text } = lastOf(whispers(world, user));
      expect(text).toMatch(/^Det ord kender jeg ikke\. Ledere, der trives, leder bedre\./);
      expect(text).not.toContain(word);
      expect(views(world, user)).toEqual([]);
    },
  );

  test('is answered in its author’s language', async () => {
    const user = newUser(world, english);
    await command(world, user, 'weather');
    expect(lastOf(whispers(world, user)).text).toMatch(
      /^I don't know that word\. Leaders who thrive lead better\./,
    );
    await command(world, user, 'followup');
    expect(lastOf(whispers(world, user)).text).toBe(
      'You have no agreement running. Type /trivsel agreement to make one.',
    );
  });
});

test('a reminder of the follow-up leaves what else the message held in it', async () => {
  const user = newUser(world);
  await world.goTo('2026-12-07T09:00:00Z');
  await command(world, user, 'aftale');
  await submit(world, user, { title: 'Et punkt', 'first-step': 'Et skridt' });
  await submit(world, user, { title: 'Et andet', 'first-step': 'Et skridt' });
  await press(world, user, 'Tag nogen med');
  await submit(world, user, { external: 'Ida' });
  await world.goTo('2027-01-05T12:00:00Z');
  const { ts } = lastOf(dms(world, user));
  const held = () => JSON.stringify(dms(world, user).find((message) => message.ts === ts)?.blocks);
  expect(held()).toContain('Vi har talt sammen');
  await world.goTo('2027-01-07T12:00:00Z');
  expect(lastOf(dms(world, user)).text).toContain('Din opfølgning ligger her stadig.');
  expect(held()).toContain('Vi har talt sammen');
});
