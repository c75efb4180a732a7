import type { ReactNode } from 'react';
import { channelNamed, personNamed } from '../names.ts';
import { type Page, usePage } from '../page-context.ts';
import { SafeLink } from './mrkdwn.tsx';
import { parts } from './parts.ts';
import type { Piece, RichElement } from './rich-text.ts';
import type { Block } from './types.ts';

/** Rich text is shown letter by letter: nothing in it is read as formatting or a link, and only an id as a mention. */
export function RichTextBlock({ block }: { block: Pick<Block, 'elements'> }): ReactNode {
  const page = usePage();
  const elements = (block.elements ?? []) as unknown as RichElement[];
  return (
    <div className="block-rich-text text">{parts(elements.map((element) => drawElement(element, page)))}</div>
  );
}

function drawElement(element: RichElement, page: Page): ReactNode {
  const pieces = () => parts((element.elements ?? []).map((piece) => drawPiece(piece as Piece, page)));
  switch (element.type) {
    case 'rich_text_list':
      return drawList(element, page);
    case 'rich_text_quote':
      return <blockquote>{pieces()}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{pieces()}</pre>;
    default:
      return <p className="rich-text-section">{pieces()}</p>;
  }
}

function drawList({ style, indent = 0, offset = 0, elements = [] }: RichElement, page: Page): ReactNode {
  const drawItem = (item: Piece | RichElement) => <li>{drawElement(item as RichElement, page)}</li>;
  const items = parts(elements.map(drawItem));
  const place = { className: 'rich-text-list', style: { marginLeft: indent * 24 } };
  return style === 'ordered' ? (
    <ol {...place} start={offset + 1}>
      {items}
    </ol>
  ) : (
    <ul {...place}>{items}</ul>
  );
}

function drawPiece(piece: Piece, page: Page): ReactNode {
  const { bold, italic, strike, code, underline } = piece.style ?? {};
  let drawn = drawPlain(piece, page);
  if (code) drawn = <code>{drawn}</code>;
  if (underline) drawn = <u>{drawn}</u>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}

function drawPlain(piece: Piece, page: Page): ReactNode {
  const { text = '', url = '' } = piece;
  switch (piece.type) {
    case 'user':
      return <span className="mention">@{personNamed(page, piece.user_id ?? '')}</span>;
    case 'channel':
      return <span className="mention">{channelNamed(page, piece.channel_id ?? '')}</span>;
    case 'usergroup':
      return <span className="mention">@{piece.usergroup_id}</span>;
    case 'broadcast':
      return <span className="mention">@{piece.range}</span>;
    case 'link':
      return <SafeLink href={url}>{text || url}</SafeLink>;
    case 'emoji':
      return piece.unicode === undefined ? `:${piece.name ?? ''}:` : emojiOf(piece.unicode);
    case 'date':
      return piece.fallback ?? page.calendar.longDay(new Date((piece.timestamp ?? 0) * 1000));
    default:
      return text;
  }
}

/** `1f642-200d` as Slack writes an emoji's code points. */
const emojiOf = (unicode: string): string =>
  unicode
    .split('-')
    .map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
    .join('');
