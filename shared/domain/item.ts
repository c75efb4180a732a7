import { groupNeeds } from './group-link.ts';
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
  'commitment',
  ...groupNeeds,
] as const;
export const slotKinds = [
  'ask-waits',
  'ask-overdue',
  'ask-date',
  'talk',
  'talk-outside',
  'round-waits',
  'commitment-due',
] as const;

/** Those whose owner is a group: its channel's id. */
const groupKinds: readonly ItemKind[] = ['round-waits', 'commitment', 'commitment-due', ...groupNeeds];

export const isOfGroup = ({ kind }: Item): boolean => groupKinds.includes(kind);

/** A message takes fifty blocks, two for each; the rest waits for the next one. */
export const mostItems = 20;

export type ItemKind = (typeof newsKinds)[number] | (typeof slotKinds)[number];

export type Item = {
  kind: ItemKind;
  /** Whose aggregate it is in: one's own, of the one it comes from, or the group's. */
  owner: string;
  /** Of the ask, the partner, the request; with what makes it another, where it may come again. */
  id: string;
};

export type ItemTold = { key: string; on: PlainDate };

export const keyOf = ({ kind, owner, id }: Item): string => `${kind} ${owner} ${id}`;
