import type { GroupId } from './group.ts';
import type { PersonId } from './person.ts';

/** Who a wake looks at: a person, or the channel of a group. */
export type RecipientId = PersonId | GroupId;

export function isPersonId(id: RecipientId): id is PersonId {
  return 'user' in id;
}
