import { describe, expect, it } from 'vitest';
import { isRunning, periodFrom } from '../../shared/domain/agreement.ts';
import { type AgreementInput, keepDraft, makeAgreement } from '../../shared/domain/make.ts';
import { type Draft, type Person, runningAgreement } from '../../shared/domain/person.ts';
import { isRefusal, type RefusalReason } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime, type WorkingTime } from '../../shared/domain/slots.ts';
import {
  aDraft,
  aLeader,
  anAgreement,
  aPartner,
  aPerson,
  aPoint,
  aProfile,
  at,
  done,
  pausesUntil,
} from './people.ts';

const now = at('2026-09-02 10:00');
const [first, second, other] = [aPoint('Fewer meetings'), aPoint('More walks'), aPoint('Say no')];
const ended = anAgreement({ period: { starts: '2026-05-29', ends: '2026-08-29' } });

describe('a draft', () => {
  type Case = {
    says: string;
    before?: Draft;
    person?: Partial<Person>;
    form: string;
    index: 0 | 1;
    points: Draft['points'];
  };
  const half = aDraft({ points: [first, undefined] });
  const cases: Case[] = [
    { says: 'begins with the first point', form: 'V1', index: 0, points: [other, undefined] },
    { says: 'goes on with the second', before: half, form: 'V1', index: 1, points: [first, other] },
    {
      says: 'takes a first point written anew',
      before: half,
      form: 'V1',
      index: 0,
      points: [other, undefined],
    },
    {
      says: 'takes a second point written anew',
      before: aDraft(),
      form: 'V1',
      index: 1,
      points: [first, other],
    },
    {
      says: 'keeps its second point when the first changes',
      before: aDraft(),
      form: 'V1',
      index: 0,
      points: [other, second],
    },
    {
      says: 'of another device is begun anew with what was written',
      before: aDraft(),
      form: 'V2',
      index: 0,
      points: [other, second],
    },
    {
      says: 'may be written when the agreement has ended',
      person: { agreement: ended },
      form: 'V1',
      index: 0,
      points: [other, undefined],
    },
  ];

  it.each(cases)('$says', ({ before, person, form, index, points }) => {
    const given = aPerson({ ...person, draft: before });
    expect(keepDraft(given, form, index, other, now)).toEqual({
      ...given,
      draft: { form, points, savedAt: now },
    });
  });

  it('of two devices belongs to the one that began last', () => {
    let person = done(keepDraft(aPerson(), 'phone', 0, first, now));
    person = done(keepDraft(person, 'laptop', 0, other, now));
    expect(keepDraft(person, 'phone', 1, second, now)).toEqual({ refusal: 'draft-elsewhere' });
    expect(done(keepDraft(person, 'laptop', 1, second, now)).draft?.points).toEqual([other, second]);
  });

  type Refused = { says: string; person: Person; index: 0 | 1; refusal: RefusalReason };
  const refused: Refused[] = [
    { says: 'with its second point first', person: aPerson(), index: 1, refusal: 'draft-elsewhere' },
    {
      says: 'with its second point from another form',
      person: aPerson({ draft: aDraft({ form: 'V0' }) }),
      index: 1,
      refusal: 'draft-elsewhere',
    },
    { says: 'while an agreement runs', person: aLeader(), index: 0, refusal: 'agreement-running' },
    {
      says: 'with its second point, while an agreement runs',
      person: aLeader({}, { draft: aDraft() }),
      index: 1,
      refusal: 'agreement-running',
    },
  ];
  it.each(refused)('is refused $says', ({ person, index, refusal }) => {
    expect(keepDraft(person, 'V1', index, other, now)).toEqual({ refusal });
  });
});

describe('an agreement is made', () => {
  const input: AgreementInput = { form: 'V1', view: 'V3', rhythm: 2, workingTime: defaultWorkingTime };

  it('of the two points of the draft, for three months', () => {
    const workingTime: WorkingTime = { ...defaultWorkingTime, slot: { weekday: 4, time: '15:59' } };
    const person = aPerson({ draft: aDraft() });
    expect(makeAgreement(person, { ...input, workingTime, rhythm: 4 }, now)).toEqual({
      ...person,
      draft: undefined,
      workingTime,
      agreement: {
        id: 'V3',
        period: { starts: '2026-09-02', ends: '2026-12-02' },
        rhythm: 4,
        points: [
          { ...first, id: '1' },
          { ...second, id: '2' },
        ],
        settled: '2026-08-31',
        unanswered: 0,
        retired: [],
        checkIns: [],
      },
    });
  });

  it('from the date that its leader reads, not from ours', () => {
    const person = aPerson({ draft: aDraft(), profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    const made = done(makeAgreement(person, input, '2026-09-06T22:00:00Z')).agreement;
    expect(made?.period).toEqual({ starts: '2026-09-07', ends: '2026-12-07' });
    expect(made?.settled).toBe('2026-09-07');
  });

  it('once: the same submission again gives the very same person back', () => {
    const made = done(makeAgreement(aPerson({ draft: aDraft() }), input, now));
    expect(makeAgreement(made, input, now)).toBe(made);
    expect(makeAgreement(made, input, at('2027-03-01 10:00'))).toBe(made);
  });

  it('once: submitted again with another rhythm or slot, it has those', () => {
    const made = done(makeAgreement(aPerson({ draft: aDraft() }), input, now));
    const workingTime: WorkingTime = { ...defaultWorkingTime, slot: { weekday: 4, time: '14:00' } };
    const again = { ...input, rhythm: 4 as const, workingTime };
    const changed = { ...made, workingTime, agreement: { ...made.agreement, rhythm: 4 } };
    expect(makeAgreement(made, again, now)).toEqual(changed);
    expect(done(makeAgreement(made, { ...input, rhythm: 4 }, now)).agreement?.rhythm).toBe(4);
    expect(done(makeAgreement(made, { ...input, workingTime }, now)).workingTime).toEqual(workingTime);
    const other = done(makeAgreement(made, again, now));
    expect(makeAgreement(other, again, now)).toBe(other);
  });

  it('once: submitted again with a slot that cannot be, it is refused', () => {
    const made = done(makeAgreement(aPerson({ draft: aDraft() }), input, now));
    const workingTime: WorkingTime = { ...defaultWorkingTime, workdays: [] };
    expect(makeAgreement(made, { ...input, workingTime }, now)).toEqual({ refusal: 'slot-outside-workdays' });
  });

  it('once: a second device is refused', () => {
    const made = done(makeAgreement(aPerson({ draft: aDraft() }), input, now));
    expect(makeAgreement(made, { ...input, view: 'V4' }, now)).toEqual({ refusal: 'agreement-running' });
  });

  it('invites everybody anew, whatever they said to the one before', () => {
    const states = ['accepted', 'invited', 'declined'] as const;
    const before = {
      ...ended,
      manager: { id: 'U5', seesPoints: true, gone: true },
      partners: [
        ...states.map((state) => aPartner({ id: state, state, seesPoints: true, talkedOn: '2026-08-05' })),
        aPartner({ id: 'left', state: 'left' }),
        aPartner({ id: 'V0', name: 'Eva', talkedOn: '2026-08-05' }),
      ],
    };
    const named = {
      manager: 'U5',
      partners: [states[0], states[1]],
      external: ['Eva'],
      seePoints: ['invited'],
    };
    const person = aPerson({ draft: aDraft(), agreement: before });
    const made = done(makeAgreement(person, { ...input, people: named }, now));
    const invited = { state: 'invited', invitation: input.view, since: '2026-09-02' } as const;
    expect(made.past).toEqual([before]);
    expect(made.agreement?.manager).toEqual({ id: 'U5', seesPoints: false });
    expect(made.agreement?.partners).toEqual([
      { id: 'accepted', ...invited, seesPoints: false },
      { id: 'invited', ...invited, seesPoints: true },
      { id: `${input.view}.0`, name: 'Eva', state: 'accepted', since: '2026-09-02', seesPoints: false },
    ]);
    expect(makeAgreement(made, { ...input, people: named }, now)).toBe(made);
  });

  it('after an ended one, which moves to the past behind the earlier', () => {
    const older = anAgreement({ id: 'A0', period: { starts: '2026-02-01', ends: '2026-05-01' } });
    const person = aPerson({ draft: aDraft(), agreement: ended, past: [older] });
    const made = done(makeAgreement(person, input, now));
    expect(made.past).toEqual([older, ended]);
    expect(made.agreement?.id).toBe('V3');
  });

  it('and keeps the pause and the latest prompt', () => {
    const person = aPerson({ draft: aDraft(), pauses: pausesUntil('2026-09-10') });
    expect(makeAgreement(person, input, now)).toMatchObject({ pauses: pausesUntil('2026-09-10') });
  });

  type Refused = { says: string; person?: Person; other?: Partial<AgreementInput>; refusal: RefusalReason };
  const refused: Refused[] = [
    { says: 'without a draft', person: aPerson(), refusal: 'draft-elsewhere' },
    {
      says: 'with one point only',
      person: aPerson({ draft: aDraft({ points: [first, undefined] }) }),
      refusal: 'draft-elsewhere',
    },
    {
      says: 'with the second point only',
      person: aPerson({ draft: aDraft({ points: [undefined, second] }) }),
      refusal: 'draft-elsewhere',
    },
    {
      says: 'from a form whose draft another device replaced',
      other: { form: 'V0' },
      refusal: 'draft-elsewhere',
    },
    { says: 'while another runs', person: aLeader({}, { draft: aDraft() }), refusal: 'agreement-running' },
    {
      says: 'on the last day of another',
      person: aPerson({
        draft: aDraft(),
        agreement: anAgreement({ period: { starts: '2026-06-02', ends: '2026-09-02' } }),
      }),
      refusal: 'agreement-running',
    },
    {
      says: 'with its slot on a day off',
      other: { workingTime: { ...defaultWorkingTime, slot: { weekday: 6, time: '09:00' } } },
      refusal: 'slot-outside-workdays',
    },
    {
      says: 'without any working day',
      other: { workingTime: { ...defaultWorkingTime, workdays: [] } },
      refusal: 'slot-outside-workdays',
    },
    {
      says: 'with its slot before the hours',
      other: { workingTime: { ...defaultWorkingTime, slot: { weekday: 2, time: '07:59' } } },
      refusal: 'slot-outside-hours',
    },
    {
      says: 'with its slot when the hours end',
      other: { workingTime: { ...defaultWorkingTime, slot: { weekday: 2, time: '16:00' } } },
      refusal: 'slot-outside-hours',
    },
  ];
  it.each(refused)('never $says', ({ person = aPerson({ draft: aDraft() }), other: differs, refusal }) => {
    const decision = makeAgreement(person, { ...input, ...differs }, now);
    expect(isRefusal(decision)).toBe(true);
    expect(decision).toEqual({ refusal });
  });

  it('with its slot in a night shift', () => {
    const workingTime: WorkingTime = {
      slot: { weekday: 7, time: '02:30' },
      workdays: [6, 7],
      hours: { from: '22:00', to: '06:00' },
    };
    const made = makeAgreement(aPerson({ draft: aDraft() }), { ...input, workingTime }, now);
    expect(done(made).workingTime).toEqual(workingTime);
  });
});

describe('an agreement runs', () => {
  const tokyo = aProfile({ zone: 'Asia/Tokyo' });

  it.each([
    { says: 'on its first day', person: aLeader(), at: '2026-09-02T08:00:00Z', runs: true },
    { says: 'on its last day until midnight', person: aLeader(), at: '2026-12-02T22:59:59Z', runs: true },
    { says: 'not the day after', person: aLeader(), at: '2026-12-02T23:00:00Z', runs: false },
    {
      says: 'not the day after where its leader is',
      person: aLeader({}, { profile: tokyo }),
      at: '2026-12-02T15:00:00Z',
      runs: false,
    },
    { says: 'not when there is none', person: aPerson(), at: '2026-09-02T08:00:00Z', runs: false },
  ])('$says', ({ person, at: moment, runs }) => {
    expect(runningAgreement(person, moment)).toBe(runs ? person.agreement : undefined);
  });

  it.each([
    { says: 'an ordinary quarter', starts: '2026-09-02', ends: '2026-12-02' },
    { says: 'until the last of a short month', starts: '2026-11-30', ends: '2027-02-28' },
    { says: 'until the leap day', starts: '2027-11-29', ends: '2028-02-29' },
  ])('for $says', ({ starts, ends }) => {
    const period = periodFrom(starts);
    expect(period).toEqual({ starts, ends });
    expect(isRunning(anAgreement({ period }), ends)).toBe(true);
  });
});
