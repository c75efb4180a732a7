import { isOpen, type LeaderAgreement } from './agreement.ts';
import { type AskState, askState } from './ask.ts';
import { findAsk } from './asking.ts';
import { isExternal, type Partner, type PartnerState } from './partner.ts';
import type { Person, PersonId } from './person.ts';
import { findRequest } from './sparring.ts';

/**
 * Who may see and do what: role × thing × state, decided on the owner's aggregate and never on what a payload claims. Every
 * listener goes through it (functions/slack/visit.ts). A refusal doesn't tell whether there was such a thing.
 */
export type Role = 'leader' | 'recipient' | 'partner' | 'asked' | 'stranger';

/** A thing of somebody's, as an action names it. */
export type Thing =
  | { kind: 'own' }
  | { kind: 'ask'; id: string }
  | { kind: 'partnership' }
  | { kind: 'points' }
  /** By the check-in's week. */
  | { kind: 'win'; id: string }
  | { kind: 'sparring'; id: string };

/** `shared`: the owner lets this viewer see it. `none`: there is no such thing, or no longer. */
export type ThingState = AskState | PartnerState | 'shared' | 'private' | 'open' | 'none';

type Row = Partial<Record<Role, readonly ThingState[] | 'always'>>;

const leaderAlways = { leader: 'always' } as const;

const table = {
  'see-agreement': leaderAlways,
  'make-agreement': leaderAlways,
  'take-assessment': leaderAlways,
  'change-agreement': leaderAlways,
  'answer-follow-up': leaderAlways,
  pause: leaderAlways,
  'change-settings': leaderAlways,
  'move-prompt': leaderAlways,
  'name-people': leaderAlways,
  'make-ask': leaderAlways,
  'ask-for-sparring': leaderAlways,
  // What is so already may be said again: the first time may have died on its way back.
  'withdraw-ask': { leader: ['waiting', 'answered', 'closed'] },
  'see-ask': { leader: 'always', recipient: ['waiting', 'answered'] },
  'answer-ask': { recipient: ['waiting', 'answered'] },
  'say-happened': { leader: ['answered'], recipient: ['answered'] },
  'see-points': { leader: 'always', recipient: ['shared'], partner: ['shared'] },
  'see-win': { leader: 'always', recipient: ['shared'], partner: ['shared'] },
  'see-invitation': { partner: ['invited', 'accepted'] },
  'answer-invitation': { partner: ['invited', 'accepted', 'declined'] },
  'see-partnership': { partner: ['accepted'] },
  'leave-partnership': { partner: ['accepted', 'left'] },
  'say-talked': { leader: ['accepted'], partner: ['accepted'] },
  'answer-sparring': { asked: ['open'] },
  'fetch-my-data': leaderAlways,
  'delete-my-data': leaderAlways,
} as const satisfies Record<string, Row>;

export type Act = keyof typeof table;
export const acts = Object.keys(table) as Act[];

export function may(role: Role, act: Act, state: ThingState = 'none'): boolean {
  const row: Row = table[act];
  const states = row[role];
  return states === 'always' || (states?.includes(state) ?? false);
}

export type Standing = { role: Role; state: ThingState };

/** What somebody is to a thing of the owner's, and how that stands. */
export function standing(viewer: PersonId, owner: Person, thing: Thing): Standing {
  if (viewer.tenant !== owner.tenant) return stranger;
  if (viewer.user === owner.user) return { role: 'leader', state: stateForLeader(owner, thing) };
  if (owner.gone) return stranger;
  return standingOfOther(viewer.user, owner, thing);
}

const stranger: Standing = { role: 'stranger', state: 'none' };

function stateForLeader(owner: Person, thing: Thing): ThingState {
  switch (thing.kind) {
    case 'ask': {
      const ask = findAsk(owner, thing.id);
      return ask ? askState(ask) : 'none';
    }
    case 'partnership':
      return 'accepted';
    default:
      return 'none';
  }
}

function standingOfOther(user: string, owner: Person, thing: Thing): Standing {
  // A request for sparring needs no agreement; everything else ends with it.
  if (thing.kind === 'sparring') return standingInSparring(user, owner, thing.id);
  const { agreement } = owner;
  if (!isOpen(agreement)) return stranger;
  switch (thing.kind) {
    case 'ask':
      return standingInAsk(user, owner, thing.id);
    case 'partnership': {
      const partner = partnerIn(agreement, user);
      return partner ? { role: 'partner', state: partner.state } : stranger;
    }
    case 'points':
      return { role: roleIn(user, agreement), state: seesPoints(user, agreement) ? 'shared' : 'private' };
    case 'win':
      return standingInWin(user, agreement, thing.id);
    default:
      return stranger;
  }
}

function standingInSparring(user: string, owner: Person, id: string): Standing {
  const request = findRequest(owner, id);
  return request?.to === user && !request.closed ? { role: 'asked', state: 'open' } : stranger;
}

function standingInAsk(user: string, owner: Person, id: string): Standing {
  const ask = findAsk(owner, id);
  return ask?.to === user ? { role: 'recipient', state: askState(ask) } : stranger;
}

/** Whoever it was shared with, as long as they are with the leader. */
function standingInWin(user: string, agreement: LeaderAgreement, id: string): Standing {
  const checkIn = agreement.checkIns.find(({ week }) => week === id);
  if (checkIn?.win === undefined || !checkIn.winSeenBy?.includes(user)) return stranger;
  if (partnerIn(agreement, user)?.state === 'accepted') return { role: 'partner', state: 'shared' };
  return isManager(user, agreement) ? { role: 'recipient', state: 'shared' } : stranger;
}

function isManager(user: string, { manager }: LeaderAgreement): boolean {
  return manager?.id === user && !manager.gone;
}

function roleIn(user: string, agreement: LeaderAgreement): Role {
  if (partnerIn(agreement, user)?.state === 'accepted') return 'partner';
  return agreement.asks?.some((ask) => ask.to === user && !ask.closed) ? 'recipient' : 'stranger';
}

function partnerIn({ partners }: LeaderAgreement, user: string): Partner | undefined {
  return partners?.find((partner) => partner.id === user && !isExternal(partner));
}

function seesPoints(user: string, agreement: LeaderAgreement): boolean {
  const partner = partnerIn(agreement, user);
  if (partner?.state === 'accepted') return partner.seesPoints;
  return isManager(user, agreement) && agreement.manager?.seesPoints === true;
}

/** Whether the viewer may do that with this thing of the owner's, as both stand now. */
export function allows(viewer: PersonId, owner: Person, act: Act, thing: Thing = { kind: 'own' }): boolean {
  const { role, state } = standing(viewer, owner, thing);
  return may(role, act, state);
}
