import fc from 'fast-check';
import { type Act, allows, type Thing } from '../../shared/domain/access.ts';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import {
  type Ask,
  askState,
  type Happening,
  happenings,
  type Reply,
  replies,
} from '../../shared/domain/ask.ts';
import { answerAsk, makeAsk, sayHappened, withdrawAsk } from '../../shared/domain/asking.ts';
import { stop } from '../../shared/domain/ending.ts';
import { answer, postpone, skip } from '../../shared/domain/follow-up.ts';
import { hear } from '../../shared/domain/hear.ts';
import { isNothingNew } from '../../shared/domain/idle.ts';
import { type Item, keyOf } from '../../shared/domain/item.ts';
import { personWithout, settledAt } from '../../shared/domain/leaving.ts';
import type { Link } from '../../shared/domain/link.ts';
import { linkFor, tellings, toBeTold } from '../../shared/domain/links.ts';
import {
  delivered,
  type Look,
  leaseFor,
  look,
  type Sending,
  undeliverable,
} from '../../shared/domain/look.ts';
import { makeAgreement } from '../../shared/domain/make.ts';
import { isExternal, type Partner } from '../../shared/domain/partner.ts';
import { pauseUntil, resume } from '../../shared/domain/pause.ts';
import { changePeople, partnerSays, talked } from '../../shared/domain/people.ts';
import { type Leaving, newcomer, type Person } from '../../shared/domain/person.ts';
import { isFresh } from '../../shared/domain/profile.ts';
import { itemsIn } from '../../shared/domain/prompt.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { type SparringReply, type SparringRequest, sparringReplies } from '../../shared/domain/request.ts';
import type { Rhythm } from '../../shared/domain/rhythm.ts';
import type { Pause, WorkingTime } from '../../shared/domain/slots.ts';
import { answerSparring, askForSparring } from '../../shared/domain/sparring.ts';
import { addSeconds, earliest, type Instant, localDate } from '../../shared/domain/time.ts';
import { anyDate, anyRhythm, dateAfter } from './almanac.ts';
import { aDraft, anAnswer, aPerson, aProfile, at, tenant, toPeople } from './people.ts';

/**
 * A company's two months as they may go: people in several zones who name, ask, answer and leave one another whenever they
 * like, on a queue whose wakes come late, twice or never, with workers that die, stall, or are overtaken by an act at every
 * step. It only plays and records; company.test.ts says what must hold of what came.
 */
type Choice = number;

/** What somebody does by themself, and what the one does whose thing it is. */
type OwnDeed =
  | { deed: 'make an agreement'; who: Choice; rhythm: Rhythm; manager: Choice; partners: Choice[] }
  | { deed: 'name'; who: Choice; manager: Choice; partners: Choice[]; external: boolean }
  | { deed: 'ask'; who: Choice; to: Choice; point: '1' | '2' }
  | { deed: 'ask for sparring'; who: Choice; to: Choice }
  | { deed: 'check in'; who: Choice; share: Choice[] }
  | { deed: 'pause'; who: Choice; days: number }
  | { deed: 'press'; who: Choice; press: 'skip' | 'tomorrow' }
  /** `known`: Slack said so; else we find out when we next write. */
  | { deed: 'leave the company'; who: Choice; known: boolean }
  | { deed: 'resume' | 'return' | 'stop'; who: Choice };
type DeedOnThing =
  | { deed: 'withdraw' | 'talk'; which: Choice }
  | { deed: 'reply'; which: Choice; reply: Reply; days?: number | undefined }
  | { deed: 'say what happened'; which: Choice; by: 'asker' | 'recipient'; happening: Happening }
  | { deed: 'say as partner'; which: Choice; state: 'accepted' | 'declined' | 'left' }
  | { deed: 'answer sparring'; which: Choice; reply: SparringReply };
type Deed = OwnDeed | DeedOnThing;

export type Turn = { after: number; deed: Deed };

/** What may happen to a wake: a lost one is left to the reconcile. */
type WakeMishap = { kind: 'late'; seconds: number } | { kind: 'lost' | 'twice' };
/** And to the worker that tells others. It is killed before its wake is given to the next: it can't stall for longer. */
type TellingMishap = { kind: 'stalls'; seconds: number } | { kind: 'dies' | 'is overtaken' };
/** And that sends. `pressed`: its person was quicker than the worker's record. */
type SendingMishap = { kind: 'dies before' | 'dies after' | 'is overtaken' | 'pressed' };
/** Those still to come, each after as many times without one. */
type Mishaps<M> = { after: number; then: M }[];

/** A message that came, as its person was then. */
export type Came = {
  at: Instant;
  user: string;
  sending: Sending;
  person: Person;
  items: Item[];
  pause?: Pause | undefined;
  /** Items that no standing with their owner explains, although everything the owner did had been told. */
  unfounded: string[];
};

type Waiting = { at: Instant; user: string; stalled?: { stored: Person; found: Look } };

export type Company = {
  now: Instant;
  people: Map<string, Person>;
  queue: Waiting[];
  schedules: Map<string, Instant>;
  reconciledAt: Instant;
  turns: Turn[];
  mishaps: { wake: Mishaps<WakeMishap>; telling: Mishaps<TellingMishap>; sending: Mishaps<SendingMishap> };
  views: number;
  /** Whom Slack refuses, whether we know it or not. */
  left: Set<string>;
  pauses: Map<string, Pause>;
  came: Came[];
  /** Messages and items that may come once more, as often: nobody knows that they came, or they were asked for again. */
  again: Map<string, number>;
  /** What Slack refused for good, by user: it counts as told. */
  refused: Set<string>;
  /** What was found wrong whenever nothing was on its way: with the links, and what nobody was going to tell. */
  strayLinks: string[];
  untold: string[];
};

const [minute, hour, day] = [60, 3600, 86_400];

const workingTimes: WorkingTime[] = [
  { slot: { weekday: 2, time: '09:00' }, workdays: [1, 2, 3, 4, 5], hours: { from: '08:00', to: '16:00' } },
  { slot: { weekday: 4, time: '14:30' }, workdays: [1, 2, 3, 4, 5], hours: { from: '08:00', to: '16:00' } },
  { slot: { weekday: 3, time: '10:00' }, workdays: [3, 5], hours: { from: '09:00', to: '12:00' } },
  { slot: { weekday: 1, time: '23:30' }, workdays: [1, 2, 3, 4], hours: { from: '22:00', to: '06:00' } },
  { slot: { weekday: 7, time: '23:00' }, workdays: [5, 6, 7], hours: { from: '22:00', to: '06:00' } },
  { slot: { weekday: 3, time: '02:00' }, workdays: [1, 3, 5], hours: { from: '22:00', to: '06:00' } },
  {
    slot: { weekday: 7, time: '20:00' },
    workdays: [1, 2, 3, 4, 5, 6, 7],
    hours: { from: '00:00', to: '00:00' },
  },
];

const choice = fc.nat({ max: 11 });
const choices = fc.array(choice, { maxLength: 3 });
const after = fc.oneof(fc.integer({ min: 0, max: 2 * minute }), fc.integer({ min: 0, max: 6 * hour }), {
  weight: 2,
  arbitrary: fc.integer({ min: 0, max: 4 * day }),
});

const one = <T>(value: T) => fc.constant(value);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('make an agreement' as const),
      who: choice,
      rhythm: anyRhythm,
      manager: choice,
      partners: choices,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      deed: one('name' as const),
      who: choice,
      manager: choice,
      partners: choices,
      external: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: one('ask' as const),
      who: choice,
      to: choice,
      point: fc.constantFrom('1' as const, '2' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ deed: fc.constantFrom('withdraw' as const, 'talk' as const), which: choice }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: one('reply' as const),
      which: choice,
      reply: fc.constantFrom(...replies),
      days: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('say what happened' as const),
      which: choice,
      by: fc.constantFrom('asker' as const, 'recipient' as const),
      happening: fc.constantFrom(...happenings),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: one('say as partner' as const),
      which: choice,
      state: fc.constantFrom('accepted' as const, 'accepted' as const, 'declined' as const, 'left' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: one('ask for sparring' as const), who: choice, to: choice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('answer sparring' as const),
      which: choice,
      reply: fc.constantFrom(...sparringReplies),
    }),
  },
  { weight: 4, arbitrary: fc.record({ deed: one('check in' as const), who: choice, share: choices }) },
  {
    weight: 1,
    arbitrary: fc.record({ deed: one('pause' as const), who: choice, days: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('press' as const),
      who: choice,
      press: fc.constantFrom('skip' as const, 'tomorrow' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ deed: one('leave the company' as const), who: choice, known: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: fc.constantFrom('resume' as const, 'return' as const, 'stop' as const),
      who: choice,
    }),
  },
);
const turn: fc.Arbitrary<Turn> = fc.record({ after, deed });

const seconds = fc.oneof(
  fc.integer({ min: 1, max: 5 * minute }),
  fc.integer({ min: 1, max: 3 * hour }),
  fc.integer({ min: 1, max: 2 * day }),
);
const wakeMishap: fc.Arbitrary<WakeMishap> = fc.oneof(
  fc.record({ kind: one('late' as const), seconds }),
  fc.record({ kind: fc.constantFrom('lost' as const, 'twice' as const) }),
);
const tellingMishap: fc.Arbitrary<TellingMishap> = fc.oneof(
  fc.record({ kind: one('stalls' as const), seconds: fc.integer({ min: 1, max: 2 * minute }) }),
  fc.record({ kind: fc.constantFrom('dies' as const, 'is overtaken' as const) }),
);
const sendingMishap: fc.Arbitrary<SendingMishap> = fc.record({
  kind: fc.constantFrom(
    'dies before' as const,
    'dies after' as const,
    'is overtaken' as const,
    'pressed' as const,
  ),
});
const mishapsOf = <M>(then: fc.Arbitrary<M>, most: number): fc.Arbitrary<Mishaps<M>> =>
  fc.array(fc.record({ after: fc.nat({ max: most }), then }), { maxLength: 12, size: 'max' });

const colleague = fc.record({
  zone: fc.constantFrom('Europe/Copenhagen', 'Atlantic/Azores', 'America/New_York'),
  workingTime: fc.option(fc.constantFrom(...workingTimes), { nil: undefined, freq: 4 }),
});

export type Story = {
  date: string;
  colleagues: { zone: string; workingTime?: WorkingTime | undefined }[];
  turns: Turn[];
  mishaps: Company['mishaps'];
};

export const anyStory: fc.Arbitrary<Story> = fc.record({
  date: anyDate,
  colleagues: fc.array(colleague, { minLength: 3, maxLength: 6 }),
  turns: fc.array(turn, { minLength: 1, maxLength: 45, size: 'max' }),
  mishaps: fc.record({
    wake: mishapsOf(wakeMishap, 10),
    telling: mishapsOf(tellingMishap, 4),
    sending: mishapsOf(sendingMishap, 4),
  }),
});

export function found({ date, colleagues, turns, mishaps }: Story): Company {
  const now = at(`${date} 10:00`);
  const people = colleagues.map(({ zone, workingTime }, index): Person => {
    const profile = aProfile({ zone, checkedAt: now });
    return aPerson({ user: `U${index + 1}`, profile, ...(workingTime ? { workingTime } : {}) });
  });
  const company: Company = {
    now,
    people: new Map(people.map((person) => [person.user, person])),
    queue: [],
    schedules: new Map(),
    reconciledAt: now,
    turns: [...turns],
    mishaps: structuredClone(mishaps),
    views: 0,
    left: new Set(),
    pauses: new Map(),
    came: [],
    again: new Map(),
    refused: new Set(),
    strayLinks: [],
    untold: [],
  };
  // Half of them lead from the first day.
  people.forEach((_, who) => {
    if (who % 2 === 0)
      act(company, { deed: 'make an agreement', who, rhythm: 2, manager: who + 1, partners: [who + 2] });
  });
  return company;
}

/** The random weeks: two months at most, so that the agreements still run when it has become calm. */
export function play(company: Company): void {
  const until = addSeconds(company.now, 8 * 7 * day);
  for (let next = company.turns.shift(); next !== undefined; next = company.turns.shift()) {
    const then = addSeconds(company.now, next.after);
    if (then > until) break;
    runUntil(company, then);
    compareLinks(company);
    act(company, next.deed);
  }
  company.turns = [];
}

/** Everybody is there again, and for some weeks everything goes as it should. */
export function calm(company: Company, weeks: number): void {
  company.mishaps = { wake: [], telling: [], sending: [] };
  for (const person of [...company.people.values()].sort((a, b) => (a.user < b.user ? -1 : 1))) {
    comeBack(company, person.user);
    change(company, person.user, person.user, (current) => {
      company.pauses.delete(current.user);
      return resume(current, company.now);
    });
  }
  runUntil(company, addSeconds(company.now, weeks * 7 * day));
  // What was on its way then still arrives.
  for (let looks = 0; company.queue.length > 0 && looks < 200; looks += 1)
    runUntil(company, company.queue.map((waiting) => waiting.at).sort()[0]!);
  compareLinks(company);
}

/* The queue, the schedules and the hourly reconcile. */

function soon(company: Company, user: string, delay: number): void {
  company.queue.push({ at: addSeconds(company.now, delay), user });
}

function runUntil(company: Company, until: Instant): void {
  for (;;) {
    const queued = earliest(company.queue.map((waiting) => waiting.at));
    const scheduled = earliest([...company.schedules.values()]);
    const reconcile = nextReconcile(company);
    const next = earliest([queued, scheduled, reconcile]);
    if (next === undefined || next > until) break;
    if (next > company.now) company.now = next;
    if (next === queued) takeFromQueue(company, next);
    else if (next === scheduled) takeSchedule(company, next);
    else wakeForgotten(company);
  }
  if (until > company.now) company.now = until;
}

function takeFromQueue(company: Company, next: Instant): void {
  const index = company.queue.findIndex((waiting) => waiting.at === next);
  const [{ user, stalled } = { user: '' }] = company.queue.splice(index, 1);
  if (stalled === undefined) {
    wake(company, user);
    return;
  }
  tellOthers(company, stalled.found);
  if (!finish(company, stalled.stored, stalled.found)) lookUntilDone(company, user);
}

function takeSchedule(company: Company, next: Instant): void {
  const [user = ''] = [...company.schedules].find(([, instant]) => instant === next) ?? [];
  company.schedules.delete(user);
  wake(company, user);
}

const patience = 15 * minute;

/** The first full hour at which somebody's instant is longer past than a wake may take. */
function nextReconcile({ people, reconciledAt }: Company): Instant | undefined {
  const oldest = earliest([...people.values()].map(({ wakeAt }) => wakeAt));
  if (oldest === undefined) return undefined;
  const missed = addSeconds(oldest, patience + 1);
  const full = Math.ceil(Date.parse(missed) / (hour * 1000)) * hour * 1000;
  const first = new Date(full).toISOString().replace('.000Z', 'Z');
  const next = addSeconds(reconciledAt, hour);
  return first > next ? first : next;
}

function wakeForgotten(company: Company): void {
  company.reconciledAt = company.now;
  const before = addSeconds(company.now, -patience);
  for (const { user, wakeAt } of company.people.values())
    if (wakeAt !== undefined && wakeAt < before) soon(company, user, 0);
}

/* The worker (functions/worker/wake.ts, tell.ts). */

const visibility = 180;

function nextMishap<M>(mishaps: Mishaps<M>): M | undefined {
  const [next] = mishaps;
  if (next === undefined) return undefined;
  if (next.after === 0) return mishaps.shift()?.then;
  next.after -= 1;
  return undefined;
}

function wake(company: Company, user: string): void {
  const mishap = nextMishap(company.mishaps.wake);
  if (mishap?.kind === 'lost') return;
  if (mishap?.kind === 'late') {
    company.queue.push({ at: addSeconds(company.now, mishap.seconds), user });
    return;
  }
  lookUntilDone(company, user);
  if (mishap?.kind === 'twice') lookUntilDone(company, user);
}

function lookUntilDone(company: Company, user: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) if (lookOnce(company, user)) return;
  throw new Error(`Others keep writing ${user}`);
}

/** False when somebody wrote the person between the reading and the writing. */
function lookOnce(company: Company, user: string): boolean {
  const { now } = company;
  const stored = person(company, user);
  if (stored.leaving) return leave(company, stored, stored.leaving);
  const found = lookAtKnown(company, stored);
  if (found.busyUntil !== undefined) {
    soon(company, user, (Date.parse(found.busyUntil) - Date.parse(now)) / 1000 + 1);
    return true;
  }
  const mishap = found.tell.length > 0 ? nextMishap(company.mishaps.telling) : undefined;
  if (mishap?.kind === 'stalls' && found.send === undefined) {
    company.queue.push({ at: addSeconds(now, mishap.seconds), user, stalled: { stored, found } });
    return true;
  }
  tellOthers(company, found);
  if (mishap?.kind === 'dies') {
    soon(company, user, visibility);
    return true;
  }
  if (mishap?.kind === 'is overtaken') overtake(company);
  return finish(company, stored, found);
}

function lookAtKnown({ now, left }: Company, stored: Person): Look {
  const found = look(stored, now);
  if (found.send === undefined || found.send.what === 'reminder' || isFresh(stored.profile, now))
    return found;
  const profile = { ...stored.profile, checkedAt: now };
  return look({ ...stored, profile, gone: left.has(stored.user) || undefined }, now);
}

function finish(company: Company, stored: Person, { person: after, send }: Look): boolean {
  if (after.wakeAt !== undefined) {
    const { wakeAt } = after;
    company.schedules.set(stored.user, wakeAt > company.now ? wakeAt : company.now);
  }
  if (after === stored) return person(company, stored.user).version === stored.version;
  const claimed = save(company, send === undefined ? after : { ...after, wakeAt: leaseFor(send) });
  if (claimed === undefined) return false;
  if (send !== undefined) deliver(company, claimed, send);
  return true;
}

/** Who has been gone for so long is forgotten, as functions/worker/leave.ts does it. */
function leave(company: Company, leaver: Person, leaving: Leaving): boolean {
  const { now, people, schedules } = company;
  const { user, profile } = leaver;
  for (const other of people.values()) {
    const after = personWithout(other, user, now);
    if (other.user === user || after === other) continue;
    soon(company, other.user, 10);
    save(company, { ...toBeTold(after), wakeAt: addSeconds(now, 10) });
  }
  const seconds = (Date.parse(settledAt(leaving)) - Date.parse(now)) / 1000;
  if (seconds > 0) soon(company, user, seconds + 1);
  else if (isNothingNew(leaver)) {
    schedules.delete(user);
    people.set(user, newcomer({ tenant, user }, profile));
  } else {
    soon(company, user, 10);
    save(company, { ...leaver, leaving: undefined, wakeAt: addSeconds(now, 10) });
  }
  return true;
}

function overtake(company: Company): void {
  const next = company.turns.shift();
  if (next !== undefined) act(company, next.deed);
}

function tellOthers(company: Company, { tell }: Look): void {
  for (const telling of toPeople(tell)) {
    const before = person(company, telling.to.user);
    const heard = hear(before, telling, company.now);
    if (heard === before) continue;
    soon(company, before.user, 10);
    save(company, { ...toBeTold(heard), wakeAt: addSeconds(company.now, 10) });
  }
}

function deliver(company: Company, claimed: Person, sending: Sending): void {
  const { user } = claimed;
  const mishap = nextMishap(company.mishaps.sending);
  if (mishap?.kind === 'dies before') {
    soon(company, user, visibility);
    return;
  }
  if (company.left.has(user)) {
    for (const item of itemsOf(sending)) company.refused.add(itemOf(user, item));
    record(company, claimed, (current) => undeliverable(current, sending, company.now));
    return;
  }
  came(company, claimed, sending);
  if (mishap?.kind === 'dies after') {
    for (const name of [messageOf(user, sending), ...itemsOf(sending).map((item) => itemOf(user, item))])
      mayComeAgain(company, name);
    soon(company, user, visibility);
    return;
  }
  if (mishap?.kind === 'is overtaken') overtake(company);
  if (mishap?.kind === 'pressed' && sending.prompt) {
    const { week } = sending.prompt;
    change(company, user, user, (current) => skip(current, week));
  }
  record(company, claimed, (current) =>
    delivered(current, sending, { channel: 'D1', ts: '1.1' }, company.now),
  );
}

function record(company: Company, claimed: Person, settle: (current: Person) => Person): void {
  if (save(company, settle(claimed)) === undefined) save(company, settle(person(company, claimed.user)));
}

function save({ people }: Company, after: Person): Person | undefined {
  if (people.get(after.user)?.version !== after.version) return undefined;
  const saved = { ...after, version: after.version + 1 };
  people.set(after.user, saved);
  return saved;
}

function person({ people }: Company, user: string): Person {
  return people.get(user)!;
}

/* What came, for the reckoning. */

export const itemsOf = (sending: Sending): Item[] =>
  sending.what === 'news' ? sending.news.items : sending.what === 'prompt' ? itemsIn(sending.prompt) : [];

export const itemOf = (user: string, item: Item): string => `${user} hears of ${keyOf(item)}`;

/** A message that may come once: a week's prompt, its reminder, a day's news. */
export function messageOf(user: string, sending: Sending): string {
  const when = sending.what === 'news' ? `on ${sending.news.on}` : `in the week of ${sending.prompt.week}`;
  return `${user}'s ${sending.what} ${when}`;
}

function mayComeAgain({ again }: Company, name: string): void {
  again.set(name, (again.get(name) ?? 0) + 1);
}

function came(company: Company, claimed: Person, sending: Sending): void {
  const { now, pauses } = company;
  const { user } = claimed;
  const items = itemsOf(sending);
  const unfounded = items.filter((item) => item.owner !== user && !isFounded(company, user, item));
  const pause = pauses.get(user);
  company.came.push({
    at: now,
    user,
    sending,
    person: claimed,
    items,
    pause,
    unfounded: unfounded.map((item) => `at ${now} ${itemOf(user, item)}`),
  });
}

/** What somebody who hears of that must be allowed to do with it. */
function standingFor({ kind, id }: Item): [Act, Thing] | undefined {
  const [thing = ''] = id.split('/');
  switch (kind) {
    case 'ask':
    case 'ask-waits':
    case 'ask-date':
      return ['see-ask', { kind: 'ask', id: thing }];
    case 'invitation':
      return ['answer-invitation', { kind: 'partnership' }];
    case 'talk':
      return ['say-talked', { kind: 'partnership' }];
    case 'sparring':
      return ['answer-sparring', { kind: 'sparring', id: thing }];
    case 'win':
      return ['see-win', { kind: 'win', id: thing }];
    default:
      return undefined;
  }
}

function isFounded(company: Company, user: string, item: Item): boolean {
  const owner = person(company, item.owner);
  if (isOnItsWay(company, owner)) return true;
  const standing = standingFor(item);
  return standing !== undefined && allows({ tenant, user }, owner, ...standing);
}

/** Something they did, or heard, is yet to be looked at. */
function isOnItsWay({ now, queue }: Company, { user, wakeAt }: Person): boolean {
  return (wakeAt !== undefined && wakeAt <= now) || queue.some((waiting) => waiting.user === user);
}

/** Whenever nothing is on its way, nobody has anything left to tell, and links are as their owners have it. */
function compareLinks(company: Company): void {
  const everybody = [...company.people.values()];
  if (everybody.some((somebody) => isOnItsWay(company, somebody))) return;
  for (const owner of everybody) {
    for (const { to, kind } of toPeople(tellings(owner).tell))
      company.untold.push(`at ${company.now} ${owner.user} is yet to tell ${to.user}: ${kind}`);
    for (const reader of everybody) if (reader !== owner) compareLink(company, owner, reader);
  }
}

/** A link says what its owner would say now, and holds nothing that is not its reader's. */
function compareLink({ now, strayLinks }: Company, owner: Person, reader: Person): void {
  const link = reader.links?.find((candidate) => candidate.owner === owner.user);
  const should = holds(linkFor(owner, reader.user));
  const does = link === undefined ? nothing : holds(link);
  const where = `at ${now} what ${reader.user} knows of ${owner.user}`;
  if (does !== should) strayLinks.push(`${where} is ${does}, not ${should}`);
  for (const [act, thing] of link === undefined ? [] : thingsIn(link)) {
    if (!allows({ tenant, user: reader.user }, owner, act, thing))
      strayLinks.push(`${where} has ${JSON.stringify(thing)}, which they may not ${act}`);
  }
}

const holds = ({ asks, partner, sparring, wins }: Omit<Link, 'owner' | 'version' | 'heardOn' | 'reported'>) =>
  JSON.stringify({ asks, partner, sparring, wins });
const nothing = holds({ asks: [], sparring: [], wins: [] });

function thingsIn({ asks, partner, sparring, wins }: Link): [Act, Thing][] {
  return [
    ...asks.map(({ id }): [Act, Thing] => ['see-ask', { kind: 'ask', id }]),
    ...(partner ? [['answer-invitation', { kind: 'partnership' }] as [Act, Thing]] : []),
    ...sparring.map((id): [Act, Thing] => ['answer-sparring', { kind: 'sparring', id }]),
    ...wins.map((id): [Act, Thing] => ['see-win', { kind: 'win', id }]),
  ];
}

/* What people do (functions/slack/visit.ts). */

/** In one's own aggregate, or another's; whoever's it is, is woken. */
function changeOf(
  company: Company,
  actor: string,
  owner: string,
  [act, thing]: [Act, Thing?],
  decide: (owner: Person) => Person | Refusal,
): void {
  if (company.left.has(actor)) return;
  const guarded = (current: Person) =>
    allows({ tenant, user: actor }, current, act, thing) ? decide(current) : current;
  change(company, actor, owner, guarded);
}

function change(
  company: Company,
  actor: string,
  owner: string,
  decide: (current: Person) => Person | Refusal,
): void {
  const stored = person(company, owner);
  // Who acts is there, whatever we had heard.
  const before = actor === owner && stored.gone ? { ...stored, gone: undefined } : stored;
  const decision = decide(before);
  if (isRefusal(decision) || decision === before) return;
  soon(company, owner, 10);
  save(company, { ...toBeTold(decision), wakeAt: addSeconds(company.now, 10) });
}

function comeBack(company: Company, user: string): void {
  if (!company.left.delete(user)) return;
  change(company, '', user, (current) => (current.gone ? { ...current, gone: undefined } : current));
}

function pick<T>(all: T[], which: Choice): T | undefined {
  return all[which % all.length];
}

const nextView = (company: Company) => {
  company.views += 1;
  return `V${company.views}`;
};

type Owned<T> = { owner: Person; thing: T };
const agreements = ({ people }: Company): Owned<LeaderAgreement>[] =>
  [...people.values()].flatMap((owner) => (owner.agreement ? [{ owner, thing: owner.agreement }] : []));
const asksOf = (company: Company, state: 'waiting' | 'answered'): Owned<Ask>[] =>
  agreements(company).flatMap(({ owner, thing: { asks = [] } }) =>
    asks.filter((ask) => askState(ask) === state).map((thing) => ({ owner, thing })),
  );
const partnersOf = (company: Company, ...states: string[]): Owned<Partner>[] =>
  agreements(company).flatMap(({ owner, thing: { partners = [] } }) =>
    partners.filter(({ state }) => states.includes(state)).map((thing) => ({ owner, thing })),
  );
const requestsOf = ({ people }: Company): Owned<SparringRequest>[] =>
  [...people.values()].flatMap((owner) => (owner.sparring ?? []).map((thing) => ({ owner, thing })));

function act(company: Company, deed: Deed): void {
  if ('which' in deed) actOnThing(company, deed);
  else actAlone(company, deed);
}

function actAlone(company: Company, deed: OwnDeed): void {
  const everybody = [...company.people.keys()];
  const who = everybody[deed.who % everybody.length]!;
  const own = (as: Act, decide: (current: Person) => Person | Refusal) =>
    changeOf(company, who, who, [as], decide);
  const { now } = company;
  switch (deed.deed) {
    case 'make an agreement':
      own('make-agreement', (current) => begin(company, current, deed));
      break;
    case 'name':
      own('name-people', (current) => nameAs(company, current, deed));
      break;
    case 'ask': {
      const to = pick(there(company, who), deed.to);
      if (to === undefined) return;
      own('make-ask', (current) => {
        const input = {
          point: deed.point,
          view: nextView(company),
          kind: 'listen',
          text: 'Listen',
          to,
        } as const;
        return makeAsk(current, { agreement: current.agreement?.id ?? '', ...input }, now);
      });
      break;
    }
    case 'ask for sparring': {
      const to = pick(there(company, who), deed.to);
      if (to === undefined) return;
      own('ask-for-sparring', (current) => askForSparring(current, to, nextView(company), now));
      break;
    }
    case 'check in':
      own('answer-follow-up', (current) => checkIn(company, current, deed.share));
      break;
    case 'pause':
      own('pause', (current) => {
        const from = localDate(now, current.profile.zone);
        const until = dateAfter(from, deed.days);
        company.pauses.set(who, { from, until });
        return pauseUntil(current, until, now);
      });
      break;
    case 'resume':
      own('pause', (current) => {
        company.pauses.delete(who);
        return resume(current, now);
      });
      break;
    case 'stop':
      own('change-agreement', (current) => stop(current, current.agreement?.id ?? '', now));
      break;
    case 'press':
      own('move-prompt', (current) => press(company, current, deed.press));
      break;
    case 'leave the company':
      company.left.add(who);
      if (deed.known)
        change(company, '', who, (current) => (current.gone ? current : { ...current, gone: true }));
      return;
    case 'return':
      comeBack(company, who);
      break;
  }
}

/** Those Slack would let `who` name. */
function there({ people, left }: Company, who: string): string[] {
  return [...people.keys()].filter((user) => user !== who && !left.has(user));
}

function begin(
  company: Company,
  current: Person,
  deed: OwnDeed & { deed: 'make an agreement' },
): Person | Refusal {
  const { now } = company;
  const form = nextView(company);
  const workingTime = current.workingTime ?? workingTimes[0]!;
  const drafted = { ...current, draft: aDraft({ form, savedAt: now }) };
  const made = makeAgreement(
    drafted,
    { form, view: nextView(company), rhythm: deed.rhythm, workingTime },
    now,
  );
  if (isRefusal(made)) return made;
  return nameAs(company, made, { ...deed, external: false });
}

function nameAs(
  company: Company,
  current: Person,
  { manager: lead, partners: some, external }: { manager: Choice; partners: Choice[]; external: boolean },
): Person | Refusal {
  const others = there(company, current.user);
  // One more than there are: nobody.
  const manager = [...others, undefined][lead % (others.length + 1)];
  const rest = others.filter((user) => user !== manager);
  const partners = rest.length === 0 ? [] : [...new Set(some.map((which) => pick(rest, which)!))];
  return changePeople(
    current,
    {
      agreement: current.agreement?.id ?? '',
      manager,
      partners,
      external: external ? ['Kim'] : undefined,
      seePoints: partners,
      view: nextView(company),
    },
    company.now,
  );
}

/** A win may be shared with those who are with its author: the form refuses all others. */
function checkIn(company: Company, current: Person, share: Choice[]): Person | Refusal {
  const { agreement } = current;
  if (agreement === undefined) return current;
  const { manager, partners = [] } = agreement;
  const confidants = [
    ...(manager && !manager.gone ? [manager.id] : []),
    ...partners.filter((one) => one.state === 'accepted' && !isExternal(one)).map(({ id }) => id),
  ];
  const seenBy = [...new Set(share.flatMap((which) => pick(confidants, which) ?? []))];
  const win = seenBy.length > 0 ? { win: 'Lunch', winSeenBy: seenBy } : {};
  const input = anAnswer({ agreement: agreement.id, view: nextView(company), ...win });
  return answer(current, input, company.now);
}

/** Only what came has buttons. */
function press(company: Company, current: Person, button: 'skip' | 'tomorrow'): Person | Refusal {
  const { week } = current.prompt ?? {};
  const isThere = company.came.some(
    ({ user, sending }) => user === current.user && sending.prompt?.week === week,
  );
  if (week === undefined || !isThere) return current;
  if (button === 'skip') return skip(current, week);
  const moved = postpone(current, week, company.now);
  if (!isRefusal(moved)) mayComeAgain(company, `${current.user}'s prompt in the week of ${week}`);
  return moved;
}

function actOnThing(company: Company, deed: DeedOnThing): void {
  const { now } = company;
  const today = (user: string) => localDate(now, person(company, user).profile.zone);
  const onOne = <T>(all: Owned<T>[], then: (owner: string, thing: T) => void) => {
    const one = pick(all, deed.which);
    if (one !== undefined) then(one.owner.user, one.thing);
  };
  const anyAsk = [...asksOf(company, 'waiting'), ...asksOf(company, 'answered')];
  switch (deed.deed) {
    case 'withdraw':
      onOne(anyAsk, (owner, { id }) =>
        changeOf(company, owner, owner, ['withdraw-ask', { kind: 'ask', id }], (current) =>
          withdrawAsk(current, id),
        ),
      );
      break;
    case 'reply':
      onOne(anyAsk, (owner, { id, to }) => {
        const date = deed.days === undefined ? undefined : dateAfter(today(to), deed.days);
        const answer = { reply: deed.reply, date, form: nextView(company) };
        changeOf(company, to, owner, ['answer-ask', { kind: 'ask', id }], (current) =>
          answerAsk(current, id, answer, today(to)),
        );
      });
      break;
    case 'say what happened':
      onOne(asksOf(company, 'answered'), (owner, { id, to }) => {
        const actor = deed.by === 'asker' ? owner : to;
        changeOf(company, actor, owner, ['say-happened', { kind: 'ask', id }], (current) =>
          sayHappened(current, id, deed.by, deed.happening),
        );
      });
      break;
    case 'say as partner': {
      const inside = partnersOf(company, 'invited', 'accepted').filter(({ thing }) => !isExternal(thing));
      onOne(inside, (owner, { id }) => {
        const as = deed.state === 'left' ? 'leave-partnership' : 'answer-invitation';
        changeOf(company, id, owner, [as, { kind: 'partnership' }], (current) =>
          partnerSays(current, id, deed.state, today(id)),
        );
      });
      break;
    }
    case 'talk':
      onOne(partnersOf(company, 'accepted'), (owner, partner) => {
        const actor = isExternal(partner) ? owner : partner.id;
        changeOf(company, actor, owner, ['say-talked', { kind: 'partnership' }], (current) =>
          talked(current, partner.id, today(actor)),
        );
      });
      break;
    case 'answer sparring':
      onOne(requestsOf(company), (owner, { id, to }) =>
        changeOf(company, to, owner, ['answer-sparring', { kind: 'sparring', id }], (current) =>
          answerSparring(current, id, { reply: deed.reply }),
        ),
      );
      break;
  }
}
