import { expect } from 'vitest';
import { contentOf } from '../../functions/worker/channel.ts';
import type { FakeMessage, FakeUser, Json } from '../../playground/slack/state.ts';
import { team } from '../../playground/slack/state.ts';
import type { World } from '../../playground/world.ts';
import { type Group, mostMembers, type PostKind } from '../../shared/domain/group.ts';
import { groupTruthFor } from '../../shared/domain/group-links.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { newUser, press, readable, submit, top } from '../functions/slack/support.ts';

/** A group in its channel, driven as Slack drives it. */

let channels = 0;

export type Place = { world: World; channel: string; members: string[] };

/** A channel with new people in it, and the bot. */
export function newChannel(world: World, people: Partial<FakeUser>[], more: object = {}): Place {
  channels += 1;
  const channel = `C${String(channels).padStart(6, '0')}`;
  const members = people.map((person) => newUser(world, person));
  world.slack.putChannel({ id: channel, name: `gruppe-${channels}`, members, hasBot: true, ...more });
  return { world, channel, members };
}

/** A colleague who comes into the channel, unless they stay out of it. */
export function newColleague({ world, channel }: Place, more: Partial<FakeUser> = {}, isIn = true): string {
  const user = newUser(world, { name: 'En Anden', ...more });
  if (isIn) world.slack.inviteUser(channel, user);
  return user;
}

/** Whom nobody can choose as the members, beside themselves, and why. */
export const unfitMembers: [string, (place: Place, self: string) => string[], RefusalReason][] = [
  ['nobody but oneself', (_, self) => [self], 'too-few-members'],
  ['nobody', () => [], 'too-few-members'],
  ['a bot', (place, self) => [self, newColleague(place, { isBot: true })], 'not-a-person'],
  ['a guest', (place, self) => [self, newColleague(place, { isGuest: true })], 'not-a-colleague'],
  [
    'somebody of another company',
    (place, self) => [self, newColleague(place, { isStranger: true })],
    'not-a-colleague',
  ],
  ['somebody who is gone', (place, self) => [self, newColleague(place, { isDeleted: true })], 'person-gone'],
  ['somebody Slack doesn’t know', (_, self) => [self, 'U0NOBODY'], 'not-a-colleague'],
  [
    'somebody who isn’t in the channel',
    (place, self) => [self, newColleague(place, {}, false)],
    'not-in-channel',
  ],
  [
    'more than twenty',
    (place, self) => [self, ...Array.from({ length: mostMembers }, () => newColleague(place))],
    'too-many-members',
  ],
];

export const danes = (...names: string[]): Partial<FakeUser>[] => names.map((name) => ({ name }));

type Typed = Record<string, string | string[]>;

/** `/trivsel <text>` in the group's channel. */
export const say = ({ world, channel }: Place, user: string, text: string) =>
  world.client.command(user, channel, text);

/** The group's agreement through its two modals; the first member leads. */
export async function makeGroup(place: Place, typed: Typed = {}, points: Typed = {}): Promise<void> {
  done(await say(place, place.members[0] ?? '', 'gruppe'));
  await fillGroup(place, typed, points);
}

/** The two modals of a new agreement, the first of them open. */
export async function fillGroup(place: Place, typed: Typed = {}, points: Typed = {}): Promise<void> {
  const { world, members } = place;
  const [leader = '', second = leader] = members;
  done(await submit(world, leader, { members, ...typed }));
  done(await submit(world, leader, { ...pointsOf(leader, second), ...points }));
  const view = top(world, leader);
  if (view.view['callback_id'] !== 'notice') throw new Error(`Not made: ${JSON.stringify(view.errors)}`);
  world.client.close(leader, view.id, true);
}

/** What is typed of the two points. */
export const pointsOf = (first: string, second: string) => ({
  'title-1': 'Vi aflaster hinanden',
  'result-1': 'Ingen overskrider budgettet alene',
  'responsible-1': first,
  'title-2': 'Færre og bedre møder',
  'result-2': 'Beslutninger på en uge',
  'responsible-2': second,
});

export async function groupOf({ world, channel }: Place): Promise<Group> {
  const group = await world.store.group({ tenant: team, channel });
  if (group === undefined) throw new Error('No group there');
  return group;
}

/** What the app posted in the channel; not what one person alone saw. */
export function posts({ world, channel }: Place): FakeMessage[] {
  return world.slack
    .messages()
    .filter((message) => message.channel === channel && message.reader === undefined);
}

export function postOf(place: Place, ts: string | undefined): FakeMessage {
  const found = posts(place).find((message) => message.ts === ts);
  if (found === undefined) throw new Error('No such post');
  return found;
}

export const seen = (message: FakeMessage): string => readable(message.blocks);

/** Every button of a message, in rows and beside sections. */
export function buttonsIn({ blocks = [] }: Pick<FakeMessage, 'blocks'>): Json[] {
  return blocks
    .flatMap((block) => [
      ...((block['elements'] as Json[] | undefined) ?? []),
      ...(block['accessory'] === undefined ? [] : [block['accessory'] as Json]),
    ])
    .filter((element) => element['type'] === 'button');
}

/** Presses the button of that action (and value) in a message. */
export async function pressPost(
  { world }: Place,
  user: string,
  message: FakeMessage,
  action: string,
  value?: string,
) {
  const button = buttonsIn(message).find(
    (one) => one['action_id'] === action && (value === undefined || one['value'] === value),
  );
  if (button === undefined) throw new Error(`No button ${action} in: ${message.text}`);
  const { channel, ts } = message;
  return world.client.press(user, { channel, ts }, button, {});
}

/** Contributes to the open round, with what is typed. Points are named `1` and `2`. */
export async function contribute(
  place: Place,
  user: string,
  typed: Typed = {},
  progress: string[] = [],
): Promise<void> {
  const { world } = place;
  done(await say(place, user, 'runde'));
  const { agreement } = await groupOf(place);
  const steps = Object.fromEntries(
    progress.map((step, index) => [`progress-${agreement?.points[index]?.id}`, step]),
  );
  done(await submit(world, user, { ...steps, ...typed }));
  const view = top(world, user);
  if (view.view['callback_id'] !== 'notice') throw new Error(`Not saved: ${JSON.stringify(view.errors)}`);
  world.client.close(user, view.id, true);
}

export { press, submit, top };

export function done(outcome: { ok: true } | { ok: false; error: string }): void {
  if (!outcome.ok) throw new Error(outcome.error);
}

/** Everything up to that instant has happened, and what is due then has not. */
export async function until({ world }: Place, instant: string | undefined): Promise<void> {
  await world.goTo(addSeconds(instant ?? '', -1));
  world.clock.goTo(instant ?? '');
}

/** A made group whose card hangs in the channel, and everybody has heard of it. */
export async function madeGroup(place: Place, typed: Typed = {}, points: Typed = {}): Promise<void> {
  await makeGroup(place, typed, points);
  await later(place, 120);
}

/** Its next round, opened in its slot. */
export async function openRound(place: Place): Promise<void> {
  const { wakeAt } = await groupOf(place);
  await place.world.goTo(addSeconds(wakeAt ?? '', 60));
  const { round } = await groupOf(place);
  if (round?.opening === undefined || round.closedAt !== undefined) throw new Error('No round opened');
}

/** The open round, until it is summed up. */
export async function closeRound(place: Place): Promise<void> {
  const { round } = await groupOf(place);
  await place.world.goTo(addSeconds(round?.closesAt ?? '', 60));
  if ((await groupOf(place)).round?.summary === undefined) throw new Error('No summary');
}

export const later = ({ world }: Place, seconds: number) =>
  world.goTo(addSeconds(world.clock.now(), seconds));

/** The group's agreement as a member sees it. */
export async function openGroup(place: Place, user: string): Promise<void> {
  done(await say(place, user, 'gruppe'));
}

/** Presses the button of that action (and value) in the view in front. */
export async function pressTop(
  { world }: Place,
  user: string,
  action: string,
  value?: string,
): Promise<void> {
  const view = top(world, user);
  const button = buttonsIn(view.view as Pick<FakeMessage, 'blocks'>).find(
    (one) => one['action_id'] === action && (value === undefined || one['value'] === value),
  );
  if (button === undefined) throw new Error(`No button ${action} in ${readable(view.view)}`);
  done(await world.client.press(user, { view: view.id }, button, {}));
}

/** Fills in the view in front and sends it; fails where a field has an error. */
export async function send({ world }: Place, user: string, typed: Typed = {}): Promise<void> {
  done(await submit(world, user, typed));
  const { errors } = top(world, user);
  if (Object.keys(errors).length > 0) throw new Error(`The form says: ${JSON.stringify(errors)}`);
}

/** What only says when something was written, and under which number. */
const passing = ['version', 'wakeAt', 'posting', 'ts', 'painted', 'lease', 'sentAt', 'checkedAt'];

/**
 * Links are hints: who hears once more of a round that does not wait for them forgets it again when it matters, and of a
 * group they are not in any more nothing is reported.
 */
async function heardBy({ store }: World, user: string, group: Group | undefined): Promise<unknown> {
  const person = await store.person({ tenant: team, user });
  const { round: truth } = group ? groupTruthFor(group, user) : {};
  const groups = person?.groups?.map(({ round: hint, reported, ...link }) => ({
    ...link,
    ...(truth && { round: hint }),
    ...(link.role && { reported }),
  }));
  return person && { ...person, groups, linked: person.linked?.length ? person.linked : undefined };
}

/** What is kept of the group and of everybody in it, but for when it was written and what Slack numbered. */
export async function kept({ world, channel, members }: Place): Promise<unknown> {
  const group = await world.store.group({ tenant: team, channel });
  const people = await Promise.all(members.map((user) => heardBy(world, user, group)));
  // In which order the members were told says only who was told again.
  const linked = group?.linked?.toSorted((a, b) => (a.user < b.user ? -1 : 1));
  const text = JSON.stringify({ group: group && { ...group, linked }, people }, (key, value) =>
    passing.includes(key) ? undefined : value,
  );
  return JSON.parse(
    text.replace(/\bV\d+(\.\d+\.h\d+)?/g, 'V').replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'an instant'),
  );
}

/** Where was written, as often as it was. */
export const written = ({ world }: Place) =>
  world.slack.messages().flatMap(({ channel, reader }) => (reader === undefined ? [channel] : []));

/** Every message that is recorded is there, and says what is stored; where the channel takes any. */
export async function expectChannelSaysWhatIsStored(place: Place): Promise<void> {
  const group = await place.world.store.group({ tenant: team, channel: place.channel });
  const isReached = place.world.slack.channel(place.channel)?.hasBot;
  if (group === undefined || group.blocked !== undefined || !isReached) return;
  const { card, round, ended, assessment } = group;
  const recorded: [PostKind, { ts: string } | undefined][] = [
    ...(group.agreement ? [['card', card] satisfies [PostKind, typeof card]] : []),
    ['opening', round?.opening],
    ['summary', round?.summary],
    ['ending', ended],
    ['assessment', assessment?.opening],
    ['themes', assessment?.themes],
  ];
  for (const [what, message] of recorded) {
    if (message === undefined) continue;
    const { text, blocks } = postOf(place, message.ts);
    expect({ text, blocks }, what).toEqual(
      JSON.parse(JSON.stringify(contentOf(group, what, place.world.clock.now()))),
    );
  }
}
