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
const id = { tenant: team, user };

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
    world.slack.putUser({
      id: user,
      name: 'Mette Holm',
      role: '',
      locale: 'da-DK',
      zone: 'Europe/Copenhagen',
    });
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

  async person(): Promise<Person> {
    const person = await this.world.store.person(id);
    if (person === undefined) throw new Error('Nothing was stored');
    return person;
  }

  command(words: string): Promise<void> {
    return done(this.world.client.command(user, 'D0BENCH', words));
  }

  submit(values: Json): Promise<void> {
    const view = this.world.slack.views(user).at(-1);
    return done(this.world.client.submit(user, view?.id ?? '', values));
  }

  /** Presses the button for the answer in the latest direct message. */
  pressAnswer(): Promise<void> {
    const { channel, ts } = this.world.slack.messages().at(-1) ?? { channel: '', ts: '' };
    const button = { type: 'button', block_id: 'prompt', action_id: 'open.check-in' };
    return done(this.world.client.press(user, { channel, ts }, button, {}));
  }

  async wake(): Promise<void> {
    const record = { messageId: '1', body: JSON.stringify(wakeOf(id)) };
    const { batchItemFailures } = await this.world.handleWorker({ Records: [record] });
    if (batchItemFailures.length > 0) throw new Error('The wake failed');
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

const none = (): Counts => ({ reads: 0, writes: 0, queue: 0, schedules: 0, slack: 0 });

async function done(outcome: Promise<{ ok: true } | { ok: false; error: string }>): Promise<void> {
  const known = await outcome;
  if (!known.ok) throw new Error(known.error);
}

const text = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
const chosen = (value: string): Json => ({ value: { type: 'static_select', selected_option: { value } } });

/** Up to the last form, which is left open. */
export async function writePoints(counted: CountedWorld): Promise<void> {
  await counted.command('aftale');
  for (const title of ['Formiddage uden møder', 'Sparring']) {
    await counted.submit({ title: text(title), 'first-step': text('Spærre torsdag i kalenderen') });
  }
}

const rhythm: Json = {
  rhythm: chosen('1'),
  weekday: chosen('2'),
  time: { value: { type: 'timepicker', selected_time: '09:00' } },
};

/** What happens most, in the order of a life. */
export async function countCalls(): Promise<Record<string, Counts>> {
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
