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

/** Where Slack leaves one out, it doesn't hold. */
const flag = z.boolean().default(false);

const user = z.object({
  user: z.object({
    locale: z.string().optional(),
    tz: z.string().nullish(),
    real_name: z.string().optional(),
    deleted: flag,
    is_bot: flag,
    is_admin: flag,
    is_owner: flag,
    is_restricted: flag,
    is_ultra_restricted: flag,
    is_stranger: flag,
    profile: z.object({ display_name: z.string().optional(), first_name: z.string().optional() }).optional(),
  }),
});

/** https://docs.slack.dev/reference/objects/conversation-object/ */
const channel = z.object({
  channel: z.object({
    is_member: flag,
    is_archived: flag,
    is_ext_shared: flag,
    is_pending_ext_shared: flag,
    is_im: flag,
    is_mpim: flag,
    name: z.string().optional(),
  }),
});

const members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
/** "We recommend no more than 200 results at a time." https://docs.slack.dev/apis/web-api/pagination/ */
const membersAPage = 200;
const mostPages = 5;

const self = z.object({ user_id: z.string() });

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

  let ownUser: string | undefined;

  return {
    async openView(trigger, view) {
      // A trigger serves once: where the client's second try hears so, its first one opened the view and its answer was lost.
      await unless('exchanged_trigger_id', asked(client.views.open({ trigger_id: trigger, view })));
    },
    async pushView(trigger, view) {
      await unless('exchanged_trigger_id', asked(client.views.push({ trigger_id: trigger, view })));
    },
    async updateView(id, hash, view) {
      await asked(client.views.update({ view_id: id, ...(hash === undefined ? {} : { hash }), view }));
    },
    async publishHome(to, view, hash) {
      await asked(client.views.publish({ user_id: to, ...(hash === undefined ? {} : { hash }), view }));
    },
    async post(to, message) {
      return posted.parse(await asked(once.chat.postMessage({ channel: to, ...message })));
    },
    async updateMessage({ channel, ts }, content) {
      await asked(client.chat.update({ channel, ts, ...content }));
    },
    async user(id) {
      const { user: found } = user.parse(await asked(client.users.info({ user: id, include_locale: true })));
      const { first_name, display_name } = found.profile ?? {};
      return {
        name: first_name || display_name || found.real_name?.split(' ')[0] || '',
        fullName: found.real_name || display_name || first_name || '',
        locale: found.locale,
        zone: found.tz ?? undefined,
        // Slackbot is the one bot that isn't marked as one. https://docs.slack.dev/reference/objects/user-object/
        isBot: found.is_bot || id === 'USLACKBOT',
        isOutsider: found.is_restricted || found.is_ultra_restricted || found.is_stranger,
        isGone: found.deleted,
        isAdmin: found.is_admin || found.is_owner,
      };
    },
    async channel(id) {
      // Its id says so; to ask about one takes a scope that we don't have (`im:read`).
      if (id.startsWith('D')) return { isMember: false, isArchived: false, isShared: false, isDirect: true };
      const { channel: found } = channel.parse(await asked(client.conversations.info({ channel: id })));
      return {
        isMember: found.is_member,
        isArchived: found.is_archived,
        isShared: found.is_ext_shared || found.is_pending_ext_shared,
        isDirect: found.is_im || found.is_mpim,
        name: found.name,
      };
    },
    async channelMembers(id) {
      const found: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages && cursor !== ''; page += 1) {
        const from = cursor === undefined ? {} : { cursor };
        const asking = client.conversations.members({ channel: id, limit: membersAPage, ...from });
        const answer = members.parse(await asked(asking));
        found.push(...answer.members);
        cursor = answer.response_metadata?.next_cursor ?? '';
      }
      return found;
    },
    async pin({ channel: to, ts }) {
      await unless('already_pinned', asked(client.pins.add({ channel: to, timestamp: ts })));
    },
    async ownUser() {
      ownUser ??= self.parse(await asked(client.auth.test())).user_id;
      return ownUser;
    },
  };
}

/** Refused with this code, it has happened before. */
async function unless(done: string, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === done)) throw error;
  }
}

async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new SlackBusy(error.retryAfter);
    if (error instanceof WebAPIPlatformError) throw new SlackRefusal(codeOf(error));
    throw error;
  }
}

/**
 * `views.publish` has no code of its own for somebody whom it doesn't know: it answers `invalid_arguments`, and "invalid
 * `user_id`" beside it. https://docs.slack.dev/reference/methods/views.publish/ ("Typical error response")
 */
function codeOf({ data }: WebAPIPlatformError): string {
  const isUnknown = data.response_metadata?.messages?.some((said) => said.includes('invalid `user_id`'));
  return data.error === 'invalid_arguments' && isUnknown ? 'user_not_found' : data.error;
}
