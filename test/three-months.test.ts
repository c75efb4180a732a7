import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { World } from '../playground/world.ts';
import { localTime, weekOf } from '../shared/domain/time.ts';
import {
  buttonsOf,
  callbackOf,
  command,
  dms,
  filled,
  known,
  lastOf,
  newUser,
  press,
  pressIn,
  readable,
  recording,
  submit,
  titleOf,
  top,
  whispers,
} from './functions/slack/support.ts';

/**
 * A leader's whole life with two agreements, through both handlers, in both languages: every direct message with its day,
 * its words and its buttons, in their order, and what became of it.
 */

type Came = { on: string; text: string; buttons: string[] };

type Life = {
  who: { name: string; locale: 'da-DK' | 'en-GB'; zone: string };
  words: Record<
    | 'agreement'
    | 'pause'
    | 'answer'
    | 'lookBack'
    | 'tomorrow'
    | 'skip'
    | 'replace'
    | 'see'
    | 'extend'
    | 'makeNew'
    | 'changeRhythm'
    | 'saved'
    | 'changeNow'
    | 'done'
    | 'lost',
    string
  >;
  came: (Came & { by: 'slot' | 'reminder' | 'tomorrow'; became: string | typeof stays })[];
};

const danish = {
  all: ['Svar nu', 'Vent til i morgen', 'Spring over', 'Hold pause'],
  noTomorrow: ['Svar nu', 'Spring over', 'Hold pause'],
  end: ['Se tilbage', 'Vent til i morgen', 'Spring over', 'Hold pause'],
};
const english = {
  all: ['Answer now', 'Ask me tomorrow', 'Skip this one', 'Pause'],
  noTomorrow: ['Answer now', 'Skip this one', 'Pause'],
  end: ['Look back', 'Ask me tomorrow', 'Skip this one', 'Pause'],
};
/** It says in the end what it said when it came. */
const stays = Symbol('stays');

const lives: Life[] = [
  {
    who: { name: 'Mette Holm', locale: 'da-DK', zone: 'Europe/Copenhagen' },
    words: {
      agreement: 'aftale',
      pause: 'Hold pause',
      answer: 'Svar nu',
      lookBack: 'Se tilbage',
      tomorrow: 'Vent til i morgen',
      skip: 'Spring over',
      replace: 'Byt det ud',
      see: 'Se aftalen',
      extend: 'Læg 3 uger til',
      makeNew: 'Lav ny aftale',
      changeRhythm: 'Skift rytme eller tid',
      saved: 'Aftalen er gemt',
      changeNow: 'Du kan rette punkterne eller bytte dem ud, når du har lyst.',
      done: 'Godt gået',
      lost: 'Pauser og fridage tog 3 uger. Vil du have dem lagt til?',
    },
    came: [
      {
        on: '2026-12-08',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: 'Opfølgningen ligger længere nede nu.',
      },
      {
        on: '2026-12-10',
        by: 'reminder',
        text: 'Din opfølgning ligger her stadig. Passer det ikke nu, kommer næste opfølgning tirsdag den 22. december.',
        buttons: danish.all,
        became: 'Tak, det er gemt. Næste gang: tirsdag den 22. december kl. 9.00.',
      },
      {
        on: '2026-12-22',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: 'Fint. Jeg spørger igen onsdag den 23. december kl. 9.00.',
      },
      {
        on: '2026-12-23',
        by: 'tomorrow',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.noTomorrow,
        became: 'Helt i orden. Næste gang: tirsdag den 5. januar kl. 9.00.',
      },
      {
        on: '2027-01-05',
        by: 'slot',
        text: 'Hej Mette. Du er halvvejs med din aftale. Har du to minutter?',
        buttons: danish.all,
        became: 'Tak, det er gemt. Næste gang: tirsdag den 19. januar kl. 9.00.',
      },
      {
        on: '2027-01-12',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: 'Helt i orden. Jeg skriver ikke før tirsdag den 2. februar.',
      },
      {
        on: '2027-02-02',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: stays,
      },
      {
        on: '2027-02-09',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: stays,
      },
      {
        on: '2027-02-23',
        by: 'slot',
        text: 'Hej Mette. Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?',
        buttons: danish.end,
        became: 'Tak, det er gemt. Næste gang: tirsdag den 2. marts kl. 9.00.',
      },
      {
        on: '2027-03-02',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: 'Tak, det er gemt. Næste gang: tirsdag den 9. marts kl. 9.00.',
      },
      {
        on: '2027-03-09',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: 'Helt i orden. Næste gang: tirsdag den 16. marts kl. 9.00.',
      },
      {
        on: '2027-03-16',
        by: 'slot',
        text: 'Hej Mette. Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?',
        buttons: danish.end,
        became: 'Tak. Din aftale er slut.',
      },
      {
        on: '2027-04-13',
        by: 'slot',
        text: 'Hej Mette. Har du to minutter til din opfølgning?',
        buttons: danish.all,
        became: stays,
      },
    ],
  },
  {
    who: { name: 'James Carter', locale: 'en-GB', zone: 'Europe/London' },
    words: {
      agreement: 'agreement',
      pause: 'Pause',
      answer: 'Answer now',
      lookBack: 'Look back',
      tomorrow: 'Ask me tomorrow',
      skip: 'Skip this one',
      replace: 'Replace it',
      see: 'See the agreement',
      extend: 'Add 3 weeks',
      makeNew: 'Make a new agreement',
      changeRhythm: 'Change rhythm or time',
      saved: 'Agreement saved',
      changeNow: 'Edit or replace the points in your agreement whenever you like.',
      done: 'Well done',
      lost: 'Pauses and days off took 3 weeks. Do you want them added?',
    },
    came: [
      {
        on: '2026-12-08',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: 'Your follow-up is further down now.',
      },
      {
        on: '2026-12-10',
        by: 'reminder',
        text: 'Your follow-up is still here. If now is bad, the next comes on Tuesday 22 December.',
        buttons: english.all,
        became: 'Thanks, saved. Next time: Tuesday 22 December at 09:00.',
      },
      {
        on: '2026-12-22',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: 'Fine. I will ask again on Wednesday 23 December at 09:00.',
      },
      {
        on: '2026-12-23',
        by: 'tomorrow',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.noTomorrow,
        became: "That's fine. Next time: Tuesday 5 January at 09:00.",
      },
      {
        on: '2027-01-05',
        by: 'slot',
        text: 'Hi James. You are halfway through your agreement. Do you have two minutes?',
        buttons: english.all,
        became: 'Thanks, saved. Next time: Tuesday 19 January at 09:00.',
      },
      {
        on: '2027-01-12',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: "That's fine. I will not write before Tuesday 2 February.",
      },
      {
        on: '2027-02-02',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: stays,
      },
      {
        on: '2027-02-09',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: stays,
      },
      {
        on: '2027-02-23',
        by: 'slot',
        text: 'Hi James. Your agreement has come to its end. Do you have three minutes to look back?',
        buttons: english.end,
        became: 'Thanks, saved. Next time: Tuesday 2 March at 09:00.',
      },
      {
        on: '2027-03-02',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: 'Thanks, saved. Next time: Tuesday 9 March at 09:00.',
      },
      {
        on: '2027-03-09',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: "That's fine. Next time: Tuesday 16 March at 09:00.",
      },
      {
        on: '2027-03-16',
        by: 'slot',
        text: 'Hi James. Your agreement has come to its end. Do you have three minutes to look back?',
        buttons: english.end,
        became: 'Thanks. Your agreement has ended.',
      },
      {
        on: '2027-04-13',
        by: 'slot',
        text: 'Hi James. Do you have two minutes for your follow-up?',
        buttons: english.all,
        became: stays,
      },
    ],
  },
];

let world: World;
const logged = recording();
beforeEach(async () => {
  logged.lines.length = 0;
  world = await World.open({ standsAt: '2026-11-23T09:00:00Z', log: logged.log });
});
afterEach(() => world.close());

/** What the direct messages were when they came: they change afterwards. */
class Diary {
  readonly came: Came[] = [];
  private readonly user: string;
  private readonly zone: string;

  constructor(user: string, zone: string) {
    this.user = user;
    this.zone = zone;
  }

  /** On to the next direct message, or to that day. */
  async next(until: string): Promise<void> {
    const before = dms(world, this.user).length;
    for (let at = world.wakes.next(); at !== undefined && at < until; at = world.wakes.next()) {
      await world.goTo(at);
      const found = dms(world, this.user).slice(before);
      for (const { at: came, text, blocks } of found) {
        const { date, time } = localTime(came, this.zone);
        expect(time.slice(0, 4)).toBe('09:0');
        this.came.push({ on: date, text, buttons: labels(blocks) });
      }
      if (found.length > 0) return;
    }
    await world.goTo(until);
  }
}

const labels = (blocks: Parameters<typeof buttonsOf>[0]) => buttonsOf(blocks).map(({ text }) => text.text);

describe.each(lives)('$who.name', (life) => {
  const { who, words, came } = life;

  test('lives three months and what they lost, closes, and goes on with what is kept', async () => {
    const user = newUser(world, { ...who, role: '' });
    const diary = new Diary(user, who.zone);
    const far = '2027-12-01T00:00:00Z';
    const dm = () => lastOf(dms(world, user));
    const closeAll = () => world.client.close(user, top(world, user).id, true);

    // Made.
    await command(world, user, words.agreement);
    await submit(world, user, { title: 'Færre møder', 'first-step': 'Aflyse tirsdagsmødet' });
    await submit(world, user, { title: 'Sparring', 'first-step': 'Ringe til Ida', theme: 'sparring' });
    await submit(world, user);
    expect(titleOf(top(world, user))).toBe(words.saved);
    closeAll();

    // The first waits until its reminder, and is answered from there.
    await diary.next(far);
    await diary.next(far);
    await pressIn(dm(), user, words.answer, world);
    await submit(world, user, { 'progress-1': '2', 'progress-2': '3', win: 'Ida ringede selv' });
    closeAll();

    // The second is put off till tomorrow, and skipped then.
    await diary.next(far);
    await pressIn(dm(), user, words.tomorrow, world);
    await diary.next(far);
    await pressIn(dm(), user, words.skip, world);

    // Half-way: something should change. A point is replaced, and the rhythm is every week from now on.
    await diary.next(far);
    await pressIn(dm(), user, words.answer, world);
    expect(readable(top(world, user).view)).toContain('Ida ringede selv');
    await submit(world, user, { 'progress-1': '1', 'progress-2': '5', 'still-right': 'no' });
    expect(readable(top(world, user).view)).toContain(words.changeNow);
    await press(world, user, words.see);
    await press(world, user, words.replace);
    await submit(world, user, {
      'why-1': 'Møderne er ikke mine',
      'title-for-1': 'Fredag til ledelse',
      'first-step-for-1': 'Spærre fredag',
    });
    expect(callbackOf(top(world, user))).toBe('agreement');
    await press(world, user, words.changeRhythm);
    await submit(world, user, { rhythm: '1' });
    closeAll();

    // From the next one a pause of three weeks.
    await diary.next(far);
    await pressIn(dm(), user, words.pause, world);
    await submit(world, user, { until: '2027-02-02' });
    closeAll();

    // Two pass unanswered: then no third, but the end.
    await diary.next(far);
    await diary.next(far);
    await diary.next(far);
    await pressIn(dm(), user, words.lookBack, world);
    expect(readable(top(world, user).view)).toContain(words.lost);
    await press(world, user, words.extend);
    closeAll();

    // In the weeks given back one is answered and one skipped.
    await diary.next(far);
    await pressIn(dm(), user, words.answer, world);
    const { agreement: extended } = await known(world, user);
    await submit(world, user, { [`progress-${extended?.points[0].id}`]: '4', 'progress-2': '5' });
    closeAll();
    await diary.next(far);
    await pressIn(dm(), user, words.skip, world);

    // The end: one point is kept, and stands in the new agreement.
    await diary.next(far);
    await pressIn(dm(), user, words.lookBack, world);
    expect(readable(top(world, user).view)).not.toContain(words.lost);
    await submit(world, user, {
      [`outcome-${extended?.points[0].id}`]: 'keep',
      'outcome-2': 'done',
      learned: 'Fredage er gode',
    });
    expect(titleOf(top(world, user))).toBe(words.done);
    await press(world, user, words.makeNew);
    expect(JSON.stringify(filled(top(world, user)))).toContain('Fredag til ledelse');
    await submit(world, user);
    await submit(world, user, { title: 'Et nyt punkt', 'first-step': 'Et skridt' });
    await submit(world, user, { rhythm: '4' });
    expect(titleOf(top(world, user))).toBe(words.saved);
    closeAll();
    await diary.next(far);

    expect(diary.came).toEqual(came.map(({ by: _, became: __, ...rest }) => rest));
    expect(dms(world, user).map(({ text }) => text)).toEqual(
      came.map(({ text, became }) => (became === stays ? text : became)),
    );
    expect(whispers(world, user)).toEqual([]);
    // Nobody else heard of any of it.
    expect(world.slack.messages()).toHaveLength(came.length);
    const { agreement, past } = await known(world, user);
    expect(agreement?.points.map(({ title }) => title)).toEqual(['Fredag til ledelse', 'Et nyt punkt']);
    expect(past[0]).toMatchObject({
      extendedWeeks: 3,
      retired: [{ point: { title: 'Færre møder' }, why: 'Møderne er ikke mine' }],
      ending: { on: '2027-03-16', how: 'closed', learned: 'Fredage er gode' },
    });
    expect(logged.lines).toEqual([]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  test('has one direct message a week at most, but for a reminder and what they moved themselves', () => {
    const weeks = came.filter(({ by }) => by === 'slot').map(({ on }) => weekOf(on));
    expect(new Set(weeks).size).toBe(weeks.length);
    for (const { on, by } of came) expect(by === 'slot' || weeks.includes(weekOf(on))).toBe(true);
  });
});
