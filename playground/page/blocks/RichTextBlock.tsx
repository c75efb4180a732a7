import type { ReactNode } from 'react';
import { parts } from './parts.ts';
import type { Block } from './types.ts';

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };
type Piece = { type: string; text?: string; style?: Style };
type Section = { type: string; elements?: Piece[] };

/** Rich text is shown letter by letter: nothing in it is read as formatting, a mention or a link. */
export function RichTextBlock({ block }: { block: Block }): ReactNode {
  const sections = (block.elements ?? []) as unknown as Section[];
  return <div className="block-rich-text text">{parts(sections.map(drawSection))}</div>;
}

const drawSection = ({ elements = [] }: Section): ReactNode => (
  <p className="rich-text-section">{parts(elements.map(drawPiece))}</p>
);

function drawPiece({ text = '', style = {} }: Piece): ReactNode {
  const { bold, italic, strike, code } = style;
  let drawn: ReactNode = text;
  if (code) drawn = <code>{drawn}</code>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}
