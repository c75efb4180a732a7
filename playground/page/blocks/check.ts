import type { Values } from '../../contract.ts';
import type { Texts } from '../texts.ts';
import { actionId, type Block, blockId, type Element } from './types.ts';
import { contentOf, isEmpty } from './values.ts';

/** What Slack's own client refuses before the app hears of it: a sentence per block id. */
export function checkInputs(blocks: Block[], values: Values, t: Texts): Record<string, string> {
  const errors: Record<string, string> = {};
  blocks.forEach((block, index) => {
    const id = blockId(block, index);
    const problem = block.element && problemOf(block, block.element, values, id, t);
    if (problem) errors[id] = problem;
  });
  return errors;
}

function problemOf(block: Block, element: Element, values: Values, id: string, t: Texts): string | undefined {
  const value = values[id]?.[actionId(element)];
  if (isEmpty(element, value)) return block.optional ? undefined : t.required;
  const content = contentOf(element, value);
  if (Array.isArray(content)) {
    const most = element.max_selected_items;
    return most !== undefined && content.length > most ? t.tooMany(most) : undefined;
  }
  return typeof content === 'string' ? problemOfText(element, content, t) : undefined;
}

function problemOfText(element: Element, text: string, t: Texts): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return problemOfLength(element, lengthOf(text), t);
    case 'number_input':
      return problemOfNumber(element, text, t);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : t.notEmail;
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text) ? undefined : t.notUrl;
    default:
      return undefined;
  }
}

function problemOfLength(element: Element, length: number, t: Texts): string | undefined {
  if (element.max_length !== undefined && length > element.max_length) return t.tooLong(element.max_length);
  if (element.min_length !== undefined && length < element.min_length) return t.tooShort(element.min_length);
  return undefined;
}

function problemOfNumber(element: Element, text: string, t: Texts): string | undefined {
  const number = Number(text);
  if (!Number.isFinite(number)) return t.notNumber;
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return t.notWhole;
  const { min_value: min, max_value: max } = element;
  if (min !== undefined && number < Number(min)) return t.notBelow(min);
  return max !== undefined && number > Number(max) ? t.notAbove(max) : undefined;
}

/** Slack counts code points: an emoji is one. */
export const lengthOf = (text: string): number => [...text].length;
