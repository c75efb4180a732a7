import type { Happened } from '../contract.ts';
import type { SlackState } from '../slack/state.ts';
import { placeIn, spoken } from './names.ts';

/** The most that are told of, and of what their notifications said. */
const mostHappened = 50;
const mostCharacters = 160;

/** What the app wrote to people lately, in its own words, the latest last. */
export function latestHappened(slack: SlackState): Happened[] {
  const written = slack.messages().filter(({ author, reader }) => author === 'app' && reader === undefined);
  return written.slice(-mostHappened).map(({ at, channel, text }) => ({
    at,
    ...placeIn(slack, channel),
    text: shortened(spoken(slack, text)),
  }));
}

const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
