import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../../local/clock.ts';
import type { GatewayEvent } from '../../local/gateway.ts';
import { Journal } from '../../local/journal.ts';
import { SlackClient } from '../../playground/slack/client.ts';
import { type Json, SlackState } from '../../playground/slack/state.ts';
import { botToken, WebApi } from '../../playground/slack/web-api.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { begins, james, mette } from '../support/live.ts';

/** What Slack refuses, counts and repeats, as any program meets it at the wire. */

let state: SlackState;
let clock: Clock;
let webApi: WebApi;
let url: string;

beforeEach(async () => {
  const journal = new Journal();
  clock = new Clock(journal, begins);
  state = new SlackState(journal, clock);
  for (const person of [mette, james]) state.putUser(person);
  state.putChannel({ id: 'C0DRIFT', name: 'drift', members: [mette.id, james.id], hasBot: false });
  webApi = new WebApi(state);
  url = await webApi.listen();
});
afterEach(() => webApi.close());

const wait = (seconds: number) => clock.goTo(addSeconds(clock.now(), seconds));

async function post(to: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const retryAfter = response.headers.get('retry-after');
  return {
    status: response.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Json) : text,
    retryAfter,
  };
}

const call = (method: string, args: object = {}, token = botToken) =>
  post(`${url}${method}`, args, { authorization: `Bearer ${token}` });
const error = (name: string) => ({ body: { ok: false, error: name } });

const modal = { type: 'modal', title: { type: 'plain_text', text: 'Hej' }, blocks: [{ type: 'divider' }] };

describe('who may call', () => {
  const users = { user: mette.id };

  it('is a program with the token, not a page that a browser has open', async () => {
    expect(await call('users.info', users)).toMatchObject({ status: 200, body: { ok: true } });
    const authorization = `Bearer ${botToken}`;
    const origin = 'https://example.com';
    expect(await post(`${url}users.info`, users, { authorization, origin })).toMatchObject({ status: 403 });
    const responseUrl = state.newResponseUrl({ user: mette.id, channel: 'D0METTE' });
    expect(await post(responseUrl, { text: 'Hej' }, { origin })).toMatchObject({ status: 403 });
    expect(state.messages()).toEqual([]);
  });

  it('is heard after one who sent nonsense', async () => {
    const headers = { 'content-type': 'application/json' };
    await expect(fetch(`${url}users.info`, { method: 'POST', headers, body: '{' })).rejects.toThrow();
    expect(await call('users.info', users)).toMatchObject({ body: { ok: true } });
  });
});

describe('a trigger', () => {
  it('opens one modal', async () => {
    const trigger_id = state.newTrigger(mette.id);
    expect(await call('views.open', { trigger_id, view: modal })).toMatchObject({ body: { ok: true } });
    expect(await call('views.open', { trigger_id, view: modal })).toMatchObject(
      error('exchanged_trigger_id'),
    );
    expect(state.views(mette.id)).toHaveLength(1);
  });

  it('that nobody was given opens none', async () => {
    const refused = await call('views.open', { trigger_id: '1.2', view: modal });
    expect(refused).toMatchObject(error('invalid_trigger_id'));
  });
});

describe('a view', () => {
  it('that has changed since it was looked at is not changed by who looked at the old one', async () => {
    await call('views.open', { trigger_id: state.newTrigger(mette.id), view: modal });
    const [{ id: view_id, hash } = { id: '', hash: '' }] = state.views(mette.id);
    expect(await call('views.update', { view_id, hash, view: modal })).toMatchObject({ body: { ok: true } });
    const late = await call('views.update', { view_id, hash, view: modal });
    expect(late).toMatchObject(error('hash_conflict'));
  });
});

describe('a token', () => {
  it.each(['token_revoked', 'account_inactive'] as const)(
    'that ended (%s) is good for nothing',
    async (why) => {
      state.endToken(why);
      expect(await call('users.info', { user: mette.id })).toMatchObject(error(why));
      expect(await call('chat.postMessage', { channel: mette.id, text: 'Hej' })).toMatchObject(error(why));
      expect(state.messages()).toEqual([]);
      state.renewToken();
      expect(await call('users.info', { user: mette.id })).toMatchObject({ body: { ok: true } });
    },
  );

  it('of somebody else, or none, is refused', async () => {
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject(error('invalid_auth'));
    expect(await post(`${url}auth.test`, {})).toMatchObject(error('not_authed'));
  });
});

describe('calls a minute', () => {
  beforeEach(() => {
    state.rates.isOn = true;
  });
  const ask = () => call('users.info', { user: mette.id });
  const askTimes = async (times: number) => {
    const answers = await Promise.all(Array.from({ length: times }, ask));
    return answers.filter(({ status }) => status === 429);
  };

  it('are as many as the method’s tier allows, and say when there will be more', async () => {
    expect(await askTimes(100)).toEqual([]);
    expect(await askTimes(3)).toHaveLength(3);
    expect(await ask()).toMatchObject({ status: 429, retryAfter: '1', body: { error: 'ratelimited' } });
  });

  it('are counted for each method by itself', async () => {
    await askTimes(101);
    expect(await call('auth.test')).toMatchObject({ status: 200 });
    expect(await call('conversations.info', { channel: 'C0DRIFT' })).toMatchObject({ status: 200 });
  });

  it('come back as the virtual clock goes on', async () => {
    await askTimes(101);
    wait(60);
    expect(await askTimes(100)).toEqual([]);
    expect((await askTimes(20)).length).toBeGreaterThan(0);
  });

  it('are not counted where a clock stands for a test', async () => {
    state.rates.isOn = false;
    expect(await askTimes(150)).toEqual([]);
  });
});

describe('a message', () => {
  it('of nothing is refused', async () => {
    expect(await call('chat.postMessage', { channel: mette.id })).toMatchObject(error('no_text'));
  });

  it('to somebody deactivated is refused', async () => {
    state.putUser({ ...mette, isDeleted: true });
    const refused = await call('chat.postMessage', { channel: mette.id, text: 'Hej' });
    expect(refused).toMatchObject(error('user_disabled'));
  });
});

describe('a response URL', () => {
  let requests: Json[];
  let client: SlackClient;
  beforeEach(() => {
    requests = [];
    client = new SlackClient(state, async (event) => {
      const body = Buffer.from((event as GatewayEvent).body, 'base64').toString();
      const { payload, ...fields } = Object.fromEntries(new URLSearchParams(body));
      requests.push(payload === undefined ? fields : (JSON.parse(payload) as Json));
      return { statusCode: 200, body: '' };
    });
  });
  const latest = () => String(requests.at(-1)?.['response_url']);
  const ofCommand = async () => {
    await client.command(mette.id, 'C0DRIFT', 'aftale');
    return latest();
  };
  const texts = () => state.messages().map(({ text, reader }) => ({ text, reader }));

  it('answers its author alone, where the bot isn’t even a member', async () => {
    expect(await post(await ofCommand(), { text: 'Kun dig' })).toMatchObject({ status: 200, body: 'ok' });
    expect(texts()).toEqual([{ text: 'Kun dig', reader: mette.id }]);
  });

  it('answers everybody where it is told to', async () => {
    await post(await ofCommand(), { text: 'Alle', response_type: 'in_channel' });
    expect(texts()).toEqual([{ text: 'Alle', reader: undefined }]);
  });

  it('serves five times', async () => {
    const to = await ofCommand();
    for (let use = 0; use < 5; use += 1)
      expect(await post(to, { text: 'Hej' })).toMatchObject({ status: 200 });
    expect(await post(to, { text: 'Hej' })).toMatchObject({ status: 404, body: { error: 'used_url' } });
    expect(texts()).toHaveLength(5);
  });

  it('serves for half an hour', async () => {
    const to = await ofCommand();
    wait(30 * 60);
    expect(await post(to, { text: 'Hej' })).toMatchObject({ status: 200 });
    wait(1);
    expect(await post(to, { text: 'Hej' })).toMatchObject({ status: 404, body: { error: 'expired_url' } });
  });

  it('of a click replaces and deletes the message that was clicked in', async () => {
    const { channel, ts } = state.addMessage({ channel: 'C0DRIFT', author: 'app', text: 'Før' });
    const click = () => client.press(mette.id, { channel, ts }, { type: 'button', action_id: 'x' }, {});
    await click();
    await post(latest(), { text: 'Efter', replace_original: true });
    expect(state.message(channel, ts)).toMatchObject({ text: 'Efter', edited: true });
    await click();
    await post(latest(), { delete_original: true });
    expect(state.messages()).toEqual([]);
  });

  it.each([
    { says: 'nothing', body: {}, refusal: 'no_text' },
    { says: 'a wrong type', body: { text: 1 }, refusal: 'invalid_payload' },
    {
      says: 'wrong blocks',
      body: { text: 'Hej', blocks: [{ type: 'nonsense' }] },
      refusal: 'invalid_blocks',
    },
  ])('refuses $says, and that is no use of it', async ({ body, refusal }) => {
    const to = await ofCommand();
    for (let time = 0; time < 6; time += 1)
      expect(await post(to, body)).toMatchObject({ status: 400, body: { error: refusal } });
    expect(await post(to, { text: 'Hej' })).toMatchObject({ status: 200 });
  });

  it('that was never given is none', async () => {
    const none = (await ofCommand()).replace(/R\d+$/, 'R0');
    expect(await post(none, { text: 'Hej' })).toMatchObject({ status: 404 });
  });

  it('of a message for one’s own eyes comes without the message', async () => {
    const message = { channel: 'C0DRIFT', author: 'app', text: 'Kun dig', reader: mette.id };
    const { channel, ts } = state.addMessage(message);
    await client.press(mette.id, { channel, ts }, { type: 'button', action_id: 'x' }, {});
    expect(requests.at(-1)).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } });
    expect(requests.at(-1)).not.toHaveProperty('message');
  });
});

describe('an event', () => {
  let heard: { number: string | undefined; reason: string | undefined; id: unknown }[];
  let answers: { statusCode: number; headers?: Record<string, unknown> }[];
  let client: SlackClient;
  beforeEach(() => {
    heard = [];
    answers = [];
    client = new SlackClient(state, async (event) => {
      const { headers, body } = event as GatewayEvent;
      const { event_id: id } = JSON.parse(Buffer.from(body, 'base64').toString()) as Json;
      heard.push({ number: headers['x-slack-retry-num'], reason: headers['x-slack-retry-reason'], id });
      return answers.shift() ?? { statusCode: 200 };
    });
  });
  const broken = { statusCode: 500 };
  const numbers = () => heard.map(({ number }) => number);
  const again = async (seconds: number) => {
    wait(seconds);
    await client.retryEvents();
  };

  it('that is taken is told once', async () => {
    await client.openHome(mette.id);
    await again(3600);
    expect(numbers()).toEqual([undefined]);
  });

  it('that isn’t is told again at once, after one minute and after five, and never more', async () => {
    answers = [broken, broken, broken, broken, broken];
    await client.openHome(mette.id);
    expect(numbers()).toEqual([undefined, '1']);
    await again(59);
    expect(numbers()).toHaveLength(2);
    await again(1);
    expect(numbers()).toEqual([undefined, '1', '2']);
    expect(state.nextRetry()).toBe(addSeconds(clock.now(), 300));
    await again(300);
    expect(numbers()).toEqual([undefined, '1', '2', '3']);
    await again(3600);
    expect(numbers()).toHaveLength(4);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(heard.at(-1)?.reason).toBe('http_error');
  });

  it('that the app wants no more of is not told again', async () => {
    answers = [{ ...broken, headers: { 'x-slack-no-retry': '1' } }];
    await client.openHome(mette.id);
    await again(3600);
    expect(heard).toHaveLength(1);
  });
});

describe('who leaves', () => {
  let told: Json[];
  let client: SlackClient;
  beforeEach(() => {
    told = [];
    client = new SlackClient(state, async (event) => {
      told.push(JSON.parse(Buffer.from((event as GatewayEvent).body, 'base64').toString()) as Json);
      return { statusCode: 200 };
    });
  });

  it('is told of as deleted, and can do nothing any more', async () => {
    await client.changeUser({ ...mette, isDeleted: true });
    expect(told).toMatchObject([{ event: { type: 'user_change', user: { id: mette.id, deleted: true } } }]);
    const gone = { ok: false, error: expect.stringContaining('deactivated') };
    expect(await client.command(mette.id, 'D0METTE', '')).toEqual(gone);
    expect(await client.submit(mette.id, 'V1', {})).toEqual(gone);
    expect(await client.press(mette.id, { view: 'V1' }, {}, {})).toEqual(gone);
    expect(told).toHaveLength(1);
  });
});
