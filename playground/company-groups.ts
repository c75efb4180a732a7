import type { Group } from '../shared/domain/group.ts';
import { isOpenRound, type LineKind, type Resource } from '../shared/domain/round.ts';
import { addDays, addSeconds, type Instant, type PlainDate } from '../shared/domain/time.ts';
import { groupActions } from '../shared/views/group-actions.ts';
import { thingValue } from '../shared/views/metadata.ts';
import { chosen, closeModal, dated, picked, say, submitTop, text, ticked, timed } from './hands.ts';
import { type Json, team } from './slack/state.ts';
import type { World } from './world.ts';

/** The company's two groups: the management group of six, and the three who lead operations. */
export const management = { id: 'G0LEDELSE', name: 'ledelsen' };
export const operations = { id: 'C0DRIFT', name: 'drift-ledere' };

const managers = ['U0KAREN', 'U0METTE', 'U0PETER', 'U0JAMES', 'U0NANNA', 'U0OLE'];
const operators = ['U0PETER', 'U0SOFIE', 'U0HASSAN'];

/** Aisha from HR reads along in the one, and has no part in its agreement. */
export function moveInChannels(world: World): void {
  world.slack.putChannel({ ...management, isPrivate: true, members: [...managers, 'U0AISHA'], hasBot: true });
  world.slack.putChannel({ ...operations, members: operators, hasBot: true });
}

type Step = { day: number; at: string; act: (world: World) => Promise<void> };

/**
 * Three weeks of both groups, `day` 0 being the Monday they began. Ole's promise is not kept in time, and is carried over
 * from round to round. Mette and James, whom newcomers are at first,
 * have no message of their own yet.
 */
export const lifeOfGroups: Step[] = [
  { day: 0, at: '10:05', act: makeManagement },
  { day: 0, at: '10:10', act: makeOperations },
  { day: 7, at: '14:00', act: (world) => contributeAll(world, management.id, firstOfManagement) },
  { day: 8, at: '15:00', act: (world) => contributeAll(world, operations.id, firstOfOperations) },
  { day: 9, at: '13:00', act: agreeInManagement },
  { day: 9, at: '14:00', act: agreeInOperations },
  { day: 14, at: '13:00', act: (world) => contributeAll(world, management.id, secondOfManagement) },
  { day: 15, at: '14:00', act: (world) => contributeAll(world, operations.id, secondOfOperations) },
  { day: 15, at: '15:00', act: nannaIsDone },
];

/** Whatever day it is, both have a round under way, and some have said what they had to say. */
export async function openRounds(world: World): Promise<void> {
  await openIfNone(world, management.id, 'U0KAREN');
  await openIfNone(world, operations.id, 'U0PETER');
  await world.goTo(addSeconds(world.clock.now(), 30));
  await contributeAll(world, management.id, thirdOfManagement);
  await contributeAll(world, operations.id, thirdOfOperations);
  await world.goTo(addSeconds(world.clock.now(), 30));
}

async function openIfNone(world: World, channel: string, user: string): Promise<void> {
  if (isOpenRound((await groupIn(world, channel)).round)) return;
  await say(world, user, 'runde', channel);
  await pressTopValue(world, user, groupActions.openRound, thingValue(channel, '-'));
  closeModal(world, user);
}

async function groupIn(world: World, channel: string): Promise<Group> {
  const group = await world.store.group({ tenant: team, channel });
  if (group === undefined) throw new Error('The story got stuck: no group');
  return group;
}

async function pressTopValue(world: World, user: string, action_id: string, value: string): Promise<void> {
  const view = world.slack.views(user).at(-1)?.id ?? '';
  const outcome = await world.client.press(user, { view }, { type: 'button', action_id, value }, {});
  if (!outcome.ok) throw new Error(`The story got stuck: ${outcome.error}`);
}

type Point = { title: string; result: string; responsible: string; theme: string };
type Making = {
  channel: string;
  members: string[];
  weekday: string;
  time: string;
  hours: string;
  points: [Point, Point];
};

async function make(world: World, { channel, members, weekday, time, hours, points }: Making): Promise<void> {
  const [leader = ''] = members;
  await say(world, leader, 'gruppe', channel);
  await submitTop(world, leader, {
    members: { [groupActions.chooseMembers]: { type: 'multi_users_select', selected_users: members } },
    rhythm: chosen('1'),
    weekday: chosen(weekday),
    time: timed(time),
    'hours-open': chosen(hours),
  });
  const fields = points.flatMap(({ title, result, responsible, theme }, index) => [
    [`title-${index + 1}`, text(title)],
    [`result-${index + 1}`, text(result)],
    [`responsible-${index + 1}`, picked(responsible)],
    [`theme-${index + 1}`, chosen(theme)],
  ]);
  await submitTop(world, leader, Object.fromEntries(fields));
  closeModal(world, leader);
}

function makeManagement(world: World): Promise<void> {
  return make(world, {
    channel: management.id,
    members: managers,
    weekday: '1',
    time: '10:00',
    hours: '48',
    points: [
      {
        title: 'Vi flytter kræfter, når en af os er presset',
        result: 'Ingen afdeling står alene i de travle uger',
        responsible: 'U0METTE',
        theme: 'sharing',
      },
      {
        title: 'Vi bruger møderne på det, kun vi kan løse',
        result: 'Ingen beslutning venter mere end en uge',
        responsible: 'U0OLE',
        theme: 'meetings',
      },
    ],
  });
}

function makeOperations(world: World): Promise<void> {
  return make(world, {
    channel: operations.id,
    members: operators,
    weekday: '2',
    time: '13:00',
    hours: '24',
    points: [
      {
        title: 'Vi siger til, før det brænder på',
        result: 'Færre aflyste fridage',
        responsible: 'U0SOFIE',
        theme: 'room',
      },
      {
        title: 'Fast sparring hver anden uge',
        result: 'Nye teamledere er trygge efter tre måneder',
        responsible: 'U0HASSAN',
        theme: 'group-sparring',
      },
    ],
  });
}

type Offered = { kinds: Resource[]; text?: string };
type Said = {
  by: string;
  steps: [string, string];
  worked?: string;
  tried?: string;
  adjust?: string;
  need?: Offered;
  lend?: Offered;
};

const firstOfManagement: Said[] = [
  {
    by: 'U0KAREN',
    steps: ['2', '2'],
    worked: 'Vi fik talt åbent om, hvem der er presset lige nu.',
    adjust: 'Dagsordenen skal ud dagen før, ellers forbereder ingen sig.',
  },
  {
    by: 'U0METTE',
    steps: ['2', '3'],
    worked: 'Nannas team tog to vagter i kundeservice.',
    need: { kinds: ['people'], text: 'Én mere på vagt torsdag og fredag i næste uge' },
  },
  { by: 'U0PETER', steps: ['3', '2'], tried: 'Mødefri onsdag holdt ikke. Driften kan ikke vente.' },
  {
    by: 'U0JAMES',
    steps: ['2', '2'],
    adjust: 'Start with decisions, end with information.',
    need: { kinds: ['time'] },
  },
  {
    by: 'U0OLE',
    steps: ['3', '2'],
    lend: { kinds: ['people', 'tasks'], text: 'To sælgere har luft resten af måneden' },
  },
];

const secondOfManagement: Said[] = [
  { by: 'U0KAREN', steps: ['3', '2'], worked: 'Mette fik hjælp, før hun nåede at bede om den.' },
  { by: 'U0METTE', steps: ['4', '2'], worked: 'Ole lånte mig to sælgere. Det reddede ugen.' },
  { by: 'U0JAMES', steps: ['3', '3'], adjust: 'Finance every other time would be enough.' },
  { by: 'U0OLE', steps: ['3', '2'], tried: 'Den fælles kalender bliver ikke brugt endnu.' },
];

const thirdOfManagement: Said[] = [
  { by: 'U0PETER', steps: ['4', '3'], worked: 'Vi sagde sammen nej til et projekt.' },
  {
    by: 'U0JAMES',
    steps: ['3', '3'],
    need: { kinds: ['tasks'], text: 'Someone to take the supplier review' },
  },
  { by: 'U0OLE', steps: ['4', '3'], lend: { kinds: ['time', 'tasks'], text: 'To timer om ugen' } },
];

const firstOfOperations: Said[] = [
  { by: 'U0PETER', steps: ['3', '2'], worked: 'Sofie ringede i tide, da nattevagten manglede.' },
  { by: 'U0SOFIE', steps: ['3', '2'], need: { kinds: ['time'], text: 'En time til vagtplanen' } },
  {
    by: 'U0HASSAN',
    steps: ['2', '3'],
    adjust: 'Sparringen skal stå i kalenderen, ellers bliver den ikke til noget.',
    lend: { kinds: ['time'] },
  },
];

const secondOfOperations: Said[] = [
  { by: 'U0SOFIE', steps: ['4', '3'], worked: 'Hassan tog vagtplanen i en time. Det hjalp.' },
  { by: 'U0HASSAN', steps: ['3', '4'] },
];

const thirdOfOperations: Said[] = [
  { by: 'U0HASSAN', steps: ['4', '4'], worked: 'Ingen måtte aflyse en fridag i sidste uge.' },
];

/** Whoever has nothing to say this time says nothing; and a round may be closed already. */
async function contributeAll(world: World, channel: string, said: Said[]): Promise<void> {
  for (const one of said) {
    const { round, agreement } = await groupIn(world, channel);
    if (!isOpenRound(round) || agreement === undefined) return;
    await say(world, one.by, 'runde', channel);
    await submitTop(world, one.by, valuesOf(one, agreement.points));
    closeModal(world, one.by);
  }
}

function valuesOf({ steps, worked, tried, adjust, need, lend }: Said, points: { id: string }[]): Json {
  const lines = Object.entries({ worked, tried, adjust }).filter(([, words]) => words !== undefined);
  const offers = Object.entries({ need, lend }).flatMap(([kind, offer]) =>
    offer === undefined
      ? []
      : [
          [kind, ticked(...offer.kinds)],
          [`${kind}-text`, text(offer.text ?? '')],
        ],
  );
  return Object.fromEntries([
    ...points.map(({ id }, index) => [`progress-${id}`, chosen(steps[index] ?? '3')]),
    ...lines.map(([kind, words]) => [kind, text(words ?? '')]),
    ...offers,
  ]);
}

type Promised = { line: [by: string, kind: LineKind]; who: string; words: string; days: number };

async function agree(world: World, channel: string, by: string, promise: Promised): Promise<void> {
  const { round } = await groupIn(world, channel);
  const [author, kind] = promise.line;
  const value = thingValue(channel, `${round?.id}.${author}.${kind}`);
  const ts = round?.summary?.ts;
  if (ts === undefined) return;
  const button = { type: 'button', action_id: groupActions.commit, value };
  const outcome = await world.client.press(by, { channel, ts }, button, {});
  if (!outcome.ok) throw new Error(`The story got stuck: ${outcome.error}`);
  await submitTop(world, by, {
    text: text(promise.words),
    owner: picked(promise.who),
    due: dated(inDays(world.clock.now(), promise.days)),
  });
  closeModal(world, by);
}

const inDays = (now: Instant, days: number): PlainDate => addDays(now.slice(0, 10), days);

async function agreeInManagement(world: World): Promise<void> {
  const agenda = 'Sende dagsordenen ud dagen før med de beslutninger, vi skal tage';
  await agree(world, management.id, 'U0KAREN', {
    line: ['U0KAREN', 'adjust'],
    who: 'U0OLE',
    words: agenda,
    days: 7,
  });
  await agree(world, management.id, 'U0KAREN', {
    line: ['U0METTE', 'need'],
    who: 'U0NANNA',
    words: 'Aftale med Mette, hvem der hjælper torsdag og fredag',
    days: 5,
  });
}

async function agreeInOperations(world: World): Promise<void> {
  await agree(world, operations.id, 'U0PETER', {
    line: ['U0HASSAN', 'adjust'],
    who: 'U0HASSAN',
    words: 'Sætte sparring i alles kalender resten af året',
    days: 20,
  });
}

/** From her own list. */
async function nannaIsDone(world: World): Promise<void> {
  const { commitments } = await groupIn(world, management.id);
  const hers = commitments.find(({ owner, state }) => owner === 'U0NANNA' && state === 'open');
  if (hers === undefined) return;
  await say(world, 'U0NANNA', '');
  await pressTopValue(world, 'U0NANNA', 'open.mine', '');
  await pressTopValue(world, 'U0NANNA', groupActions.answer, thingValue(management.id, hers.id));
  await submitTop(world, 'U0NANNA', { answer: chosen('done') });
  closeModal(world, 'U0NANNA');
}
