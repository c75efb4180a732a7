import type { Group, GroupId } from '../domain/group.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Workspace } from '../domain/workspace.ts';

/** What the app keeps, named after the access patterns in keys.ts. */
export interface Store {
  /** The person as last written (a consistent read), with what their workspace decided, or undefined for somebody who has stored nothing. */
  person(id: PersonId, signal?: AbortSignal): Promise<Person | undefined>;
  /**
   * Writes the person if nobody else has since they were read; the only moment at which a decision becomes true.
   * Returns the person as stored, or undefined when somebody else was first: read again and decide anew.
   */
  save(person: Person, signal?: AbortSignal): Promise<Person | undefined>;
  /** Deletes the person if nobody else has written them since they were read; false when somebody has. */
  forget(person: Person): Promise<boolean>;
  /** The group of a channel as last written (a consistent read), with what its workspace decided, or undefined where none ever was. */
  group(id: GroupId, signal?: AbortSignal): Promise<Group | undefined>;
  /** The same as `save`, for a group. */
  saveGroup(group: Group, signal?: AbortSignal): Promise<Group | undefined>;
  /** What the workspace decided; what every new one starts with, where it has decided nothing. */
  workspace(tenant: string, signal?: AbortSignal): Promise<Workspace>;
  /** The same as `save`, for a workspace. */
  saveWorkspace(workspace: Workspace, signal?: AbortSignal): Promise<Workspace | undefined>;
  /** Those whose instant has passed unnoticed since `before`. */
  overdue(before: Instant): Promise<(PersonId | GroupId)[]>;
  /** Everybody of a tenant's who waits for something, whenever it is. */
  waiting(tenant: string): Promise<(PersonId | GroupId)[]>;
}
