import { isRunning, type LeaderAgreement, type PointText } from './agreement.ts';
import type { GroupLink } from './group-link.ts';
import type { ItemTold } from './item.ts';
import type { Link } from './link.ts';
import type { News, Prompt } from './prompt.ts';
import type { SparringRequest } from './request.ts';
import { type Calendar, defaultWorkingTime, type Pause, type WorkingTime } from './slots.ts';
import { type Instant, localDate, type Zone } from './time.ts';

export type Language = 'da' | 'en';

/** Who acts, as a signed request from Slack says it. */
export type PersonId = { tenant: string; user: string };

/** What Slack knows of a person and we need; refreshed when older than a day. */
export type Profile = { name: string; language: Language; zone: Zone; checkedAt: Instant };

/** Points written but not yet saved. `form` is the root view of the modal they were written in. */
export type Draft = {
  form: string;
  points: [PointText | undefined, PointText | undefined];
  savedAt: Instant;
};

/**
 * Everything that changes together for one person, in one item: so each act is one conditional write, and what a
 * wake decides, it decides on one consistent state (docs/decisions/0002).
 */
export type Person = PersonId & {
  /** How many times the item was written; 0 for somebody we have not met. */
  version: number;
  profile: Profile;
  /** Chosen with the first agreement. */
  workingTime?: WorkingTime | undefined;
  /** The pause in force, and those that fell in the agreement's period: their weeks are offered back. */
  pauses: Pause[];
  draft?: Draft | undefined;
  /** The only one that may be running; it stays after its end until retention takes it or a new one follows. */
  agreement?: LeaderAgreement | undefined;
  /** Ended agreements that a newer one followed, until retention takes them. */
  past: LeaderAgreement[];
  /** The latest prompt, this week's or an earlier one. */
  prompt?: Prompt | undefined;
  /** The latest message about what others did. */
  news?: News | undefined;
  /** What the person has been told of, each with its day. */
  told?: ItemTold[] | undefined;
  /** What there is for this person in others' agreements. */
  links?: Link[] | undefined;
  /** The groups this person is in, as they told it. */
  groups?: GroupLink[] | undefined;
  /** What others were last told of this person's agreement, as it was told (links.ts). */
  linked?: { user: string; told: string }[] | undefined;
  /** Whom this person asked for sparring. */
  sparring?: SparringRequest[] | undefined;
  /** Deactivated, or no longer in the workspace. */
  gone?: boolean | undefined;
  /** The earliest instant anything here waits for. */
  wakeAt?: Instant | undefined;
};

/** Somebody who has stored nothing yet. */
export function newcomer(id: PersonId, profile: Profile): Person {
  return { ...id, version: 0, profile, pauses: [], past: [] };
}

export function calendarOf(person: Person): Calendar {
  return {
    ...(person.workingTime ?? defaultWorkingTime),
    zone: person.profile.zone,
    pauses: person.pauses,
    spread: spreadOf(person),
  };
}

/** Ten minutes' worth of seconds, the same for a person every week (FNV-1a, 32 bits). */
function spreadOf({ tenant, user }: PersonId): number {
  let hash = 0x811c9dc5;
  for (const character of `${tenant}/${user}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % 600;
}

/** The agreement in force now. */
export function runningAgreement(person: Person, now: Instant): LeaderAgreement | undefined {
  const today = localDate(now, person.profile.zone);
  return isRunning(person.agreement, today) ? person.agreement : undefined;
}
