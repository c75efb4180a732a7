import type { Button } from '@slack/types';
import { actions, context, escaped, type Message, type Piece, plain, richPieces } from './blocks.ts';
import { lengthOf } from './cut.ts';

/** What the bot's messages in a channel are built of: each part says in blocks and in text the same. */
export type Part = Message;

/** What may be in a message's blocks, and in all of it. Slack refuses 9,500 (`msg_blocks_too_long`, undocumented). */
export const mostBlocks = 50;
const mostText = 3900;
const mostTogether = 9300;

/** A message of those parts; its text is cut where it would be too much. */
export function postOf(parts: Part[]): Message {
  const blocks = parts.flatMap((part) => part.blocks);
  const said = parts.flatMap(({ text }) => (text === '' ? [] : text.split('\n')));
  return { text: fitted(said, Math.min(mostText, mostTogether - lengthOfText(blocks))), blocks };
}

/** As many lines from the beginning as there is room for. */
function fitted(lines: string[], most: number): string {
  const whole = lines.join('\n');
  if (lengthOf(whole) <= most) return whole;
  const kept: string[] = [];
  let left = most - 2;
  for (const line of lines) {
    left -= lengthOf(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return [...kept, '…'].join('\n');
}

const read = ['text', 'title', 'name', 'label', 'x_label', 'y_label'];

/** How much there is to read in blocks. */
export function lengthOfText(node: unknown, key = ''): number {
  if (typeof node === 'string') return read.includes(key) ? lengthOf(node) : 0;
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce((sum, [name, inner]) => sum + lengthOfText(inner, name), 0);
}

export function heading(text: string): Part {
  return { text: escaped(text), blocks: [{ type: 'header', text: plain(text) }] };
}

export function sentence(text: string): Part {
  return { text: escaped(text), blocks: [{ type: 'section', text: plain(text) }] };
}

/** Wording of ours, small. */
export function aside(text: string): Part {
  return { text, blocks: [context(text)] };
}

export const divider: Part = { text: '', blocks: [{ type: 'divider' }] };

/** Lines of pieces, in one block. A person among them is called by it. */
export function lines(all: Piece[][]): Part {
  return { text: all.map((line) => line.map(said).join('')).join('\n'), blocks: [richPieces(all)] };
}

/** The same under a heading; nothing where there is nothing. */
export function list(title: string, all: Piece[][]): Part[] {
  return all.length === 0 ? [] : [lines([[{ bold: title }], ...all.map((line) => ['• ', ...line])])];
}

export const labelled = (label: string, ...pieces: Piece[]): Piece[] => [{ bold: `${label}: ` }, ...pieces];

function said(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('bold' in piece) return escaped(piece.bold);
  if ('italic' in piece) return escaped(piece.italic);
  return 'user' in piece ? `<@${piece.user}>` : `<#${piece.channel}>`;
}

/** Nothing to press, no row. */
export function pressable(id: string, buttons: Button[]): Part[] {
  return buttons.length === 0 ? [] : [{ text: '', blocks: [actions(id, buttons)] }];
}
