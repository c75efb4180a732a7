import type { Conversation, Mark, Message, OpenView, Somebody, State } from './contract.ts';
import {
  type FakeChannel,
  type FakeMessage,
  type FakeUser,
  type FakeView,
  isIn,
  type SlackState,
} from './slack/state.ts';
import { latestHappened } from './upcoming/happened.ts';
import type { World } from './world.ts';

/** All that one person sees, for the page. */
export async function seenBy(world: Pick<World, 'slack' | 'clock' | 'upcoming'>, id: string): Promise<State> {
  const { slack, clock } = world;
  const users = slack.users();
  const me = slack.user(id) ?? users[0];
  if (me === undefined) throw new Error('Nobody lives here');
  const channels = slack.channels();
  const home = slack.home(me.id);
  return {
    now: clock.now(),
    me: somebody(me),
    people: users.map(somebody),
    conversations: [
      conversation(slack, me.id, { id: me.id.replace(/^U/, 'D'), kind: 'dm', name: 'Trivsel', marks: [] }),
      ...channels.filter(isIn(me.id)).map((channel) => conversation(slack, me.id, placeOf(channel))),
    ],
    channels: channels
      .filter((channel) => !channel.isPrivate || isIn(me.id)(channel))
      .map(({ id, name }) => ({ id, name })),
    views: slack.views(me.id).map(openView),
    home: home && openView(home),
    next: (await world.upcoming(1))[0],
    happened: latestHappened(slack),
  };
}

const openView = ({ id, hash, view, errors }: FakeView): OpenView => ({
  id,
  view: { ...view, id, hash },
  errors,
});

const somebody = ({ id, name, role, locale, zone }: FakeUser): Somebody => ({ id, name, role, locale, zone });

type Place = Pick<Conversation, 'id' | 'kind' | 'name' | 'marks'>;

function placeOf({ id, name, isPrivate, isShared, isSharedSoon, isArchived }: FakeChannel): Place {
  const marks: [Mark, boolean | undefined][] = [
    ['private', isPrivate],
    ['shared', isShared || isSharedSoon],
    ['archived', isArchived],
  ];
  return { id, kind: 'channel', name, marks: marks.filter(([, holds]) => holds).map(([mark]) => mark) };
}

function conversation(slack: SlackState, me: string, place: Place): Conversation {
  const messages = slack
    .messages()
    .filter(({ channel, reader }) => channel === place.id && (reader ?? me) === me);
  const read = slack.readUntil(me, place.id);
  const unread = messages.filter(({ ts, thread }) => thread === undefined && ts > read).length;
  const replies = unreadReplies(slack, me, messages);
  const total = [...replies.values()].reduce((sum, count) => sum + count, unread);
  return { ...place, messages: messages.map((one) => shown(one, replies.get(one.ts))), unread: total, read };
}

function shown({ reader, pinned, ...message }: FakeMessage, unread: number | undefined): Message {
  const replies = unread === undefined ? {} : { unreadReplies: unread };
  return { ...message, ...replies, ephemeral: reader !== undefined, pinned: pinned === true };
}

/** By the thread's first message: as in Slack, one follows a thread that one began or has replied in. */
function unreadReplies(slack: SlackState, me: string, messages: FakeMessage[]): Map<string, number> {
  const replies = messages.filter(({ thread }) => thread !== undefined);
  const isMine = ({ author }: FakeMessage) => author === me;
  const followed = messages
    .filter(({ thread }) => thread === undefined)
    .filter((first) => isMine(first) || replies.some((reply) => reply.thread === first.ts && isMine(reply)));
  return new Map(
    followed.map(({ channel, ts: thread }) => {
      const read = slack.readUntil(me, channel, thread);
      return [thread, replies.filter((reply) => reply.thread === thread && reply.ts > read).length];
    }),
  );
}
