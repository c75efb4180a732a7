import type { Progress } from './agreement.ts';
import type { Group } from './group.ts';
import {
  type Contribution,
  isOpenRound,
  lineKinds,
  type PastRound,
  type Resource,
  type Round,
  type RoundLine,
} from './round.ts';

/** What a round came to: its lines, its figures, who can help whom. */

/** Every line of a round, kind by kind, each kind in the order in which it was written. */
export function linesOf(round: Round): RoundLine[] {
  const written = round.contributions.flatMap((contribution) => linesIn(round, contribution));
  return lineKinds.flatMap((kind) => written.filter((line) => line.kind === kind));
}

function linesIn(round: Round, contribution: Contribution): RoundLine[] {
  const { by, name, worked, tried, adjust, need, lend } = contribution;
  const line = (kind: RoundLine['kind'], said: Pick<RoundLine, 'text' | 'kinds'>): RoundLine => ({
    id: `${round.id}.${by}.${kind}`,
    kind,
    by,
    name,
    ...said,
  });
  const texts = { worked, tried, adjust };
  return [
    ...(['worked', 'tried', 'adjust'] as const).flatMap((kind) =>
      texts[kind] === undefined ? [] : [line(kind, { text: texts[kind] })],
    ),
    ...(need ? [line('need', need)] : []),
    ...(lend ? [line('lend', lend)] : []),
  ];
}

/** All that may be talked about: what earlier rounds left, and what a round brought once it is closed, never before. */
export function linesToDiscuss(group: Group, round: Round): RoundLine[] {
  return [...group.notes, ...(isOpenRound(round) ? [] : linesOf(round))];
}

export function findLine(group: Group, id: string): RoundLine | undefined {
  return group.round && linesToDiscuss(group, group.round).find((line) => line.id === id);
}

/** Talked about, or agreed on. */
export function isDealtWith({ round, commitments }: Group, line: RoundLine): boolean {
  return (round?.discussed.includes(line.id) ?? false) || commitments.some((made) => made.line === line.id);
}

const mostNotes = 20;

/**
 * What the next round begins with: everything nobody talked about, the latest where it is much. What worked was celebrated
 * when it was read; what somebody needs or can lend is of the moment, and comes along once.
 */
export function carriedOver(group: Group): RoundLine[] {
  const { round } = group;
  if (round === undefined) return group.notes;
  const isOfTheMoment = ({ kind }: RoundLine) => kind === 'need' || kind === 'lend';
  const left = group.notes.filter((note) => !isOfTheMoment(note));
  const brought = linesOf(round).filter(({ kind }) => kind !== 'worked');
  return [...left, ...brought].filter((line) => !isDealtWith(group, line)).slice(-mostNotes);
}

export type Match = { kind: Resource; needs: RoundLine; lends: RoundLine };

/** Where one needs what another can lend: each need with the first who can. */
export function matchesIn(lines: RoundLine[]): Match[] {
  const lenders = lines.filter(({ kind }) => kind === 'lend');
  return lines
    .filter(({ kind }) => kind === 'need')
    .flatMap((needs) =>
      (needs.kinds ?? []).flatMap((kind) => {
        const lends = lenders.find(({ by, kinds }) => by !== needs.by && kinds?.includes(kind));
        return lends ? [{ kind, needs, lends }] : [];
      }),
    );
}

/** The points that a round was about. */
export function pointsOf({ agreement }: Group, { points }: Round): { id: string; title: string }[] {
  return points ?? agreement?.points ?? [];
}

/** A round's figures; one decimal, as it is shown. */
export function figuresOf(group: Group, round: Round): PastRound {
  return {
    id: round.id,
    on: round.on,
    // Somebody may have contributed and left.
    members: Math.max(group.members.length, round.contributions.length),
    contributed: round.contributions.length,
    progress: pointsOf(group, round).flatMap(({ id }) => {
      const mean = meanOf(
        round.contributions.flatMap(({ progress }) => progress.filter(({ point }) => point === id)),
      );
      return mean === undefined ? [] : [{ point: id, mean }];
    }),
  };
}

function meanOf(said: { progress: Progress }[]): number | undefined {
  if (said.length === 0) return undefined;
  const sum = said.reduce((total, { progress }) => total + progress, 0);
  return Math.round((sum / said.length) * 10) / 10;
}

/** The latest rounds that say something of both points: what a chart can show. */
export function chartedRounds(rounds: PastRound[], points: { id: string }[], most = 12): PastRound[] {
  const saysAll = ({ progress }: PastRound) =>
    points.every(({ id }) => progress.some(({ point }) => point === id));
  return rounds.filter(saysAll).slice(-most);
}

/** How many said what, where a round asked. */
export function talliesOf<T>(
  contributions: Contribution[],
  said: (contribution: Contribution) => T | undefined,
): Map<T, number> {
  const tally = new Map<T, number>();
  for (const contribution of contributions) {
    const word = said(contribution);
    if (word !== undefined) tally.set(word, (tally.get(word) ?? 0) + 1);
  }
  return tally;
}
