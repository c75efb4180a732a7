import type { Outcome, SlackClient } from '../../playground/slack/client.ts';
import { type FakeUser, type SlackState, team } from '../../playground/slack/state.ts';
import { World, type WorldOptions } from '../../playground/world.ts';
import type { Person } from '../../shared/domain/person.ts';

/** Real use, driven as Slack drives it: commands, forms and buttons of people in the fake Slack. */

export const mette: FakeUser = {
  id: 'U0METTE',
  name: 'Mette Holm',
  role: 'Leder',
  locale: 'da-DK',
  zone: 'Europe/Copenhagen',
};
export const james: FakeUser = {
  id: 'U0JAMES',
  name: 'James Ward',
  role: 'Leader',
  locale: 'en-GB',
  zone: 'Europe/London',
};
export const karen: FakeUser = {
  id: 'U0KAREN',
  name: 'Karen Friis',
  role: 'Direktør',
  locale: 'da-DK',
  zone: 'Europe/Copenhagen',
};

/** A Tuesday, 24 November 2026, ten in the morning in Copenhagen. */
export const begins = '2026-11-24T09:00:00Z';

export type Agreed = { rhythm?: '1' | '2' | '4'; weekday?: string; time?: string };

const dmOf = (user: string) => user.replace(/^U/, 'D');

/** The fields of a form as Slack sends them: a text, or what was chosen. */
const typed = (value: string) => ({ value: { value } });
const chosen = (value: string) => ({ value: { selected_option: { value } } });
const picked = (user: string) => ({ value: { selected_user: user } });
const timed = (time: string) => ({ value: { selected_time: time } });

export const pointValues = (title: string) => ({
  title: typed(title),
  'first-step': typed('Spær torsdag formiddag'),
  theme: chosen('time'),
});
export const rhythmValues = ({ rhythm = '1', weekday = '2', time = '09:00' }: Agreed = {}) => ({
  rhythm: chosen(rhythm),
  weekday: chosen(weekday),
  time: timed(time),
});
export const checkInValues = (progress: string, win = '') => ({
  'progress-1': chosen(progress),
  'progress-2': chosen(progress),
  win: typed(win),
});
export const peopleValues = (manager: string, ...partners: string[]) => ({
  manager: picked(manager),
  partners: { value: { selected_users: partners } },
});
export const askValues = (to: string) => ({
  kind: chosen('decide'),
  text: typed('Må jeg droppe mandagsmødet?'),
  to: picked(to),
});
export const replyValues = (id: string, reply: string, date?: string) => ({
  [`reply-${id}`]: chosen(reply),
  ...(date === undefined ? {} : { [`date-${id}`]: { value: { selected_date: date } } }),
});
export const sparringValues = (who: string) => ({ who: picked(who) });

/** A person at their Slack. Every act fails loudly when Slack would show an error. */
export class Hands {
  readonly user: string;
  private readonly slack: SlackState;
  private readonly client: SlackClient;

  constructor(user: string, slack: SlackState, client: SlackClient) {
    this.user = user;
    this.slack = slack;
    this.client = client;
  }

  /** `/trivsel aftale` and its three forms. */
  async agree(agreed: Agreed = {}): Promise<void> {
    await this.command('aftale');
    await this.submit(pointValues('En formiddag uden møder'));
    await this.submit(pointValues('Sparring hver måned'));
    await this.submit(rhythmValues(agreed));
  }

  /** `/trivsel opfølgning`, answered. */
  async answer(progress = '3', win = ''): Promise<void> {
    await this.command('opfølgning');
    await this.submit(checkInValues(progress, win));
  }

  async command(text: string): Promise<void> {
    succeeded(await this.client.command(this.user, dmOf(this.user), text));
  }

  async submit(values: Record<string, unknown>): Promise<void> {
    succeeded(await this.client.submit(this.user, this.view().id, values));
    const { errors } = this.view();
    if (Object.keys(errors).length > 0) throw new Error(`The form says: ${JSON.stringify(errors)}`);
  }

  /** A button in the latest message, by its action. */
  async press(action: string): Promise<void> {
    const message = this.messages().at(-1);
    const buttons = (message?.blocks ?? []).flatMap((block) => (block['elements'] ?? []) as Button[]);
    const button = buttons.find(({ action_id }) => action_id === action);
    if (message === undefined || button === undefined) throw new Error(`No button ${action}`);
    const { channel, ts } = message;
    succeeded(await this.client.press(this.user, { channel, ts }, { ...button, block_id: 'prompt' }, {}));
  }

  /** A button in the open modal, by its action. */
  async pressInView(action: string, value?: string): Promise<void> {
    const view = this.view().id;
    const button = {
      type: 'button',
      block_id: 'b',
      action_id: action,
      ...(value === undefined ? {} : { value }),
    };
    succeeded(await this.client.press(this.user, { view }, button, {}));
  }

  /** What the app wrote to the person, for them alone or for good. */
  messages() {
    return this.slack.messages().filter(({ channel }) => channel === dmOf(this.user));
  }

  view() {
    const view = this.slack.views(this.user).at(-1);
    if (view === undefined)
      throw new Error(`No modal is open; the latest message: ${this.messages().at(-1)?.text}`);
    return view;
  }
}

type Button = { type: string; action_id: string; value?: string };

function succeeded(outcome: Outcome): void {
  if (!outcome.ok) throw new Error(outcome.error);
}

/**
 * The first request in a process loads and compiles for as long as a cold start, which counts against the answer's
 * deadline; what is tested here are the others.
 */
let warm: Promise<void> | undefined;
async function warmUp(): Promise<void> {
  const world = await World.open({ standsAt: begins });
  world.slack.putUser(mette);
  await world.client.command(mette.id, dmOf(mette.id), '');
  await world.close();
}

/** A world with Mette and James in it and a clock that stands still, and their hands. */
export async function openLive(options: WorldOptions = {}) {
  warm ??= warmUp();
  await warm;
  const world = await World.open({ standsAt: begins, ...options });
  for (const user of [mette, james]) world.slack.putUser(user);
  const handsOf = (user: FakeUser) => new Hands(user.id, world.slack, world.client);
  return { world, mette: handsOf(mette), james: handsOf(james) };
}

export type Live = Awaited<ReturnType<typeof openLive>>;

/** The person as stored; fails for somebody who has stored nothing. */
export async function storedPerson({ store }: World, user: string): Promise<Person> {
  const person = await store.person({ tenant: team, user });
  if (person === undefined) throw new Error(`${user} has stored nothing`);
  return person;
}

/** As SQS hands messages to the worker. */
export function queueEvent(...bodies: string[]) {
  const records = bodies.map((body, index) => ({ messageId: `r${index}`, body, receiptHandle: `h${index}` }));
  return { Records: records.map((record) => ({ ...record, eventSource: 'aws:sqs' })) };
}

export const wakeOf = (user: string, tenant = team) =>
  queueEvent(JSON.stringify({ kind: 'person', tenant, user }));

/** Mette's agreement, made and looked at once, and the instant her first prompt is due. */
export async function agreedLive(agreed: Agreed = {}, options: WorldOptions = {}) {
  const live = await openLive(options);
  await live.mette.agree(agreed);
  await live.world.goTo('2026-11-24T09:01:00Z');
  const { wakeAt } = await storedPerson(live.world, mette.id);
  if (wakeAt === undefined) throw new Error('The agreement waits for nothing');
  return { ...live, slot: wakeAt };
}
