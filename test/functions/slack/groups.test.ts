import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signedEvent } from '../../../local/gateway.ts';
import { type FakeChannel, type FakeUser, type Json, team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import type { Group } from '../../../shared/domain/group.ts';
import type { RefusalReason } from '../../../shared/domain/refusal.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import {
  closeRound,
  contribute,
  danes,
  groupOf,
  later,
  madeGroup,
  newChannel,
  newColleague,
  openGroup,
  openRound,
  type Place,
  pointsOf,
  postOf,
  posts,
  pressPost,
  pressTop,
  say,
  send,
  unfitMembers,
} from '../../support/group.ts';
import {
  blocksOf,
  choose,
  commandForm,
  english,
  monday,
  newUser,
  submit,
  titleOf,
  top,
  views,
} from './support.ts';

/** A group's commands and forms, as somebody at their Slack meets them. */

let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const stored = (channel: string) => world.store.group({ tenant: team, channel });

/** A command as Slack sends it, also from where its client would let nobody type: what was said, and what was shown. */
async function typedIn(user: string, text: string, channel: string) {
  const before = world.webApi.calls.length;
  const { statusCode, body } = await world.handleSlack(signedEvent(commandForm(world, user, text, channel)));
  expect(statusCode).toBe(200);
  const shown = world.webApi.calls.slice(before).filter(({ method }) => method.startsWith('views.'));
  const said = body === '' ? undefined : (JSON.parse(body) as { response_type: string; text: string });
  return { shown: shown.length, said };
}

const only = (text: string) => ({ shown: 0, said: { response_type: 'ephemeral', text } });
const aView = { shown: 1, said: undefined };

type Where = { says: string; channel: Partial<FakeChannel>; refusal: RefusalReason };
const wheres: Where[] = [
  { says: 'without the bot', channel: { hasBot: false }, refusal: 'channel-needs-invitation' },
  {
    says: 'that is private and without the bot',
    channel: { hasBot: false, isPrivate: true },
    refusal: 'channel-needs-invitation',
  },
  { says: 'that is archived', channel: { isArchived: true, hasBot: false }, refusal: 'channel-archived' },
  { says: 'shared with another company', channel: { isShared: true }, refusal: 'channel-shared' },
  { says: 'about to be shared', channel: { isSharedSoon: true }, refusal: 'channel-shared' },
];

describe.each([
  { language: 'da', texts: da, person: { name: 'Mette Holm' } },
  { language: 'en', texts: en, person: english },
] satisfies { language: string; texts: Texts; person: Partial<FakeUser> }[])(
  '/trivsel gruppe and runde, in “$language”',
  ({ texts, person }) => {
    describe.each(wheres)('in a channel $says', ({ channel, refusal }) => {
      test('say what is in the way, and leave nothing behind', async () => {
        const place = newChannel(world, [person, { name: 'Karen Friis' }], channel);
        const [user = ''] = place.members;
        expect(await typedIn(user, 'gruppe', place.channel)).toEqual(only(texts.refusals[refusal]));
        expect(await typedIn(user, 'group', place.channel)).toEqual(only(texts.refusals[refusal]));
        expect(await typedIn(user, 'runde', place.channel)).toEqual(only(texts.refusals['no-group']));
        expect(await stored(place.channel)).toBeUndefined();
      });

      test('show a group that was made there before to its members, and to nobody else', async () => {
        const place = newChannel(world, [person, { name: 'Karen Friis' }]);
        const [user = ''] = place.members;
        const reader = newUser(world, person);
        world.slack.inviteUser(place.channel, reader);
        await madeGroup(place);
        world.slack.putChannel({ ...(world.slack.channel(place.channel) as FakeChannel), ...channel });
        for (const word of ['gruppe', 'runde', 'retro']) {
          expect(await typedIn(user, word, place.channel)).toEqual(aView);
          expect(await typedIn(reader, word, place.channel)).toEqual(only(texts.refusals['not-in-group']));
        }
      });
    });

    test.each([
      { says: 'a direct message', where: (user: string) => `D${user.slice(1)}`, refusal: 'not-a-channel' },
      { says: 'nowhere we know', where: () => 'C0NOWHERE', refusal: 'channel-needs-invitation' },
    ] as const)('in $says, say what is in the way', async ({ where, refusal }) => {
      const user = newUser(world, person);
      expect(await typedIn(user, 'gruppe', where(user))).toEqual(only(texts.refusals[refusal]));
      expect(await typedIn(user, 'runde', where(user))).toEqual(only(texts.refusals['no-group']));
      expect(await stored(where(user))).toBeUndefined();
    });

    test('in the group’s channel, open the forms in the language of who typed', async () => {
      const place = newChannel(world, [person, { name: 'Karen Friis' }]);
      const [user = ''] = place.members;
      expect(await typedIn(user, 'gruppe', place.channel)).toEqual(aView);
      expect(titleOf(top(world, user))).toBe(texts.group.who.title);
    });
  },
);

describe('/trivsel runde luk', () => {
  test('closes the round for who keeps it, and for nobody else', async () => {
    const place = newChannel(world, danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
    const [leader = '', second = ''] = place.members;
    await madeGroup(place);
    await openRound(place);
    const outside = newUser(world);
    world.slack.inviteUser(place.channel, outside);
    expect(await typedIn(outside, 'runde luk', place.channel)).toEqual(only(da.refusals['not-in-group']));
    expect(await typedIn(second, 'runde luk', place.channel)).toEqual(only(da.refusals['not-yours']));
    expect((await groupOf(place)).round?.closedAt).toBeUndefined();
    expect(await typedIn(leader, 'runde LUK ', place.channel)).toEqual(only(da.groupSaid.roundCloses));
    expect((await groupOf(place)).round?.closedBy).toBe(leader);
  });
});

describe('a new agreement', () => {
  let place: Place;
  let leader: string;
  let second: string;
  beforeEach(async () => {
    place = newChannel(world, danes('Mette Holm', 'Karen Friis'));
    [leader = '', second = ''] = place.members;
    await say(place, leader, 'gruppe');
  });
  const errors = () => top(world, leader).errors;

  test.each(unfitMembers)('with %s is refused in its field', async (_, members, refusal) => {
    await submit(world, leader, { members: members(place, leader) });
    expect(errors()).toEqual({ members: da.refusals[refusal] });
    expect(await stored(place.channel)).toBeUndefined();
  });

  test('takes who makes it for a member, chosen or not', async () => {
    const third = newColleague(place);
    await send(place, leader, { members: [second, third] });
    await send(place, leader, pointsOf(leader, second));
    expect((await groupOf(place)).members.map(({ id }) => id)).toContain(leader);
  });

  test('tells who else reads the channel, and tells it anew when somebody is chosen', async () => {
    const reader = newColleague(place);
    await say(place, leader, 'gruppe');
    const told = () =>
      JSON.stringify(blocksOf(top(world, leader)).find((block) => block['block_id'] === 'who-reads'));
    expect(told()).toContain(second);
    expect(told()).toContain(reader);
    await choose(world, leader, 'members', { members: [leader, second] });
    expect(told()).not.toContain(second);
    expect(told()).toContain(reader);
    await choose(world, leader, 'members', { members: [leader, second, reader] });
    expect(told()).toContain(da.group.who.onlyYou);
  });

  test.each<[string, (point: Json) => Json, Json]>([
    ['without a title', (point) => ({ ...point, 'title-1': ' ' }), { 'title-1': da.errors.empty }],
    [
      'with too long a title',
      (point) => ({ ...point, 'title-2': 'x'.repeat(81) }),
      { 'title-2': da.errors.tooLong(80) },
    ],
    ['without a result', (point) => ({ ...point, 'result-2': '' }), { 'result-2': da.errors.empty }],
    [
      'with nobody to keep an eye on it',
      (point) => ({ ...point, 'responsible-1': '' }),
      { 'responsible-1': da.errors.choose },
    ],
    [
      'with somebody who is not a member',
      (point) => ({ ...point, 'responsible-2': newUser(world) }),
      { 'responsible-2': da.refusals['not-a-member'] },
    ],
    [
      'with nothing',
      () => ({
        'title-1': '',
        'result-1': '',
        'title-2': '',
        'result-2': '',
        'responsible-1': '',
        'responsible-2': '',
      }),
      {
        ...{ 'title-1': da.errors.empty, 'result-1': da.errors.empty, 'responsible-1': da.errors.choose },
        ...{ 'title-2': da.errors.empty, 'result-2': da.errors.empty, 'responsible-2': da.errors.choose },
      },
    ],
  ])('and a point %s is refused in its field', async (_, change, expected) => {
    await send(place, leader, { members: [leader, second] });
    await submit(world, leader, change(pointsOf(leader, second)) as Record<string, string>);
    expect(errors()).toEqual(expected);
    expect(await stored(place.channel)).toBeUndefined();
  });

  test('is refused where somebody left the channel, or the channel was shared, while it was written', async () => {
    await send(place, leader, { members: [leader, second] });
    world.slack.kickUser(place.channel, second);
    await submit(world, leader, pointsOf(leader, second));
    expect(Object.values(errors())).toEqual([da.refusals['not-in-channel']]);
    world.slack.inviteUser(place.channel, second);
    world.slack.shareChannel(place.channel);
    await submit(world, leader, pointsOf(leader, second));
    expect(Object.values(errors())).toEqual([da.refusals['channel-shared']]);
    expect(await stored(place.channel)).toBeUndefined();
  });

  test('of another, made meanwhile, is told to who was slower, and nothing of it is lost', async () => {
    await say(place, second, 'gruppe');
    for (const user of [leader, second]) await send(place, user, { members: [leader, second] });
    await send(place, leader, pointsOf(leader, second));
    const made = await groupOf(place);
    await submit(world, second, { ...pointsOf(leader, second), 'title-1': 'Mit forslag' });
    expect(Object.values(top(world, second).errors)).toEqual([expect.any(String)]);
    expect(await groupOf(place)).toEqual(made);
  });
});

type Typed = Record<string, string | string[]>;
/** A form of a group that runs: how it is opened, and what it says of what can't be saved. */
type Form = {
  says: string;
  user: number;
  open: (place: Place, user: string) => Promise<unknown>;
  /** What a title reads, in each language. */
  title: (texts: Texts) => string;
  wrong: [string, (place: Place, group: Group) => Typed, (group: Group) => Record<string, string>][];
};

const fromView =
  (action: string, idIn?: (group: Group) => string | undefined) =>
  async (place: Place, user: string): Promise<void> => {
    await openGroup(place, user);
    const id = idIn?.(await groupOf(place));
    await pressTop(place, user, action, id && `${place.channel} ${id}`);
  };
const firstPoint = ({ agreement }: Group) => agreement?.points[0].id ?? '';
const notAMember = () => newUser(world);

const forms: Form[] = [
  {
    ...{ says: 'of who takes part', user: 0, open: fromView('group.members') },
    title: (texts) => texts.group.members.title,
    wrong: [
      [
        'a leader who is not among them',
        ({ members }) => ({ members: members.slice(0, 2), leader: members[2] ?? '' }),
        () => ({ leader: da.refusals['not-a-member'] }),
      ],
      [
        'only one',
        ({ members: [leader = ''] }) => ({ members: [leader], leader }),
        () => ({ members: da.refusals['too-few-members'] }),
      ],
      [
        'somebody outside the channel',
        ({ members }) => ({ members: [...members, notAMember()], leader: members[0] ?? '' }),
        () => ({ members: da.refusals['not-in-channel'] }),
      ],
    ],
  },
  {
    ...{ says: 'of the rhythm', user: 0, open: fromView('group.rhythm') },
    title: (texts) => texts.group.rhythm.title,
    wrong: [['no time', () => ({ time: '' }), () => ({ time: da.errors.time })]],
  },
  {
    ...{ says: 'of a point', user: 0, open: fromView('group.edit-point', firstPoint) },
    title: (texts) => texts.group.point.editTitle,
    wrong: [
      [
        'no words',
        (_, group) => ({ [`title-${firstPoint(group)}`]: '', [`result-${firstPoint(group)}`]: '\u202e' }),
        (group) => ({
          [`title-${firstPoint(group)}`]: da.errors.empty,
          [`result-${firstPoint(group)}`]: da.errors.empty,
        }),
      ],
      [
        'somebody who is not a member',
        (_, group) => ({
          ...{ [`title-${firstPoint(group)}`]: 'Et punkt', [`result-${firstPoint(group)}`]: 'Ro' },
          [`responsible-${firstPoint(group)}`]: notAMember(),
        }),
        (group) => ({ [`responsible-${firstPoint(group)}`]: da.refusals['not-a-member'] }),
      ],
    ],
  },
  {
    ...{ says: 'of another point', user: 0, open: fromView('group.replace-point', firstPoint) },
    title: (texts) => texts.group.point.replaceTitle,
    wrong: [
      [
        'no line on why',
        ({ members: [leader = ''] }, group) => ({
          [`title-for-${firstPoint(group)}`]: 'Et nyt',
          [`result-for-${firstPoint(group)}`]: 'Ro',
          [`responsible-for-${firstPoint(group)}`]: leader,
        }),
        (group) => ({ [`why-${firstPoint(group)}`]: da.errors.empty }),
      ],
    ],
  },
  {
    ...{ says: 'of a pause', user: 0, open: fromView('group.pause') },
    title: (texts) => texts.group.pause.title,
    wrong: [
      ['today', () => ({ until: '2026-12-07' }), () => ({ until: da.refusals['pause-not-ahead'] })],
      ['more than a year', () => ({ until: '2027-12-08' }), () => ({ until: da.refusals['pause-too-long'] })],
      ['no day', () => ({ until: '' }), () => ({ until: da.errors.date })],
    ],
  },
  {
    ...{ says: 'of a contribution', user: 1, open: (place, user) => say(place, user, 'runde') },
    title: (texts) => texts.group.contribute.title,
    wrong: [
      [
        'nothing',
        () => ({}),
        (group) => ({ [`progress-${firstPoint(group)}`]: da.group.errors.sayOneThing }),
      ],
      ['too much', () => ({ tried: 'x'.repeat(401) }), () => ({ tried: da.errors.tooLong(400) })],
    ],
  },
  {
    ...{ says: 'of handing the round over', user: 0, open: fromView('round.hand-over') },
    title: (texts) => texts.group.handOver.title,
    wrong: [
      [
        'somebody who is not a member',
        () => ({ to: notAMember() }),
        () => ({ to: da.refusals['not-a-member'] }),
      ],
      ['nobody', () => ({ to: '' }), () => ({ to: da.errors.choose })],
    ],
  },
  {
    ...{ says: 'of something agreed on', user: 1, open: fromView('commitment.make') },
    title: (texts) => texts.group.commitment.title,
    wrong: [
      [
        'nothing',
        () => ({ text: '', owner: '' }),
        () => ({ text: da.errors.empty, owner: da.errors.choose, due: da.errors.date }),
      ],
      [
        'a day that is over, and somebody who is not a member',
        () => ({ text: 'Ringe til Ida', owner: notAMember(), due: '2026-12-06' }),
        () => ({ owner: da.refusals['not-a-member'], due: da.refusals['date-not-ahead'] }),
      ],
    ],
  },
  {
    says: 'of what became of it',
    user: 1,
    open: async (place, user) => {
      await fromView('commitment.make')(place, user);
      await send(place, user, { text: 'Ringe til Ida', owner: user, due: '2026-12-20' });
      await fromView('commitment.answer')(place, user);
    },
    title: (texts) => texts.group.answer.title,
    wrong: [
      ['nothing', () => ({}), () => ({ answer: da.errors.choose })],
      ['later without a day', () => ({ answer: 'later' }), () => ({ due: da.group.errors.newDate })],
      [
        'later on a day that is over',
        () => ({ answer: 'later', due: '2026-12-06' }),
        () => ({ due: da.refusals['date-not-ahead'] }),
      ],
      [
        'dropped without a line on why',
        () => ({ answer: 'dropped' }),
        () => ({ said: da.group.errors.whyDropped }),
      ],
    ],
  },
];

describe.each(forms)('the form $says', ({ user, open, title, wrong }) => {
  test('tells in its fields what can’t be saved, and saves nothing of it', async () => {
    const place = await running(danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
    const who = place.members[user] ?? '';
    await open(place, who);
    const before = await groupOf(place);
    for (const [says, typed, expected] of wrong) {
      await submit(world, who, typed(place, before));
      expect(top(world, who).errors, says).toEqual(expected(before));
    }
    expect(await groupOf(place)).toEqual(before);
  });

  test('is in its reader’s language, whatever the channel’s', async () => {
    const place = await running([english, english, english]);
    const who = place.members[user] ?? '';
    await open(place, who);
    expect(titleOf(top(world, who))).toBe(title(en));
    const [says, typed] = wrong[0] ?? ['', () => ({})];
    await submit(world, who, typed(place, await groupOf(place)));
    const told = Object.values(top(world, who).errors).join();
    expect(told, says).not.toMatch(/[æøå]/i);
    expect(told, says).not.toBe('');
    const channel = posts(place)
      .map((post) => post.text)
      .join('\n');
    expect(channel).toContain(da.channel.card.heading);
    expect(channel).not.toContain(en.channel.card.heading);
  });
});

/** A group with its first round open. */
async function running(people: Partial<FakeUser>[]): Promise<Place> {
  const place = newChannel(world, people);
  // Each its own week would take a year of the test's clock: it is one Monday for all.
  world.clock.startAt(monday);
  await madeGroup(place);
  await openRound(place);
  await later(place, 60);
  return place;
}

describe('a workspace that reads English', () => {
  test('has its channels in English, and its Danes their forms in Danish', async () => {
    const other = await World.open({ standsAt: monday, language: 'en' });
    try {
      const place = newChannel(other, danes('Mette Holm', 'Karen Friis'));
      await madeGroup(place);
      await openRound(place);
      await contribute(place, place.members[0] ?? '', { worked: 'Vi ringede' }, ['3', '4']);
      await closeRound(place);
      const said = posts(place).map(({ text }) => text);
      expect(said[0]).toContain(en.channel.card.heading);
      expect(said[1]).toContain(en.channel.opening.closed(1, 2));
      expect(said[2]).toContain(en.channel.summary.heading('2026-12-07'));
      await say(place, place.members[0] ?? '', 'gruppe');
      expect(titleOf(top(other, place.members[0] ?? ''))).toBe(da.group.view.title);
    } finally {
      await other.close();
    }
  });
});

/** What looks like Slack's own, and marks that turn other people's text. */
const nasty = (word: string) =>
  `${word} <!channel> <@U1> <https://e.vil|klik> *fed* _x_ \`k\` & :tada: \u202eבא\u0007 >`;
const shownAs = (word: string) =>
  `${word} <!channel> <@U1> <https://e.vil|klik> *fed* _x_ \`k\` & :tada: בא >`;
const escapedAs = (word: string) =>
  shownAs(word).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Found = { word: string; kind: string; text: string };

/** Every text with one of those words in it, and what Slack reads it as. */
function textsWith(words: string[], node: unknown, kind = 'plain'): Found[] {
  if (Array.isArray(node)) return node.flatMap((child) => textsWith(words, child, kind));
  if (typeof node !== 'object' || node === null) {
    return words.flatMap((word) =>
      typeof node === 'string' && node.includes(word) ? [{ word, kind, text: node }] : [],
    );
  }
  const type = 'type' in node ? String(node.type) : kind;
  return Object.entries(node).flatMap(([key, value]) =>
    textsWith(
      words,
      value,
      key === 'text' && type === 'mrkdwn' ? 'mrkdwn' : key === 'private_metadata' ? key : kind,
    ),
  );
}

test('what somebody wrote stands as it was written wherever it is shown, and can be nothing else', async () => {
  const words = [...'ABCDEFGHIJK'].map((letter) => `Skrevet${letter}`);
  const [titel = '', resultat = '', lykkedes = '', proevede = '', aendres = '', mangler = '', laaner = ''] =
    words;
  const [aftalt = '', derfor = '', sagt = '', laert = ''] = words.slice(7);
  const other = await World.open({ standsAt: monday });
  try {
    const place = newChannel(other, [{ name: nasty('Navn') }, english]);
    const [leader = '', second = ''] = place.members;
    const shown: unknown[] = [];
    const look = (user: string) => shown.push(...views(other, user).map(({ view }) => view));
    await madeGroup(place, {}, { 'title-1': nasty(titel), 'result-1': nasty(resultat) });
    await openRound(place);
    const said = { worked: nasty(lykkedes), tried: nasty(proevede), adjust: nasty(aendres) };
    await contribute(place, leader, { ...said, need: ['time'], 'need-text': nasty(mangler) });
    await contribute(place, second, { lend: ['time'], 'lend-text': nasty(laaner) });
    await say(place, leader, 'runde');
    look(leader);
    await closeRound(place);
    const summary = postOf(place, (await groupOf(place)).round?.summary?.ts);
    await pressPost(place, leader, summary, 'round.lines');
    look(leader);
    await pressTop(place, leader, 'commitment.make', `${place.channel} 1.${leader}.adjust`);
    look(leader);
    await send(place, leader, { text: nasty(aftalt), owner: second, due: '2026-12-20' });
    look(leader);
    await later(place, 120);
    await openGroup(place, second);
    look(second);
    await pressTop(place, second, 'commitment.answer');
    look(second);
    await send(place, second, { answer: 'later', due: '2026-12-21', said: nasty(sagt) });
    await openGroup(place, second);
    await pressTop(place, second, 'commitment.answer');
    look(second);
    await openGroup(place, leader);
    const { agreement } = await groupOf(place);
    const [first, last] = agreement?.points ?? [];
    await pressTop(place, leader, 'group.replace-point', `${place.channel} ${last?.id}`);
    await send(place, leader, {
      [`why-${last?.id}`]: nasty(derfor),
      ...{ [`title-for-${last?.id}`]: nasty(titel), [`result-for-${last?.id}`]: nasty(resultat) },
      [`responsible-for-${last?.id}`]: second,
    });
    look(leader);
    await pressTop(place, leader, 'group.edit-point', `${place.channel} ${first?.id}`);
    look(leader);
    await other.goTo('2027-02-23T12:00:00Z');
    await say(place, second, 'runde');
    look(second);
    await other.goTo('2027-02-24T12:00:00Z');
    await openGroup(place, leader);
    await pressTop(place, leader, 'group.end');
    look(leader);
    const points = (await groupOf(place)).agreement?.points ?? [];
    await send(place, leader, {
      ...Object.fromEntries(points.map(({ id }) => [`outcome-${id}`, 'keep'])),
      learned: nasty(laert),
    });
    await later(place, 120);
    await openGroup(place, leader);
    look(leader);
    await pressTop(place, leader, 'group.make');
    await send(place, leader, { members: place.members });
    look(leader);

    const inBlocks = [
      ...textsWith(words, shown),
      ...textsWith(
        words,
        other.webApi.calls.map(({ args }) => parsed(args['blocks'])),
      ),
      ...textsWith(
        words,
        other.webApi.calls.map(({ args }) => parsed(args['view'])),
      ),
    ];
    const inTexts = textsWith(
      words,
      other.webApi.calls.map(({ args }) => args['text']),
    );
    expect(inBlocks.map(({ kind }) => kind)).not.toContain('mrkdwn');
    expect(inBlocks.map(({ kind }) => kind)).not.toContain('private_metadata');
    for (const found of inBlocks) expectAsWritten(found, shownAs(found.word));
    for (const found of inTexts) expectAsWritten(found, escapedAs(found.word));
    // Nor what somebody is called in Slack.
    const named = other.webApi.calls
      .map(({ args }) => args['text'])
      .filter((text) => typeof text === 'string');
    expect(named.filter((text) => /<(!|https)/.test(text))).toEqual([]);
    expect(named.filter((text) => text.includes('Navn'))).not.toEqual([]);
    expect([...new Set([...inBlocks, ...inTexts].map(({ word }) => word))].sort()).toEqual([...words].sort());
    // What is told one person alone in a direct message is neutral.
    const dms = other.webApi.calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && String(args['channel']).startsWith('U'),
    );
    expect(dms.length).toBeGreaterThan(0);
    expect(
      textsWith(
        words,
        dms.map(({ args }) => [args['text'], args['blocks']]),
      ),
    ).toEqual([]);
  } finally {
    await other.close();
  }
}, 30_000);

const parsed = (json: unknown) => (typeof json === 'string' ? (JSON.parse(json) as unknown) : json);

/** Whole, or cut off where there was no more room. */
function expectAsWritten({ word, text }: Found, whole: string): void {
  const rest = text.slice(text.indexOf(word));
  const [kept = ''] = rest.split('…');
  const isCut = kept.length < whole.length && whole.startsWith(kept.trimEnd());
  if (!isCut) expect(rest.slice(0, whole.length)).toBe(whole);
}
