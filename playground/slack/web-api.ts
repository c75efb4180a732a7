import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZodError } from 'zod';
import { botScopes } from '../../shared/slack/manifest.ts';
import { methods } from './methods.ts';
import type { Json, SlackState } from './state.ts';

export const botToken = 'xoxb-playground';
export const appToken = 'xapp-playground';

/** What Slack may do any day instead of answering; the next call of the method gets it. */
export type Fault =
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'refuse'; error: string }
  | { kind: 'status'; status: number }
  | { kind: 'hang' };

export type Call = { method: string; args: Json; answer: Json };

/** Slack's Web API at the wire: HTTP on loopback, one method after `/api/`. */
export class WebApi {
  readonly calls: Call[] = [];
  readonly faults = new Map<string, Fault[]>();
  /** Methods that take the app's own token instead of the bot's. */
  readonly appMethods = new Map<string, () => Json>();
  /** What the bot's token may do, and what time it is: Slack says both with every answer. */
  scopes = botScopes;
  now = () => Date.now();
  private readonly state: SlackState;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  constructor(state: SlackState) {
    this.state = state;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '').split('?')[0] ?? '';
    const args = argsOf(await textOf(request), request.headers['content-type'] ?? '');
    const fault = this.faults.get(method)?.shift();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end('');
    if (fault?.kind === 'busy') return busy(response, fault.retryAfter);
    const appMethod = this.appMethods.get(method);
    const isKnown = request.headers.authorization === `Bearer ${appMethod ? appToken : botToken}`;
    const act = () => appMethod?.() ?? this.answer(method, args, fault?.error);
    const answer = isKnown ? act() : { ok: false, error: 'invalid_auth' };
    this.calls.push({ method, args, answer });
    if (answer['error'] === 'ratelimited') return busy(response, 1);
    response.setHeader('x-oauth-scopes', this.scopes.join(','));
    response.setHeader('date', new Date(this.now()).toUTCString());
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private answer(method: string, args: Json, refused: string | undefined): Json {
    if (refused !== undefined) return { ok: false, error: refused };
    const act = methods[method];
    if (act === undefined) return { ok: false, error: 'unknown_method' };
    try {
      const answer = act(this.state, args);
      if (!('error' in answer)) return answer;
      return { ok: false, error: answer['error'], response_metadata: { messages: answer['messages'] ?? [] } };
    } catch (error) {
      if (error instanceof ZodError) return { ok: false, error: 'invalid_arguments' };
      throw error;
    }
  }
}

/** https://docs.slack.dev/apis/web-api/rate-limits/ ("Responding to rate limiting conditions") */
function busy(response: ServerResponse, retryAfter: number): void {
  response.writeHead(429, { 'retry-after': String(retryAfter) }).end('{"ok":false,"error":"ratelimited"}');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function argsOf(body: string, contentType: string): Json {
  if (contentType.startsWith('application/json')) return JSON.parse(body) as Json;
  return Object.fromEntries(new URLSearchParams(body));
}
