import type { ReactNode } from 'react';
import { channelNamed, personNamed } from '../names.ts';
import { type Page, usePage } from '../page-context.ts';
import { parts } from './parts.ts';
import type { Block } from './types.ts';

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };
type Piece = { type: string; text?: string; user_id?: string; channel_id?: string; style?: Style };
type Section = { type: string; elements?: Piece[] };

/** Rich text is shown letter by letter: nothing in it is read as formatting or a link, and only an id as a mention. */
export function RichTextBlock({ block }: { block: Block }): ReactNode {
  const page = usePage();
  const sections = (block.elements ?? []) as unknown as Section[];
  return (
    <div className="block-rich-text text">{parts(sections.map((section) => drawSection(section, page)))}</div>
  );
}

const drawSection = ({ elements = [] }: Section, page: Page): ReactNode => (
  <p className="rich-text-section">{parts(elements.map((piece) => drawPiece(piece, page)))}</p>
);

function drawPiece(piece: Piece, page: Page): ReactNode {
  const { type, user_id = '', channel_id = '', text = '', style = {} } = piece;
  if (type === 'user') return <span className="mention">@{personNamed(page, user_id)}</span>;
  if (type === 'channel') return <span className="mention">{channelNamed(page, channel_id)}</span>;
  const { bold, italic, strike, code } = style;
  let drawn: ReactNode = text;
  if (code) drawn = <code>{drawn}</code>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}
