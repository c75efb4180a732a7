import { z } from 'zod';
import type { Method } from './method.ts';
import { bot, type FakeChannel, type SlackState, team } from './state.ts';
import type { Refused } from './views.ts';

/** A channel's id; a person's begins with U, a direct message's with D. */
export const isChannel = (id: string): boolean => /^[CG]/.test(id);

const flag = z.stringbool().or(z.boolean()).default(false);

/** Our manifest has `channels:read` and `groups:read`, no `im:read`. */
const missingScope: Refused = { error: 'missing_scope' };
const notFound: Refused = { error: 'channel_not_found' };

/** The methods about channels, as seen by the app's bot. */
export const channelMethods: Record<string, Method> = {
  /** https://docs.slack.dev/reference/methods/conversations.info/ */
  'conversations.info': (state, args) => {
    const { channel: id, include_num_members } = z
      .object({ channel: z.string(), include_num_members: flag })
      .parse(args);
    if (id.startsWith('D')) return missingScope;
    const channel = visibleChannel(state, id);
    return channel === undefined
      ? notFound
      : { ok: true, channel: channelPayload(channel, include_num_members) };
  },

  /** https://docs.slack.dev/reference/methods/conversations.members/: "an integer with a max value of 999". */
  'conversations.members': (state, args) => {
    const { channel: id, ...page } = z
      .object({ channel: z.string(), cursor: z.string().default(''), limit: z.coerce.number().default(100) })
      .parse(args);
    if (id.startsWith('D')) return missingScope;
    const channel = visibleChannel(state, id);
    if (channel === undefined) return notFound;
    if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > 999)
      return { error: 'invalid_limit' };
    return pageOf(everybodyIn(channel), page);
  },

  /** https://docs.slack.dev/reference/methods/pins.add/. For an archived channel it names no error: a guess. */
  'pins.add': (state, args) => {
    const { channel, timestamp } = z
      .object({ channel: z.string(), timestamp: z.string().optional() })
      .parse(args);
    if (timestamp === undefined) return { error: 'no_item_specified' };
    const refused = refusalOfWriting(state, channel);
    if (refused) return refused;
    const message = state.message(channel, timestamp);
    if (message === undefined || message.reader !== undefined) return { error: 'message_not_found' };
    if (message.pinned) return { error: 'already_pinned' };
    state.pinMessage(message);
    return { ok: true };
  },
};

/** A private channel that the bot isn't in doesn't exist for it. */
function visibleChannel(state: SlackState, id: string): FakeChannel | undefined {
  const channel = state.channel(id);
  return channel?.isPrivate && !channel.hasBot ? undefined : channel;
}

/**
 * Why nothing can be written there. https://docs.slack.dev/reference/methods/chat.postMessage/ doesn't say which comes
 * first. That a bot must be in a public channel is without `chat:write.public`, which we don't ask for.
 */
export function refusalOfWriting(
  state: SlackState,
  id: string,
  archived = 'is_archived',
): Refused | undefined {
  if (!isChannel(id)) return undefined;
  const channel = visibleChannel(state, id);
  if (channel === undefined) return notFound;
  if (channel.isArchived) return { error: archived };
  return channel.hasBot ? undefined : { error: 'not_in_channel' };
}

/**
 * Why a message has no thread to reply in. https://docs.slack.dev/reference/methods/chat.postMessage/ says to avoid "a
 * reply's `ts` value", and names `cannot_reply_to_message`; which error is for which is a guess.
 */
export function refusalOfReply(state: SlackState, channel: string, thread: string): Refused | undefined {
  const parent = state.message(channel, thread);
  if (parent === undefined) return { error: 'thread_not_found' };
  const isOwn = parent.reader !== undefined || parent.thread !== undefined;
  return isOwn ? { error: 'cannot_reply_to_message' } : undefined;
}

const everybodyIn = ({ members, hasBot }: FakeChannel): string[] => (hasBot ? [...members, bot] : members);

/** https://docs.slack.dev/reference/objects/conversation-object/ */
function channelPayload(channel: FakeChannel, withCount: boolean) {
  const { id, name, isPrivate = false, isArchived = false, isShared = false, isSharedSoon = false } = channel;
  return {
    id,
    name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_archived: isArchived,
    is_member: channel.hasBot,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_pending_ext_shared: isSharedSoon,
    context_team_id: team,
    ...(withCount ? { num_members: everybodyIn(channel).length } : {}),
  };
}

/** A cursor names the first of the next page, as at Slack: `dXNlcjpVMDYxTkZUVDI=` is `user:U061NFTT2`. */
function pageOf(ids: string[], { cursor, limit }: { cursor: string; limit: number }) {
  const from = cursor === '' ? 0 : ids.findIndex((id) => cursorTo(id) === cursor);
  if (from === -1) return { error: 'invalid_cursor' };
  const next = ids[from + limit];
  const next_cursor = next === undefined ? '' : cursorTo(next);
  return { ok: true, members: ids.slice(from, from + limit), response_metadata: { next_cursor } };
}

const cursorTo = (id: string): string => Buffer.from(`user:${id}`).toString('base64');
