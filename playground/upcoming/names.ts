import type { Happening, Reason, Upcoming } from '../contract.ts';
import { isIn, type SlackState } from '../slack/state.ts';
import type { Coming } from './rehearsal.ts';

/** Where something is read, and by whom. `to` is a person's id, or a conversation's. */
export function placeIn(slack: SlackState, to: string): Omit<Happening, 'at'> {
  const channel = slack.channel(to);
  if (channel === undefined) {
    const id = to.replace(/^D/, 'U');
    return { who: nameIn(slack, id), conversation: id.replace(/^U/, 'D'), readers: [id] };
  }
  const readers = slack.users().filter(({ id }) => isIn(id)(channel));
  return { who: `#${channel.name}`, conversation: to, readers: readers.map(({ id }) => id) };
}

/** What comes, as people call it. */
export function namedIn(slack: SlackState, { at, to, reasons }: Coming): Upcoming {
  return { at, ...placeIn(slack, to), reasons: reasons.map((reason) => withNames(slack, reason)) };
}

function withNames(slack: SlackState, reason: Reason): Reason {
  const by = 'by' in reason && reason.by ? { by: nameIn(slack, reason.by) } : {};
  const channel = 'channel' in reason && reason.channel ? { channel: channelIn(slack, reason.channel) } : {};
  return { ...reason, ...by, ...channel };
}

/** A text with names in the place of ids, and signs as they are. https://docs.slack.dev/messaging/formatting-message-text */
export function spoken(slack: SlackState, text: string): string {
  return text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => nameIn(slack, id))
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (_, id: string) => channelIn(slack, id))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const nameIn = (slack: SlackState, id: string): string => slack.user(id)?.name ?? id;
const channelIn = (slack: SlackState, id: string): string => `#${slack.channel(id)?.name ?? id}`;
