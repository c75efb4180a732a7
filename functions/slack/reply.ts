import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import { describeError } from '../../shared/log.ts';
import { type MessageId, type Slack, type SlackMessage, SlackRefusal } from '../../shared/slack/slack.ts';
import { noticeView, viewWithNotice } from '../../shared/views/notice.ts';
import { within } from './deadline.ts';
import { actionPayload, actor, type SubmittedView, shownView } from './payloads.ts';
import type { Failed, RunDeps } from './run.ts';
import type { Visit } from './visit.ts';

/** What a listener wants done. Carrying it out is the rest of this file's. */
export type CommandReply = { say: string; repaint?: Repaint } | { show: ModalView };
/** A message that what was decided is about. */
export type Repaint = { message: MessageId; content: SlackMessage };

/** `repaint` is what the message whose button was pressed becomes; from a view, the `message` that led to it. */
export type ActionReply = {
  show?: ModalView;
  /** On top of the form that it was pressed in, which stays as it was typed. */
  push?: ModalView;
  /** What is shown follows from the fields alone: of two in a row the last one holds, whichever it was made for. */
  latest?: true;
  repaint?: SlackMessage;
  message?: MessageId | undefined;
};
export type SubmitReply =
  | { push: ModalView }
  | { show: ModalView; repaint?: Repaint }
  | { errors: Record<string, string> }
  | { error: string };

export type Pressed = { value: string; message: MessageId | undefined; view: SubmittedView | undefined };

type ActionPayload = z.infer<typeof actionPayload>;

export function pressed({ actions, channel, message, view }: ActionPayload): Pressed {
  const messageId = channel && message && { channel: channel.id, ts: message.ts };
  return { value: actions[0]?.value ?? '', message: messageId, view };
}

/** In a modal a button changes the view it stands in; from a message it opens one. What is left is to repaint a message. */
export async function carryOut(
  deps: RunDeps,
  visit: Visit,
  payload: ActionPayload,
  reply: ActionReply,
): Promise<Repaint | undefined> {
  const slack = deps.slack(visit.person.tenant);
  const { view, trigger_id: trigger } = payload;
  const message = pressed(payload).message ?? reply.message;
  const hash = reply.latest ? undefined : view?.hash;
  if (reply.push) await (view?.type === 'modal' ? slack.pushView : slack.openView)(trigger, reply.push);
  if (reply.show)
    await (view ? update(slack, view.id, hash, reply.show) : slack.openView(trigger, reply.show));
  return reply.repaint && message ? { message, content: reply.repaint } : undefined;
}

/** Pressed twice in a row, the first press has changed the view already: then there is nothing more to do. */
async function update(slack: Slack, id: string, hash: string | undefined, view: ModalView): Promise<void> {
  try {
    await slack.updateView(id, hash, view);
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === 'hash_conflict')) throw error;
  }
}

/** What was decided is stored by now: a message that can't be repainted in time must not make it look unsaved. */
export async function repaint(
  deps: RunDeps,
  { person }: Visit,
  { message, content }: Repaint,
  deadline: number,
): Promise<void> {
  try {
    await within(deadline, () => deps.slack(person.tenant).updateMessage(message, content));
  } catch (error) {
    deps.log.warn('A message was not repainted', { user: person.user, ...describeError(error) });
  }
}

/**
 * A click has no answer of its own: the sentence comes in the view it was made in, or as a small modal, if Slack can
 * still be reached in time.
 */
export async function tell(deps: RunDeps, body: unknown, { sentence, texts }: Failed): Promise<void> {
  const parsed = actionPayload.safeParse(body);
  if (!parsed.success) return;
  const { trigger_id: trigger, view } = parsed.data;
  const slack = deps.slack(actor(parsed.data).tenant);
  const said = [sentence('failed')];
  try {
    await within(Date.now() + 300, () =>
      view
        ? slack.updateView(view.id, view.hash, viewWithNotice(shownView(view), said))
        : slack.openView(trigger, noticeView(texts.errors.title, said, texts)),
    );
  } catch (error) {
    deps.log.warn('A click stayed without a sentence', describeError(error));
  }
}

/** Only input blocks can show an error: a sentence about the whole form stands in the first. */
export function responseTo(reply: SubmitReply, blocks: { type: string; block_id?: string }[]) {
  if ('push' in reply) return { response_action: 'push' as const, view: reply.push };
  if ('show' in reply) return { response_action: 'update' as const, view: reply.show };
  const first = blocks.find((block) => block.type === 'input')?.block_id ?? '';
  const errors = 'errors' in reply ? reply.errors : { [first]: reply.error };
  return { response_action: 'errors' as const, errors };
}
