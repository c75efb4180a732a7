import type { Values } from '../../contract.ts';
import { actionId, type Block, blockId, type Element } from './types.ts';

export type Value = Record<string, unknown>;

type Kind = { slot: string; initial: string; many?: true };

const text: Kind = { slot: 'value', initial: 'initial_value' };
const option: Kind = { slot: 'selected_option', initial: 'initial_option' };
const options: Kind = { slot: 'selected_options', initial: 'initial_options', many: true };

/** Where Slack keeps each element's value, and where the app puts its initial one. */
const kinds: Record<string, Kind> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  static_select: option,
  radio_buttons: option,
  checkboxes: options,
  multi_static_select: options,
  users_select: { slot: 'selected_user', initial: 'initial_user' },
  multi_users_select: { slot: 'selected_users', initial: 'initial_users', many: true },
  multi_channels_select: { slot: 'selected_channels', initial: 'initial_channels', many: true },
  multi_conversations_select: {
    slot: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  channels_select: { slot: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { slot: 'selected_conversation', initial: 'initial_conversation' },
  timepicker: { slot: 'selected_time', initial: 'initial_time' },
  datepicker: { slot: 'selected_date', initial: 'initial_date' },
  datetimepicker: { slot: 'selected_date_time', initial: 'initial_date_time' },
  rich_text_input: { slot: 'rich_text_value', initial: 'initial_value' },
};

export const holdsValue = (element: Element): boolean => element.type in kinds;

export function makeValue(element: Element, content: unknown): Value {
  const kind = kinds[element.type];
  return kind ? { type: element.type, [kind.slot]: content } : { type: element.type };
}

export function contentOf(element: Element, value: Value | undefined): unknown {
  const kind = kinds[element.type];
  return kind && value ? value[kind.slot] : undefined;
}

function initialValue(element: Element): Value {
  const kind = kinds[element.type];
  if (!kind) return makeValue(element, null);
  const initial = (element as Record<string, unknown>)[kind.initial];
  return makeValue(element, initial ?? (kind.many ? [] : null));
}

export function isEmpty(element: Element, value: Value | undefined): boolean {
  const content = contentOf(element, value);
  if (Array.isArray(content)) return content.length === 0;
  return typeof content === 'string' ? content.trim() === '' : content == null;
}

type Holder = { block: string; action: string; element: Element };

/** The elements that hold a value, wherever in a block they sit. */
function holders(blocks: Block[]): Holder[] {
  return blocks.flatMap((block, index) =>
    [block.element, block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])]
      .filter((element): element is Element => element !== undefined && holdsValue(element))
      .map((element) => ({ block: blockId(block, index), action: actionId(element), element })),
  );
}

/**
 * Adds initial values for ids not seen before; the rest keeps what was typed, as Slack does when a view is
 * updated. Gives back the very same object when nothing is new, so that React has nothing to do.
 */
export function seed(values: Values, blocks: Block[]): Values {
  const unseen = holders(blocks).filter(({ block, action }) => values[block]?.[action] === undefined);
  return unseen.reduce(
    (seeded, { block, action, element }) => put(seeded, block, action, initialValue(element)),
    values,
  );
}

export const put = (values: Values, block: string, action: string, value: Value): Values => ({
  ...values,
  [block]: { ...values[block], [action]: value },
});

/** What is sent: the values of the elements now in the view, not of those that an update has removed. */
export function collect(values: Values, blocks: Block[]): Values {
  return holders(blocks).reduce<Values>((sent, { block, action, element }) => {
    const value = values[block]?.[action] ?? initialValue(element);
    return put(sent, block, action, value);
  }, {});
}
