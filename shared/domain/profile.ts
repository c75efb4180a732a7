import type { Language, Profile } from './person.ts';
import { addSeconds, type Instant, isZone } from './time.ts';
import type { Workspace } from './workspace.ts';

/** What Slack tells of a user. */
type Told = { name: string; locale: string | undefined; zone: string | undefined };

/**
 * The language somebody chose; else the workspace's, where that holds for all or Slack says nothing; else Danish for Danish
 * Slacks, English for all others. `chosen`: as it was known before.
 */
export function profileFrom(
  { name, locale, zone }: Told,
  workspace: Workspace,
  now: Instant,
  chosen?: Language,
): Profile {
  const spoken = locale?.startsWith('da') ? 'da' : 'en';
  const usual = locale === undefined || workspace.sameForAll ? workspace.language : spoken;
  return {
    name,
    language: chosen ?? usual,
    ...(chosen === undefined ? {} : { chosen }),
    zone: zone !== undefined && isZone(zone) ? zone : workspace.zone,
    checkedAt: now,
  };
}

/** People move, marry and change language: after a day we ask Slack again, when we have something to say to them. */
export function isFresh(profile: Profile, now: Instant): boolean {
  return now < addSeconds(profile.checkedAt, 24 * 60 * 60);
}
