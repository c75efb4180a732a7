/**
 * What Slack would refuse. First the shape (JSON Schema), then the rules that compare one field with another;
 * those may trust the shape, so they wait until it is right.
 */
import { messageSchema } from './messages.ts';
import { problemsOfBlocks } from './rules/blocks.ts';
import { problemsOfLoad } from './rules/load.ts';
import type { Message, View } from './rules/payload.ts';
import { missingSubmit } from './rules/places.ts';
import { type Problem, shape } from './shape.ts';
import { viewSchema } from './views.ts';

export type { Problem };

const viewShape = shape(viewSchema);
const messageShape = shape(messageSchema);

/** Slack sees JSON, in which an undefined field doesn't exist. */
const onTheWire = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload) ?? 'null');

/** A view as given to views.open, push, update and publish: a modal or a home tab. */
export function problemsOfView(payload: unknown): Problem[] {
  const view = onTheWire(payload);
  const problems = viewShape(view);
  return problems.length > 0 ? problems : rulesOfView(view as View);
}

function rulesOfView(view: View): Problem[] {
  return [...missingSubmit(view), ...problemsOfBlocks(view.blocks, view.type)];
}

/** `{ text, blocks? }` as given to chat.postMessage and chat.update; the other arguments are not looked at here. */
export function problemsOfMessage(payload: unknown): Problem[] {
  const message = onTheWire(payload);
  const problems = messageShape(message);
  return problems.length > 0 ? problems : rulesOfMessage(message as Message);
}

function rulesOfMessage(message: Message): Problem[] {
  return [...problemsOfBlocks(message.blocks ?? [], 'message'), ...problemsOfLoad(message)];
}
