import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts, allows, may, type Role } from '../../shared/domain/access.ts';
import type { Ending } from '../../shared/domain/agreement.ts';
import {
  type Assessment,
  asked,
  hasAnswers,
  leaderStatements,
  type Page,
  pageAfter,
  pageBefore,
  pageLeft,
  pageNamed,
  placeOf,
  priorities,
  type Rating,
  type Ratings,
  ratings,
  themesOn,
  wasDrawn,
} from '../../shared/domain/assessment.ts';
import {
  assessmentFor,
  beginAgain,
  chooseThemes,
  endOfItsAgreement,
  keepRatings,
  themeFor,
} from '../../shared/domain/assessments.ts';
import { linkFor } from '../../shared/domain/links.ts';
import { look } from '../../shared/domain/look.ts';
import { keepDraft, makeAgreement } from '../../shared/domain/make.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { forgetExpired, lastDayOfAssessment, nextExpiry } from '../../shared/domain/retention.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { type LeaderTheme, leaderThemes } from '../../shared/domain/themes.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { aDraft, aLeader, anAgreement, aPerson, aPoint, aProfile, at, done } from './people.ts';

/** Of one leader. */
const prioritiesOf = (assessment: Assessment) => priorities(leaderStatements, [assessment], assessment.id);

const now = at('2026-09-02 10:00');

/** One rating for each statement, in their order; `-` for none. */
function rated(row: string): Ratings {
  const given = leaderThemes.map((theme, index) => [theme, Number(row.replaceAll(' ', '')[index])] as const);
  return Object.fromEntries(given.filter(([, rating]) => rating > 0)) as Ratings;
}

function anAssessment(row: string, helps: Ratings = {}, other: Partial<Assessment> = {}): Assessment {
  return { id: 'V1', now: rated(row), helps, on: '2026-09-02', ...other };
}

const everything = '3333 3333 3333';

describe('what would help is asked', () => {
  type Case = { says: string; row: string; asks: LeaderTheme[]; drawn?: boolean };
  const cases: Case[] = [
    {
      says: 'of the five lowest, in the statements’ order',
      row: '5124 5355 3545',
      asks: ['valued', 'time', 'cross-pressure', 'direction', 'time-off'],
      drawn: true,
    },
    {
      says: 'of exactly five without a lot',
      row: '1111 1444 4444',
      asks: ['meaning', 'valued', 'time', 'cross-pressure', 'mandate'],
    },
    { says: 'of fewer, where the rest is fully true', row: '5555 5545 5515', asks: ['manager', 'climate'] },
    { says: 'of nothing, where all is fully true', row: '5555 5555 5555', asks: [] },
    {
      says: 'not of what was skipped',
      row: '5555 15-1 1155',
      asks: ['mandate', 'sparring', 'time-off', 'carrying'],
    },
  ];
  it.each(cases)('$says', ({ row, asks, drawn = false }) => {
    const assessment = anAssessment(row);
    if (drawn) expect(asked(leaderStatements, assessment)).toHaveLength(5);
    else expect(asked(leaderStatements, assessment)).toEqual(asks);
    expect(wasDrawn(leaderStatements, assessment)).toBe(drawn);
  });

  const anyRatings = fc
    .array(fc.constantFrom(...ratings), { minLength: 12, maxLength: 12 })
    .map((row) => rated(row.join('')));

  it('always of the lowest, five at most, and the same whenever one looks', () => {
    fc.assert(
      fc.property(anyRatings, fc.string(), (given, id) => {
        const assessment = { id, now: given, helps: {}, on: '2026-09-02' };
        const asks = asked(leaderStatements, assessment);
        const wanting = leaderThemes.filter((theme) => given[theme]! < 5);
        const highestAsked = Math.max(0, ...asks.map((theme) => given[theme]!));
        const others = wanting.filter((theme) => !asks.includes(theme));
        expect(asks).toHaveLength(Math.min(5, wanting.length));
        for (const theme of others) expect(given[theme]).toBeGreaterThanOrEqual(highestAsked);
        expect(
          asked(leaderStatements, {
            ...assessment,
            now: Object.fromEntries(Object.entries(given).reverse()),
          }),
        ).toEqual(asks);
      }),
    );
  });

  it('of equals by lot: each theme has the same chance over many tests, wherever it stands', () => {
    const tests = 3000;
    const times = Object.fromEntries(leaderThemes.map((theme) => [theme, 0])) as Record<LeaderTheme, number>;
    for (let index = 0; index < tests; index += 1)
      for (const theme of asked(leaderStatements, anAssessment(everything, {}, { id: `V0B9C8D7E${index}` })))
        times[theme] += 1;
    for (const count of Object.values(times)) {
      expect(count / tests).toBeGreaterThan(0.36);
      expect(count / tests).toBeLessThan(0.48);
    }
  });
});

describe('the top three', () => {
  const row = '1234 4555 5555';
  type Case = { says: string; helps: Ratings; row?: string; top: LeaderTheme[] };
  const cases: Case[] = [
    {
      says: 'weigh what would help by how far it is from true',
      helps: { meaning: 2, valued: 2, time: 5, 'cross-pressure': 5, mandate: 1 },
      top: ['time', 'meaning', 'valued'],
    },
    {
      says: 'put what would help more first, of two that weigh the same',
      // 2 × 4, 4 × 2, 1 × 1
      helps: { meaning: 2, valued: 1, time: 4, 'cross-pressure': 1, mandate: 1 },
      top: ['time', 'meaning', 'valued'],
    },
    {
      says: 'are fewer, where fewer are wanting',
      helps: { climate: 1 },
      row: '5555 5555 5545',
      top: ['climate'],
    },
    { says: 'are none, where all is fully true', helps: {}, row: '5555 5555 5555', top: [] },
  ];
  it.each(cases)('$says', ({ helps, row: differs, top }) => {
    expect(prioritiesOf(anAssessment(differs ?? row, helps))).toEqual(top);
  });

  it('are the same whenever one looks, and drawn anew in another test', () => {
    const helps = Object.fromEntries(leaderThemes.map((theme) => [theme, 3 as Rating]));
    const first = (id: string) => prioritiesOf(anAssessment(everything, helps, { id }));
    expect(first('V1')).toEqual(first('V1'));
    expect(new Set(Array.from({ length: 50 }, (_, index) => first(`V${index}`).join())).size).toBeGreaterThan(
      20,
    );
  });
});

describe('page by page', () => {
  const wholeHelps = rated('1111 1111 1111');

  it('stand the twelve statements, each on one page', () => {
    expect(leaderStatements.pages.flat()).toEqual([...leaderThemes]);
  });

  it.each<[string, Assessment | undefined, Page]>([
    ['nothing at all', undefined, 0],
    ['a test begun anew', anAssessment(''), 0],
    ['half a page', anAssessment('33-- ---- ----'), 0],
    ['one page', anAssessment('3333 ---- ----'), 1],
    ['two pages', anAssessment('3333 3333 ----'), 2],
    ['two pages, the manager skipped', anAssessment('3333 33-3 ----'), 2],
    ['a page further on, of another device', anAssessment('3333 ---- 3333'), 1],
    ['the statements', anAssessment('3334 4444 4444'), 'helps'],
    ['the statements, all fully true', anAssessment('5555 5555 5555'), 'result'],
    ['some of what would help', anAssessment('3333 3555 5555', rated('11-- ---- ----')), 'helps'],
    ['everything', anAssessment(everything, wholeHelps), 'result'],
  ])('after %s it goes on where it was left', (_, assessment, page) => {
    expect(pageLeft(leaderStatements, assessment)).toBe(page);
  });

  it.each<[string, string, Ratings, Page, Page]>([
    ['the first', '3333 ---- ----', {}, 0, 1],
    ['the first, corrected at the end', everything, wholeHelps, 0, 1],
    ['the second', '3333 3333 ----', {}, 1, 2],
    ['the third', everything, {}, 2, 'helps'],
    ['the third, corrected at the end', everything, wholeHelps, 2, 'helps'],
    ['the third, all fully true', '5555 5555 5555', {}, 2, 'result'],
    ['the third, after the second was forgotten elsewhere', '3333 ---- 3333', {}, 2, 1],
    ['the last', everything, wholeHelps, 'helps', 'result'],
    [
      'the last, with other statements low by now',
      '1111 1333 3333',
      rated('1111 ---- ----'),
      'helps',
      'helps',
    ],
    ['the last, after all was forgotten elsewhere', '', rated('1111 ---- ----'), 'helps', 0],
  ])('after %s page comes the next', (_, row, helps, page, next) => {
    expect(pageAfter(leaderStatements, anAssessment(row, helps), page)).toBe(next);
  });

  it('leads back, and names its places', () => {
    expect(([0, 1, 2, 'helps'] as const).map((page) => pageBefore(leaderStatements, page))).toEqual([
      undefined,
      0,
      1,
      2,
    ]);
    expect(([0, 1, 2, 'helps'] as const).map((page) => placeOf(leaderStatements, page))).toEqual([
      1, 2, 3, 4,
    ]);
    expect(['0', '1', '2'].map((page) => pageNamed(leaderStatements, page))).toEqual([0, 1, 2]);
    expect(
      ['3', 'helps', 'result', '', 'constructor', '-1'].map((page) => pageNamed(leaderStatements, page)),
    ).toEqual(Array(6).fill(undefined));
    expect(themesOn(leaderStatements, undefined, 'helps')).toEqual([]);
  });
});

describe('a page is kept', () => {
  const first = { now: { meaning: 2, valued: 4 }, helps: {} } as const;

  it('as the beginning of a test', () => {
    const person = aPerson();
    expect(keepRatings(person, 'V1', first, now)).toEqual({
      ...person,
      assessment: { id: 'V1', now: { meaning: 2, valued: 4 }, helps: {}, on: '2026-09-02' },
    });
  });

  it('beside what was answered before, the latest word counting, and what is left open taken away', () => {
    const person = aPerson({ assessment: anAssessment('1111 1111 ----', { time: 2 }) });
    const input = {
      now: { meaning: 5, manager: undefined },
      helps: { time: undefined, meaning: 3 },
    } as const;
    expect(keepRatings(person, 'V2', input, at('2026-09-05 10:00')).assessment).toEqual({
      ...anAssessment('5111 11-1 ----', { meaning: 3 }),
      on: '2026-09-05',
    });
  });

  it('once, when it is sent twice', () => {
    const kept = keepRatings(aPerson(), 'V1', first, now);
    expect(keepRatings(kept, 'V1', first, now)).toBe(kept);
    expect(keepRatings(kept, 'V1', { now: { valued: 4, meaning: 2 }, helps: {} }, now)).toBe(kept);
  });

  it('with the day of the latest answer, though it is the same', () => {
    const kept = keepRatings(aPerson(), 'V1', first, now);
    expect(keepRatings(kept, 'V1', first, at('2026-09-03 10:00')).assessment?.on).toBe('2026-09-03');
  });

  it('while an agreement runs, too', () => {
    expect(keepRatings(aLeader(), 'V1', first, now).assessment?.now).toEqual(first.now);
  });
});

describe('begun again', () => {
  const person = aPerson({
    assessment: anAssessment(everything, { time: 2 }, { chosen: ['time', 'meaning'] }),
  });

  it('it forgets everything at once', () => {
    expect(beginAgain(person, 'V2.1', now).assessment).toEqual({
      id: 'V2.1',
      now: {},
      helps: {},
      on: '2026-09-02',
    });
  });

  it('it is one test, when it is pressed twice', () => {
    const begun = beginAgain(person, 'V2.1', now);
    expect(beginAgain(begun, 'V2.1', now)).toBe(begun);
    const answered = keepRatings(begun, 'V3', { now: { time: 1 }, helps: {} }, now);
    expect(beginAgain(answered, 'V2.1', now)).toBe(answered);
  });

  it('nothing happens, where nothing was answered', () => {
    expect(beginAgain(aPerson(), 'V2.1', now)).toEqual(aPerson());
    expect(hasAnswers(undefined)).toBe(false);
    expect(hasAnswers(anAssessment(''))).toBe(false);
    expect(hasAnswers(anAssessment('3'))).toBe(true);
  });
});

describe('two themes are chosen', () => {
  const assessment = anAssessment(everything);
  const themes: [LeaderTheme, LeaderTheme] = ['sparring', 'time'];
  const choice = { form: 'V9', themes };

  it('whatever the test says', () => {
    const person = aPerson({ assessment });
    expect(chooseThemes(person, choice, at('2026-09-04 10:00'))).toEqual({
      ...person,
      assessment: { ...assessment, on: '2026-09-04', chosen: themes },
    });
  });

  it('also when the test was deleted meanwhile', () => {
    expect(done(chooseThemes(aPerson(), choice, now)).assessment?.chosen).toEqual(themes);
  });

  it('once, when they are sent twice', () => {
    const chosen = done(chooseThemes(aPerson({ assessment, draft: aDraft() }), choice, now));
    expect(chooseThemes(chosen, choice, now)).toBe(chosen);
  });

  it('not while an agreement runs', () => {
    expect(chooseThemes(aLeader({}, { assessment }), choice, now)).toEqual({ refusal: 'agreement-running' });
  });

  const plain = { title: 'Walks', firstStep: 'Today' };
  const sparring = { ...plain, theme: 'sparring' } as const;
  const time = { ...plain, title: 'Meetings', theme: 'time' } as const;
  const meaning = { ...plain, title: 'Why', theme: 'meaning' } as const;
  it.each([
    { says: 'in its place', points: [sparring, time], becomes: [sparring, time] },
    { says: 'turned', points: [time, sparring], becomes: [sparring, time] },
    { says: 'for the other point', points: [time, undefined], becomes: [undefined, time] },
    {
      says: 'beside something else',
      points: [meaning, sparring],
      becomes: [sparring, { ...meaning, theme: 'time' }],
    },
    { says: 'without a theme', points: [plain, undefined], becomes: [sparring, undefined] },
  ] as const)('and what was drafted goes under them: $says', ({ points, becomes }) => {
    const draft = aDraft({ form: 'V3', points: [points[0], points[1]] });
    const chosen = done(chooseThemes(aPerson({ assessment, draft }), choice, now));
    expect(chosen.draft).toEqual({ ...draft, form: 'V9', points: [...becomes] });
  });

  it('and each point’s form opens with its own, until something is written there', () => {
    const chosen = done(chooseThemes(aPerson({ assessment }), choice, now));
    expect([themeFor(chosen, 0), themeFor(chosen, 1)]).toEqual(themes);
    const written = done(keepDraft(chosen, 'V9', 0, plain, now));
    expect([themeFor(written, 0), themeFor(written, 1)]).toEqual([undefined, 'time']);
    expect(themeFor(aPerson(), 0)).toBeUndefined();
    expect(themeFor(aPerson({ assessment }), 0)).toBeUndefined();
  });
});

const input = { form: 'V1', view: 'A2', rhythm: 2, workingTime: defaultWorkingTime } as const;
const closedOn = (on: string): Ending => ({ on, how: 'closed', outcomes: [] });

describe('with a new agreement', () => {
  const made = (person: Person, moment: Instant) => done(makeAgreement(person, input, moment)).assessment;

  it('goes the test that led to it, and the choice is over', () => {
    const assessment = anAssessment(everything, {}, { chosen: ['time', 'meaning'] });
    expect(made(aPerson({ assessment, draft: aDraft() }), now)).toEqual(anAssessment(everything));
  });

  it('goes nothing, where there was none', () => {
    expect(made(aPerson({ draft: aDraft() }), now)).toBeUndefined();
  });

  it.each([
    { says: 'the test of the one before is deleted', on: '2026-09-02', kept: false },
    { says: 'a test from the day it was closed goes on', on: '2026-12-01', kept: true },
  ])('$says', ({ on, kept }) => {
    const assessment = anAssessment(everything, {}, { on });
    const before = aLeader({ ending: closedOn('2026-12-01') }, { assessment, draft: aDraft() });
    expect(assessmentFor(before)).toEqual(kept ? assessment : undefined);
    expect(made(before, at('2026-12-01 12:00'))).toEqual(kept ? assessment : undefined);
  });

  it.each([
    { says: 'none', agreement: undefined, end: undefined },
    { says: 'one that runs', agreement: anAgreement(), end: '2026-12-02' },
    {
      says: 'one closed before its end',
      agreement: anAgreement({ ending: closedOn('2026-11-30') }),
      end: '2026-11-30',
    },
    {
      says: 'one closed after its end',
      agreement: anAgreement({ ending: closedOn('2026-12-09') }),
      end: '2026-12-02',
    },
    {
      says: 'one that was over on the day of the test',
      agreement: anAgreement({ period: { starts: '2026-06-02', ends: '2026-09-02' } }),
      end: undefined,
    },
  ])('a test belongs to one that ran on after it: $says', ({ agreement, end }) => {
    expect(endOfItsAgreement(anAssessment(everything), agreement)).toBe(end);
  });
});

describe('a test is deleted', () => {
  const alone = aPerson({ assessment: anAssessment(everything) });
  const withAgreement = aLeader({}, { assessment: anAssessment(everything) });
  const extended = aLeader(
    { period: { starts: '2026-09-02', ends: '2026-12-16' }, extendedWeeks: 2 },
    { assessment: anAssessment(everything) },
  );
  const closed = aLeader({ ending: closedOn('2026-11-30') }, { assessment: anAssessment(everything) });
  const afterIt = aLeader(
    { ending: closedOn('2026-11-30') },
    { assessment: anAssessment(everything, {}, { on: '2026-11-30' }) },
  );
  const paused = { ...withAgreement, pauses: [{ from: '2026-11-01', until: '2027-06-01' }] };

  it.each<[string, Person, string, Instant]>([
    [
      'ninety days after the latest answer, where no agreement follows',
      alone,
      '2026-12-01',
      at('2026-12-02 00:00'),
    ],
    ['with the end of its agreement’s period', withAgreement, '2026-12-02', at('2026-12-03 00:00')],
    ['with its end when weeks were given back', extended, '2026-12-16', at('2026-12-17 00:00')],
    ['with its end when it was closed before', closed, '2026-11-30', at('2026-12-01 00:00')],
    ['though a pause keeps the agreement for longer', paused, '2026-12-02', at('2026-12-03 00:00')],
    [
      'ninety days after, when it was taken as an agreement ended',
      afterIt,
      '2027-02-28',
      at('2027-03-01 00:00'),
    ],
    [
      'by its leader’s calendar',
      { ...alone, profile: aProfile({ zone: 'Asia/Tokyo' }) },
      '2026-12-01',
      at('2026-12-02 00:00', 'Asia/Tokyo'),
    ],
  ])('%s', (_, person, lastDay, expiry) => {
    expect(lastDayOfAssessment(person.assessment!, person)).toBe(lastDay);
    expect(forgetExpired(person, addSeconds(expiry, -1)).assessment).toBeDefined();
    expect(forgetExpired(person, expiry).assessment).toBeUndefined();
    expect(nextExpiry(person)! <= expiry).toBe(true);
  });

  it('by the wake, which waits for it and leaves everything else', () => {
    expect(nextExpiry(alone)).toBe(at('2026-12-02 00:00'));
    expect(look(alone, now).person.wakeAt).toBe(at('2026-12-02 00:00'));
    const { person, send } = look(alone, at('2026-12-02 00:00'));
    expect(send).toBeUndefined();
    expect(person).toMatchObject(aPerson());
    expect(person.assessment).toBeUndefined();
  });

  it('with an agreement that nobody looked at for long', () => {
    const kept = forgetExpired(withAgreement, at('2027-06-01 00:00'));
    expect([kept.assessment, kept.agreement]).toEqual([undefined, undefined]);
  });
});

describe('a test is its leader’s alone', () => {
  const person = aLeader(
    {
      manager: { id: 'U2', seesPoints: true },
      partners: [{ id: 'U3', state: 'accepted', since: '2026-09-02', seesPoints: true }],
    },
    { assessment: anAssessment(everything, { time: 2 }, { chosen: ['time', 'meaning'] }) },
  );
  const { assessment: _, ...without } = person;

  it('nobody else may take it, in any role', () => {
    const others: Role[] = ['recipient', 'partner', 'asked', 'stranger'];
    expect(others.filter((role) => may(role, 'take-assessment'))).toEqual([]);
    for (const user of ['U2', 'U3', 'U4'])
      expect(allows({ tenant: person.tenant, user }, person, 'take-assessment')).toBe(false);
    expect(acts.filter((act) => act.includes('assessment'))).toEqual(['take-assessment']);
  });

  it('what others are told is the same without it', () => {
    for (const user of ['U2', 'U3', 'U4']) expect(linkFor(person, user)).toEqual(linkFor(without, user));
    expect(look(person, now).tell).toEqual(look(without, now).tell);
    expect(JSON.stringify(look(person, at('2026-09-15 09:00')).send)).toBe(
      JSON.stringify(look(without, at('2026-09-15 09:00')).send),
    );
  });

  it('points that somebody sees are not chosen by it', () => {
    expect(isRefusal(chooseThemes(person, { form: 'V9', themes: ['time', 'meaning'] }, now))).toBe(true);
    expect(person.agreement?.points[0]?.theme).toBe(aPoint('x').theme);
  });
});
