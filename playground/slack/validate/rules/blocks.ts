import type { Surface } from '../elements.ts';
import type { Problem } from '../shape.ts';
import { problemsOfChart } from './charts.ts';
import { problemsOfOptions } from './options.ts';
import { type At, type Block, each, elementsOf, repeated } from './payload.ts';
import { misplaced } from './places.ts';
import { problemsOfRange } from './ranges.ts';

/** https://docs.slack.dev/reference/block-kit/blocks: unique in a message or view. */
function repeatedBlockIds(blocks: At<Block>[]): Problem[] {
  return repeated(blocks, (block) => block.block_id).map(({ it, pointer }) => ({
    pointer: `${pointer}/block_id`,
    message: `block_id is already used: ${it.block_id}`,
  }));
}

/** https://docs.slack.dev/reference/block-kit/block-elements: unique within the containing block. */
function repeatedActionIds(block: At<Block>): Problem[] {
  return repeated(elementsOf(block), (element) => element.action_id).map(({ it, pointer }) => ({
    pointer: `${pointer}/action_id`,
    message: `action_id is already used in this block: ${it.action_id}`,
  }));
}

export function problemsOfBlocks(all: Block[], surface: Surface): Problem[] {
  const blocks = each(all, '/blocks');
  return [
    ...repeatedBlockIds(blocks),
    ...misplaced(blocks, surface),
    ...blocks.flatMap((block) => [
      ...repeatedActionIds(block),
      ...problemsOfChart(block),
      ...elementsOf(block).flatMap((element) => [...problemsOfOptions(element), ...problemsOfRange(element)]),
    ]),
  ];
}
