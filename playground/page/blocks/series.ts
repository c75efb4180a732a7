import type { Chart } from './types.ts';

/** Told apart by order as well as by colour: the legend and the table name them all. */
export const seriesColour = (index: number): string => `var(--series-${(index % 6) + 1})`;

export const categoriesOf = (chart: Chart): string[] =>
  chart.axis_config?.categories ?? (chart.series?.[0]?.data ?? []).map(({ label }) => label);
