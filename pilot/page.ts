import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pageEvent } from '../local/gateway.ts';
import type { Pilot } from './pilot.ts';

/** The one page outside Slack, where people take their data along: `PUBLIC_URL` leads here. Loopback, unless told. */
export async function servePage(pilot: Pilot, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    answer(pilot, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function answer(pilot: Pilot, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Its form sends nothing that is needed.
  request.resume();
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith('/data/')) return void response.writeHead(404).end();
  const {
    statusCode,
    headers = {},
    body,
  } = await pilot.handleSlack(pageEvent(request.method ?? 'GET', pathname));
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  response.writeHead(statusCode, Object.fromEntries(texts)).end(body);
}
