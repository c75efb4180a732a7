import type { Button, ModalView } from '@slack/types';
import type { Texts } from '../texts/index.ts';
import { actions, modal, section } from './blocks.ts';

/** A few sentences of ours: what was saved, what could not be done, help; perhaps with a way on. Closing it closes all. */
export function noticeView(title: string, lines: string[], texts: Texts, buttons: Button[] = []): ModalView {
  const ways = buttons.length > 0 ? [actions('notice', buttons)] : [];
  const blocks = [...lines.map(section), ...ways];
  return { ...modal({ callback: 'notice', title, close: texts.close }, blocks), clear_on_close: true };
}
