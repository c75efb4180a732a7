import type { KnownBlock, ModalView } from '@slack/types';

/** What Slack knows of a user, as far as we ask. */
export type SlackUser = {
  name: string;
  locale: string | undefined;
  zone: string | undefined;
  isBot: boolean;
  /** A guest of the workspace, or somebody of another company in a shared channel. */
  isOutsider: boolean;
  /** Deactivated. */
  isGone: boolean;
};

export type MessageId = { channel: string; ts: string };
export type SlackMessage = { text: string; blocks: KnownBlock[] };

/**
 * The calls we make to Slack; everything else of it stays behind this. Each may throw `SlackRefusal`, `SlackBusy`, or
 * whatever the network throws.
 */
export interface Slack {
  /** `trigger` lives three seconds and serves once. */
  openView(trigger: string, view: ModalView): Promise<void>;
  /** Replaces a view: one that is still as it was at `hash`, or, without, whatever it is by now. */
  updateView(id: string, hash: string | undefined, view: ModalView): Promise<void>;
  /** To a person's id: a direct message. https://docs.slack.dev/reference/methods/chat.postMessage/ ("Direct messages") */
  post(to: string, message: SlackMessage): Promise<MessageId>;
  updateMessage(message: MessageId, content: SlackMessage): Promise<void>;
  user(id: string): Promise<SlackUser>;
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
