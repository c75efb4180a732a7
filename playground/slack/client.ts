import { z } from 'zod';
import { signedEvent } from '../../local/gateway.ts';
import { isChannel, refusalOfReply } from './channels.ts';
import { retryEvents, tellEvent } from './events.ts';
import { type FakeUser, type FakeView, isIn, type Json, type SlackState, team } from './state.ts';
import { pushView, type Refused, updateView, viewPayload } from './views.ts';

type Handler = (
  event: unknown,
) => Promise<{ statusCode: number; headers?: Record<string, unknown>; body?: string | undefined }>;

/** Slack shows `operation_timeout` after three seconds. */
const patienceMillis = 3000;

export type Outcome = { ok: true } | { ok: false; error: string };
const done: Outcome = { ok: true };
const failed = (error: string): Outcome => ({ ok: false, error });

const gone = 'Den er der ikke længere. / That is no longer there.';
const shut = 'Vinduet er ikke åbent længere. / That view is no longer open.';
const readOnly =
  'Man kan ikke skrive beskeder til appen, kun kommandoer. / Messages to this app are turned off; commands work.';

/**
 * "Slash commands cannot be used in message threads." https://docs.slack.dev/interactivity/implementing-slash-commands/. One
 * that no app has isn't sent either.
 */
function refusalOfCommand(text: string, thread: string | undefined): string {
  const [command = ''] = text.split(/\s/);
  return thread === undefined
    ? `${command} er ikke en kommando her. / ${command} is not a valid command.`
    : `${command} virker ikke i tråde. / ${command} is not supported in threads.`;
}

const commandAnswer = z.object({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  text: z.string(),
});

/** https://docs.slack.dev/surfaces/modals#responding_to_submissions */
const submitAnswer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.record(z.string(), z.unknown()) }),
  z.object({ response_action: z.literal('clear') }),
]);

/** What a person does in Slack, sent to the app as Slack sends it, and what Slack makes of the answer. */
export class SlackClient {
  private readonly state: SlackState;
  private readonly handle: Handler;

  constructor(state: SlackState, handle: Handler) {
    this.state = state;
    this.handle = handle;
  }

  async command(user: string, channel: string, text: string): Promise<Outcome> {
    const refused = this.refusalAt(user, channel);
    if (refused !== undefined) return failed(refused);
    const answer = await this.send({
      command: '/trivsel',
      text,
      user_id: user,
      user_name: user.toLowerCase(),
      team_id: team,
      team_domain: 'havnby',
      channel_id: channel,
      channel_name: this.nameOf(channel),
      api_app_id: 'A0TRIVSEL',
      is_enterprise_install: 'false',
      trigger_id: this.state.newTrigger(user),
      response_url: this.state.newResponseUrl({ user, channel }),
      token: 'deprecated',
    });
    if (!answer.ok)
      return failed(`/trivsel svarede ikke. / /trivsel failed with the error "${answer.error}"`);
    if (answer.body !== '') {
      const said = commandAnswer.parse(JSON.parse(answer.body));
      this.state.addMessage({ channel, author: 'app', text: said.text, reader: user });
    }
    return done;
  }

  /**
   * A message, or a reply in a thread. Nobody writes to the app itself: manifest.json leaves its messages tab read-only. The
   * app hears of none of it, since it subscribes to no messages.
   */
  say(user: string, channel: string, text: string, thread?: string): Outcome {
    const refused =
      this.refusalAt(user, channel) ??
      (isChannel(channel) ? undefined : readOnly) ??
      (text.startsWith('/') ? refusalOfCommand(text, thread) : undefined);
    if (refused !== undefined) return failed(refused);
    if (text.trim() === '') return failed('Der er ingenting at sende. / There is nothing to send.');
    if (thread !== undefined && refusalOfReply(this.state, channel, thread)) return failed(gone);
    this.state.addMessage({ channel, author: user, text, ...(thread === undefined ? {} : { thread }) });
    this.state.markRead(user, channel, thread);
    return done;
  }

  /** A button or menu in a view or a message. */
  async press(
    user: string,
    from: { view: string } | { channel: string; ts: string },
    action: Json,
    values: Json,
  ): Promise<Outcome> {
    const refused = 'view' in from ? this.refusalOf(user) : this.refusalAt(user, from.channel);
    if (refused !== undefined) return failed(refused);
    const place =
      'view' in from ? this.placeInView(user, from.view, values) : this.placeInMessage(user, from, values);
    if (place === undefined) return failed(gone);
    const acted = { action_ts: String(Date.now() / 1000), ...action };
    const payload = { type: 'block_actions', ...this.envelope(user), ...place, actions: [acted] };
    const answer = await this.send({ payload: JSON.stringify(payload) });
    return answer.ok
      ? done
      : failed(`Knappen virkede ikke. / The button failed with the error "${answer.error}"`);
  }

  /** Somebody's profile changed: everywhere in Slack, and by event in the app. */
  async changeUser(user: FakeUser): Promise<void> {
    this.state.putUser(user);
    await this.tellEvent({
      type: 'user_change',
      user: { id: user.id, team_id: team, deleted: user.isDeleted ?? false, tz: user.zone },
      event_ts: '1',
    });
  }

  /** Somebody looks at the app's Home tab; Slack shows what it has, and tells the app. */
  async openHome(user: string): Promise<void> {
    const home = this.state.home(user);
    await this.tellEvent({
      type: 'app_home_opened',
      user,
      channel: user.replace(/^U/, 'D'),
      tab: 'home',
      ...(home === undefined ? {} : { view: viewPayload(home, {}) }),
      event_ts: '1',
    });
  }

  private async tellEvent(event: Json): Promise<void> {
    const event_id = `Ev${this.state.number()}`;
    await tellEvent(this.state, this.handle, event_id, {
      type: 'event_callback',
      token: 'deprecated',
      team_id: team,
      api_app_id: 'A0TRIVSEL',
      event_id,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: team, is_bot: true, is_enterprise_install: false }],
      event,
    });
  }

  /** Tells the app once more of what it didn't take, where that is due by the virtual clock. */
  async retryEvents(): Promise<void> {
    await retryEvents(this.state, this.handle);
  }

  /** Another company comes into a channel: everywhere in Slack, and by event in the app. */
  async shareChannel(channel: string): Promise<void> {
    this.state.shareChannel(channel);
    await this.tellEvent({ type: 'channel_shared', connected_team_id: 'T0OTHER', channel, event_ts: '1' });
  }

  async submit(user: string, viewId: string, values: Json): Promise<Outcome> {
    const refused = this.refusalOf(user);
    if (refused !== undefined) return failed(refused);
    const view = this.state.views(user).at(-1);
    if (view === undefined || view.id !== viewId) return failed(shut);
    const payload = {
      type: 'view_submission',
      ...this.envelope(user),
      view: viewPayload(view, values),
      response_urls: [],
    };
    const answer = await this.send({ payload: JSON.stringify(payload) });
    if (!answer.ok)
      return failed('Der er ikke forbindelse. Prøv igen. / We had some trouble connecting. Try again?');
    return this.follow(user, view, answer.body);
  }

  /** Closing the visible view leads back to the one below, unless it clears the stack. */
  close(user: string, viewId: string, all: boolean): Outcome {
    const stack = this.state.views(user);
    const top = stack.at(-1);
    if (top?.id !== viewId) return failed(shut);
    this.state.putViews(user, all || top.view['clear_on_close'] === true ? [] : stack.slice(0, -1));
    return done;
  }

  /** What the answer to a submission does to the modal. */
  private follow(user: string, view: FakeView, body: string): Outcome {
    const stack = this.state.views(user);
    if (body === '') {
      this.state.putViews(user, stack.slice(0, -1));
      return done;
    }
    const answer = submitAnswer.parse(JSON.parse(body));
    switch (answer.response_action) {
      case 'clear':
        this.state.putViews(user, []);
        return done;
      case 'push':
        return outcomeOf(pushView(this.state, user, answer.view));
      case 'update':
        return outcomeOf(updateView(this.state, view.id, answer.view));
      case 'errors':
        return this.showErrors(user, view, answer.errors);
    }
  }

  /** Slack shows errors on input blocks only; for another id it gives up on the whole answer. */
  private showErrors(user: string, view: FakeView, errors: Record<string, string>): Outcome {
    const inputs = (view.view['blocks'] as Json[]).filter((block) => block['type'] === 'input');
    const ids = inputs.map((block) => block['block_id']);
    if (!Object.keys(errors).every((id) => ids.includes(id)))
      return failed('An error for a field that is not there.');
    const stack = this.state.views(user);
    this.state.putViews(user, [...stack.slice(0, -1), { ...view, errors }]);
    return done;
  }

  private placeInView(user: string, id: string, values: Json): Json | undefined {
    const home = this.state.home(user);
    const view = home?.id === id ? home : this.state.views(user).at(-1);
    if (view?.id !== id) return undefined;
    return { view: viewPayload(view, values), container: { type: 'view', view_id: id } };
  }

  /** What is for one's own eyes only, Slack doesn't send along: seen by others, on none of its pages. */
  private placeInMessage(
    user: string,
    { channel, ts }: { channel: string; ts: string },
    values: Json,
  ): Json | undefined {
    const message = this.state.message(channel, ts);
    if (message === undefined) return undefined;
    const { text, blocks, reader, thread } = message;
    const isEphemeral = reader !== undefined;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const shown = { type: 'message', ts, text, blocks, bot_id: 'B0TRIVSEL', ...inThread };
    return {
      channel: { id: channel, name: this.nameOf(channel) },
      ...(isEphemeral ? {} : { message: shown }),
      container: {
        type: 'message',
        channel_id: channel,
        message_ts: ts,
        is_ephemeral: isEphemeral,
        ...inThread,
      },
      response_url: this.state.newResponseUrl({ user, channel, ts }),
      state: { values },
    };
  }

  /** Slack is said to write `privategroup` for a private channel: a name is nothing to go by. */
  private nameOf(channel: string): string {
    return this.state.channel(channel)?.name ?? 'directmessage';
  }

  /** What Slack's client doesn't let a person do: reach a channel they aren't in, or do anything in an archived one. */
  private refusalAt(user: string, id: string): string | undefined {
    const gone = this.refusalOf(user);
    if (gone !== undefined || !isChannel(id)) return gone;
    const channel = this.state.channel(id);
    if (channel === undefined) return 'Kanalen findes ikke. / There is no such channel.';
    if (!isIn(user)(channel)) return 'Du er ikke med i kanalen. / You are not in this channel.';
    return channel.isArchived ? 'Kanalen er arkiveret. / This channel is archived.' : undefined;
  }

  /** Who is deactivated has no Slack to do anything in. */
  private refusalOf(user: string): string | undefined {
    const isGone = this.state.user(user)?.isDeleted;
    return isGone ? 'Kontoen er lukket. / This account has been deactivated.' : undefined;
  }

  private envelope(user: string): Json {
    return {
      user: { id: user, username: user.toLowerCase(), team_id: team },
      team: { id: team, domain: 'havnby' },
      enterprise: null,
      is_enterprise_install: false,
      api_app_id: 'A0TRIVSEL',
      trigger_id: this.state.newTrigger(user),
      token: 'deprecated',
    };
  }

  private async send(
    form: Record<string, string>,
  ): Promise<{ ok: true; body: string } | { ok: false; error: string }> {
    const sent = Date.now();
    const { statusCode, body = '' } = await this.handle(signedEvent(form));
    if (Date.now() - sent > patienceMillis) return { ok: false, error: 'operation_timeout' };
    return statusCode === 200 ? { ok: true, body } : { ok: false, error: 'dispatch_failed' };
  }
}

function outcomeOf(result: { view: FakeView } | Refused): Outcome {
  return 'error' in result ? failed([result.error, ...(result.messages ?? [])].join(': ')) : done;
}
