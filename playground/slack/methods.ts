import { z } from 'zod';
import { channelMethods, isChannel, refusalOfReply, refusalOfWriting } from './channels.ts';
import type { Answer, Method } from './method.ts';
import { bot, type FakeUser, type Json, type SlackState, team } from './state.ts';
import { problemsOfMessage } from './validate/index.ts';
import { openView, publishView, pushView, type Refused, updateView, viewPayload } from './views.ts';

const json = z.union([
  z.string().transform((text) => JSON.parse(text) as Json),
  z.record(z.string(), z.unknown()),
]);
const blocks = z.union([
  z.string().transform((text) => JSON.parse(text) as Json[]),
  z.array(z.record(z.string(), z.unknown())),
]);

/** Slack's Web API as far as the app calls it. A method that is not here is `unknown_method`, as at Slack. */
export const methods: Record<string, Method> = {
  ...channelMethods,

  'auth.test': () => ({ ok: true, team: 'Havnby Energi', team_id: team, user_id: bot, bot_id: 'B0TRIVSEL' }),

  'users.info': (state, args) => {
    const { user: id, include_locale } = z
      .object({ user: z.string(), include_locale: z.stringbool().or(z.boolean()).default(false) })
      .parse(args);
    const user = state.user(id);
    return user === undefined
      ? { error: 'user_not_found' }
      : { ok: true, user: userPayload(user, include_locale) };
  },

  'views.open': (state, args) => {
    const { trigger_id, view } = z.object({ trigger_id: z.string(), view: json }).parse(args);
    const trigger = state.useTrigger(trigger_id);
    return 'error' in trigger ? trigger : viewAnswer(openView(state, trigger.user, view));
  },

  'views.push': (state, args) => {
    const { trigger_id, view } = z.object({ trigger_id: z.string(), view: json }).parse(args);
    const trigger = state.useTrigger(trigger_id);
    return 'error' in trigger ? trigger : viewAnswer(pushView(state, trigger.user, view));
  },

  'views.update': (state, args) => {
    const { view_id, view, hash } = z
      .object({ view_id: z.string(), view: json, hash: z.string().optional() })
      .parse(args);
    return viewAnswer(updateView(state, view_id, view, hash));
  },

  'views.publish': (state, args) => {
    const { user_id, view, hash } = z
      .object({ user_id: z.string(), view: json, hash: z.string().optional() })
      .parse(args);
    return viewAnswer(publishView(state, user_id, view, hash));
  },

  'chat.postMessage': (state, args) => {
    const content = message.extend({ thread_ts: z.string().optional() }).parse(args);
    const { channel: to, thread_ts: thread } = content;
    const channel = to.replace(/^U/, 'D');
    const refused =
      refusalOfMessage(content) ??
      (isChannel(to) ? refusalOfWriting(state, to) : refusalOfReader(state, to)) ??
      (thread === undefined ? undefined : refusalOfReply(state, channel, thread)) ??
      refusalOfHaste(state, to);
    if (refused) return refused;
    const inThread = thread === undefined ? {} : { thread };
    const { ts } = state.addMessage({ ...contentOf(content), ...inThread, channel, author: 'app' });
    return { ok: true, channel, ts, message: { ts, ...(thread && { thread_ts: thread }) } };
  },

  'chat.update': (state, args) => {
    const content = message.extend({ ts: z.string() }).parse(args);
    // "The message cannot be edited within a frozen, archived or deleted channel." Not being in it is not on the page.
    const refused = refusalOfMessage(content) ?? refusalOfWriting(state, content.channel, 'is_inactive');
    if (refused) return refused;
    const existing = state.message(content.channel, content.ts);
    if (existing === undefined) return { error: 'message_not_found' };
    if (existing.author !== 'app') return { error: 'cant_update_message' };
    state.editMessage(existing, contentOf(content));
    return { ok: true, channel: content.channel, ts: content.ts };
  },
};

const message = z.object({ channel: z.string(), text: z.string().default(''), blocks: blocks.optional() });
type Content = z.infer<typeof message>;

function contentOf({ text, blocks: content }: Content) {
  return content === undefined ? { text } : { text, blocks: content };
}

function refusalOfMessage(content: Content): Refused | undefined {
  if (content.text === '' && content.blocks === undefined) return { error: 'no_text' };
  const problems = problemsOfMessage(contentOf(content));
  if (problems.length === 0) return undefined;
  return {
    error: 'invalid_blocks',
    messages: problems.map((problem) => `${problem.message} [${problem.pointer}]`),
  };
}

/** Direct messages have the same limit; nothing of ours comes near it there. */
function refusalOfHaste(state: SlackState, to: string): Refused | undefined {
  return isChannel(to) && !state.takeTurn(to) ? { error: 'ratelimited' } : undefined;
}

/** A person's id opens their direct messages; somebody deactivated can't be written to. */
function refusalOfReader(state: SlackState, channel: string): Refused | undefined {
  const user = state.user(channel.replace(/^D/, 'U'));
  if (user === undefined) return { error: 'channel_not_found' };
  return user.isDeleted ? { error: 'user_disabled' } : undefined;
}

function userPayload(user: FakeUser, withLocale: boolean): Json {
  const { id, name, locale, zone, isDeleted, isBot, isGuest, isStranger, isAdmin } = user;
  return {
    id,
    team_id: team,
    name: name.split(' ')[0]?.toLowerCase(),
    deleted: isDeleted ?? false,
    is_bot: isBot ?? false,
    is_admin: isAdmin ?? false,
    is_owner: false,
    is_restricted: isGuest ?? false,
    is_ultra_restricted: false,
    ...(isStranger ? { is_stranger: true } : {}),
    real_name: name,
    tz: zone,
    profile: { real_name: name, display_name: name, first_name: name.split(' ')[0] },
    ...(withLocale ? { locale } : {}),
  };
}

function viewAnswer(result: ReturnType<typeof openView>): Answer {
  return 'error' in result ? result : { ok: true, view: viewPayload(result.view, {}) };
}
