import { App } from '@slack/bolt';
import { expect, vi } from 'vitest';
import { signedEvent } from '../../../local/gateway.ts';
import type { Json } from '../../../playground/slack/state.ts';
import { type Wire, World } from '../../../playground/world.ts';
import type { PersonId } from '../../../shared/domain/person.ts';
import type { RecipientId } from '../../../shared/domain/recipient.ts';
import { envelope, monday, recording } from './support.ts';

/** What the tests of who may do what share: requests that claim anything, and all that came of them. */

/** What came of a request: all that anybody could read of it. */
export type Answer = {
  status: number;
  body: string;
  calls: { method: string; args: Json; ok: unknown }[];
  lines: unknown[];
};

export const keyOf = (id: RecipientId): string => Object.values(id).join(' ');

const idOf = ({ tenant, ...id }: RecipientId): RecipientId => {
  if ('user' in id) return { tenant, user: id.user as string };
  return 'channel' in id ? { tenant, channel: id.channel as string } : { tenant };
};

/** All else that the store can do changes something. */
const reading = ['person', 'group', 'workspace', 'overdue', 'waiting'];

/** Only asks who somebody or what a channel is. */
const questions = ['users.info', 'conversations.info', 'conversations.members', 'auth.test'];

/** The listeners that Bolt was told of: one that is added tomorrow must find its row. */
export type Registered = { action: Set<string>; view: Set<string> };

export class Probe {
  readonly world: World;
  readonly registered: Registered;
  /** Whose items the latest request wrote, and whom it asked a wake for. */
  saved: RecipientId[] = [];
  woken: RecipientId[] = [];
  private readonly lines: unknown[];

  private constructor(world: World, registered: Registered, lines: unknown[]) {
    this.world = world;
    this.registered = registered;
    this.lines = lines;
  }

  static async open(): Promise<Probe> {
    const registered: Registered = { action: new Set(), view: new Set() };
    for (const kind of ['action', 'view'] as const) {
      const register = App.prototype[kind];
      vi.spyOn(App.prototype, kind).mockImplementation(function (this: App, ...args: unknown[]) {
        const [constraints] = args as [string | { callback_id: string }];
        registered[kind].add(typeof constraints === 'string' ? constraints : constraints.callback_id);
        Reflect.apply(register, this, args);
      });
    }
    const { log, lines } = recording();
    const world = await World.open({ standsAt: monday, log });
    vi.restoreAllMocks();
    return new Probe(world, registered, lines);
  }

  /** From now on it is told what the app writes. */
  listenIn(): void {
    this.world.boot(this.wire);
  }

  private readonly wire: Wire = (name, part) =>
    new Proxy(part, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const [id] = args as [RecipientId];
          if (name === 'store' && !reading.includes(String(key))) this.saved.push(idOf(id));
          if (name === 'wakes') this.woken.push(idOf(id));
          return Reflect.apply(value, target, args);
        };
      },
    });

  async send({ tenant, user }: PersonId, payload: Json): Promise<Answer> {
    const { world, lines } = this;
    const before = world.webApi.calls.length;
    [this.saved, this.woken] = [[], []];
    lines.length = 0;
    const whole = { ...envelope(world, user), team: { id: tenant }, ...payload };
    const { statusCode, body } = await world.handleSlack(signedEvent({ payload: JSON.stringify(whole) }));
    const calls = world.webApi.calls
      .slice(before)
      .filter(({ method }) => !questions.includes(method))
      .map(({ method, args: { trigger_id: _, view_id: __, hash: ___, ...args }, answer }) => ({
        ...{ method, args },
        ok: answer['ok'],
      }));
    return JSON.parse(
      JSON.stringify({ status: statusCode, body, calls, lines }).replace(/ref-\d+/g, 'ref'),
    ) as Answer;
  }

  click(id: PersonId, action_id: string, value: string): Promise<Answer> {
    return this.send(id, { type: 'block_actions', actions: [{ action_id, value }] });
  }

  /** A click in a view of ours that is really open. */
  clickIn(
    id: PersonId,
    action_id: string,
    callback: string,
    metadata: string,
    values: Json = {},
  ): Promise<Answer> {
    const view = openView(callback, metadata, values);
    this.world.slack.putViews(id.user, [
      { id: view.id, root: view.id, hash: view.hash, view: { type: 'modal', ...view }, errors: {} },
    ]);
    return this.send(id, { type: 'block_actions', actions: [{ action_id, value: '' }], view });
  }

  fill(id: PersonId, callback: string, metadata: string, values: Json): Promise<Answer> {
    return this.send(id, { type: 'view_submission', view: openView(callback, metadata, values) });
  }

  /** Nothing of anybody's was written but what is in `own`, and nobody else was written to. */
  expectOnly(own: string[], { calls }: Answer, { user }: PersonId): void {
    const isOthers = (id: RecipientId) => !own.includes(keyOf(id));
    expect(this.saved.filter(isOthers)).toEqual([]);
    expect(this.woken.filter(isOthers)).toEqual([]);
    const ownChannel = `D${user.slice(1)}`;
    const toOthers = calls.filter(
      ({ method, args }) => !method.startsWith('views.') && args['channel'] !== ownChannel,
    );
    expect(toOthers).toEqual([]);
  }
}

const openView = (callback: string, metadata: string, values: Json = {}) => ({
  ...{ id: 'V0FORGED', root_view_id: 'V0FORGED', hash: '1.hforged', callback_id: callback },
  ...{ private_metadata: metadata, blocks: [{ type: 'input', block_id: 'first' }], state: { values } },
  title: { type: 'plain_text', text: 'Trivsel' },
});

/** All that a request lets somebody read. */
export const says = (answer: Answer) => JSON.stringify(answer.calls) + answer.body;

export const typed = (value: string) => ({ value: { value } });
export const chosen = (value: string) => ({ value: { selected_option: { value } } });
export const pickedUser = (id: string) => ({ value: { selected_user: id } });
export const pickedDate = (date: string) => ({ value: { selected_date: date } });
export const pickedTime = (time: string) => ({ value: { selected_time: time } });

/** Ids that are nothing, and what is not even one. */
export const nothings = ['V404.404.h404', 'constructor', '__proto__', 'partner', ''];
/** What no view of ours keeps beside it. */
export const malformed = ['', '{', 'null', '[]', '"constructor"', '{"owner":1,"id":{},"agreement":[]}'];
