import type { FakeMessage } from '../../playground/slack/state.ts';
import { groupStatements, type Ratings } from '../../shared/domain/assessment.ts';
import type { GroupAssessment } from '../../shared/domain/group-assessment.ts';
import type { GroupStatement } from '../../shared/domain/themes.ts';
import { blocksOf, newUser, readable } from '../functions/slack/support.ts';
import { done, groupOf, later, type Place, postOf, posts, pressPost, say, send, top } from './group.ts';

/** A group's prioritisation test, driven as Slack drives it. */

type Given = Ratings<GroupStatement>;

/** What somebody answers: all is fully true but what is named here. */
export type Mind = { now: Given; helps: Given };

/** Somebody who would have those taken up, the first most. */
export const wants = (...themes: GroupStatement[]): Mind => ({
  now: Object.fromEntries(themes.map((theme, index) => [theme, Math.min(4, index + 1)])),
  helps: Object.fromEntries(themes.map((theme, index) => [theme, Math.max(1, 5 - index)])),
});

export async function assessmentOf(place: Place): Promise<GroupAssessment> {
  const { assessment } = await groupOf(place);
  if (assessment === undefined) throw new Error('No test there');
  return assessment;
}

/** Begins one with those members, who have no agreement yet; the first of them begins it. */
export async function beginTest(place: Place, typed: Record<string, string | string[]> = {}): Promise<void> {
  const [starter = ''] = place.members;
  await openBegin(place, starter);
  await send(place, starter, { members: place.members, ...typed });
}

/** The form for one, by the way that a channel without a group offers. */
export async function openBegin(place: Place, user: string): Promise<void> {
  done(await say(place, user, 'test'));
  const button = { type: 'button', action_id: 'group-test.begin', value: `${place.channel} -` };
  done(await place.world.client.press(user, { view: top(place.world, user).id }, button, {}));
}

/** The same, and its post hangs in the channel. */
export async function begunTest(place: Place, typed: Record<string, string | string[]> = {}): Promise<void> {
  await beginTest(place, typed);
  await later(place, 60);
}

export async function testPost(place: Place): Promise<FakeMessage> {
  return postOf(place, (await assessmentOf(place)).opening?.ts);
}

export async function themesPost(place: Place): Promise<FakeMessage> {
  return postOf(place, (await assessmentOf(place)).themes?.ts);
}

/** What came last in the channel. */
export function lastPost(place: Place): FakeMessage {
  const last = posts(place).at(-1);
  if (last === undefined) throw new Error('Nothing was posted');
  return last;
}

export async function openTest(place: Place, user: string): Promise<void> {
  done(await pressPost(place, user, await testPost(place), 'group-test.open'));
}

/** What is chosen on the page in front: its fields, by what they ask. */
export function chosenOn(place: Place, user: string, { now, helps }: Mind): Record<string, string> {
  const inputs = blocksOf(top(place.world, user)).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id }) => {
      const [kind = '', ...theme] = String(block_id).split('.')[0]?.split('-') ?? [];
      const named = theme.join('-') as GroupStatement;
      return [String(block_id), String(kind === 'now' ? (now[named] ?? 5) : (helps[named] ?? 1))];
    }),
  );
}

export async function answerPage(place: Place, user: string, mind: Mind): Promise<void> {
  await send(place, user, chosenOn(place, user, mind));
}

/** Every page that is left, from the post. */
export async function answerTest(place: Place, user: string, mind: Mind): Promise<void> {
  await openTest(place, user);
  for (let page = 0; page <= groupStatements.pages.length; page += 1) {
    if (blocksOf(top(place.world, user)).every(({ type }) => type !== 'input')) break;
    await answerPage(place, user, mind);
  }
  place.world.client.close(user, top(place.world, user).id, true);
}

export const says = ({ world }: Place, user: string): string => readable(top(world, user).view);

/** Six who lead together, by their names. */
export const six = ['Mette Holm', 'Karen Friis', 'Ole Lund', 'Aisha Rahman', 'James Carter', 'Peter Dahl'];

/** Somebody more in the channel. */
export function joins({ world, channel }: Place, name = 'Nanna Bech'): string {
  const user = newUser(world, { name });
  world.slack.inviteUser(channel, user);
  return user;
}
