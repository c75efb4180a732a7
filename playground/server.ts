import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { gatewayEvent, pageEvent } from '../local/gateway.ts';
import { addSeconds, type Instant, instantFromMillis } from '../shared/domain/time.ts';
import { liveAWhile, moveIn } from './company.ts';
import type { Answer } from './contract.ts';
import { fail, isLocal, jsonOf, sendJson, textOf } from './http.ts';
import { inspected, inspectRoutes } from './inspect/routes.ts';
import { buildPage } from './page/build.ts';
import { seenBy } from './seen.ts';
import type { World } from './world.ts';

const json = z.record(z.string(), z.unknown());
const values = z.record(z.string(), z.record(z.string(), json));
const place = z.union([z.object({ view: z.string() }), z.object({ channel: z.string(), ts: z.string() })]);

const daySeconds = 24 * 60 * 60;
const seconds = { day: daySeconds, week: 7 * daySeconds };
/** Where time may go (contract.ts). */
const destination = z.union([
  z.enum(['next', 'day', 'week', 'end']),
  z.object({ instant: z.iso.datetime({ precision: 0 }) }),
]);
/** How many of the next are told of. */
const mostUpcoming = 10;

const done: Answer = { ok: true };

/** Who begins anew just now: two windows may ask for it at once. */
const beginning = new WeakSet<World>();

type Route = (world: World, body: unknown) => Promise<Answer> | Answer;

/** The page's requests (contract.ts), parsed like everything else that comes in. */
const routes: Record<string, Route> = {
  command: (world, body) => {
    const { as, channel, text } = z
      .object({ as: z.string(), channel: z.string(), text: z.string() })
      .parse(body);
    return world.client.command(as, channel, text.replace(/^\/trivsel\s*/, ''));
  },
  action: (world, body) => {
    const request = z.object({ as: z.string(), from: place, action: json, values }).parse(body);
    return world.client.press(request.as, request.from, request.action, request.values);
  },
  submit: (world, body) => {
    const request = z.object({ as: z.string(), view: z.string(), values }).parse(body);
    return world.client.submit(request.as, request.view, request.values);
  },
  close: (world, body) => {
    const { as, view, all } = z.object({ as: z.string(), view: z.string(), all: z.boolean() }).parse(body);
    return world.client.close(as, view, all);
  },
  say: (world, body) => {
    const { as, channel, text, thread } = z
      .object({ as: z.string(), channel: z.string(), text: z.string(), thread: z.string().optional() })
      .parse(body);
    return world.client.say(as, channel, text, thread);
  },
  read: (world, body) => {
    const { as, channel, thread } = z
      .object({ as: z.string(), channel: z.string(), thread: z.string().optional() })
      .parse(body);
    world.slack.markRead(as, channel, thread);
    return done;
  },
  home: async (world, body) => {
    const { as } = z.object({ as: z.string() }).parse(body);
    await world.client.openHome(as);
    return done;
  },
  time: async (world, body) => {
    const { to } = z.object({ to: destination }).parse(body);
    if (to === 'next' || to === 'end') {
      const isMoved = await (to === 'next' ? world.goToNext() : world.goToEnd());
      return isMoved ? done : { ok: false, error: 'Der venter ikke noget. / Nothing is waiting.' };
    }
    await world.goTo(typeof to === 'object' ? to.instant : addSeconds(world.clock.now(), seconds[to]));
    return done;
  },
  restart: async (world, body) => {
    const { with: story } = z.object({ with: z.enum(['company', 'nobody']) }).parse(body);
    if (beginning.has(world)) return { ok: false, error: 'Der begyndes forfra. / It is beginning anew.' };
    beginning.add(world);
    // The pages hear of it once it is done, not of every message of three weeks.
    const { onChange } = world.slack;
    world.slack.onChange = () => {};
    try {
      await begin(world, story);
    } finally {
      world.slack.onChange = onChange;
      beginning.delete(world);
    }
    return done;
  },
  ...inspectRoutes,
};

/** Begins anew: the little company as it is three weeks into an agreement, or before anybody began. */
export async function begin(
  world: World,
  story: 'company' | 'nobody',
  today: Instant = instantFromMillis(Date.now()),
): Promise<void> {
  await world.startOver();
  world.clock.startAt(today);
  moveIn(world);
  if (story === 'company') await liveAWhile(world, today);
  // What is to be looked at is what happens from here on.
  world.recorder.clear();
}

export type Playground = { server: Server; port: number };

/** Serves the page and its requests on loopback only. */
export async function servePlayground(world: World, port: number): Promise<Playground> {
  const page = await buildPage();
  const listeners = new Set<ServerResponse>();
  world.slack.onChange = () => {
    for (const listener of listeners) listener.write('data: changed\n\n');
  };
  world.recorder.onChange = coalesced(() => {
    for (const listener of listeners) listener.write('event: traffic\ndata: more\n\n');
  });
  const server = createServer((request, response) => {
    answer(world, page, listeners, request, response).catch((error: unknown) => fail(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const served = typeof address === 'object' && address !== null ? address.port : port;
  world.publicUrl = `http://localhost:${served}`;
  return { server, port: served };
}

type Page = Awaited<ReturnType<typeof buildPage>>;

async function answer(
  world: World,
  page: Page,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/data/')) return servePage(world, url.pathname, request, response);
  if (!isLocal(request)) return void response.writeHead(403).end('Only from this machine.');
  if (request.method === 'GET') return answerGet(world, page, listeners, url, response);
  if (url.pathname === '/slack') return serveSlack(world, request, response);
  const route = routeAt(url.pathname);
  if (request.method !== 'POST' || route === undefined) return void response.writeHead(404).end();
  const body = await jsonOf(request);
  sendJson(response, 200, await route(world, body));
  world.slack.onChange();
}

async function answerGet(
  world: World,
  page: Page,
  listeners: Set<ServerResponse>,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  const file = fileAt(page, url.pathname);
  if (file) return void response.writeHead(200, file.headers).end(file.body);
  if (url.pathname === '/api/events') return listen(listeners, response);
  const seen = await lookedUp(world, url);
  if (seen === undefined) return void response.writeHead(404).end();
  sendJson(response, 200, seen);
}

function lookedUp(world: World, url: URL): Promise<unknown> {
  const viewer = url.searchParams.get('as') ?? '';
  if (url.pathname === '/api/state') return seenBy(world, viewer);
  if (url.pathname === '/api/upcoming') return world.program(mostUpcoming, viewer);
  return inspected(world, url);
}

/**
 * The app's own page outside Slack, through its real handler. Whoever has the link may open it, from wherever: a form that
 * sends no referrer sends no origin either.
 */
async function servePage(
  world: World,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answered = await world.handleSlack(pageEvent(request.method ?? 'GET', path, await textOf(request)));
  const headers = Object.entries(answered.headers ?? {}).map(([name, value]) => [name, String(value)]);
  response.writeHead(answered.statusCode, Object.fromEntries(headers)).end(answered.body);
}

/** A request that somebody signed by hand, as the inspector's `curl` line does: what is wrong with it, the app says. */
async function serveSlack(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request;
  const event = gatewayEvent(await textOf(request), headers['content-type'] ?? '');
  const names = ['content-type', 'x-slack-request-timestamp', 'x-slack-signature'];
  const sent = Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]));
  const answered = await world.handleSlack({ ...event, headers: sent });
  response.writeHead(answered.statusCode, { 'content-type': 'application/json' }).end(answered.body);
}

function routeAt(path: string): Route | undefined {
  const name = path.replace(/^\/api\//, '');
  return Object.hasOwn(routes, name) ? routes[name] : undefined;
}

function fileAt(page: Page, path: string) {
  const files: Record<string, [string, string]> = {
    '/': [page.html, 'text/html; charset=utf-8'],
    '/page.js': [page.js, 'text/javascript; charset=utf-8'],
    '/page.css': [page.css, 'text/css; charset=utf-8'],
  };
  const [body, type] = files[path] ?? [];
  return body === undefined
    ? undefined
    : { body, headers: { 'content-type': type, 'cache-control': 'no-store' } };
}

function listen(listeners: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': hello\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** A week forward can put a thousand things on the wires: who listens hears of them ten times a second. */
function coalesced(tell: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      tell();
    }, 100).unref();
  };
}
