import type { RichTextBlock } from '@slack/types';
import type { LeaderAgreement } from '../domain/agreement.ts';
import type { Texts } from '../texts/index.ts';
import { rich } from './blocks.ts';

/** More would not be read. */
const mostShown = 5;

/** The latest small wins, told again: in the agreement, half-way and at its end. Nothing where there are none. */
export function winsSoFar({ checkIns }: LeaderAgreement, texts: Texts): RichTextBlock[] {
  const wins = checkIns.flatMap(({ win }) => (win === undefined ? [] : [win])).slice(-mostShown);
  if (wins.length === 0) return [];
  return [rich([{ text: texts.agreement.wins, bold: true }, ...wins.map((win) => ({ text: `• ${win}` }))])];
}
