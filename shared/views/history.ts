import type { ModalView } from '@slack/types';
import { type Person, rulesFor } from '../domain/person.ts';
import type { Texts } from '../texts/index.ts';
import { agreementBlocks } from './agreement.ts';
import { context, modal, section } from './blocks.ts';

/** Agreements that are over and not yet deleted, the latest first. */
export function historyView(person: Person, texts: Texts): ModalView {
  const t = texts.history;
  // A view takes a hundred blocks; three agreements at their longest are about fifty.
  const shown = person.past.slice(-3).reverse();
  return modal({ callback: 'history', title: t.title, close: texts.close }, [
    ...(shown.length > 0
      ? shown.flatMap((agreement) => agreementBlocks(agreement, texts))
      : [section(t.nothing)]),
    context(t.kept(rulesFor(person).keptDays)),
  ]);
}
