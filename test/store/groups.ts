import fc from 'fast-check';
import { limits, outcomes } from '../../shared/domain/agreement.ts';
import { type Ratings, ratings } from '../../shared/domain/assessment.ts';
import { type Commitment, commitmentStates } from '../../shared/domain/commitment.ts';
import {
  type Blocked,
  type Group,
  type GroupAgreement,
  type GroupEnding,
  type GroupPoint,
  hoursOpen,
  type Member,
  mostMembers,
  newGroup,
  type Posted,
  type Posting,
  postKinds,
} from '../../shared/domain/group.ts';
import { type GroupAssessment, unopened } from '../../shared/domain/group-assessment.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import {
  type Contribution,
  lineKinds,
  type Offer,
  type PastRound,
  type Resource,
  type Round,
  type RoundLine,
  resources,
  roundLimits,
} from '../../shared/domain/round.ts';
import { type GroupStatement, groupStatementThemes, groupThemes } from '../../shared/domain/themes.ts';
import { instantFromMillis, type Weekday } from '../../shared/domain/time.ts';

/** Groups to store: the one that has nothing, the one that has everything, the largest there can be, and any between. */

export const poorestGroup = (channel = 'C1', tenant = 'T1'): Group => newGroup({ tenant, channel });

const form = (index: number) => `V${index}.1796112186.a1B2c3D4`;
const message = (index: number): Posted => ({
  ts: `179611218${index}.000034`,
  painted: 'q83vEjRWeJCrze8SNFZ4kA',
});

const points: [GroupPoint, GroupPoint] = [
  {
    id: `${form(1)}/1`,
    title: 'Æøå, "anførsel" og 👩🏽‍💻',
    result: 'Linje\nto',
    responsible: 'U1',
    theme: 'open-talk',
  },
  { id: form(2), title: 'Kun det nødvendige', result: 'Ro' },
];
const ending: GroupEnding = {
  on: '2027-02-23',
  how: 'closed',
  outcomes: outcomes.map((outcome) => ({ point: form(2), outcome })),
  learned: 'At sige det højt',
  form: form(3),
};
const agreement: GroupAgreement = {
  id: form(1),
  period: { starts: '2026-11-24', ends: '2027-02-24' },
  rhythm: 2,
  slot: { weekday: 7, time: '23:30' },
  hoursOpen: 48,
  points,
  settled: '2026-12-07',
  unanswered: 1,
  retired: [{ point: { ...points[0], id: form(4) }, why: 'Det løste sig', on: '2026-12-01' }],
  extendedWeeks: 2,
  ending,
};
const contributions: Contribution[] = [
  {
    by: 'U1',
    name: 'Mette Holm',
    at: '2026-12-08T08:30:00Z',
    progress: [
      { point: points[0].id, progress: 1 },
      { point: points[1].id, progress: 5 },
    ],
    worked: 'Vi holdt\ndet kort 🫐',
    tried: 'Et "stående" møde',
    adjust: '<b>Intet</b> & alt',
    need: { kinds: ['time', 'tasks'], text: 'Én time' },
    lend: { kinds: [] },
    stillRight: false,
    outcomes: [{ point: points[0].id, outcome: 'keep' }],
    form: form(5),
  },
  { by: 'U2', name: 'Ida <b>&</b> "Bo"', at: '2026-12-08T09:30:00Z', progress: [], form: form(6) },
];
const notes: RoundLine[] = lineKinds.map((kind) => ({
  ...{ id: `2.U1.${kind}`, kind, by: 'U1', name: 'Mette Holm' },
  ...(kind === 'need' || kind === 'lend' ? { kinds: ['people' as const] } : { text: 'Kortere' }),
}));
const commitments: Commitment[] = [
  {
    ...{ id: form(7), text: 'Skrive dagsorden', due: '2026-12-15', madeBy: 'U1', madeOn: '2026-12-08' },
    state: 'open',
  },
  ...commitmentStates.map(
    (state, index): Commitment => ({
      ...{ id: form(8 + index), text: 'Ringe', owner: 'U2', due: '2026-12-15', madeBy: 'U1' },
      ...{ madeOn: '2026-12-08', line: '3.U1.adjust', state, said: 'Æh: måske', saidOn: '2026-12-10' },
      form: form(20 + index),
    }),
  ),
];
const round: Round = {
  id: '3',
  kind: 'half-way',
  on: '2026-12-08',
  facilitator: 'U2',
  openedBy: 'U1',
  closesAt: '2026-12-10T08:00:00Z',
  closedAt: '2026-12-09T12:00:00Z',
  closedBy: 'U2',
  points: points.map(({ id, title }) => ({ id, title })),
  before: { settled: '2026-11-30', turns: [{ id: 'U1', on: '2026-11-24' }] },
  contributions,
  discussed: ['3.U1.need', '2.U1.adjust'],
  opening: message(1),
  summary: message(2),
};

export const richestGroup = (channel = 'C2', tenant = 'T1'): Group => ({
  ...poorestGroup(channel, tenant),
  leader: 'U1',
  members: [
    { id: 'U1', name: 'Mette Holm', since: '2026-11-24', facilitatedOn: '2026-12-08' },
    { id: 'U2', name: 'Ida <b>&</b> "Bo"', since: '2026-11-24' },
  ],
  forms: Array.from({ length: 20 }, (_, index) => `U1 ${form(index)}`),
  vacated: 'U9',
  left: [{ id: 'U9', on: '2026-12-01' }],
  agreement,
  pauses: [{ from: '2026-12-23', until: '2027-01-04' }],
  roundsOpened: 3,
  round,
  rounds: [
    {
      ...{ id: '2', on: '2026-11-24', members: 2, contributed: 1 },
      progress: [{ point: points[0].id, mean: 3.7 }],
    },
  ],
  commitments,
  notes,
  card: message(3),
  ended: message(4),
  posting: { what: 'summary', lease: '2026-12-09T12:01:00Z', attempts: 2 },
  blocked: { code: 'is_archived', since: '2026-12-09T12:01:00Z', from: '2026-12-02T12:01:00Z', retry: true },
  assessment: {
    ...{ id: form(30), by: 'U1', on: '2026-12-02', closesAt: '2026-12-04T08:00:00Z' },
    members: ['U1', 'U2'],
    answers: [{ id: `${form(30)}/U1`, by: 'U1', now: { frames: 1, room: 5 }, helps: { frames: 4 } }],
    closedAt: '2026-12-03T08:00:00Z',
    unopened: 'too-few',
    closedBy: form(31),
    top: ['frames', 'group-sparring'],
    named: [{ by: 'U2', name: 'Ida <b>&</b> "Bo"', theme: 'us-and-leader' }],
    opening: message(5),
    themes: message(6),
  },
  answered: [
    { on: '2026-12-03', asked: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'], people: ['U1', 'U2', 'U3', 'U4', 'U5'] },
  ],
  plain: true,
  linked: [
    { user: 'U1', told: '{"channel":"C2"}' },
    { user: 'U2', told: '' },
  ],
  wakeAt: '2026-12-10T08:00:00Z',
});

/** So many points may have given way in a period that nobody will ever have more. */
const mostRetired = 25;
/** Slack's longest ids and names; and a character takes four bytes at most. */
const longId = (index: number) => `U${String(index).padStart(10, '0')}`;
const longForm = (index: number) => form(index).padEnd(48, '0');
const wide = (characters: number) => '𝔸'.repeat(characters);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const allRated: Ratings<GroupStatement> = Object.fromEntries(groupStatementThemes.map((theme) => [theme, 3]));

const fiveRated: Ratings<GroupStatement> = Object.fromEntries(
  groupStatementThemes.slice(0, 5).map((theme) => [theme, 3]),
);

/** Twenty members who write as much as any field takes, in every round, and promise as much as they may. */
export function largestGroup(channel = 'C3', tenant = 'T1'): Group {
  const offer: Offer = { kinds: [...resources], text: wide(roundLimits.offer) };
  const point = (index: number): GroupPoint => ({
    ...{ id: longForm(index), title: wide(limits.title), result: wide(roundLimits.result) },
    ...{ responsible: longId(index), theme: 'us-and-leader' },
  });
  const [one, two] = [point(1), point(2)];
  const ids = [one.id, two.id];
  const members = many(mostMembers, (index): Member => {
    return { id: longId(index), name: wide(80), since: '2026-11-24', facilitatedOn: '2026-12-08' };
  });
  return {
    ...richestGroup(channel, tenant),
    members,
    left: many(mostMembers, (index) => ({ id: longId(100 + index), on: '2026-12-01' })),
    agreement: {
      ...agreement,
      points: [one, two],
      retired: many(mostRetired, (index) => ({
        point: point(index),
        why: wide(limits.why),
        on: '2026-12-01',
      })),
      ending: { ...ending, learned: wide(limits.learned) },
    },
    pauses: many(90, () => ({ from: '2026-12-23', until: '2027-01-04' })),
    round: {
      ...round,
      contributions: members.map(({ id }, index) => ({
        ...{ by: id, name: wide(80), at: '2026-12-08T08:30:00Z', form: longForm(index), stillRight: true },
        progress: ids.map((point) => ({ point, progress: 5 })),
        outcomes: ids.map((point) => ({ point, outcome: 'change' })),
        ...{ worked: wide(roundLimits.line), tried: wide(roundLimits.line), adjust: wide(roundLimits.line) },
        ...{ need: offer, lend: offer },
      })),
      discussed: many(20 + 5 * mostMembers, (index) => `100.${longId(index)}.worked`),
    },
    rounds: many(20, (index) => ({
      ...{ id: String(index), on: '2026-12-08', members: 20, contributed: 20 },
      progress: ids.map((id) => ({ point: id, mean: 3.3 })),
    })),
    commitments: many(
      40,
      (index): Commitment => ({
        ...{ id: longForm(index), text: wide(roundLimits.commitment), owner: longId(1), due: '2026-12-15' },
        ...{ madeBy: longId(2), madeOn: '2026-12-08', line: `100.${longId(1)}.adjust`, saidOn: '2026-12-10' },
        ...{ state: index < 20 ? 'open' : 'dropped', said: wide(roundLimits.said), form: longForm(index) },
      }),
    ),
    notes: many(20, (index) => ({
      ...{ id: `99.${longId(index)}.adjust`, kind: 'adjust', by: longId(index), name: wide(80) },
      ...{ text: wide(roundLimits.line), kinds: [...resources] },
    })),
    assessment: {
      ...{ id: longForm(1), by: longId(1), on: '2026-12-02', closesAt: '2026-12-04T08:00:00Z' },
      members: members.map(({ id }) => id),
      answers: members.map(({ id }) => ({
        id: `${longForm(1)}/${id}`,
        by: id,
        now: allRated,
        helps: fiveRated,
      })),
      // Nobody names anything as long as there are answers.
      named: [],
      ...{ opening: message(5), themes: message(6) },
    },
    answered: many(10, () => {
      const everybody = members.map(({ id }) => id);
      return { on: '2026-12-03', asked: everybody, people: everybody };
    }),
    // Of the twenty open commitments, all may be one member’s.
    linked: members.map(({ id }, index) => ({ user: id, told: 'x'.repeat(index === 0 ? 4000 : 400) })),
  };
}

/** Arbitrary groups, of every field there is. Their text is any text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const id = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const instant = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) })
  .map((millis) => instantFromMillis(millis));
const date = instant.map((moment) => moment.slice(0, 10));
const time = instant.map((moment) => moment.slice(11, 16));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

const groupPoint: fc.Arbitrary<Required<GroupPoint>> = fc.record({
  id,
  title: text,
  result: text,
  responsible: optional(id),
  theme: optional(fc.constantFrom(...groupThemes)),
});
const outcomeOf = fc.record({ point: id, outcome: fc.constantFrom(...outcomes) });
const anyEnding: fc.Arbitrary<Required<GroupEnding>> = fc.record({
  on: date,
  how: fc.constantFrom('closed', 'stopped'),
  outcomes: few(outcomeOf),
  learned: optional(text),
  form: optional(id),
});
const anyAgreement: fc.Arbitrary<Required<GroupAgreement>> = fc.record({
  id,
  period: fc.record({ starts: date, ends: date }),
  rhythm: fc.constantFrom<Rhythm>(1, 2, 4),
  slot: fc.record({ weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), time }),
  hoursOpen: fc.constantFrom(...hoursOpen),
  points: fc.tuple(groupPoint, groupPoint),
  settled: date,
  unanswered: fc.nat(3),
  retired: few(fc.record({ point: groupPoint, why: text, on: date })),
  extendedWeeks: optional(fc.nat(12)),
  ending: optional(anyEnding),
});
const kinds: fc.Arbitrary<Resource[]> = fc.subarray([...resources]);
const offer: fc.Arbitrary<Required<Offer>> = fc.record({ kinds, text: optional(text) });
const contribution: fc.Arbitrary<Required<Contribution>> = fc.record({
  by: id,
  name: text,
  at: instant,
  progress: few(fc.record({ point: id, progress: fc.constantFrom(1, 2, 3, 4, 5) })),
  worked: optional(text),
  tried: optional(text),
  adjust: optional(text),
  need: optional(offer),
  lend: optional(offer),
  stillRight: optional(fc.boolean()),
  outcomes: optional(few(outcomeOf)),
  form: id,
});
const posted: fc.Arbitrary<Required<Posted>> = fc.record({ ts: text, painted: text });
const anyRound: fc.Arbitrary<Required<Round>> = fc.record({
  id,
  kind: fc.constantFrom('ordinary', 'half-way', 'closing'),
  on: date,
  facilitator: optional(id),
  openedBy: optional(id),
  closesAt: instant,
  closedAt: optional(instant),
  closedBy: optional(id),
  points: optional(few(fc.record({ id, title: text }))),
  before: optional(
    fc.record({ settled: date, turns: fc.array(fc.record({ id: fc.constant('U1'), on: optional(date) })) }),
  ),
  contributions: few(contribution),
  discussed: few(id),
  opening: optional(posted),
  summary: optional(posted),
});
const pastRound: fc.Arbitrary<Required<PastRound>> = fc.record({
  id,
  on: date,
  members: fc.nat(20),
  contributed: fc.nat(20),
  progress: few(
    fc.record({ point: id, mean: fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10) }),
  ),
});
const commitment: fc.Arbitrary<Required<Commitment>> = fc.record({
  id,
  text,
  owner: optional(id),
  due: date,
  madeBy: id,
  madeOn: date,
  line: optional(id),
  state: fc.constantFrom(...commitmentStates),
  said: optional(text),
  saidOn: optional(date),
  form: optional(id),
});
const note: fc.Arbitrary<Required<RoundLine>> = fc.record({
  id,
  kind: fc.constantFrom(...lineKinds),
  by: id,
  name: text,
  text: optional(text),
  kinds: optional(kinds),
});
const member: fc.Arbitrary<Required<Member>> = fc.record({
  id,
  name: text,
  since: date,
  facilitatedOn: optional(date),
});
const posting: fc.Arbitrary<Required<Posting>> = fc.record({
  what: fc.constantFrom(...postKinds),
  lease: instant,
  attempts: fc.nat(4),
});
const blocked: fc.Arbitrary<Required<Blocked>> = fc.record({
  ...{ code: text, since: instant, from: instant },
  retry: optional(fc.constant(true as const)),
});

const rated = fc.dictionary(fc.constantFrom(...groupStatementThemes), fc.constantFrom(...ratings), {
  noNullPrototype: true,
}) as fc.Arbitrary<Ratings<GroupStatement>>;
const anyAssessment: fc.Arbitrary<Required<GroupAssessment>> = fc.record({
  ...{ id, by: id, on: date, closesAt: instant },
  members: few(id),
  closedAt: optional(instant),
  unopened: optional(fc.constantFrom(...unopened)),
  closedBy: optional(id),
  answers: few(fc.record({ id, by: id, now: rated, helps: rated })),
  top: optional(fc.subarray([...groupStatementThemes], { maxLength: 3 })),
  named: few(fc.record({ by: id, name: text, theme: fc.constantFrom(...groupThemes) })),
  opening: optional(posted),
  themes: optional(posted),
});

/** All that is stored of a group: what its workspace decided is read beside it. */
export const anyGroup: fc.Arbitrary<Required<Omit<Group, 'workspace'>>> = fc.record({
  tenant: id,
  channel: id,
  language: fc.constantFrom('da', 'en'),
  zone: fc.constantFrom('Europe/Copenhagen', 'Asia/Tokyo'),
  version: fc.nat(),
  leader: optional(id),
  members: few(member),
  forms: optional(fc.array(id)),
  vacated: optional(id),
  left: optional(few(fc.record({ id, on: date }))),
  agreement: optional(anyAgreement),
  pauses: few(fc.record({ from: date, until: date })),
  roundsOpened: fc.nat(),
  round: optional(anyRound),
  rounds: few(pastRound),
  commitments: few(commitment),
  notes: few(note),
  card: optional(posted),
  ended: optional(posted),
  posting: optional(posting),
  blocked: optional(blocked),
  assessment: optional(anyAssessment),
  answered: optional(few(fc.record({ on: date, asked: few(id), people: few(id) }))),
  plain: optional(fc.constant(true as const)),
  linked: optional(few(fc.record({ user: id, told: text }))),
  wakeAt: optional(instant),
});
