import type { LeaderAgreement } from './agreement.ts';
import type { Draft, Person } from './person.ts';
import { addDays, earliest, type Instant, instantAt, localDate, type PlainDate, type Zone } from './time.ts';

/** Days that each kind of data is kept after its date (PRODUCT.md, "Retention"). */
export const retentionDays = {
  /** after it was last written */
  draft: 30,
  /** after the period's end: points, check-ins, small wins */
  agreement: 30,
} as const;

/** The first date on which an agreement that ended on `ends` is gone. */
export function keptUntil(ends: PlainDate): PlainDate {
  return addDays(ends, retentionDays.agreement + 1);
}

/** As people say it: the day itself included. */
export function lastDayKept(ends: PlainDate): PlainDate {
  return addDays(keptUntil(ends), -1);
}

/** The person without what has had its time; the same person where nothing has. */
export function forgetExpired(person: Person, now: Instant): Person {
  const today = localDate(now, person.profile.zone);
  const { agreement, draft, past } = person;
  const isOver = (ended: LeaderAgreement) => today >= keptUntil(ended.period.ends);
  const forgetAgreement = agreement !== undefined && isOver(agreement);
  const forgetDraft = draft !== undefined && today >= draftKeptUntil(draft, person.profile.zone);
  if (!(forgetAgreement || forgetDraft || past.some(isOver))) return person;
  return {
    ...person,
    agreement: forgetAgreement ? undefined : agreement,
    draft: forgetDraft ? undefined : draft,
    past: past.filter((ended) => !isOver(ended)),
  };
}

/** The next instant at which something has had its time. */
export function nextExpiry({ agreement, draft, past, profile }: Person): Instant | undefined {
  const agreements = agreement === undefined ? past : [...past, agreement];
  const dates = agreements.map(({ period }) => keptUntil(period.ends));
  if (draft !== undefined) dates.push(draftKeptUntil(draft, profile.zone));
  return earliest(dates.map((date) => instantAt(date, '00:00', profile.zone)));
}

function draftKeptUntil(draft: Draft, zone: Zone): PlainDate {
  return addDays(localDate(draft.savedAt, zone), retentionDays.draft + 1);
}
