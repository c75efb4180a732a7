import { describe, expect, it } from 'vitest';
import type { Outcome, PointText } from '../../shared/domain/agreement.ts';
import { close, extend, stop, weeksToGiveBack } from '../../shared/domain/ending.ts';
import { look } from '../../shared/domain/look.ts';
import { makeAgreement } from '../../shared/domain/make.ts';
import { type Person, runningAgreement } from '../../shared/domain/person.ts';
import type { Prompt } from '../../shared/domain/prompt.ts';
import { nextExpiry } from '../../shared/domain/retention.ts';
import { defaultWorkingTime, type Pause, type WorkingTime } from '../../shared/domain/slots.ts';
import type { Instant, PlainDate, Weekday } from '../../shared/domain/time.ts';
import {
  aCheckIn,
  aDraft,
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

const closingWeek = '2026-11-30';
const now = at('2026-12-01 10:00');
const [first, second] = [aPoint('Fewer meetings'), aPoint('More walks')];
const asked = aLeader({ settled: closingWeek }, { prompt: aPrompt({ week: closingWeek }) });
const outcomesOf = (one: Outcome, two: Outcome) => [
  { point: '1', outcome: one },
  { point: '2', outcome: two },
];
const closingInput = { agreement: 'A1', view: 'V20', outcomes: outcomesOf('keep', 'keep') };

describe('closing', () => {
  type Case = {
    one: Outcome;
    two: Outcome;
    goesOn: [PointText | undefined, PointText | undefined] | undefined;
  };
  const cases: Case[] = [
    { one: 'done', two: 'done', goesOn: undefined },
    { one: 'done', two: 'keep', goesOn: [second, undefined] },
    { one: 'done', two: 'change', goesOn: [second, undefined] },
    { one: 'keep', two: 'done', goesOn: [first, undefined] },
    { one: 'keep', two: 'keep', goesOn: [first, second] },
    { one: 'keep', two: 'change', goesOn: [first, second] },
    { one: 'change', two: 'done', goesOn: [first, undefined] },
    { one: 'change', two: 'keep', goesOn: [first, second] },
    { one: 'change', two: 'change', goesOn: [first, second] },
  ];
  it.each(cases)('with $one and $two ends it, and drafts what goes on', ({ one, two, goesOn }) => {
    const outcomes = outcomesOf(one, two);
    expect(close(asked, { ...closingInput, outcomes, learned: 'To say no' }, now)).toEqual({
      ...asked,
      agreement: {
        ...asked.agreement,
        ending: { on: '2026-12-01', how: 'closed', outcomes, learned: 'To say no', form: 'V20' },
      },
      prompt: { ...asked.prompt, state: 'answered', lease: undefined },
      draft: goesOn && { form: 'V20', points: goesOn, savedAt: now },
    });
  });

  it('carries all the words of a point over, and its id no more', () => {
    const point = { ...first, difference: 'Two free mornings', sign: 'I walk home' };
    const person = aLeader({ points: [{ ...point, id: 'V7' }, anAgreement().points[1]] });
    const outcomes = [{ point: 'V7', outcome: 'keep' as const }];
    expect(done(close(person, { ...closingInput, outcomes }, now)).draft?.points).toEqual([point, undefined]);
  });

  it('makes room for the next agreement at once, with what goes on', () => {
    const closed = done(close(asked, closingInput, now));
    expect(runningAgreement(closed, now)).toBeUndefined();
    const input = { form: 'V20', view: 'V23', rhythm: 2 as const, workingTime: defaultWorkingTime };
    const renewed = done(makeAgreement(closed, input, now));
    expect(renewed.past).toEqual([closed.agreement]);
    expect(renewed.agreement?.points).toEqual(anAgreement().points);
    expect(renewed.agreement).toMatchObject({ id: 'V23', retired: [], unanswered: 0, checkIns: [] });
  });

  it('names the day that its leader reads', () => {
    const person = { ...asked, profile: aProfile({ zone: 'Asia/Tokyo' }) };
    const closed = done(close(person, closingInput, '2026-12-01T15:00:00Z'));
    expect(closed.agreement?.ending?.on).toBe('2026-12-02');
  });

  it('is done also when nothing waits, and long after the period, until retention takes it', () => {
    const person = aLeader({ settled: closingWeek });
    const closed = done(close(person, closingInput, at('2026-12-31 10:00')));
    expect(closed.agreement?.ending).toMatchObject({ on: '2026-12-31', how: 'closed' });
    expect(nextExpiry(aPerson({ agreement: closed.agreement }))).toBe(at('2027-01-02 00:00'));
  });

  it('settles a closing prompt that is still being sent', () => {
    const prompt = aPrompt({ week: closingWeek, state: 'sending', lease: at('2026-12-01 10:01') });
    const closed = done(close(aLeader({ settled: '2026-11-09' }, { prompt }), closingInput, now));
    expect(closed.prompt).toEqual({ ...prompt, state: 'answered', lease: undefined });
    expect(look(closed, now).send).toBeUndefined();
  });

  it('is followed by nothing: neither prompt nor reminder', () => {
    const closed = done(
      close(aLeader({}, { prompt: aPrompt({ sentAt: at('2026-09-15 09:00') }) }), closingInput, now),
    );
    for (const moment of ['2026-09-17 09:00', '2026-09-29 09:00', '2026-12-01 11:00', '2026-12-08 09:00'])
      expect(look(closed, at(moment)).send).toBeUndefined();
  });

  it('submitted twice is one, and the very same person', () => {
    const closed = done(close(asked, closingInput, now));
    expect(close(closed, closingInput, at('2026-12-01 10:01'))).toBe(closed);
  });

  it('submitted again with other content replaces what it wrote, and its draft', () => {
    const closed = done(close(asked, closingInput, now));
    const input = { ...closingInput, outcomes: outcomesOf('done', 'change'), learned: 'To say no' };
    const later = at('2026-12-01 10:01');
    const again = done(close(closed, input, later));
    expect(again).toEqual({
      ...closed,
      agreement: {
        ...closed.agreement,
        ending: { ...closed.agreement?.ending, outcomes: input.outcomes, learned: 'To say no' },
      },
      draft: { form: 'V20', points: [second, undefined], savedAt: later },
    });
    expect(close(again, input, later)).toBe(again);
  });

  it('submitted again with nothing that goes on takes back the draft it made', () => {
    const closed = done(close(asked, closingInput, now));
    const again = done(close(closed, { ...closingInput, outcomes: outcomesOf('done', 'done') }, now));
    expect(again.draft).toBeUndefined();
  });

  it('submitted again leaves what its leader wrote of the next agreement meanwhile', () => {
    const draft = aDraft({ form: 'V15', points: [aPoint('Say no'), undefined] });
    const closed = { ...done(close(asked, closingInput, now)), draft };
    const again = done(close(closed, { ...closingInput, learned: 'To say no' }, now));
    expect(again.draft).toEqual(draft);
    expect(again.agreement?.ending?.learned).toBe('To say no');
  });

  it('from another view is refused when it is closed, also with the same content', () => {
    const closed = done(close(asked, closingInput, now));
    expect(close(closed, { ...closingInput, view: 'V21' }, now)).toEqual({ refusal: 'no-agreement' });
  });

  it('keeps what its leader has begun to write of the next agreement', () => {
    const draft = aDraft({ form: 'V15', points: [aPoint('Say no'), undefined] });
    expect(done(close({ ...asked, draft }, closingInput, at('2026-12-05 10:00'))).draft).toEqual(draft);
  });

  it.each([
    { says: 'without an agreement', person: aPerson() },
    { says: 'of an agreement that a newer followed', person: aLeader({ id: 'A2' }) },
    {
      says: 'of one that was stopped',
      person: aLeader({ ending: { on: '2026-11-20', how: 'stopped', outcomes: [] } }),
    },
  ])('is refused $says', ({ person }) => {
    expect(close(person, closingInput, now)).toEqual({ refusal: 'no-agreement' });
  });
});

describe('stopping', () => {
  const early = at('2026-09-15 10:00');

  it('ends the period today, without a word why', () => {
    const person = aLeader({ checkIns: [aCheckIn()] }, { draft: undefined });
    expect(stop(person, 'A1', early)).toEqual({
      ...person,
      agreement: {
        ...person.agreement,
        period: { starts: '2026-09-02', ends: '2026-09-15' },
        ending: { on: '2026-09-15', how: 'stopped', outcomes: [] },
      },
    });
  });

  it.each<{ says: string; prompt: Partial<Prompt> }>([
    { says: 'waits', prompt: { state: 'sent', sentAt: at('2026-09-15 09:00') } },
    { says: 'was moved', prompt: { state: 'moved', movedTo: '2026-09-16' } },
    { says: 'is being sent', prompt: { state: 'sending', lease: at('2026-09-15 10:01') } },
  ])('lets a prompt go that $says, and nothing comes any more', ({ prompt }) => {
    const stopped = done(stop(aLeader({}, { prompt: aPrompt(prompt) }), 'A1', early));
    expect(stopped.prompt?.state).toBe('skipped');
    for (const moment of ['2026-09-15 10:02', '2026-09-16 09:00', '2026-09-17 09:00', '2026-09-29 09:00'])
      expect(look(stopped, at(moment)).send).toBeUndefined();
  });

  it('may be read for thirty days from then', () => {
    const stopped = done(stop(aLeader(), 'A1', early));
    expect(look(stopped, early).person.wakeAt).toBe(at('2026-10-16 00:00'));
    expect(look(stopped, at('2026-10-16 00:00')).person.agreement).toBeUndefined();
  });

  it('makes room for another agreement the same day', () => {
    const stopped = { ...done(stop(aLeader(), 'A1', early)), draft: aDraft() };
    const input = { form: 'V1', view: 'V23', rhythm: 2 as const, workingTime: defaultWorkingTime };
    expect(done(makeAgreement(stopped, input, early)).past).toEqual([stopped.agreement]);
  });

  it('after the period keeps the end it had', () => {
    const stopped = done(stop(aLeader(), 'A1', at('2026-12-20 10:00')));
    expect(stopped.agreement?.period.ends).toBe('2026-12-02');
    expect(stopped.agreement?.ending?.on).toBe('2026-12-20');
  });

  it.each([
    { says: 'pressed twice is one', ended: done(stop(aLeader(), 'A1', early)) },
    { says: 'after the closing changes nothing', ended: done(close(asked, closingInput, now)) },
  ])('$says, and the very same person', ({ ended }) => {
    expect(stop(ended, 'A1', at('2026-12-01 11:00'))).toBe(ended);
  });

  it.each([
    { says: 'without an agreement', person: aPerson() },
    { says: 'from the button of an agreement that a newer followed', person: aLeader({ id: 'A2' }) },
  ])('is refused $says', ({ person }) => {
    expect(stop(person, 'A1', early)).toEqual({ refusal: 'no-agreement' });
  });
});

const only = (...workdays: Weekday[]): WorkingTime => ({
  ...defaultWorkingTime,
  workdays,
  slot: { weekday: workdays[0]!, time: '09:00' },
});
const pausedFor = (from: PlainDate, until: PlainDate, ...others: Pause[]) =>
  aLeader(
    { settled: closingWeek },
    { pauses: [...others, { from, until }], prompt: aPrompt({ week: closingWeek }) },
  );

describe('weeks are given back', () => {
  type Case = { says: string; person: Person; now?: Instant; weeks: number };
  const winter = { starts: '2026-11-26', ends: '2027-02-26' };
  const spring = { starts: '2026-02-02', ends: '2026-05-02' };
  const cases: Case[] = [
    { says: 'none, where none was lost', person: asked, weeks: 0 },
    { says: 'none, where there is no agreement', person: aPerson(), weeks: 0 },
    { says: 'a week of pause', person: pausedFor('2026-09-21', '2026-09-28'), weeks: 1 },
    {
      says: 'a pause’s weeks that had no slot, from a Wednesday on',
      person: pausedFor('2026-09-16', '2026-10-03'),
      weeks: 2,
    },
    {
      says: 'not a week whose slot only moved to the pause’s end',
      person: pausedFor('2026-09-21', '2026-09-25'),
      weeks: 0,
    },
    {
      says: 'not a pause in the agreement’s first week',
      person: pausedFor('2026-09-02', '2026-09-07'),
      weeks: 0,
    },
    {
      says: 'two pauses together',
      person: pausedFor('2026-10-12', '2026-10-26', { from: '2026-09-14', until: '2026-09-28' }),
      weeks: 4,
    },
    {
      says: 'of a pause over the end, the weeks inside the period',
      person: pausedFor('2026-11-16', '2026-12-21'),
      weeks: 3,
    },
    {
      says: 'a Christmas and New Year whose only working days are holidays',
      person: aLeader({ period: winter }, { workingTime: only(4) }),
      now: at('2027-02-25 10:00'),
      weeks: 2,
    },
    {
      says: 'not a Christmas with a working day after it',
      person: aLeader({ period: winter }, { workingTime: only(1, 2, 3, 4, 5) }),
      now: at('2027-02-25 10:00'),
      weeks: 0,
    },
    {
      says: 'an Easter for who works on Thursdays and Fridays',
      person: aLeader({ period: spring }, { workingTime: only(4, 5) }),
      now: at('2026-05-01 10:00'),
      weeks: 1,
    },
    {
      says: 'the week after Easter for who works on Mondays',
      person: aLeader({ period: spring }, { workingTime: only(1) }),
      now: at('2026-05-01 10:00'),
      weeks: 1,
    },
    {
      says: 'as long as they lie ahead',
      person: pausedFor('2026-09-21', '2026-09-28'),
      now: at('2026-12-08 10:00'),
      weeks: 1,
    },
    {
      says: 'not when they would be over',
      person: pausedFor('2026-09-21', '2026-09-28'),
      now: at('2026-12-09 10:00'),
      weeks: 0,
    },
    {
      says: 'not a second time',
      person: aLeader({ extendedWeeks: 1 }, { pauses: [{ from: '2026-09-21', until: '2026-10-12' }] }),
      weeks: 0,
    },
  ];
  it.each(cases)('$says', ({ person, now: moment = now, weeks }) => {
    expect(weeksToGiveBack(person, moment)).toBe(weeks);
    if (person.agreement === undefined) return;
    const ends = new Date(Date.parse(person.agreement.period.ends) + weeks * 7 * 86_400_000);
    const extended = done(extend(person, 'A1', moment));
    expect(extended.agreement?.period.ends).toBe(ends.toISOString().slice(0, 10));
    if (weeks === 0) expect(extended).toBe(person);
  });
});

describe('extending', () => {
  const person = pausedFor('2026-09-21', '2026-10-05');

  it('adds the lost weeks, and settles the closing prompt that waits', () => {
    expect(extend({ ...person, agreement: { ...person.agreement!, unanswered: 1 } }, 'A1', now)).toEqual({
      ...person,
      agreement: {
        ...person.agreement,
        period: { starts: '2026-09-02', ends: '2026-12-16' },
        settled: closingWeek,
        unanswered: 0,
        extendedWeeks: 2,
      },
      prompt: { ...person.prompt, state: 'answered', lease: undefined },
    });
  });

  it('has follow-ups in the weeks that were added, a closing one last', () => {
    const extended = look(done(extend(person, 'A1', now)), now).person;
    expect(extended.wakeAt).toBe(at('2026-12-15 09:00'));
    const found = look(extended, at('2026-12-15 09:00'));
    expect(found.send?.prompt?.parts).toEqual([aPart('2026-12-14')]);
  });

  it('after the period begins again where it ended, though nobody asked for the closing one', () => {
    const missed = { ...person, agreement: { ...person.agreement!, settled: '2026-11-09' } };
    const extended = done(extend(missed, 'A1', at('2026-12-04 10:00')));
    expect(runningAgreement(extended, at('2026-12-04 10:00'))).toBeDefined();
    expect(look(extended, at('2026-12-04 10:00')).person.wakeAt).toBe(at('2026-12-15 09:00'));
  });

  it('still ends with a closing one, where no day in the added weeks can have it', () => {
    // Thursdays only: 31 December has none, and 17 December is the closing one before and after.
    const thursdays = aLeader(
      { period: { starts: '2026-09-23', ends: '2026-12-23' }, settled: '2026-12-14' },
      {
        workingTime: only(4),
        pauses: [{ from: '2026-10-05', until: '2026-10-12' }],
        prompt: aPrompt({ week: '2026-12-14' }),
      },
    );
    const extended = done(extend(thursdays, 'A1', at('2026-12-17 10:00')));
    expect(extended.agreement?.period.ends).toBe('2026-12-30');
    const found = look(extended, at('2027-01-07 09:00'));
    expect(found.send?.prompt?.parts).toEqual([aPart('2026-12-14')]);
  });

  it('is done once: pressed twice it gives the very same person back', () => {
    const extended = done(extend(person, 'A1', now));
    expect(extend(extended, 'A1', at('2026-12-01 10:01'))).toBe(extended);
    expect(extend(extended, 'A1', at('2026-12-15 10:00'))).toBe(extended);
  });

  it.each([
    { says: 'without an agreement', who: aPerson() },
    { says: 'an agreement that a newer followed', who: aLeader({ id: 'A2' }) },
    { says: 'a closed agreement', who: done(close(person, closingInput, now)) },
    { says: 'a stopped agreement', who: done(stop(person, 'A1', now)) },
  ])('is refused $says', ({ who }) => {
    expect(extend(who, 'A1', now)).toEqual({ refusal: 'no-agreement' });
  });
});
