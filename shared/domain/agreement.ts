import type { Ask } from './ask.ts';
import type { Manager, Partner } from './partner.ts';
import type { Period, Rhythm } from './rhythm.ts';
import type { LeaderTheme } from './themes.ts';
import { addMonths, type Instant, type PlainDate, type Week } from './time.ts';

/** What a leader writes about one of their two points. Title and first step are required, the rest may come later. */
export type PointText = {
  title: string;
  firstStep: string;
  theme?: LeaderTheme | undefined;
  /** What should be different. */
  difference?: string | undefined;
  /** How the leader will notice. */
  sign?: string | undefined;
};

/** Unicode characters, stated in the form and enforced with a sentence in the field. */
export const limits = {
  title: 80,
  firstStep: 200,
  difference: 500,
  sign: 300,
  note: 500,
  win: 300,
  why: 200,
  learned: 500,
  ask: 300,
  comment: 500,
  name: 60,
  when: 100,
} as const;

export type Point = PointText & { id: string };

/** 1 slipped back, 2 standing still, 3 getting going, 4 well on the way, 5 there. */
export type Progress = 1 | 2 | 3 | 4 | 5;

export type PointProgress = { point: string; progress: Progress; note?: string | undefined };

/** One answer to a follow-up. `week` is the follow-up it answers; answering again the same week replaces it. */
export type CheckIn = {
  week: Week;
  at: Instant;
  points: PointProgress[];
  win?: string | undefined;
  /** The users who may see the win: its author alone decides. */
  winSeenBy?: string[] | undefined;
  /** Half-way: whether these are still the two most important points. */
  stillRight?: boolean | undefined;
  /** Half-way, where there is a manager: whether what the two expect of each other still fits. */
  expectationsFit?: boolean | undefined;
  /** The view it was submitted in: the same submission twice is one. */
  form: string;
};

export type Retired = { point: Point; why: string; on: PlainDate };

/** What becomes of a point when the period is over. */
export type Outcome = 'done' | 'keep' | 'change';
export const outcomes: readonly [Outcome, ...Outcome[]] = ['done', 'keep', 'change'];

/** `stopped` is before its time, without a word why. */
export type Ending = {
  on: PlainDate;
  how: 'closed' | 'stopped';
  outcomes: { point: string; outcome: Outcome }[];
  learned?: string | undefined;
  /** The view it was submitted in. */
  form?: string | undefined;
};

export type LeaderAgreement = {
  /** The id of the view it was saved in: the same submission twice is one agreement. */
  id: string;
  period: Period;
  rhythm: Rhythm;
  points: [Point, Point];
  /** Follow-ups up to this week are asked, answered or skipped. */
  settled: Week;
  /** Follow-ups in a row that passed without a sign, the one that waits now not counted. */
  unanswered: number;
  /** Points that gave way to others: there are never more than two. */
  retired: Retired[];
  /** Weeks that pauses and days off had taken, and that the leader had back. */
  extendedWeeks?: number | undefined;
  ending?: Ending | undefined;
  checkIns: CheckIn[];
  /** Optional, and invisible where there is none. */
  manager?: Manager | undefined;
  partners?: Partner[] | undefined;
  asks?: Ask[] | undefined;
};

/** Three months, as the guide has it. */
export function periodFrom(starts: PlainDate): Period {
  return { starts, ends: addMonths(starts, 3) };
}

/** Until it is closed or stopped, also after its period. */
export function isOpen(agreement: LeaderAgreement | undefined): agreement is LeaderAgreement {
  return agreement !== undefined && agreement.ending === undefined;
}

/** Whether the agreement is in force on that date of its leader. */
export function isRunning(
  agreement: LeaderAgreement | undefined,
  today: PlainDate,
): agreement is LeaderAgreement {
  return isOpen(agreement) && today <= agreement.period.ends;
}
