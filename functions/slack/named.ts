import type { PersonId } from '../../shared/domain/person.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { type Slack, SlackRefusal, type SlackUser } from '../../shared/slack/slack.ts';

type NamedDeps = { slack: (tenant: string) => Slack; now: () => Instant };

/** Their name, or why they can't be named. */
export type Named = { name: string } | Refusal;

/** What Slack said of somebody is good for a day, as long as this process lives. */
const goodForSeconds = 24 * 60 * 60;
const mostRemembered = 1000;
type Memory = Map<string, { until: Instant; named: Named }>;
const remembered = new WeakMap<NamedDeps, Memory>();

/** Bots, guests, strangers and who is gone can't be named. All are asked about at once. */
export async function namesOf(
  deps: NamedDeps,
  { tenant }: PersonId,
  users: string[],
): Promise<Map<string, Named>> {
  const names = users.map(async (user) => [user, await nameOf(deps, tenant, user)] as const);
  return new Map(await Promise.all(names));
}

async function nameOf(deps: NamedDeps, tenant: string, user: string): Promise<Named> {
  const memory: Memory = remembered.get(deps) ?? new Map();
  remembered.set(deps, memory);
  const key = `${tenant}/${user}`;
  const now = deps.now();
  const known = memory.get(key);
  if (known !== undefined && now < known.until) return known.named;
  const named = await asked(deps.slack(tenant), user);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, { until: addSeconds(now, goodForSeconds), named });
  return named;
}

async function asked(slack: Slack, user: string): Promise<Named> {
  try {
    const found = await slack.user(user);
    return judge(found) ?? { name: found.fullName };
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return refuse('not-a-colleague');
    throw error;
  }
}

function judge({ isBot, isOutsider, isGone }: SlackUser): Refusal | undefined {
  if (isBot) return refuse('not-a-person');
  if (isGone) return refuse('person-gone');
  return isOutsider ? refuse('not-a-colleague') : undefined;
}
