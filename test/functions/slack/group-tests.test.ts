import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signedEvent } from '../../../local/gateway.ts';
import { type FakeChannel, type FakeUser, team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { groupStatements } from '../../../shared/domain/assessment.ts';
import type { RefusalReason } from '../../../shared/domain/refusal.ts';
import { addSeconds, localTime } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  danes,
  done,
  fillGroup,
  groupOf,
  later,
  madeGroup,
  newChannel,
  openGroup,
  openRound,
  type Place,
  pointsOf,
  posts,
  pressPost,
  pressTop,
  say,
  seen,
  send,
  unfitMembers,
} from '../../support/group.ts';
import {
  answerPage,
  answerTest,
  assessmentOf,
  begunTest,
  chosenOn,
  joins,
  lastPost,
  openBegin,
  openTest,
  says,
  six,
  testPost,
  themesPost,
  wants,
} from '../../support/group-test.ts';
import {
  blocksOf,
  buttonsOf,
  callbackOf,
  command,
  commandForm,
  english,
  filled,
  monday,
  newUser,
  press,
  readable,
  recording,
  submit,
  titleOf,
  top,
  views,
  whispers,
} from './support.ts';

/** A group's prioritisation test, as those who take it meet it at their Slack: from its first word to an agreement's form. */

const { log, lines } = recording();
let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday, log });
});
afterAll(() => world.close());

const t = da.groupTest;
const stored = (channel: string) => world.store.group({ tenant: team, channel });
const newSix = (more: Partial<FakeUser>[] = [], channel: object = {}): Place =>
  newChannel(
    world,
    six.map((name, index) => ({ name, ...more[index] })),
    channel,
  );
const labels = (user: string) => buttonsOf(blocksOf(top(world, user))).map(({ text }) => text.text);
const inputsOf = (user: string) => blocksOf(top(world, user)).filter(({ type }) => type === 'input');
const questions = (user: string) => inputsOf(user).map(({ label }) => (label as { text: string }).text);
const names = (...themes: (keyof typeof da.group.themes)[]) => themes.map((theme) => da.group.themes[theme]);

/** When the test closes, as the channel's day is. */
const closing = async (place: Place) =>
  localTime((await assessmentOf(place)).closesAt, (await groupOf(place)).zone);

/** A command as Slack sends it from wherever, and what it says where it shows nothing. */
async function said(user: string, text: string, channel: string): Promise<string> {
  const { body } = await world.handleSlack(signedEvent(commandForm(world, user, text, channel)));
  return body === '' ? '' : (JSON.parse(body) as { text: string }).text;
}

describe('/trivsel test', () => {
  test('in a channel without a group is one’s own, with the way to one together', async () => {
    const place = newSix();
    const [mette = ''] = place.members;
    await say(place, mette, 'test');
    expect(callbackOf(top(world, mette))).toBe('assessment-now');
    expect(says(place, mette)).toContain(t.together);
    await press(world, mette, t.take);
    expect(titleOf(top(world, mette))).toBe(t.title);
    expect(await stored(place.channel)).toBeUndefined();
  });

  test('in a direct message is one’s own alone', async () => {
    const user = newUser(world);
    await command(world, user, 'test');
    expect(callbackOf(top(world, user))).toBe('assessment-now');
    expect(labels(user)).not.toContain(t.take);
  });

  test('in the channel of a group offers its members one together, and the way to their own', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await madeGroup(place);
    await say(place, karen, 'test');
    expect(callbackOf(top(world, karen))).toBe('group-test-begin');
    expect(labels(karen)).toEqual([t.own]);
    await press(world, karen, t.own);
    expect(callbackOf(top(world, karen))).toBe('assessment-now');
    expect(says(place, karen)).not.toContain(t.together);
    const reader = joins(place);
    await say(place, reader, 'test');
    expect(callbackOf(top(world, reader))).toBe('assessment-now');
    expect(labels(reader)).not.toContain(t.take);
    expect((await groupOf(place)).leader).toBe(mette);
  });

  test('while one is open leads who takes part to where they left it, and others to their own', async () => {
    const place = newSix();
    const [mette = ''] = place.members;
    await begunTest(place);
    await say(place, mette, 'test');
    expect(questions(mette)).toEqual(groupStatements.pages[0]?.map((theme) => t.statements[theme]));
    await answerPage(place, mette, wants('room'));
    await say(place, mette, 'test');
    expect(questions(mette)).toEqual(groupStatements.pages[1]?.map((theme) => t.statements[theme]));
    const reader = joins(place);
    await say(place, reader, 'test');
    expect(callbackOf(top(world, reader))).toBe('assessment-now');
    expect(labels(reader)).not.toContain(t.take);
  });

  test('of a group whose agreement runs tells a member who came later that it goes on without them', async () => {
    const place = newSix();
    await madeGroup(place);
    const [mette = ''] = place.members;
    await say(place, mette, 'test');
    await send(place, mette);
    const nanna = joins(place);
    await openGroup(place, mette);
    await pressTop(place, mette, 'group.members');
    await send(place, mette, { members: [...place.members, nanna], leader: mette });
    await say(place, nanna, 'test');
    expect(says(place, nanna)).toContain(da.refusals['not-in-assessment']);
    await later(place, 60);
    await openTest(place, nanna);
    expect(says(place, nanna)).toContain(da.refusals['not-in-assessment']);
  });
});

describe('beginning one', () => {
  type Where = { says: string; channel: Partial<FakeChannel>; refusal: RefusalReason };
  const wheres: Where[] = [
    { says: 'without the bot', channel: { hasBot: false }, refusal: 'channel-needs-invitation' },
    { says: 'that is archived', channel: { isArchived: true }, refusal: 'channel-archived' },
    { says: 'shared with another company', channel: { isShared: true }, refusal: 'channel-shared' },
  ];

  test.each(wheres)(
    'in a channel $says is refused, before and after the form',
    async ({ channel, refusal }) => {
      const before = newSix([], channel);
      const [one = ''] = before.members;
      // In an archived one Slack takes no command.
      if (!channel.isArchived) {
        await openBegin(before, one);
        expect(says(before, one)).toContain(da.refusals[refusal]);
      }

      const place = newSix();
      const [mette = ''] = place.members;
      await openBegin(place, mette);
      world.slack.putChannel({ ...(world.slack.channel(place.channel) as FakeChannel), ...channel });
      await submit(world, mette, { members: place.members });
      expect(Object.values(top(world, mette).errors)).toEqual([da.refusals[refusal]]);
      expect(await stored(place.channel)).toBeUndefined();
    },
  );

  describe('with people', () => {
    let place: Place;
    let mette: string;
    beforeEach(async () => {
      place = newSix();
      [mette = ''] = place.members;
      await openBegin(place, mette);
    });
    test.each(unfitMembers)('like %s is refused in its field', async (_, members, refusal) => {
      await submit(world, mette, { members: members(place, mette) });
      expect(top(world, mette).errors).toEqual({ members: da.refusals[refusal] });
      expect(await stored(place.channel)).toBeUndefined();
    });

    test('takes who begins it along, chosen or not', async () => {
      await send(place, mette, { members: place.members.slice(1) });
      expect((await assessmentOf(place)).members.toSorted()).toEqual(place.members.toSorted());
      expect((await assessmentOf(place)).by).toBe(mette);
    });

    test('by somebody who isn’t in the channel is refused', async () => {
      world.slack.kickUser(place.channel, mette);
      await submit(world, mette, { members: place.members });
      expect(Object.values(top(world, mette).errors)).toEqual([da.refusals['not-in-channel']]);
    });
  });

  test('two at once makes one, and who was slower is told', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    for (const user of [mette, karen]) await openBegin(place, user);
    await send(place, mette, { members: place.members });
    const begun = await assessmentOf(place);
    await submit(world, karen, { members: place.members });
    expect(Object.values(top(world, karen).errors)).toEqual([da.refusals['assessment-running']]);
    expect(await assessmentOf(place)).toEqual(begun);
    await openBegin(place, joins(place)).catch(() => {});
    await later(place, 60);
    expect(posts(place)).toHaveLength(1);
  });

  test('with the same form sent twice is begun once', async () => {
    const place = newSix();
    const [mette = ''] = place.members;
    await openBegin(place, mette);
    const [form] = structuredClone(views(world, mette).slice(-1));
    await send(place, mette, { members: place.members });
    await later(place, 60);
    const group = await groupOf(place);
    world.slack.putViews(mette, [form!]);
    await send(place, mette, { members: place.members });
    expect(says(place, mette)).toContain(t.begin.begun);
    await later(place, 60);
    expect((await groupOf(place)).version).toBe(group.version);
    expect(posts(place)).toHaveLength(1);
  });

  test('whose form was open while the agreement was made takes its members', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await openBegin(place, karen);
    await say(place, mette, 'gruppe');
    await fillGroup(place);
    await send(place, karen, { members: [karen, mette] });
    expect((await assessmentOf(place)).members).toEqual(place.members);
  });

  test('whose form was open while the agreement ended takes those who were in it', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await madeGroup(place);
    await say(place, karen, 'test');
    await openGroup(place, mette);
    await pressTop(place, mette, 'group.stop');
    await send(place, karen);
    expect((await assessmentOf(place)).members).toEqual(place.members);
  });

  test('is asked for in the language of who begins it, and posted in the workspace’s', async () => {
    const place = newSix([english]);
    const [james = ''] = place.members;
    await openBegin(place, james);
    expect(titleOf(top(world, james))).toBe(en.groupTest.title);
    expect(says(place, james)).toContain(en.groupTest.begin.how(5));
    await send(place, james, { members: place.members });
    await later(place, 60);
    expect(seen(await testPost(place))).toContain(t.post.how(5));
    await openTest(place, james);
    expect(questions(james)[0]).toBe(en.groupTest.statements.frames);
  });
});

describe('the post', () => {
  test('says until when, who takes part and who began it, and calls nobody else', async () => {
    const place = newSix();
    const reader = joins(place);
    const begun = world.clock.now();
    await begunTest(place, { 'hours-open': '24' });
    const { text, blocks } = await testPost(place);
    expect(text).toContain(t.post.open(await closing(place)));
    expect((await assessmentOf(place)).closesAt).toBe(addSeconds(begun, 24 * 3600));
    for (const user of place.members) expect(text).toContain(`<@${user}>`);
    expect(text).toContain(`${t.post.begunBy}: <@${place.members[0]}>`);
    expect(JSON.stringify(blocks)).not.toContain(reader);
    expect(text).not.toContain('<!');
  });

  test('stays to the letter as it is while people answer', async () => {
    const place = newSix();
    await begunTest(place);
    const before = structuredClone(await testPost(place));
    for (const user of place.members.slice(1)) {
      await answerTest(place, user, wants('room'));
      await later(place, 60);
      expect(await testPost(place)).toEqual(before);
    }
    expect(posts(place)).toHaveLength(1);
  });
});

describe('answering', () => {
  test('is two pages and what would help, of the five lowest; each kept as it is left', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    const mind = wants('room', 'frames', 'learning');
    await begunTest(place);
    await openTest(place, karen);
    expect(says(place, karen)).toContain('Side 1 af 3');
    expect(says(place, karen)).toContain(t.onlyYou);
    await answerPage(place, karen, mind);
    expect(says(place, karen)).toContain('Side 2 af 3');
    world.client.close(karen, top(world, karen).id, true);
    // From another day, and another way in.
    await later(place, 24 * 3600);
    await command(world, karen, '');
    await say(place, karen, 'test');
    expect(says(place, karen)).toContain('Side 2 af 3');
    await answerPage(place, karen, mind);
    expect(questions(karen)).toEqual(
      (['frames', 'learning', 'room'] as const).map((theme) => t.statements[theme]),
    );
    await answerPage(place, karen, mind);
    expect(says(place, karen)).toContain(t.answered(await closing(place)));
    expect((await assessmentOf(place)).answers).toMatchObject([{ by: karen, now: { room: 1, frames: 2 } }]);
  });

  test('misses a statement in its field, and keeps nothing of the page', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    await begunTest(place);
    await openTest(place, karen);
    await submit(world, karen, { 'now-frames': '2' });
    expect(top(world, karen).errors).toEqual(
      Object.fromEntries(
        (groupStatements.pages[0] ?? []).slice(1).map((theme) => [`now-${theme}`, da.errors.choose]),
      ),
    );
    expect((await assessmentOf(place)).answers).toEqual([]);
  });

  test('leads back and keeps what was chosen on the page that is left', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    await begunTest(place);
    await openTest(place, karen);
    expect(labels(karen)).not.toContain(da.back);
    await answerPage(place, karen, wants('frames'));
    const [field = ''] = Object.keys(chosenOn(place, karen, wants()));
    await press(world, karen, da.back, { [field]: '3' });
    expect(says(place, karen)).toContain('Side 1 af 3');
    const chosen = Object.values(filled(top(world, karen))).map(readable);
    expect(chosen).toEqual(['1', '5', '5', '5', '5']);
    await submit(world, karen);
    expect(readable(filled(top(world, karen)))).toBe('3');
    await answerPage(place, karen, wants('frames'));
    expect((await assessmentOf(place)).answers[0]?.now.disagreement).toBe(5);
  });

  test('may be corrected as long as it is open', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    await begunTest(place);
    await answerTest(place, karen, wants('room'));
    await openTest(place, karen);
    expect(labels(karen)).toEqual([t.correct]);
    await press(world, karen, t.correct);
    for (const _ of [1, 2, 3]) await answerPage(place, karen, wants('frames'));
    expect(says(place, karen)).toContain(t.answered(await closing(place)));
    const { answers } = await assessmentOf(place);
    expect(answers).toMatchObject([{ now: { room: 5, frames: 1 }, helps: { frames: 5 } }]);
  });

  test('asks nobody what would help where all is fully true', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    await begunTest(place);
    await openTest(place, karen);
    for (const _ of [1, 2]) await answerPage(place, karen, wants());
    expect(says(place, karen)).toContain(t.answered(await closing(place)));
  });
});

describe('the last answer', () => {
  test('closes the test: the order comes, the answers are gone, and the first post says so', async () => {
    const place = newSix();
    const [last = ''] = place.members;
    await begunTest(place);
    for (const user of place.members.slice(1))
      await answerTest(place, user, wants('room', 'frames', 'learning'));
    await openTest(place, last);
    for (const _ of [1, 2, 3]) await answerPage(place, last, wants('room', 'learning'));
    expect(says(place, last)).toContain(t.answeredLast);
    expect(await assessmentOf(place)).toMatchObject({ answers: [], top: ['room', 'frames', 'learning'] });
    await later(place, 60);
    expect(seen(await testPost(place))).toBe(t.post.closed);
    const { text } = await themesPost(place);
    expect(text.split('\n')).toEqual([
      t.post.top,
      ...(['room', 'frames', 'learning'] as const).flatMap((theme, index) => [
        `${index + 1}. ${da.group.themes[theme]}`,
        t.why[theme],
        t.question[theme],
      ]),
      t.post.choose,
      t.post.order,
    ]);
    expect(text.replaceAll(/^[123]\. /gm, '')).not.toMatch(/\d/);
    expect(text).not.toContain('<@');
    expect(posts(place)).toHaveLength(2);
  });

  test('leads whoever took part to why and a question, and on to the agreement', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await begunTest(place);
    for (const user of place.members) await answerTest(place, user, wants('room', 'frames'));
    await later(place, 60);
    await say(place, karen, 'test');
    for (const theme of ['room', 'frames'] as const)
      for (const words of [t.why[theme], t.question[theme], da.group.themes[theme]])
        expect(says(place, karen)).toContain(words);
    expect(labels(karen)).toEqual([t.toAgreement, t.again]);
    await press(world, karen, t.toAgreement);
    const [proposed] = inputsOf(karen).map(
      ({ element }) => (element as { initial_users: string[] }).initial_users,
    );
    expect(proposed?.toSorted()).toEqual(place.members.toSorted());
    expect(says(place, karen)).toContain(t.begins);
    await send(place, karen);
    await send(place, karen, pointsOf(mette, karen));
    const { agreement, leader, assessment } = await groupOf(place);
    expect([leader, agreement?.points.map(({ theme }) => theme)]).toEqual([karen, ['room', 'frames']]);
    expect(assessment?.top).toEqual(['room', 'frames']);
    await later(place, 120);
    // From now on both posts lead to the agreement there is.
    expect(JSON.stringify((await themesPost(place)).blocks)).toContain('group.see');
    await say(place, karen, 'test');
    expect(labels(karen)).toEqual([da.channel.see, t.again]);
  });

  test('from the post in the channel leads to the same form', async () => {
    const place = newSix();
    const [, karen = ''] = place.members;
    await begunTest(place);
    for (const user of place.members) await answerTest(place, user, wants('room', 'frames'));
    await later(place, 60);
    await pressPost(place, karen, await themesPost(place), 'group.make');
    for (const theme of names('room', 'frames')) expect(says(place, karen)).toContain(theme);
  });

  test('of six who miss nothing points to nothing, and says so', async () => {
    const place = newSix();
    await begunTest(place);
    for (const user of place.members) await answerTest(place, user, wants());
    await later(place, 60);
    const { text } = await themesPost(place);
    expect(text).toContain(t.post.nothing);
    // There is nothing to choose among, and no order.
    expect(text).not.toContain(t.post.choose);
    expect(text).not.toContain(t.post.order);
    await say(place, place.members[0] ?? '', 'test');
    expect(says(place, place.members[0] ?? '')).not.toContain(t.post.choose);
  });
});

describe('closing it', () => {
  test('comes by its hours, with who has answered by then', async () => {
    const place = newSix();
    await begunTest(place, { 'hours-open': '24' });
    for (const user of place.members.slice(1)) await answerTest(place, user, wants('room'));
    const { closesAt } = await assessmentOf(place);
    await world.goTo(addSeconds(closesAt, -60));
    expect((await assessmentOf(place)).closedAt).toBeUndefined();
    await world.goTo(addSeconds(closesAt, 60));
    expect(await assessmentOf(place)).toMatchObject({ closedAt: closesAt, answers: [], top: ['room'] });
    expect((await themesPost(place)).text).toContain(t.why.room);
  });

  test('is the starter’s, and nobody else’s', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await begunTest(place);
    for (const user of place.members.slice(0, 5)) await answerTest(place, user, wants('room'));
    await openTest(place, karen);
    expect(labels(karen)).not.toContain(t.close);
    await openTest(place, mette);
    const close = buttonsOf(blocksOf(top(world, mette))).find(({ text }) => text.text === t.close)!;
    await world.client.press(karen, { view: top(world, karen).id }, { type: 'button', ...close }, {});
    expect(says(place, karen)).toContain(da.refusals['not-yours']);
    expect((await assessmentOf(place)).closedAt).toBeUndefined();
    await press(world, mette, t.close);
    expect(says(place, mette)).toContain(t.closes);
    await later(place, 60);
    expect((await assessmentOf(place)).top).toEqual(['room']);
    // Pressed again from another device, it is closed all the same.
    await world.client.press(mette, { view: top(world, mette).id }, { type: 'button', ...close }, {});
    expect(says(place, mette)).toContain(t.closes);
  });

  test('is told kindly to who had a page open', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await begunTest(place);
    await openTest(place, karen);
    await answerPage(place, karen, wants('room'));
    const page = structuredClone(views(world, karen));
    await answerTest(place, mette, wants('room'));
    await openTest(place, mette);
    await press(world, mette, t.close);
    await submit(world, karen, chosenOn(place, karen, wants('room')));
    expect(Object.values(top(world, karen).errors)).toEqual([da.refusals['assessment-closed']]);
    world.slack.putViews(karen, page);
    await press(world, karen, da.back);
    expect(says(place, karen)).toContain(da.refusals['assessment-closed']);
    expect((await assessmentOf(place)).answers).toEqual([]);
  });

  test('of an earlier one leaves buttons that say so', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await begunTest(place);
    const old = structuredClone(await testPost(place));
    for (const user of place.members) await answerTest(place, user, wants('room'));
    await later(place, 60);
    await say(place, mette, 'test');
    await press(world, mette, t.again);
    await send(place, mette);
    await later(place, 60);
    await pressPost(place, karen, old, 'group-test.open');
    expect(says(place, karen)).toContain(da.refusals['assessment-closed']);
  });
});

describe('too few answers', () => {
  /** Four of six answer, and its hours pass. */
  async function fourAnswered(): Promise<Place> {
    const place = newSix();
    await begunTest(place);
    for (const user of place.members.slice(2)) await answerTest(place, user, wants('room', 'frames'));
    await world.goTo(addSeconds((await assessmentOf(place)).closesAt, 60));
    return place;
  }

  test('work nothing out: the answers are gone, and each may name a theme', async () => {
    const place = await fourAnswered();
    const group = await groupOf(place);
    expect(group.assessment).toMatchObject({ answers: [], named: [] });
    expect(JSON.stringify(group)).not.toMatch(/room|frames/);
    const { text } = await themesPost(place);
    expect(text).toContain(t.post.notEnough(false));
    for (const theme of Object.values(da.group.themes)) expect(text).not.toContain(theme);
  });

  test('become themes with names, in the channel and in the agreement’s form', async () => {
    const place = await fourAnswered();
    const [mette = '', karen = '', ole = ''] = place.members;
    for (const [user, theme] of [
      [mette, 'trust'],
      [karen, 'room'],
      [ole, 'room'],
    ] as const) {
      await pressPost(place, user, await themesPost(place), 'group-test.open');
      expect(titleOf(top(world, user))).toBe(t.name.title);
      await send(place, user, { theme });
      expect(says(place, user)).toContain(t.name.said);
      await later(place, 60);
    }
    const line = (name: string, theme: 'trust' | 'room' | 'meetings') => `${name}: ${da.group.themes[theme]}`;
    expect((await themesPost(place)).text.split('\n')).toEqual(
      expect.arrayContaining([
        `• ${line('Mette Holm', 'trust')}`,
        `• ${line('Karen Friis', 'room')}`,
        `• ${line('Ole Lund', 'room')}`,
      ]),
    );
    // A later word replaces the first.
    await say(place, mette, 'test');
    expect(readable(filled(top(world, mette)))).toBe('trust');
    await send(place, mette, { theme: 'meetings' });
    await later(place, 60);
    expect((await themesPost(place)).text).toContain(line('Mette Holm', 'meetings'));
    expect((await themesPost(place)).text).not.toContain(line('Mette Holm', 'trust'));
    expect(posts(place)).toHaveLength(2);
    await pressPost(place, karen, await themesPost(place), 'group.make');
    expect(says(place, karen)).toContain(t.begunWithNames);
    await send(place, karen);
    const chosen = Object.values(filled(top(world, karen))).map(readable);
    expect(chosen).toEqual(expect.arrayContaining(['meetings', 'room']));
  });

  test('name none without choosing it, and nobody else’s', async () => {
    const place = await fourAnswered();
    const [mette = ''] = place.members;
    await say(place, mette, 'test');
    await submit(world, mette, {});
    expect(top(world, mette).errors).toEqual({ theme: da.errors.choose });
    const reader = joins(place);
    await pressPost(place, reader, await themesPost(place), 'group-test.open');
    expect(says(place, reader)).toContain(da.refusals['not-in-assessment']);
  });
});

describe('a group too small for an order', () => {
  test('of three names themes at once, and the channel never sees a test open', async () => {
    const place = newChannel(world, danes('Mette Holm', 'Karen Friis', 'Ole Lund'));
    await begunTest(place);
    expect(posts(place)).toHaveLength(1);
    const { text } = lastPost(place);
    expect(text).toContain(t.post.tooFew(5));
    expect(text).not.toContain(t.post.how(5));
    const [, karen = ''] = place.members;
    await pressPost(place, karen, lastPost(place), 'group-test.open');
    expect(says(place, karen)).toContain(t.name.intro(true, 5));
    await send(place, karen, { theme: 'us-and-leader' });
    await later(place, 60);
    expect(lastPost(place).text).toContain(`Karen Friis: ${da.group.themes['us-and-leader']}`);
  });

  test('is one of six, where the workspace asks for seven', async () => {
    const place = newSix();
    const workspace = await world.store.workspace(team);
    const raised = { ...workspace, thresholds: { group: 7, company: 10 } };
    const saved = await world.store.saveWorkspace(raised);
    try {
      const [mette = ''] = place.members;
      await openBegin(place, mette);
      expect(says(place, mette)).toContain(t.begin.how(7));
      await send(place, mette, { members: place.members });
      await later(place, 60);
      expect(lastPost(place).text).toContain(t.post.tooFew(7));
    } finally {
      await world.store.saveWorkspace({ ...saved!, thresholds: workspace.thresholds });
    }
  });
});

describe('in a group whose agreement runs', () => {
  test('all its members take part, and the round goes on beside it', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await madeGroup(place);
    await openRound(place);
    await say(place, karen, 'test');
    expect(inputsOf(karen).map(({ block_id }) => block_id)).toEqual(['hours-open']);
    for (const user of place.members) expect(JSON.stringify(blocksOf(top(world, karen)))).toContain(user);
    await send(place, karen);
    await later(place, 60);
    expect((await assessmentOf(place)).members).toEqual(place.members);
    for (const user of place.members) await answerTest(place, user, wants('room', 'frames'));
    await later(place, 60);
    expect((await themesPost(place)).text).toContain(t.why.room);
    const { round, agreement } = await groupOf(place);
    expect([round?.closedAt, agreement?.ending]).toEqual([undefined, undefined]);
    await pressPost(place, mette, await themesPost(place), 'group.see');
    expect(callbackOf(top(world, mette))).toBe('group');
  });

  test('is refused while one of its members is no longer in the channel', async () => {
    const place = newSix();
    const [, karen = '', ole = ''] = place.members;
    await madeGroup(place);
    world.slack.kickUser(place.channel, ole);
    await say(place, karen, 'test');
    await submit(world, karen);
    expect(Object.values(top(world, karen).errors)).toEqual([da.refusals['not-in-channel']]);
  });
});

describe('one after the other', () => {
  test('five, then one more joins: nobody is asked in vain, and each may name a theme', async () => {
    const place = newChannel(world, danes(...six.slice(0, 5)));
    await begunTest(place);
    for (const user of place.members) await answerTest(place, user, wants('room'));
    await later(place, 60);
    expect((await assessmentOf(place)).top).toEqual(['room']);
    const sixth = joins(place);
    const [mette = ''] = place.members;
    await say(place, mette, 'test');
    await press(world, mette, t.again);
    await send(place, mette, { members: [...place.members, sixth] });
    await later(place, 60);
    expect(await assessmentOf(place)).toMatchObject({ unopened: 'too-alike', answers: [] });
    expect(posts(place)).toHaveLength(3);
    expect(lastPost(place).text).toContain(t.post.tooAlike);
    await pressPost(place, sixth, lastPost(place), 'group-test.open');
    expect(says(place, sixth)).toContain(t.name.intro(false, 5));
    await send(place, sixth, { theme: 'room' });
    // The same five once more tell nothing new of anybody.
    await say(place, mette, 'test');
    await press(world, mette, t.others);
    await send(place, mette, { members: place.members });
    await later(place, 60);
    for (const user of place.members) await answerTest(place, user, wants('frames'));
    expect((await assessmentOf(place)).top).toEqual(['frames']);
  });

  test('six, then the same without one who is silent: nothing is worked out, and it isn’t told why', async () => {
    const place = newSix();
    const [mette = ''] = place.members;
    await begunTest(place);
    for (const user of place.members) await answerTest(place, user, wants('room'));
    await later(place, 60);
    await say(place, mette, 'test');
    await press(world, mette, t.again);
    await send(place, mette);
    await later(place, 60);
    for (const user of place.members.slice(1)) await answerTest(place, user, wants('frames'));
    await world.goTo(addSeconds((await assessmentOf(place)).closesAt, 60));
    expect((await assessmentOf(place)).top).toBeUndefined();
    expect(lastPost(place).text).toContain(t.post.notEnough(true));
    // As if too few had answered.
    expect(lastPost(place).text).not.toContain(t.post.tooAlike);
  });
});

describe('without an agreement', () => {
  test('the group’s other words say what there is, and a channel that goes away is no trouble', async () => {
    const place = newSix();
    const [mette = '', karen = ''] = place.members;
    await begunTest(place);
    expect(await said(mette, 'runde', place.channel)).toBe(da.refusals['no-group']);
    await openGroup(place, mette);
    expect(callbackOf(top(world, mette))).toBe('group-who');
    // Five are at it when the channel goes.
    const five = place.members.slice(0, 5);
    for (const user of five) await openTest(place, user);
    world.slack.archiveChannel(place.channel);
    for (const user of five) for (const _ of [1, 2, 3]) await answerPage(place, user, wants('room'));
    await world.goTo(addSeconds((await assessmentOf(place)).closesAt, 3600));
    expect(await groupOf(place)).toMatchObject({
      assessment: { answers: [], top: ['room'] },
      blocked: { code: 'is_archived' },
    });
    world.slack.unarchiveChannel(place.channel);
    world.slack.inviteBot(place.channel);
    await later(place, 25 * 3600);
    expect((await themesPost(place)).text).toContain(t.why.room);
    expect((await groupOf(place)).blocked).toBeUndefined();
    expect(await said(karen, 'runde', place.channel)).toBe(da.refusals['no-group']);
  });

  test('after ninety days nothing of it is left', async () => {
    const other = await World.open({ standsAt: monday });
    try {
      const place = newChannel(other, danes(...six));
      await begunTest(place);
      for (const user of place.members) await answerTest(place, user, wants('room'));
      await other.goTo('2027-02-23T00:00:00Z');
      const { assessment, answered } = await groupOf(place);
      expect([assessment, answered]).toEqual([undefined, undefined]);
      expect(other.wakes.deadLetters()).toEqual([]);
    } finally {
      await other.close();
    }
  }, 20_000);
});

test('somebody who began it and is forgotten leaves a post that Slack still takes', async () => {
  const place = newSix();
  const [mette = '', karen = ''] = place.members;
  await begunTest(place);
  await answerTest(place, karen, wants('room'));
  await command(world, mette, 'mine-data');
  done(await press(world, mette, da.myData.remove));
  await later(place, 180);
  const { text } = await testPost(place);
  expect(text).not.toContain(mette);
  expect(text).not.toMatch(/NOBODY|Sat i gang/);
  const { members, answers } = await assessmentOf(place);
  expect([members.includes(mette), answers.map(({ by }) => by)]).toEqual([false, [karen]]);
  expect(world.wakes.deadLetters()).toEqual([]);
});

test('nothing of an answer is in any log, and nobody was whispered to', () => {
  const said = JSON.stringify(lines);
  expect(said).not.toMatch(/now-|helps-|"room"|"frames"/);
  expect(world.slack.messages().filter(({ reader }) => reader !== undefined)).toEqual([]);
  expect(whispers(world, 'U000001')).toEqual([]);
});
