import { addDays, addSeconds, type Instant, instantAt, localDate, weekOf } from '../shared/domain/time.ts';
import { change } from '../shared/views/agreement.ts';
import { askPreviewAction } from '../shared/views/ask.ts';
import { inboxActions } from '../shared/views/inbox.ts';
import { thingValue } from '../shared/views/metadata.ts';
import { partnerActions } from '../shared/views/partner.ts';
import { previewAction } from '../shared/views/people.ts';
import { open } from '../shared/views/start.ts';
import { lifeOfGroups, moveInChannels, openRounds } from './company-groups.ts';
import { chosen, closeModal, pressTop, say, submitTop, text, timed } from './hands.ts';
import type { FakeUser } from './slack/state.ts';
import type { World } from './world.ts';

/** A small Danish company to act in. */
export const people: FakeUser[] = [
  {
    id: 'U0METTE',
    name: 'Mette Holm',
    role: 'Leder af kundeservice',
    locale: 'da-DK',
    zone: 'Europe/Copenhagen',
  },
  { id: 'U0PETER', name: 'Peter Lund', role: 'Driftschef', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  { id: 'U0JAMES', name: 'James Carter', role: 'Head of Trading', locale: 'en-GB', zone: 'Europe/London' },
  { id: 'U0SOFIE', name: 'Sofie Dahl', role: 'Teamleder, drift', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  {
    id: 'U0KAREN',
    name: 'Karen Friis',
    role: 'Direktør',
    locale: 'da-DK',
    zone: 'Europe/Copenhagen',
    isAdmin: true,
  },
  { id: 'U0NANNA', name: 'Nanna Bech', role: 'Økonomichef', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  { id: 'U0OLE', name: 'Ole Skov', role: 'Salgschef', locale: 'da-DK', zone: 'Europe/Copenhagen' },
  {
    id: 'U0HASSAN',
    name: 'Hassan Yilmaz',
    role: 'Teamleder, lager',
    locale: 'da-DK',
    zone: 'Europe/Copenhagen',
  },
  { id: 'U0AISHA', name: 'Aisha Rahman', role: 'HR-partner', locale: 'da-DK', zone: 'Europe/Copenhagen' },
];

type Written = { title: string; firstStep: string; theme: string; difference: string };

const petersPoints: [Written, Written] = [
  {
    title: 'Tid til at lede, ikke kun til møder',
    firstStep: 'Blokere torsdag formiddag i kalenderen',
    theme: 'time',
    difference: 'Jeg når rundt til alle fire hold hver uge.',
  },
  {
    title: 'Klar besked om, hvad jeg selv må beslutte',
    firstStep: 'Skrive de tre beslutninger ned, som jeg venter på',
    theme: 'mandate',
    difference: 'Jeg siger ja eller nej til indkøb under 50.000 kr. uden at spørge først.',
  },
];

/** The company, with nobody's agreement begun. */
export function moveIn(world: World): void {
  for (const person of people) world.slack.putUser(person);
  moveInChannels(world);
}

/**
 * The company three weeks into Peter's agreement and those of two groups: made and answered through the app itself, so that
 * the story can't be other than what the app does. The clock starts three weeks back and ends at `today`.
 */
export async function liveAWhile(world: World, today: Instant): Promise<void> {
  const monday = addDays(weekOf(localDate(today, zone)), -21);
  world.clock.startAt(instantAt(monday, '10:00', zone));
  const steps = [...lifeOfPeter, ...lifeOfGroups]
    .map(({ day, at, act }) => ({ instant: instantAt(addDays(monday, day), at, zone), act }))
    .sort((a, b) => (a.instant < b.instant ? -1 : 1));
  for (const { instant, act } of steps) {
    await world.goTo(instant);
    await act(world);
  }
  await world.goTo(today > world.clock.now() ? today : addSeconds(world.clock.now(), 60));
  await openRounds(world);
  await ask(world, 'U0PETER', 'U0KAREN', 'Afgør, om indkøb under 50.000 kr. kan blive hos mig.');
}

const zone = 'Europe/Copenhagen';

/** `day` 0 is the Monday he began. */
const lifeOfPeter = [
  { day: 0, at: '10:01', act: (world: World) => makeAgreement(world, 'U0PETER', petersPoints) },
  { day: 0, at: '10:02', act: (world: World) => bring(world, 'U0PETER', 'U0KAREN', 'U0SOFIE') },
  { day: 0, at: '11:00', act: (world: World) => accept(world, 'U0SOFIE', 'U0PETER') },
  {
    day: 15,
    at: '12:00',
    act: (world: World) =>
      answerLatest(world, 'U0PETER', ['3', '2'], 'Torsdag formiddag er blokeret, og det holdt i denne uge.'),
  },
];

async function makeAgreement(world: World, user: string, points: [Written, Written]): Promise<void> {
  await say(world, user, 'aftale');
  for (const { title, firstStep, theme, difference } of points) {
    await submitTop(world, user, {
      title: text(title),
      'first-step': text(firstStep),
      theme: chosen(theme),
      difference: text(difference),
    });
  }
  const time = timed('09:00');
  await submitTop(world, user, { rhythm: chosen('2'), weekday: chosen('2'), time });
  closeModal(world, user);
}

/** A manager and a sparring partner, who may see the points. */
async function bring(world: World, user: string, manager: string, partner: string): Promise<void> {
  await say(world, user, 'aftale');
  await pressTop(world, user, change.people);
  const partners = { [previewAction]: { type: 'multi_users_select', selected_users: [partner] } };
  await submitTop(world, user, {
    manager: { [previewAction]: { type: 'users_select', selected_user: manager } },
    partners,
    'see-points': partners,
  });
  closeModal(world, user);
}

async function accept(world: World, user: string, leader: string): Promise<void> {
  await say(world, user, '');
  await pressTop(world, user, open.inbox);
  await pressTop(world, user, inboxActions.invitation, thingValue(leader, 'partner'));
  await pressTop(world, user, partnerActions.accept, thingValue(leader, 'partner'));
  closeModal(world, user);
}

/** The manager's answer is waited for, on the second point. */
async function ask(world: World, user: string, to: string, sentence: string): Promise<void> {
  await say(world, user, 'aftale');
  await pressTop(world, user, change.ask, '2');
  await submitTop(world, user, {
    kind: chosen('decide'),
    text: text(sentence),
    to: { [askPreviewAction]: { type: 'users_select', selected_user: to } },
  });
  closeModal(world, user);
}

async function answerLatest(
  world: World,
  user: string,
  progress: [string, string],
  win: string,
): Promise<void> {
  await say(world, user, 'opfølgning');
  const [first, second] = progress;
  await submitTop(world, user, { 'progress-1': chosen(first), 'progress-2': chosen(second), win: text(win) });
  closeModal(world, user);
}
