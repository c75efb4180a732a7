import type { Profile } from './person.ts';
import { addSeconds, type Instant, isZone } from './time.ts';
import type { Workspace } from './workspace.ts';

/** What Slack tells of a user. */
type Told = { name: string; locale: string | undefined; zone: string | undefined };

/** Danish for Danish Slacks, English for all others; where Slack says nothing, as the workspace. */
export function profileFrom({ name, locale, zone }: Told, workspace: Workspace, now: Instant): Profile {
  const language = locale === undefined ? workspace.language : locale.startsWith('da') ? 'da' : 'en';
  return { name, language, zone: zone !== undefined && isZone(zone) ? zone : workspace.zone, checkedAt: now };
}

/** People move, marry and change language: after a day we ask Slack again, when we have something to say to them. */
export function isFresh(profile: Profile, now: Instant): boolean {
  return now < addSeconds(profile.checkedAt, 24 * 60 * 60);
}
