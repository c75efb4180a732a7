import type { PlainDate } from './time.ts';

/** Who does what by when; carried over into every round until it is done or dropped. */
export type Commitment = {
  /** The submission it was made in. */
  id: string;
  text: string;
  /** Undefined when they left, until another takes it. */
  owner?: string | undefined;
  due: PlainDate;
  madeBy: string;
  madeOn: PlainDate;
  /** The line it was made from. */
  line?: string | undefined;
  state: CommitmentState;
  /** The owner's latest word on it, and its submission. */
  said?: string | undefined;
  saidOn?: PlainDate | undefined;
  form?: string | undefined;
};

export const commitmentStates = ['open', 'done', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** What an owner can answer; `later` moves the day. */
export const commitmentAnswers = ['done', 'later', 'dropped'] as const;
export type CommitmentAnswer = (typeof commitmentAnswers)[number];
