import { richText } from './rich-text.ts';
import { anyString, bool, byType, list, object, oneOfValues, string, typed } from './schema.ts';

const page = 'block-kit/blocks/table-block';

const cell = byType([
  typed('raw_text', page, { text: anyString }),
  typed('raw_number', page, { text: anyString, value: { type: 'number' } }),
  richText,
]);
const columnSetting = object(page, {}, { align: oneOfValues('left', 'center', 'right'), is_wrapped: bool });

export const table = typed(
  'table',
  page,
  { rows: list(list(cell, 20), 100) },
  { block_id: string(255), column_settings: list(columnSetting, 20) },
);
