import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { FetchFunction } from '@slack/web-api';

/**
 * As much of `fetch` as Slack's client asks for, over Node's own agent, which keeps connections alive. The global `fetch`
 * would load undici: half of what the floor costs, at every cold start (docs/decisions/0006).
 */
export const httpsFetch: FetchFunction = async (
  url,
  { method = 'GET', headers = {}, body = '', signal } = {},
) => {
  if (typeof body !== 'string') throw new TypeError('We send no files');
  const target = new URL(url);
  const withLength = { ...headers, 'content-length': Buffer.byteLength(body) };
  const response = await answerTo(target, { method, headers: withLength, ...(signal && { signal }) }, body);
  const { statusCode = 0, statusMessage = '' } = response;
  const whole = bodyOf(response, signal);
  // Slack's client doesn't read what it turns down.
  whole.catch(() => {});
  if (statusCode >= 300 && statusCode < 400) throw new TypeError('Slack redirects nobody');
  return {
    ok: statusCode < 300,
    status: statusCode,
    statusText: statusMessage,
    url: target.href,
    headers: {
      get: (name) => headerOf(response, name) ?? null,
      entries: () => Object.keys(response.headers).map((name) => [name, headerOf(response, name) ?? '']),
    },
    arrayBuffer: async () => new Uint8Array(await whole).buffer,
    json: async () => JSON.parse((await whole).toString('utf8')),
    text: async () => (await whole).toString('utf8'),
  };
};

type Options = { method: string; headers: Record<string, string | number>; signal?: AbortSignal };

function answerTo(url: URL, options: Options, body: string): Promise<IncomingMessage> {
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    request(url, options, resolve)
      .on('error', (error) => reject(reasonOf(error, options.signal)))
      .end(body);
  });
}

async function bodyOf(response: IncomingMessage, signal: AbortSignal | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch (error) {
    throw reasonOf(error, signal);
  }
  return Buffer.concat(chunks);
}

/** As `fetch` has it: the reason given to the signal, a TimeoutError for instance, not the consequence. */
function reasonOf(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? signal.reason : error;
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}
