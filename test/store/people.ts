import fc from 'fast-check';
import {
  type CheckIn,
  type LeaderAgreement,
  outcomes,
  type Point,
  type PointText,
} from '../../shared/domain/agreement.ts';
import { type Answer, type Ask, askKinds, happenings, replies } from '../../shared/domain/ask.ts';
import { type Assessment, type Ratings, ratings } from '../../shared/domain/assessment.ts';
import type { GroupLink } from '../../shared/domain/group-link.ts';
import { type Item, isOfGroup, newsKinds, slotKinds } from '../../shared/domain/item.ts';
import type { Link } from '../../shared/domain/link.ts';
import { type Manager, type Partner, partnerStates } from '../../shared/domain/partner.ts';
import { type Draft, newcomer, type Person } from '../../shared/domain/person.ts';
import type { FollowUpPart, ItemPart, News, Prompt, PromptState } from '../../shared/domain/prompt.ts';
import { type SparringRequest, sparringReplies } from '../../shared/domain/request.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import type { WorkingTime } from '../../shared/domain/slots.ts';
import { leaderThemes } from '../../shared/domain/themes.ts';
import { instantFromMillis, type Weekday } from '../../shared/domain/time.ts';

/** People to store: the one who has nothing, the one who has everything, and any between. */

const checkedAt = '2026-11-24T09:00:00Z';

export const poorest = (user = 'U1', tenant = 'T1'): Person =>
  newcomer({ tenant, user }, { name: '', language: 'da', zone: 'Europe/Copenhagen', checkedAt });

const points: [Point, Point] = [
  {
    id: '1',
    title: 'Æøå, "anførsel" og 👩🏽‍💻',
    firstStep: 'Linje\nto',
    theme: 'time',
    difference: 'd',
    sign: 's',
  },
  { id: '2', title: 'Kun det nødvendige', firstStep: 'Et skridt' },
];
const form = (index: number) => `V${index}.1796112186.a1B2c3D4`;
const asks: Ask[] = [
  {
    id: form(1),
    point: '1',
    kind: 'decide',
    text: 'Må vi\ndroppe "mandag"?',
    to: 'U7',
    madeOn: '2026-12-01',
  },
  {
    ...{ id: form(2), point: '2', kind: 'limit', text: 'Skære fra', to: 'U7', madeOn: '2026-12-01' },
    delivered: { on: '2026-12-02', overdueFrom: '2026-12-09' },
  },
  ...replies.map(
    (reply, index): Ask => ({
      ...{ id: form(10 + index), point: '2', kind: 'give-time', text: 'Tid', to: 'U8', madeOn: '2026-12-01' },
      delivered: { on: '2026-12-02', overdueFrom: '2026-12-09' },
      answer: { reply, date: '2026-12-15', comment: 'Æh: måske 🫐', form: form(20 + index) },
      happened: { asker: happenings[index % 3], recipient: happenings[(index + 1) % 3] },
    }),
  ),
  {
    ...{ id: form(3), point: '1', kind: 'listen', text: 'Lytte', to: 'U8', madeOn: '2026-12-01' },
    answer: { reply: 'not-now', form: form(4) },
    happened: {},
    closed: 'withdrawn',
  },
  {
    ...{ id: form(5), point: 'V7', kind: 'listen', text: 'x', to: 'U9', madeOn: '2026-12-01' },
    closed: 'gone',
  },
];
const partners: Partner[] = [
  ...partnerStates.map((state, index) => ({
    id: `U1${index}`,
    state,
    invitation: form(50 + index),
    since: '2026-11-24',
    seesPoints: index % 2 === 0,
  })),
  {
    ...{ id: form(6), name: 'Ida <b>&</b> "Bo"', state: 'accepted', since: '2026-11-24', seesPoints: false },
    talkedOn: '2026-12-20',
  },
];
const agreement: LeaderAgreement = {
  id: 'V2',
  period: { starts: '2026-11-24', ends: '2027-02-24' },
  rhythm: 2,
  points,
  settled: '2026-12-07',
  unanswered: 1,
  retired: [
    { point: { id: 'V7', title: 'Før', firstStep: 'Et skridt' }, why: 'Det løste sig', on: '2026-12-01' },
  ],
  extendedWeeks: 2,
  ending: {
    on: '2027-02-23',
    how: 'closed',
    outcomes: [{ point: '1', outcome: 'keep' }],
    learned: 'At sige det højt',
    form: form(7),
  },
  manager: { id: 'U7', seesPoints: true, gone: true },
  partners,
  asks,
  checkIns: [
    {
      week: '2026-12-07',
      at: '2026-12-08T08:30:00Z',
      points: [
        { point: '1', progress: 4, note: 'Bedre' },
        { point: '2', progress: 1 },
      ],
      win: 'Holdt fri en torsdag',
      winSeenBy: ['U7', 'U8'],
      stillRight: false,
      expectationsFit: false,
      form: 'V9',
    },
    { week: '2026-12-21', at: '2026-12-22T08:30:00Z', points: [], form: 'V10' },
  ],
};

const items: Item[] = [...newsKinds, ...slotKinds].map((kind) => ({ kind, owner: 'U7', id: `${form(1)}/x` }));
const links: Link[] = [
  { owner: 'U7', version: 3, heardOn: '2026-12-01', asks: [], sparring: [], wins: [], reported: [] },
  {
    owner: 'U8',
    version: 12,
    heardOn: '2026-12-02',
    asks: [{ id: form(1) }, { id: form(2), reply: 'talk', date: '2026-12-15', said: true }],
    partner: { state: 'accepted', since: '2026-11-24', talkedOn: '2026-12-01' },
    sparring: [form(3)],
    wins: ['2026-12-07'],
    reported: [form(1), 'gone'],
  },
  {
    ...{ owner: 'U9', version: 1, heardOn: '2026-12-03', asks: [], sparring: [], wins: [], reported: [] },
    partner: { state: 'invited', invitation: form(50), since: '2026-11-24' },
  },
];
const groups: GroupLink[] = [
  { channel: 'C7', version: 4, heardOn: '2026-12-01', commitments: [], needs: [] },
  {
    channel: 'C8',
    version: 12,
    heardOn: '2026-12-02',
    role: 'leader',
    round: { id: '3', on: '2026-12-01', until: '2026-12-03T08:00:00Z' },
    commitments: [
      { id: form(60), due: '2026-12-15' },
      { id: form(61), due: '2026-12-20', given: true },
    ],
    needs: ['channel-blocked/2026-12-01T08:00:00Z', 'member-left/U9.2026-12-01'],
  },
  {
    ...{ channel: 'C9', version: 1, heardOn: '2026-12-03', role: 'member', commitments: [] },
    needs: ['leader-left/U9'],
    reported: true,
  },
];
const sparring: SparringRequest[] = [
  { id: form(30), to: 'U7', madeOn: '2026-12-01' },
  ...sparringReplies.map((reply, index) => ({
    id: form(31 + index),
    to: 'U8',
    madeOn: '2026-12-01',
    answer: { reply, when: 'Torsdag\nefter frokost' },
  })),
  { id: form(40), to: 'U9', madeOn: '2026-12-01', answer: { reply: 'no' }, closed: 'withdrawn' },
  { id: form(41), to: 'U9', madeOn: '2026-12-01', closed: 'gone' },
];

export const richest = (user = 'U2', tenant = 'T1'): Person => ({
  ...poorest(user, tenant),
  profile: { name: 'Mette', language: 'en', zone: 'America/New_York', checkedAt },
  workingTime: {
    slot: { weekday: 7, time: '23:30' },
    workdays: [1, 2, 3, 4, 5, 6, 7],
    hours: { from: '22:00', to: '06:00' },
  },
  pauses: [{ from: '2026-12-23', until: '2027-01-04' }],
  draft: {
    form: 'V3',
    points: [
      { title: 'Et', firstStep: 'To', sign: 'Ro' },
      { title: 'Tre', firstStep: 'Fire', theme: 'climate' },
    ],
    savedAt: checkedAt,
  },
  assessment: {
    id: form(70),
    now: Object.fromEntries(leaderThemes.map((theme, index) => [theme, ratings[index % 5] ?? 1])),
    helps: { meaning: 5, mandate: 1 },
    on: '2026-12-01',
    chosen: ['time', 'sparring'],
  },
  agreement,
  past: [{ ...agreement, id: 'V1', checkIns: [] }],
  prompt: {
    week: '2026-12-21',
    parts: [
      { kind: 'follow-up', agreement: 'V2', week: '2026-12-21', halfWay: true },
      ...items.map((item) => ({ kind: 'item' as const, item })),
    ],
    state: 'moved',
    lease: '2026-12-22T08:01:00Z',
    attempts: 2,
    movedTo: '2026-12-23',
    sentAt: '2026-12-22T08:00:30Z',
    reminder: 'sent',
    channel: 'D1',
    ts: '1796112186.000034',
  },
  news: {
    on: '2026-12-22',
    items,
    state: 'sending',
    lease: '2026-12-22T08:02:00Z',
    attempts: 3,
    channel: 'D1',
    ts: '1796112187.000035',
  },
  told: items.map(({ kind, owner, id }) => ({ key: `${kind} ${owner} ${id}`, on: '2026-12-20' })),
  links,
  groups,
  linked: [
    { user: 'U7', told: JSON.stringify(links[0]) },
    { user: 'U8', told: '' },
  ],
  sparring,
  home: { painted: 'aB3-_dE6fGh1Jk2Lm4Np5Q' },
  gone: true,
  noReminders: true,
  wakeAt: '2026-12-23T08:00:00Z',
});

/** As version 2 of the items had it: without groups and tests. */
export function ungrouped({ groups: _, assessment: __, ...person }: Person): Person {
  const { news, told, prompt } = person;
  const isOld = (one: Item) => !isOfGroup(one);
  const oldKeys = items.filter(isOld).map(({ kind, owner, id }) => `${kind} ${owner} ${id}`);
  return {
    ...person,
    ...(news ? { news: { ...news, items: news.items.filter(isOld) } } : {}),
    ...(told ? { told: told.filter(({ key }) => oldKeys.includes(key)) } : {}),
    ...(prompt
      ? {
          prompt: {
            ...prompt,
            parts: prompt.parts.filter((part) => part.kind === 'follow-up' || isOld(part.item)),
          },
        }
      : {}),
  };
}

/** As version 1 had it: without the people around the leader. */
export function alone(person: Person): Person {
  const {
    news: _,
    told: __,
    links: ___,
    linked: ____,
    sparring: _____,
    gone: ______,
    ...rest
  } = ungrouped(person);
  const { agreement: own, prompt, past } = rest;
  return {
    ...rest,
    past: past.map(withNobody),
    ...(own ? { agreement: withNobody(own) } : {}),
    ...(prompt
      ? { prompt: { ...prompt, parts: prompt.parts.filter(({ kind }) => kind === 'follow-up') } }
      : {}),
  };
}

function withNobody({ manager: _, partners: __, asks: ___, ...rest }: LeaderAgreement): LeaderAgreement {
  return {
    ...rest,
    checkIns: rest.checkIns.map(({ winSeenBy: ____, expectationsFit: _____, ...checkIn }) => checkIn),
  };
}

/** Arbitrary people, of every field there is. Their text is any text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const id = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const instant = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) })
  .map((millis) => instantFromMillis(millis));
const date = instant.map((moment) => moment.slice(0, 10));
const time = instant.map((moment) => moment.slice(11, 16));
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const pointText: fc.Arbitrary<Required<PointText>> = fc.record({
  title: text,
  firstStep: text,
  theme: optional(fc.constantFrom(...leaderThemes)),
  difference: optional(text),
  sign: optional(text),
});
const point: fc.Arbitrary<Required<Point>> = fc
  .tuple(id, pointText)
  .map(([pointId, written]) => ({ id: pointId, ...written }));
const checkIn: fc.Arbitrary<Required<CheckIn>> = fc.record({
  week: date,
  at: instant,
  points: fc.array(fc.record({ point: id, progress: fc.constantFrom(1, 2, 3, 4, 5), note: optional(text) }), {
    maxLength: 2,
  }),
  win: optional(text),
  winSeenBy: optional(fc.array(id, { maxLength: 2 })),
  stillRight: optional(fc.boolean()),
  expectationsFit: optional(fc.boolean()),
  form: id,
});
const answer: fc.Arbitrary<Required<Answer>> = fc.record({
  reply: fc.constantFrom(...replies),
  date: optional(date),
  comment: optional(text),
  form: id,
});
const happening = optional(fc.constantFrom(...happenings));
const ask: fc.Arbitrary<Required<Ask>> = fc.record({
  id,
  point: id,
  kind: fc.constantFrom(...askKinds),
  text,
  to: id,
  madeOn: date,
  delivered: optional(fc.record({ on: date, overdueFrom: date })),
  answer: optional(answer),
  happened: optional(fc.record({ asker: happening, recipient: happening })),
  closed: optional(fc.constantFrom('withdrawn', 'gone')),
});
const manager: fc.Arbitrary<Required<Manager>> = fc.record({
  id,
  seesPoints: fc.boolean(),
  gone: optional(fc.boolean()),
  seenOn: optional(date),
});
const partner: fc.Arbitrary<Required<Partner>> = fc.record({
  id,
  name: optional(text),
  state: fc.constantFrom(...partnerStates),
  invitation: optional(id),
  since: date,
  seesPoints: fc.boolean(),
  talkedOn: optional(date),
});
const anyAgreement: fc.Arbitrary<Required<LeaderAgreement>> = fc.record({
  id,
  period: fc.record({ starts: date, ends: date }),
  rhythm: fc.constantFrom<Rhythm>(1, 2, 4),
  points: fc.tuple(point, point),
  settled: date,
  unanswered: fc.nat(3),
  retired: fc.array(fc.record({ point, why: text, on: date }), { maxLength: 2 }),
  extendedWeeks: optional(fc.nat(12)),
  ending: optional(
    fc.record({
      on: date,
      how: fc.constantFrom('closed', 'stopped'),
      outcomes: fc.array(fc.record({ point: id, outcome: fc.constantFrom(...outcomes) }), { maxLength: 2 }),
      learned: optional(text),
      form: optional(id),
    }),
  ),
  checkIns: fc.array(checkIn, { maxLength: 3 }),
  manager: optional(manager),
  partners: optional(fc.array(partner, { maxLength: 3 })),
  asks: optional(fc.array(ask, { maxLength: 3 })),
});
const item: fc.Arbitrary<Required<Item>> = fc.record({
  kind: fc.constantFrom(...newsKinds, ...slotKinds),
  owner: id,
  id,
});
const followUpPart: fc.Arbitrary<Required<FollowUpPart>> = fc.record({
  kind: fc.constant('follow-up' as const),
  agreement: id,
  week: date,
  halfWay: optional(fc.boolean()),
});
const itemPart: fc.Arbitrary<Required<ItemPart>> = fc.record({ kind: fc.constant('item' as const), item });
const link: fc.Arbitrary<Required<Link>> = fc.record({
  owner: id,
  version: fc.nat(),
  heardOn: date,
  asks: fc.array(
    fc.record({
      id,
      reply: optional(fc.constantFrom(...replies)),
      date: optional(date),
      said: optional(fc.constant(true as const)),
    }),
    { maxLength: 2 },
  ),
  partner: optional(
    fc.record({
      state: fc.constantFrom('invited', 'accepted'),
      invitation: optional(id),
      since: date,
      talkedOn: optional(date),
    }),
  ),
  sparring: fc.array(id, { maxLength: 2 }),
  wins: fc.array(id, { maxLength: 2 }),
  reported: fc.array(id, { maxLength: 2 }),
});
const groupLink: fc.Arbitrary<Required<GroupLink>> = fc.record({
  channel: id,
  version: fc.nat(),
  heardOn: date,
  role: optional(fc.constantFrom('leader', 'member')),
  round: optional(fc.record({ id, on: date, until: instant })),
  test: optional(fc.record({ id, until: instant })),
  asked: optional(fc.constant(true as const)),
  commitments: fc.array(fc.record({ id, due: date, given: optional(fc.constant(true as const)) }), {
    maxLength: 2,
  }),
  needs: fc.array(id, { maxLength: 2 }),
  reported: optional(fc.constant(true as const)),
});
const request: fc.Arbitrary<Required<SparringRequest>> = fc.record({
  id,
  to: id,
  madeOn: date,
  answer: optional(fc.record({ reply: fc.constantFrom(...sparringReplies), when: optional(text) })),
  closed: optional(fc.constantFrom('withdrawn', 'gone')),
});
const states: PromptState[] = ['sending', 'sent', 'moved', 'answered', 'skipped', 'failed'];
const prompt: fc.Arbitrary<Required<Prompt>> = fc.record({
  week: date,
  parts: fc.array(fc.oneof(followUpPart, itemPart), { maxLength: 3 }),
  state: fc.constantFrom(...states),
  lease: optional(instant),
  attempts: optional(fc.nat(4)),
  movedTo: optional(date),
  sentAt: optional(instant),
  reminder: optional(fc.constantFrom('sending', 'sent', 'failed')),
  channel: optional(id),
  ts: optional(text),
});
const news: fc.Arbitrary<Required<News>> = fc.record({
  on: date,
  items: fc.array(item, { maxLength: 3 }),
  state: fc.constantFrom('sending', 'sent', 'failed'),
  lease: optional(instant),
  attempts: optional(fc.nat(4)),
  channel: optional(id),
  ts: optional(text),
});
const workingTime: fc.Arbitrary<Required<WorkingTime>> = fc.record({
  slot: fc.record({ weekday, time }),
  workdays: fc.uniqueArray(weekday),
  hours: fc.record({ from: time, to: time }),
});
const anyRatings: fc.Arbitrary<Ratings> = fc.dictionary(
  fc.constantFrom(...leaderThemes),
  fc.constantFrom(...ratings),
);
const assessment: fc.Arbitrary<Required<Assessment>> = fc.record({
  id,
  now: anyRatings,
  helps: anyRatings,
  on: date,
  chosen: optional(fc.tuple(fc.constantFrom(...leaderThemes), fc.constantFrom(...leaderThemes))),
});
const draft: fc.Arbitrary<Required<Draft>> = fc.record({
  form: id,
  points: fc.tuple(optional(pointText), optional(pointText)),
  savedAt: instant,
});

/** All that is stored of a person: what their workspace decided is read beside them. */
export const anybody: fc.Arbitrary<Required<Omit<Person, 'workspace'>>> = fc.record({
  tenant: id,
  user: id,
  version: fc.nat(),
  profile: fc.record({
    name: text,
    language: fc.constantFrom('da', 'en'),
    zone: fc.constantFrom('Europe/Copenhagen', 'Asia/Tokyo'),
    checkedAt: instant,
  }),
  workingTime: optional(workingTime),
  pauses: fc.array(fc.record({ from: date, until: date }), { maxLength: 2 }),
  draft: optional(draft),
  assessment: optional(assessment),
  agreement: optional(anyAgreement),
  past: fc.array(anyAgreement, { maxLength: 2 }),
  prompt: optional(prompt),
  news: optional(news),
  told: optional(fc.array(fc.record({ key: text, on: date }), { maxLength: 2 })),
  links: optional(fc.array(link, { maxLength: 2 })),
  groups: optional(fc.array(groupLink, { maxLength: 2 })),
  linked: optional(fc.array(fc.record({ user: id, told: text }), { maxLength: 2 })),
  sparring: optional(fc.array(request, { maxLength: 2 })),
  home: optional(fc.record({ painted: text })),
  gone: optional(fc.boolean()),
  noReminders: optional(fc.constant(true as const)),
  goneSince: optional(date),
  idleSince: optional(date),
  export: optional(fc.record({ hash: text, until: instant })),
  leaving: optional(
    fc.record({
      ...{ since: instant, people: fc.array(id, { maxLength: 2 }), groups: fc.array(id, { maxLength: 2 }) },
      ...{ alone: optional(fc.constant(true as const)), hadHome: optional(fc.constant(true as const)) },
      lookedUntil: optional(id),
    }),
  ),
  wakeAt: optional(instant),
});
