import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZodError } from 'zod';
import { botScopes } from '../../shared/slack/manifest.ts';
import { type Fault, Faults } from '../faults.ts';
import { textOf } from '../http.ts';
import type { Recorder } from '../inspect/recorder.ts';
import { traceHeader } from '../inspect/wires.ts';
import { methods } from './methods.ts';
import type { Json, SlackState } from './state.ts';

export const botToken = 'xoxb-playground';
export const appToken = 'xapp-playground';

export type Call = { method: string; args: Json; answer: Json };

/** What goes back over the wire; without a status, nothing does. */
type Reply = { status?: number; body?: string; retryAfter?: number; answered?: unknown; result: string };

/** How many calls are kept, for tests to look at. */
const mostCalls = 20_000;

/** Slack's Web API at the wire: HTTP on loopback, one method after `/api/`, and what answers to a `response_url`. */
export class WebApi {
  readonly calls: Call[] = [];
  /** Methods that take the app's own token instead of the bot's. */
  readonly appMethods = new Map<string, () => Json>();
  /** What the bot's token may do, and what time it is: Slack says both with every answer. */
  scopes = botScopes;
  now = () => Date.now();
  readonly faults = new Faults();
  private readonly state: SlackState;
  private readonly recorder: Recorder | undefined;
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch(() => response.destroy());
  });

  constructor(state: SlackState, recorder?: Recorder) {
    this.state = state;
    this.recorder = recorder;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.state.responseUrls.base = `${url}/response/`;
    return `${url}/api/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Only a browser says where it comes from: a page of any other server, since ours never calls Slack.
    if (request.headers.origin !== undefined) return void response.writeHead(403).end();
    const body = await textOf(request);
    const [, kind, rest = ''] = /^\/(api|response)\/([^?]*)/.exec(request.url ?? '') ?? [];
    const name = kind === 'response' ? 'response_url' : rest;
    const args = argsOf(body, request.headers['content-type'] ?? '');
    const trace = request.headers[traceHeader];
    const entry = this.recorder?.add(
      { kind: 'call', name, sent: args, to: this.addressee(args) },
      trace === undefined ? undefined : Number(trace),
    );
    const fault = this.faults.take('slack', name);
    const answer = () =>
      kind === 'response'
        ? this.respond(rest, args)
        : this.call(name, args, request.headers.authorization, fault);
    const { status, body: said = '', retryAfter, result, answered } = reply(fault, answer);
    if (entry) this.recorder?.end(entry, { answered, result, failed: !/^(ok|200)$/.test(result) });
    if (fault?.kind === 'cut' || fault?.kind === 'lost') return void request.socket.destroy();
    if (status === undefined) return;
    if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
    response.setHeader('x-oauth-scopes', this.scopes.join(','));
    response.setHeader('date', new Date(this.now()).toUTCString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(said);
  }

  private call(method: string, args: Json, bearer: string | undefined, fault: Fault | undefined): Reply {
    const refused = fault?.kind === 'refuse' ? fault.error : this.refusalOf(method, bearer);
    const wait = refused === undefined ? this.state.rates.take(method) : undefined;
    if (wait !== undefined) return busy(wait);
    const answer = refused === undefined ? this.answer(method, args) : { ok: false, error: refused };
    this.calls.push({ method, args, answer });
    if (this.calls.length > mostCalls) this.calls.shift();
    if (answer['error'] === 'ratelimited') return busy(1);
    const result = answer['ok'] === true ? 'ok' : String(answer['error']);
    return { status: 200, body: JSON.stringify(answer), answered: answer, result };
  }

  private respond(id: string, args: Json): Reply {
    const { status, body } = this.state.respond(id, args);
    return { status, body, answered: body, result: String(status) };
  }

  /** https://docs.slack.dev/reference/methods/auth.test/ ("Errors") */
  private refusalOf(method: string, bearer: string | undefined): string | undefined {
    if (bearer === undefined) return 'not_authed';
    if (this.appMethods.has(method)) return bearer === `Bearer ${appToken}` ? undefined : 'invalid_auth';
    return bearer === `Bearer ${botToken}` ? this.state.tokenError() : 'invalid_auth';
  }

  private answer(method: string, args: Json): Json {
    const own = this.appMethods.get(method);
    if (own !== undefined) return own();
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

  private addressee({ channel, user_id, user, view_id }: Json): string | undefined {
    const told = channel ?? user_id ?? user;
    if (typeof told === 'string') return told;
    return typeof view_id === 'string' ? this.state.ownerOfView(view_id) : undefined;
  }
}

/** What stands in the call's way, or its answer. Of `lost` the answer is made, and stays behind. */
function reply(fault: Fault | undefined, answer: () => Reply): Reply {
  switch (fault?.kind) {
    case 'hang':
      return { result: 'no answer' };
    case 'cut':
      return { result: 'cut' };
    case 'status':
      return { status: fault.status, result: String(fault.status) };
    case 'busy':
      return busy(fault.retryAfter);
    case 'lost':
      return { ...answer(), result: 'answer lost' };
    case 'refuse':
    case undefined:
      return answer();
  }
}

/** https://docs.slack.dev/apis/web-api/rate-limits/ ("Responding to rate limiting conditions") */
function busy(retryAfter: number): Reply {
  const body = '{"ok":false,"error":"ratelimited"}';
  return { status: 429, body, retryAfter, answered: { 'retry-after': retryAfter }, result: '429' };
}

function argsOf(body: string, contentType: string): Json {
  if (contentType.startsWith('application/json')) return JSON.parse(body) as Json;
  return Object.fromEntries(new URLSearchParams(body));
}
