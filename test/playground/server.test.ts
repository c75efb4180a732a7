import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
