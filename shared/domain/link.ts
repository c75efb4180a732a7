import type { Reply } from './ask.ts';
import type { PlainDate } from './time.ts';

/**
 * What a person's item knows of others' agreements: ids, states and dates, never text. A hint of what to write when; what
 * somebody may see or do is decided on the other's aggregate, always (access.ts). Each wake compares what others should
 * know with what they were told last, and tells what is new: killed anywhere, the next look tells it again.
 */
export type Link = {
  /** Whose agreement it is about. */
  owner: string;
  /** Their item's, when this was true: what comes late doesn't overwrite what is newer. */
  version: number;
  /** When it was last told, in the reader's calendar. */
  heardOn: PlainDate;
  asks: LinkedAsk[];
  partner?: LinkedPartner | undefined;
  /** Requests for sparring that wait for an answer. */
  sparring: string[];
  /** Check-ins whose small win was shared, by their week: what corrects one is no other. */
  wins: string[];
  /** Deliveries that the owner was told of; `gone` among them where it was that. */
  reported: string[];
};

export type LinkedAsk = {
  id: string;
  reply?: Reply | undefined;
  date?: PlainDate | undefined;
  said?: true | undefined;
};
export type LinkedPartner = {
  state: 'invited' | 'accepted';
  invitation?: string | undefined;
  since: PlainDate;
  talkedOn?: PlainDate | undefined;
};

/** What is told of an owner: the link without what belongs to its reader. */
export type ToldLink = Omit<Link, 'reported' | 'version' | 'heardOn'>;

export function isEmpty({ asks, partner, sparring, wins }: Omit<ToldLink, 'owner'>): boolean {
  return asks.length + sparring.length + wins.length === 0 && partner === undefined;
}
