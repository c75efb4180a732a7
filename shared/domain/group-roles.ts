import { withFacilitator } from './facilitator.ts';
import { type Group, type GroupAgreement, type GroupPoint, memberOf } from './group.ts';
import { isOpenRound } from './round.ts';

/** Who is a member no more has no role: what nobody does now, any member can take over. */
export function withoutRolesOfOthers(group: Group): Group {
  const { leader, agreement, round } = group;
  const isMember = (user: string | undefined) => memberOf(group, user) !== undefined;
  const commitments = group.commitments.map((commitment) =>
    commitment.state === 'open' && !isMember(commitment.owner)
      ? { ...commitment, owner: undefined }
      : commitment,
  );
  const left: Group = {
    ...group,
    leader: isMember(leader) ? leader : undefined,
    // Who led, for the others to hear of: once for each.
    vacated: leader === undefined || isMember(leader) ? group.vacated : leader,
    commitments,
    ...(agreement ? { agreement: { ...agreement, points: vacated(agreement.points, isMember) } } : {}),
  };
  const needsFacilitator = isOpenRound(round) && !isMember(round.facilitator);
  // Whoever is next and does not rest: their wake finds out.
  return needsFacilitator ? withFacilitator(left, undefined) : left;
}

function vacated(
  [first, second]: GroupAgreement['points'],
  isMember: (user: string | undefined) => boolean,
): GroupAgreement['points'] {
  const kept = (point: GroupPoint): GroupPoint =>
    isMember(point.responsible) ? point : { ...point, responsible: undefined };
  return [kept(first), kept(second)];
}
