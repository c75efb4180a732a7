import { byType, list, object, type Schema, string, typed } from './schema.ts';

const page = 'block-kit/blocks/data-visualization-block';

const number: Schema = { type: 'number' };
const label = string(20);
const series = object(page, { name: label, data: list(object(page, { label, value: number }), 20) });
const segment = object(page, { label, value: { ...number, exclusiveMinimum: 0 } });

const axes = object(
  page,
  { categories: { ...list(label, 20), uniqueItems: true } },
  { x_label: string(50), y_label: string(50) },
);
/** The page says six series and six segments; others have seen twelve pass. Six is what is promised. */
const plotted = (type: string): Schema => typed(type, page, { series: list(series, 6), axis_config: axes });

export const chart = typed(
  'data_visualization',
  page,
  {
    title: string(50),
    chart: byType([
      ...['line', 'bar', 'area'].map(plotted),
      typed('pie', page, { segments: list(segment, 6) }),
    ]),
  },
  { block_id: string(255) },
);
