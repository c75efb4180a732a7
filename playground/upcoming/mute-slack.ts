import { type Slack, SlackRefusal } from '../../shared/slack/slack.ts';
import { bot, isIn, type SlackState } from '../slack/state.ts';

/** A Slack that knows the company and shows nobody anything. `onPost` hears whom a message was for: a person's id, or a channel's. */
export function muteSlack(slack: SlackState, onPost: (to: string) => Promise<void>): Slack {
  let posts = 0;
  const nothing = async () => {};
  const userOf = (id: string) => {
    const user = slack.user(id);
    if (user === undefined) throw new SlackRefusal('user_not_found');
    return user;
  };
  const channelOf = (id: string) => {
    const channel = slack.channel(id);
    if (channel === undefined) throw new SlackRefusal('channel_not_found');
    return channel;
  };
  return {
    openView: nothing,
    pushView: nothing,
    updateView: nothing,
    publishHome: nothing,
    updateMessage: nothing,
    pin: nothing,
    ownUser: async () => bot,
    async post(to) {
      if (to.startsWith('U')) {
        if (userOf(to).isDeleted) throw new SlackRefusal('user_disabled');
      } else if (!channelOf(to).hasBot) throw new SlackRefusal('not_in_channel');
      await onPost(to);
      posts += 1;
      return { channel: to.replace(/^U/, 'D'), ts: `${posts}` };
    },
    async user(id) {
      const { name, locale, zone, isBot, isGuest, isStranger, isDeleted, isAdmin } = userOf(id);
      return {
        name: name.split(' ')[0] ?? name,
        fullName: name,
        locale,
        zone,
        isBot: isBot ?? false,
        isOutsider: (isGuest || isStranger) ?? false,
        isGone: isDeleted ?? false,
        isAdmin: isAdmin ?? false,
      };
    },
    async channel(id) {
      const { hasBot, isArchived, isShared, isSharedSoon, name } = channelOf(id);
      return {
        isMember: hasBot,
        isArchived: isArchived ?? false,
        isShared: (isShared || isSharedSoon) ?? false,
        isDirect: false,
        name,
      };
    },
    async channelMembers(id) {
      const channel = channelOf(id);
      const members = slack.users().filter((user) => isIn(user.id)(channel));
      return [...members.map((user) => user.id), bot];
    },
  };
}
