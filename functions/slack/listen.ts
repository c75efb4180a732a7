import type { App } from '@slack/bolt';
import type { GroupId } from '../../shared/domain/group.ts';
import type { PersonId } from '../../shared/domain/person.ts';
import {
  actionPayload,
  actor,
  changedUser,
  channelSharedPayload,
  commandAuthor,
  commandPayload,
  homeOpenedPayload,
  homeOwner,
  type SubmittedView,
  sharedChannel,
  submissionPayload,
  userChangePayload,
} from './payloads.ts';
import {
  type ActionReply,
  type CommandReply,
  carryOut,
  type Pressed,
  pressed,
  repaint,
  responseTo,
  type SubmitReply,
  tell,
} from './reply.ts';
import { type RunDeps, run } from './run.ts';
import type { Visit } from './visit.ts';

/** `channel`: where it was typed, by Slack's own word. */
export type CommandListener = (
  visit: Visit,
  words: string,
  channel: string,
) => CommandReply | Promise<CommandReply>;
export type ActionListener = (visit: Visit, pressed: Pressed) => ActionReply | Promise<ActionReply>;
export type SubmitListener = (visit: Visit, view: SubmittedView) => SubmitReply | Promise<SubmitReply>;
export type UserChangeListener = (deps: RunDeps, id: PersonId, signal: AbortSignal) => Promise<void>;
export type HomeListener = (
  deps: RunDeps,
  visit: Visit,
  hash: string | undefined,
  signal: AbortSignal,
) => Promise<void>;
export type ChannelListener = (deps: RunDeps, id: GroupId, signal: AbortSignal) => Promise<void>;

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
          const reply = await listener(visit, payload.text, payload.channel_id);
          if ('show' in reply) await deps.slack(visit.person.tenant).openView(payload.trigger_id, reply.show);
          return { visit, reply };
        });
        const reply: CommandReply = ran.ok ? ran.value.reply : { say: ran.sentence('failed') };
        if ('show' in reply) return ack();
        if (ran.ok && reply.repaint) await repaint(deps, ran.value.visit, reply.repaint, ran.deadline);
        await ack({ response_type: 'ephemeral', text: reply.say });
      });
    },

    action(id: string, listener: ActionListener): void {
      app.action(id, async ({ body, ack, context }) => {
        const ran = await run(deps, context['arrivedAt'], id, async (enter) => {
          const payload = actionPayload.parse(body);
          const visit = await enter(actor(payload));
          const reply = await listener(visit, pressed(payload));
          return { visit, left: await carryOut(deps, visit, payload, reply) };
        });
        if (!ran.ok) await tell(deps, body, ran);
        else if (ran.value.left) await repaint(deps, ran.value.visit, ran.value.left, ran.deadline);
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

    /** Nobody waits for an answer, and Bolt has acknowledged: what fails is logged, and made good by the next prompt. */
    userChange(listener: UserChangeListener): void {
      app.event('user_change', async ({ body, context }) => {
        await run(deps, context['arrivedAt'], 'user_change', (_, signal) =>
          listener(deps, changedUser(userChangePayload.parse(body)), signal),
        );
      });
    },

    /** "Messages" is a tab of the App Home, too: what is read there is nothing of ours. */
    homeOpened(...listeners: HomeListener[]): void {
      app.event('app_home_opened', async ({ body, context }) => {
        await run(deps, context['arrivedAt'], 'app_home_opened', async (enter, signal) => {
          const payload = homeOpenedPayload.parse(body);
          const { tab, view } = payload.event;
          if (tab !== 'home') return;
          const visit = await enter(homeOwner(payload));
          for (const listener of listeners) await listener(deps, visit, view?.hash, signal);
        });
      });
    },

    channelShared(listener: ChannelListener): void {
      app.event('channel_shared', async ({ body, context }) => {
        await run(deps, context['arrivedAt'], 'channel_shared', (_, signal) =>
          listener(deps, sharedChannel(channelSharedPayload.parse(body)), signal),
        );
      });
    },
  };
}
