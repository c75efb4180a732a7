import { describe, expect, it } from 'vitest';
import type { Group } from '../../shared/domain/group.ts';
import {
  allowsInGroup,
  type GroupAct,
  type GroupRole,
  type GroupState,
  type GroupThing,
  groupActs,
  mayInGroup,
  rolesIn,
  stateFor,
} from '../../shared/domain/group-access.ts';
import { takeOver, takePoint, withoutMember } from '../../shared/domain/group-edit.ts';
import { makeGroup } from '../../shared/domain/group-make.ts';
import { openByHand } from '../../shared/domain/rounds.ts';
import { aCommitment, afterRound, aGroup, aGroupInput, agreed, doneGroup, inRound } from './groups.ts';
import { at, tenant } from './people.ts';

/** The columns of the table below, in its order. Without a place here a state doesn't compile. */
const states = Object.keys({
  none: 'of an agreement, or a thing that is not there',
  open: 'of an agreement, or a thing somebody has',
  ended: 'of an agreement',
  'round-none': 'of a round',
  'round-open': 'of a round',
  'round-closed': 'of a round',
  vacant: 'of a role nobody has',
  done: 'of a commitment',
  'test-none': 'of a test',
  'test-open': 'of a test',
  'test-named': 'of a test',
  'test-top': 'of a test',
} satisfies Record<GroupState, string>) as GroupState[];
const roles = Object.keys({
  leader: '',
  facilitator: '',
  responsible: '',
  owner: '',
  member: '',
  left: '',
  outsider: '',
  participant: '',
  starter: '',
} satisfies Record<GroupRole, string>) as GroupRole[];

/** A cell for each state, spaces aside: `y` lets, `-` refuses. Who isn't named may nothing. */
const granted: Record<GroupAct, Partial<Record<GroupRole, string>>> = {
  'make-group': { outsider: 'y-- --- -- ----', member: 'y-y --- -- ----', leader: '-y- --- -- ----' },
  'see-group': { member: '-yy --- -- ----' },
  'change-group': { leader: '-y- --- -- ----' },
  'resume-group': { member: '-y- --- -- ----' },
  'stop-group': { leader: '-yy --- -- ----' },
  'end-group': { leader: '-yy --- -- ----', facilitator: '-yy --- -- ----' },
  'leave-group': { member: '-yy --- -- ----', left: 'yyy --- -- ----' },
  'take-over': { member: '--- --- y- ----', leader: '-y- --- -- ----' },
  'change-point': { leader: '-y- --- y- ----', responsible: '-y- --- -- ----' },
  'take-point': { member: '--- --- y- ----', responsible: '-y- --- -- ----' },
  'open-round': { member: '--- yyy -- ----' },
  contribute: { member: '--y -yy -- ----' },
  'close-round': { leader: '--- -yy -- ----', facilitator: '--- -yy -- ----' },
  'hand-over': { leader: '--- -y- -- ----', facilitator: '--- -y- -- ----' },
  'mark-discussed': { leader: '--- --y -- ----', facilitator: '--- --y -- ----' },
  'see-lines': { member: '--y -yy -- ----' },
  'make-commitment': { member: '-y- --- -- ----' },
  'answer-commitment': { leader: '--- --- y- ----', owner: '-y- --- -y ----' },
  'take-commitment': { member: '--- --- y- ----', owner: '-y- --- -- ----' },
  'begin-test': { outsider: 'y-- --- -- ----', member: 'yyy --- -- ----' },
  'see-test': { participant: '--- --- -- -yyy' },
  'answer-test': { participant: '--- --- -- -yyy' },
  'close-test': { starter: '--- --- -- -yyy' },
  'name-theme': { participant: '--- --- -- --y-' },
};

function isGranted(role: GroupRole, act: GroupAct, state: GroupState): boolean {
  return granted[act][role]?.replaceAll(' ', '')[states.indexOf(state)] === 'y';
}

describe('the table', () => {
  it('has every act, and every cell of it', () => {
    expect(Object.keys(granted).sort()).toEqual([...groupActs].sort());
    for (const row of Object.values(granted).flatMap((byRole) => Object.values(byRole)))
      expect(row.replaceAll(' ', '')).toMatch(new RegExp(`^[y-]{${states.length}}$`));
  });

  const rows = groupActs.flatMap((act) => roles.map((role) => ({ act, role })));
  it.each(rows)('lets the $role $act in the states that are decided, and in no other', ({ act, role }) => {
    expect(states.filter((state) => mayInGroup(role, act, state))).toEqual(
      states.filter((state) => isGranted(role, act, state)),
    );
  });

  it('lets an outsider begin where nothing is, and nothing else', () => {
    const free = groupActs.flatMap((act) =>
      states.filter((state) => mayInGroup('outsider', act, state)).map((state) => `${act} ${state}`),
    );
    expect(free).toEqual(['make-group none', 'begin-test none']);
  });
});

const as = (user: string, where = tenant) => ({ tenant: where, user });
const point = (id: string): GroupThing => ({ kind: 'point', id });
const commitment = (id = 'M1'): GroupThing => ({ kind: 'commitment', id });
const ending = { on: '2026-12-01', how: 'closed' as const, outcomes: [] };
const promised = (group: Group, other = {}): Group => ({
  ...group,
  commitments: [aCommitment({ owner: 'U3', ...other })],
});

describe('what somebody is', () => {
  it.each<{ says: string; user: string; group?: Group; thing?: GroupThing; roles: GroupRole[] }>([
    { says: 'who leads', user: 'U1', roles: ['member', 'leader'] },
    { says: 'a member', user: 'U3', roles: ['member'] },
    {
      says: 'who keeps the round moving',
      user: 'U1',
      group: inRound(),
      roles: ['member', 'leader', 'facilitator'],
    },
    {
      says: 'who kept the latest moving',
      user: 'U3',
      group: afterRound({ facilitator: 'U3' }),
      roles: ['member', 'facilitator'],
    },
    {
      says: 'who keeps an eye on that point',
      user: 'U2',
      thing: point('P2'),
      roles: ['member', 'responsible'],
    },
    { says: 'who keeps an eye on the other', user: 'U2', thing: point('P1'), roles: ['member'] },
    {
      says: 'who promised that',
      user: 'U3',
      group: promised(aGroup()),
      thing: commitment(),
      roles: ['member', 'owner'],
    },
    {
      says: 'who promised something else',
      user: 'U3',
      group: promised(aGroup()),
      thing: commitment('M2'),
      roles: ['member'],
    },
    {
      says: 'who has a thing of another kind by that id',
      user: 'U3',
      group: promised(aGroup()),
      thing: point('M1'),
      roles: ['member'],
    },
    { says: 'somebody who reads the channel', user: 'U9', roles: ['outsider'] },
    {
      says: 'who left, whatever they were',
      user: 'U1',
      group: { ...promised(inRound(), { owner: 'U1' }), members: aGroup().members.slice(1) },
      thing: commitment(),
      roles: ['outsider'],
    },
    {
      says: 'who left, as long as the group knows it',
      user: 'U9',
      group: aGroup({ left: [{ id: 'U9', on: '2026-09-10' }] }),
      roles: ['outsider', 'left'],
    },
    {
      says: 'who left and is back',
      user: 'U3',
      group: aGroup({ left: [{ id: 'U3', on: '2026-09-10' }] }),
      roles: ['member'],
    },
  ])('is for $says: $roles', ({ user, group = aGroup(), thing, roles: expected }) => {
    expect(rolesIn(as(user), group, thing)).toEqual(expected);
  });

  it('is, of who left, only to have left', () => {
    const group = inRound({}, { left: [{ id: 'U9', on: '2026-09-10' }] });
    expect(groupActs.filter((act) => allowsInGroup(as('U9'), group, act))).toEqual(['leave-group']);
  });

  it('in another workspace is nothing, by whatever id', () => {
    for (const user of ['U1', 'U9']) expect(rolesIn(as(user, 'T2'), inRound(), point('P1'))).toEqual([]);
  });
});

describe('how it stands', () => {
  type Case = { act: GroupAct; group: Group; thing?: GroupThing; state: GroupState };
  const none = aGroup({ agreement: undefined, members: [], leader: undefined });
  it.each<Case>([
    { act: 'see-group', group: none, state: 'none' },
    { act: 'see-group', group: aGroup(), state: 'open' },
    { act: 'see-group', group: agreed({ ending }), state: 'ended' },
    { act: 'contribute', group: aGroup(), state: 'round-none' },
    { act: 'contribute', group: inRound(), state: 'round-open' },
    { act: 'contribute', group: afterRound(), state: 'round-closed' },
    { act: 'contribute', group: { ...inRound(), agreement: agreed({ ending }).agreement }, state: 'ended' },
    { act: 'take-over', group: aGroup(), state: 'open' },
    { act: 'take-over', group: aGroup({ leader: undefined }), state: 'vacant' },
    { act: 'take-over', group: agreed({ ending }, { leader: undefined }), state: 'ended' },
    { act: 'take-point', group: aGroup(), thing: point('P2'), state: 'open' },
    {
      act: 'take-point',
      group: withoutMember(aGroup(), 'U2', at('2026-09-10 10:00')),
      thing: point('P2'),
      state: 'vacant',
    },
    { act: 'take-point', group: aGroup(), thing: point('P9'), state: 'none' },
    { act: 'take-point', group: agreed({ ending }), thing: point('P2'), state: 'none' },
    { act: 'take-point', group: aGroup(), state: 'none' },
    { act: 'answer-commitment', group: promised(aGroup()), thing: commitment(), state: 'open' },
    {
      act: 'answer-commitment',
      group: promised(aGroup(), { state: 'dropped' }),
      thing: commitment(),
      state: 'done',
    },
    {
      act: 'answer-commitment',
      group: promised(aGroup(), { owner: undefined }),
      thing: commitment(),
      state: 'vacant',
    },
    { act: 'answer-commitment', group: promised(agreed({ ending })), thing: commitment(), state: 'open' },
    { act: 'answer-commitment', group: aGroup(), thing: commitment(), state: 'none' },
    { act: 'answer-commitment', group: aGroup(), thing: point('P2'), state: 'open' },
    { act: 'answer-commitment', group: aGroup(), state: 'none' },
  ])('with $act is $state', ({ act, group, thing, state }) => {
    expect(stateFor(group, act, thing)).toBe(state);
  });
});

describe('every act, in every state a group can be in', () => {
  const groups: [string, Group][] = [
    ['nothing', aGroup({ agreement: undefined, members: [], leader: undefined })],
    ['agreed', promised(aGroup())],
    ['in a round', promised(inRound())],
    ['after a round', promised(afterRound())],
    ['ended', promised({ ...afterRound(), agreement: agreed({ ending }).agreement })],
    ['without a leader', promised(aGroup({ leader: undefined, members: aGroup().members.slice(1) }))],
  ];
  const things = [undefined, point('P1'), point('P2'), point('P9'), commitment(), commitment('M9')];

  it.each(groups)('lets nobody in who is not in it (%s)', (says, group) => {
    for (const act of groupActs)
      for (const thing of things) {
        const may = (act === 'make-group' || act === 'begin-test') && says === 'nothing';
        expect(allowsInGroup(as('U9'), group, act, thing), `${act} by an outsider`).toBe(may);
        expect(allowsInGroup(as('U1', 'T2'), group, act, thing), `${act} from elsewhere`).toBe(false);
      }
  });

  it('is what the table says of all that somebody is', () => {
    for (const [, group] of groups)
      for (const user of ['U1', 'U2', 'U3'])
        for (const act of groupActs)
          for (const thing of things) {
            const state = stateFor(group, act, thing);
            const may = rolesIn(as(user), group, thing).some((role) => isGranted(role, act, state));
            expect(allowsInGroup(as(user), group, act, thing), `${user} ${act} ${state}`).toBe(may);
          }
  });

  it('of the other’s thing is refused, the leader aside', () => {
    const group = promised(aGroup());
    expect(allowsInGroup(as('U3'), group, 'answer-commitment', commitment())).toBe(true);
    expect(allowsInGroup(as('U2'), group, 'answer-commitment', commitment())).toBe(false);
    expect(allowsInGroup(as('U1'), group, 'answer-commitment', commitment())).toBe(false);
    expect(allowsInGroup(as('U2'), group, 'change-point', point('P2'))).toBe(true);
    expect(allowsInGroup(as('U2'), group, 'change-point', point('P1'))).toBe(false);
    expect(allowsInGroup(as('U1'), group, 'change-point', point('P2'))).toBe(true);
  });
});

describe('what was sent twice, or saved when the answer was lost', () => {
  const now = at('2026-09-02 10:00');
  const none = aGroup({ agreement: undefined, members: [], leader: undefined, card: undefined });
  const vacant = withoutMember(aGroup(), 'U2', now);
  const headless = withoutMember(aGroup(), 'U1', now);
  const unowned = promised(aGroup(), { owner: undefined });
  it.each<{ act: GroupAct; user: string; after: Group; thing?: GroupThing }>([
    { act: 'make-group', user: 'U1', after: doneGroup(makeGroup(none, 'U1', aGroupInput(), now)) },
    { act: 'open-round', user: 'U2', after: doneGroup(openByHand(aGroup(), 'U2', now)) },
    { act: 'take-over', user: 'U3', after: doneGroup(takeOver(headless, 'U3')) },
    { act: 'take-point', user: 'U3', after: doneGroup(takePoint(vacant, 'P2', 'U3')), thing: point('P2') },
    { act: 'take-commitment', user: 'U3', after: promised(unowned), thing: commitment() },
  ])('is let through to the rules, which know it: $act', ({ act, user, after, thing }) => {
    expect(allowsInGroup(as(user), after, act, thing)).toBe(true);
  });
});
