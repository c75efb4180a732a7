import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Texts } from '../texts/index.ts';
import { actions, modal, section } from './blocks.ts';

/** A few sentences of ours: what was saved, what could not be done, help; perhaps with a way on. Closing it closes all. */
export function noticeView(title: string, lines: string[], texts: Texts, buttons: Button[] = []): ModalView {
  const ways = buttons.length > 0 ? [actions('ways', buttons)] : [];
  return noticeWith(title, [...lines.map(section), ...ways], texts);
}

/** The same with more than sentences. */
export function noticeWith(title: string, blocks: KnownBlock[], texts: Texts): ModalView {
  return { ...modal({ callback: 'notice', title, close: texts.close }, blocks), clear_on_close: true };
}

/** The same view with the sentences above it. What was typed stays, since its blocks keep their ids. */
export function viewWithNotice(view: ModalView, lines: string[]): ModalView {
  const said = { ...section(lines.join('\n')), block_id: 'notice' };
  return { ...view, blocks: [said, ...view.blocks.filter((block) => block.block_id !== said.block_id)] };
}
