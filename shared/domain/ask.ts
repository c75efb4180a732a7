import type { PlainDate } from './time.ts';

/** One sentence to the person who can act, normally the manager (PRODUCT.md, "Asks"). It stands on a point. */

export const askKinds = ['decide', 'limit', 'give-time', 'listen'] as const;
export type AskKind = (typeof askKinds)[number];

export const replies = ['yes', 'partly', 'not-now', 'talk'] as const;
export type Reply = (typeof replies)[number];

/** What either says when the date has come. */
export const happenings = ['yes', 'not-yet', 'no'] as const;
export type Happening = (typeof happenings)[number];

export type Answer = {
  reply: Reply;
  /** When it will have happened, or when the two talk. */
  date?: PlainDate | undefined;
  comment?: string | undefined;
  /** The submission it came with. */
  form: string;
};

export type Ask = {
  /** The submission it was made in. */
  id: string;
  point: string;
  kind: AskKind;
  text: string;
  /** The user it is to. */
  to: string;
  madeOn: PlainDate;
  /** The day they were written to, and the first on which they are late: both in their calendar. */
  delivered?: Delivery | undefined;
  answer?: Answer | undefined;
  /** On the answer's date: whether it happened. */
  happened?: { asker?: Happening | undefined; recipient?: Happening | undefined } | undefined;
  /** Taken back by the one who asked; or the recipient is no longer there. */
  closed?: 'withdrawn' | 'gone' | undefined;
};

export type Delivery = { on: PlainDate; overdueFrom: PlainDate };

export type AskState = 'waiting' | 'answered' | 'closed';

export function askState({ closed, answer }: Ask): AskState {
  if (closed !== undefined) return 'closed';
  return answer === undefined ? 'waiting' : 'answered';
}
