import {
  anyString,
  bool,
  byType,
  integer,
  object,
  oneOfValues,
  type Schema,
  string,
  typed,
} from './schema.ts';

/** The kinds an app has a reason to write; Slack's own messages know more (canvas, file, citation …). */
const page = 'block-kit/blocks/rich-text-block';

const style = object(page, {}, { bold: bool, italic: bool, strike: bool, code: bool, underline: bool });
const leaf = (type: string, required: Record<string, Schema>, optional = {}): Schema =>
  typed(type, page, required, { style, ...optional });

const text = leaf('text', { text: anyString });
const link = leaf('link', { url: anyString }, { text: anyString, unsafe: bool });
const leaves = byType([
  text,
  link,
  leaf('user', { user_id: anyString }),
  leaf('usergroup', { usergroup_id: anyString }),
  leaf('channel', { channel_id: anyString }),
  leaf('broadcast', { range: oneOfValues('here', 'channel', 'everyone') }),
  leaf('emoji', { name: anyString }, { unicode: anyString }),
  leaf(
    'date',
    { timestamp: { type: 'integer' }, format: anyString },
    { url: anyString, fallback: anyString },
  ),
]);

const array = (items: Schema, minItems = 1): Schema => ({ type: 'array', items, minItems });
const border = oneOfValues(0, 1);

const section = typed('rich_text_section', page, { elements: array(leaves) });
const listElement = typed(
  'rich_text_list',
  'block-kit/block-elements/rich-text-list-element',
  { style: oneOfValues('bullet', 'ordered'), elements: array(byType([section])) },
  { indent: integer(0, 8), offset: { type: 'integer', minimum: 0 }, border },
);
const preformatted = typed(
  'rich_text_preformatted',
  'block-kit/block-elements/rich-text-preformatted-element',
  { elements: array(byType([text, link])) },
  { border, language: anyString },
);
const quote = typed('rich_text_quote', page, { elements: array(leaves) }, { border });

export const richText = typed(
  'rich_text',
  page,
  { elements: array(byType([section, listElement, preformatted, quote])) },
  { block_id: string(255) },
);
