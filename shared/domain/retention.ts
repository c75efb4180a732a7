import type { LeaderAgreement } from './agreement.ts';
import type { Draft, Person } from './person.ts';
import type { Pause } from './slots.ts';
import { addDays, earliest, type Instant, instantAt, localDate, type PlainDate, type Zone } from './time.ts';

/** Days that each kind of data is kept after its date (PRODUCT.md, "Retention"). */
export const retentionDays = {
  /** after it was last written */
  draft: 30,
  /** after the period's end: points, check-ins, small wins */
  agreement: 30,
} as const;

/**
 * The first date on which an agreement is gone. One that its leader has not closed waits for the end of a pause: what the
 * pause kept back is owed after it.
 */
export function keptUntil({ period, ending }: LeaderAgreement, pauses: Pause[]): PlainDate {
  const ends = ending === undefined ? [period.ends, ...pauses.map(({ until }) => until)] : [period.ends];
  return addDays(ends.sort().at(-1) ?? period.ends, retentionDays.agreement + 1);
}

/** As people say it: the day itself included. */
export function lastDayKept(agreement: LeaderAgreement, pauses: Pause[]): PlainDate {
  return addDays(keptUntil(agreement, pauses), -1);
}

/** The person without what has had its time; the same person where nothing has. */
export function forgetExpired(person: Person, now: Instant): Person {
  const today = localDate(now, person.profile.zone);
  const { agreement, draft, past, pauses } = person;
  const forgetAgreement = agreement !== undefined && today >= keptUntil(agreement, pauses);
  const forgetDraft = draft !== undefined && today >= draftKeptUntil(draft, person.profile.zone);
  const isOver = (ended: LeaderAgreement) => today >= pastKeptUntil(ended);
  if (!(forgetAgreement || forgetDraft || past.some(isOver))) return person;
  return {
    ...person,
    draft: forgetDraft ? undefined : draft,
    past: past.filter((ended) => !isOver(ended)),
    // With the agreement goes what was about it: its prompt, and the pauses that are over.
    ...(forgetAgreement
      ? { agreement: undefined, prompt: undefined, pauses: pauses.filter(({ until }) => until > today) }
      : {}),
  };
}

/** The next instant at which something has had its time. */
export function nextExpiry({ agreement, draft, past, pauses, profile }: Person): Instant | undefined {
  const dates = past.map(pastKeptUntil);
  if (agreement !== undefined) dates.push(keptUntil(agreement, pauses));
  if (draft !== undefined) dates.push(draftKeptUntil(draft, profile.zone));
  return earliest(dates.map((date) => instantAt(date, '00:00', profile.zone)));
}

/** A newer one followed it: nothing of it is owed any more. */
function pastKeptUntil(agreement: LeaderAgreement): PlainDate {
  return keptUntil(agreement, []);
}

function draftKeptUntil(draft: Draft, zone: Zone): PlainDate {
  return addDays(localDate(draft.savedAt, zone), retentionDays.draft + 1);
}
