import type { HomeView, ModalView } from '@slack/types';

/** What Slack knows of a user, as far as we ask. */
export type SlackUser = {
  /** How a friend would call them. */
  name: string;
  fullName: string;
  locale: string | undefined;
  zone: string | undefined;
  isBot: boolean;
  /** A guest of the workspace, or somebody of another company in a shared channel. */
  isOutsider: boolean;
  /** Deactivated. */
  isGone: boolean;
  /** May administrate the workspace. */
  isAdmin: boolean;
};

/** `channelMembers` tells of no more. */
export const mostToldOf = 1000;

/** What Slack knows of a conversation, as far as we ask. */
export type SlackChannel = {
  /** Our bot is in it. */
  isMember: boolean;
  isArchived: boolean;
  /** With another company, now or soon. */
  isShared: boolean;
  /** A direct message, to one or to several. */
  isDirect: boolean;
  /** Of a direct message Slack has none. */
  name?: string | undefined;
};

export type MessageId = { channel: string; ts: string };
/** Blocks of any type: the chart, `data_visualization`, isn't in `@slack/types`. */
export type SlackMessage = { text: string; blocks: { type: string }[] };

/**
 * The calls we make to Slack; everything else of it stays behind this. Each may throw `SlackRefusal`, `SlackBusy`, or
 * whatever the network throws.
 */
export interface Slack {
  /** `trigger` lives three seconds and serves once. */
  openView(trigger: string, view: ModalView): Promise<void>;
  /** On top of the view that the trigger came from. */
  pushView(trigger: string, view: ModalView): Promise<void>;
  /** Replaces a view: one that is still as it was at `hash`, or, without, whatever it is by now. */
  updateView(id: string, hash: string | undefined, view: ModalView): Promise<void>;
  /**
   * Makes a person's Home tab this one: where it is still as it was at `hash`, or, without, whatever it is by now.
   * https://docs.slack.dev/reference/methods/views.publish/
   */
  publishHome(user: string, view: HomeView, hash?: string): Promise<void>;
  /** To a person's id: a direct message. https://docs.slack.dev/reference/methods/chat.postMessage/ ("Direct messages") */
  post(to: string, message: SlackMessage): Promise<MessageId>;
  updateMessage(message: MessageId, content: SlackMessage): Promise<void>;
  user(id: string): Promise<SlackUser>;
  channel(id: string): Promise<SlackChannel>;
  /** The ids of those in it, bots among them; of a large channel the first thousand. */
  channelMembers(id: string): Promise<string[]>;
  /** A message that already is pinned is no refusal. */
  pin(message: MessageId): Promise<void>;
  /** The id of our own bot as a user. */
  ownUser(): Promise<string>;
}

/** Slack said no: `code` is its error, `channel_not_found` for instance. */
export class SlackRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Slack refused: ${code}`);
    this.code = code;
  }
  /** Asking again can't help: the person or the channel is gone. */
  get isFinal(): boolean {
    return finalCodes.has(this.code);
  }
}

/**
 * About the one who is written to. What is about the app itself (its token, its installation) would fail for everybody: a
 * human must see that. https://docs.slack.dev/reference/methods/chat.postMessage/, "Errors"
 */
const finalCodes = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

/** Too many calls: not before `retryAfter` seconds. */
export class SlackBusy extends Error {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super(`Slack asks to wait ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}
