import {
  addDays,
  addSeconds,
  instantAt,
  instantFromMillis,
  localDate,
  weekOf,
} from '../shared/domain/time.ts';
import { type FakeUser, general, type Json } from './slack/state.ts';
import type { World } from './world.ts';

/** A small Danish company to act in. */
export const people: FakeUser[] = [
  {
    id: 'U0METTE',
    name: 'Mette Holm',
    role: 'Afdelingsleder, kundeservice',
    locale: 'da-DK',
    zone: 'Europe/Copenhagen',
  },
  { id: 'U0PETER', name: 'Peter Lund', role: 'Driftschef', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  { id: 'U0JAMES', name: 'James Carter', role: 'Head of Trading', locale: 'en-GB', zone: 'Europe/London' },
  { id: 'U0SOFIE', name: 'Sofie Dahl', role: 'Teamleder, drift', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  { id: 'U0KAREN', name: 'Karen Friis', role: 'Direktør', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  { id: 'U0AISHA', name: 'Aisha Rahman', role: 'HR-partner', locale: 'da-DK', zone: 'Europe/Copenhagen' },
];

type Written = { title: string; firstStep: string; theme: string; difference: string };

const petersPoints: [Written, Written] = [
  {
    title: 'Tid til at lede, ikke kun til møder',
    firstStep: 'Spærre torsdag formiddag i kalenderen i dag',
    theme: 'time',
    difference: 'Jeg når rundt til alle fire hold hver uge.',
  },
  {
    title: 'Klar besked om, hvad jeg selv må beslutte',
    firstStep: 'Skrive de tre beslutninger ned, som jeg venter på',
    theme: 'mandate',
    difference: 'Indkøb under 50.000 kr. går ikke længere op ad og ned igen.',
  },
];

/** The company, with nobody's agreement begun. */
export function moveIn(world: World): void {
  for (const person of people) world.slack.putUser(person);
}

/**
 * The company three weeks into Peter's agreement: made and answered through the app itself, so that the story can't be
 * other than what the app does. The clock starts three weeks back and ends where it was.
 */
export async function liveAWhile(world: World): Promise<void> {
  const today = instantFromMillis(Date.now());
  const monday = addDays(weekOf(localDate(today, 'Europe/Copenhagen')), -21);
  world.clock.startAt(instantAt(monday, '10:00', 'Europe/Copenhagen'));
  await makeAgreement(world, 'U0PETER', petersPoints);
  await world.goToNext();
  await answerLatest(world, 'U0PETER', ['3', '2'], 'Torsdag formiddag er spærret, og den holdt i denne uge.');
  await world.goTo(today > world.clock.now() ? today : addSeconds(world.clock.now(), 60));
}

const text = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
const chosen = (value: string): Json => ({ value: { type: 'static_select', selected_option: { value } } });

async function makeAgreement(world: World, user: string, points: [Written, Written]): Promise<void> {
  await world.client.command(user, general.id, 'aftale');
  for (const { title, firstStep, theme, difference } of points) {
    await submitTop(world, user, {
      title: text(title),
      'first-step': text(firstStep),
      theme: chosen(theme),
      difference: text(difference),
    });
  }
  const time = { value: { type: 'timepicker', selected_time: '09:00' } };
  await submitTop(world, user, { rhythm: chosen('2'), weekday: chosen('2'), time });
  closeModal(world, user);
}

async function answerLatest(
  world: World,
  user: string,
  progress: [string, string],
  win: string,
): Promise<void> {
  await world.client.command(user, general.id, 'opfølgning');
  const [first, second] = progress;
  await submitTop(world, user, { 'progress-1': chosen(first), 'progress-2': chosen(second), win: text(win) });
  closeModal(world, user);
}

async function submitTop(world: World, user: string, values: Json): Promise<void> {
  const view = world.slack.views(user).at(-1);
  const outcome = view && (await world.client.submit(user, view.id, values));
  if (!outcome?.ok) throw new Error(`The story got stuck: ${outcome?.error ?? 'no modal'}`);
}

function closeModal(world: World, user: string): void {
  world.slack.putViews(user, []);
}
