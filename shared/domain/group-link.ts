import type { Instant, PlainDate } from './time.ts';

/**
 * What a person's item knows of a group they are in: ids, states and dates, never text. A hint, like every link
 * (docs/decisions/0007): before something is sent about a group, the group is asked.
 */
export type GroupLink = {
  channel: string;
  /** The group's, when this was true: what comes late doesn't overwrite what is newer. */
  version: number;
  /** When it was last told, in the reader's calendar. */
  heardOn: PlainDate;
  /** Undefined for somebody who is not in the group any more. */
  role?: 'leader' | 'member' | undefined;
  /** The latest round, until when it is open. */
  round?: { id: string; on: PlainDate; until: Instant } | undefined;
  /** The group's test, and until when it is open at the latest; as long as the group keeps it. */
  test?: { id: string; until: Instant } | undefined;
  /** They were asked in a test that the group remembers: whether they answered or not. */
  asked?: true | undefined;
  /** This person's, still open. `given`: somebody else wrote it down. */
  commitments: { id: string; due: PlainDate; given?: true | undefined }[];
  /** What the group needs of this person: `<kind>/<what>`. */
  needs: string[];
  /** The group was told that this person is gone. */
  reported?: true | undefined;
};

/** What is told of a group: the link without what belongs to its reader. */
export type ToldGroupLink = Omit<GroupLink, 'version' | 'heardOn' | 'reported'>;

export function isEmptyGroupLink({ role, round, test, asked, commitments, needs }: ToldGroupLink): boolean {
  const isIn = role !== undefined || round !== undefined || test !== undefined || asked !== undefined;
  return !isIn && commitments.length + needs.length === 0;
}

/** What a group may need of its members (group-links.ts). */
export const groupNeeds = ['channel-blocked', 'member-left', 'leader-left'] as const;
