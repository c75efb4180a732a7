import fc from 'fast-check';
import type { Outcome } from '../../shared/domain/agreement.ts';
import { type CommitmentAnswer, commitmentAnswers } from '../../shared/domain/commitment.ts';
import { answerCommitment, makeCommitment, takeCommitment } from '../../shared/domain/commitments.ts';
import { contribute } from '../../shared/domain/contribute.ts';
import { facilitatorsInTurn, handOver } from '../../shared/domain/facilitator.ts';
import { type Group, type HoursOpen, hoursOpen, newGroup, type PostKind } from '../../shared/domain/group.ts';
import {
  allowsInGroup,
  type GroupAct,
  type GroupThing,
  groupActs,
} from '../../shared/domain/group-access.ts';
import {
  changeGroupRhythm,
  changeMembers,
  editGroupPoint,
  leaveGroup,
  pauseGroup,
  replaceGroupPoint,
  resumeGroup,
  takeOver,
  takePoint,
  withoutMember,
} from '../../shared/domain/group-edit.ts';
import { closeGroup, extendGroup, stopGroup } from '../../shared/domain/group-ending.ts';
import { isEmptyGroupLink } from '../../shared/domain/group-link.ts';
import {
  groupLinkFor,
  groupNotTold,
  groupTellings,
  groupToBeTold,
  hearGroup,
} from '../../shared/domain/group-links.ts';
import {
  aboutOf,
  channelRefused,
  type GroupLook,
  isGivenUpPosting,
  lookAtGroup,
  needsFacilitator,
  opensRound,
  postDue,
  recorded,
  withRetry,
} from '../../shared/domain/group-look.ts';
import { makeGroup } from '../../shared/domain/group-make.ts';
import { forgetExpiredGroup } from '../../shared/domain/group-retention.ts';
import { untoldIn } from '../../shared/domain/ledger.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { type Rhythm, rhythms } from '../../shared/domain/rhythm.ts';
import { isOpenRound, type Round } from '../../shared/domain/round.ts';
import { closeRound, markDiscussed, openByHand } from '../../shared/domain/rounds.ts';
import type { Slot } from '../../shared/domain/slots.ts';
import { addSeconds, earliest, type Instant, localDate } from '../../shared/domain/time.ts';
import { anyDate, danishHolidays, dateAfter, dayOfWeek, mondayOf, wallClock } from './almanac.ts';
import { aGroupPoint, channel, named } from './groups.ts';
import { aPerson, aProfile, at, copenhagen, tenant } from './people.ts';

/**
 * A group's half year as it may go: members who do what they like at any instant, wakes that come late, twice or never,
 * workers that die at every step or are overtaken by an act, a channel that refuses for a while. At every step it holds
 * what became of the group against what may; group-life.test.ts says it rule by rule.
 */
type Choice = number;

type Deed =
  | { deed: 'make'; who: Choice; members: Choice[]; rhythm: Rhythm; slot: Slot; hoursOpen: HoursOpen }
  | { deed: 'contribute'; who: Choice; words: Choice; late: boolean }
  | { deed: 'change the rhythm'; rhythm: Rhythm; slot: Slot; hoursOpen: HoursOpen }
  | { deed: 'change the members'; members: Choice[]; leader: Choice }
  | { deed: 'commit'; who: Choice; owner: Choice; days: number }
  | { deed: 'answer'; which: Choice; answer: CommitmentAnswer; days: number }
  | { deed: 'take a commitment'; who: Choice; which: Choice }
  | { deed: 'edit' | 'replace' | 'take a point'; who: Choice; index: 0 | 1; to: Choice }
  | { deed: 'hand over'; to: Choice }
  | { deed: 'pause'; days: number }
  | { deed: 'close'; outcomes: Outcome[] }
  | { deed: 'discuss'; lines: Choice[] }
  | { deed: 'open by hand' | 'leave' | 'is gone' | 'take over'; who: Choice }
  | { deed: 'close the round' | 'resume' | 'stop' | 'extend' }
  /** What Slack says of the channel: seen when it is looked at, or only when it is written to. */
  | { deed: 'the channel refuses'; seen: boolean }
  | { deed: 'the channel takes messages' };

export type Turn = { after: number; deed: Deed };

type WakeMishap = { kind: 'late'; seconds: number } | { kind: 'lost' | 'twice' };
type TellingMishap = { kind: 'fails' | 'dies' | 'is overtaken' };
type PostMishap =
  | { kind: 'is down'; seconds: number }
  | { kind: 'dies before' | 'dies after' | 'is overtaken' | 'errors' }
  | { kind: 'busy'; seconds: number };
type Mishaps<M> = { after: number; then: M }[];

export type Life = {
  now: Instant;
  group: Group;
  people: Map<string, Person>;
  queue: Instant[];
  schedule?: Instant | undefined;
  turns: Turn[];
  mishaps: { wake: Mishaps<WakeMishap>; telling: Mishaps<TellingMishap>; post: Mishaps<PostMishap> };
  refuses?: 'seen' | 'unseen' | undefined;
  views: number;
  wakes: number;
  /** By round: whose word was accepted, and in which form it came last. */
  accepted: Map<string, Map<string, string>>;
  /** What came in the channel, and how often it may have: once more for every crash. */
  came: Map<string, number>;
  again: Map<string, number>;
  /** Rounds in a row that nobody answered and after which nobody gave a sign of life. */
  silent: number;
  /** The weeks in which a round came by itself, by agreement. */
  byItself: Map<string, number>;
  halfWays: Map<string, number>;
  /** By round: what was settled before it. */
  settledBefore: Map<string, string>;
  /** No message gets through until then. */
  downUntil: Instant;
  /** Another rhythm or more weeks move the rounds; then there may be one more of a kind. */
  moved: Set<string>;
  wrong: { rule: Rule; what: string }[];
};

export const rules = [
  'never two open rounds: an open one ends by closing, or was never seen',
  'a round is closed in its time, or as soon as anybody looks after it',
  'each message comes once, or again where a worker died over it',
  'an accepted contribution is in its round as long as there is one, and is summed up',
  'what is settled is never owed again, but for a round that the channel never saw',
  'an open commitment stays until it is done or dropped',
  'every role is held by a member',
  'a round comes in its slot, on a working day outside any pause',
  'one round a week comes by itself, and half-way is asked once',
  'after three rounds that nobody answered none comes by itself',
  'a round closes on a working day, after its hours',
  'whoever is not in it may begin where nothing is, and nothing else',
  'whatever waits is looked at when it is due',
  'a look at what was just looked at changes nothing',
  'whenever all was told, everybody knows what they should',
  'in the end everything that was due has come',
] as const;
export type Rule = (typeof rules)[number];

const [minute, hour, day] = [60, 3600, 86_400];
const choice = fc.nat({ max: 9 });
const choices = fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 2, maxLength: 8 });
const rhythm = fc.constantFrom(...rhythms);
const slot = fc.record({
  weekday: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
  time: fc.constantFrom('09:00', '08:15', '13:45', '20:30', '00:00', '23:50'),
});
const hours = fc.constantFrom(...hoursOpen);
const index = fc.constantFrom(0 as const, 1 as const);
const days = fc.integer({ min: 0, max: 40 });
const one = <T>(value: T) => fc.constant(value);

const make = fc.record({
  deed: one('make' as const),
  who: choice,
  members: choices,
  rhythm,
  slot,
  hoursOpen: hours,
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: make },
  {
    weight: 12,
    arbitrary: fc.record({
      deed: one('contribute' as const),
      who: choice,
      words: choice,
      late: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ deed: one('change the rhythm' as const), rhythm, slot, hoursOpen: hours }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ deed: one('change the members' as const), members: choices, leader: choice }),
  },
  { weight: 4, arbitrary: fc.record({ deed: one('commit' as const), who: choice, owner: choice, days }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ deed: one('answer' as const), which: choice, answer: fc.constantFrom(...commitmentAnswers), days },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ deed: one('take a commitment' as const), who: choice, which: choice }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: fc.constantFrom('edit' as const, 'replace' as const, 'take a point' as const),
      ...{ who: choice, index, to: choice },
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: one('hand over' as const), to: choice }) },
  { weight: 2, arbitrary: fc.record({ deed: one('pause' as const), days: fc.integer({ min: 1, max: 45 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: one('close' as const),
      outcomes: fc.array(fc.constantFrom<Outcome>('done', 'keep', 'change'), { minLength: 2, maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ deed: one('discuss' as const), lines: fc.array(choice, { maxLength: 4 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      deed: fc.constantFrom(
        ...(['open by hand', 'open by hand', 'leave', 'is gone', 'take over', 'take over'] as const),
      ),
      who: choice,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      deed: fc.constantFrom(...(['close the round', 'close the round', 'resume', 'stop', 'extend'] as const)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ deed: one('the channel refuses' as const), seen: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ deed: one('the channel takes messages' as const) }) },
);
const after = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * minute }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 * hour }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10 * day }) },
);

const seconds = fc.oneof(fc.integer({ min: 1, max: 5 * minute }), fc.integer({ min: 1, max: 3 * day }));
const mishapsOf = <M>(then: fc.Arbitrary<M>, most: number): fc.Arbitrary<Mishaps<M>> =>
  fc.array(fc.record({ after: fc.nat({ max: most }), then }), { maxLength: 12, size: 'max' });

export type Story = { date: string; first: Deed & { deed: 'make' }; turns: Turn[]; mishaps: Life['mishaps'] };

export const anyStory: fc.Arbitrary<Story> = fc.record({
  date: anyDate,
  first: make,
  turns: fc.array(fc.record({ after, deed }), { minLength: 1, maxLength: 60, size: 'max' }),
  mishaps: fc.record({
    wake: mishapsOf(
      fc.oneof(
        fc.record({ kind: one('late' as const), seconds }),
        fc.record({ kind: fc.constantFrom('lost' as const, 'twice' as const) }),
      ),
      10,
    ),
    telling: mishapsOf(
      fc.record({ kind: fc.constantFrom('fails' as const, 'dies' as const, 'is overtaken' as const) }),
      6,
    ),
    post: mishapsOf(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom(
            ...(['dies before', 'dies after', 'is overtaken', 'is overtaken', 'errors'] as const),
          ),
        }),
        fc.record({ kind: one('busy' as const), seconds: fc.integer({ min: 1, max: 900 }) }),
        fc.record({ kind: one('is down' as const), seconds: fc.integer({ min: 1, max: 9 * hour }) }),
      ),
      6,
    ),
  }),
});

const users = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8'];

export function begin({ date, first, turns, mishaps }: Story): Life {
  const now = at(`${date} 10:00`);
  const people = users.map((user): [string, Person] => [
    user,
    aPerson({ user, profile: aProfile({ checkedAt: now }) }),
  ]);
  const life: Life = {
    ...{ now, group: newGroup({ tenant, channel }), people: new Map(people), queue: [], turns: [...turns] },
    ...{ mishaps: structuredClone(mishaps), views: 0, wakes: 0, accepted: new Map(), came: new Map() },
    ...{
      again: new Map(),
      downUntil: now,
      silent: 0,
      byItself: new Map(),
      halfWays: new Map(),
      settledBefore: new Map(),
      moved: new Set(),
      wrong: [],
    },
  };
  act(life, first);
  return life;
}

/** The random half year. */
export function play(life: Life): void {
  const until = addSeconds(life.now, 26 * 7 * day);
  for (let next = life.turns.shift(); next !== undefined; next = life.turns.shift()) {
    const then = addSeconds(life.now, next.after);
    if (then > until) break;
    runUntil(life, then);
    judgeLinks(life);
    act(life, next.deed);
  }
  life.turns = [];
}

/** The channel takes messages, and for some weeks everything goes as it should. */
export function calm(life: Life, weeks: number): void {
  life.mishaps = { wake: [], telling: [], post: [] };
  life.refuses = undefined;
  life.downUntil = life.now;
  runUntil(life, addSeconds(life.now, weeks * 7 * day));
  judgeLinks(life);
  judgeEnd(life);
}

function judgeEnd(life: Life): void {
  const { group, now } = life;
  const rule = 'in the end everything that was due has come';
  const due = postDue(group);
  if (due !== undefined) wrong(life, rule, `${due} is due at ${now}`);
  if (opensRound(group, now)) wrong(life, rule, `a round is due at ${now}`);
  if (isOpenRound(group.round) && group.round.closesAt <= now) wrong(life, rule, `${group.round.id} is open`);
  if (forgetExpiredGroup(group, now) !== group) wrong(life, rule, `kept too long at ${now}`);
}

/** Everything that comes until then, in its order. */
function runUntil(life: Life, then: Instant): void {
  for (;;) {
    const next = nextEvent(life);
    if (next === undefined || next > then) break;
    if (next > life.now) life.now = next;
    life.wakes += 1;
    if (life.wakes > 3000) {
      wrong(life, 'a look at what was just looked at changes nothing', `it wakes and wakes at ${life.now}`);
      break;
    }
    deliverWake(life);
  }
  if (then > life.now) life.now = then;
}

/** The hourly reconcile finds what was left for a quarter of an hour. */
const reconcileSeconds = 75 * minute;

function nextEvent({ queue, schedule, group, now }: Life): Instant | undefined {
  const found = group.wakeAt && addSeconds(group.wakeAt, reconcileSeconds);
  const next = earliest([...queue, schedule, found]);
  return next !== undefined && next < now ? now : next;
}

function deliverWake(life: Life): void {
  const { queue, schedule, now } = life;
  if (schedule !== undefined && schedule <= now) life.schedule = undefined;
  else {
    const index = queue.findIndex((instant) => instant <= now);
    if (index >= 0) queue.splice(index, 1);
  }
  const mishap = nextMishap(life.mishaps.wake);
  if (mishap?.kind === 'lost') {
    // Left to the reconcile; and that never finds what waits for nothing.
    soon(life, reconcileSeconds);
    return;
  }
  if (mishap?.kind === 'late') {
    soon(life, mishap.seconds);
    return;
  }
  if (mishap?.kind === 'twice') soon(life, 0);
  wake(life);
}

function nextMishap<M>(mishaps: Mishaps<M>): M | undefined {
  const [first] = mishaps;
  if (first === undefined) return undefined;
  if (first.after > 0) {
    first.after -= 1;
    return undefined;
  }
  mishaps.shift();
  return first.then;
}

const soon = (life: Life, delay: number) => life.queue.push(addSeconds(life.now, delay));
/** What the queue does with a message whose worker died. */
const visibility = 180;

/** As functions/worker/wake-group.ts does it. */
function wake(life: Life): void {
  for (let attempt = 0; attempt < 5; attempt += 1) if (lookOnce(life)) return;
  soon(life, visibility);
}

function lookOnce(life: Life): boolean {
  const { group: stored, now } = life;
  const found = lookAtChannel(life, stored);
  if (found.busyUntil !== undefined) {
    const wait = (Date.parse(found.busyUntil) - Date.parse(now)) / 1000 + 1;
    soon(life, Math.min(wait, 900));
    return true;
  }
  judgeLook(life, stored, found);
  const mishap = found.tell.length > 0 ? nextMishap(life.mishaps.telling) : undefined;
  const failed: string[] = [];
  for (const telling of found.tell) {
    const person = life.people.get(telling.to.user)!;
    if (mishap?.kind === 'fails' && failed.length === 0) failed.push(person.user);
    else life.people.set(person.user, hearGroup(person, telling, now));
    if (mishap?.kind === 'dies') {
      soon(life, visibility);
      return true;
    }
  }
  if (mishap?.kind === 'is overtaken') overtake(life);
  const told =
    failed.length === 0
      ? found.group
      : {
          ...groupNotTold(found.group, failed),
          wakeAt: earliest([addSeconds(now, 900), found.group.wakeAt]),
        };
  return writeAndPost(life, stored, { ...found, group: told });
}

function overtake(life: Life): void {
  const next = life.turns.shift();
  if (next !== undefined) act(life, next.deed);
}

function lookAtChannel(life: Life, stored: Group): GroupLook {
  const { now, refuses } = life;
  if (refuses === 'seen' && opensRound(stored, now))
    return lookAtGroup(channelRefused(stored, 'is_archived', now), now);
  const next = needsFacilitator(stored, now) ? facilitatorsInTurn(stored)[0] : undefined;
  return lookAtGroup(stored, now, next);
}

function writeAndPost(life: Life, stored: Group, { group, post }: GroupLook): boolean {
  const { now } = life;
  if (group.wakeAt !== undefined) life.schedule = group.wakeAt > now ? group.wakeAt : now;
  if (group === stored) return life.group.version === stored.version;
  if (!save(life, post === undefined ? group : { ...group, wakeAt: group.posting?.lease }, 'look'))
    return false;
  if (post !== undefined) deliver(life, post);
  return true;
}

function deliver(life: Life, what: PostKind): void {
  const claimed = life.group;
  const about = aboutOf(claimed, what);
  const name = nameOf(claimed, what);
  const mishap = nextMishap(life.mishaps.post);
  if (mishap?.kind === 'busy') {
    soon(life, mishap.seconds);
    return;
  }
  if (mishap?.kind === 'is down') life.downUntil = addSeconds(life.now, mishap.seconds);
  if (mishap?.kind === 'dies before' || mishap?.kind === 'errors' || life.now < life.downUntil) {
    soon(life, visibility);
    return;
  }
  if (life.refuses !== undefined) {
    record(life, (group) => channelRefused(group, 'is_archived', life.now), 'refused');
    soon(life, 1);
    return;
  }
  count(life.came, name);
  if (what === 'opening') judgeOpening(life, claimed);
  if (mishap?.kind === 'dies after') {
    count(life.again, name);
    soon(life, visibility);
    return;
  }
  if (mishap?.kind === 'is overtaken') overtake(life);
  life.views += 1;
  const message = { ts: `${life.views}.1`, painted: what };
  record(life, (group) => recorded(group, what, about, message, life.now), 'recorded');
}

const nameOf = ({ agreement, round }: Group, what: PostKind) =>
  what === 'opening' || what === 'summary' ? `${what} of round ${round?.id}` : `${what} of ${agreement?.id}`;

function record(life: Life, settle: (group: Group) => Group, cause: Cause): void {
  if (!save(life, settle(life.group), cause)) throw new Error('Nobody else can have written');
}

type Cause = 'look' | 'recorded' | 'refused' | Deed['deed'];

/** One conditional write. */
function save(life: Life, group: Group, cause: Cause): boolean {
  const before = life.group;
  if (group.version !== before.version) return false;
  life.group = { ...group, version: group.version + 1 };
  judge(life, before, life.group, cause);
  return true;
}

function act(life: Life, deed: Deed): void {
  if (deed.deed === 'the channel refuses') life.refuses = deed.seen ? 'seen' : 'unseen';
  else if (deed.deed === 'the channel takes messages') life.refuses = undefined;
  else write(life, deed.deed, decide(life, deed));
}

/** As `changeGroup` does it (functions/slack/visit.ts); and `tellGroup`, of who is gone. */
function write(life: Life, cause: Deed['deed'], decided: Group | Refusal | undefined): void {
  const { group, now } = life;
  if (decided === undefined || isRefusal(decided) || decided === group) return;
  const isAct = cause !== 'is gone';
  soon(life, 10);
  const after = { ...(isAct ? withRetry(decided) : decided), wakeAt: addSeconds(now, 10) };
  if (isAct && signs.includes(cause)) life.silent = 0;
  if (cause === 'change the rhythm' || cause === 'extend') life.moved.add(group.agreement!.id);
  save(life, groupToBeTold(after), cause);
}

const signs: Deed['deed'][] = ['make', 'contribute', 'open by hand', 'resume', 'change the rhythm', 'extend'];

const userOf = (which: Choice) => users[which % users.length]!;
const memberAt = ({ group }: Life, which: Choice) =>
  group.members[which % Math.max(1, group.members.length)]?.id;
const view = (life: Life) => {
  life.views += 1;
  return `V${life.views}`;
};

function allowed(
  life: Life,
  user: string | undefined,
  act: GroupAct,
  decide: (user: string) => Group | Refusal,
  thing?: GroupThing,
): Group | Refusal | undefined {
  if (user === undefined || !allowsInGroup({ tenant, user }, life.group, act, thing)) return undefined;
  return decide(user);
}

type Of<D extends Deed['deed']> = Extract<Deed, { deed: D }>;
type Decisions = {
  [D in Exclude<Deed['deed'], 'the channel refuses' | 'the channel takes messages'>]: (
    life: Life,
    deed: Of<D>,
  ) => Group | Refusal | undefined;
};

const decisions: Decisions = {
  make: (life, { who, members, rhythm: every, slot: when, hoursOpen: open }) =>
    allowed(life, userOf(who), 'make-group', (user) => {
      const all = [...new Set([user, ...members.map(userOf)])];
      const points: [ReturnType<typeof aGroupPoint>, ReturnType<typeof aGroupPoint>] = [
        aGroupPoint('One', user),
        aGroupPoint('Two', all.at(-1)),
      ];
      const input = {
        view: view(life),
        members: named(...all),
        points,
        rhythm: every,
        slot: when,
        hoursOpen: open,
      };
      return makeGroup(life.group, user, input, life.now);
    }),
  contribute: (life, { who, words, late }) =>
    allowed(life, late ? userOf(who) : memberAt(life, who), 'contribute', (user) => {
      const form = view(life);
      const { group, now } = life;
      const round = group.round?.id ?? 'none';
      const points = group.agreement!.points;
      const input = {
        ...{
          round,
          form,
          worked: words > 3 ? `w${words}` : undefined,
          adjust: words % 2 ? `a${words}` : undefined,
        },
        progress: points.map(({ id }) => ({ point: id, progress: 3 as const })),
      };
      const after = contribute(group, user, input, now);
      if (!isRefusal(after) && after !== group) accept(life, round, user, form);
      return after;
    }),
  'change the rhythm': (life, { rhythm: every, slot: when, hoursOpen: open }) =>
    allowed(life, life.group.leader, 'change-group', () =>
      changeGroupRhythm(life.group, { rhythm: every, slot: when, hoursOpen: open }),
    ),
  'change the members': (life, { members, leader }) =>
    allowed(life, life.group.leader, 'change-group', () =>
      changeMembers(
        life.group,
        { members: named(...members.map(userOf)), leader: userOf(members[leader % members.length]!) },
        life.now,
      ),
    ),
  commit: (life, { who, owner, days: ahead }) =>
    allowed(life, memberAt(life, who), 'make-commitment', (user) => {
      const due = dateAfter(localDate(life.now, copenhagen), ahead);
      const input = { view: view(life), text: 'Do it', owner: memberAt(life, owner) ?? user, due };
      return makeCommitment(life.group, user, input, life.now);
    }),
  answer: (life, { which, answer, days: ahead }) => {
    const { commitments, leader } = life.group;
    const commitment = commitments[which % Math.max(1, commitments.length)];
    if (commitment === undefined) return undefined;
    const due = dateAfter(localDate(life.now, copenhagen), ahead);
    return allowed(
      life,
      commitment.owner ?? leader,
      'answer-commitment',
      () => answerCommitment(life.group, commitment.id, { view: view(life), answer, due }, life.now),
      { kind: 'commitment', id: commitment.id },
    );
  },
  'take a commitment': (life, { who, which }) => {
    const { commitments } = life.group;
    const id = commitments[which % Math.max(1, commitments.length)]?.id ?? 'none';
    return allowed(life, userOf(who), 'take-commitment', (user) => takeCommitment(life.group, id, user), {
      kind: 'commitment',
      id,
    });
  },
  edit: (life, deed) => pointAct(life, deed),
  replace: (life, deed) => pointAct(life, deed),
  'take a point': (life, deed) => pointAct(life, deed),
  'hand over': (life, { to }) =>
    allowed(life, life.group.round?.facilitator ?? life.group.leader, 'hand-over', (user) =>
      handOver(life.group, life.group.round!.id, memberAt(life, to) ?? user),
    ),
  pause: (life, { days: long }) =>
    allowed(life, life.group.leader, 'change-group', () =>
      pauseGroup(life.group, dateAfter(localDate(life.now, copenhagen), long), life.now),
    ),
  close: (life, { outcomes }) =>
    allowed(life, life.group.round?.facilitator ?? life.group.leader, 'end-group', () => {
      const { id, points } = life.group.agreement!;
      const said = points.map((point, place) => ({ point: point.id, outcome: outcomes[place] ?? 'keep' }));
      return closeGroup(life.group, { agreement: id, view: view(life), outcomes: said }, life.now);
    }),
  discuss: (life, { lines }) =>
    allowed(life, life.group.leader, 'mark-discussed', () => {
      const ids = lines.map((line) => `${life.group.round!.id}.${userOf(line)}.adjust`);
      return markDiscussed(life.group, life.group.round!.id, ids);
    }),
  'open by hand': (life, { who }) =>
    allowed(life, memberAt(life, who), 'open-round', (user) => openByHand(life.group, user, life.now)),
  leave: (life, { who }) =>
    allowed(life, userOf(who), 'leave-group', (user) => leaveGroup(life.group, user, life.now)),
  'is gone': (life, { who }) => withoutMember(life.group, userOf(who), life.now),
  'take over': (life, { who }) =>
    allowed(life, userOf(who), 'take-over', (user) => takeOver(life.group, user)),
  'close the round': (life) =>
    allowed(life, life.group.round?.facilitator ?? life.group.leader, 'close-round', (user) =>
      closeRound(life.group, life.group.round!.id, user, life.now),
    ),
  resume: (life) => allowed(life, memberAt(life, 0), 'resume-group', () => resumeGroup(life.group, life.now)),
  stop: (life) =>
    allowed(life, life.group.leader, 'end-group', () =>
      stopGroup(life.group, life.group.agreement!.id, life.now),
    ),
  extend: (life) =>
    allowed(life, life.group.leader, 'change-group', () =>
      extendGroup(life.group, life.group.agreement!.id, life.now),
    ),
};

function pointAct(life: Life, { deed, who, index: place, to }: Of<'edit' | 'replace' | 'take a point'>) {
  const id = life.group.agreement?.points[place].id ?? 'none';
  const text = aGroupPoint(`${deed} ${to}`, memberAt(life, to));
  const thing = { kind: 'point', id } as const;
  if (deed === 'take a point')
    return allowed(life, userOf(who), 'take-point', (user) => takePoint(life.group, id, user), thing);
  const change = () =>
    deed === 'edit'
      ? editGroupPoint(life.group, id, text)
      : replaceGroupPoint(life.group, { point: id, view: view(life), why: 'Done', text }, life.now);
  return allowed(life, userOf(who), 'change-point', change, thing);
}

type Decided = Of<keyof Decisions>;

function decide(life: Life, deed: Decided): Group | Refusal | undefined {
  const decideThis = decisions[deed.deed] as (life: Life, deed: Decided) => Group | Refusal | undefined;
  return decideThis(life, deed);
}

function accept({ accepted }: Life, round: string, user: string, form: string): void {
  const known = accepted.get(round) ?? new Map<string, string>();
  accepted.set(round, known.set(user, form));
}

function count(counts: Map<string, number>, name: string): number {
  const times = (counts.get(name) ?? 0) + 1;
  counts.set(name, times);
  return times;
}

function wrong({ wrong: found }: Life, rule: Rule, what: string): void {
  found.push({ rule, what });
}

/** What must hold of every write. */
function judge(life: Life, before: Group, after: Group, cause: Cause): void {
  judgeRound(life, before, after, cause);
  judgeContributions(life, before, after);
  judgeSettled(life, before, after, cause);
  judgeCommitments(life, before, after, cause);
  judgeRoles(life, after, cause);
  judgeOutsiders(life, after);
}

const isForgotten = (before: Group, after: Group) =>
  before.agreement !== undefined && after.agreement === undefined;

function judgeRound(life: Life, before: Group, after: Group, cause: Cause): void {
  const { now } = life;
  const [old, round] = [before.round, after.round];
  const isNew = round !== undefined && round.id !== old?.id;
  if (gaveWay(before, after, cause))
    wrong(life, rules[0], `${old?.id} gave way to ${round?.id} by ${cause} at ${now}`);
  if (old?.id === round?.id && old?.closedAt && round?.closedAt !== old.closedAt)
    wrong(life, rules[0], `${old.id} was opened again by ${cause} at ${now}`);
  if (isNew) {
    life.settledBefore.set(round.id, before.agreement!.settled);
    judgeHours(life, after, round);
  }
  if (round?.closedAt && (isNew || isOpenRound(old)))
    life.silent = round.contributions.length === 0 ? life.silent + 1 : 0;
  const rule = 'a round is closed in its time, or as soon as anybody looks after it';
  if (cause === 'look' && isOpenRound(round) && round.closesAt <= now)
    wrong(life, rule, `${round.id} at ${now}`);
}

/** An open round that is no more: but for one that nobody ever saw, and with the last member or the agreement itself. */
function gaveWay(before: Group, after: Group, cause: Cause): boolean {
  const [old, round] = [before.round, after.round];
  if (!isOpenRound(old) || old.id === round?.id) return false;
  const isUndone = (cause === 'refused' || cause === 'look') && old.opening === undefined;
  const isOver = after.members.length === 0 || isForgotten(before, after);
  return !(isOver || (isUndone && round === undefined));
}

/** A round that closes has had its hours, but for a change of clocks, and it is no day off. */
function judgeHours(life: Life, { agreement }: Group, { id, closesAt }: Round): void {
  const { date } = wallClock(Date.parse(closesAt), copenhagen);
  const open = (Date.parse(closesAt) - Date.parse(life.now)) / 3_600_000;
  const isEnough = open >= agreement!.hoursOpen - 1;
  if (!isEnough || isDayOff(date))
    wrong(
      life,
      'a round closes on a working day, after its hours',
      `${id}, opened ${life.now}, closes ${closesAt}`,
    );
}

const isDayOff = (date: string) => dayOfWeek(date) > 5 || danishHolidays(date.slice(0, 4)).has(date);

function judgeContributions(life: Life, before: Group, after: Group): void {
  const rule = 'an accepted contribution is in its round as long as there is one, and is summed up';
  const { round } = after;
  for (const [user, form] of life.accepted.get(round?.id ?? '') ?? []) {
    const found = round?.contributions.find(({ by }) => by === user);
    if (found?.form !== form) wrong(life, rule, `${user}’s ${form} is not in ${round?.id} at ${life.now}`);
  }
  const old = before.round;
  if (old === undefined || old.id === round?.id || isForgotten(before, after)) return;
  const wasHeard = old.summary !== undefined || before.blocked !== undefined || after.members.length === 0;
  if (life.accepted.has(old.id) && !wasHeard)
    wrong(life, rule, `${old.id} was never summed up at ${life.now}`);
}

function judgeSettled(
  life: Life,
  { agreement: old, round: seen }: Group,
  { agreement, round }: Group,
  cause: Cause,
): void {
  if (old === undefined || agreement?.id !== old.id || cause === 'change the rhythm') return;
  const isUndone = (cause === 'refused' || cause === 'look') && seen !== undefined && round === undefined;
  const should = isUndone ? life.settledBefore.get(seen.id)! : old.settled;
  const isRight = isUndone ? agreement.settled === should : agreement.settled >= should;
  if (!isRight && !life.moved.has(agreement.id))
    wrong(
      life,
      'what is settled is never owed again, but for a round that the channel never saw',
      `${old.settled} became ${agreement.settled}, not ${should}, by ${cause} at ${life.now}`,
    );
}

function judgeCommitments(life: Life, before: Group, after: Group, cause: Cause): void {
  if (isForgotten(before, after)) return;
  for (const { id, state } of before.commitments) {
    if (state !== 'open') continue;
    const now = after.commitments.find((commitment) => commitment.id === id);
    if (now === undefined || (now.state !== 'open' && cause !== 'answer'))
      wrong(life, 'an open commitment stays until it is done or dropped', `${id} by ${cause} at ${life.now}`);
  }
}

function judgeRoles(life: Life, group: Group, cause: Cause): void {
  const { leader, agreement, round, commitments } = group;
  const holders = {
    leader,
    facilitator: isOpenRound(round) ? round.facilitator : undefined,
    first: agreement?.ending ? undefined : agreement?.points[0].responsible,
    second: agreement?.ending ? undefined : agreement?.points[1].responsible,
    ...Object.fromEntries(
      commitments.filter(({ state }) => state === 'open').map(({ id, owner }) => [id, owner]),
    ),
  };
  for (const [role, user] of Object.entries(holders))
    if (user !== undefined && !group.members.some(({ id }) => id === user))
      wrong(life, 'every role is held by a member', `${role} is ${user} after ${cause} at ${life.now}`);
}

const isNobodys = ({ agreement, members }: Group) => agreement === undefined || members.length === 0;

function judgeOutsiders(life: Life, group: Group): void {
  const things: (GroupThing | undefined)[] = [
    undefined,
    ...(group.agreement?.points ?? []).map(({ id }) => ({ kind: 'point' as const, id })),
    ...group.commitments.slice(-2).map(({ id }) => ({ kind: 'commitment' as const, id })),
  ];
  const outsiders = [
    { tenant, user: 'U9' },
    { tenant: 'T2', user: group.leader ?? 'U1' },
    ...users.filter((user) => !group.members.some(({ id }) => id === user)).map((user) => ({ tenant, user })),
  ];
  for (const viewer of outsiders)
    for (const act of groupActs)
      for (const thing of things) {
        const isBeginning = act === 'make-group' || act === 'begin-test';
        const may = isBeginning && isNobodys(group) && viewer.tenant === tenant;
        // Who left may send that again.
        if (act !== 'leave-group' && allowsInGroup(viewer, group, act, thing) !== may)
          wrong(
            life,
            'whoever is not in it may begin where nothing is, and nothing else',
            `${viewer.user} ${act}`,
          );
      }
}

/** What must hold of every look: it comes again in time, and a second one changes nothing. */
function judgeLook(life: Life, stored: Group, { group, post }: GroupLook): void {
  const { now } = life;
  const rule = 'whatever waits is looked at when it is due';
  if (post !== undefined) return;
  const again = lookAtGroup(group, now);
  // What it made of the group is told by the next one, at once.
  const goesOn = group.wakeAt !== undefined && group.wakeAt <= now;
  if (!goesOn && (again.group !== group || again.tell.length > 0))
    wrong(life, 'a look at what was just looked at changes nothing', `at ${now}, version ${stored.version}`);
  const { round, wakeAt } = group;
  if (isOpenRound(round) && (wakeAt === undefined || wakeAt > round.closesAt))
    wrong(life, rule, `${round.id} closes ${round.closesAt}, looked at ${wakeAt}`);
  judgeDue(life, group);
  if (group.agreement !== undefined && wakeAt === undefined) wrong(life, rule, `the agreement at ${now}`);
}

/** What is to be posted and can't be just now is tried again within weeks. */
function judgeDue(life: Life, group: Group): void {
  const { now } = life;
  const { wakeAt } = group;
  const rule = 'whatever waits is looked at when it is due';
  const isHeldUp = group.blocked !== undefined || isGivenUpPosting(group);
  const due = postDue(group);
  if (due !== undefined && !isHeldUp) wrong(life, rule, `${due} at ${now}, looked at ${wakeAt}`);
  if (due !== undefined && (wakeAt === undefined || wakeAt > addSeconds(now, 29 * day)))
    wrong(life, rule, `${due} held up at ${now}, looked at ${wakeAt}`);
}

/** What must hold of a round as the channel reads of it. */
function judgeOpening(life: Life, group: Group): void {
  const { now, silent, byItself, halfWays, moved } = life;
  const { agreement, round, pauses, posting } = group;
  if (agreement === undefined || round === undefined || round.openedBy !== undefined) return;
  if (posting?.attempts !== 1) return;
  const { date, time } = wallClock(Date.parse(now), copenhagen);
  const isPaused = pauses.some(({ from, until }) => from <= date && date < until);
  const isInSlot = time >= agreement.slot.time && dayOfWeek(date) >= agreement.slot.weekday;
  if (round.on === date && (isPaused || isDayOff(date) || !isInSlot))
    wrong(
      life,
      'a round comes in its slot, on a working day outside any pause',
      `${round.id} at ${date} ${time}`,
    );
  if (silent >= 3)
    wrong(life, 'after three rounds that nobody answered none comes by itself', `${round.id} at ${now}`);
  const rule = 'one round a week comes by itself, and half-way is asked once';
  if (moved.has(agreement.id)) return;
  if (count(byItself, `${agreement.id} ${mondayOf(round.on)}`) > 1)
    wrong(life, rule, `${round.id} at ${now}`);
  if (round.kind === 'half-way' && count(halfWays, agreement.id) > 1)
    wrong(life, rule, `half-way ${round.id}`);
}

export function judgeMessages(life: Life): void {
  for (const [name, times] of life.came)
    if (times > 1 + (life.again.get(name) ?? 0))
      wrong(
        life,
        'each message comes once, or again where a worker died over it',
        `${name} came ${times} times`,
      );
}

/** Whenever nothing is on its way, everybody knows of the group what they should. */
function judgeLinks(life: Life): void {
  const { group, now, queue, people } = life;
  // After a post it looks again in two seconds.
  const isDue = group.wakeAt !== undefined && group.wakeAt <= addSeconds(now, 2);
  if (queue.length > 0 || isDue || group.posting !== undefined) return;
  const rule = 'whenever all was told, everybody knows what they should';
  // Who could not be told is told in a quarter of an hour.
  if (untoldIn(group.linked).length > 0 && life.schedule && life.schedule <= addSeconds(now, 900)) return;
  for (const { to } of groupTellings(group).tell) wrong(life, rule, `${to.user} is yet to be told at ${now}`);
  for (const person of people.values()) {
    const {
      version: _,
      heardOn: __,
      reported: ___,
      ...link
    } = person.groups?.[0] ?? {
      ...{ version: 0, heardOn: '', reported: undefined, channel, commitments: [], needs: [] },
    };
    const should = groupLinkFor(group, person.user);
    const isSame = JSON.stringify(link) === JSON.stringify(should);
    if (!(isSame || (isEmptyGroupLink(link) && isEmptyGroupLink(should))))
      wrong(life, rule, `${person.user} at ${now}: ${JSON.stringify(link)}, not ${JSON.stringify(should)}`);
  }
}
