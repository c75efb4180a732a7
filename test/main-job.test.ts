import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeUser, Json } from '../playground/slack/state.ts';
import { general, team } from '../playground/slack/state.ts';
import { World } from '../playground/world.ts';
import { localTime } from '../shared/domain/time.ts';

/**
 * The whole job, from `/trivsel aftale` to the last answered follow-up, over three months of clock: the real Bolt app and
 * worker between a fake Slack at the wire, an embedded DynamoDB and fake wakes. Both months' daylight-saving days, New
 * York's and Copenhagen's, and Easter lie in between.
 */
type Life = {
  who: FakeUser;
  words: { make: string; see: string };
  rhythm: '1' | '2' | '4';
  weekday: string;
  time: string;
  titles: string[];
  saved: string;
  /** How the DM asks; half-way and at the end it says so. */
  asks: { ordinary: string; halfWay: string; closing: string };
  buttons: string[];
  /** What the first of them says at the end. */
  lookBack: string;
  /** The local date of each follow-up, and what its DM says once it is answered. */
  followUps: { date: string; kind?: 'halfWay' | 'closing'; answered: string }[];
  shown: string[];
};

const starts = '2027-01-18T10:00:00Z';

const lives: Life[] = [
  {
    who: { id: 'U1', name: 'Mette Holm', role: '', locale: 'da-DK', zone: 'Europe/Copenhagen' },
    words: { make: 'aftale', see: 'aftale' },
    rhythm: '2',
    weekday: '1',
    time: '09:00',
    titles: ['Første punkt', 'Andet punkt', 'Rytme og deling', 'Aftalen er gemt'],
    saved:
      'Godt begyndt. Den første opfølgning kommer mandag den 1. februar kl. 9.00 som en kort besked her i Slack.',
    asks: {
      ordinary: 'Hej Mette. Har du to minutter til din opfølgning?',
      halfWay: 'Hej Mette. Du er halvvejs med din aftale. Har du to minutter?',
      closing: 'Hej Mette. Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?',
    },
    buttons: ['Svar nu', 'Vent til i morgen', 'Spring over', 'Hold pause'],
    lookBack: 'Se tilbage',
    followUps: [
      { date: '2027-02-01', answered: 'Tak, det er gemt. Næste gang: mandag den 15. februar kl. 9.00.' },
      { date: '2027-02-15', answered: 'Tak, det er gemt. Næste gang: mandag den 1. marts kl. 9.00.' },
      {
        date: '2027-03-01',
        kind: 'halfWay',
        answered: 'Tak, det er gemt. Næste gang: mandag den 15. marts kl. 9.00.',
      },
      // Easter Monday is off: the slot moves to Tuesday. The day before, Denmark's clocks went forward.
      { date: '2027-03-15', answered: 'Tak, det er gemt. Næste gang: tirsdag den 30. marts kl. 9.00.' },
      { date: '2027-03-30', answered: 'Tak, det er gemt. Næste gang: mandag den 12. april kl. 9.00.' },
      { date: '2027-04-12', kind: 'closing', answered: 'Tak. Din aftale er slut.' },
    ],
    shown: ['Min lederaftale', '18. januar – 18. april 2027, opfølgning hver anden uge', 'Så småt i gang'],
  },
  {
    who: { id: 'U2', name: 'James Carter', role: '', locale: 'en-GB', zone: 'America/New_York' },
    words: { make: 'agreement', see: 'agreement' },
    rhythm: '4',
    weekday: '4',
    time: '15:30',
    titles: ['First point', 'Second point', 'Rhythm and sharing', 'Agreement saved'],
    saved:
      'A good start. The first follow-up comes on Thursday 18 February at 15:30 as a short message here in Slack.',
    asks: {
      ordinary: 'Hi James. Do you have two minutes for your follow-up?',
      halfWay: 'Hi James. You are halfway through your agreement. Do you have two minutes?',
      closing: 'Hi James. Your agreement has come to its end. Do you have three minutes to look back?',
    },
    buttons: ['Answer now', 'Ask me tomorrow', 'Skip this one', 'Pause'],
    lookBack: 'Look back',
    followUps: [
      { date: '2027-02-18', answered: 'Thanks, saved. Next time: Thursday 18 March at 15:30.' },
      // As near the middle as the one before. New York's clocks went forward on the 14th.
      {
        date: '2027-03-18',
        kind: 'halfWay',
        answered: 'Thanks, saved. Next time: Thursday 15 April at 15:30.',
      },
      { date: '2027-04-15', kind: 'closing', answered: 'Thanks. Your agreement has ended.' },
    ],
    shown: ['My leader agreement', '18 January – 18 April 2027, follow-up every four weeks', 'Getting going'],
  },
];

let world: World;
const logged: string[] = [];
const note = (message: string, facts: object) => void logged.push(`${message} ${JSON.stringify(facts)}`);

beforeEach(async () => {
  logged.length = 0;
  world = await World.open({ standsAt: starts, log: { info: note, warn: note, error: note } });
});
afterEach(() => world.close());

const text = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
const chosen = (value: string): Json => ({ value: { type: 'static_select', selected_option: { value } } });
const answers = (progress: string[], win?: string): Json => ({
  ...Object.fromEntries(progress.map((step, index) => [`progress-${index + 1}`, chosen(step)])),
  ...(win === undefined ? {} : { win: text(win) }),
});

const typed = (kind: 'ordinary' | 'halfWay' | 'closing', win: string | undefined): Json =>
  kind === 'closing'
    ? { 'outcome-1': chosen('done'), 'outcome-2': chosen('done'), learned: text('At spærre tid') }
    : { ...answers(['3', '4'], win), ...(kind === 'halfWay' ? { 'still-right': chosen('yes') } : {}) };

const firstAnswer = ({ followUps }: Life, progress: string[]): Json => ({
  ...answers(progress, 'Det lykkedes'),
  ...(followUps[0]?.kind === 'halfWay' ? { 'still-right': chosen('yes') } : {}),
});

const visible = (who: FakeUser) => world.slack.views(who.id).at(-1);
const titleOf = (who: FakeUser) => (visible(who)?.view['title'] as { text: string } | undefined)?.text;
const directMessages = (who: FakeUser) =>
  world.slack.messages().filter(({ channel }) => channel === who.id.replace('U', 'D'));

async function submit(who: FakeUser, values: Json): Promise<void> {
  const outcome = await world.client.submit(who.id, visible(who)?.id ?? '', values);
  expect(outcome).toEqual({ ok: true });
  expect(visible(who)?.errors).toEqual({});
}

async function makeAgreement({ who, words, titles, rhythm, weekday, time }: Life): Promise<void> {
  expect(await world.client.command(who.id, general.id, words.make)).toEqual({ ok: true });
  const seen = [titleOf(who)];
  await submit(who, { title: text('Formiddage uden møder'), 'first-step': text('Spærre torsdag') });
  seen.push(titleOf(who));
  await submit(who, {
    title: text('Sparring'),
    'first-step': text('Skrive til Sofie'),
    theme: chosen('sparring'),
  });
  seen.push(titleOf(who));
  const at = { value: { type: 'timepicker', selected_time: time } };
  await submit(who, { rhythm: chosen(rhythm), weekday: chosen(weekday), time: at });
  seen.push(titleOf(who));
  expect(seen).toEqual(titles);
}

async function pressAnswer(who: FakeUser): Promise<void> {
  const { channel, ts } = directMessages(who).at(-1) ?? { channel: '', ts: '' };
  const action = { type: 'button', block_id: 'prompt', action_id: 'open.check-in' };
  expect(await world.client.press(who.id, { channel, ts }, action, {})).toEqual({ ok: true });
}

const buttonsOf = (blocks: Json[] = []) =>
  blocks
    .filter((block) => block['type'] === 'actions')
    .flatMap((block) =>
      (block['elements'] as { text: { text: string } }[]).map((element) => element.text.text),
    );

describe.each(lives)('$who.name lives three months with an agreement', (life) => {
  const { who, followUps } = life;

  it('from the first form to the last answer, with every DM on its day', async () => {
    world.slack.putUser(who);
    await makeAgreement(life);
    expect(JSON.stringify(visible(who)?.view)).toContain(life.saved);

    for (const [index, { date, kind = 'ordinary', answered }] of followUps.entries()) {
      expect(await world.goToNext()).toBe(true);
      const messages = directMessages(who);
      expect(messages).toHaveLength(index + 1);
      const message = messages.at(-1);
      expect(message?.text).toBe(life.asks[kind]);
      expect(buttonsOf(message?.blocks)).toEqual(
        // On a Friday there would be no tomorrow; none of these is one.
        kind === 'closing' ? [life.lookBack, ...life.buttons.slice(1)] : life.buttons,
      );
      const local = localTime(world.clock.now(), who.zone);
      expect(local.date).toBe(date);
      expect(minutesAfter(life.time, local.time)).toBeLessThan(10);

      await pressAnswer(who);
      await submit(who, typed(kind, index === 0 ? 'Den første formiddag holdt' : undefined));
      expect(directMessages(who).at(-1)).toMatchObject({ text: answered, edited: true });
      expect(buttonsOf(directMessages(who).at(-1)?.blocks)).toEqual([]);
    }

    // Nothing more comes, until retention takes what was written, thirty days after the period.
    expect(await world.goToNext()).toBe(false);
    for (let next = world.wakes.next(); next !== undefined; next = world.wakes.next()) await world.goTo(next);
    expect(directMessages(who)).toHaveLength(followUps.length);
    expect(world.clock.now().slice(0, 10)).toBe(who.id === 'U1' ? '2027-05-18' : '2027-05-19');
    expect(await world.store.person({ tenant: team, user: who.id })).not.toHaveProperty('agreement.points');
    expect(logged).toEqual([]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });

  it('stores what was written, and nothing else', async () => {
    world.slack.putUser(who);
    await makeAgreement(life);
    await world.goToNext();
    await pressAnswer(who);
    await submit(who, firstAnswer(life, ['3', '5']));
    await world.goTo('2027-02-20T12:00:00Z');

    const stored = await world.store.person({ tenant: team, user: who.id });
    const id = stored?.agreement?.id ?? '';
    const week = life.rhythm === '2' ? ['2027-02-01', '2027-02-15'] : ['2027-02-15', '2027-02-15'];
    expect(stored).toMatchObject({
      profile: { name: who.name.split(' ')[0], language: who.locale.slice(0, 2), zone: who.zone },
      workingTime: { slot: { weekday: Number(life.weekday), time: life.time }, workdays: [1, 2, 3, 4, 5] },
      past: [],
      pauses: [],
      agreement: {
        period: { starts: '2027-01-18', ends: '2027-04-18' },
        rhythm: Number(life.rhythm),
        settled: week[1],
        points: [
          { id: '1', title: 'Formiddage uden møder', firstStep: 'Spærre torsdag' },
          { id: '2', title: 'Sparring', firstStep: 'Skrive til Sofie', theme: 'sparring' },
        ],
        checkIns: [
          {
            week: week[0],
            points: [
              { point: '1', progress: 3 },
              { point: '2', progress: 5 },
            ],
            win: 'Det lykkedes',
          },
        ],
      },
      prompt: { week: week[1], state: life.rhythm === '2' ? 'sent' : 'answered', parts: [{ agreement: id }] },
    });
    const keys = [
      'agreement',
      'past',
      'pauses',
      'profile',
      'prompt',
      'tenant',
      'user',
      'version',
      'wakeAt',
      'workingTime',
    ];
    // What the workspace decided is read beside it.
    const { workspace: _, ...own } = stored ?? {};
    expect(Object.keys(own).sort()).toEqual(keys);
  });

  it('sees the agreement, its progress and the next date by the same command', async () => {
    world.slack.putUser(who);
    await makeAgreement(life);
    await world.goToNext();
    await pressAnswer(who);
    await submit(who, firstAnswer(life, ['3', '4']));
    world.slack.putViews(who.id, []);
    await world.client.command(who.id, general.id, life.words.see);
    const view = JSON.stringify(visible(who)?.view);
    for (const shown of [...life.shown, 'Formiddage uden møder', 'Skrive til Sofie', 'Det lykkedes']) {
      expect(view).toContain(shown);
    }
    expect(view).toContain(life.buttons[0]);
  });
});

function minutesAfter(time: string, later: string): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return minutes(later) - minutes(time);
}
