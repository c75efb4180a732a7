import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import { describeError } from '../../shared/log.ts';
import { type MessageId, type Slack, type SlackMessage, SlackRefusal } from '../../shared/slack/slack.ts';
import { noticeView, viewWithNotice } from '../../shared/views/notice.ts';
import { within } from './deadline.ts';
import {
  actionPayload,
  actor,
  commandAuthor,
  commandPayload,
  type SubmittedView,
  shownView,
  submissionPayload,
} from './payloads.ts';
import { type Failed, type RunDeps, run } from './run.ts';
import type { Visit } from './visit.ts';

/** What a listener wants done. Carrying it out is this file's. */
export type CommandReply = { say: string } | { show: ModalView };
export type ActionReply = { show: ModalView } | { repaint: SlackMessage };
export type SubmitReply =
  | { push: ModalView }
  | { show: ModalView; repaint?: { message: MessageId; content: SlackMessage } }
  | { errors: Record<string, string> }
  | { error: string };

export type Pressed = { value: string; message: MessageId | undefined; view: SubmittedView | undefined };

export type CommandListener = (visit: Visit, words: string) => CommandReply | Promise<CommandReply>;
export type ActionListener = (visit: Visit, pressed: Pressed) => ActionReply | Promise<ActionReply>;
export type SubmitListener = (visit: Visit, view: SubmittedView) => SubmitReply | Promise<SubmitReply>;

/**
 * The one wrapper around every listener: parses the payload, enters as the person who acts, keeps the deadline, carries
 * out the reply, and has a sentence for whatever goes wrong. Bolt's Lambda receiver answers only when a listener has
 * ended, so nothing here outlives the answer.
 */
export function listening(app: App, deps: RunDeps) {
  return {
    command(name: string, listener: CommandListener): void {
      app.command(name, async ({ body, ack, context }) => {
        const ran = await run(deps, context['arrivedAt'], name, async (enter) => {
          const payload = commandPayload.parse(body);
          const visit = await enter(commandAuthor(payload));
          const reply = await listener(visit, payload.text);
          if ('say' in reply) return reply.say;
          await deps.slack(visit.person.tenant).openView(payload.trigger_id, reply.show);
          return undefined;
        });
        const text = ran.ok ? ran.value : ran.sentence('failed');
        await (text === undefined ? ack() : ack({ response_type: 'ephemeral', text }));
      });
    },

    action(id: string, listener: ActionListener): void {
      app.action(id, async ({ body, ack, context }) => {
        const ran = await run(deps, context['arrivedAt'], id, async (enter) => {
          const payload = actionPayload.parse(body);
          const visit = await enter(actor(payload));
          await carryOut(deps, visit, payload, await listener(visit, pressed(payload)));
        });
        if (!ran.ok) await tell(deps, body, ran);
        await ack();
      });
    },

    submit(callback: string, listener: SubmitListener): void {
      app.view({ type: 'view_submission', callback_id: callback }, async ({ body, ack, context }) => {
        const ran = await run(deps, context['arrivedAt'], callback, async (enter) => {
          const payload = submissionPayload.parse(body);
          const visit = await enter(actor(payload));
          return { visit, reply: await listener(visit, payload.view) };
        });
        const reply: SubmitReply = ran.ok ? ran.value.reply : { error: ran.sentence('unsaved') };
        if (ran.ok && 'show' in reply && reply.repaint)
          await repaint(deps, ran.value.visit, reply.repaint, ran.deadline);
        await ack(responseTo(reply, body.view.blocks));
      });
    },
  };
}

type ActionPayload = z.infer<typeof actionPayload>;

function pressed({ actions, channel, message, view }: ActionPayload): Pressed {
  const messageId = channel && message && { channel: channel.id, ts: message.ts };
  return { value: actions[0]?.value ?? '', message: messageId, view };
}

/** In a modal a button changes the view it stands in; from a message it opens one, or changes the message. */
async function carryOut(
  deps: RunDeps,
  visit: Visit,
  payload: ActionPayload,
  reply: ActionReply,
): Promise<void> {
  const slack = deps.slack(visit.person.tenant);
  const { view, trigger_id: trigger } = payload;
  if ('show' in reply) {
    return view ? update(slack, view, reply.show) : slack.openView(trigger, reply.show);
  }
  const { message } = pressed(payload);
  if (message) await slack.updateMessage(message, reply.repaint);
}

/** Pressed twice in a row, the first press has changed the view already: then there is nothing more to do. */
async function update(slack: Slack, { id, hash }: SubmittedView, view: ModalView): Promise<void> {
  try {
    await slack.updateView(id, hash, view);
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === 'hash_conflict')) throw error;
  }
}

/** What was decided is stored by now: a message that can't be repainted in time must not make it look unsaved. */
async function repaint(
  deps: RunDeps,
  { person }: Visit,
  { message, content }: { message: MessageId; content: SlackMessage },
  deadline: number,
): Promise<void> {
  try {
    await within(deadline, () => deps.slack(person.tenant).updateMessage(message, content));
  } catch (error) {
    deps.log.warn('A message was not repainted', { user: person.user, ...describeError(error) });
  }
}

/** A click has no answer of its own: the sentence comes as a small modal, if Slack can still be reached in time. */
async function tell(deps: RunDeps, body: unknown, { sentence, texts }: Failed) {
  const parsed = actionPayload.safeParse(body);
  if (!parsed.success) return;
  const { trigger_id: trigger, view } = parsed.data;
  const slack = deps.slack(actor(parsed.data).tenant);
  const said = [sentence('failed')];
  const notice = noticeView(texts.errors.title, said, texts);
  try {
    await within(Date.now() + 300, () =>
      view ? onTop(slack, trigger, notice, view, said) : slack.openView(trigger, notice),
    );
  } catch (error) {
    deps.log.warn('A click stayed without a sentence', describeError(error));
  }
}

/** On top of the open view; where three stand on one another already, Slack takes no more: then in the view itself. */
async function onTop(slack: Slack, trigger: string, notice: ModalView, view: SubmittedView, said: string[]) {
  try {
    await slack.pushView(trigger, notice);
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.code === 'push_limit_reached')) throw error;
    await slack.updateView(view.id, view.hash, viewWithNotice(shownView(view), said));
  }
}

/** Only input blocks can show an error: a sentence about the whole form stands in the first. */
function responseTo(reply: SubmitReply, blocks: { type: string; block_id?: string }[]) {
  if ('push' in reply) return { response_action: 'push' as const, view: reply.push };
  if ('show' in reply) return { response_action: 'update' as const, view: reply.show };
  const first = blocks.find((block) => block.type === 'input')?.block_id ?? '';
  const errors = 'errors' in reply ? reply.errors : { [first]: reply.error };
  return { response_action: 'errors' as const, errors };
}
