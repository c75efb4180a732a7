import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reading requests and answering them, for the page's server and for the fake Slack's. */

/** What a body may hold. Slack lets nobody write a form that comes near it. */
const mostBytes = 1_000_000;

/** A request that can't be answered as it is; the message is a sentence for the person at the page. */
class Unanswerable extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A page of any other server, or a name that was pointed here, must not act as the people in the playground. */
export function isLocal({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isHere && (origin === undefined || origin === `http://${host}`);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  // Made before the head is sent: what can't be made into JSON is still answered with an error.
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

/** Tells the person at the page what went wrong. */
export function fail(response: ServerResponse, error: unknown): void {
  const [status, sentence] =
    error instanceof Unanswerable ? [error.status, error.message] : [500, String(error)];
  if (response.headersSent) response.destroy();
  else sendJson(response, status, { ok: false, error: sentence });
}

export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Unanswerable(400, 'Forespørgslen er ikke JSON. / The request is not JSON.');
  }
}

/** Reads to the end what is too long, without keeping it: who is still sending hears no answer. */
export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  if (bytes > mostBytes)
    throw new Unanswerable(413, 'Forespørgslen er for stor. / The request is too large.');
  return Buffer.concat(chunks).toString('utf8');
}
