import { z } from 'zod';
import { type GatewayEvent, signedEvent, signedJson } from '../local/gateway.ts';

/**
 * What comes over the socket, as the gateway would have handed it on: one code path for both. Socket Mode's payloads are
 * those of HTTP, as JSON. https://docs.slack.dev/apis/events-api/using-socket-mode/
 */
export const envelope = z.object({
  type: z.string(),
  body: z.record(z.string(), z.unknown()),
  accepts_response_payload: z.boolean().default(false),
  retry_num: z.number().nullish(),
  retry_reason: z.string().nullish(),
});
export type Envelope = z.infer<typeof envelope>;

/** Undefined for a kind that we don't ask for. `secret`: what this process signs and verifies with. */
export function eventFrom(sent: Envelope, secret: string): GatewayEvent | undefined {
  switch (sent.type) {
    case 'slash_commands':
      return signedEvent(formOf(sent.body), secret);
    case 'interactive':
      return signedEvent({ payload: JSON.stringify(sent.body) }, secret);
    case 'events_api':
      return withRetry(signedJson(sent.body, secret), sent);
    default:
      return undefined;
  }
}

type Answer = { statusCode: number; body: string };

/** What to acknowledge with; undefined where Slack is to hear nothing, and so tells the person, or tries again. */
export function ackFor({ statusCode, body }: Answer, sent: Envelope): Record<string, unknown> | undefined {
  if (statusCode !== 200) return undefined;
  return body !== '' && sent.accepts_response_payload ? (JSON.parse(body) as Record<string, unknown>) : {};
}

function formOf(body: Record<string, unknown>): Record<string, string> {
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const plain = Object.entries(body).filter(([, value]) => isPlain(value));
  return Object.fromEntries(plain.map(([name, value]) => [name, String(value)]));
}

/** https://docs.slack.dev/apis/events-api/#retries */
function withRetry(event: GatewayEvent, { retry_num, retry_reason }: Envelope): GatewayEvent {
  if (!retry_num) return event;
  const retry = { 'x-slack-retry-num': String(retry_num), 'x-slack-retry-reason': retry_reason ?? '' };
  return { ...event, headers: { ...event.headers, ...retry } };
}
