import type { AwsLambdaReceiver } from '@slack/bolt';
import * as z from 'zod';

/** The part of an API Gateway HTTP API event (payload format 2.0) that we use. */
const gatewayEvent = z.object({
  headers: z.record(z.string(), z.string().optional()),
  body: z.string().min(1),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ timeEpoch: z.number().optional() }).default({}),
});

type BoltEvent = Parameters<ReturnType<AwsLambdaReceiver['toHandler']>>[0];

/** `event.requestContext.arrivedAt` is when the request arrived, in milliseconds; `timestamp` is Slack's, in seconds. */
export type Request = { event: BoltEvent; timestamp: number };

/**
 * Makes of the gateway's event one that Bolt reads right, or undefined for what can't be a request of Slack's. Bolt decodes
 * base64 as ASCII, knows content types without a charset only, and throws on a malformed body before it looks at the
 * signature.
 */
export function readRequest(input: unknown, nowMillis: number): Request | undefined {
  const parsed = gatewayEvent.safeParse(input);
  if (!parsed.success) return undefined;
  const { body, isBase64Encoded, requestContext } = parsed.data;
  const headers = lowerCased(parsed.data.headers);
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!isReadable(text, contentType)) return undefined;
  return {
    event: {
      headers: { ...headers, 'content-type': contentType },
      body: text,
      isBase64Encoded: false,
      requestContext: { arrivedAt: plausible(requestContext.timeEpoch, nowMillis) },
      rawPath: '/slack',
      rawQueryString: '',
      routeKey: 'POST /slack',
      version: '2.0',
    },
    timestamp: Number(headers['x-slack-request-timestamp']),
  };
}

/**
 * "If the timestamp differs by more than five minutes from local time" it may be a replay; Bolt looks one way only.
 * Without a timestamp there is no signature either, and Bolt says no itself.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */
export function isTimely(timestampSeconds: number, nowMillis: number): boolean {
  return Number.isNaN(timestampSeconds) || Math.abs(nowMillis / 1000 - timestampSeconds) <= 5 * 60;
}

function lowerCased(headers: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function isReadable(text: string, contentType: string): boolean {
  if (contentType === 'application/x-www-form-urlencoded') {
    const payload = new URLSearchParams(text).get('payload');
    return payload === null || isJson(payload);
  }
  return contentType === 'application/json' && isJson(text);
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** The gateway's own clock, which counts our cold start in; ours, should the two disagree wildly. */
function plausible(arrivedAt: number | undefined, nowMillis: number): number {
  const isNear = arrivedAt !== undefined && arrivedAt <= nowMillis && nowMillis - arrivedAt < 10_000;
  return isNear ? arrivedAt : nowMillis;
}
