import type { GroupId } from './group.ts';
import type { PersonId } from './person.ts';

/** Everybody in a workspace, when what it decided may have moved their dates. */
export type WorkspaceId = { tenant: string };

/** Who a wake looks at: a person, the channel of a group, or all of a workspace. */
export type RecipientId = PersonId | GroupId | WorkspaceId;

export function isPersonId(id: RecipientId): id is PersonId {
  return 'user' in id;
}

export function isGroupId(id: RecipientId): id is GroupId {
  return 'channel' in id;
}
