import { createHmac } from 'node:crypto';

/** What the playground and the tests sign with. */
export const signingSecret = 'playground-signing-secret';

/** An API Gateway HTTP API event (payload format 2.0), with the fields that AWS documents. */
export type GatewayEvent = {
  version: '2.0';
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  headers: Record<string, string>;
  requestContext: { http: { method: string; path: string }; requestId: string; timeEpoch: number };
  body: string;
  isBase64Encoded: boolean;
};

/** Slack's signature. https://docs.slack.dev/authentication/verifying-requests-from-slack/ */
export function signature(timestamp: number, body: string, secret = signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** A command or an interaction as the gateway hands it on: form bodies arrive base64-encoded. */
export function signedEvent(form: Record<string, string>, secret?: string): GatewayEvent {
  const body = new URLSearchParams(form).toString();
  return gatewayEvent(body, 'application/x-www-form-urlencoded', undefined, secret);
}

/** What a browser asks for outside Slack, as the gateway hands it on: nothing of Slack's in it. */
export function pageEvent(method: string, path: string, body = ''): GatewayEvent {
  const event = gatewayEvent(body, 'application/x-www-form-urlencoded');
  return {
    ...event,
    routeKey: `${method} /data/{link}`,
    rawPath: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { ...event.requestContext, http: { method, path } },
  };
}

/** An event of the Events API. */
export function signedJson(payload: object, secret?: string): GatewayEvent {
  return gatewayEvent(JSON.stringify(payload), 'application/json', undefined, secret);
}

/** `timestamp`: when Slack signed it, in seconds. */
export function gatewayEvent(
  body: string,
  contentType: string,
  timestamp = Math.floor(Date.now() / 1000),
  secret = signingSecret,
): GatewayEvent {
  return {
    version: '2.0',
    routeKey: 'POST /slack',
    rawPath: '/slack',
    rawQueryString: '',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature(timestamp, body, secret),
    },
    requestContext: {
      http: { method: 'POST', path: '/slack' },
      requestId: 'local',
      timeEpoch: Date.now(),
    },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}
