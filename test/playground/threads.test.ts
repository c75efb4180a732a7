import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { moveIn } from '../../playground/company.ts';
import { seenBy } from '../../playground/seen.ts';
import { methods } from '../../playground/slack/methods.ts';
import { general, type Json } from '../../playground/slack/state.ts';
import { World } from '../../playground/world.ts';
import { begins } from '../support/live.ts';

/** What people write to one another, in channels and threads, and what the app may post there. */
let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: begins });
  moveIn(world);
  world.slack.putChannel({
    id: 'C0GAMMEL',
    name: 'gammel',
    members: [mette],
    hasBot: true,
    isArchived: true,
  });
});
afterAll(() => world.close());

const mette = 'U0METTE';
const karen = 'U0KAREN';
const james = 'U0JAMES';
const done = { ok: true };

const say = (who: string, text: string, thread?: string) => world.client.say(who, general.id, text, thread);
const post = (args: Json) => methods['chat.postMessage']?.(world.slack, args);
const latest = () => world.slack.messages().at(-1)?.ts ?? '';

/** A new message of Mette's, so that each case has a thread of its own. */
function begun(): string {
  say(mette, 'Hvem er med?');
  return latest();
}

async function generalAs(who: string) {
  const seen = (await seenBy(world, who)).conversations.find(({ id }) => id === general.id);
  if (seen === undefined) throw new Error('Everybody is in there');
  return seen;
}

describe('what somebody writes', () => {
  it('is read by those who are there, in its thread where it is a reply', async () => {
    const thread = begun();
    expect(say(karen, 'Jeg er', thread)).toEqual(done);
    const { messages } = await generalAs(james);
    expect(messages.at(-1)).toMatchObject({ author: karen, text: 'Jeg er', thread, ephemeral: false });
    expect(messages.at(-2)).not.toHaveProperty('thread');
  });

  const refused: [string, () => unknown, RegExp][] = [
    [
      'by somebody who isn’t there',
      () => world.client.say('U0AISHA', 'C0GAMMEL', 'Hej'),
      /not in this channel/,
    ],
    ['in an archived channel', () => world.client.say(mette, 'C0GAMMEL', 'Hej'), /archived/],
    ['where there is no channel', () => world.client.say(mette, 'C0NOWHERE', 'Hej'), /no such channel/],
    ['without a word', () => say(mette, '  '), /nothing to send/],
    ['to a message that is gone', () => say(mette, 'Hej', '1.000001'), /no longer there/],
    ['as a command in a thread', () => say(mette, '/trivsel aftale', begun()), /not supported in threads/],
    ['as a command of no app', () => say(mette, '/giphy kat'), /\/giphy is not a valid command/],
  ];
  it.each(refused)('%s is refused', (_, act, sentence) => {
    const before = world.slack.messages().filter(({ text }) => text !== 'Hvem er med?').length;
    expect(act()).toEqual({ ok: false, error: expect.stringMatching(sentence) });
    expect(world.slack.messages().filter(({ text }) => text !== 'Hvem er med?')).toHaveLength(before);
  });

  it('to the app itself is refused, as long as the manifest says so', () => {
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(true);
    expect(world.client.say(mette, 'D0METTE', 'Hej')).toMatchObject({ ok: false });
  });
});

describe('what is new', () => {
  beforeEach(() => {
    for (const { thread } of world.slack.messages())
      for (const who of [mette, karen, james]) world.slack.markRead(who, general.id, thread);
  });

  it('is not what one wrote oneself', async () => {
    begun();
    expect(await generalAs(mette)).toMatchObject({ unread: 0 });
  });

  it('in a thread is for those who follow it, until they have read the thread', async () => {
    const thread = begun();
    for (const who of [mette, karen, james]) world.slack.markRead(who, general.id);
    say(karen, 'Jeg er', thread);
    world.slack.markRead(mette, general.id);
    expect(await generalAs(mette)).toMatchObject({ unread: 1 });
    expect((await generalAs(mette)).messages.find(({ ts }) => ts === thread)).toMatchObject({
      unreadReplies: 1,
    });
    expect(await generalAs(karen)).toMatchObject({ unread: 0 });
    expect(await generalAs(james)).toMatchObject({ unread: 0 });
    world.slack.markRead(mette, general.id, thread);
    expect(await generalAs(mette)).toMatchObject({ unread: 0 });
    say(mette, 'Godt', thread);
    expect(await generalAs(karen)).toMatchObject({ unread: 1 });
  });
});

describe('chat.postMessage with thread_ts', () => {
  test('posts a reply', () => {
    const thread = begun();
    expect(post({ channel: general.id, text: 'Her', thread_ts: thread })).toMatchObject({
      ok: true,
      message: { thread_ts: thread },
    });
    expect(world.slack.messages().at(-1)).toMatchObject({ author: 'app', thread });
  });

  test('is refused where there is no such message', () => {
    expect(post({ channel: general.id, text: 'Her', thread_ts: '1.000001' })).toEqual({
      error: 'thread_not_found',
    });
  });

  test('is refused where the message is a reply itself, or only one person sees it', async () => {
    say(karen, 'Jeg er', begun());
    const refused = { error: 'cannot_reply_to_message' };
    expect(post({ channel: general.id, text: 'Her', thread_ts: latest() })).toEqual(refused);
    await world.client.command(mette, general.id, 'hjælp');
    expect(post({ channel: general.id, text: 'Her', thread_ts: latest() })).toEqual(refused);
  });
});
