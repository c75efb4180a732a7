import type { Person } from './person.ts';

/** What everybody's item begins with, and what is no news about them. */
const bare: readonly string[] = [
  ...(['tenant', 'user', 'version', 'profile', 'workspace', 'wakeAt'] as const),
  ...(['gone', 'goneSince', 'idleSince', 'leaving'] as const),
] satisfies (keyof Person)[];

/** Nothing is there but what Slack says of them. Whatever else an item may hold one day is something. */
export function isNothingNew(person: Person): boolean {
  const isNothing = (held: unknown) => held === undefined || (Array.isArray(held) && held.length === 0);
  return (
    person.profile.chosen === undefined &&
    Object.entries(person).every(([field, held]) => bare.includes(field) || isNothing(held))
  );
}
