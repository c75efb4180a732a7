import { isRunning, type LeaderAgreement, type PointText } from './agreement.ts';
import type { Assessment } from './assessment.ts';
import type { GroupLink } from './group-link.ts';
import { hashOf } from './hash.ts';
import type { ItemTold } from './item.ts';
import type { Link } from './link.ts';
import type { News, Prompt } from './prompt.ts';
import type { SparringRequest } from './request.ts';
import { type Calendar, defaultWorkingTime, type Pause, type WorkingTime } from './slots.ts';
import { type Instant, localDate, type PlainDate, type Zone } from './time.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

export type Language = 'da' | 'en';

/** Who acts, as a signed request from Slack says it. */
export type PersonId = { tenant: string; user: string };

/** What Slack knows of a person and we need; refreshed when older than a day. */
export type Profile = {
  name: string;
  language: Language;
  /** The language that they chose themselves, whatever their Slack speaks. */
  chosen?: Language | undefined;
  zone: Zone;
  checkedAt: Instant;
};

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
  /** They want no second message when they didn't answer. */
  noReminders?: true | undefined;
  /** The pause in force, and those that fell in the agreement's period: their weeks are offered back. */
  pauses: Pause[];
  draft?: Draft | undefined;
  /** The latest prioritisation test, perhaps unfinished. */
  assessment?: Assessment | undefined;
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
  /** What their workspace decided, as it was read with them; never stored here. */
  workspace?: Workspace | undefined;
  /** What their Home tab says, in a few letters (shared/print.ts); undefined for somebody who never opened it. */
  home?: { painted: string } | undefined;
  /** Deactivated, or no longer in the workspace. */
  gone?: boolean | undefined;
  /** Since when we know that. */
  goneSince?: PlainDate | undefined;
  /** Since when there has been nothing about them but what Slack says. */
  idleSince?: PlainDate | undefined;
  /** The link to their data that serves once (my-data.ts): a hash of it, and until when. */
  export?: { hash: string; until: Instant } | undefined;
  /** Everything about them is being forgotten, here and wherever else it is (leaving.ts). */
  leaving?: Leaving | undefined;
  /** The earliest instant anything here waits for. */
  wakeAt?: Instant | undefined;
};

/** What is left of somebody until all who know of them have forgotten: whom to visit, and how far that is. */
export type Leaving = {
  since: Instant;
  people: string[];
  groups: string[];
  /** Only their own item: nobody else is to forget them. */
  alone?: true | undefined;
  /** They had opened their Home tab, which Slack keeps. */
  hadHome?: true | undefined;
  /** Of everybody in the workspace, in the order of their ids, these were looked through. */
  lookedUntil?: string | undefined;
};

/** Somebody who has stored nothing yet. */
export function newcomer(id: PersonId, profile: Profile): Person {
  return { ...id, version: 0, profile, pauses: [], past: [] };
}

/** What holds for somebody in their workspace. */
export function rulesFor({
  tenant,
  workspace,
}: {
  tenant: string;
  workspace?: Workspace | undefined;
}): Workspace {
  return workspace ?? workspaceOf(tenant);
}

export function calendarOf(person: Person): Calendar {
  return {
    ...(person.workingTime ?? defaultWorkingTime),
    zone: person.profile.zone,
    pauses: person.pauses,
    closed: rulesFor(person).closed,
    spread: spreadOf(person),
  };
}

/** Ten minutes' worth of seconds, the same for a person every week. */
function spreadOf({ tenant, user }: PersonId): number {
  return hashOf(`${tenant}/${user}`) % 600;
}

/** The agreement in force now. */
export function runningAgreement(person: Person, now: Instant): LeaderAgreement | undefined {
  const today = localDate(now, person.profile.zone);
  return isRunning(person.agreement, today) ? person.agreement : undefined;
}
