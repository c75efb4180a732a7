import { dispatchActionConfig } from './composition.ts';
import { actionId, choosable, placeholder } from './menus.ts';
import { richText } from './rich-text.ts';
import { bool, integer, type Properties, type Schema, string, typed } from './schema.ts';

const page = (name: string) => `block-kit/block-elements/${name}`;

export const datepicker = typed(
  'datepicker',
  page('date-picker-element'),
  {},
  { ...choosable, ...placeholder, initial_date: { type: 'string', format: 'date' } },
);
export const timepicker = typed(
  'timepicker',
  page('time-picker-element'),
  {},
  {
    ...choosable,
    ...placeholder,
    initial_time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    timezone: { type: 'string', format: 'time-zone' },
  },
);
/** No placeholder, unlike its siblings; seconds as ten digits. */
export const datetimepicker = typed(
  'datetimepicker',
  page('datetime-picker-element'),
  {},
  { ...choosable, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
);

const typable: Properties = {
  ...placeholder,
  dispatch_action_config: dispatchActionConfig,
  focus_on_load: bool,
};
const initialText: Properties = { initial_value: string(3000, 0) };

export const plainTextInput = typed(
  'plain_text_input',
  page('plain-text-input-element'),
  {},
  {
    ...actionId,
    ...typable,
    ...initialText,
    multiline: bool,
    min_length: integer(0, 3000),
    max_length: integer(1, 3000),
  },
);
export const emailInput = typed(
  'email_text_input',
  page('email-input-element'),
  {},
  { ...actionId, ...typable, ...initialText },
);
export const urlInput = typed(
  'url_text_input',
  page('url-input-element'),
  {},
  { ...actionId, ...typable, ...initialText },
);

/** Numbers travel as strings. */
const number: Schema = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };

/** Slack's name has no `text` in it, unlike the e-mail and URL inputs. */
export const numberInput = typed(
  'number_input',
  page('number-input-element'),
  { is_decimal_allowed: bool },
  { ...actionId, ...typable, initial_value: number, min_value: number, max_value: number },
);

const lines = integer(1, 100);
/** The one element whose `action_id` is required. */
export const richTextInput = typed('rich_text_input', page('rich-text-input-element'), actionId, {
  ...typable,
  initial_value: richText,
  min_lines: lines,
  max_lines: lines,
});
