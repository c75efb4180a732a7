import { z } from 'zod';
import { Problem, portFrom } from '../local/problem.ts';

/** What `.env` and the environment say; docs/your-slack.md has the same list. */
export type Settings = {
  botToken: string;
  appToken: string;
  /** Another Web API than Slack's, for tests. */
  apiUrl: string | undefined;
  /** Where the page is reached on which people take their data along; without it there is none. */
  publicUrl: string | undefined;
  port: number;
  host: string;
};

type Source = Record<string, string | undefined>;

const text = z.string().trim().optional();
const url = (protocol: RegExp) => z.url({ protocol }).optional();
const environment = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: url(/^https?$/),
  // What people fetch there is all that they wrote.
  PUBLIC_URL: url(/^https$/),
  LISTEN_HOST: text,
});

const defaultPort = 3001;

/** The folder that everything is kept in, without a slash at its end: others are named after it. */
export function folderFrom(source: Source): string {
  return source['DATA']?.trim().replace(/\/+$/, '') || '.pilot';
}

/** Throws a `Problem` that says which line of `.env` to mend. */
export function readSettings(source: Source): Settings {
  const given = environment.safeParse(withoutEmpty(source));
  if (!given.success) throw notAnAddress(String(given.error.issues[0]?.path[0]));
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, PUBLIC_URL, LISTEN_HOST } = given.data;
  const { botToken, appToken } = tokens(SLACK_BOT_TOKEN, SLACK_APP_TOKEN);
  return {
    botToken,
    appToken,
    apiUrl: SLACK_API_URL,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    port: portFrom(source['PORT'], defaultPort),
    host: LISTEN_HOST ?? '127.0.0.1',
  };
}

/** Slack's tokens say by their beginning what they are. https://docs.slack.dev/authentication/tokens/ */
function tokens(bot: string | undefined, app: string | undefined) {
  if (bot?.startsWith('xapp-') && app?.startsWith('xoxb-'))
    throw new Problem(
      'De to nøgler er byttet om: SLACK_BOT_TOKEN begynder med xoxb-, SLACK_APP_TOKEN med xapp-. Byt dem i .env.',
      'The two tokens are swapped: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-. Swap them in .env.',
    );
  if (!bot?.startsWith('xoxb-'))
    throw wrongToken('SLACK_BOT_TOKEN', 'xoxb-', 'Install App → Bot User OAuth Token', bot);
  if (!app?.startsWith('xapp-'))
    throw wrongToken('SLACK_APP_TOKEN', 'xapp-', 'Basic Information → App-Level Tokens', app);
  return { botToken: bot, appToken: app };
}

function wrongToken(name: string, prefix: string, where: string, found: string | undefined): Problem {
  const beginning = found?.slice(0, 5);
  return found === undefined
    ? new Problem(
        `${name} mangler i .env. Den begynder med ${prefix} og står på api.slack.com under ${where}. Trin for trin: docs/dit-slack.md`,
        `${name} is missing in .env. It begins with ${prefix} and is found at api.slack.com under ${where}. Step by step: docs/your-slack.md`,
      )
    : new Problem(
        `${name} i .env begynder med "${beginning}", men skal begynde med ${prefix}. Den rigtige står på api.slack.com under ${where}.`,
        `${name} in .env begins with "${beginning}", but must begin with ${prefix}. The right one is at api.slack.com under ${where}.`,
      );
}

function notAnAddress(name: string): Problem {
  return new Problem(
    `${name} skal være en adresse som https://trivsel.example.dk.`,
    `${name} must be an address like https://trivsel.example.com.`,
  );
}

function withoutEmpty(source: Source): Source {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
