import type { Outcome } from './agreement.ts';
import type { Commitment } from './commitment.ts';
import type { GroupAssessment } from './group-assessment.ts';
import { type Language, rulesFor } from './person.ts';
import type { Period, Rhythm } from './rhythm.ts';
import type { PastRound, Round, RoundLine } from './round.ts';
import type { Calendar, Pause, Slot } from './slots.ts';
import type { GroupTheme } from './themes.ts';
import { type Instant, localDate, type PlainDate, type Week, type Zone } from './time.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

/** A channel of the workspace's: the group that has its agreement there. */
export type GroupId = { tenant: string; channel: string };

/** Who takes part. Others may read the channel; they have no part in the agreement. */
export type Member = {
  id: string;
  /** As Slack had it when they were picked: what the channel reads beside their lines, so that nobody is called by it. */
  name: string;
  since: PlainDate;
  /** When they last kept a round moving: the one who has not for longest is next. */
  facilitatedOn?: PlainDate | undefined;
};

/** One of the two points of a group. */
export type GroupPoint = {
  id: string;
  title: string;
  /** The result it serves. */
  result: string;
  /** Who keeps an eye on it; undefined when that member left. */
  responsible?: string | undefined;
  theme?: GroupTheme | undefined;
};

export type GroupPointText = Omit<GroupPoint, 'id'>;

export type RetiredGroupPoint = { point: GroupPoint; why: string; on: PlainDate };

export type GroupEnding = {
  on: PlainDate;
  how: 'closed' | 'stopped';
  outcomes: { point: string; outcome: Outcome }[];
  learned?: string | undefined;
  form?: string | undefined;
};

export type GroupAgreement = {
  /** The view it was saved in: the same submission twice is one agreement. */
  id: string;
  period: Period;
  rhythm: Rhythm;
  slot: Slot;
  /** How long a round stays open. */
  hoursOpen: HoursOpen;
  points: [GroupPoint, GroupPoint];
  /** Rounds up to this week were opened, or are not owed. */
  settled: Week;
  /** Rounds in a row that nobody answered, the open one not counted. */
  unanswered: number;
  retired: RetiredGroupPoint[];
  /** Weeks that pauses and days off had taken, and that the group had back. */
  extendedWeeks?: number | undefined;
  ending?: GroupEnding | undefined;
};

export const hoursOpen = [24, 48, 72, 120] as const;
export type HoursOpen = (typeof hoursOpen)[number];

/** A message in the channel, and a print of what it says now: what says something else by now is repainted. */
export type Posted = { ts: string; painted: string };

/** What is being posted. After the lease another worker may take it up (docs/decisions/0003). */
export type Posting = { what: PostKind; lease: Instant; attempts: number };
export const postKinds = ['card', 'opening', 'summary', 'ending', 'assessment', 'themes'] as const;
export type PostKind = (typeof postKinds)[number];

/** What Slack said of the channel, and when: it is tried again in the next slot. */
export type Blocked = {
  code: string;
  since: Instant;
  /** When it began: the leader is told once. */
  from: Instant;
  /** Somebody did something there since: it is tried again at once. */
  retry?: true | undefined;
};

/** Of one order of themes: who was asked, and who answered. */
export type Answered = { on: PlainDate; asked: string[]; people: string[] };

/** Everything that changes together for one group, in one item (docs/decisions/0008). */
export type Group = GroupId & {
  /** What the channel reads, and when its day is: the workspace's when the agreement was made. */
  language: Language;
  zone: Zone;
  /** How many times the item was written; 0 for a channel without a group. */
  version: number;
  /** Who answers for the group; undefined when they left, until another takes over. */
  leader?: string | undefined;
  members: Member[];
  /** The latest submissions that were carried out, `<user> <form>`: sent again, they are said to have been. */
  forms?: string[] | undefined;
  /** Who led until they left. */
  vacated?: string | undefined;
  /** Who went, for the leader to hear of. */
  left?: { id: string; on: PlainDate }[] | undefined;
  /** It stays after its end until retention takes it or a new one follows. */
  agreement?: GroupAgreement | undefined;
  pauses: Pause[];
  /** How many rounds there were ever: the next one's number is its id. */
  roundsOpened: number;
  /** The round that is open, or the latest. */
  round?: Round | undefined;
  /** The figures of the agreement's closed rounds, for the chart. */
  rounds: PastRound[];
  commitments: Commitment[];
  /** What earlier rounds wrote and nobody has discussed yet. */
  notes: RoundLine[];
  /** In the channel, pinned. */
  card?: Posted | undefined;
  /** The message about the agreement's end. */
  ended?: Posted | undefined;
  posting?: Posting | undefined;
  blocked?: Blocked | undefined;
  /** The group's test: the one that is under way, or the latest. */
  assessment?: GroupAssessment | undefined;
  /** Who was behind each order of themes that the channel was shown (anonymity.ts). */
  answered?: Answered[] | undefined;
  /** The workspace refuses charts. */
  plain?: true | undefined;
  /** What the members were last told (group-links.ts). */
  linked?: { user: string; told: string }[] | undefined;
  /** What the workspace decided, as it was read with the group; never stored here. */
  workspace?: Workspace | undefined;
  /** The earliest instant anything here waits for. */
  wakeAt?: Instant | undefined;
};

/** More would not fit a round's summary, nor a conversation. */
export const mostMembers = 20;
export const fewestMembers = 2;

/** A channel where nothing has begun. */
export function newGroup({ tenant, channel }: GroupId, workspace = workspaceOf(tenant)): Group {
  const { language, zone } = workspace;
  return {
    tenant,
    channel,
    language,
    zone,
    version: 0,
    members: [],
    pauses: [],
    roundsOpened: 0,
    rounds: [],
    commitments: [],
    notes: [],
  };
}

export function todayOf({ zone }: Group, now: Instant): PlainDate {
  return localDate(now, zone);
}

/** The one that is not closed or stopped, also after its period. */
export function openAgreement({ agreement }: Group): GroupAgreement | undefined {
  return agreement?.ending === undefined ? agreement : undefined;
}

export function memberOf(group: Group, user: string | undefined): Member | undefined {
  return group.members.find(({ id }) => id === user);
}

export function pointOf(agreement: GroupAgreement, id: string): GroupPoint | undefined {
  return agreement.points.find((point) => point.id === id);
}

/** A round comes at its time, or up to so many hours late, for whatever reason; else it waits for the next slot. */
const lateHours = 6;

/** The channel's own slot, in its zone: no person's working hours. */
export function calendarOfGroup(group: Group, slot: Slot): Calendar {
  return {
    slot,
    workdays: [1, 2, 3, 4, 5],
    hours: { from: slot.time, to: laterBy(slot.time, lateHours) },
    zone: group.zone,
    pauses: group.pauses,
    closed: rulesFor(group).closed,
    // Nobody else's slot is in the way: a channel has one message at a time.
    spread: 0,
  };
}

/** The same day at the latest: midnight, where it would be later. */
function laterBy(time: string, hours: number): string {
  const hour = Number(time.slice(0, 2)) + hours;
  return hour >= 24 ? '00:00' : `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}
