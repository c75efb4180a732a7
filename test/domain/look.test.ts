import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stop } from '../../shared/domain/ending.ts';
import { answer, postpone, skip } from '../../shared/domain/follow-up.ts';
import { delivered, leaseSeconds, look, undeliverable } from '../../shared/domain/look.ts';
import { isResting, pauseUntil, resume } from '../../shared/domain/pause.ts';
import { calendarOf, type Person } from '../../shared/domain/person.ts';
import { type FollowUpPart, isGivenUp, mostAttempts, type Prompt } from '../../shared/domain/prompt.ts';
import { keptUntil } from '../../shared/domain/retention.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import { defaultWorkingTime, slotIn, type WorkingTime } from '../../shared/domain/slots.ts';
import {
  addSeconds,
  addWeeks,
  type Instant,
  localDate,
  localTime,
  type Week,
  type Weekday,
  weekOf,
} from '../../shared/domain/time.ts';
import { anyLife, anyTurns, type Life, live, liveOn, take } from './life.ts';
import {
  aDraft,
  aLeader,
  anAgreement,
  anAnswer,
  aPart,
  aPerson,
  aProfile,
  aPrompt,
  at,
  copenhagen,
  done,
  firstWeek,
  followUpOf,
  followUps,
  pausesUntil,
  promptOf,
} from './people.ts';

const week = '2026-09-14';
const nights: WorkingTime = {
  slot: { weekday: 7, time: '23:30' },
  workdays: [1, 2, 3, 4, 5, 6, 7],
  hours: { from: '22:00', to: '06:00' },
};
const claimed = (other: Partial<Prompt> = {}) =>
  aPrompt({ state: 'sending', lease: at('2026-09-15 09:01'), attempts: 1, ...other });
const moved = aPrompt({ state: 'moved', movedTo: '2026-09-16' });
/** The midnight at which the agreement has had its time. */
const forgotten = '2027-01-02 00:00';

describe('a wake sends', () => {
  type Case = {
    says: string;
    person: Person;
    now: string;
    week: Week;
    part: FollowUpPart;
    wakeAt: string;
    unanswered?: number;
    attempts?: number;
  };
  const cases: Case[] = [
    {
      says: 'what is due, when the slot opens',
      person: aLeader(),
      now: '2026-09-15 09:00',
      week,
      part: aPart(week),
      wakeAt: '2026-09-17 09:00',
    },
    {
      says: 'what is due, late the same day',
      person: aLeader(),
      now: '2026-09-15 15:59',
      week,
      part: aPart(week),
      wakeAt: '2026-09-17 09:00',
    },
    {
      says: 'what a week missed in the next week’s slot',
      person: aLeader(),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart(week),
      wakeAt: '2026-09-24 09:00',
    },
    {
      says: 'what was missed together with what is due, as one',
      person: aLeader(),
      now: '2026-09-29 09:00',
      week: '2026-09-28',
      part: aPart('2026-09-28'),
      wakeAt: '2026-10-01 09:00',
    },
    {
      says: 'one prompt after an outage of a month',
      person: aLeader({ rhythm: 1 }),
      now: '2026-10-06 12:00',
      week: '2026-10-05',
      part: aPart('2026-10-05'),
      wakeAt: '2026-10-13 09:00',
    },
    {
      says: 'again, when another worker’s lease has run out',
      person: aLeader({}, { prompt: claimed() }),
      now: '2026-09-15 09:01',
      week,
      part: aPart(week),
      wakeAt: '2026-09-17 09:00',
      attempts: 2,
    },
    {
      says: 'a last time, when three workers have died over it',
      person: aLeader({}, { prompt: claimed({ attempts: 3, lease: at('2026-09-15 10:16') }) }),
      now: '2026-09-15 10:16',
      week,
      part: aPart(week),
      wakeAt: '2026-09-17 09:00',
      attempts: 4,
    },
    {
      says: 'the next week, what was tried as often as it may be, as if for the first time',
      person: aLeader({}, { prompt: claimed({ attempts: 4, lease: at('2026-09-15 10:17') }) }),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart(week),
      wakeAt: '2026-09-24 09:00',
    },
    {
      says: 'the next week, what a dead worker left after hours',
      person: aLeader({}, { prompt: claimed() }),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart(week),
      wakeAt: '2026-09-24 09:00',
    },
    {
      says: 'what is due next, instead of what a dead worker left',
      person: aLeader({ rhythm: 1 }, { prompt: claimed() }),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart('2026-09-21'),
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'what was moved, on its day',
      person: aLeader({ settled: week }, { prompt: moved }),
      now: '2026-09-16 09:00',
      week,
      part: aPart(week),
      wakeAt: '2026-09-18 09:00',
    },
    {
      says: 'what was moved and missed, in the next week',
      person: aLeader({ settled: week }, { prompt: moved }),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart(week),
      wakeAt: '2026-09-24 09:00',
    },
    {
      says: 'what is due next, instead of what was moved and missed',
      person: aLeader({ rhythm: 1, settled: week }, { prompt: moved }),
      now: '2026-09-22 09:00',
      week: '2026-09-21',
      part: aPart('2026-09-21'),
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'the next follow-up, though the last was not answered',
      person: aLeader({ settled: week }, { prompt: aPrompt() }),
      now: '2026-09-29 09:00',
      week: '2026-09-28',
      part: aPart('2026-09-28'),
      wakeAt: '2026-10-01 09:00',
      unanswered: 1,
    },
    {
      says: 'the closing one, and then waits for the agreement’s end',
      person: aLeader({ rhythm: 1, settled: '2026-11-23' }),
      now: '2026-12-01 09:00',
      week: '2026-11-30',
      part: aPart('2026-11-30'),
      wakeAt: forgotten,
    },
    {
      says: 'the closing one, which is reminded of like any other',
      person: aLeader({ settled: '2026-11-09' }),
      now: '2026-12-01 09:00',
      week: '2026-11-30',
      part: aPart('2026-11-30'),
      wakeAt: '2026-12-03 09:00',
    },
    {
      says: 'a missed closing one after the period',
      person: aLeader({ settled: '2026-11-09' }),
      now: '2026-12-08 09:00',
      week: '2026-12-07',
      part: aPart('2026-11-30'),
      wakeAt: '2026-12-10 09:00',
    },
    {
      says: 'what a pause held back, on the day it ends',
      person: aLeader({}, { pauses: pausesUntil('2026-09-17') }),
      now: '2026-09-17 09:00',
      week,
      part: aPart(week),
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'past midnight, while the night shift that began on Sunday is on',
      person: aLeader({}, { workingTime: nights }),
      now: '2026-09-21 05:59',
      week,
      part: aPart(week),
      wakeAt: '2026-10-04 23:30',
    },
    {
      says: 'the new agreement’s, not what was left of the one before',
      person: aLeader(
        { id: 'A2' },
        { prompt: aPrompt({ week: '2026-08-31', state: 'moved', movedTo: '2026-09-04' }) },
      ),
      now: '2026-09-15 09:00',
      week,
      part: aPart(week, 'A2'),
      wakeAt: '2026-09-17 09:00',
    },
  ];

  it.each(cases)('$says', (expected) => {
    const { person, week: which, part, wakeAt, unanswered = 0, attempts = 1 } = expected;
    const now = at(expected.now);
    const { agreement, prompt } = person;
    const movedTo = prompt?.week === which ? prompt.movedTo : undefined;
    const send = {
      week: which,
      parts: [part],
      movedTo,
      state: 'sending',
      attempts,
      lease: addSeconds(now, leaseSeconds[attempts - 1]!),
    };
    expect(look(person, now)).toEqual({
      person: { ...person, agreement: { ...agreement, unanswered }, prompt: send, wakeAt: at(wakeAt) },
      tell: [],
      send: { what: 'prompt', prompt: send },
    });
  });

  it('with the seconds that its person is spread by', () => {
    const person = aLeader({}, { user: 'U271' });
    expect(look(person, at('2026-09-15 09:04')).send).toBeUndefined();
    expect(look(person, at('2026-09-15 09:05')).send).toBeDefined();
  });
});

describe('a wake sends nothing', () => {
  type Case = { says: string; person: Person; now: string; wakeAt: string | undefined };
  const sent = (state: Prompt['state']) => aLeader({ settled: week }, { prompt: aPrompt({ state }) });
  const cases: Case[] = [
    {
      says: 'to somebody without anything, but waits for the day when they are forgotten',
      person: aPerson({ idleSince: '2026-09-15' }),
      now: '2026-09-15 09:00',
      wakeAt: '2026-12-15 00:00',
    },
    { says: 'in the first week', person: aLeader(), now: '2026-09-02 10:00', wakeAt: '2026-09-15 09:00' },
    { says: 'too early', person: aLeader(), now: '2026-09-15 08:59', wakeAt: '2026-09-15 09:00' },
    { says: 'after hours', person: aLeader(), now: '2026-09-15 16:00', wakeAt: '2026-09-22 09:00' },
    {
      says: 'the day after, when the day was missed',
      person: aLeader(),
      now: '2026-09-16 09:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'when what is due was sent',
      person: sent('sent'),
      now: '2026-09-15 09:01',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'when what is due was answered',
      person: sent('answered'),
      now: '2026-09-15 10:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'when what is due was skipped',
      person: sent('skipped'),
      now: '2026-09-15 10:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'when Slack refused it',
      person: sent('failed'),
      now: '2026-09-15 10:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'the week after an unanswered prompt',
      person: sent('sent'),
      now: '2026-09-22 09:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'when it was moved to tomorrow',
      person: aLeader({ settled: week }, { prompt: moved }),
      now: '2026-09-15 10:00',
      wakeAt: '2026-09-16 09:00',
    },
    {
      says: 'when the early answer settled it',
      person: done(answer(aLeader(), anAnswer(), at('2026-09-07 10:00'))),
      now: '2026-09-15 09:00',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'when it was answered while the worker died',
      person: done(answer(aLeader({}, { prompt: claimed() }), anAnswer(), at('2026-09-15 09:00'))),
      now: '2026-09-15 09:02',
      wakeAt: '2026-09-29 09:00',
    },
    {
      says: 'after a dead worker, after hours',
      person: aLeader({}, { prompt: claimed() }),
      now: '2026-09-15 16:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'in the week of what was tried as often as it may be, whose next slot has it',
      person: aLeader({}, { prompt: claimed({ attempts: 4, lease: at('2026-09-15 10:17') }) }),
      now: '2026-09-15 10:17',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'in a pause',
      person: aLeader({}, { pauses: pausesUntil('2026-09-21') }),
      now: '2026-09-15 09:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'once the night shift that began on Sunday is over',
      person: aLeader({}, { workingTime: nights }),
      now: '2026-09-21 06:00',
      wakeAt: '2026-09-27 23:30',
    },
    {
      says: 'in the week before the prompt’s, when its person flew back into it',
      person: aLeader(
        { settled: '2026-09-28' },
        {
          workingTime: { ...nights, slot: { weekday: 7, time: '23:00' } },
          prompt: aPrompt({ week: '2026-09-28', state: 'moved', movedTo: '2026-10-04' }),
        },
      ),
      now: '2026-09-27 23:30',
      wakeAt: '2026-10-04 23:00',
    },
    {
      says: 'of an agreement that a newer followed',
      person: aLeader(
        { id: 'A2' },
        { prompt: aPrompt({ week: firstWeek, state: 'moved', movedTo: '2026-09-03' }) },
      ),
      now: '2026-09-03 09:00',
      wakeAt: '2026-09-15 09:00',
    },
    {
      says: 'after the closing one',
      person: aLeader({ settled: '2026-11-30' }),
      now: '2026-12-08 09:00',
      wakeAt: forgotten,
    },
    {
      says: 'but waits for a draft’s end, when that comes first',
      person: aLeader({ settled: '2026-11-30' }, { draft: aDraft({ savedAt: at('2026-11-20 10:00') }) }),
      now: '2026-12-08 09:00',
      wakeAt: '2026-12-21 00:00',
    },
  ];

  it.each(cases)('$says', ({ person, now, wakeAt }) => {
    const found = look(person, at(now));
    const expected = wakeAt === undefined ? person : { ...person, wakeAt: at(wakeAt) };
    expect(found).toEqual({ person: expected, tell: [] });
    // Looking again finds the very same person: there is nothing to write.
    expect(look(found.person, at(now)).person).toBe(found.person);
  });

  it.each([
    { says: 'at once', now: '2026-09-15 09:00' },
    { says: 'until the last second', now: '2026-09-15 09:00', after: 59 },
  ])('while another worker’s lease lives, $says', ({ now, after = 0 }) => {
    const person = aLeader({}, { prompt: claimed() });
    const found = look(person, addSeconds(at(now), after));
    expect(found).toEqual({ person, tell: [], busyUntil: at('2026-09-15 09:01') });
    expect(found.person).toBe(person);
  });

  it('and forgets what has had its time', () => {
    const person = aLeader({}, { draft: aDraft(), past: [anAgreement({ id: 'A0' })], prompt: aPrompt() });
    expect(look(person, at(forgotten))).toEqual({
      person: { ...person, agreement: undefined, prompt: undefined, draft: undefined, past: [] },
      tell: [],
    });
  });

  it('too early where its person has gone meanwhile', () => {
    const inNewYork = aLeader({}, { profile: aProfile({ zone: 'America/New_York' }) });
    const found = look(inNewYork, at('2026-09-15 09:00'));
    expect(found.send).toBeUndefined();
    expect(found.person.wakeAt).toBe(at('2026-09-15 09:00', 'America/New_York'));
  });
});

describe('what became of a prompt', () => {
  const now = at('2026-09-15 09:00');
  const sending = look(aLeader(), now);
  const sent = sending.send!;
  const prompt = promptOf(sent);
  const message = { channel: 'D1', ts: '7.7' };
  const later = addSeconds(now, 3);

  it('delivered, it is settled and known by its message', () => {
    expect(delivered(sending.person, sent, message, later)).toEqual({
      ...sending.person,
      agreement: { ...sending.person.agreement, settled: week },
      prompt: { ...prompt, ...message, state: 'sent', lease: undefined, attempts: undefined, sentAt: later },
    });
  });

  it('delivered, everything was scheduled already', () => {
    expect(sending.person.wakeAt).toBe(at('2026-09-17 09:00'));
    expect(delivered(sending.person, sent, message, later).wakeAt).toBe(at('2026-09-17 09:00'));
  });

  it('delivered when it was answered meanwhile, it stays answered', () => {
    const answered = done(answer(sending.person, anAnswer(), addSeconds(now, 1)));
    const person = delivered(answered, sent, message, later);
    const wakeAt = at('2026-09-29 09:00');
    expect(person).toEqual({ ...answered, prompt: { ...answered.prompt, ...message }, wakeAt });
    expect(person.prompt?.state).toBe('answered');
    expect(person.agreement?.settled).toBe(week);
  });

  it('delivered when it was moved meanwhile, it comes again on its day', () => {
    const person = {
      ...sending.person,
      prompt: { ...prompt, state: 'moved' as const, movedTo: '2026-09-16' },
    };
    const known = delivered(person, sent, message, later);
    expect(known.prompt).toMatchObject({ state: 'moved', movedTo: '2026-09-16', ...message });
    expect(known.wakeAt).toBe(at('2026-09-16 09:00'));
  });

  it('delivered when a new agreement has followed, it settles nothing of that one', () => {
    const person = { ...sending.person, agreement: anAgreement({ id: 'A2' }) };
    expect(delivered(person, sent, message, later).agreement?.settled).toBe(firstWeek);
  });

  it('delivered for good when a later prompt has taken over, it changes nothing', () => {
    const person = aLeader({}, { prompt: aPrompt({ week: '2026-09-21' }) });
    expect(delivered(person, sent, message, later)).toBe(person);
    expect(delivered(aLeader(), sent, message, later)).toEqual(aLeader());
  });

  it('refused for good, it is not tried again', () => {
    const person = undeliverable(sending.person, sent, later);
    expect(person.prompt).toEqual({ ...prompt, state: 'failed', lease: undefined, attempts: undefined });
    expect(person.agreement?.settled).toBe(week);
    for (const wake of ['2026-09-15 09:02', '2026-09-16 09:00', '2026-09-22 09:00'])
      expect(look(person, at(wake)).send).toBeUndefined();
    expect(look(person, at('2026-09-29 09:00')).send?.prompt?.parts).toEqual([aPart('2026-09-28')]);
  });

  it('refused for good, its person is gone, until a later one is delivered', () => {
    const person = undeliverable(sending.person, sent, later);
    expect(person).toMatchObject({ gone: true, wakeAt: at('2026-09-29 09:00') });
    const next = look(person, at('2026-09-29 09:00'));
    expect(next.person.gone).toBe(true);
    expect(delivered(next.person, next.send!, message, at('2026-09-29 09:01')).gone).toBeUndefined();
  });

  it.each([
    { says: 'answered meanwhile', person: done(answer(sending.person, anAnswer(), later)) },
    { says: 'overtaken by a later one', person: aLeader({}, { prompt: claimed({ week: '2026-09-21' }) }) },
    { says: 'not there any more', person: aLeader() },
  ])('refused for good when $says, it changes nothing', ({ person }) => {
    expect(undeliverable(person, sent, later)).toBe(person);
  });

  it('is recorded also when the agreement was deleted meanwhile', () => {
    const { agreement: _, ...without } = sending.person;
    expect(delivered(without, sent, message, later).prompt?.state).toBe('sent');
    expect(undeliverable(without, sent, later).prompt?.state).toBe('failed');
  });
});

describe('a message that nobody knows to have come', () => {
  /** Looked at whenever a lease has run out, by workers that all die: when it was tried, and who remains. */
  const allDie = (person: Person, began: Instant) => {
    const tries: string[] = [];
    let [current, now] = [person, began];
    for (let found = look(current, now); found.send !== undefined; found = look(current, now)) {
      tries.push(localTime(now, copenhagen).time);
      expect(promptOf(found.send).attempts).toBe(tries.length);
      current = found.person;
      now = promptOf(found.send).lease!;
      expect(look(current, addSeconds(now, -1))).toEqual({ person: current, tell: [], busyUntil: now });
    }
    return { tries, person: look(current, now).person, now };
  };
  const message = { channel: 'D1', ts: '7.7' };
  const prompted = allDie(aLeader(), at('2026-09-15 09:00'));

  it('is tried four times, ever further apart, and no more in its slot', () => {
    expect(prompted.tries).toEqual(['09:00', '09:01', '09:16', '10:16']);
    expect(leaseSeconds).toHaveLength(mostAttempts);
    expect(isGivenUp(prompted.person.prompt!)).toBe(true);
    for (const moment of ['2026-09-15 10:17', '2026-09-15 15:59', '2026-09-16 09:00', '2026-09-18 09:00'])
      expect(look(prompted.person, at(moment)).send).toBeUndefined();
    expect(prompted.person.wakeAt).toBe(at('2026-09-22 09:00'));
  });

  it('is given up after the fourth try, not before', () => {
    expect([undefined, 1, 3, 4, 5].map((attempts) => isGivenUp(claimed({ attempts })))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('comes with the next slot, once', () => {
    const [now, later] = [at('2026-09-22 09:00'), at('2026-09-22 09:01')];
    const { person, send } = look(prompted.person, now);
    expect(send?.prompt).toMatchObject({ week: '2026-09-21', parts: [aPart(week)], attempts: 1 });
    const known = delivered(person, send!, message, later);
    expect(known.agreement?.settled).toBe(week);
    expect(look(known, at('2026-09-22 09:02')).send).toBeUndefined();
    expect(look(known, at('2026-09-29 09:00')).send?.prompt?.parts).toEqual([aPart('2026-09-28')]);
  });

  it('may be answered all the same, and then comes no more', () => {
    const answered = done(answer(prompted.person, anAnswer(), at('2026-09-15 12:00')));
    expect(answered.agreement?.settled).toBe(week);
    expect(look(answered, at('2026-09-22 09:00')).send).toBeUndefined();
  });

  it('moved by who got it, is tried anew on that day', () => {
    const put = done(postpone(prompted.person, week, at('2026-09-15 12:00')));
    expect(put.prompt?.attempts).toBeUndefined();
    expect(allDie(put, at('2026-09-16 09:00')).tries).toEqual(prompted.tries);
  });

  it('let go by its person, is counted no more', () => {
    expect(done(skip(prompted.person, week)).prompt).toMatchObject({ state: 'skipped', attempts: undefined });
  });

  it('and is a reminder, is tried as often, and never comes again', () => {
    const prompt = aPrompt({ sentAt: at('2026-09-15 09:00') });
    const reminded = allDie(aLeader({ settled: week }, { prompt }), at('2026-09-17 09:00'));
    expect(reminded.tries).toEqual(prompted.tries);
    for (const moment of ['2026-09-17 15:59', '2026-09-18 09:00', '2026-09-22 09:00'])
      expect(look(reminded.person, at(moment)).send).toBeUndefined();
    expect(reminded.person.wakeAt).toBe(at('2026-09-29 09:00'));
    expect(look(reminded.person, at('2026-09-29 09:00')).send?.prompt?.reminder).toBeUndefined();
  });
});

type Came = { at: string; part: Week };

/** What comes to somebody who is always woken in time, and answers or not, until nothing waits any more. */
function lifeOf(person: Person, does: 'answers' | 'is silent'): { prompts: Came[]; reminders: string[] } {
  const [prompts, reminders]: [Came[], string[]] = [[], []];
  let current = look(person, at('2026-09-02 10:00')).person;
  for (let now: Instant | undefined = current.wakeAt; now !== undefined; now = current.wakeAt) {
    const found = look(current, now);
    current = found.person;
    if (found.send === undefined) continue;
    const { date, time } = localTime(now, person.profile.zone);
    const part = followUpOf(promptOf(found.send)).week;
    if (found.send.what === 'prompt') prompts.push({ at: `${date} ${time}`, part });
    else reminders.push(`${date} ${time}`);
    current = delivered(current, found.send, { channel: 'D1', ts: '1.1' }, addSeconds(now, 1));
    if (does === 'answers') {
      current = done(answer(current, anAnswer({ view: now }), addSeconds(now, 2)));
      current = look(current, addSeconds(now, 8)).person;
    }
  }
  return { prompts, reminders };
}

const promptsOf = (person: Person) => lifeOf(person, 'answers').prompts;

describe('a quarter in which all goes well', () => {
  it('has a prompt in every second week, and the closing one', () => {
    expect(promptsOf(aLeader())).toEqual(
      ['2026-09-15', '2026-09-29', '2026-10-13', '2026-10-27', '2026-11-10', '2026-12-01'].map(
        (date, index) => ({
          at: `${date} 09:00`,
          part: followUps[index],
        }),
      ),
    );
  });

  it.each<{ rhythm: Rhythm; prompts: number }>([
    { rhythm: 1, prompts: 13 },
    { rhythm: 2, prompts: 6 },
    { rhythm: 4, prompts: 3 },
  ])('has $prompts prompts in a rhythm of $rhythm weeks, ending alike', ({ rhythm, prompts }) => {
    const found = promptsOf(aLeader({ rhythm }));
    expect(found).toHaveLength(prompts);
    expect(found.at(-1)).toEqual({ at: '2026-12-01 09:00', part: '2026-11-30' });
  });

  it('makes a Christmas without a day left good in the new year', () => {
    const workingTime: WorkingTime = { ...defaultWorkingTime, slot: { weekday: 4, time: '09:00' } };
    const winter = aLeader(
      { period: { starts: '2026-11-26', ends: '2027-02-26' }, settled: '2026-11-23' },
      { workingTime },
    );
    expect(promptsOf(winter).slice(0, 3)).toEqual([
      { at: '2026-12-10 09:00', part: '2026-12-07' },
      { at: '2027-01-07 09:00', part: '2027-01-04' },
      { at: '2027-01-21 09:00', part: '2027-01-18' },
    ]);
  });

  it('keeps its wall-clock time over the end of summer time', () => {
    const utc = [at('2026-10-13 09:00'), at('2026-10-27 09:00')];
    expect(utc).toEqual(['2026-10-13T07:00:00Z', '2026-10-27T08:00:00Z']);
    expect(look(aLeader({ settled: '2026-10-12' }), utc[0]!).person.wakeAt).toBe(utc[1]);
    expect(localTime(utc[1]!, copenhagen).time).toBe('09:00');
  });
});

describe('a reminder', () => {
  const sentAt = at('2026-09-15 09:00');
  const waits = (prompt: Partial<Prompt> = {}, rest: Partial<Person> = {}) =>
    aLeader({ settled: week }, { prompt: aPrompt({ sentAt, ...prompt }), ...rest });
  const only = (...workdays: Weekday[]): WorkingTime => ({ ...defaultWorkingTime, workdays });

  type Case = { says: string; person?: Person; now: string; wakeAt?: string; attempts?: number };
  const sends: Case[] = [
    { says: 'two working days later', now: '2026-09-17 09:00' },
    { says: 'late the same day', now: '2026-09-17 15:59' },
    {
      says: 'after a Wednesday on a Friday',
      person: waits({ sentAt: at('2026-09-16 09:00'), movedTo: '2026-09-16' }),
      now: '2026-09-18 09:00',
    },
    {
      says: 'over days its person does not work',
      person: waits({}, { workingTime: only(2, 5, 7) }),
      now: '2026-09-20 09:00',
    },
    {
      says: 'over a holiday, on Friday for a Tuesday before Ascension Day',
      person: aLeader(
        { period: { starts: '2026-04-02', ends: '2026-07-02' }, settled: '2026-05-11' },
        { prompt: aPrompt({ week: '2026-05-11', sentAt: at('2026-05-12 09:00') }) },
      ),
      now: '2026-05-15 09:00',
      wakeAt: '2026-05-26 09:00',
    },
    {
      says: 'again, when the worker that claimed it died',
      person: waits({ reminder: 'sending', lease: at('2026-09-17 09:01'), attempts: 1 }),
      now: '2026-09-17 09:01',
      attempts: 2,
    },
    {
      says: 'in a rhythm of four weeks',
      person: aLeader(
        { rhythm: 4, settled: '2026-09-28' },
        { prompt: aPrompt({ week: '2026-09-28', sentAt: at('2026-09-29 09:00') }) },
      ),
      now: '2026-10-01 09:00',
      wakeAt: '2026-10-27 09:00',
    },
    {
      says: 'of the closing one, after the period’s end',
      person: aLeader(
        { settled: '2026-11-30' },
        { prompt: aPrompt({ week: '2026-11-30', sentAt: at('2026-12-01 09:00') }) },
      ),
      now: '2026-12-03 09:00',
      wakeAt: forgotten,
    },
    {
      says: 'of a third that nobody answered, and then rests',
      person: aLeader({ settled: week, unanswered: 2 }, { prompt: aPrompt({ sentAt }) }),
      now: '2026-09-17 09:00',
      wakeAt: forgotten,
    },
  ];
  it.each(sends)('comes $says', (expected) => {
    const { person = waits(), wakeAt = '2026-09-29 09:00', attempts = 1 } = expected;
    const now = at(expected.now);
    const lease = addSeconds(now, leaseSeconds[attempts - 1]!);
    const prompt = { ...person.prompt, reminder: 'sending', attempts, lease };
    expect(look(person, now)).toEqual({
      person: { ...person, prompt, wakeAt: at(wakeAt) },
      tell: [],
      send: { what: 'reminder', prompt },
    });
  });

  const nothing: Case[] = [
    { says: 'the day after', now: '2026-09-16 09:00', wakeAt: '2026-09-17 09:00' },
    { says: 'before its time', now: '2026-09-17 08:59', wakeAt: '2026-09-17 09:00' },
    { says: 'after hours: it has missed its day', now: '2026-09-17 16:00' },
    { says: 'the day after it missed its own', now: '2026-09-18 09:00' },
    { says: 'in the next week', now: '2026-09-22 09:00' },
    {
      says: 'for a Thursday, whose week has one working day more',
      person: waits({ sentAt: at('2026-09-17 09:00') }),
      now: '2026-09-17 09:01',
    },
    {
      says: 'for a Friday',
      person: waits({ sentAt: at('2026-09-18 09:00') }),
      now: '2026-09-18 09:01',
    },
    {
      says: 'for a Tuesday, when a holiday leaves one working day after it',
      person: waits({}, { workingTime: only(2, 5) }),
      now: '2026-09-18 09:00',
    },
    {
      says: 'in a weekly rhythm',
      person: aLeader({ rhythm: 1, settled: week }, { prompt: aPrompt({ sentAt }) }),
      now: '2026-09-17 09:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'when it came already',
      person: waits({ reminder: 'sent' }),
      now: '2026-09-17 09:00',
    },
    {
      says: 'when it was tried as often as it may be',
      person: waits({ reminder: 'sending', lease: at('2026-09-17 10:17'), attempts: 4 }),
      now: '2026-09-17 10:17',
    },
    { says: 'when Slack refused it', person: waits({ reminder: 'failed' }), now: '2026-09-17 09:00' },
    ...(['answered', 'skipped', 'failed'] as const).map((state) => ({
      says: `to a prompt that is ${state}`,
      person: waits({ state }),
      now: '2026-09-17 09:00',
    })),
    {
      says: 'when it was answered after the day it came',
      person: done(answer(waits(), anAnswer(), at('2026-09-16 12:00'))),
      now: '2026-09-17 09:00',
    },
    { says: 'when it was skipped', person: done(skip(waits(), week)), now: '2026-09-17 09:00' },
    {
      says: 'when its person pauses, though the pause be over by then',
      person: done(pauseUntil(waits(), '2026-09-16', at('2026-09-15 12:00'))),
      now: '2026-09-17 09:00',
    },
    {
      says: 'when the agreement was stopped',
      person: done(stop(waits(), 'A1', at('2026-09-16 12:00'))),
      now: '2026-09-17 09:00',
      wakeAt: '2026-10-17 00:00',
    },
    {
      says: 'of the agreement before',
      person: aLeader({ id: 'A2', settled: week }, { past: [anAgreement()], prompt: aPrompt({ sentAt }) }),
      now: '2026-09-17 09:00',
    },
  ];
  it.each(nothing)('does not come $says', ({ person = waits(), now, wakeAt = '2026-09-29 09:00' }) => {
    const found = look(person, at(now));
    expect(found.send).toBeUndefined();
    expect(found.person).toEqual({ ...person, wakeAt: at(wakeAt) });
  });

  it('does not come on the day its prompt was moved to, but the prompt does', () => {
    const person = done(postpone(waits(), week, at('2026-09-16 12:00')));
    const found = look(person, at('2026-09-17 09:00'));
    expect(found.send).toMatchObject({ what: 'prompt', prompt: { week, movedTo: '2026-09-17' } });
    // Sent on a Thursday, it has no second working day left.
    expect(found.person.wakeAt).toBe(at('2026-09-29 09:00'));
  });

  it('comes once, also when its person moves the prompt after it', () => {
    const everyDay = { workingTime: only(1, 2, 3, 4, 5, 6, 7) };
    const reminded = waits({ reminder: 'sent' }, everyDay);
    const person = done(postpone(reminded, week, at('2026-09-17 12:00')));
    const again = look(person, at('2026-09-18 09:00'));
    expect(again.send).toMatchObject({ what: 'prompt', prompt: { reminder: 'sent' } });
    const known = delivered(again.person, again.send!, { channel: 'D1', ts: '2.2' }, at('2026-09-18 09:00'));
    const found = look(known, at('2026-09-20 09:00'));
    expect(found.send).toBeUndefined();
    expect(found.person.wakeAt).toBe(at('2026-09-29 09:00'));
  });

  it('comes two working days after the day its prompt was moved to', () => {
    const person = done(postpone(waits(), week, at('2026-09-15 12:00')));
    const again = look(person, at('2026-09-16 09:00'));
    const known = delivered(again.person, again.send!, { channel: 'D1', ts: '2.2' }, at('2026-09-16 09:00'));
    expect(look(known, at('2026-09-17 09:00')).send).toBeUndefined();
    expect(look(known, at('2026-09-18 09:00')).send?.what).toBe('reminder');
  });

  describe('being sent', () => {
    const now = at('2026-09-17 09:00');
    const later = addSeconds(now, 3);
    const message = { channel: 'D1', ts: '7.7' };
    const sending = look(waits(), now);
    const sent = sending.send!;

    it('holds others off until its lease runs out', () => {
      for (const seconds of [0, 30, 59])
        expect(look(sending.person, addSeconds(now, seconds))).toEqual({
          person: sending.person,
          tell: [],
          busyUntil: addSeconds(now, leaseSeconds[0]!),
        });
      expect(look(sending.person, addSeconds(now, 60)).send?.what).toBe('reminder');
    });

    it('whose worker died after hours is let be', () => {
      const found = look(sending.person, at('2026-09-17 16:00'));
      expect(found.send).toBeUndefined();
      expect(found.person.wakeAt).toBe(at('2026-09-29 09:00'));
    });

    it('and delivered, is known by its message; the prompt was sent when it was', () => {
      expect(delivered(sending.person, sent, message, later)).toEqual({
        ...sending.person,
        prompt: { ...promptOf(sent), ...message, reminder: 'sent', lease: undefined, attempts: undefined },
      });
    });

    it('and refused for good, is not tried again', () => {
      const person = undeliverable(sending.person, sent, later);
      expect(person.prompt).toEqual({
        ...promptOf(sent),
        reminder: 'failed',
        lease: undefined,
        attempts: undefined,
      });
      expect(look(person, addSeconds(now, 120)).send).toBeUndefined();
    });

    it('while its person answers, leaves the prompt answered', () => {
      const answered = done(answer(sending.person, anAnswer(), addSeconds(now, 1)));
      expect(look(answered, addSeconds(now, 2)).send).toBeUndefined();
      const person = delivered(answered, sent, message, later);
      expect(person.prompt).toMatchObject({ state: 'answered', reminder: 'sent', ...message });
      expect(person.agreement).toEqual(answered.agreement);
    });

    it('while its person moves the prompt, is the one reminder there is', () => {
      const moved = done(postpone(sending.person, week, addSeconds(now, 1)));
      const person = delivered(moved, sent, message, later);
      expect(person.prompt).toMatchObject({ state: 'moved', movedTo: '2026-09-18', reminder: 'sent' });
      expect(person.wakeAt).toBe(at('2026-09-18 09:00'));
    });

    it('when a later prompt has taken over, changes nothing', () => {
      const person = aLeader({}, { prompt: claimed({ week: '2026-09-28' }) });
      expect(delivered(person, sent, message, later)).toBe(person);
      expect(undeliverable(person, sent, later)).toBe(person);
    });
  });
});

describe('who does not answer', () => {
  const dates = (came: Came[]) => came.map(({ at: moment }) => moment.slice(0, 10));

  it.each<{ rhythm: Rhythm; prompts: string[]; reminders: string[] }>([
    { rhythm: 1, prompts: ['2026-09-08', '2026-09-15', '2026-10-13'], reminders: [] },
    {
      rhythm: 2,
      prompts: ['2026-09-15', '2026-09-29', '2026-10-27'],
      reminders: ['2026-09-17', '2026-10-01', '2026-10-29'],
    },
    {
      rhythm: 4,
      prompts: ['2026-09-29', '2026-10-27', '2026-12-01'],
      reminders: ['2026-10-01', '2026-10-29', '2026-12-03'],
    },
  ])('in a rhythm of $rhythm weeks is asked a month after the second, and then left alone', (expected) => {
    const came = lifeOf(aLeader({ rhythm: expected.rhythm }), 'is silent');
    expect(dates(came.prompts)).toEqual(expected.prompts);
    expect(came.reminders.map((moment) => moment.slice(0, 10))).toEqual(expected.reminders);
  });

  it('is asked for the closing one, though less than a month after the second', () => {
    const person = aLeader({ settled: '2026-10-12' });
    expect(dates(lifeOf(person, 'is silent').prompts)).toEqual(['2026-10-27', '2026-11-10', '2026-12-01']);
  });

  const sentOn = (which: Week, unanswered: number, state: Prompt['state'] = 'sent') =>
    aLeader({ settled: which, unanswered }, { prompt: aPrompt({ week: which, state }) });
  it.each<{ says: string; person: Person; now: string; wakeAt: string }>([
    {
      says: 'one waits for the next in its rhythm',
      person: sentOn('2026-09-28', 0),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-13 09:00',
    },
    {
      says: 'two wait for a month after the second',
      person: sentOn('2026-09-28', 1),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-27 09:00',
    },
    {
      says: 'three rest, also from the closing one, until the agreement’s end',
      person: sentOn('2026-10-26', 2),
      now: '2026-11-02 10:00',
      wakeAt: forgotten,
    },
    {
      says: 'two and a skipped one go on in their rhythm',
      person: done(skip(sentOn('2026-09-28', 2), '2026-09-28')),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-13 09:00',
    },
    {
      says: 'two and an answered one go on in their rhythm',
      person: done(answer(sentOn('2026-09-28', 2), anAnswer(), at('2026-10-05 09:00'))),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-13 09:00',
    },
    {
      says: 'an answer to nothing in particular ends the rest too',
      person: done(answer(sentOn('2026-09-28', 3, 'skipped'), anAnswer(), at('2026-10-05 09:00'))),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-27 09:00',
    },
    {
      says: 'three that were resumed go on in their rhythm',
      person: resume(sentOn('2026-09-28', 2), at('2026-10-05 09:00')),
      now: '2026-10-05 10:00',
      wakeAt: '2026-10-13 09:00',
    },
    {
      says: 'a third that its person moved comes on that day',
      person: done(postpone(sentOn('2026-10-26', 2), '2026-10-26', at('2026-10-27 10:00'))),
      now: '2026-10-27 10:00',
      wakeAt: '2026-10-28 09:00',
    },
  ])('$says', ({ person, now, wakeAt }) => {
    expect(look(person, at(now)).person.wakeAt).toBe(at(wakeAt));
  });

  it.each([
    { says: 'the one before', unanswered: 0, state: 'sent' as const, counted: 1 },
    { says: 'the two before', unanswered: 1, state: 'sent' as const, counted: 2 },
    { says: 'none that was answered', unanswered: 0, state: 'answered' as const, counted: 0 },
    { says: 'none that Slack refused', unanswered: 1, state: 'failed' as const, counted: 1 },
    { says: 'one that a dead worker left once only', unanswered: 1, state: 'sending' as const, counted: 1 },
  ])('is counted when the next is claimed: $says', ({ unanswered, state, counted }) => {
    const found = look(sentOn('2026-09-28', unanswered, state), at('2026-10-27 09:00'));
    expect(found.send?.prompt?.week).toBe('2026-10-26');
    expect(found.person.agreement?.unanswered).toBe(counted);
  });
});

/** A counterexample is made as small as can be in this time: a whole life shrinks slowly. */
const patience = 6_000;

/** The same lives every time, so that nobody's change fails by another's luck; LIFE_SEED=<any number> looks at others. */
const seed = Number(process.env['LIFE_SEED'] ?? 20_261_123);

describe('whatever happens in a quarter', () => {
  /**
   * Whether no later week has a slot before the agreement is gone: then what dead workers, or wakes that came later than a
   * working day of a minute lasts, had left owed can't come any more.
   */
  const isOutOfSlots = ({ now, person }: Life) => {
    const { agreement, pauses, profile } = person;
    if (agreement === undefined) return false;
    let week = addWeeks(weekOf(localDate(now, profile.zone)), 1);
    const last = weekOf(keptUntil(agreement, pauses));
    while (week < last && slotIn(week, calendarOf(person)) === undefined) week = addWeeks(week, 1);
    return week >= last;
  };

  it('nothing comes twice, outside the hours or on a day off, and nothing that is owed is forgotten', () => {
    fc.assert(
      fc.property(anyLife, anyTurns, (began, turns) => {
        const life = structuredClone(began);
        live(life, turns);
        const isEnded = life.person.agreement?.ending !== undefined;
        const isThere = life.person.agreement !== undefined;
        const outOfSlots = isOutOfSlots(life);
        if (isThere && isResting(life.person)) take(life, { kind: 'act', after: 0, act: { act: 'resume' } });
        const weeks = liveOn(life, 'skips');
        const { agreement, past, wakeAt } = life.person;
        expect({ agreement, past, wakeAt }).toEqual({ agreement: undefined, past: [], wakeAt: undefined });
        // Gone for thirty days: nothing is owed to somebody who isn't there.
        if (!isThere || isEnded || outOfSlots || life.person.leaving) return;
        const latest = [...life.settled.values()].sort().at(-1) ?? '';
        expect(weeks.filter((owed) => owed > latest)).toEqual([]);
        expect(life.closingCame || weeks.length === 0, 'the closing came').toBe(true);
      }),
      { seed, numRuns: 200, interruptAfterTimeLimit: patience },
    );
  });

  it('who is silent from then on is asked three times at most, the closing one among them', () => {
    fc.assert(
      fc.property(anyLife, anyTurns, (began, turns) => {
        const life = structuredClone(began);
        live(life, turns);
        const isEnded = life.person.agreement?.ending !== undefined;
        const isThere = life.person.agreement !== undefined;
        const outOfSlots = isOutOfSlots(life);
        const before = life.silence.size;
        const weeks = liveOn(life, 'is silent');
        expect(life.silence.size).toBeLessThanOrEqual(3);
        if (isEnded) expect(life.silence.size).toBe(before);
        if (!isThere || isEnded || outOfSlots || life.person.leaving) return;
        expect(life.silence.size === 3 || life.closingCame || weeks.length === 0).toBe(true);
      }),
      { seed, numRuns: 120, interruptAfterTimeLimit: patience },
    );
  });

  it('and in one where all goes well, every follow-up comes once: in its own week, or the next that has a slot', () => {
    fc.assert(
      fc.property(anyLife, (began) => {
        const life = structuredClone(began);
        const calendar = calendarOf(life.person);
        const weeks = liveOn(life, 'skips');
        const expected = new Map<Week, Week>();
        for (const owed of weeks) {
          let home = owed;
          while (slotIn(home, calendar) === undefined) home = addWeeks(home, 1);
          expected.set(home, owed);
        }
        expect(life.settled).toEqual(expected);
        expect(life.came).toEqual(new Map([...expected.keys()].map((home) => [home, 1])));
        expect(life.reminders.size).toBe(0);
      }),
      { seed, numRuns: 80, interruptAfterTimeLimit: patience },
    );
  });
});
