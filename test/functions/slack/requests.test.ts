import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signature } from '../../../local/gateway.ts';
import { team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import {
  command,
  commandForm,
  envelope,
  event,
  form,
  formType,
  monday,
  newUser,
  recording,
} from './support.ts';

/** What reaches the function from the gateway: read right, or refused, but always answered. */

let world: World;
const logged = recording();
beforeAll(async () => {
  world = await World.open({ standsAt: monday, log: logged.log });
});
afterAll(async () => {
  const called = world.webApi.calls.map(({ method }) => method);
  await world.close();
  expect(called).not.toContain('auth.test');
});

const help = (more: Parameters<typeof event>[0] | object = {}) => {
  const user = newUser(world);
  const body = form(commandForm(world, user, 'hjælp'));
  return event({ body, contentType: formType, ...more });
};
const helpText = 'Trivsel hjælper dig';

describe('a command is answered', () => {
  test.each<[string, object]>([
    ['when its body is base64-encoded', { base64: true }],
    ['when its body is plain', { base64: false }],
    ['when its content type names a charset', { contentType: `${formType}; charset=utf-8` }],
    ['when its content type shouts', { contentType: 'Application/X-WWW-Form-Urlencoded;Charset=UTF-8' }],
    ['four minutes after it was signed', { secondsAgo: 4 * 60 }],
    ['when our clock is four minutes behind', { secondsAgo: -4 * 60 }],
    [
      'when Slack says it tries again',
      { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } },
    ],
  ])('%s', async (_, more) => {
    const { statusCode, body } = await world.handleSlack(help(more));
    expect(statusCode).toBe(200);
    expect(body).toContain(helpText);
  });

  test('when its header names are upper case', async () => {
    const sent = help();
    const headers = Object.fromEntries(
      Object.entries(sent.headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const { statusCode, body } = await world.handleSlack({ ...sent, headers });
    expect(statusCode).toBe(200);
    expect(body).toContain(helpText);
  });

  test('when the gateway left out its own time, or is an hour ahead', async () => {
    for (const requestContext of [{}, { timeEpoch: Date.now() + 3_600_000 }, { timeEpoch: 0 }]) {
      const { body } = await world.handleSlack({ ...help(), requestContext });
      expect(body).toContain(helpText);
    }
  });
});

test.each(['hjælp', 'vejret', 'opfølgning'])(
  'what “%s” is told is for its author’s eyes only',
  async (word) => {
    const body = form(commandForm(world, newUser(world), word));
    const answer = await world.handleSlack(event({ body, contentType: formType }));
    expect(JSON.parse(answer.body)).toMatchObject({ response_type: 'ephemeral' });
  },
);

describe('Danish letters that were not escaped', () => {
  const challenge = 'blåbærgrød på øen 🫐';
  const verification = JSON.stringify({ type: 'url_verification', challenge });

  test.each([
    ['base64-encoded', true],
    ['plain', false],
  ])('keep the signature of a JSON body valid and come back whole: %s', async (_, base64) => {
    const answer = await world.handleSlack(event({ body: verification, base64 }));
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ challenge });
  });

  test('do no harm in an event', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: 'Ev1',
      event: { type: 'user_change', user: { id: 'U1', real_name: 'Åse Bjørnbæk' } },
    });
    const headers = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_error' };
    expect(await world.handleSlack(event({ body, headers }))).toMatchObject({ statusCode: 200, body: '' });
  });

  test('do no harm raw in a form body', async () => {
    const user = newUser(world);
    const body = `${form(commandForm(world, user, ''))}&text=hjælp`;
    expect((await world.handleSlack(event({ body, contentType: formType }))).statusCode).toBe(200);
  });
});

describe('Slack’s own questions', () => {
  test('ssl_check is answered although nobody signed it', async () => {
    const sent = event({ body: form({ ssl_check: '1', token: 'x' }), contentType: formType });
    const { 'content-type': contentType } = sent.headers;
    const unsigned = { ...sent, headers: { 'content-type': contentType } };
    expect(await world.handleSlack(unsigned)).toMatchObject({ statusCode: 200, body: '' });
  });

  test('a command smuggled along with ssl_check does nothing', async () => {
    const user = newUser(world);
    const body = form({ ...commandForm(world, user, ''), ssl_check: '1' });
    const headers = { 'x-slack-signature': 'v0=0' };
    await world.handleSlack(event({ body, contentType: formType, headers }));
    expect(world.slack.views(user)).toEqual([]);
  });

  test('url_verification needs a signature', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const headers = { 'x-slack-signature': signature(1, body) };
    expect((await world.handleSlack(event({ body, headers }))).statusCode).toBe(401);
  });
});

describe('refused with 401, and nothing done', () => {
  const wrongSecret = () => {
    const sent = help({ base64: false });
    const timestamp = Number(sent.headers['x-slack-request-timestamp']);
    return {
      ...sent,
      headers: { ...sent.headers, 'x-slack-signature': signature(timestamp, sent.body, 'another') },
    };
  };
  const changed = () => {
    const sent = help({ base64: false });
    return { ...sent, body: sent.body.replace('hj%C3%A6lp', 'aftale') };
  };
  test.each<[string, () => object]>([
    ['a signature made with another secret', wrongSecret],
    ['a signature that is no signature', () => help({ headers: { 'x-slack-signature': 'æøå' } })],
    ['no signature', () => help({ headers: { 'x-slack-signature': undefined } })],
    ['a body changed after it was signed', changed],
    ['a timestamp six minutes old', () => help({ secondsAgo: 6 * 60 })],
    ['a timestamp six minutes ahead', () => help({ secondsAgo: -6 * 60 })],
    ['no timestamp', () => help({ headers: { 'x-slack-request-timestamp': undefined } })],
    ['an empty timestamp', () => help({ headers: { 'x-slack-request-timestamp': '' } })],
    ['a timestamp that is no number', () => help({ headers: { 'x-slack-request-timestamp': 'now' } })],
  ])('%s', async (_, make) => {
    const calls = world.webApi.calls.length;
    expect(await world.handleSlack(make())).toMatchObject({ statusCode: 401, body: '' });
    expect(world.webApi.calls.length).toBe(calls);
  });
});

describe('refused with 400, and never thrown', () => {
  const signed = (body: string, contentType?: string) =>
    event({ body, ...(contentType === undefined ? {} : { contentType }) });
  test.each<[string, () => unknown]>([
    ['null', () => null],
    ['nothing', () => undefined],
    ['a string', () => 'event'],
    ['a number', () => 42],
    ['an empty object', () => ({})],
    ['an empty list', () => []],
    ['an event of the scheduler', () => ({ source: 'aws.events', detail: {} })],
    ['no headers', () => ({ ...signed('{}'), headers: null })],
    ['an empty body', () => signed('')],
    ['a missing body', () => ({ ...signed('{}'), body: undefined })],
    ['a body that is null', () => ({ ...signed('{}'), body: null })],
    ['a body that is no text', () => ({ ...signed('{}'), body: { type: 'url_verification' } })],
    ['JSON cut short', () => signed('{"type":"event_call')],
    ['JSON that is a number', () => signed('3')],
    ['JSON that is null', () => signed('null')],
    ['a payload cut short', () => signed(form({ payload: '{"type":"block_act' }), formType)],
    ['a payload that is null', () => signed(form({ payload: 'null' }), formType)],
    ['an empty payload', () => signed(form({ payload: '' }), formType)],
    ['a form that says it is JSON', () => signed(form({ command: '/trivsel' }))],
    ['text', () => signed('hello', 'text/plain')],
    ['no content type', () => ({ ...signed('{}'), headers: {} })],
    ['what is no base64', () => ({ ...signed('{}'), body: '***' })],
  ])('%s', async (_, make) => {
    expect(await world.handleSlack(make())).toMatchObject({ statusCode: 400, body: '' });
  });
});

describe('signed by Slack and unknown to us: answered, and no failure of ours', () => {
  const payload = (content: object) => () =>
    event({ body: form({ payload: JSON.stringify(content) }), contentType: formType });
  const json = (content: unknown) => () => event({ body: JSON.stringify(content) });
  const view = {
    id: 'V1',
    root_view_id: 'V1',
    hash: 'h',
    callback_id: 'unheard-of',
    blocks: [],
    state: { values: {} },
  };
  const from = () => envelope(world, newUser(world));
  const helpButton = { type: 'button', action_id: 'open.help', block_id: 'b' };
  test.each<[string, () => unknown]>([
    [
      'another command',
      () =>
        event({
          body: form({ ...commandForm(world, newUser(world), ''), command: '/other' }),
          contentType: formType,
        }),
    ],
    [
      'a button of an older version',
      () =>
        payload({
          type: 'block_actions',
          ...from(),
          actions: [{ type: 'button', action_id: 'gone', block_id: 'b' }],
        })(),
    ],
    ['a form of an older version', () => payload({ type: 'view_submission', ...from(), view })()],
    ['a closed view', () => payload({ type: 'view_closed', ...from(), view, is_cleared: true })()],
    ['a shortcut', () => payload({ type: 'shortcut', ...from(), callback_id: 'gone' })()],
    [
      'a question for options',
      () => payload({ type: 'block_suggestion', ...from(), action_id: 'gone', block_id: 'b', value: 'a' })(),
    ],
    ['a payload of a type yet to come', payload({ type: 'hologram' })],
    ['a payload without anything', payload({})],
    ['a list', json([])],
    ['a form without anything we know', () => event({ body: 'a=1', contentType: formType })],
    [
      'an event nobody listens to',
      json({
        type: 'event_callback',
        team_id: team,
        event: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' },
      }),
    ],
    [
      'the app being removed',
      json({ type: 'event_callback', team_id: team, event: { type: 'app_uninstalled' } }),
    ],
    [
      'an event of a type yet to come',
      json({ type: 'event_callback', team_id: team, event: { type: 'hologram' } }),
    ],
  ])('%s', async (_, make) => {
    const { statusCode } = await world.handleSlack(make());
    expect(statusCode).toBeLessThan(500);
  });

  test.each<[string, object]>([
    ['a submission without blocks', { type: 'view_submission', view: { callback_id: 'point-1' } }],
    [
      'a submission whose values are no values',
      { type: 'view_submission', view: { ...view, callback_id: 'rhythm', state: 3 } },
    ],
    ['a click without a trigger', { type: 'block_actions', actions: [helpButton], trigger_id: undefined }],
    ['a click without an installation', { type: 'block_actions', actions: [helpButton], team: null }],
    [
      'a click by an id that is no id',
      { type: 'block_actions', actions: [helpButton], user: { id: 'T#1#P#2' } },
    ],
  ])('%s', async (_, content) => {
    const { statusCode } = await world.handleSlack(payload({ ...from(), ...content })());
    expect(statusCode).toBeLessThan(500);
  });

  test('what Bolt itself stumbles over is answered too', async () => {
    const contents = [
      { type: 'view_submission', view },
      { type: 'block_actions', actions: [] },
      { event: null },
    ];
    for (const content of contents) {
      expect(await world.handleSlack(payload(content)())).toHaveProperty('statusCode');
    }
  });
});

describe('whose data it is', () => {
  test.each([
    ['the team’s, when a team installed the app', 'false', 'T0HAVNBY'],
    ['the enterprise’s, when it is installed for all of it', 'true', 'E0KONCERN'],
  ])('%s', async (_, orgWide, tenant) => {
    const user = newUser(world);
    const who = { enterprise_id: 'E0KONCERN', is_enterprise_install: orgWide };
    const sent = form({ ...commandForm(world, user, 'aftale'), ...who });
    await world.handleSlack(event({ body: sent, contentType: formType }));
    const [first] = world.slack.views(user);
    const typed = { value: { type: 'plain_text_input', value: 'Et punkt' } };
    const values = { title: typed, 'first-step': typed };
    const place = { enterprise: { id: 'E0KONCERN' }, is_enterprise_install: orgWide === 'true' };
    const payload = {
      type: 'view_submission',
      ...envelope(world, user),
      ...place,
      ...(orgWide === 'true' ? { team: null } : {}),
      view: { ...first?.view, id: first?.id, root_view_id: first?.id, hash: first?.hash, state: { values } },
    };
    const body = form({ payload: JSON.stringify(payload) });
    const answer = await world.handleSlack(event({ body, contentType: formType }));
    expect(JSON.parse(answer.body)).toMatchObject({ response_action: 'push' });
    expect(await world.store.person({ tenant, user })).toMatchObject({ tenant, user });
  });
});

test('a request is read the same when many come at once', async () => {
  const people = Array.from({ length: 12 }, () => newUser(world));
  await Promise.all(people.map((user) => command(world, user, '')));
  expect(people.map((user) => world.slack.views(user).length)).toEqual(people.map(() => 1));
});

test('what was refused is never quoted in the log', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'HEMMELIGT' });
  await world.handleSlack(event({ body, headers: { 'x-slack-signature': 'v0=0' } }));
  expect(JSON.stringify(logged.lines)).not.toContain('HEMMELIGT');
  expect(logged.lines.map(({ message }) => message)).toContain('A request with a wrong signature');
});
