import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { type Json, team } from '../playground/slack/state.ts';
import { World } from '../playground/world.ts';
import type { Group } from '../shared/domain/group.ts';
import type { Person } from '../shared/domain/person.ts';
import type { RecipientId } from '../shared/domain/recipient.ts';
import { addSeconds, type Instant } from '../shared/domain/time.ts';
import { wakeOf } from '../shared/wakes/wakes.ts';

/** What one thing cost: requests to the table, messages to the queue, schedules upserted, calls of Slack. */
export type Counts = { reads: number; writes: number; queue: number; schedules: number; slack: number };

const user = 'U0BENCH';
/** Whom the leader asks, and who leads as well. */
const manager = 'U0MANAGER';
const idOf = (who: string) => ({ tenant: team, user: who });
/** A management group of twelve. */
const members = [user, manager, ...Array.from({ length: 10 }, (_, index) => `U0MEMBER${index}`)];
const channel = 'C0BENCH';
const groupId = { tenant: team, channel };

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
    for (const id of members.slice(2)) world.slack.putUser({ ...someone, id, name: `Leder ${id}` });
    world.slack.putChannel({ id: channel, name: 'drift', members, hasBot: true });
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

  async group(): Promise<Group> {
    const group = await this.world.store.group(groupId);
    if (group === undefined) throw new Error('No group was stored');
    return group;
  }

  command(words: string, who = user, where = dmOf(who)): Promise<void> {
    return done(this.world.client.command(who, where, words));
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

  /** Presses a button in the round's opening post. */
  async pressOpening({ round }: Group, action_id: string, who = user): Promise<void> {
    const button = { type: 'button', block_id: 'round', action_id, value: `${channel} ${round?.id}` };
    await done(this.world.client.press(who, { channel, ts: round?.opening?.ts ?? '' }, button, {}));
  }

  wake(who = user): Promise<void> {
    return this.look(idOf(who));
  }

  wakeGroup(): Promise<void> {
    return this.look(groupId);
  }

  private async look(id: RecipientId): Promise<void> {
    const record = { messageId: '1', body: JSON.stringify(wakeOf(id)) };
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
  return { ...(await countAlone()), ...(await countTogether()), ...(await countInGroup()) };
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

const groupRhythm: Json = {
  members: { 'group.choose-members': { type: 'multi_users_select', selected_users: members } },
  rhythm: chosen('1'),
  weekday: chosen('1'),
  time: { value: { type: 'timepicker', selected_time: '10:00' } },
  'hours-open': chosen('48'),
};

const groupPoints: Json = Object.fromEntries(
  [1, 2].flatMap((number) => [
    [`title-${number}`, text('Vi aflaster hinanden')],
    [`result-${number}`, text('Ingen overskrider budgettet alene')],
    [`responsible-${number}`, picked(user)],
  ]),
);

/** Twelve who lead together: an agreement, a round that closes in time, and one that is closed by hand. */
async function countInGroup(): Promise<Record<string, Counts>> {
  const life = await CountedWorld.open('2027-01-18T10:00:00Z');
  try {
    await life.command('gruppe', user, channel);
    await life.submit(groupRhythm);
    // In a process that knows none of the members yet.
    life.world.boot();
    const making = await life.counted(() => life.submit(groupPoints));
    await life.world.goTo('2027-01-18T12:00:00Z');
    const nothing = await life.counted(() => life.wakeGroup());
    life.world.clock.goTo((await life.group()).wakeAt ?? '');
    const opening = await life.counted(() => life.wakeGroup());
    life.pass(2);
    const telling = await life.counted(() => life.wakeGroup());
    await life.world.goTo(addSeconds(life.world.clock.now(), 60));
    const first = await life.group();
    const form = await life.counted(() => life.pressOpening(first, 'round.contribute'));
    const contributing = await life.counted(() => life.submit(contributionTo(first)));
    life.pass(10);
    const repainting = await life.counted(() => life.wakeGroup());
    for (const member of members.slice(1)) {
      await life.pressOpening(first, 'round.contribute', member);
      await life.submit(contributionTo(first), member);
    }
    await life.world.goTo(addSeconds(life.world.clock.now(), 60));
    life.world.clock.goTo(first.round?.closesAt ?? '');
    const closing = await life.counted(() => life.wakeGroup());
    await life.world.goTo(addSeconds((await life.group()).wakeAt ?? '', 60));
    const second = await life.group();
    const byHand = await life.counted(() => life.pressOpening(second, 'round.close'));
    life.pass(10);
    const summingUp = await life.counted(() => life.wakeGroup());
    return {
      'making a group agreement': making,
      'wake of a group for nothing': nothing,
      'wake that opens a round': opening,
      'wake that tells of a round': telling,
      'opening the form for a contribution': form,
      contributing,
      'wake that repaints the opening': repainting,
      'wake that closes a round': closing,
      'closing a round by hand': byHand,
      'wake that sums up': summingUp,
    };
  } finally {
    await life.close();
  }
}

function contributionTo({ agreement }: Group): Json {
  const progress = (agreement?.points ?? []).map(({ id }) => [`progress-${id}`, chosen('3')]);
  return { ...Object.fromEntries(progress), worked: text('Vi tog fat i det sammen') };
}
