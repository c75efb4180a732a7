import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from '@slack/types';
import type { Sentence } from '../texts/facts.ts';
import type { ChartBlock } from './chart.ts';

/**
 * Small builders for the blocks we use. What a person wrote goes only into `plain` and `rich`, which Slack shows letter
 * by letter: it can't mention, link or format. `section` and `context` take our own wording, in Slack's mrkdwn.
 */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** `user` stands before the text, as Slack shows a person: their name now, in the reader's way. */
export type Line = { label?: string; user?: string | undefined; text: string; bold?: boolean };

/** Lines of `label: @user text`, the label in bold. */
export function rich(lines: Line[]): RichTextBlock {
  const elements = lines.flatMap(({ label, user, text, bold }, index) => [
    ...(index > 0 ? [{ type: 'text' as const, text: '\n' }] : []),
    ...(label === undefined ? [] : [{ type: 'text' as const, text: `${label}: `, style: { bold: true } }]),
    ...(user === undefined ? [] : [{ type: 'user' as const, user_id: user }]),
    ...(text === '' ? [] : [{ type: 'text' as const, text, ...(bold ? { style: { bold: true } } : {}) }]),
  ]);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** A piece of a line: words, a person as Slack shows them, or a channel. */
export type Piece = string | { bold: string } | { italic: string } | { user: string } | { channel: string };

/** Lines of pieces, for what has more in it than one person. */
export function richPieces(lines: Piece[][]): RichTextBlock {
  const elements = lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'text' as const, text: '\n' }] : []),
    ...line.filter((piece) => piece !== '').map(elementOf),
  ]);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function elementOf(piece: Piece): RichTextElement {
  if (typeof piece === 'string') return { type: 'text', text: piece };
  if ('bold' in piece) return { type: 'text', text: piece.bold, style: { bold: true } };
  if ('italic' in piece) return { type: 'text', text: piece.italic, style: { italic: true } };
  return 'user' in piece
    ? { type: 'user', user_id: piece.user }
    : { type: 'channel', channel_id: piece.channel };
}

/** A message as Slack takes it: `text` says the same as the blocks, for notifications and screen readers. */
export type Message = { text: string; blocks: (KnownBlock | ChartBlock)[] };

/** Whom a sentence is about: somebody in Slack, or by the name that was written, or a group's channel. */
export type Who = { user: string } | { name: string } | { channel: string };

/** A sentence with a person in it. */
export function about([before, after]: Sentence, who: Who): RichTextBlock {
  const text = (said: string) => (said === '' ? [] : [{ type: 'text' as const, text: said }]);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [...text(before), elementFor(who), ...text(after)] }],
  };
}

function elementFor(who: Who): RichTextElement {
  if ('user' in who) return { type: 'user', user_id: who.user };
  return 'channel' in who ? { type: 'channel', channel_id: who.channel } : { type: 'text', text: who.name };
}

/** The same for a message's `text`, which takes mrkdwn. */
export function saidAbout([before, after]: Sentence, who: Who): string {
  if ('channel' in who) return `${before}<#${who.channel}>${after}`;
  const person = 'user' in who ? `<@${who.user}>` : escaped(who.name);
  return `${before}${person}${after}`;
}

/** What somebody wrote may hold what Slack's mrkdwn would read as a mention or a link. https://docs.slack.dev/messaging/formatting-message-text */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type ButtonOptions = {
  primary?: boolean;
  danger?: boolean;
  value?: string;
  /** What a screen reader says, where the label alone would not tell two buttons apart. */
  spoken?: string;
  confirm?: { title: string; text: string; yes: string; no: string };
};

export function button(action: string, label: string, options: ButtonOptions = {}): Button {
  const { primary, danger, value, spoken, confirm } = options;
  return {
    type: 'button',
    action_id: action,
    text: plain(label),
    ...(primary ? { style: 'primary' as const } : {}),
    ...(danger ? { style: 'danger' as const } : {}),
    ...(value === undefined ? {} : { value }),
    ...(spoken === undefined ? {} : { accessibility_label: cut(spoken, 75) }),
    ...(confirm === undefined ? {} : { confirm: confirmation(confirm) }),
  };
}

/** At most so many UTF-16 units, and never half of a character that is two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function confirmation({ title, text, yes, no }: NonNullable<ButtonOptions['confirm']>): ConfirmationDialog {
  return { title: plain(title), text: plain(text), confirm: plain(yes), deny: plain(no), style: 'danger' };
}

export function actions(id: string, buttons: Button[]): ActionsBlock {
  return { type: 'actions', block_id: id, elements: buttons };
}

/** Every input's value is found under this action id in the block of its name. */
export const inputAction = 'value';

type Field = { id: string; label: string; hint?: string; optional?: boolean };

function input({ id, label, hint, optional }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    ...(optional ? { optional } : {}),
  };
}

type TextField = Field & {
  most: number;
  value?: string | undefined;
  placeholder?: string;
  multiline?: boolean;
};

export function textInput({ most, value, placeholder, multiline, ...field }: TextField): InputBlock {
  return input(field, {
    type: 'plain_text_input',
    action_id: inputAction,
    max_length: most,
    ...(multiline ? { multiline } : {}),
    ...(value ? { initial_value: value } : {}),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
  });
}

export type Choice = { value: string; label: string };

const option = ({ value, label }: Choice): PlainTextOption => ({ text: plain(label), value });

type ChoiceField = Field & { choices: Choice[]; value?: string | undefined; placeholder?: string };

function initialOption({ choices, value }: ChoiceField) {
  const chosen = choices.find((choice) => choice.value === value);
  return chosen === undefined ? {} : { initial_option: option(chosen) };
}

export function radioInput(field: ChoiceField): InputBlock {
  const { choices, value: _, placeholder: __, ...rest } = field;
  return input(rest, {
    type: 'radio_buttons',
    action_id: inputAction,
    options: choices.map(option),
    ...initialOption(field),
  });
}

export function selectInput(field: ChoiceField): InputBlock {
  const { choices, value: _, placeholder, ...rest } = field;
  return input(rest, {
    type: 'static_select',
    action_id: inputAction,
    options: choices.map(option),
    ...initialOption(field),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
  });
}

export function checkboxInput({
  choices,
  values,
  ...field
}: Field & { choices: Choice[]; values: string[] }): InputBlock {
  const chosen = choices.filter((choice) => values.includes(choice.value)).map(option);
  return input(field, {
    type: 'checkboxes',
    action_id: inputAction,
    options: choices.map(option),
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  });
}

export function timeInput({ time, ...field }: Field & { time: string }): InputBlock {
  return input(field, { type: 'timepicker', action_id: inputAction, initial_time: time });
}

export function dateInput(field: Field & { date?: string }): InputBlock {
  const { date, ...rest } = field;
  return input(rest, {
    type: 'datepicker',
    action_id: inputAction,
    ...(date === undefined ? {} : { initial_date: date }),
  });
}

type UserField = Field & { user?: string | undefined; placeholder?: string; action?: string };

/** One person. With an `action` of its own, a change is told at once, as that action. */
export function userInput({ user, placeholder, action, ...field }: UserField): InputBlock {
  const block = input(field, {
    type: 'users_select',
    action_id: action ?? inputAction,
    ...(user === undefined ? {} : { initial_user: user }),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
  });
  return action === undefined ? block : { ...block, dispatch_action: true };
}

type UsersField = Field & { users: string[]; most: number; action?: string };

/** Some people. */
export function usersInput({ users, most, action, ...field }: UsersField): InputBlock {
  const block = input(field, {
    type: 'multi_users_select',
    action_id: action ?? inputAction,
    max_selected_items: most,
    ...(users.length > 0 ? { initial_users: users } : {}),
  });
  return action === undefined ? block : { ...block, dispatch_action: true };
}

type Modal = { callback: string; title: string; close: string; submit?: string; metadata?: object };

export function modal(
  { callback, title, close, submit, metadata }: Modal,
  blocks: ModalView['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(title),
    close: plain(close),
    ...(submit === undefined ? {} : { submit: plain(submit) }),
    ...(metadata === undefined ? {} : { private_metadata: JSON.stringify(metadata) }),
    blocks,
  };
}
