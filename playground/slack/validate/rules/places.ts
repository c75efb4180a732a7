import type { Surface } from '../elements.ts';
import type { Problem } from '../shape.ts';
import { type At, type Block, elementsOf, type View } from './payload.ts';

/** https://docs.slack.dev/reference/views/modal-views: a form that couldn't be sent. */
export function missingSubmit(view: View): Problem[] {
  const asks = view.type === 'modal' && view.blocks.some((block) => block.type === 'input');
  return asks && view.submit === undefined
    ? [{ pointer: '', message: 'missing required field: submit (there are input blocks)' }]
    : [];
}

/** "Auto focus within the view object. Only one element can be set to true": a message has no such thing. */
function focus(blocks: At<Block>[], surface: Surface): Problem[] {
  return blocks
    .flatMap(elementsOf)
    .filter(({ it }) => it.focus_on_load)
    .slice(surface === 'message' ? 0 : 1)
    .map(({ pointer }) => ({
      pointer: `${pointer}/focus_on_load`,
      message: surface === 'message' ? 'works in views only' : 'another element has the focus already',
    }));
}

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: in a modal's inputs only. */
function responseUrls(blocks: At<Block>[], surface: Surface): Problem[] {
  return blocks
    .filter(({ it }) => surface !== 'modal' || it.type !== 'input')
    .flatMap(elementsOf)
    .filter(({ it }) => it.response_url_enabled)
    .map(({ pointer }) => ({
      pointer: `${pointer}/response_url_enabled`,
      message: 'works in input blocks of modals only',
    }));
}

export const misplaced = (blocks: At<Block>[], surface: Surface): Problem[] => [
  ...focus(blocks, surface),
  ...responseUrls(blocks, surface),
];
