import { describe, expect, it } from 'vitest';
import { answer, postpone, skip } from '../../shared/domain/follow-up.ts';
import type { Item } from '../../shared/domain/item.ts';
import {
  delivered,
  isLastTry,
  leaseFor,
  leaseSeconds,
  look,
  undeliverable,
} from '../../shared/domain/look.ts';
import { isResting, unansweredInARow } from '../../shared/domain/pause.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { News, Part, Prompt } from '../../shared/domain/prompt.ts';
import { retentionDays } from '../../shared/domain/retention.ts';
import { defaultWorkingTime, type Hours, type Pause } from '../../shared/domain/slots.ts';
import { addDays, addSeconds, type Instant, localTime } from '../../shared/domain/time.ts';
import { withTold } from '../../shared/domain/told.ts';
import {
  aLeader,
  aLink,
  anAnswer,
  anItem,
  aPart,
  aPartner,
  aPerson,
  aProfile,
  aPrompt,
  at,
  copenhagen,
  done,
  promptOf,
  user,
} from './people.ts';

/** What others cause, and what the calendar brings beside the follow-up: the rest of look.test.ts. */

const win = anItem('win', 'V9');
/** Somebody whom U9 showed a small win; and their hours are 08–16, Monday to Friday. */
const reader = (rest: Partial<Person> = {}) => aPerson({ links: [aLink({ wins: ['V9'] })], ...rest });
const theNews = (other: Partial<News> = {}): News => ({
  on: '2026-09-10',
  items: [win],
  state: 'sent',
  ...other,
});
const claimedNews = (other: Partial<News> = {}) =>
  theNews({ state: 'sending', lease: at('2026-09-10 10:01'), attempts: 1, ...other });
const working = (hours: Hours) => ({
  workingTime: { ...defaultWorkingTime, slot: { weekday: 2, time: '23:00' } as const, hours },
});
const nights = working({ from: '22:00', to: '06:00' });
const roundTheClock = working({ from: '00:00', to: '00:00' });
const message = { channel: 'D1', ts: '7.7' };
/** When it is forgotten that it was told on that day: nothing else is left to wait for. */
const forgotten = (on: string) => at(`${addDays(on, retentionDays.told + 1)} 00:00`);

describe('news come', () => {
  type Case = { says: string; person?: Person; now: string; on?: string; items?: Item[]; attempts?: number };
  const others = [aLink({ wins: ['V9'] }), aLink({ owner: 'U8', sparring: ['S1'], wins: ['V8'] })];
  const cases: Case[] = [
    { says: 'at once, in working hours', now: '2026-09-10 10:00' },
    { says: 'when the hours begin', now: '2026-09-10 08:00' },
    { says: 'until the hours end', now: '2026-09-10 15:59' },
    {
      says: 'all there are in one message',
      person: reader({ links: others }),
      now: '2026-09-10 10:00',
      items: [win, anItem('sparring', 'S1', 'U8'), anItem('win', 'V8', 'U8')],
    },
    {
      says: 'but for what was told before',
      person: withTold(reader({ links: others }), [win, anItem('win', 'V8', 'U8')], '2026-09-10'),
      now: '2026-09-10 10:00',
      items: [anItem('sparring', 'S1', 'U8')],
    },
    {
      says: 'on the day after the last ones',
      person: reader({ news: theNews({ on: '2026-09-09' }) }),
      now: '2026-09-10 08:00',
    },
    {
      says: 'again, when another worker’s lease has run out',
      person: reader({ news: claimedNews() }),
      now: '2026-09-10 10:01',
      attempts: 2,
    },
    {
      says: 'with what came meanwhile, when another worker died',
      person: reader({ links: others, news: claimedNews() }),
      now: '2026-09-10 10:01',
      items: [win, anItem('sparring', 'S1', 'U8'), anItem('win', 'V8', 'U8')],
      attempts: 2,
    },
    {
      says: 'a last time, when three workers have died over them',
      person: reader({ news: claimedNews({ attempts: 3, lease: at('2026-09-10 11:16') }) }),
      now: '2026-09-10 11:16',
      attempts: 4,
    },
    {
      says: 'the next day, what was tried as often as it may be, as if for the first time',
      person: reader({ news: claimedNews({ on: '2026-09-09', attempts: 4, lease: at('2026-09-09 11:17') }) }),
      now: '2026-09-10 08:00',
    },
    {
      says: 'the next day, what a dead worker left after hours',
      person: reader({ news: claimedNews({ on: '2026-09-09', lease: at('2026-09-09 16:00') }) }),
      now: '2026-09-10 08:00',
    },
    {
      says: 'in the night that began yesterday',
      person: reader(nights),
      now: '2026-09-11 05:59',
      on: '2026-09-10',
    },
    { says: 'in the night that begins', person: reader(nights), now: '2026-09-11 22:00', on: '2026-09-11' },
    {
      says: 'in the next night, after this night’s',
      person: reader({ ...nights, news: theNews() }),
      now: '2026-09-11 22:00',
      on: '2026-09-11',
    },
    { says: 'at any time, to who works at any time', person: reader(roundTheClock), now: '2026-09-10 00:00' },
    {
      says: 'when a pause is over',
      person: reader({ pauses: [{ from: '2026-09-01', until: '2026-09-10' }] }),
      now: '2026-09-10 08:00',
    },
    {
      says: 'beside the slot’s message, the same day',
      person: reader({ prompt: aPrompt({ week: '2026-09-07' }) }),
      now: '2026-09-10 10:00',
    },
  ];
  it.each(cases)(
    '$says',
    ({ person = reader(), now: local, on = '2026-09-10', items = [win], attempts = 1 }) => {
      const now = at(local);
      const news = {
        on,
        items,
        state: 'sending',
        attempts,
        lease: addSeconds(now, leaseSeconds[attempts - 1]!),
      };
      expect(look(person, now)).toEqual({
        person: { ...person, news, wakeAt: expect.any(String) },
        tell: [],
        send: { what: 'news', news },
      });
    },
  );

  it('and then nothing is left to wait for, until they are forgotten, and later that they were told', () => {
    const { person: sending, send } = look(reader(), at('2026-09-10 10:00'));
    const later = at('2026-10-11 00:00');
    expect(sending.wakeAt).toBe(later);
    const { person } = look(delivered(sending, send!, message, at('2026-09-10 10:01')), later);
    expect(person.news).toBeUndefined();
    expect(person.wakeAt).toBe(forgotten('2026-09-10'));
  });
});

describe('news do not come', () => {
  type Case = { says: string; person?: Person; now: string; wakeAt: Instant | undefined };
  const paused = (from: string, until: string): { pauses: Pause[] } => ({ pauses: [{ from, until }] });
  const cases: Case[] = [
    {
      says: 'to somebody for whom there are none',
      person: aPerson({ idleSince: '2026-09-10' }),
      now: '2026-09-10 10:00',
      wakeAt: at('2026-12-10 00:00'),
    },
    { says: 'before the hours', now: '2026-09-10 07:59', wakeAt: at('2026-09-10 08:00') },
    { says: 'after hours', now: '2026-09-10 16:00', wakeAt: at('2026-09-11 08:00') },
    { says: 'on a Friday evening', now: '2026-09-11 16:00', wakeAt: at('2026-09-14 08:00') },
    { says: 'on Christmas Eve', now: '2026-12-24 10:00', wakeAt: at('2026-12-28 08:00') },
    {
      says: 'a second time the same day',
      person: reader({ news: theNews({ items: [] }) }),
      now: '2026-09-10 15:00',
      wakeAt: at('2026-09-11 08:00'),
    },
    {
      says: 'a second time the same night',
      person: reader({ ...nights, news: theNews({ items: [] }) }),
      now: '2026-09-11 02:00',
      wakeAt: at('2026-09-11 22:00'),
    },
    {
      says: 'a second time the same day, to who works at any time',
      person: reader({ ...roundTheClock, news: theNews({ items: [] }) }),
      now: '2026-09-10 23:59',
      wakeAt: at('2026-09-11 00:00'),
    },
    {
      says: 'on a day on which they were tried as often as they may be',
      person: reader({ news: claimedNews({ attempts: 4, lease: at('2026-09-10 11:17') }) }),
      now: '2026-09-10 11:17',
      wakeAt: at('2026-09-11 08:00'),
    },
    {
      says: 'on a day on which Slack refused them',
      person: reader({ news: theNews({ state: 'failed' }) }),
      now: '2026-09-10 15:00',
      wakeAt: at('2026-09-11 08:00'),
    },
    {
      says: 'by day, to who works by night',
      person: reader(nights),
      now: '2026-09-10 12:00',
      wakeAt: at('2026-09-10 22:00'),
    },
    {
      says: 'in the hours of somewhere else',
      person: reader({ profile: aProfile({ zone: 'America/New_York' }) }),
      now: '2026-09-10 10:00',
      wakeAt: at('2026-09-10 08:00', 'America/New_York'),
    },
    {
      says: 'in a pause, but when it is over',
      person: reader(paused('2026-09-10', '2026-09-16')),
      now: '2026-09-10 10:00',
      wakeAt: at('2026-09-16 08:00'),
    },
    {
      says: 'in the longest pause there is, but on the Monday when it is over',
      person: reader(paused('2026-09-11', '2027-09-11')),
      now: '2026-09-11 10:00',
      wakeAt: at('2027-09-13 08:00'),
    },
    {
      says: 'to somebody who is gone',
      person: aPerson({
        ...{ links: [aLink({ wins: ['V9'], reported: ['gone'] })] },
        ...{ gone: true, goneSince: '2026-09-10' },
      }),
      now: '2026-09-10 10:00',
      wakeAt: at('2026-10-11 00:00'),
    },
    {
      says: 'of what was told',
      person: withTold(reader(), [win], '2026-09-09'),
      now: '2026-09-10 10:00',
      wakeAt: forgotten('2026-09-09'),
    },
  ];
  it.each(cases)('$says', ({ person = reader(), now, wakeAt }) => {
    const found = look(person, at(now));
    expect(found).toEqual({ person: { ...person, wakeAt }, tell: [] });
    expect(look(found.person, at(now)).person).toBe(found.person);
  });
});

describe('while a message is being sent', () => {
  const now = at('2026-09-10 10:00');

  it('others wait for its lease, and no longer', () => {
    const { person, send } = look(reader(), now);
    expect(leaseFor(send!)).toBe(at('2026-09-10 10:01'));
    for (const seconds of [0, 59])
      expect(look(person, addSeconds(now, seconds))).toEqual({
        person,
        tell: [],
        busyUntil: at('2026-09-10 10:01'),
      });
    expect(look(person, addSeconds(now, 60)).send?.what).toBe('news');
  });

  it('others wait for news, whatever a dead worker left of the slot', () => {
    const left = aPrompt({
      week: '2026-09-07',
      state: 'sending',
      lease: at('2026-09-08 09:01'),
      attempts: 1,
    });
    const { person } = look(reader({ prompt: left }), now);
    expect(look(person, addSeconds(now, 30))).toEqual({
      person,
      tell: [],
      busyUntil: at('2026-09-10 10:01'),
    });
  });

  it('others wait for the slot’s message, whatever a dead worker left of news', () => {
    const left = claimedNews({ on: '2026-09-14', lease: at('2026-09-14 16:00') });
    const { person, send } = look(aLeader({}, { news: left }), at('2026-09-15 09:00'));
    expect(send?.what).toBe('prompt');
    expect(look(person, at('2026-09-15 09:00'))).toEqual({
      person,
      tell: [],
      busyUntil: at('2026-09-15 09:01'),
    });
  });

  it('the slot’s comes first, and then the news', () => {
    const person = aLeader({}, { links: [aLink({ wins: ['V9'] })] });
    const slot = at('2026-09-15 09:00');
    const first = look(person, slot);
    expect(first.send?.what).toBe('prompt');
    const then = delivered(first.person, first.send!, message, addSeconds(slot, 1));
    expect(then.wakeAt! <= slot).toBe(true);
    expect(look(then, addSeconds(slot, 2)).send).toMatchObject({ what: 'news', news: { items: [win] } });
  });
});

describe('what became of news', () => {
  const now = at('2026-09-10 10:00');
  const later = addSeconds(now, 3);
  const sending = look(reader(), now);
  const sent = sending.send!;
  const settled = { on: '2026-09-10', items: [win], lease: undefined, attempts: undefined };

  it('delivered, they are told, and known by their message', () => {
    expect(delivered(sending.person, sent, message, later)).toEqual({
      ...sending.person,
      news: { ...settled, ...message, state: 'sent' },
      told: [{ key: 'win U9 V9', on: '2026-09-10' }],
    });
  });

  it('delivered, they come no more, and what comes later that day comes tomorrow', () => {
    const person = delivered(sending.person, sent, message, later);
    expect(look(person, addSeconds(now, 60)).send).toBeUndefined();
    const more = { ...person, links: [aLink({ wins: ['V9', 'V10'] })] };
    expect(look(more, at('2026-09-10 15:00')).person.wakeAt).toBe(at('2026-09-11 08:00'));
    const next = look(more, at('2026-09-11 08:00'));
    expect(next.send).toMatchObject({ what: 'news', news: { items: [anItem('win', 'V10')] } });
  });

  it('delivered, what came while they were sent is not told yet', () => {
    const meanwhile = { ...sending.person, links: [aLink({ wins: ['V9', 'V10'] })] };
    const person = delivered(meanwhile, sent, message, later);
    expect(person.told?.map(({ key }) => key)).toEqual(['win U9 V9']);
    expect(person.wakeAt).toBe(at('2026-09-11 08:00'));
  });

  it('delivered when another day’s have taken over, they change nothing', () => {
    for (const news of [undefined, claimedNews({ on: '2026-09-11' })]) {
      const person = reader({ news });
      expect(delivered(person, sent, message, later)).toBe(person);
      expect(undeliverable(person, sent, later)).toBe(person);
    }
  });

  it('delivered twice, they are told once', () => {
    const once = delivered(sending.person, sent, message, later);
    expect(delivered(once, sent, message, addSeconds(later, 60))).toEqual(once);
  });

  it('refused for good, their reader is gone, and nothing comes', () => {
    const person = undeliverable(sending.person, sent, later);
    expect(person).toMatchObject({ gone: true, news: { ...settled, state: 'failed' } });
    for (const moment of ['2026-09-10 10:05', '2026-09-11 08:00', '2026-09-15 09:00'])
      expect(look(person, at(moment)).send).toBeUndefined();
  });

  it('tried as often as they may be, ever further apart, they come the next day', () => {
    const tries: string[] = [];
    let [person, moment] = [reader(), now];
    for (let found = look(person, moment); found.send !== undefined; found = look(person, moment)) {
      tries.push(localTime(moment, copenhagen).time);
      expect(isLastTry(found.send)).toBe(tries.length === 4);
      person = found.person;
      moment = leaseFor(found.send)!;
    }
    expect(tries).toEqual(['10:00', '10:01', '10:16', '11:16']);
    expect(look(person, moment).person.wakeAt).toBe(at('2026-09-11 08:00'));
    expect(look(person, at('2026-09-11 08:00')).send).toMatchObject({
      news: { attempts: 1, on: '2026-09-11' },
    });
  });

  it('is told to those who wait to hear of it within the hour', () => {
    const asked = aPerson({ links: [aLink({ asks: [{ id: 'Q1' }] })] });
    const claimed = look(asked, now);
    const soon = addSeconds(now, 3600);
    for (const settle of [
      delivered(claimed.person, claimed.send!, message, later),
      undeliverable(claimed.person, claimed.send!, later),
    ]) {
      expect(look(settle, soon).tell).toHaveLength(1);
      expect(settle.wakeAt! <= soon, `${settle.wakeAt} is not after ${soon}`).toBe(true);
    }
  });
});

/** Eva is outside Slack: four weeks after that day her leader is to take contact. */
const withEva = (since: string, other: Parameters<typeof aLeader>[0] = {}, rest: Partial<Person> = {}) =>
  aLeader({ partners: [aPartner({ id: 'V3', name: 'Eva', since })], ...other }, rest);
const talk: Part = { kind: 'item', item: anItem('talk-outside', 'V3', user) };
/** U9's partner, with nothing of their own. */
const partner = (rest: Partial<Person> = {}) =>
  aPerson({ links: [aLink({ partner: { state: 'accepted', since: '2026-08-18' } })], ...rest });
const partnersTalk: Part = { kind: 'item', item: anItem('talk', 'partner') };

describe('the slot’s one message', () => {
  type Case = { says: string; person: Person; now: string; parts: Part[]; week?: string };
  const cases: Case[] = [
    {
      says: 'holds what is due in other roles after the own follow-up',
      person: withEva('2026-08-18'),
      now: '2026-09-15 09:00',
      parts: [aPart('2026-09-14'), talk],
    },
    {
      says: 'holds everything that is due',
      person: withEva(
        '2026-08-18',
        {},
        { links: [aLink({ partner: { state: 'accepted', since: '2026-08-01' } })] },
      ),
      now: '2026-09-15 09:00',
      parts: [aPart('2026-09-14'), partnersTalk, talk],
    },
    {
      says: 'comes for that alone, in a week without a follow-up',
      person: withEva('2026-08-11'),
      now: '2026-09-08 09:00',
      parts: [talk],
    },
    {
      says: 'comes to who has no agreement',
      person: partner(),
      now: '2026-09-15 09:00',
      parts: [partnersTalk],
    },
    {
      says: 'comes to who has an agreement that is over',
      person: partner({
        agreement: { ...aLeader().agreement!, ending: { on: '2026-09-09', how: 'stopped', outcomes: [] } },
      }),
      now: '2026-09-15 09:00',
      parts: [partnersTalk],
    },
    {
      says: 'does not hold what is due later in the week',
      person: withEva('2026-08-19'),
      now: '2026-09-15 09:00',
      parts: [aPart('2026-09-14')],
    },
    {
      says: 'holds what is due later in the week, where it comes later itself',
      person: withEva('2026-08-19', {}, { pauses: [{ from: '2026-09-14', until: '2026-09-17' }] }),
      now: '2026-09-17 09:00',
      parts: [aPart('2026-09-14'), talk],
    },
    {
      says: 'holds what was missed, with what is due',
      person: withEva('2026-08-11'),
      now: '2026-09-15 09:00',
      parts: [aPart('2026-09-14'), talk],
    },
    {
      says: 'holds what is due, though the follow-ups rest',
      person: withEva('2026-08-18', { unanswered: 3 }),
      now: '2026-09-15 09:00',
      parts: [talk],
    },
    {
      says: 'holds what was tried as often as it may be the week before',
      person: withEva(
        '2026-08-11',
        {},
        {
          prompt: aPrompt({
            week: '2026-09-07',
            parts: [talk],
            state: 'sending',
            attempts: 4,
            lease: at('2026-09-08 10:17'),
          }),
        },
      ),
      now: '2026-09-15 09:00',
      parts: [aPart('2026-09-14'), talk],
    },
  ];
  it.each(cases)('$says', ({ person, now, parts }) => {
    const found = look(person, at(now));
    expect(found.tell).toEqual([]);
    expect(found.send?.what).toBe('prompt');
    expect(promptOf(found.send).parts).toEqual(parts);
  });

  const waits: { says: string; person: Person; now: string; wakeAt: string | undefined }[] = [
    {
      says: 'comes on the slot’s day, not before',
      person: partner(),
      now: '2026-09-14 10:00',
      wakeAt: '2026-09-15 09:00',
    },
    {
      says: 'comes in the first slot from the day that something is due',
      person: partner({ links: [aLink({ partner: { state: 'accepted', since: '2026-08-19' } })] }),
      now: '2026-09-15 09:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'comes once a week, whatever else is due',
      person: withEva('2026-08-11', {}, { prompt: aPrompt({ week: '2026-09-07', parts: [partnersTalk] }) }),
      now: '2026-09-10 09:00',
      wakeAt: '2026-09-15 09:00',
    },
    {
      says: 'comes the week after, when the day was missed',
      person: partner(),
      now: '2026-09-15 16:00',
      wakeAt: '2026-09-22 09:00',
    },
    {
      says: 'waits for the end of a year’s pause',
      person: partner({ pauses: [{ from: '2026-09-15', until: '2027-09-15' }] }),
      now: '2026-09-15 09:00',
      wakeAt: '2027-09-15 09:00',
    },
    {
      says: 'does not come to somebody who is gone',
      person: partner({
        gone: true,
        links: [aLink({ partner: { state: 'accepted', since: '2026-08-18' }, reported: ['gone'] })],
      }),
      now: '2026-09-15 09:00',
      wakeAt: '2026-10-16 00:00',
    },
  ];
  it.each(waits)('$says', ({ person, now, wakeAt }) => {
    const found = look(person, at(now));
    expect(found.send).toBeUndefined();
    expect(found.person.wakeAt).toBe(wakeAt && at(wakeAt));
  });
});

describe('what the slot’s message held', () => {
  const now = at('2026-09-15 09:00');
  const later = addSeconds(now, 3);
  const sending = look(withEva('2026-08-18'), now);
  const told = [{ key: 'talk-outside U477 V3', on: '2026-09-15' }];

  it('is told once it is delivered, and comes again a month later', () => {
    const person = delivered(sending.person, sending.send!, message, later);
    expect(person.told).toEqual(told);
    expect(person.agreement?.settled).toBe('2026-09-14');
    const parts = ['2026-09-22', '2026-09-29', '2026-10-06', '2026-10-13'].map((date) => {
      const { send } = look(person, at(`${date} 09:00`));
      return send?.prompt?.parts.filter(({ kind }) => kind === 'item') ?? [];
    });
    expect(parts).toEqual([[], [], [], [talk]]);
  });

  it.each<{ says: string; press: (person: Person) => Person }>([
    { says: 'answered', press: (person) => done(answer(person, anAnswer(), addSeconds(now, 1))) },
    { says: 'skipped', press: (person) => done(skip(person, '2026-09-14')) },
    { says: 'moved', press: (person) => done(postpone(person, '2026-09-14', addSeconds(now, 1))) },
  ])('is told, also when it was $says before the worker recorded it', ({ press }) => {
    expect(delivered(press(sending.person), sending.send!, message, later).told).toEqual(told);
  });

  it('is not told while nobody knows that it came', () => {
    expect(sending.person.told).toBeUndefined();
    expect(promptOf(look(sending.person, at('2026-09-15 09:01')).send).parts).toEqual([
      aPart('2026-09-14'),
      talk,
    ]);
  });
});

describe('a message without a follow-up', () => {
  const sentAt = at('2026-09-15 09:00');
  const without = (prompt: Partial<Prompt> = {}) =>
    aLeader({ settled: '2026-09-07', rhythm: 4 }, { prompt: aPrompt({ parts: [talk], sentAt, ...prompt }) });

  it('is not reminded of; one with a follow-up is, with all that it holds', () => {
    for (const moment of ['2026-09-16 09:00', '2026-09-17 09:00', '2026-09-18 09:00'])
      expect(look(without(), at(moment)).send).toBeUndefined();
    const parts = [aPart('2026-09-14'), talk];
    const reminded = look(without({ parts }), at('2026-09-17 09:00'));
    expect(reminded.send?.what).toBe('reminder');
    expect(promptOf(reminded.send).parts).toEqual(parts);
  });

  it('is no follow-up that nobody answered', () => {
    expect(unansweredInARow(without())).toBe(0);
    expect(unansweredInARow(without({ parts: [aPart('2026-09-14'), talk] }))).toBe(1);
    const silent = aLeader({ unanswered: 2 }, { prompt: aPrompt({ parts: [talk] }) });
    expect(isResting(silent)).toBe(false);
    const next = look(without(), at('2026-09-29 09:00'));
    expect(next.person.agreement?.unanswered).toBe(0);
  });

  it('counts the follow-up before it, which nobody answered, and brings no other one sooner', () => {
    const asked = aPrompt({ week: '2026-09-28', sentAt: at('2026-09-29 09:00') });
    const person = withEva('2026-09-08', { settled: '2026-09-28', unanswered: 1 }, { prompt: asked });
    const found = look(person, at('2026-10-06 09:00'));
    expect(promptOf(found.send).parts).toEqual([talk]);
    expect(found.person.agreement).toMatchObject({ unanswered: 2, settled: '2026-09-28' });
    const after = delivered(found.person, found.send!, message, at('2026-10-06 09:00'));
    expect(after.agreement).toMatchObject({ unanswered: 2, settled: '2026-09-28' });
    expect(after.wakeAt).toBe(at('2026-10-27 09:00'));
  });

  it('leaves the next follow-up its own slot', () => {
    const found = look(withEva('2026-08-11'), at('2026-09-08 09:00'));
    const person = delivered(found.person, found.send!, message, at('2026-09-08 09:00'));
    expect(person.agreement?.settled).toBe('2026-08-31');
    expect(person.wakeAt).toBe(at('2026-09-15 09:00'));
    expect(promptOf(look(person, at('2026-09-15 09:00')).send).parts).toEqual([aPart('2026-09-14')]);
  });
});
