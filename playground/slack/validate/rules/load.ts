import type { Problem } from '../shape.ts';
import { type At, type Block, each, type Message } from './payload.ts';

/** The fields that people get to read. */
const READ = new Set(['text', 'alt_text', 'title', 'label', 'name', 'x_label', 'y_label', 'fallback']);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** In code points, as Slack counts. */
function lengthOfText(value: unknown, key = ''): number {
  if (typeof value === 'string') return READ.has(key) ? [...value].length : 0;
  if (Array.isArray(value)) return sum(value.map((item) => lengthOfText(item)));
  if (typeof value !== 'object' || value === null) return 0;
  return sum(Object.entries(value).map(([name, inner]) => lengthOfText(inner, name)));
}

/** What one message can hold of a type of block, and how much text they have together. */
type Allowance = { type: string; blocks?: number; characters?: number };

const allowances: Allowance[] = [
  // https://docs.slack.dev/reference/block-kit/blocks/table-block
  { type: 'table', blocks: 1, characters: 10_000 },
  // https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
  { type: 'data_visualization', blocks: 2 },
  // https://docs.slack.dev/reference/block-kit/blocks/markdown-block
  { type: 'markdown', characters: 12_000 },
];

function exceeded(all: At<Block>[], { type, blocks, characters }: Allowance): Problem[] {
  const found = all.filter(({ it }) => it.type === type);
  const tooMany = blocks === undefined ? [] : found.slice(blocks);
  const tooLong = characters !== undefined && lengthOfText(found.map(({ it }) => it)) > characters;
  return [
    ...tooMany.map(({ pointer }) => ({
      pointer,
      message: `no more than ${blocks} of type ${type} in a message`,
    })),
    ...(tooLong
      ? [{ pointer: '/blocks', message: `no more than ${characters} characters in ${type} blocks together` }]
      : []),
  ];
}

/** Undocumented: above about this, the answer is `msg_blocks_too_long`. */
const LONGEST = 9500;

export function problemsOfLoad(message: Message): Problem[] {
  const blocks = each(message.blocks ?? [], '/blocks');
  const tooLong = lengthOfText(message) >= LONGEST;
  return [
    ...allowances.flatMap((allowance) => exceeded(blocks, allowance)),
    ...(tooLong
      ? [{ pointer: '', message: `msg_blocks_too_long: the text reaches ${LONGEST} characters` }]
      : []),
  ];
}
