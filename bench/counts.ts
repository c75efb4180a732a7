import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { type Json, team } from '../playground/slack/state.ts';
import { World } from '../playground/world.ts';
import type { Person } from '../shared/domain/person.ts';
import { addSeconds, type Instant } from '../shared/domain/time.ts';
import { wakeOf } from '../shared/wakes/wakes.ts';

/** What one thing cost: requests to the table, messages to the queue, schedules upserted, calls of Slack. */
export type Counts = { reads: number; writes: number; queue: number; schedules: number; slack: number };

const user = 'U0BENCH';
/** Whom the leader asks, and who leads as well. */
const manager = 'U0MANAGER';
const idOf = (who: string) => ({ tenant: team, user: who });

/** The playground's world, with everything counted that leaves the functions. */
export class CountedWorld {
  readonly world: World;
  private counts = none();
  private readonly hear = (message: unknown) => this.count((message as { request: IncomingMessage }).request);

  private constructor(world: World) {
    this.world = world;
    // DynamoDB and Slack are HTTP servers in this process: whatever reaches them, retries too, went over the wire.
    subscribe('http.server.request.start', this.hear);
    this.countWakes();
    const someone = { role: '', locale: 'da-DK', zone: 'Europe/Copenhagen' } as const;
    world.slack.putUser({ ...someone, id: user, name: 'Mette Holm' });
    world.slack.putUser({ ...someone, id: manager, name: 'Karen Friis' });
  }

  static async open(standsAt: Instant): Promise<CountedWorld> {
    return new CountedWorld(await World.open({ standsAt }));
  }

  async close(): Promise<void> {
    unsubscribe('http.server.request.start', this.hear);
    await this.world.close();
  }

  async counted(act: () => Promise<unknown>): Promise<Counts> {
    this.counts = none();
    await act();
    return { ...this.counts };
  }

  async person(who = user): Promise<Person> {
    const person = await this.world.store.person(idOf(who));
    if (person === undefined) throw new Error('Nothing was stored');
    return person;
  }

  command(words: string, who = user): Promise<void> {
    return done(this.world.client.command(who, dmOf(who), words));
  }

  submit(values: Json, who = user): Promise<void> {
    const view = this.world.slack.views(who).at(-1);
    return done(this.world.client.submit(who, view?.id ?? '', values));
  }

  /** Presses a button in the latest direct message; for the leader the one for the answer. */
  pressAnswer(who = user, action_id = 'open.check-in', value?: string): Promise<void> {
    const latest = this.world.slack.messages().findLast(({ channel }) => channel === dmOf(who));
    const { channel, ts } = latest ?? { channel: '', ts: '' };
    const button = { type: 'button', block_id: 'prompt', action_id, ...(value ? { value } : {}) };
    return done(this.world.client.press(who, { channel, ts }, button, {}));
  }

  async pressInView(action_id: string, value = ''): Promise<void> {
    const view = this.world.slack.views(user).at(-1)?.id ?? '';
    const button = { type: 'button', block_id: 'b', action_id, value };
    await done(this.world.client.press(user, { view }, button, {}));
  }

  async wake(who = user): Promise<void> {
    const record = { messageId: '1', body: JSON.stringify(wakeOf(idOf(who))) };
    const { batchItemFailures } = await this.world.handleWorker({ Records: [record] });
    if (batchItemFailures.length > 0) throw new Error('The wake failed');
  }

  /** The clock moves by so many seconds, and nothing that is due happens. */
  pass(seconds: number): void {
    this.world.clock.goTo(addSeconds(this.world.clock.now(), seconds));
  }

  private count({ headers, url }: IncomingMessage): void {
    const operation = String(headers['x-amz-target'] ?? '').replace(/^.*\./, '');
    if (url?.startsWith('/api/')) this.counts.slack += 1;
    else if (/^(Get|BatchGet|Query|Scan)/.test(operation)) this.counts.reads += 1;
    else this.counts.writes += 1;
  }

  /** A schedule that is too near becomes a message to the queue. */
  private countWakes(): void {
    const { wakes } = this.world;
    const { soon, at } = wakes;
    wakes.soon = (...wake) => {
      this.counts.queue += 1;
      return soon.apply(wakes, wake);
    };
    wakes.at = async (...wake) => {
      const queued = this.counts.queue;
      await at.apply(wakes, wake);
      if (this.counts.queue === queued) this.counts.schedules += 1;
    };
  }
}

const dmOf = (who: string) => who.replace(/^U/, 'D');

const none = (): Counts => ({ reads: 0, writes: 0, queue: 0, schedules: 0, slack: 0 });

async function done(outcome: Promise<{ ok: true } | { ok: false; error: string }>): Promise<void> {
  const known = await outcome;
  if (!known.ok) throw new Error(known.error);
}

const text = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
const chosen = (value: string): Json => ({ value: { type: 'static_select', selected_option: { value } } });

/** Up to the last form, which is left open. */
export async function writePoints(counted: CountedWorld, who = user): Promise<void> {
  await counted.command('aftale', who);
  for (const title of ['Formiddage uden møder', 'Sparring']) {
    const point = { title: text(title), 'first-step': text('Spærre torsdag i kalenderen') };
    await counted.submit(point, who);
  }
}

const rhythm: Json = {
  rhythm: chosen('1'),
  weekday: chosen('2'),
  time: { value: { type: 'timepicker', selected_time: '09:00' } },
};

/** What happens most, in the order of a life. */
export async function countCalls(): Promise<Record<string, Counts>> {
  return { ...(await countAlone()), ...(await countTogether()) };
}

async function countAlone(): Promise<Record<string, Counts>> {
  const life = await CountedWorld.open('2027-01-18T10:00:00Z');
  try {
    await writePoints(life);
    const submit = await life.counted(() => life.submit(rhythm));
    const command = await life.counted(() => life.command(''));
    await life.world.goTo(addSeconds(life.world.clock.now(), 60));
    const idle = await life.counted(() => life.wake());
    life.world.clock.goTo((await life.person()).wakeAt ?? '');
    const sending = await life.counted(() => life.wake());
    await life.pressAnswer();
    const answer = await life.counted(() =>
      life.submit({ 'progress-1': chosen('3'), 'progress-2': chosen('4') }),
    );
    return { command, submit, answer, 'wake that sends': sending, 'wake for nothing': idle };
  } finally {
    await life.close();
  }
}

const picked = (who: string): Json => ({ value: { type: 'users_select', selected_user: who } });

/** A leader and their manager, who has written something already. */
async function countTogether(): Promise<Record<string, Counts>> {
  const life = await CountedWorld.open('2027-01-18T10:00:00Z');
  try {
    await writePoints(life, manager);
    await writePoints(life);
    await life.submit(rhythm);
    await life.command('aftale');
    await life.pressInView('agreement.people');
    const naming = await life.counted(() => life.submit({ manager: picked(manager) }));
    await life.world.goTo(addSeconds(life.world.clock.now(), 60));
    await life.pressInView('agreement.ask', '1');
    // In a process that doesn't know the manager yet.
    life.world.boot();
    const ask = { kind: chosen('decide'), text: text('Må jeg droppe mandagsmødet?'), to: picked(manager) };
    const asking = await life.counted(() => life.submit(ask));
    life.pass(10);
    const telling = await life.counted(() => life.wake());
    life.pass(10);
    const news = await life.counted(() => life.wake(manager));
    const { id = '' } = (await life.person()).agreement?.asks?.[0] ?? {};
    const opening = await life.counted(() => life.pressAnswer(manager, 'inbox.ask', `${user} ${id}`));
    const answering = await life.counted(() => life.submit({ [`reply-${id}`]: chosen('yes') }, manager));
    return {
      'naming a manager': naming,
      asking,
      'wake that tells another': telling,
      'wake that sends news': news,
      'opening what is asked': opening,
      'answering what is asked': answering,
    };
  } finally {
    await life.close();
  }
}
