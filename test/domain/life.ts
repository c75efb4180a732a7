import fc from 'fast-check';
import { expect } from 'vitest';
import { weeksOfFollowUp } from '../../shared/domain/agenda.ts';
import { makeAgreement } from '../../shared/domain/agreement.ts';
import { answer, postpone, skip } from '../../shared/domain/follow-up.ts';
import { delivered, look, undeliverable } from '../../shared/domain/look.ts';
import { calendarOf, type Person } from '../../shared/domain/person.ts';
import type { Prompt } from '../../shared/domain/prompt.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { addSeconds, earliest, type Instant, localDate, type Week } from '../../shared/domain/time.ts';
import {
  anyDate,
  anyRhythm,
  anyWorkingTime,
  anyZone,
  dateAfter,
  isFree,
  isInHours,
  mondayOf,
  offset,
  shiftDate,
  wallClock,
} from './almanac.ts';
import { aDraft, anAnswer, aPerson, aProfile, at, done } from './people.ts';

/**
 * A leader's three months as they may go: wakes that come late, early, twice and for nothing, workers that die before or
 * after Slack took the prompt, people who press every button whenever they like, and travel. It checks at every turn
 * what must hold at every turn, and remembers what came, for the reckoning at the end.
 */
type Press = 'answer' | 'skip' | 'tomorrow';

/** What becomes of a prompt that a look claims. `pressed`: its person was quicker than the worker's record. */
type Sending =
  | { kind: 'posted' | 'died-before' | 'died-after' | 'refused' }
  | { kind: 'pressed'; press: Press };

export type Turn =
  | { kind: 'wake'; late: number; sending: Sending }
  | { kind: 'stray wake'; after: number; sending: Sending }
  | { kind: 'press'; after: number; press: Press }
  | { kind: 'travel'; after: number; zone: string };

export type Life = {
  now: Instant;
  person: Person;
  /** When the queue brings a wake back, by itself. */
  retry?: Instant | undefined;
  /** How often a week's prompt may have come: once, and once more for every “tomorrow” and every crash. */
  allowed: Map<Week, number>;
  came: Map<Week, number>;
  /** What is done with: by the prompt of that week, or by an answer. Nothing of it, or before it, may come again. */
  settled: Map<string, Week>;
  views: number;
};

const press = fc.constantFrom<Press>('answer', 'skip', 'tomorrow');
const posted: Sending = { kind: 'posted' };
const sending: fc.Arbitrary<Sending> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(posted) },
  fc.record({ kind: fc.constantFrom('died-before' as const, 'died-after' as const) }),
  fc.record({ kind: fc.constant('pressed' as const), press }),
  fc.constant<Sending>({ kind: 'refused' }),
);
const [minute, hour, day] = [60, 3600, 86_400];
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 10 * minute }),
  fc.integer({ min: 0, max: 10 * hour }),
  fc.integer({ min: 0, max: 5 * day }),
);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wake' as const),
      late: fc.oneof(fc.constant(0), seconds),
      sending,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stray wake' as const), after: seconds, sending }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('press' as const), after: seconds, press }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('travel' as const), after: seconds, zone: anyZone }),
  },
);
export const anyTurns = fc.array(turn, { maxLength: 40, size: 'max' });

/** Somebody who has just made an agreement. */
export const anyLife: fc.Arbitrary<Life> = fc
  .record({
    date: anyDate,
    zone: anyZone,
    user: fc.integer({ min: 1, max: 999 }),
    rhythm: anyRhythm,
    workingTime: anyWorkingTime,
    pausedDays: fc.option(fc.integer({ min: 1, max: 35 }), { nil: undefined, freq: 3 }),
  })
  .map(({ date, zone, user, rhythm, workingTime, pausedDays }) => {
    const now = at(`${date} 10:00`, zone);
    const person = aPerson({
      user: `U${user}`,
      profile: aProfile({ zone }),
      draft: aDraft({ form: 'V1', savedAt: now }),
      pause: pausedDays === undefined ? undefined : { until: dateAfter(date, pausedDays) },
    });
    const made = done(makeAgreement(person, { form: 'V1', view: 'A1', rhythm, workingTime }, now));
    const life = { now, allowed: new Map(), came: new Map(), settled: new Map(), views: 0 };
    return { ...life, person: { ...made, wakeAt: addSeconds(now, 6) } };
  });

/** Lives through the turns until the agreement's period is over. */
export function live(life: Life, turns: Turn[]): void {
  const { ends } = life.person.agreement!.period;
  for (const next of turns) {
    if (localDate(life.now, life.person.profile.zone) > ends) return;
    take(life, next);
  }
}

/** Then everything goes as it should, as long as anything waits. Returns the follow-ups that there were. */
export function liveOn(life: Life): Week[] {
  let weeks = weeksOfFollowUp(life.person);
  for (let looks = 0; nextWake(life) !== undefined; looks += 1) {
    expect(looks, 'looks until nothing waits any more').toBeLessThan(60);
    take(life, { kind: 'wake', late: 0, sending: posted });
    if (life.person.agreement !== undefined) weeks = weeksOfFollowUp(life.person);
  }
  return weeks;
}

function nextWake({ retry, person }: Life): Instant | undefined {
  return earliest([retry, person.wakeAt]);
}

function take(life: Life, next: Turn): void {
  switch (next.kind) {
    case 'wake': {
      const due = nextWake(life);
      if (due === undefined) break;
      life.now = addSeconds(due > life.now ? due : life.now, next.late);
      wake(life, next.sending);
      break;
    }
    case 'stray wake':
      life.now = addSeconds(life.now, next.after);
      wake(life, next.sending);
      break;
    case 'press':
      life.now = addSeconds(life.now, next.after);
      pressButton(life, next.press);
      break;
    case 'travel':
      life.now = addSeconds(life.now, next.after);
      change(life, { ...life.person, profile: { ...life.person.profile, zone: next.zone } });
      break;
  }
}

/** As the Slack function writes: a wake follows in a few seconds. */
function change(life: Life, person: Person): void {
  life.person = { ...person, wakeAt: addSeconds(life.now, 6) };
}

function wake(life: Life, outcome: Sending): void {
  const found = look(life.person, life.now);
  if (found.busyUntil !== undefined) {
    expect(found.person).toBe(life.person);
    life.retry = addSeconds(found.busyUntil, 1);
    return;
  }
  const { wakeAt } = found.person;
  if (wakeAt !== undefined) expect(wakeAt > life.now, `${wakeAt} is after ${life.now}`).toBe(true);
  if (found.send === undefined) expect(look(found.person, life.now).person).toBe(found.person);
  life.person = found.person;
  life.retry = undefined;
  if (found.send !== undefined) send(life, found.send, outcome);
}

function send(life: Life, prompt: Prompt, outcome: Sending): void {
  const { week } = prompt;
  judge(life, prompt);
  if (outcome.kind === 'died-before') {
    life.retry = addSeconds(life.now, 180);
    return;
  }
  if (outcome.kind === 'refused') {
    life.person = undeliverable(life.person, prompt, life.now);
    life.settled.set(week, prompt.parts[0]!.week);
    return;
  }
  count(life.came, week);
  expect(life.came.get(week), `prompts in the week of ${week}`).toBeLessThanOrEqual(
    1 + (life.allowed.get(week) ?? 0),
  );
  if (outcome.kind === 'died-after') {
    count(life.allowed, week);
    life.retry = addSeconds(life.now, 180);
    return;
  }
  life.settled.set(week, prompt.parts[0]!.week);
  life.now = addSeconds(life.now, 2);
  if (outcome.kind === 'pressed') pressButton(life, outcome.press);
  life.person = delivered(life.person, prompt, { channel: 'D1', ts: '1.1' }, life.now);
}

/** What holds for every prompt: its moment is one of its person's, and what it asks was not dealt with before. */
function judge({ person, now, settled }: Life, { week, parts }: Prompt): void {
  const calendar = calendarOf(person);
  const millis = Date.parse(now);
  const { time } = wallClock(millis, calendar.zone);
  const date = shiftDate(millis, calendar);
  expect(parts).toHaveLength(1);
  for (const earlier of settled.values())
    expect(parts[0]!.week > earlier, `${earlier} comes again`).toBe(true);
  expect(parts[0]!.week <= week).toBe(true);
  // A day with a change of clocks has hours of its own; slots.test.ts is about those.
  if (offset(millis - day * 1000, calendar.zone) !== offset(millis + day * 1000, calendar.zone)) return;
  expect(isInHours(time, calendar.hours), `${time} is in the hours`).toBe(true);
  expect(isFree(date, calendar), `${date} is a day off`).toBe(false);
  expect(mondayOf(date), `${date} is in the prompt's week`).toBe(week);
}

function pressButton(life: Life, button: Press): void {
  if (button === 'answer') giveAnswer(life);
  // Only what came has buttons.
  else if (life.came.has(life.person.prompt?.week ?? '')) pressInMessage(life, button);
}

function pressInMessage(life: Life, button: 'skip' | 'tomorrow'): void {
  const { person, now } = life;
  const { week, parts } = person.prompt!;
  const pressed = button === 'skip' ? skip(person, week) : postpone(person, week, now);
  if (isRefusal(pressed)) return;
  if (button === 'skip') life.settled.set(week, parts[0]!.week);
  else life.settled.delete(week);
  if (button === 'tomorrow') count(life.allowed, week);
  change(life, pressed);
}

function giveAnswer(life: Life): void {
  life.views += 1;
  const answered = answer(life.person, anAnswer({ view: `V${life.views}` }), life.now);
  if (isRefusal(answered)) return;
  const { week } = answered.agreement!.checkIns.at(-1)!;
  if (weeksOfFollowUp(answered).includes(week)) life.settled.set(`answer ${life.views}`, week);
  change(life, answered);
}

function count(counts: Map<Week, number>, week: Week): void {
  counts.set(week, (counts.get(week) ?? 0) + 1);
}
