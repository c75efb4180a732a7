import fc from 'fast-check';
import { expect } from 'vitest';
import { kindOf, weeksOfFollowUp } from '../../shared/domain/agenda.ts';
import { changeRhythm, editPoint, replacePoint } from '../../shared/domain/edit.ts';
import { close, extend, stop } from '../../shared/domain/ending.ts';
import { answer, kindAnswered, postpone, skip } from '../../shared/domain/follow-up.ts';
import { delivered, leaseSeconds, look, type Sending, undeliverable } from '../../shared/domain/look.ts';
import { makeAgreement } from '../../shared/domain/make.ts';
import { pauseUntil, resume } from '../../shared/domain/pause.ts';
import { calendarOf, type Person } from '../../shared/domain/person.ts';
import { isUnanswered, isUndelivered, mostAttempts } from '../../shared/domain/prompt.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { keptUntil } from '../../shared/domain/retention.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import type { Pause, WorkingTime } from '../../shared/domain/slots.ts';
import {
  addSeconds,
  earliest,
  type Instant,
  instantAt,
  localDate,
  type PlainDate,
  type Week,
} from '../../shared/domain/time.ts';
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
import { aDraft, anAnswer, aPerson, aPoint, aProfile, at, done, followUpOf } from './people.ts';

/**
 * A leader's three months as they may go: wakes that come late, early, twice and for nothing, workers that die before or
 * after Slack took the message, people who press every button and fill in every form whenever they like, or nothing at
 * all, and travel. It checks at every turn what must hold at every turn, and remembers what came, for the reckoning at
 * the end.
 */
type Press = 'answer' | 'skip' | 'tomorrow';

/** What becomes of a message that a look claims. `pressed`: its person was quicker than the worker's record. */
type Outcome =
  | { kind: 'posted' | 'died-before' | 'died-after' | 'refused' }
  | { kind: 'pressed'; press: Press };

/** A leader without others around them has no news. */
type Message = Exclude<Sending, { what: 'news' }>;

type Act =
  | { act: 'pause'; days: number }
  | { act: 'resume' | 'close' | 'stop' | 'extend' }
  | { act: 'edit' | 'replace'; index: 0 | 1 }
  | { act: 'rhythm'; rhythm: Rhythm; workingTime: WorkingTime };

export type Turn =
  | { kind: 'wake'; late: number; outcome: Outcome }
  | { kind: 'stray wake'; after: number; outcome: Outcome }
  | { kind: 'outage'; wakes: number; outcome: Outcome }
  | { kind: 'press'; after: number; press: Press }
  | { kind: 'act'; after: number; act: Act }
  | { kind: 'travel'; after: number; zone: string };

export type Life = {
  now: Instant;
  person: Person;
  /** When the queue brings a wake back, by itself. */
  retry?: Instant | undefined;
  /** How often a week's prompt may have come: once, and once more for every “tomorrow” and every crash. */
  allowed: Map<Week, number>;
  came: Map<Week, number>;
  /** The same of reminders: once, and once more for every crash. */
  remindersAllowed: Map<Week, number>;
  reminders: Map<Week, number>;
  /** How often a message was claimed that nobody knows to have come. */
  tries: Map<string, number>;
  /** What is done with: by the prompt of that week, or by an answer. Nothing of it, or before it, may come again. */
  settled: Map<string, Week>;
  /** The weeks whose prompts came since the person last gave a sign of life, and of the one that waited through it. */
  silence: Set<Week>;
  /** The latest prompt's day, and what its reminder's day depends on. */
  sent?: { date: PlainDate; calendar: string } | undefined;
  pause?: Pause | undefined;
  ends: PlainDate;
  replaced: number;
  closingCame: boolean;
  views: number;
};

const press = fc.constantFrom<Press>('answer', 'skip', 'tomorrow');
const posted: Outcome = { kind: 'posted' };
const died = fc.record({ kind: fc.constantFrom('died-before' as const, 'died-after' as const) });
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(posted) },
  died,
  fc.record({ kind: fc.constant('pressed' as const), press }),
  fc.constant<Outcome>({ kind: 'refused' }),
);
const [minute, hour, day] = [60, 3600, 86_400];
const after = fc.oneof(
  fc.integer({ min: 0, max: 10 * minute }),
  fc.integer({ min: 0, max: 10 * hour }),
  fc.integer({ min: 0, max: 5 * day }),
);
const index = fc.constantFrom(0 as const, 1 as const);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('pause' as const), days: fc.integer({ min: 0, max: 70 }) }),
  },
  { weight: 3, arbitrary: fc.constant<Act>({ act: 'resume' }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('edit' as const, 'replace' as const), index }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('rhythm' as const),
      rhythm: anyRhythm,
      workingTime: anyWorkingTime,
    }),
  },
  { weight: 4, arbitrary: fc.constant<Act>({ act: 'extend' }) },
  fc.constantFrom<Act>({ act: 'close' }, { act: 'stop' }),
);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wake' as const),
      late: fc.oneof(fc.constant(0), after),
      outcome,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stray wake' as const), after, outcome }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('outage' as const),
      wakes: fc.integer({ min: 2, max: 10 }),
      outcome: died,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('press' as const), after, press }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('act' as const), after, act }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('travel' as const), after, zone: anyZone }) },
);
export const anyTurns = fc.array(turn, { maxLength: 50, size: 'max' });

/** Somebody who has just made an agreement, perhaps in a pause. */
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
    const pause = pausedDays === undefined ? undefined : { from: date, until: dateAfter(date, pausedDays) };
    const person = aPerson({
      user: `U${user}`,
      profile: aProfile({ zone }),
      draft: aDraft({ form: 'V1', savedAt: now }),
      pauses: pause === undefined ? [] : [pause],
    });
    const made = done(makeAgreement(person, { form: 'V1', view: 'A1', rhythm, workingTime }, now));
    return {
      now,
      person: { ...made, wakeAt: addSeconds(now, 6) },
      allowed: new Map(),
      came: new Map(),
      remindersAllowed: new Map(),
      reminders: new Map(),
      tries: new Map(),
      settled: new Map(),
      silence: new Set(),
      pause,
      ends: made.agreement!.period.ends,
      replaced: 0,
      closingCame: false,
      views: 0,
    };
  });

/** Lives through the turns, as long as there is an agreement. */
export function live(life: Life, turns: Turn[]): void {
  for (const next of turns) {
    if (life.person.agreement === undefined) return;
    take(life, next);
  }
}

/**
 * Then everything goes as it should, as long as anything waits; its person skips every prompt, or is silent. Returns the
 * follow-ups that there were.
 */
export function liveOn(life: Life, then: 'skips' | 'is silent'): Week[] {
  let weeks = weeksOfFollowUp(life.person);
  for (let looks = 0; nextWake(life) !== undefined; looks += 1) {
    expect(looks, 'looks until nothing waits any more').toBeLessThan(150);
    take(life, { kind: 'wake', late: 0, outcome: posted });
    if (then === 'skips') take(life, { kind: 'press', after: 0, press: 'skip' });
    if (life.person.agreement !== undefined) weeks = weeksOfFollowUp(life.person);
  }
  return weeks;
}

/** A schedule fires once: what it found busy, the queue alone brings back. */
function nextWake({ now, retry, person: { wakeAt } }: Life): Instant | undefined {
  const isSpent = retry !== undefined && wakeAt !== undefined && wakeAt <= now;
  return isSpent ? retry : earliest([retry, wakeAt]);
}

export function take(life: Life, next: Turn): void {
  if ('after' in next) life.now = addSeconds(life.now, next.after);
  switch (next.kind) {
    case 'wake':
      wakeInTime(life, next.late, next.outcome);
      break;
    case 'outage':
      for (let wakes = 0; wakes < next.wakes; wakes += 1) wakeInTime(life, 0, next.outcome);
      break;
    case 'stray wake':
      wake(life, next.outcome);
      break;
    case 'press':
      pressButton(life, next.press);
      break;
    case 'act':
      doIt(life, next.act);
      break;
    case 'travel':
      change(life, { ...life.person, profile: { ...life.person.profile, zone: next.zone } });
      break;
  }
  judgeAgreement(life);
}

/** As the Slack function writes: a wake follows in a few seconds. */
function change(life: Life, person: Person): void {
  life.person = { ...person, wakeAt: addSeconds(life.now, 6) };
}

/** What holds at every turn: two points, no more and no fewer; and a period that only `extend` and `stop` change. */
function judgeAgreement({ person: { agreement }, replaced, ends }: Life): void {
  if (agreement === undefined) return;
  expect(new Set(agreement.points.map(({ id }) => id)).size).toBe(2);
  expect(agreement.points).toHaveLength(2);
  expect(agreement.retired).toHaveLength(replaced);
  expect(agreement.period.ends).toBe(ends);
}

function wakeInTime(life: Life, late: number, outcome: Outcome): void {
  const due = nextWake(life);
  if (due === undefined) return;
  life.now = addSeconds(due > life.now ? due : life.now, late);
  wake(life, outcome);
}

function wake(life: Life, outcome: Outcome): void {
  if (life.person.leaving) {
    // Nobody is named in this life: the worker deletes them at once (functions/worker/leave.ts).
    life.person = { ...life.person, wakeAt: undefined };
    return;
  }
  const found = look(life.person, life.now);
  expect(found.tell).toEqual([]);
  if (found.busyUntil !== undefined) {
    expect(found.person).toBe(life.person);
    life.retry = addSeconds(found.busyUntil, 1);
    return;
  }
  judgeWake(life, found.person);
  if (found.send === undefined) expect(look(found.person, life.now).person).toBe(found.person);
  const before = life.person;
  life.person = found.person;
  life.retry = undefined;
  if (found.send !== undefined) send(life, before, found.send, outcome);
}

/** A look leaves something to wait for, ahead: for whoever has an agreement, its end at the latest. */
function judgeWake({ now }: Life, { wakeAt, agreement, pauses, profile }: Person): void {
  if (wakeAt !== undefined) expect(wakeAt > now, `${wakeAt} is after ${now}`).toBe(true);
  if (agreement === undefined) return;
  const latest = instantAt(keptUntil(agreement, pauses), '00:00', profile.zone);
  expect(wakeAt !== undefined && wakeAt <= latest, `${wakeAt} is not after ${latest}`).toBe(true);
}

function send(life: Life, before: Person, sending: Sending, outcome: Outcome): void {
  if (sending.what === 'news') throw new Error('There is nobody else to hear of');
  const { week } = sending.prompt;
  const asked = followUpOf(sending.prompt).week;
  const isPrompt = sending.what === 'prompt';
  judgeMoment(life, sending);
  judgeTry(life, sending);
  if (isPrompt) judgePrompt(life, before, sending);
  else judgeReminder(life, sending);
  const [came, allowed] = isPrompt ? [life.came, life.allowed] : [life.reminders, life.remindersAllowed];
  if (outcome.kind === 'died-before') {
    life.retry = addSeconds(life.now, 180);
    return;
  }
  if (outcome.kind === 'refused') {
    life.tries.delete(messageOf(sending));
    life.person = undeliverable(life.person, sending, life.now);
    if (isPrompt) settled(life, week, asked);
    return;
  }
  count(came, week);
  const most = 1 + (allowed.get(week) ?? 0);
  expect(came.get(week), `${sending.what}s in the week of ${week}`).toBeLessThanOrEqual(most);
  if (outcome.kind === 'died-after') {
    count(allowed, week);
    life.retry = addSeconds(life.now, 180);
    return;
  }
  life.now = addSeconds(life.now, 2);
  life.tries.delete(messageOf(sending));
  if (isPrompt) {
    settled(life, week, asked);
    life.silence.add(week);
    life.sent = { date: wallClock(Date.parse(life.now), zoneOf(life)).date, calendar: calendarText(life) };
  }
  if (outcome.kind === 'pressed') pressButton(life, outcome.press);
  life.person = delivered(life.person, sending, { channel: 'D1', ts: '1.1' }, life.now);
}

function settled(life: Life, by: string, week: Week): void {
  life.settled.set(by, week);
  if (kindOf(life.person, { week }) === 'closing') life.closingCame = true;
}

/** What holds for every message: its moment is one of its person's. */
function judgeMoment({ person, now, pause }: Life, { prompt: { week } }: Message): void {
  const calendar = calendarOf(person);
  const millis = Date.parse(now);
  const { time } = wallClock(millis, calendar.zone);
  const date = shiftDate(millis, calendar);
  // A day with a change of clocks has hours of its own; slots.test.ts is about those.
  if (offset(millis - day * 1000, calendar.zone) !== offset(millis + day * 1000, calendar.zone)) return;
  expect(isInHours(time, calendar.hours), `${time} is in the hours`).toBe(true);
  expect(isFree(date, calendar), `${date} is a day off`).toBe(false);
  const isPaused = pause !== undefined && pause.from <= date && date < pause.until;
  expect(isPaused, `${date} is in a pause`).toBe(false);
  expect(mondayOf(date), `${date} is in the prompt's week`).toBe(week);
}

/** A message that may have come each time is tried a few times, ever further apart, and then no more. */
function judgeTry({ tries, now }: Life, sending: Message): void {
  const message = messageOf(sending);
  const attempts = (tries.get(message) ?? 0) + 1;
  tries.set(message, attempts);
  expect(attempts, `tries of the ${message}`).toBeLessThanOrEqual(mostAttempts);
  expect(sending.prompt).toMatchObject({ attempts, lease: addSeconds(now, leaseSeconds[attempts - 1]!) });
}

const messageOf = ({ what, prompt: { week } }: Message) => `${what} of ${week}`;

/** What a prompt asks was not dealt with before; and it is asked seldom where nobody answers, and then no more. */
function judgePrompt({ settled, silence, closingCame }: Life, before: Person, { prompt }: Message): void {
  const { week, parts } = prompt;
  expect(parts).toHaveLength(1);
  const asked = followUpOf(prompt).week;
  const isClosing = kindOf(before, { week: asked }) === 'closing';
  // Other weeks or another slot may make the closing one of a week that was asked as an ordinary one.
  for (const earlier of isClosing && !closingCame ? [] : settled.values())
    expect(asked > earlier, `${earlier} comes again`).toBe(true);
  expect(asked <= week).toBe(true);

  const others = [...silence].filter((other) => other !== week).sort();
  expect(others.length, 'prompts without a sign of life').toBeLessThan(3);
  const isOwedStill = before.prompt !== undefined && isUndelivered(before.prompt);
  if (others.length < 2 || isOwedStill || isClosing) return;
  expect(week >= dateAfter(others.at(-1)!, 28), `${week} is a month after ${others.at(-1)}`).toBe(true);
}

/** A reminder comes two working days after its prompt, to who has neither answered nor skipped it. */
function judgeReminder(life: Life, { prompt }: Message): void {
  const { person, sent, now } = life;
  const calendar = calendarOf(person);
  expect(person.agreement?.ending).toBeUndefined();
  expect(person.agreement?.rhythm).not.toBe(1);
  expect(prompt.state).toBe('sent');
  expect(life.silence.has(prompt.week), 'nobody has dealt with it').toBe(true);
  // Who flew or works at other times now has another count of days.
  if (sent === undefined || sent.calendar !== calendarText(life)) return;
  const millis = Date.parse(now);
  if (offset(millis - 7 * day * 1000, calendar.zone) !== offset(millis + day * 1000, calendar.zone)) return;
  const workdays: PlainDate[] = [];
  for (let date = dateAfter(sent.date, 1); date <= shiftDate(millis, calendar); date = dateAfter(date, 1)) {
    if (!isFree(date, calendar)) workdays.push(date);
  }
  expect(workdays, `working days after ${sent.date}`).toHaveLength(2);
}

const zoneOf = (life: Life) => life.person.profile.zone;
const calendarText = ({ person: { workingTime, profile } }: Life) =>
  JSON.stringify([workingTime, profile.zone]);

function pressButton(life: Life, button: Press): void {
  if (button === 'answer') giveAnswer(life);
  // Only what came has buttons.
  else if (life.came.has(life.person.prompt?.week ?? '')) pressInMessage(life, button);
}

function pressInMessage(life: Life, button: 'skip' | 'tomorrow'): void {
  const { person, now } = life;
  const { week } = person.prompt!;
  const pressed = button === 'skip' ? skip(person, week) : postpone(person, week, now);
  if (isRefusal(pressed) || pressed === person) return;
  if (button === 'skip') {
    settled(life, week, followUpOf(person.prompt!).week);
    gaveSign(life, pressed);
  } else {
    life.tries.delete(`prompt of ${week}`);
    life.tries.delete(`reminder of ${week}`);
    life.settled.delete(week);
    life.silence.delete(week);
    count(life.allowed, week);
  }
  change(life, pressed);
}

function giveAnswer(life: Life): void {
  const { person } = life;
  const answered = answer(person, anAnswer({ view: nextView(life) }), life.now);
  if (isRefusal(answered)) return;
  const { week } = answered.agreement!.checkIns.at(-1)!;
  const closing = weeksOfFollowUp(answered).at(-1);
  if (week !== closing && weeksOfFollowUp(answered).includes(week))
    settled(life, `answer ${life.views}`, week);
  judgeClosing(person, answered);
  gaveSign(life, answered);
  change(life, answered);
}

/** Only the look back, or its own “skip”, deals with the closing. */
function judgeClosing({ agreement, prompt }: Person, answered: Person): void {
  const closing = weeksOfFollowUp(answered).at(-1)!;
  const [before, after] = [agreement!.settled, answered.agreement!.settled];
  expect(after === before || after < closing, `${closing} is settled by an answer`).toBe(true);
  const asked = prompt && followUpOf(prompt).week;
  if (asked !== undefined && asked >= closing) expect(answered.prompt).toBe(prompt);
}

/** Any sign of life; what waits after it goes on waiting. */
function gaveSign(life: Life, { prompt }: Person): void {
  const waits = prompt !== undefined && isUnanswered(prompt) && life.silence.has(prompt.week);
  life.silence = new Set(waits ? [prompt.week] : []);
}

function doIt(life: Life, act: Act): void {
  const { person, now } = life;
  const decided = decide(life, act);
  if (isRefusal(decided) || decided === person) return;
  const today = localDate(now, zoneOf(life));
  const { prompt } = person;
  const letsGo = act.act !== 'edit' && act.act !== 'replace' && act.act !== 'rhythm';
  gaveSign(life, decided);
  if (letsGo && prompt && isUnanswered(prompt)) settled(life, prompt.week, followUpOf(prompt).week);
  if (act.act === 'pause') life.pause = { from: today, until: dateAfter(today, act.days) };
  if (act.act === 'resume') life.pause = undefined;
  if (act.act === 'replace') life.replaced += 1;
  if (act.act === 'stop') life.ends = today < life.ends ? today : life.ends;
  if (act.act === 'extend') extended(life, decided);
  change(life, decided);
}

/** The period grows by whole weeks; and is to end with a closing follow-up of its own. */
function extended(life: Life, { agreement }: Person): void {
  const { extendedWeeks } = agreement!;
  expect(extendedWeeks).toBeGreaterThan(0);
  life.ends = dateAfter(life.ends, 7 * extendedWeeks!);
  life.closingCame = false;
}

function decide(life: Life, act: Act): Person | Refusal {
  const { person, now } = life;
  const agreement = person.agreement!;
  switch (act.act) {
    case 'pause':
      return pauseUntil(person, dateAfter(localDate(now, zoneOf(life)), act.days), now);
    case 'resume':
      return resume(person, now);
    case 'close':
      return close(person, { agreement: 'A1', view: nextView(life), outcomes: [] }, now);
    case 'stop':
      return stop(person, 'A1', now);
    case 'extend':
      // It is offered where the closing is.
      return kindAnswered(person, agreement, now) === 'closing' ? extend(person, 'A1', now) : person;
    case 'rhythm':
      return changeRhythm(person, { agreement: 'A1', ...act }, now);
    default: {
      const point = agreement.points[act.index].id;
      const input = { agreement: 'A1', point, text: aPoint('Say no') };
      if (act.act === 'edit') return editPoint(person, input, now);
      return replacePoint(person, { ...input, view: nextView(life), why: 'Done' }, now);
    }
  }
}

function nextView(life: Life): string {
  life.views += 1;
  return `V${life.views}`;
}

function count(counts: Map<Week, number>, week: Week): void {
  counts.set(week, (counts.get(week) ?? 0) + 1);
}
