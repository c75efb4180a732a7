import { leastThresholds } from './anonymity.ts';
import type { Language, PersonId } from './person.ts';
import type { Pause } from './slots.ts';
import type { Instant, Zone } from './time.ts';

/** Somebody to talk to, as the workspace's admins wrote it: who, and how to reach them. */
export type Contact = { name: string; reach: string };

/** Days after the period's end that an agreement's text is kept at most: a workspace may shorten it. */
export const mostKeptDays = 30;

/** What a workspace decides for its people. Everything a new one starts with stands in `workspaceOf`. */
export type Workspace = {
  tenant: string;
  /** How many times the item was written; 0 for a workspace that has decided nothing. */
  version: number;
  /** What channels read, and who says nothing of themselves. */
  language: Language;
  /** Everybody who has not chosen a language reads the workspace's, whatever their Slack speaks. */
  sameForAll?: true | undefined;
  zone: Zone;
  /** Days off beside the calendar's and each one's own: closing days, the summer pause. */
  closed: Pause[];
  /** Who can be talked to. Prompts don't start until there is one. */
  contacts: Contact[];
  /** Who is responsible for the data, and on what basis, in the workspace's own words. */
  controller?: string | undefined;
  legalBasis?: string | undefined;
  thresholds: { group: number; company: number };
  keptDays: number;
  /** Whom a Slack admin lets change these settings, too. */
  admins: string[];
  /** When an admin was told of the first step. */
  introducedAt?: Instant | undefined;
};

/** A workspace that has decided nothing. */
export function workspaceOf(tenant: string): Workspace {
  return {
    tenant,
    version: 0,
    language: 'da',
    zone: 'Europe/Copenhagen',
    closed: [],
    contacts: [],
    thresholds: { ...leastThresholds },
    keptDays: mostKeptDays,
    admins: [],
  };
}

/** Nobody has said whom one can talk to, which all else waits for, nor was anybody told to. */
export function needsIntroduction({ contacts, introducedAt }: Workspace): boolean {
  return contacts.length === 0 && introducedAt === undefined;
}

/** Slack's own admins, and whom they name. */
export function maySetWorkspace(
  { tenant, admins }: Workspace,
  viewer: PersonId,
  isSlackAdmin: boolean,
): boolean {
  return viewer.tenant === tenant && (isSlackAdmin || admins.includes(viewer.user));
}
