import {
  type FetchFunction,
  LogLevel,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import * as z from 'zod';
import { type Slack, SlackBusy, SlackRefusal } from './slack.ts';

/**
 * The client's own defaults retry for half an hour and never time out. In the answer's path everything has to be over
 * in 2.5 seconds; the worker's two calls have the 30 seconds of its function, and it leaves a 429 to the queue.
 */
const patience = {
  answer: { timeout: 1000, retryConfig: { retries: 1, minTimeout: 50, maxTimeout: 50 } },
  worker: { timeout: 6000, retryConfig: { retries: 1, minTimeout: 500, maxTimeout: 500 } },
} satisfies Record<string, WebClientOptions>;

const posted = z.object({ channel: z.string(), ts: z.string() });

const user = z.object({
  user: z.object({
    locale: z.string().optional(),
    tz: z.string().nullish(),
    real_name: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    profile: z.object({ display_name: z.string().optional(), first_name: z.string().optional() }).optional(),
  }),
});

/** `fetch`: another one than Node's own. */
export function webSlack(
  token: string,
  apiUrl: string | undefined,
  wait: keyof typeof patience,
  fetch?: FetchFunction,
): Slack {
  const options: WebClientOptions = {
    ...patience[wait],
    rejectRateLimitedCalls: true,
    // Its warnings are unstructured lines; what fails is thrown, and logged where it is caught.
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...(fetch === undefined ? {} : { fetch }),
  };
  const client = new WebClient(token, options);
  // A lost answer may be to a message that got through: a second would be one too many.
  const once = new WebClient(token, { ...options, retryConfig: { retries: 0 } });

  return {
    async openView(trigger, view) {
      await openedOnce(asked(client.views.open({ trigger_id: trigger, view })));
    },
    async updateView(id, hash, view) {
      await asked(client.views.update({ view_id: id, ...(hash === undefined ? {} : { hash }), view }));
    },
    async post(to, message) {
      return posted.parse(await asked(once.chat.postMessage({ channel: to, ...message })));
    },
    async updateMessage({ channel, ts }, content) {
      await asked(client.chat.update({ channel, ts, ...content }));
    },
    async user(id) {
      const { user: found } = user.parse(await asked(client.users.info({ user: id, include_locale: true })));
      return {
        name:
          found.profile?.first_name || found.profile?.display_name || found.real_name?.split(' ')[0] || '',
        locale: found.locale,
        zone: found.tz ?? undefined,
        // Slackbot is the one bot that isn't marked as one. https://docs.slack.dev/reference/objects/user-object/
        isBot: found.is_bot || id === 'USLACKBOT',
        isOutsider: found.is_restricted || found.is_ultra_restricted || found.is_stranger,
        isGone: found.deleted,
      };
    },
  };
}

/** A trigger serves once: where the client's second try hears so, its first one opened the view and its answer was lost. */
async function openedOnce(opening: Promise<unknown>): Promise<void> {
  try {
    await opening;
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === 'exchanged_trigger_id')) throw error;
  }
}

async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new SlackBusy(error.retryAfter);
    if (error instanceof WebAPIPlatformError) throw new SlackRefusal(error.data.error);
    throw error;
  }
}
