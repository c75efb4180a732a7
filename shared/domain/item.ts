import type { PlainDate } from './time.ts';

/**
 * What a person is told of, beside their own follow-up. By whom it is caused decides how it comes: what a named person did
 * comes alone, in working hours, one message a day at most; what the calendar brings comes as a part of the slot's message.
 */
export const newsKinds = [
  'ask',
  'invitation',
  'sparring',
  'win',
  'answered',
  'partner-said',
  'sparring-said',
  'gone',
] as const;
export const slotKinds = ['ask-waits', 'ask-overdue', 'ask-date', 'talk', 'talk-outside'] as const;

/** A message takes fifty blocks, two for each; the rest waits for the next one. */
export const mostItems = 20;

export type ItemKind = (typeof newsKinds)[number] | (typeof slotKinds)[number];

export type Item = {
  kind: ItemKind;
  /** Whose aggregate it is in: one's own, or of the one it comes from. */
  owner: string;
  /** Of the ask, the partner, the request; with what makes it another, where it may come again. */
  id: string;
};

export type ItemTold = { key: string; on: PlainDate };

export const keyOf = ({ kind, owner, id }: Item): string => `${kind} ${owner} ${id}`;
