import { describe, expect, it } from 'vitest';
import { nextFollowUp } from '../../shared/domain/follow-up.ts';
import { look } from '../../shared/domain/look.ts';
import { currentPause, isResting, pauseUntil, resume, unansweredInARow } from '../../shared/domain/pause.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Prompt } from '../../shared/domain/prompt.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import type { Pause } from '../../shared/domain/slots.ts';
import type { Instant, PlainDate } from '../../shared/domain/time.ts';
import { aLeader, anAgreement, aPart, aPerson, aProfile, aPrompt, at, done } from './people.ts';

const now = at('2026-09-15 10:00');
const week = '2026-09-14';
const pauseOf = (from: PlainDate, until: PlainDate): Pause => ({ from, until });

describe('a pause', () => {
  type Case = { says: string; before?: Pause[]; until: PlainDate; now?: Instant; pauses: Pause[] };
  const cases: Case[] = [
    { says: 'begins today', until: '2026-09-29', pauses: [pauseOf('2026-09-15', '2026-09-29')] },
    { says: 'may be for today alone', until: '2026-09-16', pauses: [pauseOf('2026-09-15', '2026-09-16')] },
    { says: 'may last a year', until: '2027-09-15', pauses: [pauseOf('2026-09-15', '2027-09-15')] },
    {
      says: 'made longer is one pause',
      before: [pauseOf('2026-09-10', '2026-09-20')],
      until: '2026-10-20',
      pauses: [pauseOf('2026-09-10', '2026-10-20')],
    },
    {
      says: 'made shorter is one pause',
      before: [pauseOf('2026-09-10', '2026-10-20')],
      until: '2026-09-16',
      pauses: [pauseOf('2026-09-10', '2026-09-16')],
    },
    {
      says: 'is kept behind those that are over',
      before: [pauseOf('2026-09-03', '2026-09-08'), pauseOf('2026-09-08', '2026-09-15')],
      until: '2026-09-29',
      pauses: [
        pauseOf('2026-09-03', '2026-09-08'),
        pauseOf('2026-09-08', '2026-09-15'),
        pauseOf('2026-09-15', '2026-09-29'),
      ],
    },
    {
      says: 'begins when today has begun where its person is',
      now: '2026-09-15T22:00:00Z',
      until: '2026-09-29',
      pauses: [pauseOf('2026-09-16', '2026-09-29')],
    },
    {
      says: 'takes the place of one that a flight west put into tomorrow',
      before: [pauseOf('2026-09-16', '2026-09-20')],
      until: '2026-09-29',
      pauses: [pauseOf('2026-09-15', '2026-09-29')],
    },
  ];
  it.each(cases)('$says', ({ before = [], until, now: moment = now, pauses }) => {
    const person = aLeader({}, { pauses: before });
    expect(pauseUntil(person, until, moment)).toEqual({ ...person, pauses });
  });

  it('may be made by somebody who has nothing yet', () => {
    expect(done(pauseUntil(aPerson(), '2026-09-29', now)).pauses).toEqual([
      pauseOf('2026-09-15', '2026-09-29'),
    ]);
  });

  const refused: { says: string; until: PlainDate; refusal: RefusalReason }[] = [
    { says: 'until today', until: '2026-09-15', refusal: 'pause-not-ahead' },
    { says: 'until a day that is over', until: '2026-08-10', refusal: 'pause-not-ahead' },
    { says: 'for longer than a year', until: '2027-09-16', refusal: 'pause-too-long' },
  ];
  it.each(refused)('is refused $says', ({ until, refusal }) => {
    expect(pauseUntil(aLeader(), until, now)).toEqual({ refusal });
    const paused = aLeader({}, { pauses: [pauseOf('2026-09-10', '2026-10-20')] });
    expect(pauseUntil(paused, until, now)).toEqual({ refusal });
  });

  const waiting: { says: string; prompt: Partial<Prompt>; settled: string }[] = [
    { says: 'waits', prompt: { state: 'sent' }, settled: week },
    {
      says: 'waits, and is being reminded of',
      prompt: { state: 'sent', reminder: 'sending' },
      settled: week,
    },
    { says: 'was moved to tomorrow', prompt: { state: 'moved', movedTo: '2026-09-16' }, settled: week },
    {
      says: 'is being sent',
      prompt: { state: 'sending', lease: at('2026-09-15 10:01') },
      settled: '2026-08-31',
    },
  ];
  it.each(waiting)('lets a prompt go that $says', ({ prompt, settled }) => {
    const person = aLeader({ settled }, { prompt: aPrompt(prompt) });
    const paused = done(pauseUntil(person, '2026-09-16', now));
    expect(paused.prompt).toEqual({ ...person.prompt, state: 'skipped', lease: undefined });
    expect(paused.agreement?.settled).toBe(week);
    expect(nextFollowUp(paused, now)).toEqual({ date: '2026-09-29', time: '09:00' });
    expect(look(paused, at('2026-09-17 09:00')).send).toBeUndefined();
  });

  it.each(['answered', 'skipped', 'failed'] as const)('leaves a prompt that is %s as it is', (state) => {
    const person = aLeader({ settled: week }, { prompt: aPrompt({ state }) });
    expect(done(pauseUntil(person, '2026-09-29', now)).prompt).toBe(person.prompt);
  });

  it('is a sign of life: those that passed unanswered are counted no more', () => {
    const person = aLeader({ settled: week, unanswered: 2 }, { prompt: aPrompt() });
    const paused = done(pauseUntil(person, '2026-09-17', now));
    expect(unansweredInARow(paused)).toBe(0);
    expect(isResting(paused)).toBe(false);
    expect(nextFollowUp(paused, now)?.date).toBe('2026-09-29');
  });
});

describe('in a pause', () => {
  const paused = aLeader({}, { pauses: [pauseOf('2026-09-10', '2026-10-02')] });

  it.each([
    { says: 'not the day before', at: '2026-09-09 23:59', is: false },
    { says: 'from its first day', at: '2026-09-10 00:00', is: true },
    { says: 'until the day it ends', at: '2026-10-01 23:59', is: true },
    { says: 'not on the day it ends', at: '2026-10-02 00:00', is: false },
  ])('one is, $says', ({ at: moment, is }) => {
    expect(currentPause(paused, at(moment))).toEqual(is ? paused.pauses[0] : undefined);
  });

  it('one is by one’s own calendar', () => {
    const inTokyo = { ...paused, profile: aProfile({ zone: 'Asia/Tokyo' }) };
    expect(currentPause(inTokyo, '2026-10-01T15:00:00Z')).toBeUndefined();
  });

  it.each(['2026-09-15 09:00', '2026-09-22 09:00', '2026-09-29 09:00', '2026-10-01 09:00'])(
    'nothing comes on %s',
    (moment) => expect(look(paused, at(moment)).send).toBeUndefined(),
  );

  it('what was to come is owed, once, on its last week’s first working day after it', () => {
    expect(look(paused, at('2026-09-15 09:00')).person.wakeAt).toBe(at('2026-10-02 09:00'));
    const { send } = look(paused, at('2026-10-02 09:00'));
    expect(send?.prompt?.parts).toEqual([aPart('2026-09-28')]);
  });

  it('nothing is lost that a pause over the period’s end kept from coming', () => {
    const person = aLeader({ settled: '2026-10-26' }, { pauses: [pauseOf('2026-11-05', '2026-12-16')] });
    expect(look(person, at('2026-11-10 09:00')).person.wakeAt).toBe(at('2026-12-16 09:00'));
    const { send } = look(person, at('2026-12-16 09:00'));
    expect(send?.prompt?.parts).toEqual([aPart('2026-11-30')]);
  });

  it('the agreement is kept, and closed after it, however long it lasts', () => {
    const person = aLeader({ settled: '2026-10-26' }, { pauses: [pauseOf('2026-11-05', '2027-03-01')] });
    expect(nextFollowUp(person, at('2026-11-10 09:00'))).toEqual({ date: '2027-03-02', time: '09:00' });
    expect(look(person, at('2026-11-10 09:00')).person.wakeAt).toBe(at('2027-03-02 09:00'));
    expect(look(person, at('2027-01-02 00:00')).person.agreement).toBe(person.agreement);
    expect(look(person, at('2027-03-02 09:00')).send?.prompt?.parts).toEqual([aPart('2026-11-30')]);
    expect(look(person, at('2027-03-31 23:59')).person.agreement).toBe(person.agreement);
    expect(look(person, at('2027-04-01 00:00')).person).toMatchObject({ agreement: undefined, pauses: [] });
  });

  it('a closed agreement has its time all the same', () => {
    const ending = { on: '2026-11-04', how: 'closed' as const, outcomes: [] };
    const person = aLeader({ ending }, { pauses: [pauseOf('2026-11-05', '2027-03-01')] });
    expect(look(person, at('2026-11-10 09:00')).person.wakeAt).toBe(at('2027-01-02 00:00'));
    expect(look(person, at('2027-01-02 00:00')).person).toMatchObject({
      agreement: undefined,
      pauses: person.pauses,
    });
  });
});

describe('resuming', () => {
  it('ends the pause today, and keeps what it took', () => {
    const person = aLeader({}, { pauses: [pauseOf('2026-09-05', '2026-10-20')] });
    const resumed = resume(person, now);
    expect(resumed).toEqual({ ...person, pauses: [pauseOf('2026-09-05', '2026-09-15')] });
    expect(look(resumed, now).send?.prompt?.parts).toEqual([aPart(week)]);
  });

  it('a pause of the same day leaves nothing of it', () => {
    const person = aLeader({}, { pauses: [pauseOf('2026-09-15', '2026-10-20')] });
    expect(resume(person, now)).toEqual({ ...person, pauses: [] });
  });

  it('leaves the pauses that are over as they were', () => {
    const over = pauseOf('2026-09-03', '2026-09-08');
    const person = aLeader({}, { pauses: [over, pauseOf('2026-09-09', '2026-10-20')] });
    expect(resume(person, now).pauses).toEqual([over, pauseOf('2026-09-09', '2026-09-15')]);
  });

  it('ends a pause that a flight west put into tomorrow', () => {
    const person = aLeader({}, { pauses: [pauseOf('2026-09-16', '2026-10-20')] });
    expect(resume(person, now).pauses).toEqual([]);
  });

  const resting = (prompt: Partial<Prompt> = {}) =>
    aLeader({ settled: week, unanswered: 2 }, { prompt: aPrompt(prompt) });

  it('ends the rest, lets the prompt go that waits, and the next follow-up comes', () => {
    const resumed = resume(resting(), at('2026-09-20 10:00'));
    expect(isResting(resumed)).toBe(false);
    expect(resumed.prompt?.state).toBe('skipped');
    expect(resumed.agreement?.unanswered).toBe(0);
    expect(nextFollowUp(resumed, at('2026-09-20 10:00'))?.date).toBe('2026-09-29');
  });

  it('after a long rest asks once for all that passed', () => {
    const resumed = resume(resting(), at('2026-10-30 10:00'));
    const { send } = look(resumed, at('2026-11-03 09:00'));
    // Half-way was among it: its question comes along.
    expect(send?.prompt?.parts).toEqual([{ ...aPart('2026-10-26'), halfWay: true }]);
  });

  it.each<{ says: string; person: Person }>([
    { says: 'has no pause', person: aLeader() },
    { says: 'has nothing', person: aPerson() },
    {
      says: 'has a pause that is over',
      person: aLeader({}, { pauses: [pauseOf('2026-09-03', '2026-09-15')] }),
    },
    { says: 'left two unanswered only', person: aLeader({ unanswered: 1 }, { prompt: aPrompt() }) },
    {
      says: 'has stopped, though three passed',
      person: aLeader(
        { unanswered: 2, ending: { on: '2026-09-14', how: 'stopped', outcomes: [] } },
        { prompt: aPrompt() },
      ),
    },
  ])('changes nothing for who $says, and gives the very same person back', ({ person }) => {
    expect(resume(person, now)).toBe(person);
  });
});

describe('follow-ups that passed without a sign', () => {
  it.each<{ says: string; person: Person; row: number; rests: boolean }>([
    { says: 'are none at first', person: aLeader(), row: 0, rests: false },
    { says: 'count the one that waits', person: aLeader({}, { prompt: aPrompt() }), row: 1, rests: false },
    {
      says: 'do not count one that its person moved',
      person: aLeader({ unanswered: 2 }, { prompt: aPrompt({ state: 'moved', movedTo: '2026-09-16' }) }),
      row: 2,
      rests: false,
    },
    {
      says: 'do not count one that is being sent',
      person: aLeader({ unanswered: 2 }, { prompt: aPrompt({ state: 'sending' }) }),
      row: 2,
      rests: false,
    },
    {
      says: 'do not count one that Slack refused',
      person: aLeader({ unanswered: 1 }, { prompt: aPrompt({ state: 'failed' }) }),
      row: 1,
      rests: false,
    },
    { says: 'are two', person: aLeader({ unanswered: 1 }, { prompt: aPrompt() }), row: 2, rests: false },
    { says: 'are three', person: aLeader({ unanswered: 2 }, { prompt: aPrompt() }), row: 3, rests: true },
    {
      says: 'do not count the prompt of the agreement before',
      person: aLeader({ id: 'A2' }, { past: [anAgreement()], prompt: aPrompt() }),
      row: 0,
      rests: false,
    },
    { says: 'are none without an agreement', person: aPerson({ prompt: aPrompt() }), row: 0, rests: false },
  ])('$says', ({ person, row, rests }) => {
    expect(unansweredInARow(person)).toBe(row);
    expect(isResting(person)).toBe(rests);
  });
});
