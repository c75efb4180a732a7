import { type Group, memberOf } from './group.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Contribution, isOpenRound, type Round } from './round.ts';
import { withRound } from './rounds.ts';
import { sameIn } from './same.ts';
import { addSeconds, type Instant } from './time.ts';

export type ContributionInput = Omit<Contribution, 'at' | 'by' | 'name'> & { round: string };

/**
 * A form that was open when the round closed may still be sent for so long: nobody loses what they were writing. The summary
 * is repainted with it.
 */
export const graceSeconds = 15 * 60;

/** What a member says; their later word replaces it, as long as the round takes any. */
export function contribute(
  group: Group,
  by: string,
  input: ContributionInput,
  now: Instant,
): Group | Refusal {
  const { round: id, ...said } = input;
  const { round, agreement } = group;
  if (round === undefined || round.id !== id || agreement === undefined) return refuse('round-closed');
  const before = contributionOf(round, by);
  const points = agreement.points.map((point) => point.id);
  // A point may have been replaced since the form was opened.
  const progress = said.progress.filter(({ point }) => points.includes(point));
  const outcomes = said.outcomes?.filter(({ point }) => points.includes(point));
  const { name = by } = memberOf(group, by) ?? {};
  const contribution: Contribution = { ...said, progress, outcomes, by, name, at: now };
  if (before && sameIn(before, contribution, whatIsSaid)) return group;
  if (!takesContributions(round, now)) return refuse('round-closed');
  const contributions = before
    ? round.contributions.map((old) => (old === before ? contribution : old))
    : [...round.contributions, contribution];
  return withRound(group, { ...round, contributions });
}

const whatIsSaid = [
  'progress',
  'worked',
  'tried',
  'adjust',
  'need',
  'lend',
  'stillRight',
  'outcomes',
] as const satisfies (keyof Contribution)[];

export function takesContributions(round: Round, now: Instant): boolean {
  return isOpenRound(round) || now < addSeconds(round.closedAt ?? now, graceSeconds);
}

export function contributionOf({ contributions }: Round, user: string): Contribution | undefined {
  return contributions.find(({ by }) => by === user);
}
