import { describe, expect, it } from 'vitest';
import { changeRhythm, editPoint, replacePoint } from '../../shared/domain/edit.ts';
import { look } from '../../shared/domain/look.ts';
import { isResting } from '../../shared/domain/pause.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import { defaultWorkingTime, type WorkingTime } from '../../shared/domain/slots.ts';
import type { Instant } from '../../shared/domain/time.ts';
import {
  aCheckIn,
  aLeader,
  anAgreement,
  aPart,
  aPerson,
  aPoint,
  aProfile,
  aPrompt,
  at,
  done,
} from './people.ts';

const now = at('2026-09-10 10:00');
const tomorrow = at('2026-09-11 10:00');
const text = aPoint('Say no');
const [first, second] = anAgreement().points;

/** Who may not change an agreement, whatever the change. */
const cannot: { says: string; person: Person; agreement?: string; now: Instant }[] = [
  { says: 'without an agreement', person: aPerson(), now },
  { says: 'in an agreement that a newer followed', person: aLeader(), agreement: 'A0', now },
  { says: 'after the period’s end', person: aLeader(), now: at('2026-12-03 00:00') },
  {
    says: 'after the period’s end where its leader is',
    person: aLeader({}, { profile: aProfile({ zone: 'Asia/Tokyo' }) }),
    now: '2026-12-02T15:00:00Z',
  },
  {
    says: 'when it is closed',
    person: aLeader({ ending: { on: '2026-09-09', how: 'closed', outcomes: [] } }),
    now,
  },
  {
    says: 'when it was stopped',
    person: aLeader({ ending: { on: '2026-09-09', how: 'stopped', outcomes: [] } }),
    now,
  },
];

describe('other words for a point', () => {
  it.each([
    { says: 'the first takes them', point: '1', points: [{ ...text, id: '1' }, second] },
    { says: 'the second takes them', point: '2', points: [first, { ...text, id: '2' }] },
  ])('$says, and stays the same point', ({ point, points }) => {
    const person = aLeader({ checkIns: [aCheckIn()] }, { prompt: aPrompt() });
    expect(editPoint(person, { agreement: 'A1', point, text }, now)).toEqual({
      ...person,
      agreement: { ...person.agreement, points },
    });
  });

  it('leave nothing of the earlier words', () => {
    const long = { ...first, difference: 'Two free mornings', sign: 'I walk home' };
    const person = aLeader({ points: [long, second] });
    const edited = done(editPoint(person, { agreement: 'A1', point: '1', text }, now));
    expect(edited.agreement?.points[0]).toEqual({ ...text, id: '1' });
  });

  it('are a sign of life', () => {
    const edited = done(editPoint(aLeader({ unanswered: 3 }), { agreement: 'A1', point: '1', text }, now));
    expect(edited.agreement?.unanswered).toBe(0);
  });

  it('submitted twice are the same', () => {
    const edited = done(editPoint(aLeader(), { agreement: 'A1', point: '1', text }, now));
    expect(editPoint(edited, { agreement: 'A1', point: '1', text }, now)).toEqual(edited);
  });

  it('may be given until midnight of the last day', () => {
    const input = { agreement: 'A1', point: '1', text };
    expect(done(editPoint(aLeader(), input, at('2026-12-02 23:59'))).agreement?.points[0].title).toBe(
      'Say no',
    );
  });

  it('are refused for a point that another device let go', () => {
    expect(editPoint(aLeader(), { agreement: 'A1', point: '3', text }, now)).toEqual({
      refusal: 'point-gone',
    });
  });

  it.each(cannot)('are refused $says', ({ person, agreement = 'A1', now: moment }) => {
    expect(editPoint(person, { agreement, point: '1', text }, moment)).toEqual({ refusal: 'no-agreement' });
  });
});

describe('the two-point lock', () => {
  const why = 'It is true now';
  const input = { agreement: 'A1', view: 'V7', point: '1', text, why };

  it.each([
    { says: 'the first', point: '1', points: [{ ...text, id: 'V7' }, second], retired: first },
    { says: 'the second', point: '2', points: [first, { ...text, id: 'V7' }], retired: second },
  ])('lets a new point in, in the place of $says, and keeps that one with the reason', (replaced) => {
    const person = aLeader({ checkIns: [aCheckIn()] }, { prompt: aPrompt() });
    expect(replacePoint(person, { ...input, point: replaced.point }, now)).toEqual({
      ...person,
      agreement: {
        ...person.agreement,
        points: replaced.points,
        retired: [{ point: replaced.retired, why, on: '2026-09-10' }],
      },
    });
  });

  it('never lets a third one in, however often a point is replaced', () => {
    let person = aLeader();
    for (let time = 1; time <= 12; time += 1) {
      const { id } = person.agreement!.points[time % 2 === 0 ? 0 : 1];
      person = done(replacePoint(person, { ...input, view: `V${time}`, point: id }, now));
      expect(person.agreement?.points).toHaveLength(2);
      expect(person.agreement?.retired).toHaveLength(time);
    }
    expect(person.agreement?.points.map(({ id }) => id)).toEqual(['V12', 'V11']);
  });

  it('names the day that its leader reads', () => {
    const person = aLeader({}, { profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    const replaced = done(replacePoint(person, input, '2026-09-10T10:00:00Z'));
    expect(replaced.agreement?.retired[0]?.on).toBe('2026-09-11');
  });

  it('takes the same submission twice as one, and gives the very same person back', () => {
    const replaced = done(replacePoint(aLeader(), input, now));
    expect(replacePoint(replaced, input, at('2026-09-10 10:01'))).toBe(replaced);
  });

  it('takes what was written on in the same submission as that one replacement', () => {
    const replaced = done(replacePoint(aLeader({ checkIns: [aCheckIn()] }), input, now));
    const other = { ...aPoint('Say no, kindly'), difference: 'Two free mornings' };
    const again = done(replacePoint(replaced, { ...input, text: other, why: 'It never was' }, tomorrow));
    expect(again).toEqual({
      ...replaced,
      agreement: {
        ...replaced.agreement,
        points: [{ ...other, id: 'V7' }, second],
        retired: [{ point: first, why: 'It never was', on: '2026-09-10' }],
      },
    });
    expect(replacePoint(again, { ...input, text: other, why: 'It never was' }, tomorrow)).toBe(again);
  });

  it('takes another reason alone, or other words alone, too', () => {
    const replaced = done(replacePoint(aLeader(), input, now));
    const reasoned = done(replacePoint(replaced, { ...input, why: 'It never was' }, tomorrow));
    expect(reasoned.agreement?.retired[0]?.why).toBe('It never was');
    expect(reasoned.agreement?.points).toEqual(replaced.agreement?.points);
    const worded = done(replacePoint(replaced, { ...input, text: aPoint('Rest') }, tomorrow));
    expect(worded.agreement?.points[0]).toEqual({ ...aPoint('Rest'), id: 'V7' });
    expect(worded.agreement?.retired).toEqual(replaced.agreement?.retired);
  });

  it('leaves the reasons of other replacements, when one is submitted again', () => {
    const once = done(replacePoint(aLeader(), input, now));
    const twice = done(replacePoint(once, { ...input, view: 'V8', point: '2', why: 'Enough' }, now));
    const again = done(replacePoint(twice, { ...input, why: 'It never was' }, now));
    expect(again.agreement?.retired.map((retired) => retired.why)).toEqual(['It never was', 'Enough']);
  });

  it('is a sign of life', () => {
    const replaced = done(replacePoint(aLeader({ unanswered: 3 }), input, now));
    expect(replaced.agreement?.unanswered).toBe(0);
  });

  it('takes a replacement that was replaced since as gone, should it be submitted again', () => {
    const once = done(replacePoint(aLeader(), input, now));
    const twice = done(replacePoint(once, { ...input, view: 'V8', point: 'V7' }, now));
    expect(replacePoint(twice, input, now)).toEqual({ refusal: 'point-gone' });
  });

  it('keeps what was answered of the point that is let go', () => {
    const person = aLeader({ checkIns: [aCheckIn()] });
    expect(done(replacePoint(person, input, now)).agreement?.checkIns).toEqual([aCheckIn()]);
  });

  it('refuses a point that another device let go', () => {
    const replaced = done(replacePoint(aLeader(), input, now));
    expect(replacePoint(replaced, { ...input, view: 'V8' }, now)).toEqual({ refusal: 'point-gone' });
  });

  it.each(cannot)('refuses $says', ({ person, agreement = 'A1', now: moment }) => {
    expect(replacePoint(person, { ...input, agreement }, moment)).toEqual({ refusal: 'no-agreement' });
  });
});

describe('another rhythm or slot', () => {
  const thursday: WorkingTime = { ...defaultWorkingTime, slot: { weekday: 4, time: '14:00' } };

  it('takes the place of the one before, and nothing else', () => {
    const person = aLeader({ unanswered: 1, checkIns: [aCheckIn()] }, { prompt: aPrompt() });
    expect(changeRhythm(person, { agreement: 'A1', rhythm: 4, workingTime: thursday }, now)).toEqual({
      ...person,
      workingTime: thursday,
      agreement: { ...person.agreement, rhythm: 4, unanswered: 0 },
    });
  });

  it('is a sign of life', () => {
    const person = aLeader({ settled: '2026-09-14', unanswered: 2 }, { prompt: aPrompt() });
    expect(isResting(person)).toBe(true);
    const input = { agreement: 'A1', rhythm: 2 as const, workingTime: defaultWorkingTime };
    const changed = done(changeRhythm(person, input, at('2026-09-16 10:00')));
    expect(changed.agreement?.unanswered).toBe(0);
    expect(look(changed, at('2026-09-18 10:00')).person.wakeAt).toBe(at('2026-09-29 09:00'));
  });

  type Case = {
    says: string;
    settled?: string;
    rhythm: Rhythm;
    workingTime?: WorkingTime;
    now: string;
    wakeAt: string;
  };
  const cases: Case[] = [
    {
      says: 'from every second week to every week, the next one comes this week',
      settled: '2026-09-14',
      rhythm: 1,
      now: '2026-09-21 10:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'to every week after this week’s day, what would have come this week comes in the next',
      settled: '2026-09-14',
      rhythm: 1,
      now: '2026-09-23 10:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'to every fourth week, the next one is a month after the first week',
      rhythm: 4,
      now: '2026-09-10 10:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'a later day holds in this week already',
      rhythm: 2,
      workingTime: thursday,
      now: '2026-09-15 08:00',
      wakeAt: '2026-09-17 14:00',
    },
    {
      says: 'an earlier day that is over holds from the next week on',
      rhythm: 2,
      workingTime: { ...defaultWorkingTime, slot: { weekday: 1, time: '09:00' } },
      now: '2026-09-15 08:00',
      wakeAt: '2026-09-21 09:00',
    },
    {
      says: 'a later day brings no second prompt in a week that had one',
      settled: '2026-09-14',
      rhythm: 2,
      workingTime: thursday,
      now: '2026-09-15 10:00',
      wakeAt: '2026-10-01 14:00',
    },
  ];
  it.each(cases)(
    '$says',
    ({ settled = '2026-08-31', rhythm, workingTime = defaultWorkingTime, ...moments }) => {
      const answered = settled === '2026-09-14' ? aPrompt({ state: 'answered' }) : undefined;
      const person = aLeader({ settled }, { prompt: answered });
      const changed = done(changeRhythm(person, { agreement: 'A1', rhythm, workingTime }, at(moments.now)));
      expect(look(changed, at(moments.now)).person.wakeAt).toBe(at(moments.wakeAt));
    },
  );

  it('does not lose the closing follow-up, when that day’s last week was asked already', () => {
    // Weekly on Tuesdays: the closing one would be on 1 December. On Thursdays the last one is on 26 November, a week
    // whose follow-up was answered.
    const answered = aPrompt({ week: '2026-11-23', state: 'answered' });
    const person = aLeader({ rhythm: 1, settled: '2026-11-23' }, { prompt: answered });
    const input = { agreement: 'A1', rhythm: 1 as const, workingTime: thursday };
    const changed = done(changeRhythm(person, input, at('2026-11-30 10:00')));
    const found = look(changed, at('2026-12-03 14:00'));
    expect(found.send?.prompt?.parts).toEqual([aPart('2026-11-23')]);
  });

  it('does not bring a closing follow-up back that was asked', () => {
    const person = aLeader(
      { settled: '2026-11-30' },
      { prompt: aPrompt({ week: '2026-11-30', state: 'skipped' }) },
    );
    const input = { agreement: 'A1', rhythm: 2 as const, workingTime: thursday };
    const changed = done(changeRhythm(person, input, at('2026-12-01 10:00')));
    expect(look(changed, at('2026-12-01 10:00')).person.wakeAt).toBe(at('2027-01-02 00:00'));
  });

  const refused: { says: string; workingTime: WorkingTime; refusal: RefusalReason }[] = [
    {
      says: 'a slot on a day off',
      workingTime: { ...defaultWorkingTime, slot: { weekday: 7, time: '09:00' } },
      refusal: 'slot-outside-workdays',
    },
    {
      says: 'no working day at all',
      workingTime: { ...defaultWorkingTime, workdays: [] },
      refusal: 'slot-outside-workdays',
    },
    {
      says: 'a slot before the hours',
      workingTime: { ...defaultWorkingTime, slot: { weekday: 2, time: '07:59' } },
      refusal: 'slot-outside-hours',
    },
    {
      says: 'a slot when the hours end',
      workingTime: { ...defaultWorkingTime, slot: { weekday: 2, time: '16:00' } },
      refusal: 'slot-outside-hours',
    },
  ];
  it.each(refused)('is refused with $says', ({ workingTime, refusal }) => {
    expect(changeRhythm(aLeader(), { agreement: 'A1', rhythm: 2, workingTime }, now)).toEqual({ refusal });
  });

  it.each(cannot)('is refused $says', ({ person, agreement = 'A1', now: moment }) => {
    const input = { agreement, rhythm: 4 as const, workingTime: defaultWorkingTime };
    expect(changeRhythm(person, input, moment)).toEqual({ refusal: 'no-agreement' });
  });
});
