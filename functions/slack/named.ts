import type { PersonId } from '../../shared/domain/person.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { type Slack, SlackRefusal, type SlackUser } from '../../shared/slack/slack.ts';

type NamedDeps = { slack: (tenant: string) => Slack; now: () => Instant };

/** What Slack said of somebody is good for a day, as long as this process lives. */
const goodForSeconds = 24 * 60 * 60;
const mostRemembered = 1000;
const remembered = new WeakMap<NamedDeps, Map<string, { until: Instant; refusal: Refusal | undefined }>>();

/** Who of those can't be named, and why: bots, guests, strangers, who is gone. All are asked about at once. */
export async function refusalsOf(
  deps: NamedDeps,
  { tenant }: PersonId,
  users: string[],
): Promise<Map<string, Refusal>> {
  const asked = await Promise.all(
    users.map(async (user) => [user, await refusalOf(deps, tenant, user)] as const),
  );
  return new Map(
    asked.flatMap(([user, refusal]) => (refusal === undefined ? [] : [[user, refusal] as const])),
  );
}

async function refusalOf(deps: NamedDeps, tenant: string, user: string): Promise<Refusal | undefined> {
  const memory = remembered.get(deps) ?? new Map<string, { until: Instant; refusal: Refusal | undefined }>();
  remembered.set(deps, memory);
  const key = `${tenant}/${user}`;
  const now = deps.now();
  const known = memory.get(key);
  if (known !== undefined && now < known.until) return known.refusal;
  const refusal = await asked(deps.slack(tenant), user);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, { until: addSeconds(now, goodForSeconds), refusal });
  return refusal;
}

async function asked(slack: Slack, user: string): Promise<Refusal | undefined> {
  try {
    return judge(await slack.user(user));
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
