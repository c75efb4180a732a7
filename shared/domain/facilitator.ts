import { type Group, memberOf } from './group.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isOpenRound } from './round.ts';
import type { PlainDate } from './time.ts';

/**
 * Who keeps the next round moving: everybody in turn, so that all take responsibility (PRODUCT.md). The one who has not
 * for longest comes first; of those who never have, the one who came first.
 */
export function facilitatorsInTurn({ members }: Group): string[] {
  const last = (date: PlainDate | undefined) => date ?? '';
  return members
    .map((member, index) => ({ member, index }))
    .sort((a, b) => {
      const [one, other] = [last(a.member.facilitatedOn), last(b.member.facilitatedOn)];
      return one === other ? a.index - b.index : one < other ? -1 : 1;
    })
    .map(({ member }) => member.id);
}

/** The group with that facilitator of its round; whose turn it was keeps it, where they only handed over. */
export function withFacilitator(group: Group, user: string | undefined): Group {
  const { round } = group;
  if (round === undefined) return group;
  const members = group.members.map((member) =>
    member.id === user ? { ...member, facilitatedOn: round.on } : member,
  );
  return { ...group, members, round: { ...round, facilitator: user } };
}

/** Gives that round, as long as it is open, to another member. */
export function handOver(group: Group, round: string, to: string): Group | Refusal {
  if (!isOpenRound(group.round) || group.round.id !== round) return refuse('round-closed');
  if (memberOf(group, to) === undefined) return refuse('not-a-member');
  return group.round.facilitator === to ? group : withFacilitator(group, to);
}
