import type { Item } from './item.ts';
import type { Instant, PlainDate, Week } from './time.ts';

/** What one DM may hold: the own follow-up first, then what is due in other roles. */
export type FollowUpPart = {
  kind: 'follow-up';
  agreement: string;
  week: Week;
  /** The one that also asks whether these are still the right points. */
  halfWay?: boolean | undefined;
};
export type ItemPart = { kind: 'item'; item: Item };
export type Part = FollowUpPart | ItemPart;

/**
 * - `sending`: claimed by a worker; after `lease` another may take it up
 * - `sent`: in the person's DM
 * - `moved`: the person asked for it on `movedTo`
 * - `answered`, `skipped`: settled by the person
 * - `failed`: Slack refused it for good
 */
export type PromptState = 'sending' | 'sent' | 'moved' | 'answered' | 'skipped' | 'failed';

/** The single DM of a person's week. */
export type Prompt = {
  week: Week;
  parts: Part[];
  state: PromptState;
  lease?: Instant | undefined;
  /** How often this message was claimed, the first time included. */
  attempts?: number | undefined;
  movedTo?: PlainDate | undefined;
  /** When it was delivered, and what became of its one reminder. `channel` and `ts` are the latest message's. */
  sentAt?: Instant | undefined;
  reminder?: 'sending' | 'sent' | 'failed' | undefined;
  channel?: string | undefined;
  ts?: string | undefined;
};

/** The message about what named persons did: alone, in working hours, one a day at most. */
export type News = {
  /** The reader's day. */
  on: PlainDate;
  items: Item[];
  state: 'sending' | 'sent' | 'failed';
  lease?: Instant | undefined;
  attempts?: number | undefined;
  channel?: string | undefined;
  ts?: string | undefined;
};

/** After so many tries a message waits for the next slot; it may have got through each time. */
export const mostAttempts = 4;

/** Tried as often as it may be. */
export function isGivenUp({ attempts = 0 }: { attempts?: number | undefined }): boolean {
  return attempts >= mostAttempts;
}

/** Still owes its parts: nobody has seen it, or the person asked for it later. */
export function isUndelivered(prompt: Prompt): boolean {
  return prompt.state === 'sending' || prompt.state === 'moved';
}

/** Still waits for its person, wherever it is. */
export function isUnanswered(prompt: Prompt): boolean {
  return isUndelivered(prompt) || prompt.state === 'sent';
}

/** The follow-up of an agreement that a prompt asks for and that its person has not dealt with. */
export function openFollowUp(
  prompt: Prompt | undefined,
  agreement: string | undefined,
): FollowUpPart | undefined {
  if (prompt === undefined || !isUnanswered(prompt)) return undefined;
  return followUpIn(prompt, agreement);
}

export function followUpIn({ parts }: Prompt, agreement: string | undefined): FollowUpPart | undefined {
  return parts.find(
    (part): part is FollowUpPart => part.kind === 'follow-up' && part.agreement === agreement,
  );
}

export function itemsIn({ parts }: Prompt): Item[] {
  return parts.flatMap((part) => (part.kind === 'item' ? [part.item] : []));
}
