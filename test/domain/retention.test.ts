import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../shared/domain/agreement.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { News } from '../../shared/domain/prompt.ts';
import {
  forgetExpired,
  hasHadTheirTime,
  keptUntil,
  lastDayKept,
  nextExpiry,
} from '../../shared/domain/retention.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { anyDate, anyZone } from './almanac.ts';
import {
  aDraft,
  aLeader,
  aLink,
  anAgreement,
  anItem,
  aPart,
  aPerson,
  aProfile,
  aPrompt,
  aRequest,
  at,
} from './people.ts';

const old = anAgreement({ id: 'A0', period: { starts: '2026-05-01', ends: '2026-08-01' } });
const newer = anAgreement({ id: 'A1' });
const closed: Ending = { on: '2026-12-01', how: 'closed', outcomes: [] };
const over = { from: '2026-10-01', until: '2026-10-08' };
const on = { from: '2026-11-05', until: '2027-03-01' };

const news: News = { on: '2026-09-20', items: [anItem('win', 'V9')], state: 'sent' };

describe('what has had its time is forgotten', () => {
  type Case = { says: string; person: Person; now: Instant; without?: Partial<Person> };
  const drafted = aPerson({ draft: aDraft({ savedAt: at('2026-09-02 10:00') }) });
  const asking = aPerson({
    sparring: [
      aRequest(),
      aRequest({ id: 'S2', answer: { reply: 'yes' } }),
      aRequest({ id: 'S3', madeOn: '2026-09-03' }),
    ],
  });
  const told = aPerson({
    told: [
      { key: 'ask U9 Q1', on: '2026-09-02' },
      { key: 'win U9 V9', on: '2026-09-03' },
    ],
  });
  const linked = aPerson({
    links: [
      aLink(),
      aLink({ owner: 'U8', wins: ['V9'] }),
      aLink({ owner: 'U7', asks: [{ id: 'Q1' }] }),
      aLink({ owner: 'U6', sparring: ['S1'] }),
      aLink({ owner: 'U5', partner: { state: 'invited', since: '2026-09-02' } }),
    ],
  });
  const item = { kind: 'item' as const, item: anItem('talk', 'partner') };
  const cases: Case[] = [
    { says: 'a draft is kept for thirty days', person: drafted, now: at('2026-10-02 23:59') },
    {
      says: 'a draft is gone on the day after',
      person: drafted,
      now: at('2026-10-03 00:00'),
      without: { draft: undefined, idleSince: '2026-10-03' },
    },
    { says: 'an agreement is kept while it runs', person: aLeader(), now: at('2026-12-02 12:00') },
    {
      says: 'an agreement is kept for thirty days after its end',
      person: aLeader(),
      now: at('2027-01-01 23:59'),
    },
    {
      says: 'an agreement is gone on the day after',
      person: aLeader(),
      now: at('2027-01-02 00:00'),
      without: { agreement: undefined },
    },
    {
      says: 'an agreement is gone by its leader’s calendar',
      person: aLeader({}, { profile: aProfile({ zone: 'Pacific/Kiritimati' }) }),
      now: '2027-01-01T10:00:00Z',
      without: { agreement: undefined },
    },
    {
      says: 'and not before',
      person: aLeader({}, { profile: aProfile({ zone: 'Pacific/Pago_Pago' }) }),
      now: '2027-01-02T10:59:59Z',
    },
    {
      says: 'a past agreement is kept for thirty days after its own end',
      person: aPerson({ past: [old] }),
      now: at('2026-08-31 23:59'),
    },
    {
      says: 'a past agreement is gone while the newer one stays',
      person: aPerson({ agreement: newer, past: [old] }),
      now: at('2026-09-01 00:00'),
      without: { past: [] },
    },
    {
      says: 'of two past ones the older goes',
      person: aPerson({ past: [old, newer] }),
      now: at('2026-09-01 00:00'),
      without: { past: [newer] },
    },
    {
      says: 'a draft goes and an agreement stays',
      person: aLeader({}, { draft: aDraft() }),
      now: at('2026-10-03 00:00'),
      without: { draft: undefined },
    },
    {
      says: 'all go at once when nobody looked for long',
      person: aLeader({}, { draft: aDraft(), past: [old] }),
      now: at('2028-01-01 00:00'),
      without: { draft: undefined, agreement: undefined, past: [] },
    },
    {
      says: 'with an agreement go its prompt and the pauses that are over',
      person: aLeader({ ending: closed }, { prompt: aPrompt(), pauses: [over, on] }),
      now: at('2027-01-02 00:00'),
      without: { agreement: undefined, prompt: undefined, pauses: [on] },
    },
    {
      says: 'an agreement is kept for thirty days after a pause that outlasts its period',
      person: aLeader({}, { prompt: aPrompt(), pauses: [over, on] }),
      now: at('2027-03-31 23:59'),
    },
    {
      says: 'and is gone on the day after, with all that was about it',
      person: aLeader({}, { prompt: aPrompt(), pauses: [over, on] }),
      now: at('2027-04-01 00:00'),
      without: { agreement: undefined, prompt: undefined, pauses: [] },
    },
    {
      says: 'a stopped agreement does not wait for a pause',
      person: aLeader({ ending: { ...closed, how: 'stopped' } }, { pauses: [on] }),
      now: at('2027-01-02 00:00'),
      without: { agreement: undefined },
    },
    {
      says: 'a past agreement does not wait for a pause, though it was never closed',
      person: aPerson({ past: [old], pauses: [on] }),
      now: at('2026-09-01 00:00'),
      without: { past: [] },
    },
    {
      says: 'a request for sparring is kept for thirty days',
      person: asking,
      now: at('2026-10-02 23:59'),
    },
    {
      says: 'a request for sparring is gone on the day after, answered or not, and a later one stays',
      person: asking,
      now: at('2026-10-03 00:00'),
      without: { sparring: [aRequest({ id: 'S3', madeOn: '2026-09-03' })] },
    },
    {
      says: 'that somebody was told is kept for longer than an agreement can last',
      person: told,
      now: at('2028-01-15 23:59'),
    },
    {
      says: 'that somebody was told is gone on the day after, and what was told later stays',
      person: told,
      now: at('2028-01-16 00:00'),
      without: { told: [{ key: 'win U9 V9', on: '2026-09-03' }] },
    },
    {
      says: 'a link with nothing in it is kept for thirty days, for what comes late',
      person: linked,
      now: at('2026-10-02 23:59'),
    },
    {
      says: 'a link with nothing in it is gone on the day after, and one with something stays',
      person: linked,
      now: at('2026-10-03 00:00'),
      without: { links: linked.links!.slice(1) },
    },
    {
      says: 'links with something in them stay as long as their owner keeps it',
      person: aPerson({ links: linked.links!.slice(1) }),
      now: at('2099-01-01 00:00'),
    },
    {
      says: 'with an agreement goes its follow-up, and what its prompt held in other roles stays',
      person: aLeader({}, { prompt: aPrompt({ week: '2026-12-07', parts: [aPart('2026-11-30'), item] }) }),
      now: at('2027-01-02 00:00'),
      without: { agreement: undefined, prompt: aPrompt({ week: '2026-12-07', parts: [item] }) },
    },
    {
      says: 'with an agreement goes its prompt, also what that held in other roles, where it has had its time',
      person: aLeader({}, { prompt: aPrompt({ week: '2026-11-30', parts: [aPart('2026-11-30'), item] }) }),
      now: at('2027-01-02 00:00'),
      without: { agreement: undefined, prompt: undefined },
    },
    {
      says: 'the latest prompt of somebody without an agreement is kept for thirty days after its week',
      person: aPerson({ prompt: aPrompt({ parts: [item] }) }),
      now: at('2026-10-14 23:59'),
    },
    {
      says: 'the latest prompt of somebody without an agreement is gone on the day after',
      person: aPerson({ prompt: aPrompt({ parts: [item] }), news }),
      now: at('2026-10-15 00:00'),
      without: { prompt: undefined },
    },
    {
      says: 'the latest prompt of a leader stays as long as their agreement',
      person: aLeader({}, { prompt: aPrompt() }),
      now: at('2027-01-01 23:59'),
    },
    {
      says: 'the latest news are kept for thirty days after their day',
      person: aPerson({ news }),
      now: at('2026-10-20 23:59'),
    },
    {
      says: 'the latest news are gone on the day after, and a later prompt stays',
      person: aPerson({ news, prompt: aPrompt({ week: '2026-09-21', parts: [item] }) }),
      now: at('2026-10-21 00:00'),
      without: { news: undefined },
    },
    {
      says: 'the latest news of a leader go, and their prompt stays with the agreement',
      person: aLeader({}, { news, prompt: aPrompt() }),
      now: at('2026-10-21 00:00'),
      without: { news: undefined },
    },
    {
      says: 'news, prompt, requests and what was told go at once when nobody looked for long',
      person: { ...asking, news, prompt: aPrompt(), told: told.told },
      now: at('2028-02-01 00:00'),
      without: { news: undefined, prompt: undefined, sparring: [], told: [], idleSince: '2028-02-01' },
    },
  ];

  it.each([
    {
      says: 'somebody who is gone is there for thirty days',
      gone: '2026-09-02',
      idle: undefined,
      on: '2026-10-02',
      over: undefined,
    },
    {
      says: 'and over on the day after',
      gone: '2026-09-02',
      idle: undefined,
      on: '2026-10-03',
      over: { alone: false },
    },
    {
      says: 'somebody about whom there is nothing is there for ninety days',
      gone: undefined,
      idle: '2026-09-02',
      on: '2026-12-01',
      over: undefined,
    },
    {
      says: 'and over by themself on the day after',
      gone: undefined,
      idle: '2026-09-02',
      on: '2026-12-02',
      over: { alone: true },
    },
    {
      says: 'who is gone goes from everywhere',
      gone: '2026-09-02',
      idle: '2026-09-02',
      on: '2027-01-01',
      over: { alone: false },
    },
  ])('$says', ({ gone, idle, on, over }) => {
    const person = aPerson({ gone: gone ? true : undefined, goneSince: gone, idleSince: idle });
    expect(hasHadTheirTime(person, at(`${on} 12:00`))).toEqual(over);
  });

  it.each([
    { says: 'settings', more: { workingTime: defaultWorkingTime } },
    { says: 'a language of their own', more: { profile: aProfile({ chosen: 'da' }) } },
    { says: 'a Home', more: { home: { painted: 'x' } } },
    { says: 'a pause', more: { pauses: [{ from: '2026-09-01', until: '2026-09-03' }] } },
    { says: 'a field that nobody has thought of', more: { tomorrow: 'x' } },
  ])('somebody with $says is somebody', ({ more }) => {
    expect(forgetExpired({ ...aPerson(), ...more }, at('2026-09-02 12:00')).idleSince).toBeUndefined();
    expect(forgetExpired(aPerson(), at('2026-09-02 12:00')).idleSince).toBe('2026-09-02');
  });

  it('who is back is not counted as gone any more', () => {
    const back = aPerson({ workingTime: defaultWorkingTime, goneSince: '2026-09-02' });
    expect(forgetExpired(back, at('2026-09-05 12:00')).goneSince).toBeUndefined();
  });

  it.each(cases)('$says', ({ person, now, without }) => {
    const kept = forgetExpired(person, now);
    if (without === undefined) expect(kept).toBe(person);
    else expect(kept).toEqual({ ...person, ...without });
  });
});

describe('the next instant at which something has had its time', () => {
  it.each([
    { says: 'is none, where nothing is kept', person: aPerson(), expiry: undefined },
    { says: 'is a draft’s midnight', person: aPerson({ draft: aDraft() }), expiry: '2026-10-02T22:00:00Z' },
    { says: 'is an agreement’s midnight', person: aLeader(), expiry: '2027-01-01T23:00:00Z' },
    {
      says: 'is a past agreement’s midnight',
      person: aPerson({ past: [newer, old] }),
      expiry: '2026-08-31T22:00:00Z',
    },
    {
      says: 'is the midnight of a request for sparring',
      person: aPerson({ sparring: [aRequest({ madeOn: '2026-09-03' }), aRequest({ id: 'S2' })] }),
      expiry: at('2026-10-03 00:00'),
    },
    {
      says: 'is the midnight of what was told',
      person: aPerson({ told: [{ key: 'ask U9 Q1', on: '2026-09-02' }] }),
      expiry: at('2028-01-16 00:00'),
    },
    {
      says: 'is the midnight of an empty link',
      person: aPerson({ links: [aLink({ owner: 'U8', wins: ['V9'], heardOn: '2026-08-01' }), aLink()] }),
      expiry: at('2026-10-03 00:00'),
    },
    { says: 'is the midnight of the latest news', person: aPerson({ news }), expiry: at('2026-10-21 00:00') },
    {
      says: 'is the midnight of a leader’s latest news too',
      person: aLeader({}, { news, prompt: aPrompt() }),
      expiry: at('2026-10-21 00:00'),
    },
    {
      says: 'is the midnight of the latest prompt, without an agreement',
      person: aPerson({ news, prompt: aPrompt() }),
      expiry: at('2026-10-15 00:00'),
    },
    {
      says: 'is the agreement’s midnight for its prompt',
      person: aLeader({}, { prompt: aPrompt() }),
      expiry: at('2027-01-02 00:00'),
    },
    {
      says: 'is none of a link with something in it',
      person: aPerson({ links: [aLink({ wins: ['V9'] })] }),
      expiry: undefined,
    },
    {
      says: 'is the earliest of all',
      person: aLeader({}, { draft: aDraft(), past: [old] }),
      expiry: '2026-08-31T22:00:00Z',
    },
    {
      says: 'is midnight where the person is',
      person: aLeader({}, { profile: aProfile({ zone: 'America/St_Johns' }) }),
      expiry: '2027-01-02T03:30:00Z',
    },
    {
      says: 'is the midnight thirty days after a pause',
      person: aLeader({}, { pauses: [on] }),
      expiry: '2027-03-31T22:00:00Z',
    },
    {
      says: 'is a closed agreement’s midnight in a pause too',
      person: aLeader({ ending: closed }, { pauses: [on] }),
      expiry: '2027-01-01T23:00:00Z',
    },
    {
      says: 'is the period’s midnight, where a pause was over before',
      person: aLeader({}, { pauses: [over] }),
      expiry: '2027-01-01T23:00:00Z',
    },
  ])('$says', ({ person, expiry }) => {
    expect(nextExpiry(person)).toBe(expiry);
  });

  it('is the first second at which it is forgotten, in every zone', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (ends, zone) => {
        const person = aLeader({ period: { starts: '2024-01-01', ends } }, { profile: aProfile({ zone }) });
        const expiry = nextExpiry(person)!;
        expect(forgetExpired(person, expiry).agreement).toBeUndefined();
        expect(forgetExpired(person, addSeconds(expiry, -1))).toBe(person);
      }),
      { numRuns: 500 },
    );
  });

  it('is thirty-one days after the last one, over month ends too', () => {
    expect(keptUntil(anAgreement({ period: { starts: '2026-11-01', ends: '2027-01-31' } }), [])).toBe(
      '2027-03-03',
    );
  });

  it('is the day after the last day kept', () => {
    expect(lastDayKept(anAgreement(), { tenant: 'T1', pauses: [] })).toBe('2027-01-01');
  });

  it('waits for the end of a pause, as long as its leader has not closed it', () => {
    const period = { starts: '2026-11-01', ends: '2027-01-31' };
    const pauses = [{ from: '2027-01-10', until: '2027-06-01' }];
    expect(keptUntil(anAgreement({ period }), pauses)).toBe('2027-07-02');
    expect(lastDayKept(anAgreement({ period }), { tenant: 'T1', pauses })).toBe('2027-07-01');
    expect(keptUntil(anAgreement({ period, ending: closed }), pauses)).toBe('2027-03-03');
  });
});
