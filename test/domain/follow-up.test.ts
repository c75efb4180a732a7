import { describe, expect, it } from 'vitest';
import { type FollowUpKind, kindOf, passesHalfWay, weeksOfFollowUp } from '../../shared/domain/agenda.ts';
import type { CheckIn } from '../../shared/domain/agreement.ts';
import {
  answer,
  answerable,
  answerToCorrect,
  dayToMoveTo,
  kindAnswered,
  nextFollowUp,
  postpone,
  skip,
} from '../../shared/domain/follow-up.ts';
import { look } from '../../shared/domain/look.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isUnanswered, isUndelivered, openFollowUp, type PromptState } from '../../shared/domain/prompt.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { defaultWorkingTime, type WorkingTime } from '../../shared/domain/slots.ts';
import type { Instant, PlainDate, Week } from '../../shared/domain/time.ts';
import {
  aCheckIn,
  aLeader,
  anAgreement,
  anAnswer,
  aPart,
  aPerson,
  aProfile,
  aPrompt,
  at,
  done,
  firstWeek,
  pausesUntil,
} from './people.ts';

/** Second-weekly follow-ups are in the weeks of 14 and 28 September, 12 October, … ; the closing one of 30 November. */
const week = '2026-09-14';
const asked = aLeader({ settled: week }, { prompt: aPrompt() });
const tuesday = at('2026-09-15 10:00');
/** With it the closing follow-up is in the week of 23 November. */
const thursdays: WorkingTime = { ...defaultWorkingTime, slot: { weekday: 4, time: '09:00' } };
const closed = aLeader({ ending: { on: '2026-09-14', how: 'closed', outcomes: [] } });
const stopped = aLeader({ ending: { on: '2026-09-14', how: 'stopped', outcomes: [] } });

describe('an answer', () => {
  type Case = {
    says: string;
    person: Person;
    now: Instant;
    answers: Week;
    settled: Week;
    prompt?: PromptState;
    replaces?: boolean;
  };
  const cases: Case[] = [
    {
      says: 'answers the prompt that waits',
      person: asked,
      now: tuesday,
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'answers the prompt that waits, also a week later',
      person: asked,
      now: at('2026-09-22 10:00'),
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'answers the prompt that waits even when the next is near',
      person: asked,
      now: at('2026-09-27 10:00'),
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'answers a prompt that was moved',
      person: aLeader({ settled: week }, { prompt: aPrompt({ state: 'moved', movedTo: '2026-09-16' }) }),
      now: tuesday,
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'answers a prompt that is being sent, and settles it',
      person: aLeader({}, { prompt: aPrompt({ state: 'sending', lease: at('2026-09-15 10:01') }) }),
      now: tuesday,
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'answers the older follow-up that a later prompt holds',
      person: aLeader({ settled: week }, { prompt: aPrompt({ week: '2026-09-21', parts: [aPart(week)] }) }),
      now: at('2026-09-22 10:00'),
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'replaces the one given earlier this week',
      person: aLeader({ settled: week, checkIns: [aCheckIn()] }, { prompt: aPrompt({ state: 'answered' }) }),
      now: at('2026-09-18 10:00'),
      answers: week,
      settled: week,
      prompt: 'answered',
      replaces: true,
    },
    {
      says: 'replaces this week’s late answer to an older prompt',
      person: aLeader(
        { settled: week, checkIns: [aCheckIn({ at: at('2026-09-22 10:00') })] },
        { prompt: aPrompt({ state: 'answered' }) },
      ),
      now: at('2026-09-23 10:00'),
      answers: week,
      settled: week,
      prompt: 'answered',
      replaces: true,
    },
    {
      says: 'replaces this week’s early answer to the next',
      person: aLeader({ settled: week, checkIns: [aCheckIn({ at: at('2026-09-07 10:00') })] }),
      now: at('2026-09-08 10:00'),
      answers: week,
      settled: week,
      replaces: true,
    },
    {
      says: 'half a rhythm early settles the next follow-up',
      person: aLeader(),
      now: at('2026-09-07 10:00'),
      answers: week,
      settled: week,
    },
    {
      says: 'in the slot’s own week, before it, settles it',
      person: aLeader(),
      now: at('2026-09-14 10:00'),
      answers: week,
      settled: week,
    },
    {
      says: 'earlier than half a rhythm stands by itself',
      person: aLeader(),
      now: at('2026-09-06 23:59'),
      answers: firstWeek,
      settled: firstWeek,
    },
    {
      says: 'two weeks early in a four-weekly rhythm settles the next',
      person: aLeader({ rhythm: 4 }),
      now: at('2026-09-14 10:00'),
      answers: '2026-09-28',
      settled: '2026-09-28',
    },
    {
      says: 'three weeks early in a four-weekly rhythm stands by itself',
      person: aLeader({ rhythm: 4 }),
      now: at('2026-09-13 23:59'),
      answers: '2026-09-07',
      settled: firstWeek,
    },
    {
      says: 'a week early in a weekly rhythm stands by itself',
      person: aLeader({ rhythm: 1 }),
      now: at('2026-09-05 10:00'),
      answers: firstWeek,
      settled: firstWeek,
    },
    {
      says: 'after the week’s prompt was skipped stands by itself',
      person: aLeader({ settled: week }, { prompt: aPrompt({ state: 'skipped' }) }),
      now: tuesday,
      answers: week,
      settled: week,
      prompt: 'skipped',
    },
    {
      says: 'a week before the closing follow-up stands by itself: that one is never taken early',
      person: aLeader({ settled: '2026-11-09' }),
      now: at('2026-11-29 23:59'),
      answers: '2026-11-23',
      settled: '2026-11-09',
    },
    {
      says: 'in the closing follow-up’s own week stands by itself: only the look back settles that one',
      person: aLeader({ settled: '2026-11-09' }),
      now: at('2026-11-30 00:00'),
      answers: '2026-11-30',
      settled: '2026-11-09',
    },
    {
      says: 'in the closing week leaves the closing prompt that waits',
      person: aLeader({ settled: '2026-11-30' }, { prompt: aPrompt({ week: '2026-11-30' }) }),
      now: at('2026-12-02 10:00'),
      answers: '2026-11-30',
      settled: '2026-11-30',
      prompt: 'sent',
    },
    {
      says: 'leaves the closing prompt that is being sent, and does not settle it',
      person: aLeader(
        { settled: '2026-11-09' },
        { prompt: aPrompt({ week: '2026-11-30', state: 'sending', lease: at('2026-12-01 09:01') }) },
      ),
      now: at('2026-12-01 09:00'),
      answers: '2026-11-30',
      settled: '2026-11-09',
      prompt: 'sending',
    },
    {
      says: 'in the closing week answers the older prompt that waits',
      person: aLeader({ settled: '2026-11-09' }, { prompt: aPrompt({ week: '2026-11-09' }) }),
      now: at('2026-11-30 10:00'),
      answers: '2026-11-09',
      settled: '2026-11-09',
      prompt: 'answered',
    },
    {
      says: 'after the end, when nothing waits, stands by itself',
      person: aLeader({ settled: '2026-11-30' }),
      now: at('2026-12-10 10:00'),
      answers: '2026-12-07',
      settled: '2026-11-30',
    },
    {
      says: 'after the end, when the last prompt was skipped, stands by itself',
      person: aLeader(
        { settled: '2026-11-30' },
        { prompt: aPrompt({ week: '2026-11-30', state: 'skipped' }) },
      ),
      now: at('2026-12-10 10:00'),
      answers: '2026-12-07',
      settled: '2026-11-30',
      prompt: 'skipped',
    },
    {
      says: 'after the end, when the last prompt was answered, goes behind that answer',
      person: aLeader(
        { settled: '2026-11-30', checkIns: [aCheckIn({ week: '2026-11-30', at: at('2026-12-01 10:00') })] },
        { prompt: aPrompt({ week: '2026-11-30', state: 'answered' }) },
      ),
      now: at('2026-12-10 10:00'),
      answers: '2026-12-07',
      settled: '2026-11-30',
      prompt: 'answered',
    },
    {
      says: 'is a sign of life',
      person: aLeader({ settled: week, unanswered: 2 }, { prompt: aPrompt() }),
      now: tuesday,
      answers: week,
      settled: week,
      prompt: 'answered',
    },
    {
      says: 'after the closing one stands by itself while the agreement runs',
      person: aLeader(
        { settled: '2026-11-30' },
        { prompt: aPrompt({ week: '2026-11-30', state: 'skipped' }) },
      ),
      now: at('2026-12-02 23:00'),
      answers: '2026-11-30',
      settled: '2026-11-30',
      prompt: 'skipped',
    },
    {
      says: 'is taken after the period’s end, and leaves the closing prompt that waits',
      person: aLeader({ settled: '2026-11-30' }, { prompt: aPrompt({ week: '2026-11-30' }) }),
      now: at('2026-12-20 10:00'),
      answers: '2026-12-14',
      settled: '2026-11-30',
      prompt: 'sent',
    },
    {
      says: 'settles a follow-up that no slot could ask for',
      person: aLeader(),
      now: at('2026-09-21 10:00'),
      answers: week,
      settled: week,
    },
    {
      says: 'belongs to the week its leader is in',
      person: aLeader({ rhythm: 4 }, { profile: aProfile({ zone: 'Pacific/Kiritimati' }) }),
      now: '2026-09-06T10:00:00Z',
      answers: '2026-09-07',
      settled: firstWeek,
    },
  ];

  it.each(cases)('$says', ({ person, now, answers, settled, prompt, replaces }) => {
    const { points, view } = anAnswer();
    const answered = done(answer(person, { ...anAnswer(), win: 'A quiet Friday' }, now));
    const checkIn: CheckIn = { week: answers, at: now, points, win: 'A quiet Friday', form: view };
    const earlier = replaces ? [] : person.agreement!.checkIns;
    expect(answered).toEqual({
      ...person,
      agreement: { ...person.agreement, checkIns: [...earlier, checkIn], settled, unanswered: 0 },
      prompt: person.prompt && { ...person.prompt, state: prompt },
    });
  });

  it('goes behind the earlier ones', () => {
    const person = aLeader({ settled: week, checkIns: [aCheckIn()] });
    const answered = done(answer(person, anAnswer(), at('2026-09-29 10:00')));
    expect(answered.agreement?.checkIns.map((checkIn) => checkIn.week)).toEqual([week, '2026-09-28']);
  });

  it('submitted twice is one, and the very same person', () => {
    const answered = done(answer(asked, anAnswer(), tuesday));
    expect(answer(answered, anAnswer(), at('2026-09-15 10:01'))).toBe(answered);
    expect(answer(answered, anAnswer(), at('2027-09-15 10:01'))).toBe(answered);
  });

  it('submitted again with other content replaces what it wrote', () => {
    const person = aLeader(
      { settled: week, checkIns: [aCheckIn({ week: '2026-09-07' })] },
      { prompt: aPrompt() },
    );
    const answered = done(answer(person, { ...anAnswer(), win: 'A quiet Friday' }, tuesday));
    const [earlier, checkIn] = answered.agreement!.checkIns;
    const points = [{ point: '1', progress: 1 as const }];
    const input = anAnswer({ points, stillRight: true });
    const again = done(answer(answered, input, at('2026-09-22 10:01')));
    const written = { ...checkIn, points, win: undefined, stillRight: true };
    expect(again).toEqual({
      ...answered,
      agreement: { ...answered.agreement, checkIns: [earlier, written] },
    });
    expect(answer(again, input, at('2026-09-22 10:02'))).toBe(again);
  });

  it.each([
    { says: 'progress', other: { points: [{ point: '1', progress: 1 as const }] } },
    { says: 'win', other: { win: 'A quiet Monday' } },
    { says: 'word on half-way', other: { stillRight: false } },
  ])('submitted again with another $says is not lost', ({ other }) => {
    const answered = done(answer(asked, anAnswer(), tuesday));
    const again = done(answer(answered, anAnswer(other), tuesday));
    expect(again.agreement?.checkIns).toEqual([{ ...answered.agreement!.checkIns[0], ...other }]);
  });

  it('corrected twice is still one', () => {
    let person = done(answer(asked, anAnswer({ view: 'V1' }), tuesday));
    person = done(answer(person, anAnswer({ view: 'V2' }), at('2026-09-16 10:00')));
    person = done(answer(person, anAnswer({ view: 'V3' }), at('2026-09-17 10:00')));
    expect(person.agreement?.checkIns.map(({ form }) => form)).toEqual(['V3']);
  });

  it('of a new agreement is not taken for one to the last prompt of the agreement before', () => {
    const person = aLeader(
      { id: 'A2' },
      { past: [anAgreement()], prompt: aPrompt({ week: '2026-08-24', parts: [aPart('2026-08-24', 'A1')] }) },
    );
    const answered = done(answer(person, anAnswer({ agreement: 'A2' }), at('2026-09-08 10:00')));
    expect(answered.agreement?.checkIns.map((checkIn) => checkIn.week)).toEqual([week]);
    expect(answered.agreement?.settled).toBe(week);
    expect(answered.prompt?.state).toBe('sent');
  });

  it('after missed prompts settles all that was due, as the next prompt would have', () => {
    // Weekly; the slot of 7 September was missed. On Monday the 14th the leader answers unasked.
    const person = aLeader({ rhythm: 1 });
    const answered = done(answer(person, anAnswer(), at('2026-09-14 10:00')));
    expect(answered.agreement?.settled).toBe('2026-09-14');
  });

  type Refused = { says: string; person: Person; agreement?: string; now: Instant; refusal: RefusalReason };
  const refused: Refused[] = [
    { says: 'without an agreement', person: aPerson(), now: tuesday, refusal: 'no-agreement' },
    {
      says: 'to an agreement that a newer followed',
      person: asked,
      agreement: 'A0',
      now: tuesday,
      refusal: 'no-agreement',
    },
    { says: 'when it is closed', person: closed, now: tuesday, refusal: 'no-agreement' },
    { says: 'when it was stopped', person: stopped, now: tuesday, refusal: 'no-agreement' },
    {
      says: 'when it is closed, though a prompt waits',
      person: { ...closed, prompt: aPrompt() },
      now: tuesday,
      refusal: 'no-agreement',
    },
  ];
  it.each(refused)('is refused $says', ({ person, agreement = 'A1', now, refusal }) => {
    expect(answer(person, anAnswer({ agreement }), now)).toEqual({ refusal });
  });
});

describe('what can be answered', () => {
  it.each([
    { says: 'a running agreement', person: aLeader(), can: true },
    { says: 'one that a prompt asks for', person: asked, can: true },
    { says: 'not a closed one', person: closed, can: false },
    { says: 'not a stopped one', person: stopped, can: false },
    { says: 'not what is not there', person: aPerson({ prompt: aPrompt() }), can: false },
  ])('$says', ({ person, can }) => {
    expect(answerable(person)).toBe(can ? person.agreement : undefined);
  });

  it.each([
    { says: 'this week’s answer can be corrected', at: tuesday, now: at('2026-09-20 23:59'), can: true },
    { says: 'last week’s answer can not', at: tuesday, now: at('2026-09-21 00:00'), can: false },
    {
      says: 'this week’s can not while a prompt waits',
      at: tuesday,
      now: tuesday,
      prompt: aPrompt(),
      can: false,
    },
  ])('$says', ({ at: given, now, prompt, can }) => {
    const checkIn = aCheckIn({ at: given });
    const person = aLeader({ checkIns: [aCheckIn({ week: '2026-09-07', form: 'V0' }), checkIn] }, { prompt });
    expect(answerToCorrect(person, now)).toBe(can ? checkIn : undefined);
  });
});

describe('what an answer would be', () => {
  // Half-way is the follow-up of 12 October, the closing one that of 30 November.
  const halfway = '2026-10-12';
  const closing = '2026-11-30';
  const halfWayPart = { ...aPart(halfway), halfWay: true };
  const paused = { pauses: [{ from: '2026-10-05', until: '2026-10-19' }] };
  it.each<{ says: string; person: Person; now: Instant; kind: FollowUpKind }>([
    { says: 'ordinary at first', person: aLeader(), now: tuesday, kind: 'ordinary' },
    { says: 'ordinary to the prompt that waits', person: asked, now: tuesday, kind: 'ordinary' },
    {
      says: 'half-way to the prompt that asks it',
      person: aLeader({ settled: halfway }, { prompt: aPrompt({ week: halfway, parts: [halfWayPart] }) }),
      now: at('2026-10-20 10:00'),
      kind: 'half-way',
    },
    {
      says: 'half-way a week before its prompt',
      person: aLeader({ settled: '2026-09-28' }),
      now: at('2026-10-05 10:00'),
      kind: 'half-way',
    },
    {
      says: 'ordinary more than half a rhythm before half-way',
      person: aLeader({ rhythm: 1, settled: '2026-09-28' }),
      now: at('2026-10-05 10:00'),
      kind: 'ordinary',
    },
    {
      says: 'half-way to a prompt that comes late, after a pause',
      person: aLeader(
        { settled: halfway },
        { ...paused, prompt: aPrompt({ week: '2026-10-19', parts: [halfWayPart] }) },
      ),
      now: at('2026-10-20 10:00'),
      kind: 'half-way',
    },
    {
      says: 'half-way again, where this week’s answer is corrected',
      person: aLeader(
        {
          settled: halfway,
          checkIns: [aCheckIn({ week: halfway, at: at('2026-10-13 10:00'), stillRight: true })],
        },
        { prompt: aPrompt({ week: halfway, state: 'answered' }) },
      ),
      now: at('2026-10-15 10:00'),
      kind: 'half-way',
    },
    {
      says: 'half-way later, where half-way itself was never asked',
      person: aLeader({ settled: '2026-09-28' }),
      now: at('2026-10-27 10:00'),
      kind: 'half-way',
    },
    {
      says: 'ordinary once half-way was asked, also when another rhythm has its middle ahead',
      person: aLeader({
        rhythm: 1,
        settled: '2026-10-05',
        checkIns: [aCheckIn({ week: '2026-10-05', at: at('2026-10-06 10:00'), stillRight: false })],
      }),
      now: at('2026-10-13 10:00'),
      kind: 'ordinary',
    },
    {
      says: 'ordinary a week before the closing one',
      person: aLeader({ settled: '2026-11-09' }),
      now: at('2026-11-29 23:59'),
      kind: 'ordinary',
    },
    {
      says: 'the closing in its own week, before its prompt',
      person: aLeader({ settled: '2026-11-09' }),
      now: at('2026-11-30 00:00'),
      kind: 'closing',
    },
    {
      says: 'the closing to its prompt',
      person: aLeader({ settled: closing }, { prompt: aPrompt({ week: closing }) }),
      now: at('2026-12-01 10:00'),
      kind: 'closing',
    },
    {
      says: 'the closing in its week, also when an older prompt still waits',
      person: aLeader({ settled: '2026-11-09' }, { prompt: aPrompt({ week: '2026-11-09' }) }),
      now: at('2026-11-30 10:00'),
      kind: 'closing',
    },
    {
      says: 'the closing after the period, whatever waits',
      person: aLeader({ settled: '2026-11-09' }, { prompt: aPrompt({ week: '2026-11-09' }) }),
      now: at('2026-12-03 00:00'),
      kind: 'closing',
    },
    {
      says: 'the closing after the period, when nothing waits',
      person: aLeader({ settled: closing }),
      now: at('2026-12-20 10:00'),
      kind: 'closing',
    },
    {
      says: 'the closing when its day was missed, while the period lasts',
      person: aLeader({ settled: '2026-11-09' }, { workingTime: thursdays }),
      now: at('2026-11-30 10:00'),
      kind: 'closing',
    },
  ])('is $says', ({ person, now, kind }) => {
    expect(kindAnswered(person, person.agreement!, now)).toBe(kind);
  });

  it('and when the closing one’s day was missed, an ordinary one does not settle that', () => {
    const person = aLeader({ settled: '2026-11-09' }, { workingTime: thursdays });
    const answered = done(answer(person, anAnswer(), at('2026-11-30 10:00')));
    expect(answered.agreement?.settled).toBe('2026-11-09');
    expect(answered.agreement?.checkIns.at(-1)?.week).toBe('2026-11-30');
  });

  it.each<{ which: Week; kind: FollowUpKind }>([
    { which: '2026-09-14', kind: 'ordinary' },
    { which: '2026-10-12', kind: 'half-way' },
    { which: '2026-11-30', kind: 'closing' },
    { which: '2026-12-07', kind: 'closing' },
  ])('the follow-up of $which is $kind', ({ which, kind }) => {
    const person = aLeader();
    expect(kindOf(person, { week: which, halfWay: passesHalfWay(person, which) })).toBe(kind);
  });

  it('a closing prompt stays one, when another slot ends the agreement a week earlier', () => {
    const moved = aLeader(
      { settled: closing },
      { prompt: aPrompt({ week: closing }), workingTime: thursdays },
    );
    expect(weeksOfFollowUp(moved).at(-1)).toBe('2026-11-23');
    expect(kindAnswered(moved, moved.agreement!, at('2026-12-01 10:00'))).toBe('closing');
  });

  it('keeps what the leader says of the points half-way', () => {
    const person = aLeader({ settled: halfway }, { prompt: aPrompt({ week: halfway }) });
    const answered = done(answer(person, anAnswer({ stillRight: false }), at('2026-10-13 10:00')));
    expect(answered.agreement?.checkIns[0]?.stillRight).toBe(false);
  });
});

describe('“tomorrow”', () => {
  type Case = { says: string; person?: Person; week?: Week; now: Instant; to: PlainDate };
  const cases: Case[] = [
    { says: 'is the next day', now: tuesday, to: '2026-09-16' },
    { says: 'is the day after today, not after the slot', now: at('2026-09-17 10:00'), to: '2026-09-18' },
    {
      says: 'moves what was moved once more',
      person: aLeader({ settled: week }, { prompt: aPrompt({ state: 'moved', movedTo: '2026-09-16' }) }),
      now: at('2026-09-16 08:00'),
      to: '2026-09-17',
    },
    {
      says: 'passes a holiday',
      person: aLeader({ settled: '2026-05-11' }, { prompt: aPrompt({ week: '2026-05-11' }) }),
      week: '2026-05-11',
      now: at('2026-05-13 10:00'),
      to: '2026-05-15',
    },
    {
      says: 'passes a day its person does not work',
      person: {
        ...asked,
        workingTime: {
          slot: { weekday: 2, time: '09:00' },
          workdays: [2, 5],
          hours: { from: '08:00', to: '16:00' },
        },
      },
      now: tuesday,
      to: '2026-09-18',
    },
    {
      says: 'may be pressed while the worker still records the sending',
      person: aLeader({}, { prompt: aPrompt({ state: 'sending', lease: at('2026-09-15 10:01') }) }),
      now: tuesday,
      to: '2026-09-16',
    },
    {
      says: 'is tomorrow where the person is',
      person: { ...asked, profile: aProfile({ zone: 'Asia/Tokyo' }) },
      now: '2026-09-15T15:30:00Z',
      to: '2026-09-17',
    },
  ];
  it.each(cases)('$says', ({ person = asked, week: which = week, now, to }) => {
    expect(dayToMoveTo(person, which, now)).toBe(to);
    expect(postpone(person, which, now)).toEqual({
      ...person,
      prompt: { ...person.prompt, state: 'moved', movedTo: to },
    });
  });

  it('pressed twice the same day is one', () => {
    const moved = done(postpone(asked, week, tuesday));
    expect(moved.prompt?.reminder).toBeUndefined();
    expect(postpone(moved, week, at('2026-09-15 10:05'))).toEqual(moved);
  });

  it('takes a reminder that was on its way for the only one', () => {
    const reminding = { ...asked, prompt: { ...asked.prompt!, reminder: 'sending' as const, attempts: 4 } };
    expect(done(postpone(reminding, week, tuesday)).prompt).toMatchObject({
      state: 'moved',
      reminder: 'failed',
    });
  });

  type Refused = { says: string; person?: Person; week?: Week; now: Instant; refusal: RefusalReason };
  const refused: Refused[] = [
    { says: 'on a Friday, when no working day is left', now: at('2026-09-18 10:00'), refusal: 'no-day-left' },
    { says: 'on a Sunday', now: at('2026-09-20 10:00'), refusal: 'no-day-left' },
    { says: 'in another week than the prompt’s', now: at('2026-09-21 10:00'), refusal: 'no-day-left' },
    {
      says: 'in the week before, by who flew back into it',
      now: at('2026-09-13 23:00'),
      refusal: 'no-day-left',
    },
    { says: 'on an older prompt than the latest', week: '2026-09-07', now: tuesday, refusal: 'prompt-over' },
    { says: 'without any prompt', person: aLeader(), now: tuesday, refusal: 'prompt-over' },
    ...(['answered', 'skipped', 'failed'] as const).map((state) => ({
      says: `on a prompt that is ${state}`,
      person: aLeader({ settled: week }, { prompt: aPrompt({ state }) }),
      now: tuesday,
      refusal: 'prompt-over' as const,
    })),
  ];
  it.each(refused)('is refused $says', ({ person = asked, week: which = week, now, refusal }) => {
    expect(postpone(person, which, now)).toEqual({ refusal });
  });

  it('is refused on the prompt of an agreement that a newer followed, for nothing would come', () => {
    const renewed = aLeader({ id: 'A2', settled: week }, { past: [anAgreement()], prompt: aPrompt() });
    expect(postpone(renewed, week, tuesday)).toEqual({ refusal: 'prompt-over' });
  });
});

describe('“skip”', () => {
  it.each(['sent', 'sending', 'moved'] as const)('lets a prompt that is %s go by, for good', (state) => {
    // While it is being sent, it is not settled yet: its person is quicker than the worker.
    const settled = state === 'sending' ? firstWeek : week;
    const person = aLeader({ settled }, { prompt: aPrompt({ state }) });
    const skipped = done(skip(person, week));
    expect(skipped).toEqual(aLeader({ settled: week }, { prompt: aPrompt({ state: 'skipped' }) }));
    expect(look(skipped, at('2026-09-15 10:00')).send).toBeUndefined();
    expect(look(skipped, at('2026-09-22 10:00')).send).toBeUndefined();
    expect(look(skipped, at('2026-09-29 10:00')).send?.prompt?.parts).toEqual([aPart('2026-09-28')]);
  });

  it('pressed twice is one, and the very same person', () => {
    const skipped = done(skip(asked, week));
    expect(skip(skipped, week)).toBe(skipped);
  });

  const refused: { says: string; person: Person; week?: Week }[] = [
    { says: 'on an older prompt than the latest', person: asked, week: '2026-09-07' },
    { says: 'without any prompt', person: aLeader() },
    { says: 'on an answered prompt', person: aLeader({}, { prompt: aPrompt({ state: 'answered' }) }) },
    { says: 'on a prompt that Slack refused', person: aLeader({}, { prompt: aPrompt({ state: 'failed' }) }) },
  ];
  it.each(refused)('is refused $says', ({ person, week: which = week }) => {
    expect(skip(person, which)).toEqual({ refusal: 'prompt-over' });
  });
});

describe('the next follow-up', () => {
  const cases: { says: string; person: Person; now: Instant; date: PlainDate | undefined }[] = [
    {
      says: 'is a rhythm after the first week',
      person: aLeader(),
      now: at('2026-09-02 10:00'),
      date: '2026-09-15',
    },
    { says: 'is today, while the slot is open', person: aLeader(), now: tuesday, date: '2026-09-15' },
    {
      says: 'is made good in the next slot when today’s is over',
      person: aLeader(),
      now: at('2026-09-15 16:00'),
      date: '2026-09-22',
    },
    { says: 'is the one after the prompt that waits', person: asked, now: tuesday, date: '2026-09-29' },
    {
      says: 'is the day it was moved to',
      person: done(postpone(asked, week, tuesday)),
      now: tuesday,
      date: '2026-09-16',
    },
    {
      says: 'is none after the closing one',
      person: aLeader({ settled: '2026-11-30' }),
      now: at('2026-12-01 10:00'),
      date: undefined,
    },
    { says: 'is none without an agreement', person: aPerson(), now: tuesday, date: undefined },
  ];
  it.each(cases)('$says', ({ person, now, date }) => {
    expect(nextFollowUp(person, now)).toEqual(date && { date, time: '09:00' });
  });

  it('still comes for what was due before a pause that outlasts the period', () => {
    const person = aLeader({}, { pauses: pausesUntil('2026-12-07') });
    expect(nextFollowUp(person, at('2026-12-07 10:00'))?.date).toBe('2026-12-08');
  });
});

describe('the states of a prompt', () => {
  const states: Record<PromptState, { undelivered: boolean; unanswered: boolean }> = {
    sending: { undelivered: true, unanswered: true },
    moved: { undelivered: true, unanswered: true },
    sent: { undelivered: false, unanswered: true },
    answered: { undelivered: false, unanswered: false },
    skipped: { undelivered: false, unanswered: false },
    failed: { undelivered: false, unanswered: false },
  };
  it.each(Object.keys(states) as PromptState[])('%s', (state) => {
    const prompt = aPrompt({ state });
    expect(isUndelivered(prompt)).toBe(states[state].undelivered);
    expect(isUnanswered(prompt)).toBe(states[state].unanswered);
    expect(openFollowUp(prompt, 'A1')?.week).toBe(states[state].unanswered ? week : undefined);
  });

  it('none at all asks nothing', () => {
    expect(openFollowUp(undefined, 'A1')).toBeUndefined();
  });
});
