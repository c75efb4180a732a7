import { describe, expect, test } from 'vitest';
import { problemsOfView } from '../../playground/slack/validate/index.ts';
import type { GroupLink } from '../../shared/domain/group-link.ts';
import type { Link } from '../../shared/domain/link.ts';
import type { Language, Person } from '../../shared/domain/person.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { addDays } from '../../shared/domain/time.ts';
import { workspaceOf } from '../../shared/domain/workspace.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { homeView } from '../../shared/views/home.ts';
import {
  answerOf,
  askedOf,
  broadest,
  closedOf,
  hostile,
  letGo,
  linkOf,
  marker,
  now,
  ordinary,
  pictures,
  prompt,
  somebody,
  stoppedOf,
  submission,
  today,
  withAgreement,
  withDraft,
  withPeople,
  withPeopleGone,
} from './people.ts';

/** The Home tab: as it stands in golden files, within Slack's rules at its longest, and nobody else's words in it. */

type Words = (most: number) => string;

const languages: Language[] = ['da', 'en'];

const groupOf = (channel: string, more: Partial<GroupLink> = {}): GroupLink => ({
  channel,
  version: 4,
  heardOn: today,
  role: 'member',
  commitments: [],
  needs: [],
  ...more,
});
const round = { id: submission(7), on: today, until: '2026-12-10T08:00:00Z' };

const linksToOthers: Link[] = [
  linkOf('U2', { asks: [{ id: submission(1) }, { id: submission(2), reply: 'yes', date: '2027-01-12' }] }),
  linkOf('U3', { partner: { state: 'invited', invitation: submission(3), since: today } }),
  linkOf('U4', { partner: { state: 'accepted', since: '2026-11-24' }, sparring: [submission(4)] }),
  linkOf('U5', {
    partner: { state: 'accepted', since: '2026-10-01', talkedOn: '2026-12-01' },
    wins: ['2026-11-30'],
  }),
];
const groups: GroupLink[] = [
  groupOf('C0LEDELSEN', { role: 'leader', round, needs: [`member-left/${submission(8)}`] }),
  groupOf('C0DRIFTEN', {
    round: { ...round, until: '2026-12-07T08:00:00Z' },
    commitments: [
      { id: submission(5), due: '2027-01-04' },
      { id: submission(6), due: '2026-12-08', given: true },
    ],
  }),
];

const requests: Person['sparring'] = [
  { id: submission(5), to: 'U6', madeOn: '2026-12-01' },
  { id: submission(6), to: 'U7', madeOn: '2026-12-01', answer: { reply: 'yes' } },
  { id: submission(7), to: 'U8', madeOn: '2026-12-01', closed: 'gone' },
];

/** More of everything than anybody will have. */
function many(person: Person, write: Words): Person {
  const of = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, n) => make(n));
  const { agreement } = withAgreement(person, { write, checkIns: 13 });
  const accompanied = withPeople(agreement, write);
  return {
    ...person,
    agreement: {
      ...accompanied,
      partners: of(20, (n) => ({ ...accompanied.partners![n % 3]!, id: `U9${n}` })),
      asks: of(20, (n) => askedOf(write, { id: submission(n), answer: answerOf(write) })),
      retired: of(12, (n) => letGo(n, write)),
    },
    past: of(9, () => closedOf({ write, checkIns: 13 }, 12)),
    sparring: of(20, (n) => ({ id: submission(n), to: `U8${n}`, madeOn: today })),
    links: of(60, (n) => ({ ...linksToOthers[n % 4]!, owner: `U7${n}` })),
    groups: of(40, (n) =>
      groupOf(`C0${n}`, {
        role: n % 2 ? 'leader' : 'member',
        round,
        commitments: of(20, (day) => ({ id: submission(day), due: addDays(today, day) })),
      }),
    ),
  };
}

/** Everybody a Home is for, by a name for the state they are in, written by somebody who writes like that. */
function everybody(language: Language, write: Words, name?: string): Record<string, Person> {
  const nobody = somebody(language, name);
  const running = withAgreement(nobody, { write, checkIns: 2 });
  const paused = [{ from: '2026-12-08', until: '2027-01-04' }];
  const over = withAgreement(nobody, { write, checkIns: 6, starts: '2026-08-24', ends: '2026-11-24' });
  const closed = closedOf({ write });
  return {
    nothing: nobody,
    draft: withDraft(nobody, write),
    'nothing-paused': { ...nobody, pauses: paused },
    begun: withAgreement(nobody, { write }),
    running,
    paused: { ...running, pauses: paused },
    resting: { ...running, agreement: { ...running.agreement, unanswered: 3 } },
    over,
    stopped: { ...nobody, agreement: stoppedOf({ write, checkIns: 1 }) },
    'closed-and-draft': { ...withDraft(nobody, write), agreement: closed },
    'people-gone': { ...running, agreement: withPeopleGone(running.agreement, write) },
    'asked-only': { ...nobody, links: [linkOf('U2', { asks: [{ id: submission(1) }] })] },
    'group-only': { ...nobody, groups: [groupOf('C0DRIFTEN')] },
    everything: {
      ...running,
      agreement: withPeople(running.agreement, write),
      past: [closed],
      sparring: requests,
      links: linksToOthers,
      groups,
    },
    many: many(nobody, write),
  };
}

const homesOf = (language: Language, write: Words, name?: string) =>
  Object.entries(everybody(language, write, name)).map(
    ([state, person]) => [state, homeView(person, now, textsIn(language))] as const,
  );

describe.each(languages)('in %s', (language) => {
  const typical = homesOf(language, ordinary[language]).filter(([state]) => state !== 'many');

  test.each(typical)('the Home of %s is as in its golden file', async (state, view) => {
    const file = `./golden/home-${state}.${language}.json`;
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  const authors: [string, Words, string | undefined][] = [
    ['a few words', ordinary[language], undefined],
    ['the broadest letter as often as it goes', broadest, 'W'.repeat(80)],
    ['emoji as often as it goes', pictures, '🫐'.repeat(80)],
    ['what tries to be the app', hostile, hostile(80)],
    ['a single letter', () => 'å', 'Å'],
  ];
  test.each(authors)('Slack takes every Home of somebody who writes %s', (_, write, name) => {
    const found = homesOf(language, write, name).map(([state, view]) => [state, problemsOfView(view)]);
    expect(found.filter(([, problems]) => problems!.length > 0)).toEqual([]);
  });

  test('it stays short, whoever one is', () => {
    const lengths = homesOf(language, broadest).map(([, { blocks }]) => blocks.length);
    expect(Math.max(...lengths)).toBeLessThan(50);
  });

  test('nothing can be filled in there', () => {
    const types = homesOf(language, ordinary[language]).flatMap(([, { blocks }]) =>
      blocks.map(({ type }) => type),
    );
    expect([...new Set(types)].sort()).toEqual([
      'actions',
      'context',
      'divider',
      'header',
      'rich_text',
      'section',
    ]);
  });

  test('what its reader wrote stands there letter by letter', () => {
    const found = homesOf(language, hostile, hostile(80)).flatMap(([, view]) => places(view));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ key, type }) => !(key === 'text' && type === 'text'))).toEqual([]);
  });
});

type Place = { key: string; type: unknown };

/** Wherever a string holds what was planted: its key, and the type of the object it stands in. */
function places(node: unknown): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): Place[] => {
    if (typeof value !== 'string') return places(value);
    return value.includes(marker) ? [{ key, type: 'type' in node ? node.type : undefined }] : [];
  });
}

describe('what was written', () => {
  const secret = 'HEMMELIGT';
  const title = 'Mit eget punkt';

  /** Everything that anybody can write, planted with it; but for the titles of one's own points, and the names one wrote. */
  function planted(person: Person): Person {
    const plain = (agreement: Person['agreement']): Person['agreement'] =>
      agreement && {
        ...agreement,
        points: [
          { ...agreement.points[0], title: `${title} 1` },
          { ...agreement.points[1], title: `${title} 2` },
        ],
        ...(agreement.partners && {
          partners: agreement.partners.map((one) => (one.name ? { ...one, name: 'Ole udefra' } : one)),
        }),
      };
    const contacts = [{ name: secret, reach: secret }];
    return {
      ...person,
      agreement: plain(person.agreement),
      workingTime: defaultWorkingTime,
      sparring: person.sparring?.map((one) =>
        one.answer ? { ...one, answer: { ...one.answer, when: secret } } : one,
      ),
      prompt: prompt('sent'),
      linked: [{ user: 'U2', told: secret }],
      told: [{ key: secret, on: today }],
      workspace: { ...workspaceOf('T1'), contacts, controller: 'Havnby Energi', legalBasis: secret },
    };
  }

  const states = Object.entries(everybody('da', () => secret));
  test.each(states)('is not on the Home of %s, but for the titles of their own points', (_, person) => {
    const before = planted(person);
    const said = JSON.stringify(homeView(before, now, textsIn('da')));
    expect(said).not.toContain(secret);
    expect(said.includes(title)).toBe(before.agreement !== undefined);
  });
});

describe('a Home says something else', () => {
  const print = (person: Person, at: string) => JSON.stringify(homeView(person, at, textsIn('da')));
  const { everything } = everybody('da', ordinary.da) as { everything: Person };

  test('only when a day has passed that matters', () => {
    const days = Array.from({ length: 90 }, (_, index) => `${addDays(today, index)}T12:00:00Z`);
    const changed = days.filter(
      (day, index) => index > 0 && print(everything, day) !== print(everything, days[index - 1]!),
    );
    // The round has closed; each slot has passed; the closing's week has come; the period is over.
    expect(changed.map((day) => day.slice(0, 10))).toMatchInlineSnapshot(`
      [
        "2026-12-09",
        "2026-12-10",
        "2026-12-16",
        "2026-12-23",
        "2026-12-30",
        "2027-01-06",
        "2027-01-13",
        "2027-01-20",
        "2027-01-27",
        "2027-02-03",
        "2027-02-10",
        "2027-02-17",
        "2027-02-22",
        "2027-02-24",
      ]
    `);
  });

  test('not within a day', () => {
    expect(print(everything, '2026-12-09T06:00:00Z')).toBe(print(everything, '2026-12-09T22:00:00Z'));
  });
});
