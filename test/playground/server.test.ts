import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signature } from '../../local/gateway.ts';
import { type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { begins, mette } from '../support/live.ts';

let world: World;
let playground: Playground;
beforeAll(async () => {
  world = await World.open({ standsAt: begins });
  world.slack.putUser(mette);
  playground = await servePlayground(world, 0);
});
afterAll(async () => {
  playground.server.close();
  await world.close();
});

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** As any program on this machine could ask, with the headers of its choice. */
function ask({ method = 'POST', path, headers = {}, body }: Sent) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { port } = playground;
    const asking = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asking.on('error', reject).end(body);
  });
}

const read = JSON.stringify({ as: mette.id, channel: 'D0METTE' });
const sentence = { ok: false, error: expect.stringMatching(/\. \/ .+\.$/) };

describe('what nobody serves', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nothing', ''])(
    'POST /api/%s is not found',
    async (name) => {
      expect(await ask({ path: `/api/${name}`, body: '{}' })).toEqual({ status: 404, text: '' });
    },
  );

  it('GET of a POST is not found', async () => {
    expect(await ask({ method: 'GET', path: '/api/read' })).toMatchObject({ status: 404 });
  });
});

describe('a body', () => {
  it.each(['', '{', 'as=U0METTE', '{"as": undefined}'])('that is not JSON (%s) is refused', async (body) => {
    const { status, text } = await ask({ path: '/api/read', body });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual(sentence);
  });

  const padded = (bytes: number) => read + ' '.repeat(bytes - Buffer.byteLength(read));

  it('of a megabyte is read', async () => {
    expect(await ask({ path: '/api/read', body: padded(1_000_000) })).toEqual({
      status: 200,
      text: '{"ok":true}',
    });
  });

  it.each([1_000_001, 20_000_000])('of %i bytes is refused, and the next is read', async (bytes) => {
    const { status, text } = await ask({ path: '/api/read', body: padded(bytes) });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toEqual(sentence);
    expect(await ask({ path: '/api/read', body: read })).toMatchObject({ status: 200 });
  });

  it('of another form is an error, and the server goes on', async () => {
    expect(await ask({ path: '/api/read', body: '{}' })).toMatchObject({ status: 500 });
    expect(await ask({ path: '/api/read', body: read })).toMatchObject({ status: 200 });
  });
});

it('a playground that two windows begin anew at once begins once, and its pages still hear of changes', async () => {
  const { onChange } = world.slack;
  const body = JSON.stringify({ with: 'nobody' });
  const answers = await Promise.all([1, 2].map(() => ask({ path: '/api/restart', body })));
  expect(answers.map(({ text }) => JSON.parse(text)).sort((a) => (a.ok ? -1 : 1))).toEqual([
    { ok: true },
    sentence,
  ]);
  expect(world.slack.onChange).toBe(onChange);
});

describe('what is signed by hand', () => {
  const fields = {
    command: '/trivsel',
    text: 'hjælp',
    team_id: 'T0HAVNBY',
    user_id: mette.id,
    channel_id: 'D0METTE',
  };
  const body = new URLSearchParams({ ...fields, trigger_id: '1.2' }).toString();
  const signed = (secondsAgo: number, secret?: string) => {
    const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
    return {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature(timestamp, body, secret),
    };
  };

  it('is answered by the app', async () => {
    expect(await ask({ path: '/slack', headers: signed(0), body })).toMatchObject({
      status: 200,
      text: expect.stringContaining('ephemeral'),
    });
  });

  it.each([
    { says: 'with another secret', headers: signed(0, 'another') },
    { says: 'six minutes ago', headers: signed(360) },
    { says: 'six minutes from now', headers: signed(-360) },
    { says: 'by nobody', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ])('$says is refused by it', async ({ headers }) => {
    expect(await ask({ path: '/slack', headers, body })).toMatchObject({ status: 401 });
  });
});

describe('the inspector', () => {
  const get = async (path: string) =>
    JSON.parse((await ask({ method: 'GET', path })).text) as Record<string, unknown>;
  const post = (path: string, body: object) =>
    ask({ path: `/api/inspect/${path}`, body: JSON.stringify(body) });

  it('lists, opens, searches and clears', async () => {
    await world.client.command(mette.id, 'D0METTE', 'pærer');
    const { traces } = (await get('/api/inspect?kind=request&text=p%C3%A6rer')) as {
      traces: { id: number }[];
    };
    expect(traces).toHaveLength(1);
    const opened = await get(`/api/inspect/entry?n=${traces[0]?.id}`);
    expect(opened).toMatchObject({ summary: { who: mette.id }, sent: { body: { text: 'pærer' } } });
    expect(opened['curl']).toContain(`http://localhost:${playground.port}/slack`);
    expect(await get('/api/inspect/where?word=p%C3%A6rer')).toMatchObject({ authors: [mette.id] });
    await post('clear', {});
    expect(await get('/api/inspect')).toMatchObject({ traces: [], recorded: 0 });
  });

  it('says that an entry is gone', async () => {
    expect(await ask({ method: 'GET', path: '/api/inspect/entry?n=1' })).toMatchObject({ status: 404 });
  });

  it('arms faults and takes them away', async () => {
    const fault = { kind: 'status', status: 500 };
    await post('arm', { target: 'views.open', fault, times: 2 });
    await post('arm', { target: 'dynamodb.*', fault: { kind: 'hang' }, times: 1 });
    const first = { target: 'views.open', fault, times: 2 };
    expect(await get('/api/inspect')).toMatchObject({ armed: [first, { target: 'dynamodb.*' }] });
    await post('disarm', { target: 'dynamodb.*' });
    expect(await get('/api/inspect')).toMatchObject({ armed: [first] });
    await post('disarm', {});
    expect(await get('/api/inspect')).toMatchObject({ armed: [] });
  });

  it.each([
    { says: 'a fault that there isn’t', body: { target: 'x', fault: { kind: 'rain' }, times: 1 } },
    {
      says: 'a status that is none of a fault’s',
      body: { target: 'x', fault: { kind: 'status', status: 200 }, times: 1 },
    },
    { says: 'no times', body: { target: 'x', fault: { kind: 'hang' }, times: 0 } },
  ])('refuses $says', async ({ body }) => {
    expect(await post('arm', body)).toMatchObject({ status: 500 });
    expect(await get('/api/inspect')).toMatchObject({ armed: [] });
  });
});

describe('who may ask', () => {
  const here = () => `127.0.0.1:${playground.port}`;
  const localhost = () => `localhost:${playground.port}`;
  const heard: { says: string; headers: () => Record<string, string>; status: number }[] = [
    { says: 'a program, without an origin', headers: () => ({}), status: 200 },
    { says: 'its own page', headers: () => ({ origin: `http://${here()}` }), status: 200 },
    {
      says: 'its own page by the other name',
      headers: () => ({ host: localhost(), origin: `http://${localhost()}` }),
      status: 200,
    },
    {
      says: 'a page of another server here',
      headers: () => ({ origin: 'http://localhost:8080' }),
      status: 403,
    },
    {
      says: 'a page of another server at the same address',
      headers: () => ({ origin: 'http://127.0.0.1:1' }),
      status: 403,
    },
    {
      says: 'the same port by another name',
      headers: () => ({ origin: `http://${localhost()}` }),
      status: 403,
    },
    { says: 'its page over TLS', headers: () => ({ origin: `https://${here()}` }), status: 403 },
    { says: 'a page of no origin', headers: () => ({ origin: 'null' }), status: 403 },
    { says: 'a page of the web', headers: () => ({ origin: 'https://example.com' }), status: 403 },
    {
      says: 'a name that was pointed here',
      headers: () => ({ host: 'example.com', origin: 'http://example.com' }),
      status: 403,
    },
  ];
  it.each(heard)('$says: $status', async ({ headers, status }) => {
    expect(await ask({ path: '/api/read', headers: headers(), body: read })).toMatchObject({ status });
  });
});
