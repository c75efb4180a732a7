import { z } from 'zod';
import { Problem } from '../local/problem.ts';
import { botScopes } from '../shared/slack/manifest.ts';

/** What Slack says of a token: whose it is, and what time it is. */
export type Checked = { team: string; atMillis: number };

const answer = z.object({ ok: z.boolean(), error: z.string().optional(), team: z.string().default('') });

/** Slack couldn't be reached, or was not itself: worth another try. */
export class Unreachable extends Error {}

/**
 * `auth.test`, by hand: its headers say what the token may do (`x-oauth-scopes`) and what time it is. Throws a `Problem`
 * where the token is wrong or may do too little. https://docs.slack.dev/reference/methods/auth.test/
 */
export async function checkSlack(botToken: string, apiUrl = 'https://slack.com/api/'): Promise<Checked> {
  const response = await post(`${apiUrl}auth.test`, botToken);
  const parsed = answer.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new Unreachable(`HTTP ${response.status}`);
  if (!parsed.data.ok) throw problemOf(parsed.data.error ?? '');
  const scopes = response.headers.get('x-oauth-scopes')?.split(/\s*,\s*/) ?? botScopes;
  const missing = botScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw missingScopes(missing);
  const atMillis = Date.parse(response.headers.get('date') ?? '');
  return { team: parsed.data.team, atMillis: Number.isNaN(atMillis) ? Date.now() : atMillis };
}

async function post(url: string, token: string): Promise<Response> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    return await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    throw new Unreachable('The network', { cause: error });
  }
}

/** About the token or the installation: asking again doesn't help. */
const refusals = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

function problemOf(error: string): Error {
  if (!refusals.has(error)) return new Unreachable(error);
  return new Problem(
    `Slack kender ikke nøglen SLACK_BOT_TOKEN (${error}). Er appen installeret? Hent nøglen på api.slack.com under Install App, og sæt den ind i .env.`,
    `Slack doesn't accept SLACK_BOT_TOKEN (${error}). Is the app installed? Get the token at api.slack.com under Install App, and put it into .env.`,
  );
}

function missingScopes(missing: string[]): Problem {
  const list = missing.join(', ');
  return new Problem(
    `Appen mangler lov til: ${list}. Vælg appen på api.slack.com, sæt det, \`npm run -s manifest -- --socket\` skriver, ind under App Manifest, tryk Save Changes, og vælg Install App → Reinstall.`,
    `The app lacks the scopes: ${list}. Choose the app at api.slack.com, paste what \`npm run -s manifest -- --socket\` prints into App Manifest, press Save Changes, and choose Install App → Reinstall.`,
  );
}

/** What Slack's refusal to open a socket means for whoever started us; undefined where it may pass. */
export function socketProblem(error: string): Problem | undefined {
  if (error === 'link_disabled')
    return new Problem(
      'Socket Mode er slået fra. Slå det til på api.slack.com under Socket Mode, og start igen.',
      'Socket Mode is off. Turn it on at api.slack.com under Socket Mode, and start again.',
    );
  if (error === 'missing_scope')
    return new Problem(
      'SLACK_APP_TOKEN mangler connections:write. Lav en ny på api.slack.com under Basic Information → App-Level Tokens.',
      'SLACK_APP_TOKEN lacks connections:write. Make a new one at api.slack.com under Basic Information → App-Level Tokens.',
    );
  if (refusals.has(error) || error === 'not_allowed_token_type' || error === 'forbidden_team')
    return new Problem(
      `Slack kender ikke nøglen SLACK_APP_TOKEN (${error}). Lav en ny på api.slack.com under Basic Information → App-Level Tokens, og sæt den ind i .env.`,
      `Slack doesn't accept SLACK_APP_TOKEN (${error}). Make a new one at api.slack.com under Basic Information → App-Level Tokens, and put it into .env.`,
    );
  return undefined;
}
