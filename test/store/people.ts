import fc from 'fast-check';
import {
  type CheckIn,
  type LeaderAgreement,
  outcomes,
  type Point,
  type PointText,
} from '../../shared/domain/agreement.ts';
import { type Draft, newcomer, type Person } from '../../shared/domain/person.ts';
import type { Prompt, PromptState } from '../../shared/domain/prompt.ts';
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
  },
  checkIns: [
    {
      week: '2026-12-07',
      at: '2026-12-08T08:30:00Z',
      points: [
        { point: '1', progress: 4, note: 'Bedre' },
        { point: '2', progress: 1 },
      ],
      win: 'Holdt fri en torsdag',
      stillRight: false,
      form: 'V9',
    },
    { week: '2026-12-21', at: '2026-12-22T08:30:00Z', points: [], form: 'V10' },
  ],
};

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
  agreement,
  past: [{ ...agreement, id: 'V1', checkIns: [] }],
  prompt: {
    week: '2026-12-21',
    parts: [{ kind: 'follow-up', agreement: 'V2', week: '2026-12-21' }],
    state: 'moved',
    lease: '2026-12-22T08:01:00Z',
    movedTo: '2026-12-23',
    sentAt: '2026-12-22T08:00:30Z',
    reminder: 'sent',
    channel: 'D1',
    ts: '1796112186.000034',
  },
  wakeAt: '2026-12-23T08:00:00Z',
});

/** Arbitrary people. Their text is any text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const id = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const instant = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) })
  .map((millis) => instantFromMillis(millis));
const date = instant.map((moment) => moment.slice(0, 10));
const time = instant.map((moment) => moment.slice(11, 16));
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const pointText: fc.Arbitrary<PointText> = fc.record({
  title: text,
  firstStep: text,
  theme: optional(fc.constantFrom(...leaderThemes)),
  difference: optional(text),
  sign: optional(text),
});
const point: fc.Arbitrary<Point> = fc
  .tuple(id, pointText)
  .map(([pointId, written]) => ({ id: pointId, ...written }));
const checkIn: fc.Arbitrary<CheckIn> = fc.record({
  week: date,
  at: instant,
  points: fc.array(fc.record({ point: id, progress: fc.constantFrom(1, 2, 3, 4, 5), note: optional(text) }), {
    maxLength: 2,
  }),
  win: optional(text),
  stillRight: optional(fc.boolean()),
  form: id,
});
const anyAgreement: fc.Arbitrary<LeaderAgreement> = fc.record({
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
    }),
  ),
  checkIns: fc.array(checkIn, { maxLength: 3 }),
});
const states: PromptState[] = ['sending', 'sent', 'moved', 'answered', 'skipped', 'failed'];
const prompt: fc.Arbitrary<Prompt> = fc.record({
  week: date,
  parts: fc.array(fc.record({ kind: fc.constant('follow-up' as const), agreement: id, week: date }), {
    maxLength: 2,
  }),
  state: fc.constantFrom(...states),
  lease: optional(instant),
  movedTo: optional(date),
  sentAt: optional(instant),
  reminder: optional(fc.constantFrom('sending', 'sent', 'failed')),
  channel: optional(id),
  ts: optional(text),
});
const workingTime: fc.Arbitrary<WorkingTime> = fc.record({
  slot: fc.record({ weekday, time }),
  workdays: fc.uniqueArray(weekday),
  hours: fc.record({ from: time, to: time }),
});
const draft: fc.Arbitrary<Draft> = fc.record({
  form: id,
  points: fc.tuple(optional(pointText), optional(pointText)),
  savedAt: instant,
});

export const anybody: fc.Arbitrary<Person> = fc.record({
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
  agreement: optional(anyAgreement),
  past: fc.array(anyAgreement, { maxLength: 2 }),
  prompt: optional(prompt),
  wakeAt: optional(instant),
});
