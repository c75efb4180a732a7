import { type Group, memberOf, openAgreement, pointOf } from './group.ts';
import { type GroupAssessmentStage, stageOf } from './group-assessment.ts';
import type { PersonId } from './person.ts';
import { isOpenRound } from './round.ts';

/**
 * Who may see and do what in a group: role × act × state, decided on the group's item and never on what a payload claims.
 * Reading the channel gives nobody a role. The same idea as access.ts, for what belongs to many.
 */
export type GroupRole =
  | 'leader'
  | 'facilitator'
  | 'responsible'
  | 'owner'
  | 'member'
  | 'left'
  | 'outsider'
  /** May answer the group's test, a member or not: it may come before the agreement. */
  | 'participant'
  | 'starter';

/** What an action is about, besides the group itself. */
export type GroupThing = { kind: 'point'; id: string } | { kind: 'commitment'; id: string };

/**
 * How it stands with what the act is about: the agreement (`none`, `open`, `ended`), its round (`round-open`,
 * `round-closed`, and `round-none`), its test (`test-…`), or a role nobody has just now (`vacant`).
 */
export type GroupState =
  | 'none'
  | 'open'
  | 'ended'
  | 'round-none'
  | 'round-open'
  | 'round-closed'
  | 'vacant'
  | 'done'
  | 'test-none'
  | `test-${GroupAssessmentStage}`;

type About = 'agreement' | 'round' | 'leader' | 'thing' | 'test';
type Row = { about: About; roles: Partial<Record<GroupRole, readonly GroupState[]>> };

const begun = ['open', 'ended'] as const;
const tested = ['test-open', 'test-named', 'test-top'] as const;

/**
 * What an act leads to is among the states it may be done in: sent again because the answer was lost, it is said to have
 * been done, and the rules see that it is the same.
 */
const table = {
  'make-group': {
    about: 'agreement',
    roles: { outsider: ['none'], member: ['ended', 'none'], leader: ['open'] },
  },
  'see-group': { about: 'agreement', roles: { member: begun } },
  'stop-group': { about: 'agreement', roles: { leader: begun } },
  'change-group': { about: 'agreement', roles: { leader: ['open'] } },
  // Whoever has the energy to begin again.
  'resume-group': { about: 'agreement', roles: { member: ['open'] } },
  'end-group': { about: 'agreement', roles: { leader: begun, facilitator: begun } },
  'leave-group': { about: 'agreement', roles: { member: begun, left: [...begun, 'none'] } },
  'take-over': { about: 'leader', roles: { member: ['vacant'], leader: ['open'] } },
  'change-point': { about: 'thing', roles: { leader: ['open', 'vacant'], responsible: ['open'] } },
  'take-point': { about: 'thing', roles: { member: ['vacant'], responsible: ['open'] } },
  'open-round': { about: 'round', roles: { member: ['round-none', 'round-closed', 'round-open'] } },
  // What arrives just after the closing is the rules' to take or not (contribute.ts).
  contribute: { about: 'round', roles: { member: ['round-open', 'round-closed', 'ended'] } },
  'close-round': {
    about: 'round',
    roles: { leader: ['round-open', 'round-closed'], facilitator: ['round-open', 'round-closed'] },
  },
  'hand-over': { about: 'round', roles: { leader: ['round-open'], facilitator: ['round-open'] } },
  'mark-discussed': { about: 'round', roles: { leader: ['round-closed'], facilitator: ['round-closed'] } },
  // While it is open there is only what earlier rounds left.
  'see-lines': { about: 'round', roles: { member: ['round-open', 'round-closed', 'ended'] } },
  'make-commitment': { about: 'agreement', roles: { member: ['open'] } },
  // What was said may be said anew; and of what nobody owns the leader decides.
  'answer-commitment': { about: 'thing', roles: { owner: ['open', 'done'], leader: ['vacant'] } },
  'take-commitment': { about: 'thing', roles: { member: ['vacant'], owner: ['open'] } },
  'begin-test': { about: 'agreement', roles: { outsider: ['none'], member: ['none', ...begun] } },
  'see-test': { about: 'test', roles: { participant: tested } },
  // What comes too late is the rules' to refuse (group-assessment.ts), with a sentence.
  'answer-test': { about: 'test', roles: { participant: tested } },
  'close-test': { about: 'test', roles: { starter: tested } },
  'name-theme': { about: 'test', roles: { participant: ['test-named'] } },
} as const satisfies Record<string, Row>;

export type GroupAct = keyof typeof table;
export const groupActs = Object.keys(table) as GroupAct[];

export function mayInGroup(role: GroupRole, act: GroupAct, state: GroupState): boolean {
  const { roles }: Row = table[act];
  return roles[role]?.includes(state) ?? false;
}

/** All that somebody is in a group; an outsider is nothing else. */
export function rolesIn(viewer: PersonId, group: Group, thing?: GroupThing): GroupRole[] {
  if (viewer.tenant !== group.tenant) return [];
  const { user } = viewer;
  const inTest = rolesInTest(group, user);
  if (memberOf(group, user) === undefined)
    return [
      ...(group.left?.some(({ id }) => id === user)
        ? (['outsider', 'left'] as const)
        : (['outsider'] as const)),
      ...inTest,
    ];
  return [
    'member',
    ...inTest,
    ...(group.leader === user ? (['leader'] as const) : []),
    ...(group.round?.facilitator === user ? (['facilitator'] as const) : []),
    ...(isResponsible(group, user, thing) ? (['responsible'] as const) : []),
    ...(isOwner(group, user, thing) ? (['owner'] as const) : []),
  ];
}

function rolesInTest({ assessment }: Group, user: string): GroupRole[] {
  if (!assessment?.members.includes(user)) return [];
  return assessment.by === user ? ['participant', 'starter'] : ['participant'];
}

function isResponsible({ agreement }: Group, user: string, thing?: GroupThing): boolean {
  return (
    thing?.kind === 'point' && agreement !== undefined && pointOf(agreement, thing.id)?.responsible === user
  );
}

function isOwner({ commitments }: Group, user: string, thing?: GroupThing): boolean {
  return (
    thing?.kind === 'commitment' && commitments.some(({ id, owner }) => id === thing.id && owner === user)
  );
}

/** How it stands with what an act is about. */
export function stateFor(group: Group, act: GroupAct, thing?: GroupThing): GroupState {
  const { about }: Row = table[act];
  switch (about) {
    case 'agreement':
      return stateOfAgreement(group);
    case 'round':
      if (openAgreement(group) === undefined) return 'ended';
      return group.round === undefined
        ? 'round-none'
        : isOpenRound(group.round)
          ? 'round-open'
          : 'round-closed';
    case 'leader':
      if (openAgreement(group) === undefined) return 'ended';
      return group.leader === undefined ? 'vacant' : 'open';
    case 'thing':
      return stateOfThing(group, thing);
    case 'test':
      return group.assessment === undefined ? 'test-none' : `test-${stageOf(group.assessment)}`;
  }
}

/** With nobody left in it, it is as if there were none. */
function stateOfAgreement(group: Group): GroupState {
  if (group.agreement === undefined || group.members.length === 0) return 'none';
  return group.agreement.ending === undefined ? 'open' : 'ended';
}

function stateOfThing(group: Group, thing: GroupThing | undefined): GroupState {
  if (thing?.kind === 'point') return stateOfPoint(group, thing.id);
  // What was promised is followed up after the agreement's end too.
  const commitment = group.commitments.find(({ id }) => id === thing?.id);
  if (commitment === undefined) return 'none';
  if (commitment.owner === undefined) return 'vacant';
  return commitment.state === 'open' ? 'open' : 'done';
}

function stateOfPoint(group: Group, id: string): GroupState {
  const agreement = openAgreement(group);
  const point = agreement && pointOf(agreement, id);
  if (point === undefined) return 'none';
  return point.responsible === undefined ? 'vacant' : 'open';
}

/** Whether the viewer may do that in this group, as it stands now. */
export function allowsInGroup(viewer: PersonId, group: Group, act: GroupAct, thing?: GroupThing): boolean {
  const state = stateFor(group, act, thing);
  return rolesIn(viewer, group, thing).some((role) => mayInGroup(role, act, state));
}
