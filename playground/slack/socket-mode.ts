import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayEvent } from '../../local/gateway.ts';
import type { Json } from './state.ts';
import type { WebApi } from './web-api.ts';

type Answer = { statusCode: number; body: string };

/** Slack shows an error after three seconds. */
const patienceMillis = 3000;

/**
 * Slack's end of Socket Mode, at the wire: an app asks for an address, connects, hears hello, gets envelopes and acknowledges
 * them. https://docs.slack.dev/apis/events-api/using-socket-mode/
 */
export class SocketMode {
  /** Off, as in the app's settings: whoever connects is told so, and hung up on. That it goes so is a guess. */
  isOff = false;
  private readonly server: WebSocketServer;
  private readonly waiting = new Map<string, { socket: WebSocket; resolve: (answer: Answer) => void }>();
  private number = 0;

  private constructor(server: WebSocketServer) {
    this.server = server;
    server.on('connection', (socket) => this.greet(socket));
  }

  static async listen(webApi: WebApi): Promise<SocketMode> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    webApi.appMethods.set('apps.connections.open', () => ({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
    return new SocketMode(server);
  }

  /** Sends what a gateway would have been sent (SlackClient's `handle`), to the newest connection. */
  readonly handle = async (event: unknown): Promise<Answer> => {
    const socket = this.open().at(-1);
    if (socket === undefined) return { statusCode: 503, body: '' };
    this.number += 1;
    const envelope_id = `envelope-${this.number}`;
    const answered = new Promise<Answer>((resolve) => {
      this.waiting.set(envelope_id, { socket, resolve });
      setTimeout(() => resolve({ statusCode: 504, body: '' }), patienceMillis).unref();
    });
    socket.send(JSON.stringify({ envelope_id, ...envelopeOf(event as GatewayEvent) }));
    return answered;
  };

  /** Slack wants another connection soon, as it does every few hours. */
  refresh(): void {
    for (const socket of this.open()) disconnect(socket, 'refresh_requested');
  }

  /** The network is gone from one moment to the next. */
  cut(): void {
    for (const socket of this.open()) socket.terminate();
  }

  turnOff(): void {
    this.isOff = true;
    for (const socket of this.open()) disconnect(socket, 'link_disabled');
  }

  get connections(): number {
    return this.open().length;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private greet(socket: WebSocket): void {
    socket.on('message', (data) => this.acknowledge(String(data)));
    socket.on('close', () => this.giveUp(socket));
    if (this.isOff) disconnect(socket, 'link_disabled');
    else socket.send(JSON.stringify({ type: 'hello', num_connections: this.connections }));
  }

  private acknowledge(text: string): void {
    const { envelope_id, payload } = JSON.parse(text) as { envelope_id: string; payload?: Json };
    const isEmpty = payload === undefined || Object.keys(payload).length === 0;
    this.waiting.get(envelope_id)?.resolve({ statusCode: 200, body: isEmpty ? '' : JSON.stringify(payload) });
    this.waiting.delete(envelope_id);
  }

  private giveUp(gone: WebSocket): void {
    for (const { socket, resolve } of this.waiting.values())
      if (socket === gone) resolve({ statusCode: 503, body: '' });
  }

  private open(): WebSocket[] {
    return [...this.server.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
  }
}

function disconnect(socket: WebSocket, reason: string): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
}

/** The same payload as over HTTP, as JSON. */
function envelopeOf({ body, headers }: GatewayEvent): Json {
  const text = Buffer.from(body, 'base64').toString('utf8');
  if (headers['content-type'] === 'application/json')
    return {
      type: 'events_api',
      payload: JSON.parse(text),
      accepts_response_payload: false,
      retry_attempt: 0,
    };
  const form = Object.fromEntries(new URLSearchParams(text));
  return form['payload'] === undefined
    ? { type: 'slash_commands', payload: form, accepts_response_payload: true }
    : { type: 'interactive', payload: JSON.parse(form['payload']), accepts_response_payload: true };
}
