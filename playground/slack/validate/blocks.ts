import { chart } from './charts.ts';
import { elementsFor, image, imageOf, type Surface } from './elements.ts';
import { richText } from './rich-text.ts';
import {
  atLeastOneOf,
  bool,
  byType,
  list,
  oneOfValues,
  type Properties,
  type Schema,
  string,
  typed,
} from './schema.ts';
import { table } from './tables.ts';
import { anyText, plainText, texts } from './text.ts';

const page = (name: string) => `block-kit/blocks/${name}-block`;
const blockId: Properties = { block_id: string(255) };

const section = (surface: Surface): Schema => ({
  ...typed(
    'section',
    page('section'),
    {},
    {
      ...blockId,
      text: anyText(),
      fields: list(anyText(2000), 10),
      accessory: elementsFor('section', surface),
      expand: bool,
    },
  ),
  ...atLeastOneOf('text', 'fields'),
});

const actions = (surface: Surface): Schema =>
  typed('actions', page('actions'), { elements: list(elementsFor('actions', surface), 25) }, blockId);

const input = (surface: Surface): Schema =>
  typed(
    'input',
    page('input'),
    { label: plainText(2000), element: elementsFor('input', surface) },
    { ...blockId, hint: plainText(2000), optional: bool, dispatch_action: bool },
  );

const header = typed('header', page('header'), { text: plainText(150) }, blockId);
const divider = typed('divider', page('divider'), {}, blockId);
const context = typed(
  'context',
  page('context'),
  { elements: list(byType([image, ...texts()]), 10) },
  blockId,
);
const imageBlock = imageOf(page('image'), { ...blockId, title: plainText(2000) });

const alert = typed(
  'alert',
  page('alert'),
  { text: anyText(200) },
  { ...blockId, level: oneOfValues('default', 'info', 'warning', 'error', 'success') },
);
const markdown = typed('markdown', page('markdown'), { text: string(12_000) }, blockId);

const onlyOn: Record<Surface, Schema[]> = { modal: [alert], home: [], message: [markdown, table, chart] };

export const blocksOn = (surface: Surface): Schema =>
  byType([
    section(surface),
    actions(surface),
    input(surface),
    header,
    divider,
    context,
    imageBlock,
    richText,
    ...onlyOn[surface],
  ]);
