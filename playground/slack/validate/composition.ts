import { anyString, bool, list, object, oneOfValues, type Schema, string } from './schema.ts';
import { anyText, plainText } from './text.ts';

const page = (name: string) => `block-kit/composition-objects/${name}`;

const value = string(150);
const optionOf = (text: Schema, optional = {}): Schema =>
  object(page('option-object'), { text, value }, { description: text, ...optional });

/** In menus: plain text only. */
export const option = optionOf(plainText(75));
/** In radio buttons and checkboxes mrkdwn is allowed too. */
export const richOption = optionOf(anyText(75));
/** `url` exists in overflow menus only. */
export const overflowOption = optionOf(plainText(75), { url: string(3000) });

export const optionGroup = object(page('option-group-object'), {
  label: plainText(75),
  options: list(option, 100),
});

export const confirm = object(
  page('confirmation-dialog-object'),
  { title: plainText(100), text: plainText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOfValues('primary', 'danger') },
);

export const dispatchActionConfig = object(
  page('dispatch-action-configuration-object'),
  {},
  {
    trigger_actions_on: {
      ...list(oneOfValues('on_enter_pressed', 'on_character_entered'), 2),
      uniqueItems: true,
    },
  },
);

export const conversationFilter: Schema = {
  ...object(
    page('conversation-filter-object'),
    {},
    {
      include: { ...list(oneOfValues('im', 'mpim', 'private', 'public'), 4), uniqueItems: true },
      exclude_external_shared_channels: bool,
      exclude_bot_users: bool,
    },
  ),
  minProperties: 1,
};

/** Either the id or the address: with both, Slack rejects the payload. */
export const slackFile: Schema = {
  ...object(page('slack-file-object'), {}, { id: anyString, url: anyString }),
  minProperties: 1,
  maxProperties: 1,
};
