import type { Group } from '../domain/group.ts';
import { chartedRounds, pointsOf } from '../domain/lines.ts';
import type { PastRound, Round } from '../domain/round.ts';
import type { Texts } from '../texts/index.ts';
import { oneLine, shortened } from './cut.ts';

type Series = { name: string; data: { label: string; value: number }[] };

/** As Slack takes it in messages; its types don't know it yet. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export type ChartBlock = {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: Series[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
};

/** What a series, and a place on the axis, may be called. */
const mostLetters = 20;

/** The points' progress over the latest rounds. Nothing where this round says too little, or the workspace refuses charts. */
export function progressChart(group: Group, round: Round, texts: Texts): ChartBlock[] {
  const { plain, rounds } = group;
  const points = pointsOf(group, round);
  const charted = plain ? [] : chartedRounds(rounds, points);
  if (charted.at(-1)?.id !== round.id) return [];
  const t = texts.channel.summary;
  const isOnce = charted.length === 1;
  const categories = unique(charted.map(({ on }) => t.shortDate(on)));
  return [
    {
      type: 'data_visualization',
      title: isOnce ? t.chartOnce : t.chart,
      chart: {
        type: isOnce ? 'bar' : 'line',
        series: seriesOf(charted, points, categories),
        axis_config: { categories, x_label: t.round, y_label: t.progress },
      },
    },
  ];
}

function seriesOf(
  charted: PastRound[],
  points: { id: string; title: string }[],
  categories: string[],
): Series[] {
  const names = unique(points.map(({ title }) => shortened(oneLine(title), mostLetters)));
  return points.map(({ id }, index) => ({
    name: names[index] ?? '',
    data: charted.map(({ progress }, round) => ({
      label: categories[round] ?? '',
      value: progress.find(({ point }) => point === id)?.mean ?? 0,
    })),
  }));
}

/** What is called the same again gets a number. */
function unique(names: string[]): string[] {
  const given: string[] = [];
  for (const name of names) given.push(unlike(name, given));
  return given;
}

function unlike(name: string, taken: string[], number = 1): string {
  const numbered = number === 1 ? '' : ` (${number})`;
  const called = `${shortened(name, mostLetters - numbered.length)}${numbered}`;
  return taken.includes(called) ? unlike(name, taken, number + 1) : called;
}
