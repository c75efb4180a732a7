/** Reads the requests that the fake Slack signed: what they are, and whose. What isn't one is read as nothing. */

type Json = Record<string, unknown>;
type Gateway = {
  rawPath: string;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
  requestContext: { http?: { method: string } };
};

/** A request's body as text, whatever the gateway made of it. */
export function bodyOf(event: unknown): string {
  const { body, isBase64Encoded = false } = (event ?? {}) as Partial<Gateway>;
  if (typeof body !== 'string') return '';
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/** A request's body as it is meant: a form's fields, or the JSON in it. */
export function payloadOf(event: unknown): Json {
  const body = bodyOf(event);
  const form = () => Object.fromEntries(new URLSearchParams(body));
  const payload = objectIn(body) ?? objectIn(form()['payload'] ?? '') ?? form();
  return payload as Json;
}

/** What a request is, in a few words, and who did it; of an event about a channel, the channel. */
export function readRequest(event: unknown): { name: string; who: string | undefined } {
  const { rawPath = '', requestContext } = (event ?? {}) as Partial<Gateway>;
  if (rawPath.startsWith('/data/'))
    return { name: `${requestContext?.http?.method ?? 'GET'} /data`, who: undefined };
  const payload = payloadOf(event) as Payload;
  const { user, user_id, event: inner } = payload;
  const told = typeof inner?.user === 'object' ? inner.user.id : inner?.user;
  return { name: nameOf(payload), who: user_id ?? user?.id ?? told ?? inner?.channel };
}

/** `/trivsel aftale`, `block_actions open.agreement`, `view_submission check-in`, `event user_change`. */
function nameOf({ command, text, type, actions, view, event: inner }: Payload): string {
  if (command !== undefined) return `${command} ${text ?? ''}`.trim();
  if (type === 'event_callback') return `event ${inner?.type ?? ''}`;
  return [type ?? 'request', actions?.[0]?.action_id ?? view?.callback_id ?? ''].join(' ').trim();
}

type Payload = {
  command?: string;
  text?: string;
  type?: string;
  actions?: { action_id?: string }[];
  view?: { callback_id?: string };
  event?: { type?: string; user?: string | { id?: string }; channel?: string };
  user?: { id?: string };
  user_id?: string;
};

/** What they had typed or chosen in the form when they sent it. */
export function typedIn(event: unknown): unknown {
  const { view, state, text } = payloadOf(event) as {
    view?: { state?: unknown };
    state?: unknown;
    text?: unknown;
  };
  return [view?.state, state, text];
}

/** JSON within JSON, as forms and metadata carry it, made readable all the way down. */
export function unfold(value: unknown): unknown {
  if (typeof value === 'string') {
    const inner = objectIn(value);
    return inner === undefined ? value : unfold(inner);
  }
  if (Array.isArray(value)) return value.map(unfold);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unfold(inner)]));
}

/** The object or list that a text holds, if it holds one. */
export function objectIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
