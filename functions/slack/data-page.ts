import { createHash } from 'node:crypto';
import * as z from 'zod';
import { channelsOf, myDataOf, ownersOf } from '../../shared/domain/my-data.ts';
import type { Person } from '../../shared/domain/person.ts';
import { describeError } from '../../shared/log.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { dataPage, dataPageStyle, failedPage, lostPage, readyPage } from '../../shared/views/data-page.ts';
import { dataPath, hashOfToken, isTokenOf, readDataPath } from './data-link.ts';
import { deadlineFor, within } from './deadline.ts';
import type { RunDeps } from './run.ts';

/**
 * The one page outside Slack: somebody's own data, behind a link that serves once. A file in Slack would stay there; a page
 * stays nowhere. It is opened by whoever has the link, so what protects it is that it is secret, short-lived and used up.
 */

/** A GET shows a button, and only its POST uses the link up: Slack and browsers look at links by themselves. */
type DataRequest = { method: 'GET' | 'POST'; path: string };
type Page = { statusCode: number; headers: Record<string, string>; body: string };

const dataEvent = z.object({
  rawPath: z.string().startsWith(dataPath),
  requestContext: z.object({ http: z.object({ method: z.enum(['GET', 'POST']) }) }),
});

/** Undefined for everything that is Slack's. */
export function readDataRequest(event: unknown): DataRequest | undefined {
  const parsed = dataEvent.safeParse(event);
  if (!parsed.success) return undefined;
  const { rawPath: path, requestContext } = parsed.data;
  return { path, method: requestContext.http.method };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** Nothing is loaded, nothing runs, nobody else learns the address, nothing is kept on the way. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${sha256(dataPageStyle)}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};

const both = () => [textsIn('da'), textsIn('en')];
const page = (statusCode: number, body: string): Page => ({ statusCode, headers, body });
/** Wrong, used up, too late: which of them it is helps only who guesses. */
const lost = () => page(404, lostPage(both()));

/** Somebody may act in Slack at this very moment. */
const attempts = 5;

export async function answerDataRequest(deps: RunDeps, { method, path }: DataRequest): Promise<Page> {
  try {
    return await within(deadlineFor(Date.now()), (signal) =>
      method === 'GET' ? look(deps, path, signal) : use(deps, path, signal),
    );
  } catch (error) {
    const reference = deps.newReference();
    deps.log.error('A page of data could not be shown', { reference, ...describeError(error) });
    return page(500, failedPage(both(), reference));
  }
}

async function look(deps: RunDeps, path: string, signal: AbortSignal): Promise<Page> {
  const person = await whose(deps, path, signal);
  if (person === undefined) return lost();
  const { language } = person.profile;
  return page(200, readyPage(language, textsIn(language)));
}

/** Made before the link is used up: what fails can be tried again. */
async function use(deps: RunDeps, path: string, signal: AbortSignal): Promise<Page> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const person = await whose(deps, path, signal);
    if (person === undefined) return lost();
    const { language } = person.profile;
    const made = dataPage({ ...(await dataOf(deps, person, signal)), language }, textsIn(language));
    // Its own instant stands: nothing waits for anything else now.
    if (await deps.store.save({ ...person, export: undefined }, signal)) return page(200, made);
  }
  throw new Error('Others wrote first, every time');
}

/** The person whose link it is, as long as it serves. */
async function whose(
  { store, now }: RunDeps,
  path: string,
  signal: AbortSignal,
): Promise<Person | undefined> {
  const claimed = readDataPath(path);
  if (claimed === undefined) return undefined;
  const { token, ...id } = claimed;
  const person = await store.person(id, signal);
  // Compared also where there is nothing to compare with: an answer takes as long.
  const { hash, until } = person?.export ?? { hash: hashOfToken(''), until: '' };
  return isTokenOf(hash, token) && now() < until ? person : undefined;
}

async function dataOf({ store, slack, now }: RunDeps, person: Person, signal: AbortSignal) {
  const { tenant } = person;
  const [owners, groups] = await Promise.all([
    Promise.all(ownersOf(person).map((user) => store.person({ tenant, user }, signal))),
    Promise.all(channelsOf(person).map((channel) => store.group({ tenant, channel }, signal))),
  ]);
  const isThere = <T>(one: T | undefined) => one !== undefined;
  const data = myDataOf(person, owners.filter(isThere), groups.filter(isThere), now());
  const named = await Promise.all([
    ...usersIn(data).map(async (id) => [id, await nameOf(slack(tenant), id)] as const),
    ...data.groups.map(
      async (group) => [group.channel, await nameOfChannel(slack(tenant), group.channel)] as const,
    ),
  ]);
  return { data, names: new Map(named) };
}

/** Slack allows some hundred questions a minute; whoever named more people reads the ids of the rest. */
const mostNames = 40;

function usersIn(data: object): string[] {
  const ids: string[] = JSON.stringify(data).match(/(?<=")[UW][A-Z0-9]{2,19}(?=")/g) ?? [];
  return [...new Set(ids)].slice(0, mostNames);
}

/** As Slack has it; of somebody it doesn't know, or has no time for, the id. */
async function nameOf(slack: ReturnType<RunDeps['slack']>, user: string): Promise<string> {
  try {
    return (await slack.user(user)).fullName || user;
  } catch {
    return user;
  }
}

async function nameOfChannel(slack: ReturnType<RunDeps['slack']>, channel: string): Promise<string> {
  try {
    const { name } = await slack.channel(channel);
    return name === undefined ? channel : `#${name}`;
  } catch {
    return channel;
  }
}
