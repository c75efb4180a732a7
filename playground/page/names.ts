import type { State } from '../contract.ts';
import type { Page } from './page-context.ts';

/** The app's own bot, which is nobody of the company. */
const bot = 'U0TRIVSEL';

/** Who an id is; `said` is what the text calls them, for somebody the page doesn't know. */
export function personNamed({ state }: Page, id: string, said?: string): string {
  if (id === bot) return 'Trivsel';
  return state.people.find((person) => person.id === id)?.name ?? (said || id);
}

/** Whom a message is from. */
export const authorOf = (page: Page, author: string): string =>
  author === 'app' ? 'Trivsel' : personNamed(page, author);

/** As in Slack, a private channel's name is for those who are in it. */
export function channelNamed({ state, t }: Page, id: string, said?: string): string {
  const found = state.channels.find((channel) => channel.id === id);
  return found ? `#${found.name}` : said ? `#${said}` : t.hiddenChannel;
}

/** The name of a person or a channel, by its id; of a direct message, whose it is. */
export function nameOf({ people, channels }: State, id: string): string {
  const person = people.find((one) => one.id === id.replace(/^D/, 'U'));
  const channel = channels.find((one) => one.id === id);
  return person?.name ?? (channel ? `#${channel.name}` : id);
}
