import {
  confirm,
  conversationFilter,
  option,
  optionGroup,
  overflowOption,
  richOption,
} from './composition.ts';
import {
  anyString,
  bool,
  exactlyOneOf,
  list,
  type Properties,
  type Schema,
  string,
  typed,
} from './schema.ts';
import { plainText } from './text.ts';

const page = (name: string) => `block-kit/block-elements/${name}`;
const select = page('select-menu-element');
const multiSelect = page('multi-select-menu-element');

export const actionId: Properties = { action_id: string(255) };
/** Whatever can be clicked, focused and asked about before it counts. */
export const choosable: Properties = { ...actionId, confirm, focus_on_load: bool };
export const placeholder: Properties = { placeholder: plainText(150) };

const single: Properties = { ...choosable, ...placeholder };
const multi: Properties = { ...single, max_selected_items: { type: 'integer', minimum: 1 } };
/** Only in the inputs of modals; rules/places.ts sees to that. */
const respondable: Properties = { response_url_enabled: bool };
const statics: Properties = { options: list(option, 100), option_groups: list(optionGroup, 100) };

export const staticSelect: Schema = {
  ...typed('static_select', select, {}, { ...single, ...statics, initial_option: option }),
  ...exactlyOneOf('options', 'option_groups'),
};
export const multiStaticSelect: Schema = {
  ...typed(
    'multi_static_select',
    multiSelect,
    {},
    { ...multi, ...statics, initial_options: list(option, 100) },
  ),
  ...exactlyOneOf('options', 'option_groups'),
};

const several: Schema = { type: 'array', items: anyString, minItems: 1, uniqueItems: true };

export const usersSelect = typed('users_select', select, {}, { ...single, initial_user: anyString });
export const multiUsersSelect = typed(
  'multi_users_select',
  multiSelect,
  {},
  { ...multi, initial_users: several },
);
export const multiConversationsSelect = typed(
  'multi_conversations_select',
  multiSelect,
  {},
  {
    ...multi,
    initial_conversations: several,
    default_to_current_conversation: bool,
    filter: conversationFilter,
  },
);
export const multiChannelsSelect = typed(
  'multi_channels_select',
  multiSelect,
  {},
  { ...multi, initial_channels: several },
);
export const conversationsSelect = typed(
  'conversations_select',
  select,
  {},
  {
    ...single,
    ...respondable,
    initial_conversation: anyString,
    default_to_current_conversation: bool,
    filter: conversationFilter,
  },
);
export const channelsSelect = typed(
  'channels_select',
  select,
  {},
  { ...single, ...respondable, initial_channel: anyString },
);

export const overflow = typed(
  'overflow',
  page('overflow-menu-element'),
  { options: list(overflowOption, 5) },
  { ...actionId, confirm },
);
export const radioButtons = typed(
  'radio_buttons',
  page('radio-button-group-element'),
  { options: list(richOption, 10) },
  { ...choosable, initial_option: richOption },
);
export const checkboxes = typed(
  'checkboxes',
  page('checkboxes-element'),
  { options: list(richOption, 10) },
  { ...choosable, initial_options: list(richOption, 10) },
);
