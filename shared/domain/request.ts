import type { PlainDate } from './time.ts';

/** Sparring asked of a named colleague, with or without an agreement (PRODUCT.md, "Sparring"). */

export const sparringReplies = ['yes', 'another-time', 'no'] as const;
export type SparringReply = (typeof sparringReplies)[number];

export type SparringRequest = {
  /** The submission it was made in. */
  id: string;
  to: string;
  madeOn: PlainDate;
  answer?: { reply: SparringReply; when?: string | undefined; form?: string | undefined } | undefined;
  closed?: 'withdrawn' | 'gone' | undefined;
};
