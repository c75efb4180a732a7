import { type SlackDeps, slackApp } from '../../../functions/slack/app.ts';
import { gatewayEvent, signingSecret } from '../../../local/gateway.ts';
import { SlackClient } from '../../../playground/slack/client.ts';
import {
  type FakeMessage,
  type FakeUser,
  type FakeView,
  type Json,
  team,
} from '../../../playground/slack/state.ts';
import { botToken, WebApi } from '../../../playground/slack/web-api.ts';
import type { World } from '../../../playground/world.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Log, LogFacts } from '../../../shared/log.ts';
import { webSlack } from '../../../shared/slack/web.ts';

/** What the tests of the Slack function share: a little company, and hands that press, type and submit. */

/** A Monday, ten o'clock in Copenhagen. */
export const monday: Instant = '2026-11-23T09:00:00Z';

let users = 0;

/** Somebody nobody has met: each test has its own, so that tests share a world and nothing else. */
export function newUser(world: World, more: Partial<FakeUser> = {}): string {
  users += 1;
  const id = `U${String(users).padStart(6, '0')}`;
  const someone: FakeUser = {
    id,
    name: 'Anna Holm',
    role: 'leder',
    locale: 'da-DK',
    zone: 'Europe/Copenhagen',
  };
  world.slack.putUser({ ...someone, ...more, id });
  return id;
}

export const english = { name: 'James Reed', locale: 'en-GB', zone: 'Europe/London' } as const;

export type Line = { level: string; message: string; facts: LogFacts };

export function recording(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (message: string, facts: LogFacts) =>
    void lines.push({ level, message, facts });
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}

/** The real app once more beside a world's, with one of its dependencies exchanged. */
export async function appBeside(world: World, exchanged: Partial<SlackDeps> = {}) {
  const webApi = new WebApi(world.slack);
  const slack = webSlack(botToken, await webApi.listen(), 'answer');
  let references = 0;
  const handle = slackApp({
    signingSecret,
    store: world.store,
    soon: (person, delaySeconds) => world.wakes.soon(person, delaySeconds),
    slack: () => slack,
    now: () => world.clock.now(),
    log: recording().log,
    newReference: () => `ref-${++references}`,
    ...exchanged,
  });
  return { webApi, handle, client: new SlackClient(world.slack, handle), close: () => webApi.close() };
}

/** A Lambda event of the gateway's, made by hand, so that each part of it may be wrong. */
export function event({
  body,
  contentType = 'application/json',
  base64 = true,
  secondsAgo = 0,
  headers = {},
}: {
  body: string;
  contentType?: string;
  base64?: boolean;
  secondsAgo?: number;
  headers?: Record<string, string | undefined>;
}) {
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  const event = gatewayEvent(body, contentType, timestamp);
  return {
    ...event,
    headers: { ...event.headers, ...headers },
    body: base64 ? event.body : body,
    isBase64Encoded: base64,
  };
}

export const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
export const formType = 'application/x-www-form-urlencoded';

export function commandForm(
  world: World,
  user: string,
  text: string,
  channel = `D${user.slice(1)}`,
): Record<string, string> {
  const trigger_id = world.slack.newTrigger(user);
  return {
    command: '/trivsel',
    text,
    user_id: user,
    team_id: team,
    channel_id: channel,
    channel_name: world.slack.channel(channel)?.name ?? 'directmessage',
    trigger_id,
  };
}

/** What a click or a submission says of who and where. */
export function envelope(world: World, user: string): Json {
  return {
    user: { id: user },
    team: { id: team },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: world.slack.newTrigger(user),
  };
}

export function views(world: World, user: string): FakeView[] {
  return world.slack.views(user);
}

/** The view that the person looks at. */
export function top(world: World, user: string): FakeView {
  const view = views(world, user).at(-1);
  if (view === undefined) throw new Error('No modal is open');
  return view;
}

export const callbackOf = ({ view }: FakeView) => view['callback_id'];
export const titleOf = ({ view }: FakeView) => (view['title'] as { text: string }).text;
export const blocksOf = ({ view }: FakeView) => view['blocks'] as Json[];

/** Every text that a person can read in a view or a message, in its order. */
export function readable(node: unknown): string {
  if (Array.isArray(node)) return node.map(readable).filter(Boolean).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.values(node).map(readable)].filter(Boolean).join('\n');
}

type Chosen = { value: string };
type Typed = Record<string, string | string[]>;

/** What Slack would send of the view's inputs: what the app filled in, and over it what the person typed or chose. */
export function filled(view: FakeView, typed: Typed = {}, held: Json = {}): Json {
  const inputs = blocksOf(view).filter((block) => block['type'] === 'input');
  for (const id of Object.keys(typed)) {
    if (!inputs.some((block) => block['block_id'] === id)) throw new Error(`No field ${id} in this view`);
  }
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block['element'] as Json;
      const id = block['block_id'] as string;
      const state = typed[id] === undefined && id in held ? held[id] : undefined;
      return [id, state ?? { [element['action_id'] as string]: stateOf(element, typed[id]) }];
    }),
  );
}

const everHeld = new WeakMap<World, Map<string, Json>>();

/**
 * What the view holds now. Slack keeps what was typed in a view when it gives way to another with a field of that id, and
 * then doesn't look at the new one's initial value.
 */
function fillIn(world: World, view: FakeView, typed: Typed): Json {
  const views = everHeld.get(world) ?? new Map<string, Json>();
  everHeld.set(world, views);
  const now = filled(view, typed, views.get(view.id));
  views.set(view.id, { ...views.get(view.id), ...now });
  return now;
}

function stateOf(element: Json, typed: string | string[] | undefined): Json {
  const type = element['type'] as string;
  const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
  switch (type) {
    case 'plain_text_input':
      return { type, value: typed ?? element['initial_value'] ?? null };
    case 'timepicker':
      return { type, selected_time: typed ?? element['initial_time'] ?? null };
    case 'datepicker':
      return { type, selected_date: typed ?? element['initial_date'] ?? null };
    case 'checkboxes': {
      const chosen = (element['initial_options'] as Chosen[] | undefined)?.map(({ value }) => value) ?? [];
      return { type, selected_options: ((typed as string[] | undefined) ?? chosen).map(option) };
    }
    case 'users_select':
      return { type, selected_user: typed ?? element['initial_user'] ?? null };
    case 'multi_users_select':
      return { type, selected_users: typed ?? element['initial_users'] ?? [] };
    default: {
      const value = (typed as string | undefined) ?? (element['initial_option'] as Chosen | undefined)?.value;
      return { type, selected_option: value === undefined || value === '' ? null : option(value) };
    }
  }
}

type Hands = { client: SlackClient };

export async function command(world: World, user: string, text: string, { client }: Hands = world) {
  return client.command(user, `D${user.slice(1)}`, text);
}

/** Fills in the view in front and presses its submit button. */
export async function submit(world: World, user: string, typed: Typed = {}, { client }: Hands = world) {
  const view = top(world, user);
  return client.submit(user, view.id, fillIn(world, view, typed));
}

/** What the start modal offers everybody: the test, and below what is theirs. */
export const testOnStart = 'Find ud af, hvad der er vigtigst';
export const lastOnStart = ['Spørg om sparring', 'Indstillinger', 'Mine data', 'Hjælp', 'Tal med nogen'];

type Button = { action_id: string; value?: string; text: { text: string } };

export function buttonsOf(blocks: Json[] | undefined): Button[] {
  return (blocks ?? [])
    .filter((block) => block['type'] === 'actions')
    .flatMap((block) => block['elements'] as Button[]);
}

function buttonNamed(blocks: Json[] | undefined, label: string): Json {
  const button = buttonsOf(blocks).find(({ text }) => text.text === label);
  if (button === undefined) throw new Error(`No button ${label}`);
  return { type: 'button', ...button };
}

/** Presses the button of that label in the view in front. */
export async function press(
  world: World,
  user: string,
  label: string,
  typed: Typed = {},
  { client }: Hands = world,
) {
  const view = top(world, user);
  const action = buttonNamed(blocksOf(view), label);
  return client.press(user, { view: view.id }, action, fillIn(world, view, typed));
}

/** Chooses somebody in a field that tells of it at once. */
export async function choose(
  world: World,
  user: string,
  field: string,
  typed: Typed,
  { client }: Hands = world,
) {
  const view = top(world, user);
  const block = blocksOf(view).find((candidate) => candidate['block_id'] === field);
  const element = block?.['element'] as Json;
  const values = fillIn(world, view, typed);
  const [state] = Object.values(values[field] as Json);
  const action = { ...(state as Json), action_id: element['action_id'], block_id: field };
  return client.press(user, { view: view.id }, action, values);
}

/** Presses the button of that label in a message as it was when its reader last saw it. */
export async function pressIn(
  { channel, ts, blocks }: FakeMessage,
  user: string,
  label: string,
  { client }: Hands,
) {
  return client.press(user, { channel, ts }, buttonNamed(blocks, label), {});
}

/** What the app wrote to a person: direct messages, and what only they see. */
export function dms(world: World, user: string): FakeMessage[] {
  return world.slack.messages().filter(({ channel, reader }) => channel === `D${user.slice(1)}` && !reader);
}

export function whispers(world: World, user: string): FakeMessage[] {
  return world.slack.messages().filter(({ reader }) => reader === user);
}

export function lastOf<T>(list: T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new Error('There is none');
  return last;
}

export async function personOf(world: World, user: string): Promise<Person | undefined> {
  return world.store.person({ tenant: team, user });
}

export async function known(world: World, user: string): Promise<Person> {
  const person = await personOf(world, user);
  if (person === undefined) throw new Error('Nothing is stored about them');
  return person;
}

/** Two points and a rhythm, through the three modals. */
export async function makeAgreement(world: World, user: string, rhythm: Typed = {}): Promise<void> {
  await command(world, user, 'aftale');
  await submit(world, user, { title: 'Færre møder', 'first-step': 'Aflyse tirsdagsmødet' });
  await submit(world, user, { title: 'Mere sparring', 'first-step': 'Ringe til Ida' });
  await submit(world, user, rhythm);
  const view = top(world, user);
  if (callbackOf(view) !== 'notice') throw new Error(`Not made: ${JSON.stringify(view.errors)}`);
  world.client.close(user, view.id, true);
}
