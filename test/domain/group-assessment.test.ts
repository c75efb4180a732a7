import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStatements, priorities, type Rated, type Rating } from '../../shared/domain/assessment.ts';
import type { Group } from '../../shared/domain/group.ts';
import {
  beginGroupAssessment,
  closeGroupAssessment,
  type GroupAssessment,
  keepGroupRatings,
  nameTheme,
  stageOf,
  themesToBeginWith,
} from '../../shared/domain/group-assessment.ts';
import { groupTruthFor } from '../../shared/domain/group-links.ts';
import { lookAtGroup, recorded } from '../../shared/domain/group-look.ts';
import { makeGroup } from '../../shared/domain/group-make.ts';
import { forgetExpiredGroup, nextGroupExpiry } from '../../shared/domain/group-retention.ts';
import { groupWithout } from '../../shared/domain/leaving.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { type GroupStatement, groupStatementThemes as themes } from '../../shared/domain/themes.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import { aGroup, aGroupInput, doneGroup } from './groups.ts';
import { at, tenant } from './people.ts';

const now = at('2026-09-07 10:00');
const hours = (count: number, from: Instant = now) => addSeconds(from, count * 3600);
const six = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const noGroup = aGroup({ agreement: undefined, members: [], leader: undefined, card: undefined });

const begin = (group: Group, members: string[], view = 'T1', when = now): Group =>
  doneGroup(beginGroupAssessment(group, members[0] ?? '', { view, members, hoursOpen: 48 }, when));
const testOf = (group: Group): GroupAssessment => {
  if (group.assessment === undefined) throw new Error('There is no test');
  return group.assessment;
};

/** All statements fully true but those, which are as low and would help as much as can be. */
function lowOn(...low: GroupStatement[]): Rated<GroupStatement> {
  const rate = (theme: GroupStatement): Rating => (low.includes(theme) ? 1 : 5);
  return {
    now: Object.fromEntries(themes.map((theme) => [theme, rate(theme)])),
    helps: Object.fromEntries(low.map((theme) => [theme, 5])),
  };
}

const answer = (group: Group, user: string, rated = lowOn('frames'), when = now): Group =>
  doneGroup(keepGroupRatings(group, user, { test: testOf(group).id, rated, form: `V${user}` }, when));
const answerAll = (group: Group, users: string[], rated = lowOn('frames')): Group =>
  users.reduce((answered, user) => answer(answered, user, rated), group);
const close = (group: Group, when = now): Group =>
  doneGroup(closeGroupAssessment(group, testOf(group).id, when));

describe('the order', () => {
  it('adds up what everybody answered: helps × (5 − now)', () => {
    const group = [lowOn('room', 'frames'), lowOn('room'), lowOn('room', 'learning')].reduce(
      (answered, rated, index) => answer(answered, six[index] ?? '', rated),
      answerAll(begin(noGroup, six), ['U4', 'U5'], lowOn('frames')),
    );
    // Only one of them has to learn.
    expect(testOf(close(group)).top).toEqual(['frames', 'room']);
  });

  it('of one is their own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }), (given) => {
        const rate = (from: number) =>
          Object.fromEntries(themes.map((theme, index) => [theme, given[from + index] as Rating]));
        const answers = { id: 'X', now: rate(0), helps: rate(10) };
        const alone = priorities(groupStatements, [answers], 'X');
        expect(priorities(groupStatements, Array(7).fill(answers), 'X')).toEqual(alone);
      }),
    );
  });

  it('is none, where everything is fully true', () => {
    expect(testOf(answerAll(begin(noGroup, six), six, lowOn())).top).toEqual([]);
  });
});

describe('a test', () => {
  it('closes with the last one that is missing, and keeps no answer', () => {
    const five = answerAll(begin(noGroup, six), six.slice(1));
    expect(stageOf(testOf(five))).toBe('open');
    const all = testOf(answer(five, 'U1'));
    expect(all).toMatchObject({ closedAt: now, answers: [], top: ['frames'] });
  });

  it('takes the last form again when its answer was lost, and no other', () => {
    const all = answerAll(begin(noGroup, six), six);
    const again = (form: string) =>
      keepGroupRatings(all, 'U6', { test: 'T1', rated: lowOn('frames'), form }, now);
    expect(again('VU6')).toBe(all);
    expect(again('VU5')).toEqual({ refusal: 'assessment-closed' });
  });

  it('stays open for the last one as long as they page, and closes when they send it', () => {
    const five = answerAll(begin(noGroup, six), six.slice(1));
    const input = { test: 'T1', rated: lowOn('frames') };
    const paging = doneGroup(keepGroupRatings(five, 'U1', { ...input, form: undefined }, now));
    expect([stageOf(testOf(paging)), testOf(paging).answers.length]).toEqual(['open', 6]);
    const sent = doneGroup(keepGroupRatings(paging, 'U1', { ...input, form: 'V1' }, now));
    expect(testOf(sent)).toMatchObject({ closedAt: now, top: ['frames'] });
  });

  it('closes after its hours, with the answers that are whole', () => {
    const begun = answer(answerAll(begin(noGroup, six), six.slice(1)), 'U1', {
      now: { frames: 1 },
      helps: {},
    });
    expect(stageOf(testOf(lookAtGroup(begun, hours(47)).group))).toBe('open');
    const { group } = lookAtGroup(begun, hours(48));
    expect(testOf(group)).toMatchObject({ answers: [], top: ['frames'] });
    expect(group.answered).toEqual([{ on: '2026-09-09', asked: six, people: six.slice(1) }]);
  });

  it('of four answers works nothing out, and deletes them', () => {
    const closed = close(answerAll(begin(noGroup, six), six.slice(2)));
    expect(testOf(closed)).toMatchObject({ answers: [], closedAt: now });
    expect(testOf(closed).top).toBeUndefined();
    expect(closed.answered).toBeUndefined();
    expect(JSON.stringify(closed)).not.toContain('"frames"');
  });

  it('of a group too small for an order begins with naming', () => {
    expect(stageOf(testOf(begin(noGroup, six.slice(2))))).toBe('named');
    const workspace = { ...workspaceOf(tenant), thresholds: { group: 7, company: 10 } };
    expect(stageOf(testOf(begin({ ...noGroup, workspace }, six)))).toBe('named');
  });

  it('takes a later word on each statement, and no answer after it closed', () => {
    const corrected = answer(answer(begin(noGroup, six), 'U2'), 'U2', lowOn('room'));
    expect(testOf(corrected).answers).toHaveLength(1);
    expect(testOf(corrected).answers[0]?.now).toMatchObject({ frames: 5, room: 1 });
    const late = keepGroupRatings(
      close(corrected),
      'U3',
      { test: 'T1', rated: lowOn('room'), form: 'V3' },
      now,
    );
    expect(late).toEqual({ refusal: 'assessment-closed' });
  });

  it('is begun once, and another not while it is open', () => {
    const begun = begin(noGroup, six);
    expect(begin(begun, six)).toBe(begun);
    const input = { view: 'T2', members: six, hoursOpen: 48 } as const;
    expect(beginGroupAssessment(begun, 'U1', input, now)).toEqual({ refusal: 'assessment-running' });
    expect(stageOf(testOf(begin(close(begun), six, 'T2')))).toBe('open');
    expect(beginGroupAssessment(noGroup, 'U9', input, now)).toEqual({ refusal: 'not-a-member' });
  });

  it('leads on to an agreement, which it outlives', () => {
    const tested = answerAll(begin(noGroup, six), six, lowOn('room', 'frames'));
    expect(themesToBeginWith(tested)).toHaveLength(2);
    const made = doneGroup(makeGroup(tested, 'U1', aGroupInput(), now));
    expect(made.assessment).toBe(tested.assessment);
  });
});

describe('naming', () => {
  const few = begin(noGroup, ['U1', 'U2']);
  const say = (group: Group, user: string, theme: 'frames' | 'trust') =>
    doneGroup(nameTheme(group, user, { test: 'T1', name: `Name of ${user}`, theme }));

  it('is open, and a later word replaces the first', () => {
    const named = say(say(say(few, 'U1', 'frames'), 'U2', 'trust'), 'U1', 'trust');
    expect(testOf(named).named).toEqual([
      { by: 'U1', name: 'Name of U1', theme: 'trust' },
      { by: 'U2', name: 'Name of U2', theme: 'trust' },
    ]);
    expect(say(named, 'U2', 'trust')).toBe(named);
    expect(themesToBeginWith(named)).toEqual(['trust']);
  });

  it('is refused while there are private answers', () => {
    const input = { test: 'T1', name: 'x', theme: 'trust' } as const;
    expect(nameTheme(begin(noGroup, six), 'U1', input)).toEqual({ refusal: 'assessment-closed' });
  });
});

describe('the channel', () => {
  const posted = (group: Group, what: 'assessment' | 'themes') =>
    recorded(group, what, 'T1', { ts: '9.9', painted: 'p' }, now);

  it('has the post that opens it, then what came of it', () => {
    const begun = begin(noGroup, six);
    expect(lookAtGroup(begun, now).post).toBe('assessment');
    const open = posted(lookAtGroup(begun, now).group, 'assessment');
    expect(lookAtGroup(open, now).post).toBeUndefined();
    expect(open.wakeAt).toBe(hours(48));
    expect(lookAtGroup(close(open), now).post).toBe('themes');
    const shown = posted(lookAtGroup(close(open), now).group, 'themes');
    expect(lookAtGroup(shown, now).post).toBeUndefined();
  });

  it('has nothing of an opening that it never saw', () => {
    expect(lookAtGroup(close(begin(noGroup, six)), now).post).toBe('themes');
  });

  it('that refuses is tried again the day after, where it has no slot yet', () => {
    const refused = { ...begin(noGroup, six), blocked: { code: 'is_archived', since: now, from: now } };
    expect(lookAtGroup(refused, hours(23)).post).toBeUndefined();
    expect(lookAtGroup(refused, hours(24)).post).toBe('assessment');
  });
});

describe('who takes part', () => {
  it('knows of it as long as it is kept, the same whether they answered or not', () => {
    const begun = begin(noGroup, six);
    const link = { test: { id: 'T1', until: hours(48) } };
    expect(groupTruthFor(begun, 'U2')).toMatchObject(link);
    expect(groupTruthFor(answer(begun, 'U2'), 'U2')).toEqual(groupTruthFor(begun, 'U2'));
    expect(groupTruthFor(close(begun), 'U2')).toEqual(groupTruthFor(begun, 'U2'));
    expect(groupTruthFor(begun, 'U9').test).toBeUndefined();
  });

  it('and is forgotten is nowhere in it', () => {
    const open = answer(begin(noGroup, six), 'U2');
    const after = [
      open,
      answerAll(
        open,
        six.filter((user) => user !== 'U2'),
      ),
    ];
    const few = begin(noGroup, ['U1', 'U2']);
    const named = doneGroup(nameTheme(few, 'U2', { test: 'T1', name: 'Two', theme: 'trust' }));
    for (const group of [...after, named]) {
      const left = JSON.stringify(groupWithout(group, 'U2', now));
      expect(left).not.toContain('"U2"');
      expect(left).not.toContain('Two');
    }
  });
});

describe('a test is kept', () => {
  const shown = (group: Group) => forgetExpiredGroup(group, at('2026-12-07 00:00')).assessment?.id;

  it('for ninety days where no agreement followed', () => {
    const tested = answerAll(begin(noGroup, six), six);
    expect(nextGroupExpiry(tested)).toBe(at('2026-12-07 00:00'));
    expect(forgetExpiredGroup(tested, at('2026-12-06 23:59'))).toBe(tested);
    expect(shown(tested)).toBeUndefined();
    expect(forgetExpiredGroup(tested, at('2026-12-07 00:00')).answered).toBeUndefined();
  });

  it('to the end of the period of the agreement it belongs to', () => {
    const group = answerAll(begin(aGroup(), six), six);
    expect(forgetExpiredGroup(group, at('2026-12-02 23:59')).assessment).toBeDefined();
    expect(forgetExpiredGroup(group, at('2026-12-03 00:00')).assessment).toBeUndefined();
  });

  it('beyond an agreement that was over before it', () => {
    const late = at('2026-12-20 10:00');
    const group = begin(aGroup(), six, 'T1', late);
    const forgotten = forgetExpiredGroup(group, at('2027-01-10 00:00'));
    expect(forgotten.agreement).toBeUndefined();
    expect(forgotten.assessment?.id).toBe('T1');
  });
});

/**
 * Somebody who leads a group of twelve wants to know what one of them answered: they begin tests with whom they like, one after
 * the other, and compare. All answer as they think, each time.
 */
describe('with changing members nobody learns what one of them answered', () => {
  const seven = [...six, 'U7'];
  const twelve = Array.from({ length: 12 }, (_, index) => `U${index + 1}`);
  const anyRatings = fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }),
    )
    .map(([low, help]): Rated<GroupStatement> => {
      const rate = (given: number[]) =>
        Object.fromEntries(themes.map((theme, index) => [theme, given[index] as Rating]));
      return { now: rate(low), helps: rate(help) };
    });
  const anyRound = fc.record({
    members: fc.oneof(fc.subarray(twelve, { minLength: 2 }), fc.constantFrom(seven, twelve, twelve.slice(5))),
    silent: fc.subarray(twelve, { maxLength: 2 }),
    forgets: fc.option(fc.constantFrom(...twelve), { nil: undefined, freq: 5 }),
  });

  type Round = { members: string[]; silent: string[]; forgets: string | undefined };
  type Minds = Map<string, Rated<GroupStatement>>;

  /** A test from its beginning to its end. */
  function heldBy(group: Group, { members, silent }: Round, minds: Minds, view: string): Group {
    const speak = members.filter((user) => !silent.includes(user));
    const begun = begin(group, members, view);
    if (stageOf(testOf(begun)) !== 'open') return begun;
    return close(speak.reduce((held, user) => answer(held, user, minds.get(user)), begun));
  }

  /** All that the channel is ever shown, test by test, and who was truly behind it. */
  function shownBy(rounds: Round[], minds: Minds) {
    let group = noGroup;
    return rounds.map((round, index) => {
      group = heldBy(group, round, minds, `T${index}`);
      const { top, answers } = testOf(group);
      expect(answers).toEqual([]);
      if (round.forgets) group = groupWithout(group, round.forgets, now);
      return { top, people: round.members.filter((user) => !round.silent.includes(user)) };
    });
  }

  const apart = (one: string[], other: string[]) =>
    twelve.filter((user) => one.includes(user) !== other.includes(user)).length;

  it('of any two orders the same people are behind both, or five are behind one of them only', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(anyRound, { minLength: 2, maxLength: 12 }),
        fc.array(anyRatings, { minLength: 12, maxLength: 12 }),
        (rounds, given) => {
          const minds = new Map(twelve.map((user, index) => [user, given[index] ?? lowOn()]));
          const orders = shownBy(rounds, minds).flatMap(({ top, people }) => (top ? [people] : []));
          const pairs = orders.flatMap((one, index) =>
            orders.slice(index + 1).map((other) => apart(one, other)),
          );
          compared += pairs.length;
          expect(orders.filter(({ length }) => length < 5)).toEqual([]);
          expect(pairs.filter((count) => count > 0 && count < 5)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    // Else it would have compared nothing.
    expect(compared).toBeGreaterThan(50);
  });

  it('what one of them answers differently can’t be told from one order', () => {
    const others = new Map(seven.slice(1).map((user) => [user, lowOn('frames', 'room', 'learning')]));
    const orderWhen = (mind: Rated<GroupStatement>) =>
      shownBy([{ members: six, silent: [], forgets: undefined }], new Map([...others, ['U1', mind]]))[0]?.top;
    const minds = themes.map((theme) => lowOn(theme));
    const orders = minds.map((mind) => JSON.stringify([...(orderWhen(mind) ?? [])].sort()));
    expect(new Set(orders).size).toBe(1);
  });

  it('they are shown nothing when one joins or leaves in between', () => {
    const minds = new Map(seven.map((user) => [user, lowOn('frames')]));
    const round = (members: string[]) => ({ members, silent: [], forgets: undefined });
    const tops = (...members: string[][]) =>
      shownBy(members.map(round), minds).map(({ top }) => top !== undefined);
    expect(tops(six, seven)).toEqual([true, false]);
    expect(tops(seven, six)).toEqual([true, false]);
    expect(tops(six, six, seven)).toEqual([true, true, false]);
  });

  it('they begin with naming there: an order would say that who joined did not answer', () => {
    const shown = answerAll(begin(noGroup, six), six);
    expect(testOf(begin(shown, seven, 'T2'))).toMatchObject({
      closedAt: now,
      unopened: 'too-alike',
      answers: [],
    });
    expect(stageOf(testOf(begin(shown, six, 'T2')))).toBe('open');
    // Of seven one was silent: six of them would say who.
    const sixOfSeven = close(answerAll(begin(noGroup, seven), six));
    expect(stageOf(testOf(begin(sixOfSeven, six, 'T2')))).toBe('named');
    // With six others there is nothing to compare.
    expect(stageOf(testOf(begin(shown, twelve.slice(6), 'T2')))).toBe('open');
  });

  it('nor when the agreement was ended in between, or had its time: the channel still shows the first order', () => {
    const tested = answerAll(begin(aGroup(), six), six);
    const { agreement } = tested;
    const on = '2026-09-07';
    const stopped: Group = {
      ...tested,
      agreement: agreement && {
        ...agreement,
        period: { ...agreement.period, ends: on },
        ending: { on, how: 'stopped', outcomes: [] },
      },
    };
    for (const [day, agreed] of [
      ['2026-09-08', true],
      ['2026-10-09', false],
      ['2026-12-06', false],
    ] as const) {
      const later = forgetExpiredGroup(stopped, at(`${day} 10:00`));
      expect([later.assessment, later.agreement !== undefined]).toEqual([undefined, agreed]);
      expect(testOf(begin(later, seven, 'T2', at(`${day} 10:00`))).unopened).toBe('too-alike');
      // They find it in their data, and who leaves is found there.
      expect(groupTruthFor(later, 'U2').asked).toBe(true);
      expect(JSON.stringify(groupWithout(later, 'U2', now))).not.toContain('"U2"');
    }
    expect(nextGroupExpiry(forgetExpiredGroup(stopped, at('2026-10-09 10:00')))).toBe(at('2026-12-07 00:00'));
    expect(forgetExpiredGroup(stopped, at('2026-12-07 00:00')).answered).toBeUndefined();
  });

  it('what only one of them wants is in no order, nor that all the others want nothing', () => {
    const topOf = (mind: Rated<GroupStatement>) =>
      testOf(answer(answerAll(begin(noGroup, six), six.slice(1), lowOn()), 'U1', mind)).top;
    const tops = [lowOn(), lowOn('open-talk'), lowOn(...themes)].map(topOf);
    expect(tops).toEqual([[], [], []]);
  });

  it('neither a refusal nor a link, nor what waits, says how many have answered', () => {
    const begun = begin(noGroup, six);
    const states = six.map((_, count) => answerAll(begun, six.slice(0, count)));
    const said = states.map((group) => {
      const look = lookAtGroup(group, now);
      const again = beginGroupAssessment(group, 'U1', { view: 'T9', members: six, hoursOpen: 24 }, now);
      return JSON.stringify([look.tell, look.post, look.group.wakeAt, isRefusal(again) && again]);
    });
    expect(new Set(said).size).toBe(1);
  });
});
