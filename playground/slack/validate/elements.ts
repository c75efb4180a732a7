import { confirm, slackFile } from './composition.ts';
import * as inputs from './inputs.ts';
import * as menus from './menus.ts';
import { byType, exactlyOneOf, oneOfValues, type Properties, type Schema, string, typed } from './schema.ts';
import { plainText } from './text.ts';

export type Surface = 'modal' | 'home' | 'message';
/** The blocks that hold interactive elements. */
export type Holder = 'section' | 'actions' | 'input';

const page = (name: string) => `block-kit/block-elements/${name}`;

const button = typed(
  'button',
  page('button-element'),
  { text: plainText(75) },
  {
    ...menus.actionId,
    value: string(2000, 0),
    url: string(3000),
    style: oneOfValues('primary', 'danger'),
    confirm,
    accessibility_label: string(75),
  },
);

/** The image block has the same fields and a title. */
export const imageOf = (source: string, optional: Properties = {}): Schema => ({
  ...typed(
    'image',
    source,
    { alt_text: string(2000) },
    { image_url: string(3000), slack_file: slackFile, ...optional },
  ),
  ...exactlyOneOf('image_url', 'slack_file'),
});
export const image = imageOf(page('image-element'));

type Use = { schema: Schema; within: Holder[]; on: Surface[] };

const use = (within: Holder[], on: Surface[], schemas: Schema[]): Use[] =>
  schemas.map((schema) => ({ schema, within, on }));

const everywhere: Surface[] = ['modal', 'home', 'message'];

/** Which element works where, from the "works with" lists of the elements' pages. */
const uses: Use[] = [
  ...use(['section', 'actions'], everywhere, [button, menus.overflow]),
  ...use(['section'], everywhere, [image]),
  ...use(['section', 'actions', 'input'], everywhere, [
    menus.staticSelect,
    menus.multiStaticSelect,
    menus.usersSelect,
    menus.multiUsersSelect,
    menus.multiConversationsSelect,
    menus.multiChannelsSelect,
    menus.conversationsSelect,
    menus.channelsSelect,
    menus.radioButtons,
    menus.checkboxes,
    inputs.datepicker,
    inputs.timepicker,
  ]),
  ...use(['actions', 'input'], ['modal', 'message'], [inputs.datetimepicker]),
  ...use(['input'], everywhere, [inputs.plainTextInput]),
  ...use(['input'], ['modal', 'home'], [inputs.richTextInput]),
  ...use(['input'], ['modal'], [inputs.emailInput, inputs.urlInput, inputs.numberInput]),
];

export const elementsFor = (holder: Holder, surface: Surface): Schema =>
  byType(
    uses.filter(({ within, on }) => within.includes(holder) && on.includes(surface)).map((u) => u.schema),
  );
