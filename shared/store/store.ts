import type { Group, GroupId } from '../domain/group.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { RecipientId } from '../domain/recipient.ts';
import type { Instant } from '../domain/time.ts';

/** What the app keeps, named after the access patterns in keys.ts. */
export interface Store {
  /** The person as last written (a consistent read), or undefined for somebody who has stored nothing. */
  person(id: PersonId, signal?: AbortSignal): Promise<Person | undefined>;
  /**
   * Writes the person if nobody else has since they were read; the only moment at which a decision becomes true.
   * Returns the person as stored, or undefined when somebody else was first: read again and decide anew.
   */
  save(person: Person, signal?: AbortSignal): Promise<Person | undefined>;
  /** The group of a channel as last written (a consistent read), or undefined where none ever was. */
  group(id: GroupId, signal?: AbortSignal): Promise<Group | undefined>;
  /** The same as `save`, for a group. */
  saveGroup(group: Group, signal?: AbortSignal): Promise<Group | undefined>;
  /** Those whose instant has passed unnoticed since `before`. */
  overdue(before: Instant): Promise<RecipientId[]>;
}
