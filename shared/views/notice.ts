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

/** The same view with the sentences above it. What was typed stays, since its blocks keep their ids. */
export function viewWithNotice(view: ModalView, lines: string[]): ModalView {
  const said = { ...section(lines.join('\n')), block_id: 'notice' };
  return { ...view, blocks: [said, ...view.blocks.filter((block) => block.block_id !== said.block_id)] };
}
