import type { Conversation, Message, Somebody, State } from './contract.ts';
import { type FakeMessage, type FakeUser, general, type SlackState } from './slack/state.ts';
import type { World } from './world.ts';

/** All that one person sees, for the page. */
export async function seenBy(world: World, id: string): Promise<State> {
  const { slack, clock } = world;
  const users = slack.users();
  const me = slack.user(id) ?? users[0];
  if (me === undefined) throw new Error('Nobody lives here');
  return {
    now: clock.now(),
    me: somebody(me),
    people: users.map(somebody),
    conversations: [
      conversation(slack, me.id, { id: me.id.replace(/^U/, 'D'), kind: 'dm', name: 'Trivsel' }),
      conversation(slack, me.id, { ...general, kind: 'channel' }),
    ],
    views: slack.views(me.id).map(({ id: viewId, hash, view, errors }) => ({
      id: viewId,
      view: { ...view, id: viewId, hash },
      errors,
    })),
    upcoming: await world.upcoming(),
  };
}

const somebody = ({ id, name, role, locale, zone }: FakeUser): Somebody => ({ id, name, role, locale, zone });

type Place = Pick<Conversation, 'id' | 'kind' | 'name'>;

function conversation(slack: SlackState, me: string, place: Place): Conversation {
  const messages = slack
    .messages()
    .filter(({ channel, reader }) => channel === place.id && (reader ?? me) === me);
  const read = slack.readUntil(me, place.id);
  return { ...place, messages: messages.map(shown), unread: messages.filter(({ ts }) => ts > read).length };
}

function shown({ reader, ...message }: FakeMessage): Message {
  return { ...message, ephemeral: reader !== undefined };
}
