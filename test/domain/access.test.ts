import { describe, expect, it } from 'vitest';
import { type Act, acts, may, type Role, roleOf } from '../../shared/domain/access.ts';

/** Every role has its acts here; a role or an act that is added does not compile, or fails, until it is decided. */
const granted: Record<Role, Record<Act, boolean>> = {
  leader: {
    'see-agreement': true,
    'make-agreement': true,
    'change-agreement': true,
    'answer-follow-up': true,
    pause: true,
    'move-prompt': true,
  },
  stranger: {
    'see-agreement': false,
    'make-agreement': false,
    'change-agreement': false,
    'answer-follow-up': false,
    pause: false,
    'move-prompt': false,
  },
};
const roles = Object.keys(granted) as Role[];

describe.each(roles)('a %s', (role) => {
  it.each(acts)('may %s, or not, as the table has it', (act) => {
    expect(may(role, act)).toBe(granted[role][act]);
  });

  it('has every act decided', () => {
    expect(Object.keys(granted[role]).sort()).toEqual([...acts].sort());
  });
});

describe('the role is', () => {
  const owner = { tenant: 'T1', user: 'U1' };

  it.each([
    { says: 'leader, of what is one’s own', viewer: { tenant: 'T1', user: 'U1' }, role: 'leader' },
    { says: 'stranger, to a colleague', viewer: { tenant: 'T1', user: 'U2' }, role: 'stranger' },
    { says: 'stranger, to the same id elsewhere', viewer: { tenant: 'T2', user: 'U1' }, role: 'stranger' },
    { says: 'stranger, to anybody else', viewer: { tenant: 'T2', user: 'U2' }, role: 'stranger' },
    {
      says: 'stranger, where the ids only join alike',
      viewer: { tenant: 'T1U', user: '1' },
      role: 'stranger',
    },
  ])('$says', ({ viewer, role }) => {
    expect(roleOf(viewer, owner)).toBe(role);
  });
});
