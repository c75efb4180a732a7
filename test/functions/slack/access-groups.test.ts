import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, team } from '../../../playground/slack/state.ts';
import type { World } from '../../../playground/world.ts';
import { type Group, type GroupEnding, newGroup } from '../../../shared/domain/group.ts';
import { type GroupAct, groupActs } from '../../../shared/domain/group-access.ts';
import type { GroupAssessment } from '../../../shared/domain/group-assessment.ts';
import { withoutMember } from '../../../shared/domain/group-edit.ts';
import { newcomer, type PersonId } from '../../../shared/domain/person.ts';
import type { RefusalReason } from '../../../shared/domain/refusal.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { groupActions, groupForms } from '../../../shared/views/group-actions.ts';
import {
  closeRound,
  contribute,
  danes,
  groupOf,
  later,
  madeGroup,
  newChannel,
  openGroup,
  openRound,
  type Place,
  postOf,
  pressPost,
  pressTop,
  send,
} from '../../support/group.ts';
import {
  type Answer,
  chosen,
  keyOf,
  malformed,
  Probe,
  pickedDate,
  pickedTime,
  pickedUser,
  says,
  typed,
} from './access-support.ts';
import { known, newUser } from './support.ts';

/**
 * Who may do what in a group, through the real handler: every listener × everybody around a group × how it stands with it ×
 * everything a payload may claim. A refusal is the same, byte for byte, whatever was named.
 */

/** Nobody but a member may read a word with this in it. */
const secret = 'GruppensHemmelighed';
/** And this nobody but those in the other group. */
const theirSecret = 'DeAndresHemmelighed';
const elsewhere = 'T0ELSEWHERE';

/** Who stands where to the group. */
const actors = [
  'leader',
  'facilitator',
  'responsible',
  'owner',
  'member',
  'left',
  'reader',
  'outsider',
  'other leader',
  'leader elsewhere',
  'member elsewhere',
] as const;
type Actor = (typeof actors)[number];

/** How it stands with the group's agreement and its rounds; before an agreement, with its test. */
const agreed = ['begun', 'open', 'closed', 'ended', 'vacant', 'deserted'] as const;
const tested = ['asked', 'shown', 'naming'] as const;
const states = ['none', ...agreed, ...tested] as const;
type State = (typeof states)[number];

let probe: Probe;
let world: World;
const who = {} as Record<Actor, PersonId>;
const groups = {} as Record<State, Group>;
let ours: Place;
let theirs: Place;
let theirGroup: Group;
const ids = { agreement: '', point: '', round: '', line: '', commitment: '', test: '' };
const theirIds = { ...ids };
type Named = keyof typeof ids;

/** Who may, in each state; nobody, in one that is not here. */
type May = Partial<Record<State, readonly Actor[]>>;

const members = ['leader', 'facilitator', 'responsible', 'owner', 'member'] as const;
/** Who is left, where the leader, the responsible and the owner are gone. */
const stayed = ['facilitator', 'member'] as const;
const whoLeft = ['leader', 'responsible', 'owner', 'left'] as const;
const anybody = actors.slice(0, 9);

const onceMade = { begun: members, open: members, closed: members, vacant: stayed } satisfies May;
const always: May = { ...onceMade, ended: members };
const leaderAlone: May = { begun: ['leader'], open: ['leader'], closed: ['leader'] };
const keepers = ['leader', 'facilitator'] as const;
/** A round that is not there is kept by nobody. */
const keeping: May = { begun: ['leader'], open: keepers, closed: keepers };

/** Where all have gone, or nobody ever came, anybody may begin. */
const nobodysYet: May = { none: anybody, deserted: anybody, asked: anybody, shown: anybody, naming: anybody };
const making: May = { ...leaderAlone, ...nobodysYet, ended: members };
const beginning: May = { ...always, ...nobodysYet };
/** The facilitator was not asked, and somebody who left the group was. */
const participants = ['leader', 'responsible', 'owner', 'member', 'left'] as const;
const starter = 'member';
const taking: May = { asked: participants, shown: participants, naming: participants };
const closingTest: May = { asked: [starter], shown: [starter], naming: [starter] };
const changingPoint: May = { ...ofLeaderAnd('responsible') };
const ending: May = { ...keeping, ended: keepers, vacant: ['facilitator'] };
const contributing: May = { open: members, closed: members, ended: members, vacant: stayed };
const closing: May = { open: keepers, closed: keepers, vacant: ['facilitator'] };
const handingOver: May = { open: keepers, vacant: ['facilitator'] };
const answering: May = { begun: ['owner'], open: ['owner'], closed: ['owner'], ended: ['owner'] };

function ofLeaderAnd(other: Actor): May {
  return { begun: ['leader', other], open: ['leader', other], closed: ['leader', other] };
}

/** `does`: where it must have an effect, or show what only members see, for somebody who may. */
type Row = { act: GroupAct; may: May; named?: Named; does: State; refusal?: RefusalReason };

const buttons: Record<string, Row> = {
  'group.see': { act: 'see-group', may: always, does: 'open' },
  'group.make': { act: 'make-group', may: making, does: 'none' },
  'group.members': { act: 'change-group', may: leaderAlone, does: 'open' },
  'group.rhythm': { act: 'change-group', may: leaderAlone, does: 'open' },
  'group.pause': { act: 'change-group', may: leaderAlone, does: 'open' },
  'group.edit-point': { act: 'change-point', may: changingPoint, named: 'point', does: 'open' },
  'group.replace-point': { act: 'change-point', may: changingPoint, named: 'point', does: 'open' },
  'group.take-point': {
    act: 'take-point',
    may: { begun: ['responsible'], open: ['responsible'], closed: ['responsible'], vacant: stayed },
    ...{ named: 'point', does: 'vacant' },
  },
  'group.resume': { act: 'resume-group', may: onceMade, does: 'closed' },
  'group.end': { act: 'end-group', may: ending, does: 'closed' },
  'group.extend': { act: 'end-group', may: ending, named: 'agreement', does: 'closed' },
  'group.stop': {
    act: 'stop-group',
    may: { ...leaderAlone, ended: ['leader'] },
    ...{ named: 'agreement', does: 'open' },
  },
  'group.leave': {
    act: 'leave-group',
    may: Object.fromEntries(
      ['begun', 'open', 'closed', 'ended', 'vacant', 'deserted'].map((state) => [
        state,
        state === 'vacant' ? [...stayed, ...whoLeft] : [...members, 'left'],
      ]),
    ),
    does: 'open',
  },
  'group.take-over': { act: 'take-over', may: { ...leaderAlone, vacant: stayed }, does: 'vacant' },
  'round.open': { act: 'open-round', may: onceMade, does: 'closed' },
  'round.contribute': { act: 'contribute', may: contributing, named: 'round', does: 'open' },
  'round.close': { act: 'close-round', may: closing, named: 'round', does: 'open' },
  'round.hand-over': { act: 'hand-over', may: handingOver, named: 'round', does: 'open' },
  'round.lines': { act: 'see-lines', may: contributing, named: 'round', does: 'closed' },
  'commitment.make': { act: 'make-commitment', may: onceMade, named: 'line', does: 'closed' },
  'commitment.answer': { act: 'answer-commitment', may: answering, named: 'commitment', does: 'open' },
  'commitment.take': {
    act: 'take-commitment',
    may: { begun: ['owner'], open: ['owner'], closed: ['owner'], ended: ['owner'], vacant: stayed },
    ...{ named: 'commitment', does: 'vacant' },
  },
  'group-test.begin': { act: 'begin-test', may: beginning, does: 'none' },
  'group-test.open': {
    ...{ act: 'see-test', may: taking, named: 'test', does: 'asked' },
    refusal: 'not-in-assessment',
  },
  'group-test.close': { act: 'close-test', may: closingTest, named: 'test', does: 'asked' },
};

type Form = Row & { values: (id: string) => Json; metadata?: (channel: string) => string };

const picked = (users: string[]) => ({ 'group.choose-members': { selected_users: users } });
const rhythm = () => ({
  ...{ rhythm: chosen('4'), weekday: chosen('3') },
  ...{ time: pickedTime('11:00'), 'hours-open': chosen('24') },
});
const point = (suffix: string) => ({
  ...{ [`title${suffix}`]: typed('Et punkt'), [`result${suffix}`]: typed('Et resultat') },
  [`responsible${suffix}`]: pickedUser(who.member.user),
});
const two = () => [who.facilitator.user, who.member.user];

const turning: Row = { act: 'answer-test', may: taking, named: 'test', does: 'asked' };
const rated = (kind: string, ...statements: string[]) =>
  Object.fromEntries(statements.map((statement) => [`${kind}-${statement}`, chosen('2')]));

/** The choosing of members, which tells at once who else reads the channel. */
const choosing: Row = { act: 'make-group', may: making, does: 'none' };

const forms: Record<string, Form> = {
  'group-who': {
    ...{ act: 'make-group', may: making, does: 'ended' },
    values: () => ({ members: picked(two()), ...rhythm() }),
  },
  'group-points': {
    ...{ act: 'make-group', may: making, does: 'ended' },
    values: () => ({ ...point('-1'), ...point('-2') }),
    metadata: (channel) =>
      JSON.stringify({
        channel,
        who: {
          members: members.map((member) => who[member].user),
          ...{ rhythm: 2, slot: { weekday: 1, time: '10:00' }, hoursOpen: 48 },
        },
      }),
  },
  'group-members': {
    ...{ act: 'change-group', may: leaderAlone, does: 'open' },
    values: () => ({
      members: { value: { selected_users: [who.leader.user, who.member.user] } },
      leader: pickedUser(who.member.user),
    }),
  },
  'group-rhythm': { act: 'change-group', may: leaderAlone, does: 'open', values: rhythm },
  'group-edit-point': {
    ...{ act: 'change-point', may: changingPoint, named: 'point', does: 'open' },
    values: (id) => point(`-${id}`),
  },
  'group-replace-point': {
    ...{ act: 'change-point', may: changingPoint, named: 'point', does: 'open' },
    values: (id) => ({ [`why-${id}`]: typed('Derfor'), ...point(`-for-${id}`) }),
  },
  'group-pause': {
    ...{ act: 'change-group', may: leaderAlone, does: 'open' },
    values: () => ({ until: pickedDate('2027-02-01') }),
  },
  'group-closing': {
    ...{ act: 'end-group', may: ending, named: 'agreement', does: 'closed' },
    values: () =>
      Object.fromEntries(['1', '2'].map((n) => [`outcome-${ids.agreement}/${n}`, chosen('keep')])),
  },
  'round-contribute': {
    ...{ act: 'contribute', may: contributing, named: 'round', does: 'open' },
    values: () => ({ worked: typed('Vi sagde til') }),
  },
  'round-hand-over': {
    ...{ act: 'hand-over', may: handingOver, named: 'round', does: 'open' },
    values: () => ({ to: pickedUser(who.member.user) }),
  },
  'round-lines': {
    ...{ act: 'mark-discussed', may: { closed: keepers }, named: 'round', does: 'closed' },
    values: () => ({
      [`discussed-${ids.round}-0`]: { value: { selected_options: [{ value: ids.line }] } },
    }),
  },
  'commitment-make': {
    ...{ act: 'make-commitment', may: onceMade, named: 'line', does: 'closed' },
    values: () => ({
      ...{ text: typed('Ringe til Ida'), owner: pickedUser(who.member.user) },
      due: pickedDate('2027-01-08'),
    }),
  },
  'commitment-answer': {
    ...{ act: 'answer-commitment', may: answering, named: 'commitment', does: 'open' },
    values: () => ({ answer: chosen('done'), said: typed('Det gik') }),
  },
  'group-test-begin': {
    ...{ act: 'begin-test', may: beginning, does: 'ended' },
    values: () => ({ members: picked(two()), 'hours-open': chosen('24') }),
  },
  'group-test-now': { ...turning, values: () => rated('now', 'frames', 'learning') },
  'group-test-helps': { ...turning, values: () => rated('helps', 'frames') },
  'group-test-name': {
    ...{ act: 'name-theme', may: { naming: participants }, named: 'test', does: 'naming' },
    values: () => ({ theme: chosen('trust') }),
  },
};

type Ask = (id: PersonId, claim: { channel: string; id: string }) => Promise<Answer>;

const pressing =
  (action: string): Ask =>
  (id, claim) =>
    probe.click(id, action, `${claim.channel} ${claim.id}`);
const filling =
  (callback: string, { values, metadata }: Form): Ask =>
  (id, { channel, id: thing }) =>
    probe.fill(
      id,
      callback,
      metadata?.(channel) ?? JSON.stringify({ owner: channel, id: thing }),
      values(thing),
    );
const choosingIn: Ask = (id, { channel }) =>
  probe.clickIn(id, 'group.choose-members', 'group-who', JSON.stringify({ owner: channel, id: '-' }), {
    members: picked(two()),
    ...rhythm(),
  });

const turningIn: Ask = (id, { channel, id: test }) =>
  probe.clickIn(id, 'group-test.page', 'group-test-now', JSON.stringify({ owner: channel, id: test }));

const listeners: { says: string; row: Row; ask: Ask }[] = [
  ...Object.entries(buttons).map(([says, row]) => ({ says, row, ask: pressing(says) })),
  { says: 'group.choose-members', row: choosing, ask: choosingIn },
  { says: 'group-test.page', row: turning, ask: turningIn },
  ...Object.entries(forms).map(([says, row]) => ({ says, row, ask: filling(says, row) })),
];

const idOf = ({ named }: Row, from = ids) => (named === undefined ? '-' : from[named]);

/** A group with everybody in it who can be, and another one beside it. */
beforeAll(async () => {
  probe = await Probe.open();
  ({ world } = probe);
  ours = newChannel(
    world,
    danes('Leder Holm', 'Tovholder Friis', 'Ansvar Lund', 'Ejer Berg', 'Med Lem', 'Gik Bort'),
  );
  theirs = newChannel(world, danes('Anden Leder', 'Anden Holm'));
  const [leader = '', facilitator = '', responsible = '', owner = '', member = '', left = ''] = ours.members;
  const reader = newUser(world, { name: 'Læser Dahl' });
  world.slack.inviteUser(ours.channel, reader);
  const people = { leader, facilitator, responsible, owner, member, left, reader };
  const others = {
    outsider: newUser(world, { name: 'Udenfor Vang' }),
    'other leader': theirs.members[0] ?? '',
  };
  for (const [actor, user] of Object.entries({ ...people, ...others }))
    who[actor as Actor] = { tenant: team, user };
  who['leader elsewhere'] = { tenant: elsewhere, user: leader };
  who['member elsewhere'] = { tenant: elsewhere, user: member };

  await madeGroup(
    ours,
    {},
    {
      ...{ 'title-1': `${secret} punkt`, 'result-1': `${secret} resultat`, 'responsible-1': responsible },
      ...{ 'title-2': `${secret} to`, 'result-2': `${secret} andet`, 'responsible-2': leader },
    },
  );
  await openGroup(ours, left);
  await pressTop(ours, left, 'group.leave');
  await madeGroup(theirs, {}, { 'title-1': `${theirSecret} punkt`, 'title-2': `${theirSecret} to` });
  const theirOwner = theirs.members[1] ?? '';
  // Both have the same slot.
  await openRound(ours);
  await speak(ours, secret, owner);
  await speak(theirs, theirSecret, theirOwner);
  await closeRound(ours);
  await agreeOn(ours, secret, owner);
  await agreeOn(theirs, theirSecret, theirOwner);
  theirGroup = await groupOf(theirs);
  groups.closed = overAndPaused(await kept(facilitator));
  Object.assign(ids, idsIn(groups.closed, owner));
  Object.assign(theirIds, idsIn(theirGroup, theirOwner));
  groups.begun = { ...groups.closed, round: undefined, notes: [] };
  await openRound(ours);
  await contribute(ours, member, { adjust: `${secret} anden runde` });
  await later(ours, 60);
  groups.open = await kept(facilitator);
  // Named alike in every state: what differs is how it stands, not what it is called.
  const sameRound = (group: Group): Group =>
    group.round ? { ...group, round: { ...group.round, id: ids.round } } : group;
  groups.open = sameRound(groups.open);
  const { agreement } = groups.closed;
  const stopped: GroupEnding = { on: '2026-12-10', how: 'closed', outcomes: [], learned: `${secret} lært` };
  groups.ended = { ...groups.closed, ...(agreement && { agreement: { ...agreement, ending: stopped } }) };
  // In the other tenant a channel of that id is somebody else's.
  await world.store.saveGroup({ ...theirGroup, tenant: elsewhere, channel: ours.channel, version: 0 });
  const going = (group: Group, user: string) => withoutMember(group, user, world.clock.now());
  groups.vacant = [leader, responsible, owner].reduce(going, groups.open);
  const outcomes = agreement?.points.map(({ id }) => ({ point: id, outcome: 'keep' as const })) ?? [];
  groups.deserted = groups.ended.members.map(({ id }) => id).reduce(going, groups.ended);
  if (groups.deserted.agreement)
    groups.deserted.agreement = { ...groups.deserted.agreement, ending: { ...stopped, outcomes } };
  groups.none = { ...newGroup(groups.closed), version: groups.closed.version };
  ids.test = 'V505.505.h505';
  theirIds.test = 'V606.606.h606';
  const test: GroupAssessment = {
    ...{ id: ids.test, by: who[starter].user, on: '2026-12-10', answers: [], named: [] },
    members: participants.map((actor) => who[actor].user),
    closesAt: addSeconds(world.clock.now(), 24 * 3600),
  };
  const closedAt = world.clock.now();
  const named = { by: member, name: `${secret} Lem`, theme: 'room' } as const;
  groups.asked = { ...groups.none, assessment: test };
  groups.shown = { ...groups.none, assessment: { ...test, closedAt, top: ['room', 'frames'] } };
  groups.naming = { ...groups.none, assessment: { ...test, closedAt, named: [named] } };
  for (const id of Object.values(who)) {
    if ((await world.store.person(id)) === undefined)
      await world.store.save(newcomer(id, (await known(world, leader)).profile));
  }
  probe.listenIn();
}, 60_000);
afterAll(() => world.close());

/** Its period is over, and of the weeks that a pause took one may be had back. */
function overAndPaused(group: Group): Group {
  const { agreement } = group;
  if (agreement === undefined) throw new Error('No agreement');
  const period = { ...agreement.period, ends: '2026-12-18' };
  return {
    ...group,
    agreement: { ...agreement, period },
    pauses: [{ from: '2026-12-14', until: '2027-01-04' }],
  };
}

const speak = (place: Place, word: string, owner: string) =>
  contribute(place, owner, { worked: `${word} lykkedes`, adjust: `${word} ændres`, need: ['time'] });

/** Something is agreed on from what was said. */
async function agreeOn(place: Place, word: string, owner: string): Promise<void> {
  const [first = ''] = place.members;
  const summary = postOf(place, (await groupOf(place)).round?.summary?.ts);
  await pressPost(place, first, summary, 'commitment.make', `${place.channel} 1.${owner}.adjust`);
  await send(place, first, { text: `${word} aftale`, owner, due: '2027-01-20' });
  await later(place, 60);
}

const idsIn = ({ agreement, round, commitments }: Group, owner: string) => ({
  ...{ agreement: agreement?.id ?? '', point: agreement?.points[0].id ?? '', round: round?.id ?? '' },
  ...{ line: `${round?.id}.${owner}.need`, commitment: commitments[0]?.id ?? '', test: '' },
});

/** As it is stored now, with that facilitator. */
async function kept(facilitator: string): Promise<Group> {
  const group = await groupOf(ours);
  return { ...group, round: group.round && { ...group.round, facilitator } };
}

/** What the store holds of our group, but for its version: put there before a request, unless it is. */
let stands: State | undefined;
async function putIn(state: State): Promise<void> {
  if (stands === state && probe.saved.length === 0) return;
  const { version } = await groupOf(ours);
  const { wakeAt: _, ...group } = groups[state];
  if ((await world.store.saveGroup({ ...group, version })) === undefined) throw new Error('Not put there');
  probe.saved = [];
  stands = state;
}

const sentence = da.refusals['not-yours'];
const refusalOf = ({ refusal = 'not-yours' }: Row) => da.refusals[refusal];
/** Where nobody has a group yet, who may is anybody: it is the channel itself that says no. */
const isAnybodys = ({ act }: Row) => act === 'make-group' || act === 'begin-test';
/** An item of a person's own is theirs to be written to: that of the group, and nobody else's, may be written. */
const ownOf = (actor: Actor) => [keyOf(who[actor])];
const groupKey = () => keyOf({ tenant: team, channel: ours.channel });

/** A request that changes nothing of any group, writes to nobody, and says no word of what isn't theirs to read. */
async function harmless(actor: Actor, request: () => Promise<Answer>): Promise<Answer> {
  const answer = await request();
  probe.expectOnly(ownOf(actor), answer, who[actor]);
  expect(says(answer)).not.toContain(secret);
  if (actor !== 'other leader') expect(says(answer)).not.toContain(theirSecret);
  return answer;
}

/** One that must change nothing at all. */
async function refused(actor: Actor, request: () => Promise<Answer>): Promise<Answer> {
  const answer = await harmless(actor, request);
  expect([probe.saved, probe.woken, answer.lines]).toEqual([[], [], []]);
  return answer;
}

const mayDo = ({ may }: Row, actor: Actor, state: State) => may[state]?.includes(actor) ?? false;

test('every listener and every act has its place in the tables above', () => {
  const { action, view } = probe.registered;
  const ofGroups = (registered: Set<string>, ids: object) =>
    [...registered].filter((id) => Object.values(ids).includes(id)).sort();
  expect(Object.values(groupActions).sort()).toEqual(ofGroups(action, groupActions));
  expect(Object.values(groupForms).sort()).toEqual(ofGroups(view, groupForms));
  expect([...Object.keys(buttons), 'group.choose-members', 'group-test.page'].sort()).toEqual(
    ofGroups(action, groupActions),
  );
  expect(Object.keys(forms).sort()).toEqual(ofGroups(view, groupForms));
  const covered = listeners.map(({ row }) => row.act);
  expect([...new Set(covered)].sort()).toEqual([...groupActs].sort());
});

describe.each(listeners)('$says', ({ row, ask }) => {
  test.each(states)(
    'does in the state “%s” what the table says, and else refuses everybody',
    async (state) => {
      const claim = { channel: ours.channel, id: idOf(row) };
      for (const actor of actors) {
        await putIn(state);
        const request = () => ask(who[actor], claim);
        if (!mayDo(row, actor, state)) {
          expect(says(await refused(actor, request)), actor).toContain(refusalOf(row));
          continue;
        }
        const answer = await request();
        expect(says(answer), actor).not.toContain(refusalOf(row));
        expect(answer.lines, actor).toEqual([]);
        probe.expectOnly([...ownOf(actor), groupKey()], answer, who[actor]);
        expect(says(answer), actor).not.toContain(theirSecret);
        if (['none', 'deserted'].includes(state)) expect(says(answer), actor).not.toContain(secret);
        // What a test came to is its channel's.
        if (actor === 'outsider') expect(says(answer)).not.toContain(da.group.themes.room);
      }
    },
  );

  test('does something for somebody who may', async () => {
    const effects: string[] = [];
    for (const actor of row.may[row.does] ?? []) {
      await putIn(row.does);
      const shown = says(await ask(who[actor], { channel: ours.channel, id: idOf(row) })).replaceAll(
        '\\',
        '',
      );
      if (probe.saved.some((id) => keyOf(id) === groupKey())) effects.push('written');
      if (Object.values(groupForms).some((form) => shown.includes(`"callback_id":"${form}"`)))
        effects.push('a form');
      if (shown.includes(secret)) effects.push('shown');
    }
    expect(effects).not.toEqual([]);
  });
});

/** What a payload may claim besides what is true: of another's channel, of none, and what is not even an id. */
function claims(row: Row): { channel: string; id: string }[] {
  const id = idOf(row);
  const channel = ours.channel;
  const forged = [
    'C0NOSUCH',
    'constructor',
    '__proto__',
    '',
    who.leader.user,
    `${channel}#GROUP`,
    'c'.repeat(300),
  ];
  const nothing = ['V404.404.h404', 'constructor', '__proto__', '', '-', idOf(row, theirIds), ids.agreement];
  return [
    ...[theirs.channel, ...forged].map((other) => ({ channel: other, id })),
    ...nothing.map((other) => ({ channel, id: other })),
    ...[`${channel} `, ` ${channel}`, `${channel}\t`, channel.toLowerCase()].map((other) => ({
      channel: other,
      id,
    })),
    ...[` ${id}`, `${id} x`, `${id}\n`].map((other) => ({ channel, id: other })),
  ];
}

/** Everybody else is refused like one of these: the tables above say so. */
const strangers: readonly Actor[] = ['member', 'reader', 'outsider', 'leader elsewhere'];

/** A button's value is read up to the blank; what stands beside a form is no such thing. */
const channelIn = (row: Row, claimed: string) => ('values' in row ? claimed : claimed.split(' ')[0]);

describe.each(listeners)('$says, with something else named', ({ row, ask }) => {
  const state = row.does === 'none' ? 'ended' : row.does;
  const may = actors.filter((actor) => mayDo(row, actor, state));
  const mayNot = strangers.filter((actor) => !may.includes(actor));

  test.each(mayNot)('refuses “%s” all of it alike', async (actor) => {
    const answers = new Set<string>();
    await putIn(state);
    for (const claim of claims(row)) {
      const answer = await harmless(actor, () => ask(who[actor], claim));
      if (!isAnybodys(row)) answers.add(JSON.stringify(answer));
    }
    if (isAnybodys(row)) return;
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain(refusalOf(row));
  });

  test('does for who may do it here nothing anywhere else', async () => {
    for (const actor of [may[0], may.at(-1)]) {
      if (actor === undefined) throw new Error('Nobody may');
      for (const claim of claims(row)) {
        await putIn(state);
        const answer = await ask(who[actor], claim);
        const isOurs = channelIn(row, claim.channel) === ours.channel;
        probe.expectOnly([...ownOf(actor), ...(isOurs ? [groupKey()] : [])], answer, who[actor]);
        expect(says(answer)).not.toContain(theirSecret);
        expect(answer.status).toBe(200);
      }
    }
  });

  test('does for the leader of another group nothing here', async () => {
    for (const claim of claims(row)) {
      await putIn(state);
      const answer = await ask(who['other leader'], claim);
      const own = claim.channel === theirs.channel ? [keyOf({ tenant: team, channel: theirs.channel })] : [];
      probe.expectOnly([...ownOf('other leader'), ...own], answer, who['other leader']);
      expect(says(answer)).not.toContain(secret);
      if (own.length === 0) continue;
      const { version } = (await world.store.group(theirGroup)) ?? theirGroup;
      await world.store.saveGroup({ ...theirGroup, version });
    }
  });
});

describe.each(Object.entries(forms))(
  'the form %s, with something malformed beside it',
  (callback, { values }) => {
    test.each(['leader', 'reader', 'outsider', 'leader elsewhere'] as const)(
      'answers “%s” with a sentence',
      async (actor) => {
        await putIn('open');
        for (const metadata of malformed) {
          const { status, body } = await harmless(actor, () =>
            probe.fill(who[actor], callback, metadata, values('V404')),
          );
          expect(status).toBe(200);
          expect(body).toMatch(/"response_action":"errors".*Reference: ref/);
        }
      },
    );
  },
);

/** A new agreement is made in a channel one is in, with people who are in it. */
describe('a channel without a group', () => {
  const bodyOf = async (request: Promise<Answer>) => (await request).body;
  const making = (actor: Actor, callback: 'group-who' | 'group-points', values: Json, users: string[]) => {
    const metadata = {
      channel: ours.channel,
      who: { members: users, rhythm: 2, slot: { weekday: 1, time: '10:00' }, hoursOpen: 48 },
    };
    const beside = callback === 'group-who' ? { owner: ours.channel, id: '-' } : metadata;
    return probe.fill(who[actor], callback, JSON.stringify(beside), values);
  };
  const inField = (sentence: string) => JSON.stringify({ members: sentence });

  test.each(['outsider', 'other leader'] as const)('is no place for “%s” to make one in', async (actor) => {
    await putIn('none');
    const users = [who[actor].user, ...two()];
    const first = await bodyOf(making(actor, 'group-who', { members: picked(users), ...rhythm() }, users));
    expect(first).toContain(inField(da.refusals['not-in-channel']));
    const points = forms['group-points']?.values('') ?? {};
    const second = await bodyOf(making(actor, 'group-points', points, users));
    expect(second).toContain(da.refusals['not-in-channel']);
    expect(probe.saved).toEqual([]);
  });

  test('doesn’t tell who reads it to somebody outside: whoever is chosen, the answer is the same', async () => {
    await putIn('none');
    const chosenBy = (users: string[]) =>
      bodyOf(making('outsider', 'group-who', { members: picked(users), ...rhythm() }, users));
    const readers = await chosenBy(two());
    const strangers = await chosenBy([who['other leader'].user, theirs.members[1] ?? '']);
    expect(readers).toBe(strangers);
    const points = forms['group-points']?.values('') ?? {};
    const madeBy = (users: string[]) => bodyOf(making('outsider', 'group-points', points, users));
    expect(await madeBy(two())).toBe(await madeBy([...two(), who['other leader'].user]));
    const chosen = await choosingIn(who.outsider, { channel: ours.channel, id: '-' });
    expect(says(chosen)).not.toContain('who-reads');
    expect(says(await choosingIn(who.reader, { channel: ours.channel, id: '-' }))).toContain('who-reads');
  });

  test('takes nobody for a member who isn’t in it, nor whoever makes it out of it', async () => {
    await putIn('none');
    const points = forms['group-points']?.values('') ?? {};
    const outside = [who.reader.user, ...two(), who.outsider.user];
    expect(await bodyOf(making('reader', 'group-points', points, outside))).toContain(
      da.refusals['not-in-channel'],
    );
    expect(await bodyOf(making('reader', 'group-points', points, two()))).toContain(
      da.refusals['not-a-member'],
    );
    expect(probe.saved).toEqual([]);
  });
});

/** What was carried out may be sent again; it opens nothing to who is out by now. */
describe('a form that was carried out, sent again by somebody who left since', () => {
  test.each([
    ['group-edit-point', 'responsible'],
    ['group-replace-point', 'responsible'],
    ['round-hand-over', 'facilitator'],
    ['round-contribute', 'member'],
    ['commitment-answer', 'owner'],
    ['commitment-make', 'member'],
  ] as const)('%s of the “%s” shows nothing of the group', async (callback, actor) => {
    const form = forms[callback] as Form;
    await putIn('open');
    const request = () => filling(callback, form)(who[actor], { channel: ours.channel, id: idOf(form) });
    expect(says(await request())).not.toContain(sentence);
    const group = await groupOf(ours);
    await world.store.saveGroup(withoutMember(group, who[actor].user, world.clock.now()));
    const answer = await request();
    expect(probe.saved).toEqual([]);
    expect(says(answer)).not.toContain(secret);
    stands = undefined;
  });
});

/** What one's own groups and promises are is read from the groups, not from what somebody was told once. */
describe('open.mine', () => {
  test.each(actors)('shows “%s” their own groups and no others', async (actor) => {
    await putIn('open');
    const answer = await probe.click(who[actor], 'open.mine', ours.channel);
    probe.expectOnly(ownOf(actor), answer, who[actor]);
    const isMember = members.some((member) => member === actor);
    expect(says(answer).includes(ours.channel)).toBe(isMember);
    expect(says(answer).includes(secret)).toBe(actor === 'owner');
    expect(says(answer).includes(theirs.channel)).toBe(actor === 'other leader');
  });
});
