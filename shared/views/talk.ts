import type { KnownBlock, ModalView } from '@slack/types';
import type { Workspace } from '../domain/workspace.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, rich, section } from './blocks.ts';
import { noticeWith } from './notice.ts';

/** Opens whom one can talk to, from wherever one writes. Nothing remembers that it was pressed. */
export const talkAction = 'talk';

export const talkButton = ({ settings: { talk: t } }: Texts) => button(talkAction, t.button);

/** Under every form in which somebody writes: what to write about, and the way to a human being. */
export function care(texts: Texts, said: string = texts.writeAboutConditions): KnownBlock[] {
  return [context(said), actions('care', [talkButton(texts)])];
}

/** PRODUCT.md, "People, not software". */
export function talkView({ contacts }: Workspace, texts: Texts): ModalView {
  const t = texts.settings.talk;
  const named = contacts.map(({ name, reach }) => ({ label: name, text: reach }));
  return {
    // Closed, it leads back to the form it was opened from.
    ...noticeWith(
      t.title,
      [
        section(t.intro),
        named.length > 0 ? rich(named) : section(t.nobody),
        section(`${t.doctor} ${t.acute}`),
        context(t.trace),
      ],
      texts,
    ),
    clear_on_close: false,
  };
}
