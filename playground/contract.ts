import type { FollowUpKind } from '../shared/domain/agenda.ts';
import type { ItemKind } from '../shared/domain/item.ts';
import type { Rhythm } from '../shared/domain/rhythm.ts';
import type { RoundKind } from '../shared/domain/round.ts';

/** What the playground's page and its server say to one another. Types only: the page bundles none of the server. */

export type Somebody = { id: string; name: string; role: string; locale: 'da-DK' | 'en-GB'; zone: string };

/** A message as its reader sees it. `blocks` are Slack's Block Kit; `author` is `app` or a person's id. */
export type Message = {
  channel: string;
  ts: string;
  author: string;
  text: string;
  blocks?: Record<string, unknown>[];
  /** Shown to its reader only, gone with the next restart, as in Slack. */
  ephemeral: boolean;
  edited: boolean;
  pinned: boolean;
  /** A reply: the `ts` of the message whose thread it is in. */
  thread?: string;
  /** Replies its reader hasn't seen, in a thread they follow. */
  unreadReplies?: number;
  /** The virtual instant it was posted, ISO 8601 in UTC. */
  at: string;
};

/** One view of a modal's stack. `view` is Slack's view object as the app sent it, with id, hash and callback_id. */
export type OpenView = { id: string; view: Record<string, unknown>; errors: Record<string, string> };

/** What a channel may be beside public and in use. */
export type Mark = 'private' | 'shared' | 'archived';

export type Conversation = {
  id: string;
  kind: 'dm' | 'channel';
  name: string;
  marks: Mark[];
  messages: Message[];
  /** With the unread replies. */
  unread: number;
  /** The `ts` up to which its reader has read. */
  read: string;
};

/** Why something comes by itself. `by` is the person it comes from, `channel` the group it is about: names. */
export type Reason =
  | {
      kind: 'follow-up';
      which: FollowUpKind;
      rhythm: Rhythm;
      /** They asked for it later. */
      isMoved: boolean;
      /** They have not answered for a while: it comes once a month. */
      isSlow: boolean;
    }
  | { kind: 'reminder' }
  | { kind: ItemKind; by?: string | undefined; channel?: string | undefined }
  | { kind: 'card' | 'ending' | 'themes' }
  /** `by` began the group's test. */
  | { kind: 'assessment'; by: string | undefined }
  | {
      kind: 'opening' | 'summary';
      which: RoundKind;
      rhythm: Rhythm;
      hoursOpen: number;
      /** Who opened or closed it by hand. */
      by?: string | undefined;
    };

/** Something that reaches people by itself. */
export type Happening = {
  /** The virtual instant, ISO 8601 in UTC. */
  at: string;
  /** Who gets it: a person's name, or a channel's with its #. */
  who: string;
  /** Where it is read, and the ids of those who may read it there. */
  conversation: string;
  readers: string[];
};
/** What comes next on the virtual clock if nobody does anything; one reason for each thing in the message. */
export type Upcoming = Happening & { reasons: Reason[] };
/** `GET /api/upcoming?as=<person>`: the next ones, the nearest first, and that person's next follow-up, however far. */
export type Program = { upcoming: Upcoming[]; own?: Upcoming | undefined };
/** What came: `text` is what its notification said. */
export type Happened = Happening & { text: string };

/** All that one person sees. `GET /api/state?as=<person>` */
export type State = {
  now: string;
  me: Somebody;
  people: Somebody[];
  /** Their direct messages with the app, and the channels they are in. */
  conversations: Conversation[];
  /** The channels whose names they may know. */
  channels: { id: string; name: string }[];
  /** The open modal's stack, the visible view last; empty when no modal is open. */
  views: OpenView[];
  /** Their Home tab, once they have opened it. */
  home: OpenView | undefined;
  next: Upcoming | undefined;
  /** The latest ones, the latest last. */
  happened: Happened[];
};

/** The values of a view's inputs, as Slack sends them: `state.values[block_id][action_id]`. */
export type Values = Record<string, Record<string, Record<string, unknown>>>;

/** `POST /api/<path>` with this JSON body. */
export type Requests = {
  command: { as: string; channel: string; text: string };
  /** A button or other interactive element; `action` is Slack's, e.g. `{type, block_id, action_id, value}`. */
  action: {
    as: string;
    from: { view: string } | { channel: string; ts: string };
    action: Record<string, unknown>;
    values: Values;
  };
  submit: { as: string; view: string; values: Values };
  /** Closes the visible view (back to the one below) or, with `all`, the whole modal. */
  close: { as: string; view: string; all: boolean };
  /** A message, or with `thread` a reply to the message of that `ts`. */
  say: { as: string; channel: string; text: string; thread?: string | undefined };
  read: { as: string; channel: string; thread?: string | undefined };
  /** They look at the app's Home tab. */
  home: { as: string };
  /** To the next event, so far ahead, to when nothing more waits, or to an instant. */
  time: { to: 'next' | 'day' | 'week' | 'end' | { instant: string } };
  restart: { with: 'company' | 'nobody' };
};

/** What every POST answers. `error` is a sentence for the person at the page. */
export type Answer = { ok: true } | { ok: false; error: string };
