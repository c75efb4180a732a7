import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpsFetch } from '../../../functions/slack/https-fetch.ts';

/** The promises of `fetch` that Slack's client relies on. */
let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/views.open`;
}

test('sends method, headers and body, and tells status, headers and text', async () => {
  const url = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization, 'content-length': length } = request.headers;
    response.writeHead(503, 'Busy', { 'retry-after': '7', 'set-cookie': ['a=1', 'b=2'] });
    response.end(JSON.stringify([request.method, authorization, length, Buffer.concat(chunks).toString()]));
  });
  const headers = { Authorization: 'Bearer x' };
  const response = await httpsFetch(url, { method: 'POST', headers, body: 'title=Opfølgning' });
  expect(response).toMatchObject({ ok: false, status: 503, statusText: 'Busy', url });
  expect(response.headers.get('Retry-After')).toBe('7');
  expect(response.headers.get('x-oauth-scopes')).toBeNull();
  expect(Object.fromEntries(response.headers.entries())).toMatchObject({ 'set-cookie': 'a=1, b=2' });
  expect(await response.json()).toEqual(['POST', 'Bearer x', '17', 'title=Opfølgning']);
});

test('uses a connection again', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end('{}');
  });
  for (let time = 0; time < 3; time += 1) await (await httpsFetch(url, { method: 'POST' })).text();
  expect(ports.size).toBe(1);
});

test('follows nobody elsewhere', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  await expect(httpsFetch(url, { redirect: 'error' })).rejects.toThrow(TypeError);
});

test.each([
  ['headers', () => {}],
  ['body', (_: unknown, response: Parameters<RequestListener>[1]) => void response.write('{')],
])('gives up waiting for the %s, with the reason of whoever gave up', async (_, listener) => {
  const url = await serve(listener);
  const answered = httpsFetch(url, { signal: AbortSignal.timeout(50) }).then((response) => response.text());
  await expect(answered).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('fails where nobody listens', async () => {
  const url = await serve(() => {});
  await new Promise((resolve) => server.close(resolve));
  await expect(httpsFetch(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
