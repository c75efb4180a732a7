import { signedJson } from '../../local/gateway.ts';
import type { EventRetry, SlackState } from './state.ts';

type Answer = { statusCode: number; headers?: Record<string, unknown> | undefined };
type Handler = (event: unknown) => Promise<Answer>;

/**
 * "Your app should respond to the event request with an HTTP 2xx within three seconds. If it does not, we'll consider the
 * event delivery attempt failed. After a failure, we'll retry three times": nearly immediately, after 1 minute, and after 5.
 * https://docs.slack.dev/apis/events-api/#retries. From when the five minutes count it doesn't say: here, from the try before.
 */
const patienceMillis = 3000;
const waitSeconds: (number | undefined)[] = [0, 60, 5 * 60];

/** Tells the app of an event, and once more where it isn't taken: at once here, later when `retryEvents` finds it due. */
export async function tellEvent(
  state: SlackState,
  handle: Handler,
  id: string,
  payload: object,
): Promise<void> {
  await tellOnce(state, handle, { id, body: JSON.stringify(payload), number: 0, reason: '' });
}

/** The events that are due once more by the virtual clock. */
export async function retryEvents(state: SlackState, handle: Handler): Promise<void> {
  for (const retry of state.dueRetries()) {
    state.removeRetry(retry.id);
    await tellOnce(state, handle, retry);
  }
}

async function tellOnce(state: SlackState, handle: Handler, told: Omit<EventRetry, 'at'>): Promise<void> {
  const reason = await failureOf(handle, told);
  const wait = waitSeconds[told.number];
  if (reason === undefined || wait === undefined) return;
  const next = { ...told, number: told.number + 1, reason };
  if (wait === 0) await tellOnce(state, handle, next);
  else state.putRetry(next, wait);
}

/** Why it has to be told again, in the word that the next try's `x-slack-retry-reason` has. */
async function failureOf(handle: Handler, { body, number, reason }: Omit<EventRetry, 'at'>) {
  const event = signedJson(JSON.parse(body) as object);
  const again = { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason };
  const sent = Date.now();
  const { statusCode, headers = {} } = await handle({
    ...event,
    headers: { ...event.headers, ...(number > 0 ? again : {}) },
  });
  // "you can turn off retries … by responding with X-Slack-No-Retry: 1"
  if (headers['x-slack-no-retry'] === '1') return undefined;
  if (Date.now() - sent > patienceMillis) return 'http_timeout';
  return statusCode >= 200 && statusCode < 300 ? undefined : 'http_error';
}
