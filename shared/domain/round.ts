import type { Outcome, Progress } from './agreement.ts';
import type { Posted } from './group.ts';
import type { Instant, PlainDate, Week } from './time.ts';

/** What a group can lend and lack. */
export const resources = ['time', 'people', 'tasks'] as const;
export type Resource = (typeof resources)[number];

/** What somebody needs, or can lend. */
export type Offer = { kinds: Resource[]; text?: string | undefined };

/** What one member says in a round; their later word replaces it until the round closes. */
export type Contribution = {
  by: string;
  /** As the group knew them: it stands beside their lines also after they left. */
  name: string;
  at: Instant;
  progress: { point: string; progress: Progress }[];
  worked?: string | undefined;
  /** What was tried and did not work. */
  tried?: string | undefined;
  adjust?: string | undefined;
  need?: Offer | undefined;
  lend?: Offer | undefined;
  /** Half-way: whether these are still the two most important points. */
  stillRight?: boolean | undefined;
  /** In the last round: what should become of each point. */
  outcomes?: { point: string; outcome: Outcome }[] | undefined;
  /** The submission it came in: the same twice is one. */
  form: string;
};

export const lineKinds = ['worked', 'tried', 'adjust', 'need', 'lend'] as const;
export type LineKind = (typeof lineKinds)[number];

/** One thing somebody wrote, as a summary shows it. `id`: `<round>.<user>.<kind>`, the same when it is written anew. */
export type RoundLine = {
  id: string;
  kind: LineKind;
  by: string;
  /** Their name, also after they left. */
  name: string;
  text?: string | undefined;
  kinds?: Resource[] | undefined;
};

export type RoundKind = 'ordinary' | 'half-way' | 'closing';

/** A group's retrospective. Open as long as it has no `closedAt`. */
export type Round = {
  /** Its number in the channel. */
  id: string;
  kind: RoundKind;
  on: PlainDate;
  facilitator?: string | undefined;
  /** Who opened it by hand. */
  openedBy?: string | undefined;
  closesAt: Instant;
  closedAt?: Instant | undefined;
  closedBy?: string | undefined;
  contributions: Contribution[];
  /** Lines that were talked about, by id. */
  discussed: string[];
  /** What it was about, as it stood when it closed. */
  points?: { id: string; title: string }[] | undefined;
  /** What was so before it opened, should nobody get to see it. */
  before?: { settled: Week; turns: { id: string; on?: PlainDate | undefined }[] } | undefined;
  /** The post that opens it. */
  opening?: Posted | undefined;
  summary?: Posted | undefined;
};

/** What stays of a round for the chart. */
export type PastRound = {
  id: string;
  on: PlainDate;
  members: number;
  contributed: number;
  /** The mean of what was said, 1–5; a point nobody spoke of is not there. */
  progress: { point: string; mean: number }[];
};

/** Characters, stated in the form. */
export const roundLimits = { line: 400, offer: 200, commitment: 200, said: 200, result: 200 } as const;

export type OpenRound = Round & { closedAt?: undefined };

export function isOpenRound(round: Round | undefined): round is OpenRound {
  return round !== undefined && round.closedAt === undefined;
}
