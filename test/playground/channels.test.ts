import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../../local/clock.ts';
import type { GatewayEvent } from '../../local/gateway.ts';
import { Journal } from '../../local/journal.ts';
import { seenBy } from '../../playground/seen.ts';
import { SlackClient } from '../../playground/slack/client.ts';
import { bot, type FakeChannel, general, type Json, SlackState } from '../../playground/slack/state.ts';
import { botToken, WebApi } from '../../playground/slack/web-api.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { type Slack, SlackBusy, SlackRefusal } from '../../shared/slack/slack.ts';
import { webSlack } from '../../shared/slack/web.ts';
import { begins, james, karen, mette } from '../support/live.ts';

/** Channels as the fake Slack keeps them: through the typed interface, by hand at the wire, and for the people in them. */

let state: SlackState;
let clock: Clock;
let webApi: WebApi;
let url: string;
let slack: Slack;

beforeEach(async () => {
  const journal = new Journal();
  clock = new Clock(journal, begins);
  state = new SlackState(journal, clock);
  for (const person of [mette, james, karen]) state.putUser(person);
  for (const channel of Object.values(channels)) state.putChannel(channel);
  webApi = new WebApi(state);
  url = await webApi.listen();
  slack = webSlack(botToken, url, 'answer');
});
afterEach(() => webApi.close());

const members = [mette.id, james.id];
const channels = {
  open: { id: 'C0DRIFT', name: 'drift', members, hasBot: true },
  notIn: { id: 'C0KANTINE', name: 'kantine', members, hasBot: false },
  hidden: { id: 'C0LEDELSE', name: 'ledelse', isPrivate: true, members, hasBot: true },
  secret: { id: 'G0LOEN', name: 'løn', isPrivate: true, members, hasBot: false },
  archived: { id: 'C0GAMMEL', name: 'gammel', isArchived: true, members, hasBot: true },
  shared: { id: 'C0PARTNER', name: 'partner', isShared: true, members, hasBot: true },
  soonShared: { id: 'C0SNART', name: 'snart', isSharedSoon: true, members, hasBot: true },
} satisfies Record<string, FakeChannel>;
const { open, notIn, hidden, secret, archived, shared, soonShared } = channels;
const unknown = { id: 'C0NOWHERE' };

const said = { text: 'Hej', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hej' } }] };
const bad = { text: 'Hej', blocks: [{ type: 'nonsense' }] };

/** A method as any program could call it. */
async function call(method: string, fields: Record<string, string>): Promise<Json> {
  const headers = { authorization: `Bearer ${botToken}` };
  const response = await fetch(`${url}${method}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
  return (await response.json()) as Json;
}

/** What the app posted there before whatever happens to the channel. */
const postedIn = ({ id }: { id: string }) => state.addMessage({ channel: id, author: 'app', text: 'Før' });

describe('a channel, asked about', () => {
  const plain = { isMember: true, isArchived: false, isShared: false, isDirect: false };
  it.each([
    { says: 'with the bot in it', id: open.id, is: plain },
    { says: 'that everybody is in', id: general.id, is: plain },
    { says: 'that is public, without the bot', id: notIn.id, is: { ...plain, isMember: false } },
    { says: 'that is private, with the bot', id: hidden.id, is: plain },
    { says: 'that is archived', id: archived.id, is: { ...plain, isArchived: true } },
    { says: 'that is shared', id: shared.id, is: { ...plain, isShared: true } },
    { says: 'that is shared soon', id: soonShared.id, is: { ...plain, isShared: true } },
  ])('$says', async ({ id, is }) => {
    expect(await slack.channel(id)).toMatchObject(is);
  });

  it('a direct message is one by its id, and nobody is asked', async () => {
    expect(await slack.channel('D0METTE')).toEqual({ ...plain, isMember: false, isDirect: true });
    expect(webApi.calls).toEqual([]);
  });

  it('counts its members when asked to', async () => {
    const counted = await call('conversations.info', { channel: open.id, include_num_members: 'true' });
    expect(counted).toMatchObject({ channel: { name: 'drift', is_private: false, num_members: 3 } });
    expect(await call('conversations.info', { channel: open.id })).not.toHaveProperty('channel.num_members');
  });
});

describe('the members', () => {
  it.each([
    { says: 'the bot is one of them', id: open.id, are: [...members, bot] },
    { says: 'the bot is not', id: notIn.id, are: members },
    { says: 'of a private channel', id: hidden.id, are: [...members, bot] },
    { says: 'everybody', id: general.id, are: [mette.id, james.id, karen.id, bot] },
  ])('$says', async ({ id, are }) => {
    expect(await slack.channelMembers(id)).toEqual(are);
  });

  const crowd = (count: number) => Array.from({ length: count }, (_, index) => `U${1000 + index}`);

  it.each([
    { count: 199, pages: 1 },
    { count: 200, pages: 1 },
    { count: 201, pages: 2 },
    { count: 1000, pages: 5 },
  ])('$count of them come in $pages pages', async ({ count, pages }) => {
    state.putChannel({ ...open, members: crowd(count), hasBot: false });
    expect(await slack.channelMembers(open.id)).toEqual(crowd(count));
    expect(webApi.calls).toHaveLength(pages);
  });

  it('of more than a thousand the first thousand', async () => {
    state.putChannel({ ...open, members: crowd(1500), hasBot: false });
    expect(await slack.channelMembers(open.id)).toEqual(crowd(1000));
  });

  it.each([
    { says: 'no limit: a hundred', fields: {}, count: 100 },
    { says: 'the largest limit', fields: { limit: '999' }, count: 999 },
  ])('$says', async ({ fields, count }) => {
    state.putChannel({ ...open, members: crowd(1200), hasBot: false });
    const answer = await call('conversations.members', { channel: open.id, ...fields });
    expect(answer['members']).toHaveLength(count);
  });
});

describe('what is refused', () => {
  const info = (id: string) => slack.channel(id);
  const list = (id: string) => slack.channelMembers(id);
  const post = (id: string) => slack.post(id, said);
  it.each([
    { says: 'asking about an unknown channel', to: info, id: unknown.id, code: 'channel_not_found' },
    { says: 'asking about a private one it is not in', to: info, id: secret.id, code: 'channel_not_found' },
    { says: 'who is in an unknown channel', to: list, id: unknown.id, code: 'channel_not_found' },
    { says: 'who is in a private one it is not in', to: list, id: secret.id, code: 'channel_not_found' },
    { says: 'who is in a direct message', to: list, id: 'D0METTE', code: 'missing_scope' },
    { says: 'posting in an unknown channel', to: post, id: unknown.id, code: 'channel_not_found' },
    { says: 'posting in a private one it is not in', to: post, id: secret.id, code: 'channel_not_found' },
    { says: 'posting in a public one it is not in', to: post, id: notIn.id, code: 'not_in_channel' },
    { says: 'posting in an archived one', to: post, id: archived.id, code: 'is_archived' },
  ])('$says: $code', async ({ to, id, code }) => {
    await expect(to(id)).rejects.toMatchObject({ code });
    expect(state.messages()).toEqual([]);
  });

  const change = (id: string, ts: string) => slack.updateMessage({ channel: id, ts }, said);
  const pin = (id: string, ts: string) => slack.pin({ channel: id, ts });
  const gone = ({ id }: { id: string }) => state.removeChannel(id);
  const kicked = ({ id }: { id: string }) => state.kickBot(id);
  const put = ({ id }: { id: string }) => state.archiveChannel(id);
  it.each([
    { says: 'changing a message of a deleted channel', to: change, when: gone, code: 'channel_not_found' },
    { says: 'changing a message in an archived one', to: change, when: put, code: 'is_inactive' },
    { says: 'changing a message in one it was put out of', to: change, when: kicked, code: 'not_in_channel' },
    { says: 'pinning in a deleted channel', to: pin, when: gone, code: 'channel_not_found' },
    { says: 'pinning in an archived one', to: pin, when: put, code: 'is_archived' },
    { says: 'pinning in one it was put out of', to: pin, when: kicked, code: 'not_in_channel' },
  ])('$says: $code', async ({ to, when, code }) => {
    const { ts } = postedIn(open);
    when(open);
    await expect(to(open.id, ts)).rejects.toMatchObject({ code });
    expect(state.message(open.id, ts)).toMatchObject({ text: 'Før', edited: false });
  });

  it.each([
    { says: 'changing', to: change },
    { says: 'pinning', to: pin },
  ])('$says a message that was deleted', async ({ to }) => {
    const { ts } = postedIn(open);
    state.deleteMessage(open.id, ts);
    await expect(to(open.id, ts)).rejects.toMatchObject({ code: 'message_not_found' });
  });

  it('changing what a person wrote', async () => {
    const { ts } = state.addMessage({ channel: open.id, author: mette.id, text: 'Mit' });
    await expect(change(open.id, ts)).rejects.toMatchObject({ code: 'cant_update_message' });
  });

  it.each([
    {
      says: 'a private channel, once archived, is none of the bot',
      id: hidden.id,
      code: 'channel_not_found',
    },
    { says: 'a public one says what it is', id: open.id, code: 'is_archived' },
  ])('$says', async ({ id, code }) => {
    state.archiveChannel(id);
    await expect(slack.post(id, said)).rejects.toMatchObject({ code });
  });

  it('out of the archive, the bot has to be invited again', async () => {
    state.archiveChannel(open.id);
    state.unarchiveChannel(open.id);
    await expect(slack.post(open.id, said)).rejects.toMatchObject({ code: 'not_in_channel' });
    state.inviteBot(open.id);
    expect(await slack.post(open.id, said)).toMatchObject({ channel: open.id });
  });

  it.each([
    { method: 'conversations.members', fields: { limit: '1000' }, error: 'invalid_limit' },
    { method: 'conversations.members', fields: { limit: '0' }, error: 'invalid_limit' },
    { method: 'conversations.members', fields: { cursor: 'bm9ib2R5' }, error: 'invalid_cursor' },
    { method: 'conversations.info', fields: { channel: 'D0METTE' }, error: 'missing_scope' },
    { method: 'pins.add', fields: {}, error: 'no_item_specified' },
  ])('$method with $fields: $error', async ({ method, fields, error }) => {
    expect(await call(method, { channel: open.id, ...fields })).toMatchObject({ ok: false, error });
  });

  it.each([
    'channel_not_found',
    'is_archived',
    'is_inactive',
    'not_in_channel',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
  ])('%s is final', (code) => {
    expect(new SlackRefusal(code).isFinal).toBe(true);
  });

  it.each(['missing_scope', 'invalid_blocks', 'message_not_found'])('%s is not', (code) => {
    expect(new SlackRefusal(code).isFinal).toBe(false);
  });
});

describe('one message a second', () => {
  it('the second in a channel has to wait, and is not there', async () => {
    await slack.post(open.id, said);
    const second = slack.post(open.id, said);
    await expect(second).rejects.toBeInstanceOf(SlackBusy);
    await expect(second).rejects.toMatchObject({ retryAfter: 1 });
    expect(state.messages()).toHaveLength(1);
  });

  it.each([
    { says: 'a second later', after: () => clock.goTo(addSeconds(begins, 1)), to: open.id },
    { says: 'in another channel', after: () => {}, to: hidden.id },
    { says: 'to a person', after: () => {}, to: mette.id },
  ])('$says the next one may come', async ({ after, to }) => {
    await slack.post(open.id, said);
    after();
    await slack.post(to, said);
    expect(state.messages()).toHaveLength(2);
  });

  it('to a person two may come at once', async () => {
    await slack.post(mette.id, said);
    await slack.post(mette.id, said);
    expect(state.messages()).toHaveLength(2);
  });

  it('a message that was refused takes nobody’s turn, nor does a change', async () => {
    await expect(slack.post(open.id, bad)).rejects.toMatchObject({ code: 'invalid_blocks' });
    const posted = await slack.post(open.id, said);
    await slack.updateMessage(posted, { ...said, text: 'Nyt' });
    await slack.updateMessage(posted, { ...said, text: 'Nyere' });
    expect(state.message(posted.channel, posted.ts)).toMatchObject({ text: 'Nyere' });
  });
});

describe('a pin', () => {
  it('stays when the message is changed', async () => {
    const posted = await slack.post(open.id, said);
    await slack.pin(posted);
    await slack.updateMessage(posted, { ...said, text: 'Nyt' });
    expect(state.message(posted.channel, posted.ts)).toMatchObject({ text: 'Nyt', pinned: true });
  });

  it('that is there already is no refusal', async () => {
    const posted = await slack.post(open.id, said);
    await slack.pin(posted);
    await slack.pin(posted);
    expect(webApi.calls.at(-1)?.answer).toMatchObject({ ok: false, error: 'already_pinned' });
  });
});

describe('who we are', () => {
  const asked = () => webApi.calls.filter(({ method }) => method === 'auth.test').length;

  it('is asked once', async () => {
    expect([await slack.ownUser(), await slack.ownUser()]).toEqual([bot, bot]);
    expect(asked()).toBe(1);
  });

  it('is asked again after a refusal', async () => {
    webApi.faults.set('auth.test', [{ kind: 'refuse', error: 'fatal_error' }]);
    await expect(slack.ownUser()).rejects.toMatchObject({ code: 'fatal_error' });
    expect(await slack.ownUser()).toBe(bot);
    expect(asked()).toBe(2);
  });
});

it('a person has a full name', async () => {
  expect(await slack.user(mette.id)).toMatchObject({ name: 'Mette', fullName: 'Mette Holm' });
});

describe('a person in Slack’s client', () => {
  let sent: Record<string, string>[];
  let client: SlackClient;
  beforeEach(() => {
    sent = [];
    client = new SlackClient(state, async (event) => {
      const { body } = event as GatewayEvent;
      sent.push(Object.fromEntries(new URLSearchParams(Buffer.from(body, 'base64').toString())));
      return { statusCode: 200, body: '' };
    });
  });

  const archivedSentence = { ok: false, error: expect.stringContaining('archived') };
  const notInSentence = { ok: false, error: expect.stringContaining('not in this channel') };
  const noneSentence = { ok: false, error: expect.stringContaining('no such channel') };

  it.each([
    { says: 'in a channel of theirs', user: mette.id, id: open.id, name: 'drift' },
    { says: 'in a private one', user: mette.id, id: secret.id, name: 'løn' },
    { says: 'in the one for everybody', user: karen.id, id: general.id, name: general.name },
    { says: 'with the app', user: karen.id, id: 'D0KAREN', name: 'directmessage' },
  ])('gives a command $says', async ({ user, id, name }) => {
    expect(await client.command(user, id, 'aftale')).toEqual({ ok: true });
    expect(sent).toMatchObject([{ channel_id: id, channel_name: name, user_id: user, text: 'aftale' }]);
  });

  const refusals = [
    { says: 'they are not in', user: karen.id, id: open.id, outcome: notInSentence },
    { says: 'that is private, and they are not in', user: karen.id, id: secret.id, outcome: notInSentence },
    { says: 'that is archived', user: mette.id, id: archived.id, outcome: archivedSentence },
    { says: 'that is not there', user: mette.id, id: unknown.id, outcome: noneSentence },
  ];
  it.each(refusals)('gives no command in a channel $says', async ({ user, id, outcome }) => {
    expect(await client.command(user, id, 'aftale')).toEqual(outcome);
    expect(sent).toEqual([]);
  });

  const button = { type: 'button', action_id: 'a', block_id: 'b', value: '1' };
  const menu = { b: { m: { type: 'static_select', selected_option: { value: '2' } } } };

  it('presses a button in a channel’s message, and the app hears where, and what is chosen beside it', async () => {
    const { channel, ts } = postedIn(open);
    expect(await client.press(mette.id, { channel, ts }, button, menu)).toEqual({ ok: true });
    expect(JSON.parse(sent[0]?.['payload'] ?? '')).toMatchObject({
      channel: { id: channel, name: 'drift' },
      container: { channel_id: channel, message_ts: ts },
      actions: [button],
      state: { values: menu },
    });
  });

  it.each(refusals)('presses none in a channel $says', async ({ user, id, outcome }) => {
    const { channel, ts } = postedIn({ id });
    expect(await client.press(user, { channel, ts }, button, {})).toEqual(outcome);
    expect(sent).toEqual([]);
  });

  it('comes and goes', async () => {
    state.inviteUser(open.id, karen.id);
    state.inviteUser(open.id, karen.id);
    expect(await slack.channelMembers(open.id)).toEqual([...members, karen.id, bot]);
    state.kickUser(open.id, mette.id);
    expect(await client.command(mette.id, open.id, '')).toEqual(notInSentence);
  });

  it('in a channel that becomes another company’s too: Slack says so', async () => {
    state.shareChannel(open.id);
    expect(await slack.channel(open.id)).toMatchObject({ isShared: true });
  });
});

describe('on the page', () => {
  const seen = async (user: string) =>
    (await seenBy({ slack: state, clock, upcoming: async () => [] }, user)).conversations;

  it('a person has their direct messages and the channels they are in, each with what it is', async () => {
    expect((await seen(mette.id)).map(({ name, marks }) => [name, ...marks])).toEqual([
      ['Trivsel'],
      ['alle'],
      ['drift'],
      ['kantine'],
      ['ledelse', 'private'],
      ['løn', 'private'],
      ['gammel', 'archived'],
      ['partner', 'shared'],
      ['snart', 'shared'],
    ]);
    expect((await seen(karen.id)).map(({ name }) => name)).toEqual(['Trivsel', 'alle']);
  });

  it('knows the names of public channels, and of private ones they are in', async () => {
    const named = async (user: string) =>
      (await seenBy({ slack: state, clock, upcoming: async () => [] }, user)).channels.map(
        ({ name }) => name,
      );
    expect(await named(karen.id)).toEqual(['alle', 'drift', 'kantine', 'gammel', 'partner', 'snart']);
    expect(await named(mette.id)).toContain('løn');
  });

  it('a deleted channel is gone, the one for everybody too', async () => {
    state.removeChannel(open.id);
    state.removeChannel(general.id);
    expect((await seen(mette.id)).map(({ id }) => id)).not.toContain(open.id);
    expect((await seen(mette.id)).map(({ id }) => id)).not.toContain(general.id);
  });

  it('a message is unread for each until they read it, and pinned for all', async () => {
    const posted = await slack.post(open.id, said);
    await slack.pin(posted);
    const at = async (user: string) => (await seen(user)).find(({ id }) => id === open.id);
    expect(await at(mette.id)).toMatchObject({ unread: 1, messages: [{ pinned: true }] });
    state.markRead(mette.id, open.id);
    expect(await at(mette.id)).toMatchObject({ unread: 0 });
    expect(await at(james.id)).toMatchObject({ unread: 1 });
  });
});
