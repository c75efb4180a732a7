import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Group } from '../../shared/domain/group.ts';
import { groupWithout, leavingOf, personWithout, workspaceWithout } from '../../shared/domain/leaving.ts';
import { holdsId, isForgotten, nobodyNewIn, withOtherId } from '../../shared/domain/nobody.ts';
import type { Person } from '../../shared/domain/person.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import { groupFromItem, groupToItem } from '../../shared/store/group-item.ts';
import { fromItem, toItem } from '../../shared/store/person-item.ts';
import { anyGroup } from '../store/groups.ts';
import { anybody } from '../store/people.ts';

const now = '2026-11-24T09:00:00Z';
const user = 'U0LEAVER';
/** As the engine gives an item back. */
const throughTheTable = (item: object) => JSON.parse(JSON.stringify(item)) as Record<string, unknown>;

/** Every id in the item may be the one who leaves. */
const idsIn = (value: object): string[] => [
  ...new Set(JSON.stringify(value).match(/(?<=")[A-Z][A-Z0-9]{4,}(?=")/g) ?? []),
];
function named<T extends object>(value: T, which: number, self: string): T {
  const ids = idsIn(value).filter((id) => id !== self);
  const id = ids[which % Math.max(ids.length, 1)];
  return id === undefined ? value : withOtherId(value, id, user);
}

describe('whoever it was', () => {
  it('is nowhere in another’s item afterwards, which is still one, and the second time the very same', () => {
    fc.assert(
      fc.property(anybody, fc.nat(), (anyone, which) => {
        const person = named<Person>(anyone, which, anyone.user);
        const after = personWithout(person, user, now);
        expect(holdsId(after, user)).toBe(false);
        expect(fromItem(throughTheTable(toItem(after)))).toEqual(after);
        expect(personWithout(after, user, now)).toBe(after);
        if (!holdsId(person, user)) expect(after).toBe(person);
      }),
      { numRuns: 300 },
    );
  });

  it('is nowhere in a group’s item afterwards, which is still one, and the second time the very same', () => {
    fc.assert(
      fc.property(anyGroup, fc.nat(), (any, which) => {
        const group = named<Group>(any, which, any.channel);
        const after = groupWithout(group, user, now);
        expect(holdsId(after, user)).toBe(false);
        expect(groupFromItem(throughTheTable(groupToItem(after)))).toEqual(after);
        expect(groupWithout(after, user, now)).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves an item of ids only, with everybody that theirs named, and the second time the very same', () => {
    fc.assert(
      fc.property(anybody, (anyone) => {
        const person: Person = { ...anyone, leaving: undefined };
        const left = leavingOf(person, now);
        const { leaving } = left;
        expect(fromItem(throughTheTable(toItem(left)))).toEqual({ ...left, workspace: undefined });
        const { links = [], linked = [] } = person;
        const around = [...links.map(({ owner }) => owner), ...linked.map((told) => told.user)];
        expect(leaving?.people).toEqual(expect.arrayContaining(around.filter((one) => one !== person.user)));
        expect(leaving?.groups).toEqual([...new Set(person.groups?.map(({ channel }) => channel))]);
        expect(leavingOf(left, now)).toBe(left);
      }),
    );
  });
});

describe('nobody', () => {
  it('is another for another person', () => {
    const value = { one: 'U1', two: ['U2', 'ask U1 x'] };
    const first = withOtherId(value, 'U1', nobodyNewIn(value));
    const second = withOtherId(first, 'U2', nobodyNewIn(first));
    expect(second).toEqual({ one: 'NOBODY1', two: ['NOBODY2', 'ask NOBODY1 x'] });
    expect(isForgotten('NOBODY2')).toBe(true);
    expect([undefined, 'U1', 'NOBODY', 'XNOBODY1'].some(isForgotten)).toBe(false);
  });

  it('takes no id that only begins or ends the same', () => {
    expect(withOtherId(['U12', 'XU1', 'U1.x', 'U1'], 'U1', 'N')).toEqual(['U12', 'XU1', 'N.x', 'N']);
  });

  it('decides nothing for a workspace', () => {
    const workspace = { ...workspaceOf('T1'), admins: ['U1', 'U2'] };
    expect(workspaceWithout(workspace, 'U1').admins).toEqual(['U2']);
    expect(workspaceWithout(workspace, 'U3')).toBe(workspace);
  });
});
