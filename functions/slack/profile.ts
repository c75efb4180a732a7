import { type PersonId, rulesFor } from '../../shared/domain/person.ts';
import { profileFrom } from '../../shared/domain/profile.ts';
import { changePerson, type VisitDeps } from './visit.ts';

/**
 * Somebody's name, language or zone may be another now: it takes effect with the wake that follows. Slack tells of every
 * user's every change, a status too; those who have stored nothing are none of our business.
 */
export async function refreshProfile(deps: VisitDeps, id: PersonId, signal: AbortSignal): Promise<void> {
  const stored = await deps.store.person(id, signal);
  if (stored === undefined || stored.leaving) return;
  const told = await deps.slack(id.tenant).user(id.user);
  const profile = profileFrom(told, rulesFor(stored), deps.now(), stored.profile.chosen);
  const { name, language, zone } = stored.profile;
  const gone = told.isGone || undefined;
  const isSame = profile.name === name && profile.language === language && profile.zone === zone;
  if (isSame && stored.gone === gone) return;
  const read = async () => (await deps.store.person(id, signal)) ?? stored;
  await changePerson(deps, stored, (person) => ({ ...person, profile, gone }), read, signal);
}
