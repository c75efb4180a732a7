import type { Group } from './group.ts';
import type { Person } from './person.ts';
import type { retentionDays } from './retention.ts';

/**
 * How long each field of an item is kept: a kind of data that has no time here doesn't compile, and a field of the schema
 * that isn't here fails test/privacy.test.ts. The times themselves are in `retentionDays`.
 *
 * - `item`: as long as the item, which goes with the last thing in it, by its person's will, or when they are gone
 * - `export`: minutes (my-data.ts)
 * - `leaving`: until all who know of them have forgotten, about a minute
 */
export type Kept = keyof typeof retentionDays | 'item' | 'export' | 'leaving';

export const keptOfPerson = {
  tenant: 'item',
  user: 'item',
  version: 'item',
  wakeAt: 'item',
  gone: 'gone',
  goneSince: 'gone',
  idleSince: 'idle',
  profile: 'idle',
  // Settings are their person's own word: they stay until taken back.
  workingTime: 'item',
  noReminders: 'item',
  home: 'item',
  pauses: 'agreement',
  draft: 'draft',
  agreement: 'agreement',
  past: 'agreement',
  assessment: 'assessment',
  prompt: 'message',
  news: 'message',
  told: 'told',
  links: 'link',
  linked: 'agreement',
  groups: 'link',
  sparring: 'sparring',
  export: 'export',
  leaving: 'leaving',
} as const satisfies Record<keyof Omit<Person, 'workspace'>, Kept>;

export const keptOfGroup = {
  tenant: 'item',
  channel: 'item',
  version: 'item',
  wakeAt: 'item',
  language: 'item',
  zone: 'item',
  roundsOpened: 'item',
  leader: 'group',
  vacated: 'group',
  members: 'group',
  forms: 'group',
  left: 'left',
  agreement: 'group',
  pauses: 'group',
  round: 'group',
  rounds: 'group',
  commitments: 'group',
  notes: 'group',
  card: 'group',
  ended: 'group',
  posting: 'group',
  blocked: 'group',
  assessment: 'assessment',
  answered: 'answered',
  plain: 'group',
  linked: 'group',
} as const satisfies Record<keyof Omit<Group, 'workspace'>, Kept>;
