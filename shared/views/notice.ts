import type { ModalView } from '@slack/types';
import type { Texts } from '../texts/index.ts';
import { modal, section } from './blocks.ts';

/** A few sentences and nothing to do: what was saved, what could not be done, help. Closing it closes the whole modal. */
export function noticeView(title: string, lines: string[], texts: Texts): ModalView {
  return {
    ...modal({ callback: 'notice', title, close: texts.close }, lines.map(section)),
    clear_on_close: true,
  };
}
