import type { Problem } from '../shape.ts';
import { type At, type Block, each, repeated, type Series } from './payload.ts';

function mismatch({ it, pointer }: At<Series>, categories: string[]): Problem[] {
  const labels = it.data.map((point) => point.label);
  const exact =
    labels.length === categories.length && categories.every((category) => labels.includes(category));
  return exact ? [] : [{ pointer: `${pointer}/data`, message: 'needs one point for every category' }];
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block: all that has axes. */
export function problemsOfChart({ it, pointer }: At<Block>): Problem[] {
  const series = each(it.chart?.series ?? [], `${pointer}/chart/series`);
  const categories = it.chart?.axis_config?.categories ?? [];
  return [
    ...repeated(series, ({ name }) => name).map((again) => ({
      pointer: `${again.pointer}/name`,
      message: `name is already used: ${again.it.name}`,
    })),
    ...series.flatMap((one) => mismatch(one, categories)),
  ];
}
