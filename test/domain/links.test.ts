import { describe, expect, it } from 'vitest';
import { allows, type Thing } from '../../shared/domain/access.ts';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import { withdrawAsk } from '../../shared/domain/asking.ts';
import { hear } from '../../shared/domain/hear.ts';
import { isEmpty, type Link, type ToldLink } from '../../shared/domain/link.ts';
import { linkFor, notTold, type Telling, tellings, toBeTold } from '../../shared/domain/links.ts';
import { peopleFrom } from '../../shared/domain/people.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { withTold } from '../../shared/domain/told.ts';
import {
  aCheckIn,
  aLeader,
  aLink,
  anAsk,
  anItem,
  aPartner,
  aPerson,
  aProfile,
  aRequest,
  at,
  done,
  tenant,
  toPeople,
  user,
} from './people.ts';

const now = at('2026-09-10 10:00');
const ending = { on: '2026-09-09', how: 'stopped' as const, outcomes: [] };
/** What there is to know of the leader U477; nothing, but for what differs. */
const known = (other: Partial<ToldLink> = {}): ToldLink => ({
  owner: user,
  asks: [],
  partner: undefined,
  sparring: [],
  wins: [],
  ...other,
});
const to = (other: string) => ({ tenant, user: other });
const waits = { id: 'Q1', reply: undefined, date: undefined };
const partnered = { state: 'accepted', since: '2026-09-02', talkedOn: undefined } as const;

/** Told to everybody, and stored. */
const stored = (person: Person): Person => {
  const { person: after } = tellings(person);
  return { ...after, version: after.version + 1 };
};
/** What is told, of each kind. */
const linksTold = (person: Person) =>
  tellings(person).tell.flatMap((telling) => (telling.kind === 'link' ? [telling] : []));

describe('what somebody knows of a leader', () => {
  type Case = {
    says: string;
    of: Partial<LeaderAgreement>;
    rest?: Partial<Person>;
    knows: Partial<ToldLink>;
  };
  const win = aCheckIn({ form: 'V9', win: 'Two free mornings', winSeenBy: ['U2'] });
  const cases: Case[] = [
    { says: 'is nothing, where there is nothing between them', of: {}, knows: {} },
    { says: 'is the ask that waits for them', of: { asks: [anAsk()] }, knows: { asks: [waits] } },
    {
      says: 'is how they answered, and nothing of the comment',
      of: {
        asks: [anAsk({ answer: { reply: 'partly', date: '2026-10-01', comment: 'Perhaps', form: 'V3' } })],
      },
      knows: { asks: [{ id: 'Q1', reply: 'partly', date: '2026-10-01' }] },
    },
    {
      says: 'is that they said whether it happened',
      of: {
        asks: [
          anAsk({ answer: { reply: 'yes', date: '2026-10-01', form: 'V3' }, happened: { recipient: 'no' } }),
        ],
      },
      knows: { asks: [{ id: 'Q1', reply: 'yes', date: '2026-10-01', said: true }] },
    },
    {
      says: 'is not what the other said of whether it happened',
      of: {
        asks: [
          anAsk({ answer: { reply: 'yes', date: '2026-10-01', form: 'V3' }, happened: { asker: 'no' } }),
        ],
      },
      knows: { asks: [{ id: 'Q1', reply: 'yes', date: '2026-10-01' }] },
    },
    { says: 'is no ask that is closed', of: { asks: [anAsk({ closed: 'withdrawn' })] }, knows: {} },
    { says: 'is no ask to somebody else', of: { asks: [anAsk({ to: 'U3' })] }, knows: {} },
    {
      says: 'is that they are invited',
      of: { partners: [aPartner({ state: 'invited' })] },
      knows: { partner: { ...partnered, state: 'invited' } },
    },
    {
      says: 'is which invitation it is',
      of: { partners: [aPartner({ state: 'invited', invitation: 'V7' })] },
      knows: { partner: { ...partnered, state: 'invited', invitation: 'V7' } },
    },
    {
      says: 'is since when they are the partner, and when the two last talked',
      of: { partners: [aPartner({ since: '2026-09-04', talkedOn: '2026-09-08' })] },
      knows: { partner: { state: 'accepted', since: '2026-09-04', talkedOn: '2026-09-08' } },
    },
    ...(['declined', 'left', 'gone'] as const).map((state) => ({
      says: `is no partnership that is ${state}`,
      of: { partners: [aPartner({ state })] },
      knows: {},
    })),
    {
      says: 'is no partnership of somebody outside who is called by their id',
      of: { partners: [aPartner({ id: 'U2', name: 'Eva' })] },
      knows: {},
    },
    {
      says: 'is nothing of being the manager alone',
      of: { manager: { id: 'U2', seesPoints: true } },
      knows: {},
    },
    {
      says: 'is a small win that is shown to them',
      of: { checkIns: [win], partners: [aPartner()] },
      knows: { wins: ['2026-09-14'], partner: partnered },
    },
    {
      says: 'is no check-in whose win was taken out',
      of: { checkIns: [{ ...win, win: undefined }], partners: [aPartner()] },
      knows: { partner: partnered },
    },
    {
      says: 'is no win that is shown to others',
      of: { checkIns: [{ ...win, winSeenBy: ['U3'] }], partners: [aPartner()] },
      knows: { partner: partnered },
    },
    {
      says: 'is the request for sparring that waits for them',
      of: {},
      rest: { sparring: [aRequest(), aRequest({ id: 'S2', to: 'U3' })] },
      knows: { sparring: ['S1'] },
    },
    {
      says: 'is no request that was answered or closed',
      of: {},
      rest: {
        sparring: [
          aRequest({ answer: { reply: 'yes' } }),
          aRequest({ id: 'S2', closed: 'withdrawn' }),
          aRequest({ id: 'S3', closed: 'gone' }),
        ],
      },
      knows: {},
    },
    {
      says: 'is only the request for sparring, once the agreement is over',
      of: { asks: [anAsk()], partners: [aPartner()], checkIns: [win], ending },
      rest: { sparring: [aRequest()] },
      knows: { sparring: ['S1'] },
    },
    {
      says: 'is nothing, once the leader is gone',
      of: { asks: [anAsk()], partners: [aPartner()], checkIns: [win] },
      rest: { sparring: [aRequest()], gone: true },
      knows: {},
    },
  ];
  it.each(cases)('$says', ({ of, rest, knows }) => {
    expect(linkFor(aLeader(of, rest), 'U2')).toEqual(known(knows));
  });

  it('without an agreement is a request for sparring alone', () => {
    expect(linkFor(aPerson({ sparring: [aRequest()] }), 'U2')).toEqual(known({ sparring: ['S1'] }));
  });

  it('is never text', () => {
    const everything = aLeader(
      {
        manager: { id: 'U2', seesPoints: true },
        partners: [aPartner({ seesPoints: true })],
        asks: [anAsk({ text: 'SECRET', answer: { reply: 'yes', comment: 'SECRET', form: 'V3' } })],
        checkIns: [{ ...win, win: 'SECRET' }],
      },
      { sparring: [aRequest(), aRequest({ id: 'S2', answer: { reply: 'yes', when: 'SECRET' } })] },
    );
    expect(JSON.stringify(linkFor(everything, 'U2'))).not.toContain('SECRET');
  });

  const people: (Partial<LeaderAgreement> & { says: string })[] = [
    { says: 'a partner', partners: [aPartner()] },
    { says: 'somebody invited', partners: [aPartner({ state: 'invited' })] },
    { says: 'a partner who left', partners: [aPartner({ state: 'left' })] },
    { says: 'a partner who is gone', partners: [aPartner({ state: 'gone' })] },
    { says: 'the manager', manager: { id: 'U2', seesPoints: true } },
    { says: 'the recipient of an ask', asks: [anAsk()] },
    { says: 'who answered an ask', asks: [anAsk({ answer: { reply: 'yes', form: 'V3' } })] },
    { says: 'the former recipient of an ask', asks: [anAsk({ closed: 'withdrawn' })] },
    { says: 'nobody any more' },
  ];
  it.each(people)('is nothing that they may not open: $says', ({ says: _, ...of }) => {
    const owner = aLeader({ ...of, checkIns: [win] }, { sparring: [aRequest()] });
    const { asks, partner, sparring, wins } = linkFor(owner, 'U2');
    const opens = (act: Parameters<typeof allows>[2], thing: Thing) => allows(to('U2'), owner, act, thing);
    for (const { id } of asks) expect(opens('see-ask', { kind: 'ask', id })).toBe(true);
    for (const id of sparring) expect(opens('answer-sparring', { kind: 'sparring', id })).toBe(true);
    for (const id of wins) expect(opens('see-win', { kind: 'win', id })).toBe(true);
    if (partner) expect(opens('answer-invitation', { kind: 'partnership' })).toBe(true);
  });
});

describe('others are told', () => {
  it.each<{ says: string; person: Person; told: [string, Partial<ToldLink>][] }>([
    { says: 'nothing, where there is nothing', person: aLeader(), told: [] },
    { says: 'nothing, of somebody without an agreement', person: aPerson(), told: [] },
    {
      says: 'nothing, as managers who are asked nothing',
      person: aLeader({ manager: { id: 'U2', seesPoints: true } }),
      told: [],
    },
    {
      says: 'each what is theirs',
      person: aLeader(
        { asks: [anAsk()], partners: [aPartner({ id: 'U3' }), aPartner({ id: 'V3', name: 'Eva' })] },
        { sparring: [aRequest({ to: 'U4' })] },
      ),
      told: [
        ['U2', { asks: [waits] }],
        ['U3', { partner: partnered }],
        ['U4', { sparring: ['S1'] }],
      ],
    },
    {
      says: 'once, who is named twice',
      person: aLeader({ asks: [anAsk()], partners: [aPartner()] }, { sparring: [aRequest()] }),
      told: [['U2', { asks: [waits], partner: partnered, sparring: ['S1'] }]],
    },
    {
      says: 'of a win, who is named nowhere but there',
      person: aLeader({
        manager: { id: 'U2', seesPoints: false },
        checkIns: [aCheckIn({ win: 'A walk', winSeenBy: ['U2'] })],
      }),
      told: [['U2', { wins: ['2026-09-14'] }]],
    },
  ])('$says', ({ person, told }) => {
    expect(tellings({ ...person, version: 7 }).tell).toEqual(
      told.map(([other, link]) => ({ kind: 'link', to: to(other), link: known(link), version: 7 })),
    );
  });

  const asked = aLeader({ asks: [anAsk()], partners: [aPartner({ id: 'U3' })] });

  it('once: looking again finds the very same person, and nothing to tell', () => {
    const { person } = tellings(asked);
    const again = tellings(person);
    expect(again).toEqual({ person, tell: [] });
    expect(again.person).toBe(person);
  });

  it('nothing changes in who has nothing to tell', () => {
    const person = aLeader();
    expect(tellings(person).person).toBe(person);
  });

  it('again, when the writing was lost', () => {
    expect(tellings(asked).tell).toEqual(tellings(asked).tell);
    expect(tellings(asked).tell).toHaveLength(2);
  });

  it('what changed, and only those whom it concerns', () => {
    const after = stored(asked);
    const answered = anAsk({ answer: { reply: 'yes', form: 'V3' } });
    const changed = { ...after, agreement: { ...after.agreement!, asks: [answered] } };
    const link = known({ asks: [{ id: 'Q1', reply: 'yes', date: undefined }] });
    expect(tellings(changed).tell).toEqual([{ kind: 'link', to: to('U2'), link, version: 2 }]);
  });

  const endings: { says: string; change: (person: Person) => Person; to: string[] }[] = [
    { says: 'when an ask is withdrawn', change: (person) => done(withdrawAsk(person, 'Q1')), to: ['U2'] },
    {
      says: 'when a partner is no longer named',
      change: (person) => ({
        ...person,
        agreement: {
          ...person.agreement!,
          ...peopleFrom(person.agreement, { partners: [], seePoints: [], view: 'V7' }, '2026-09-10'),
        },
      }),
      to: ['U3'],
    },
    {
      says: 'when the agreement is over',
      change: (person) => ({ ...person, agreement: { ...person.agreement!, ending } }),
      to: ['U2', 'U3'],
    },
    { says: 'when the leader is gone', change: (person) => ({ ...person, gone: true }), to: ['U2', 'U3'] },
    {
      says: 'when the agreement is deleted or forgotten',
      change: (person) => ({ ...person, agreement: undefined }),
      to: ['U2', 'U3'],
    },
  ];
  it.each(endings)('that there is nothing more, $says; and then no more of it', ({ change, to: others }) => {
    const changed = change(stored(asked));
    expect(linksTold(changed)).toEqual(
      others.map((other) => ({ kind: 'link', to: to(other), link: known(), version: 2 })),
    );
    const after = stored(changed);
    expect(tellings(after).tell).toEqual([]);
  });

  it('that there is nothing more, and who is not named any more is forgotten', () => {
    expect(stored({ ...stored(asked), agreement: undefined }).linked).toEqual([]);
  });

  it('that there is nothing more, also where it was told and taken back before the telling was written', () => {
    const made = toBeTold(asked);
    const told = linksTold(made).filter((telling) => telling.to.user === 'U2');
    const reader = told.reduce<Person>(
      (person, telling) => hear(person, telling, now),
      aPerson({ user: 'U2' }),
    );
    expect(reader.links?.map(isEmpty)).toEqual([false]);
    // The worker died, or somebody wrote first: that they were told is written nowhere.
    const withdrawn = toBeTold({ ...done(withdrawAsk(made, 'Q1')), version: 2 });
    const after = linksTold(withdrawn)
      .filter((telling) => telling.to.user === 'U2')
      .reduce<Person>((person, telling) => hear(person, telling, now), reader);
    expect(after.links?.map(isEmpty)).toEqual([true]);
    expect(tellings(stored(withdrawn)).tell).toEqual([]);
  });
});

describe('an act marks', () => {
  const asked = aLeader({ asks: [anAsk()], partners: [aPartner({ id: 'U3' })] });

  it('who is to be told, and a look that told them takes the mark away', () => {
    const marked = toBeTold(asked);
    expect(marked).toEqual({
      ...asked,
      linked: [
        { user: 'U2', told: '' },
        { user: 'U3', told: '' },
      ],
    });
    expect(tellings(marked).person).toEqual(tellings(asked).person);
  });

  it('only whom it concerns', () => {
    const after = stored(asked);
    const marked = toBeTold(done(withdrawAsk(after, 'Q1')));
    expect(marked.linked?.filter(({ told }) => told === '').map((known) => known.user)).toEqual(['U2']);
    expect(marked.linked).toContainEqual(after.linked!.find((known) => known.user === 'U3'));
  });

  it.each([
    { says: 'nobody is named', person: aLeader() },
    { says: 'everybody knows', person: stored(asked) },
    { says: 'they are marked already', person: toBeTold(asked) },
    {
      says: 'what was asked was taken back before anybody heard',
      person: done(withdrawAsk(aLeader({ asks: [anAsk()] }), 'Q1')),
    },
  ])('nobody, and is the very same person, where $says', ({ person }) => {
    expect(toBeTold(person)).toBe(person);
  });
});

describe('who hears of a leader', () => {
  const told = (link: Partial<ToldLink>, version = 3): Telling => ({
    kind: 'link',
    to: to('U2'),
    link: known({ owner: 'U9', ...link }),
    version,
  });
  const link = aLink({ version: 3, heardOn: '2026-09-10', asks: [waits] });
  const other = aLink({ owner: 'U8', partner: partnered });

  it.each<{ says: string; before: Link[]; telling: Telling; after: Link[] }>([
    { says: 'knows it', before: [], telling: told({ asks: [waits] }), after: [link] },
    {
      says: 'knows it beside what they know of others',
      before: [other],
      telling: told({ asks: [waits] }),
      after: [other, link],
    },
    {
      says: 'knows what is newer in the place of what was',
      before: [aLink({ version: 2, asks: [waits] }), other],
      telling: told({ partner: partnered }),
      after: [aLink({ version: 3, heardOn: '2026-09-10', partner: partnered }), other],
    },
    {
      says: 'knows that the same is newer',
      before: [aLink({ version: 2, asks: [waits], reported: ['Q1/2026-09-17'] })],
      telling: told({ asks: [waits] }),
      after: [{ ...link, reported: ['Q1/2026-09-17'] }],
    },
    {
      says: 'knows what is left of the same version when something had its time',
      before: [aLink({ version: 3, asks: [waits] })],
      telling: told({}),
      after: [aLink({ version: 3, heardOn: '2026-09-10' })],
    },
    {
      says: 'keeps an empty link, when there is nothing more',
      before: [aLink({ version: 2, asks: [waits] })],
      telling: told({}),
      after: [aLink({ version: 3, heardOn: '2026-09-10' })],
    },
    {
      says: 'keeps what they reported of the asks that still wait',
      before: [
        aLink({
          version: 2,
          asks: [waits, { id: 'Q2' }, { id: 'Q20' }],
          reported: ['Q1/2026-09-17', 'Q2/2026-09-18', 'Q20/2026-09-18', 'gone'],
        }),
      ],
      telling: told({ asks: [{ id: 'Q2' }, { id: 'Q3' }] }),
      after: [
        aLink({
          version: 3,
          heardOn: '2026-09-10',
          asks: [{ id: 'Q2' }, { id: 'Q3' }],
          reported: ['Q2/2026-09-18'],
        }),
      ],
    },
  ])('$says', ({ before, telling, after }) => {
    const person = aPerson({ links: before });
    expect(hear(person, telling, now)).toEqual({ ...person, links: after });
  });

  it('for the first time ever, knows it', () => {
    expect(hear(aPerson(), told({ asks: [waits] }), now)).toEqual({ ...aPerson(), links: [link] });
  });

  it('hears it on the day that they read', () => {
    const person = aPerson({ profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    expect(hear(person, told({ asks: [waits] }), '2026-09-10T10:00:00Z').links?.[0]?.heardOn).toBe(
      '2026-09-11',
    );
  });

  it.each<{ says: string; telling: Telling }>([
    { says: 'the same again', telling: told({ asks: [waits] }) },
    { says: 'something older', telling: told({}, 2) },
  ])('stays the very same person at $says', ({ telling }) => {
    const person = aPerson({ links: [other, link] });
    expect(hear(person, telling, now)).toBe(person);
  });

  it('is not misled by something old that comes after there is nothing more', () => {
    const empty = hear(aPerson({ links: [link] }), told({}, 4), now);
    expect(hear(empty, told({ asks: [waits] }, 3), now)).toBe(empty);
  });
});

describe('a recipient who was written to', () => {
  const item = anItem('ask', 'Q1');
  const asks = [waits];
  const reached = (rest: Partial<Person> = {}, on = '2026-09-10') =>
    withTold(aPerson({ user: 'U2', links: [aLink({ asks })], ...rest }), [item], on);
  const report = (on: string, overdueFrom: string): Telling => ({
    kind: 'delivered',
    to: to('U9'),
    ask: 'Q1',
    by: 'U2',
    on,
    overdueFrom,
  });

  it.each<{ says: string; person: Person; report: Telling }>([
    { says: 'five working days ahead', person: reached(), report: report('2026-09-10', '2026-09-17') },
    {
      says: 'as many of their own working days',
      person: reached({ workingTime: { ...defaultWorkingTime, workdays: [1, 2] } }),
      report: report('2026-09-10', '2026-09-28'),
    },
    {
      says: 'over their holidays',
      person: reached({}, '2026-12-21'),
      report: report('2026-12-21', '2026-12-30'),
    },
    {
      says: 'over their pause',
      person: reached({ pauses: [{ from: '2026-09-11', until: '2026-09-21' }] }),
      report: report('2026-09-10', '2026-09-25'),
    },
    {
      says: 'at once, if they never work',
      person: reached({ workingTime: { ...defaultWorkingTime, workdays: [] } }),
      report: report('2026-09-10', '2026-09-10'),
    },
  ])('tells the asker so, and from when they are late: $says', ({ person, report: expected }) => {
    expect(tellings(person).tell).toEqual([expected]);
  });

  it('tells it once', () => {
    const { person } = tellings(reached());
    expect(person.links?.[0]?.reported).toEqual(['Q1/2026-09-17']);
    const again = tellings(person);
    expect(again).toEqual({ person, tell: [] });
    expect(again.person).toBe(person);
    expect(tellings(person).person).toBe(person);
  });

  it('tells it again when their pause moves the day, in the place of what they told before', () => {
    const both = [waits, { id: 'Q2' }];
    const told = tellings(reached({ links: [aLink({ asks: both, reported: ['Q2/2026-09-16'] })] })).person;
    expect(told.links?.[0]?.reported).toEqual(['Q2/2026-09-16', 'Q1/2026-09-17']);
    const paused = { ...told, pauses: [{ from: '2026-09-11', until: '2026-09-21' }] };
    const { person, tell } = tellings(paused);
    expect(tell).toEqual([report('2026-09-10', '2026-09-25')]);
    expect(person.links?.[0]?.reported).toEqual(['Q2/2026-09-16', 'Q1/2026-09-25']);
    expect(tellings(person)).toEqual({ person, tell: [] });
    // The pause is taken back: it moves once more.
    const { person: back, tell: moved } = tellings({ ...person, pauses: [] });
    expect(moved).toEqual([report('2026-09-10', '2026-09-17')]);
    expect(back.links?.[0]?.reported).toEqual(['Q2/2026-09-16', 'Q1/2026-09-17']);
  });

  it('tells nothing of a pause that does not move the day', () => {
    const { person } = tellings(reached());
    const paused = { ...person, pauses: [{ from: '2026-09-18', until: '2026-09-28' }] };
    expect(tellings(paused)).toEqual({ person: paused, tell: [] });
  });

  it.each<{ says: string; person: Person }>([
    { says: 'was not told yet', person: aPerson({ links: [aLink({ asks })] }) },
    {
      says: 'was told of another’s ask with the same id',
      person: withTold(aPerson({ links: [aLink({ asks })] }), [anItem('ask', 'Q1', 'U8')], '2026-09-10'),
    },
    {
      says: 'has answered already',
      person: reached({ links: [aLink({ asks: [{ id: 'Q1', reply: 'yes' }] })] }),
    },
    { says: 'is asked no more', person: reached({ links: [aLink()] }) },
  ])('tells nothing, where they $says', ({ person }) => {
    expect(tellings(person)).toEqual({ person, tell: [] });
  });

  it('tells each asker of their own', () => {
    const links = [aLink({ asks }), aLink({ owner: 'U8', asks: [{ id: 'Q2' }] })];
    const person = withTold(reached({ links }), [anItem('ask', 'Q2', 'U8')], '2026-09-10');
    const { tell, person: after } = tellings(person);
    expect(toPeople(tell).map((telling) => telling.to.user)).toEqual(['U9', 'U8']);
    expect(after.links?.map(({ reported }) => reported)).toEqual([['Q1/2026-09-17'], ['Q2/2026-09-17']]);
  });
});

describe('an asker who hears that it came', () => {
  const heard: Telling & { kind: 'delivered' } = {
    kind: 'delivered',
    to: to(user),
    ask: 'Q1',
    by: 'U2',
    on: '2026-09-10',
    overdueFrom: '2026-09-17',
  };
  const delivered = { on: '2026-09-10', overdueFrom: '2026-09-17' };
  const other = anAsk({ id: 'Q2', point: '2' });

  it('knows the day, and from when it is late', () => {
    const person = aLeader({ asks: [other, anAsk()] });
    expect(hear(person, heard, now)).toEqual({
      ...person,
      agreement: { ...person.agreement, asks: [other, anAsk({ delivered })] },
    });
  });

  it('knows another day from which it is late, and from when they know it', () => {
    const person = aLeader({ asks: [other, anAsk({ delivered })] });
    const moved = hear(person, { ...heard, overdueFrom: '2026-09-25' }, now);
    expect(moved).toEqual({
      ...person,
      agreement: {
        ...person.agreement,
        asks: [other, anAsk({ delivered: { on: '2026-09-10', overdueFrom: '2026-09-25' } })],
      },
    });
    expect(hear(moved, { ...heard, overdueFrom: '2026-09-25' }, now)).toBe(moved);
  });

  it.each<{ says: string; person: Person }>([
    { says: 'heard it before', person: aLeader({ asks: [other, anAsk({ delivered })] }) },
    {
      says: 'heard of the same day before, with another delivery',
      person: aLeader({ asks: [anAsk({ delivered: { ...delivered, on: '2026-09-09' } })] }),
    },
    { says: 'asks somebody else meanwhile', person: aLeader({ asks: [anAsk({ to: 'U3' })] }) },
    { says: 'has no such ask', person: aLeader({ asks: [other] }) },
    { says: 'has no agreement any more', person: aPerson() },
  ])('stays the very same person, where they $says', ({ person }) => {
    expect(hear(person, heard, now)).toBe(person);
  });
});

describe('somebody who is gone', () => {
  const gone: Telling = { kind: 'gone', to: to(user), who: 'U2' };
  const leaver = (links: Link[]) => aPerson({ user: 'U2', links, gone: true });

  it('tells everybody who counts on them, once', () => {
    const links = [
      aLink({ asks: [waits] }),
      aLink({ owner: 'U8', partner: partnered }),
      aLink({ owner: 'U7' }),
    ];
    const { tell, person } = tellings(leaver(links));
    expect(tell).toEqual([
      { kind: 'gone', to: to('U9'), who: 'U2' },
      { kind: 'gone', to: to('U8'), who: 'U2' },
    ]);
    expect(person.links?.map(({ reported }) => reported)).toEqual([['gone'], ['gone'], []]);
    expect(tellings(person)).toEqual({ person, tell: [] });
  });

  it('who is here again may leave again, and tells that too', () => {
    const { person: left } = tellings(leaver([aLink({ asks: [waits], reported: ['Q1/2026-09-17'] })]));
    const again = tellings({ ...left, gone: undefined }).person;
    expect(again.links?.map(({ reported }) => reported)).toEqual([['Q1/2026-09-17']]);
    expect(tellings({ ...again, gone: true }).tell.map(({ kind }) => kind)).toEqual(['gone']);
  });

  it('is not said to have been reached', () => {
    const person = withTold(leaver([aLink({ asks: [waits] })]), [anItem('ask', 'Q1')], '2026-09-10');
    expect(tellings(person).tell.map(({ kind }) => kind)).toEqual(['gone']);
  });

  const manager = { id: 'U2', seesPoints: true };
  const answered = anAsk({ id: 'Q2', answer: { reply: 'yes', form: 'V3' } });
  const withdrawn = anAsk({ id: 'Q3', closed: 'withdrawn' });
  const others = anAsk({ id: 'Q4', point: '2', to: 'U3' });

  it('has no place in an agreement any more: what waits for them is closed, and what they said stays', () => {
    const owner = aLeader(
      {
        manager,
        partners: [aPartner({ id: 'U3' }), aPartner()],
        asks: [anAsk(), answered, withdrawn, others],
      },
      {
        sparring: [
          aRequest(),
          aRequest({ id: 'S2', to: 'U3' }),
          aRequest({ id: 'S3', answer: { reply: 'yes' } }),
        ],
      },
    );
    expect(hear(owner, gone, now)).toEqual({
      ...owner,
      agreement: {
        ...owner.agreement,
        manager: { ...manager, gone: true },
        partners: [aPartner({ id: 'U3' }), aPartner({ state: 'gone' })],
        asks: [anAsk({ closed: 'gone' }), answered, withdrawn, others],
      },
      sparring: [
        aRequest({ closed: 'gone' }),
        aRequest({ id: 'S2', to: 'U3' }),
        aRequest({ id: 'S3', answer: { reply: 'yes' } }),
      ],
    });
  });

  it('leaves other managers alone', () => {
    const owner = aLeader({ manager: { id: 'U3', seesPoints: true }, asks: [anAsk()] });
    expect(hear(owner, gone, now).agreement?.manager).toEqual({ id: 'U3', seesPoints: true });
  });

  it('is gone for who asked for sparring without an agreement, too', () => {
    expect(hear(aPerson({ sparring: [aRequest()] }), gone, now)).toEqual(
      aPerson({ sparring: [aRequest({ closed: 'gone' })] }),
    );
  });

  it('changes nothing in an agreement that is over', () => {
    const owner = aLeader({ ending, manager, partners: [aPartner()], asks: [anAsk()] });
    expect(hear(owner, gone, now).agreement).toEqual(owner.agreement);
  });

  it.each<{ says: string; owner: Person }>([
    {
      says: 'heard it before',
      owner: hear(
        aLeader({ manager, partners: [aPartner()], asks: [anAsk()] }, { sparring: [aRequest()] }),
        gone,
        now,
      ),
    },
    {
      says: 'does not count on them',
      owner: aLeader({ manager: { id: 'U3', seesPoints: true }, partners: [], asks: [others] }),
    },
    { says: 'has nothing', owner: aPerson() },
    { says: 'asked others for sparring', owner: aPerson({ sparring: [aRequest({ to: 'U3' })] }) },
  ])('leaves who $says the very same person', ({ owner }) => {
    expect(hear(owner, gone, now)).toBe(owner);
  });
});

describe('what could not be told', () => {
  const askers = [aLink({ asks: [waits] }), aLink({ owner: 'U8', asks: [{ id: 'Q2' }] })];
  const told = (of: Partial<LeaderAgreement>, rest: Partial<Person> = {}) =>
    withTold(aLeader(of, rest), [anItem('ask', 'Q1'), anItem('ask', 'Q2', 'U8')], '2026-09-10');
  const named = { asks: [anAsk()], partners: [aPartner({ id: 'U3' })] };

  const cases: { says: string; person: Person; kinds: Telling['kind'][] }[] = [
    { says: 'what there is for others', person: aLeader(named), kinds: ['link', 'link'] },
    {
      says: 'that there is nothing more for them',
      person: { ...stored(aLeader(named)), agreement: undefined },
      kinds: ['link', 'link'],
    },
    { says: 'what was delivered', person: told({}, { links: askers }), kinds: ['delivered', 'delivered'] },
    {
      says: 'who is gone',
      person: aPerson({ links: askers, gone: true }),
      kinds: ['gone', 'gone'],
    },
    {
      says: 'all of it',
      person: told(named, { links: askers }),
      kinds: ['link', 'link', 'delivered', 'delivered'],
    },
  ];

  it.each(cases)('is told again by the next look: $says', ({ person, kinds }) => {
    const { person: after, tell } = tellings(person);
    expect(tell.map(({ kind }) => kind)).toEqual(kinds);
    expect(tellings(after).tell).toEqual([]);
    const again = tellings(notTold(after, tell));
    expect(again.tell).toEqual(tell);
    expect(tellings(again.person)).toEqual({ person: again.person, tell: [] });
  });

  it.each(cases)('is told again alone, and nothing of the rest: $says', ({ person }) => {
    const { person: after, tell } = tellings(person);
    for (const failed of tell) expect(tellings(notTold(after, [failed])).tell).toEqual([failed]);
  });

  it('is marked in whom it was to, and is no report any more', () => {
    const { person, tell } = tellings(told(named, { links: askers }));
    const failed = toPeople(tell).filter(({ to: { user: other } }) => other === 'U2' || other === 'U8');
    const marked = notTold(person, failed);
    expect(marked).toEqual({
      ...person,
      linked: [person.linked!.find(({ user: other }) => other === 'U3'), { user: 'U2', told: '' }],
      links: [person.links![0], { ...person.links![1], reported: [] }],
    });
  });

  it('is told again as it is by then', () => {
    const { person, tell } = tellings(aLeader(named));
    const withdrawn = done(withdrawAsk(notTold(person, tell), 'Q1'));
    expect(tellings(withdrawn).tell).toContainEqual({
      kind: 'link',
      to: to('U2'),
      link: known(),
      version: 1,
    });
  });

  it('is nothing, and the very same person, where all was told', () => {
    const { person } = tellings(told(named, { links: askers }));
    expect(notTold(person, [])).toBe(person);
  });
});

describe('from wake to wake', () => {
  it('an ask that is made, delivered, answered and withdrawn is known to both as it is', () => {
    let leader = aLeader({ asks: [anAsk()] });
    let reader = aPerson({ user: 'U2' });
    const exchange = () => {
      const { person, tell } = tellings(leader);
      for (const telling of toPeople(tell)) reader = hear(reader, telling, now);
      leader = { ...person, version: leader.version + 1 };
      const back = tellings(reader);
      for (const telling of toPeople(back.tell)) leader = hear(leader, telling, now);
      reader = back.person;
    };
    exchange();
    expect(reader.links).toEqual([aLink({ owner: user, heardOn: '2026-09-10', asks: [waits] })]);
    reader = withTold(reader, [anItem('ask', 'Q1', user)], '2026-09-10');
    exchange();
    expect(leader.agreement?.asks).toEqual([
      anAsk({ delivered: { on: '2026-09-10', overdueFrom: '2026-09-17' } }),
    ]);
    leader = done(withdrawAsk(leader, 'Q1'));
    exchange();
    expect(reader.links?.map(isEmpty)).toEqual([true]);
    const [settledLeader, settledReader] = [tellings(leader), tellings(reader)];
    expect([...settledLeader.tell, ...settledReader.tell]).toEqual([]);
  });
});
