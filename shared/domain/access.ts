import type { PersonId } from './person.ts';

/**
 * Who may do what: role × thing, decided on the aggregate and never on what a payload claims. Today everybody sees and
 * changes their own only, and listeners are given nothing else (functions/slack/visit.ts); managers, sparring partners and
 * group members get their columns when they come.
 */
export type Role = 'leader' | 'stranger';

const table = {
  'see-agreement': ['leader'],
  'make-agreement': ['leader'],
  'change-agreement': ['leader'],
  'answer-follow-up': ['leader'],
  pause: ['leader'],
  'move-prompt': ['leader'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof table;
export const acts = Object.keys(table) as Act[];

export function roleOf(viewer: PersonId, owner: PersonId): Role {
  return viewer.tenant === owner.tenant && viewer.user === owner.user ? 'leader' : 'stranger';
}

export function may(role: Role, act: Act): boolean {
  const allowed: readonly Role[] = table[act];
  return allowed.includes(role);
}
