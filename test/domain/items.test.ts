import { describe, expect, it } from 'vitest';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import { type Item, isOfGroup, keyOf, newsKinds, slotKinds } from '../../shared/domain/item.ts';
import { itemsDue, newsFor, whoOf } from '../../shared/domain/items.ts';
import type { LinkedAsk, LinkedPartner } from '../../shared/domain/link.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import type { PlainDate } from '../../shared/domain/time.ts';
import { toldOn, withTold } from '../../shared/domain/told.ts';
import { aLeader, aLink, anAsk, anItem, aPartner, aPerson, aRequest, user } from './people.ts';

const ending = { on: '2026-09-09', how: 'closed' as const, outcomes: [] };
const own = (kind: Item['kind'], id: string) => anItem(kind, id, user);
/** Whom U9 asked something, by link alone. */
const asked = (ask: Partial<LinkedAsk> = {}, rest: Partial<Person> = {}) =>
  aPerson({ links: [aLink({ asks: [{ id: 'Q1', ...ask }] })], ...rest });
const partnerOf = (partner: Partial<LinkedPartner> = {}) =>
  aPerson({ links: [aLink({ partner: { state: 'accepted', since: '2026-09-02', ...partner } })] });

describe('news', () => {
  const yes = { reply: 'yes', form: 'V3' } as const;
  type Case = { says: string; person: Person; news: Item[] };
  const cases: Case[] = [
    { says: 'are none of nothing', person: aPerson(), news: [] },
    { says: 'are none of an agreement without others', person: aLeader(), news: [] },
    { says: 'are an ask that waits', person: asked(), news: [anItem('ask', 'Q1')] },
    { says: 'are no ask that was answered before they came', person: asked({ reply: 'yes' }), news: [] },
    {
      says: 'are an invitation',
      person: partnerOf({ state: 'invited' }),
      news: [anItem('invitation', '2026-09-02')],
    },
    { says: 'are no partnership that was accepted', person: partnerOf(), news: [] },
    {
      says: 'are requests for sparring and small wins, each',
      person: aPerson({ links: [aLink({ sparring: ['S1', 'S2'], wins: ['V9'] })] }),
      news: [anItem('sparring', 'S1'), anItem('sparring', 'S2'), anItem('win', 'V9')],
    },
    {
      says: 'are of everybody who has something',
      person: aPerson({ links: [aLink({ wins: ['V9'] }), aLink({ owner: 'U8', asks: [{ id: 'Q1' }] })] }),
      news: [anItem('win', 'V9'), anItem('ask', 'Q1', 'U8')],
    },
    {
      says: 'are how an ask was answered',
      person: aLeader({ asks: [anAsk({ answer: yes })] }),
      news: [own('answered', 'Q1/V3')],
    },
    { says: 'are no ask of one’s own that waits', person: aLeader({ asks: [anAsk()] }), news: [] },
    {
      says: 'are no answer to what was withdrawn',
      person: aLeader({ asks: [anAsk({ answer: yes, closed: 'withdrawn' })] }),
      news: [],
    },
    {
      says: 'are what partners said, and nothing of those who are only invited',
      person: aLeader({
        partners: [
          aPartner({ id: 'U2', state: 'accepted' }),
          aPartner({ id: 'U3', state: 'declined' }),
          aPartner({ id: 'U4', state: 'left' }),
          aPartner({ id: 'U5', state: 'invited' }),
        ],
      }),
      news: ['U2/accepted', 'U3/declined', 'U4/left'].map((id) =>
        own('partner-said', expect.stringContaining(id)),
      ),
    },
    {
      says: 'are nothing of who is outside: they say nothing here',
      person: aLeader({ partners: [aPartner({ id: 'V3', name: 'Eva' })] }),
      news: [],
    },
    {
      says: 'are how a request for sparring was answered',
      person: aPerson({ sparring: [aRequest(), aRequest({ id: 'S2', answer: { reply: 'no' } })] }),
      news: [own('sparring-said', 'S2/no')],
    },
    {
      says: 'are how a request for sparring was answered, by the form it came with',
      person: aPerson({
        sparring: [aRequest({ answer: { reply: 'another-time', when: 'Monday', form: 'V3' } })],
      }),
      news: [own('sparring-said', 'S1/V3')],
    },
    {
      says: 'are who is gone, once, in however many roles',
      person: aLeader(
        {
          manager: { id: 'U2', seesPoints: true, gone: true },
          partners: [aPartner({ id: 'U3', state: 'gone' })],
          asks: [anAsk({ to: 'U2', closed: 'gone' }), anAsk({ id: 'Q2', to: 'U4', closed: 'gone' })],
        },
        {
          sparring: [
            aRequest({ to: 'U4', closed: 'gone' }),
            aRequest({ id: 'S2', to: 'U5', closed: 'gone' }),
          ],
        },
      ),
      news: ['U2/manager/A1', 'U3/partner/2026-09-02', 'U4/ask/Q2', 'U5/sparring/S2'].map((id) =>
        own('gone', id),
      ),
    },
    {
      says: 'are a partner who is gone, before what they were asked, by their invitation',
      person: aLeader(
        {
          partners: [aPartner({ state: 'gone', invitation: 'V7' })],
          asks: [anAsk({ closed: 'gone' })],
        },
        { sparring: [aRequest({ closed: 'gone' })] },
      ),
      news: [own('gone', 'U2/partner/V7')],
    },
    {
      says: 'are of sparring alone, once the agreement is over',
      person: aLeader(
        {
          ending,
          manager: { id: 'U2', seesPoints: true, gone: true },
          partners: [aPartner({ state: 'left' })],
          asks: [anAsk({ answer: yes })],
        },
        { sparring: [aRequest({ to: 'U5', closed: 'gone' })] },
      ),
      news: [own('gone', 'U5/sparring/S1')],
    },
    { says: 'are none, for somebody who is gone', person: asked({}, { gone: true }), news: [] },
  ];
  it.each(cases)('$says', ({ person, news }) => {
    expect(newsFor(person)).toEqual(news);
  });

  it.each(cases.filter(({ news }) => news.length > 0))('come once each: $says', ({ person }) => {
    const told = withTold(person, newsFor(person), '2026-09-10');
    expect(newsFor(told)).toEqual([]);
  });

  const again: { says: string; before: Person; after: Person }[] = [
    {
      says: 'an ask that is answered otherwise',
      before: aLeader({ asks: [anAsk({ answer: yes })] }),
      after: aLeader({ asks: [anAsk({ answer: { ...yes, form: 'V4' } })] }),
    },
    {
      says: 'another invitation on the same day',
      before: partnerOf({ state: 'invited', invitation: 'V7' }),
      after: partnerOf({ state: 'invited', invitation: 'V8' }),
    },
    {
      says: 'a partner who declines a second invitation the same day',
      before: aLeader({ partners: [aPartner({ state: 'declined', invitation: 'V7' })] }),
      after: aLeader({ partners: [aPartner({ state: 'declined', invitation: 'V8' })] }),
    },
    {
      says: 'an invitation on another day',
      before: partnerOf({ state: 'invited' }),
      after: partnerOf({ state: 'invited', since: '2026-09-10' }),
    },
    {
      says: 'a partner who leaves after they accepted',
      before: aLeader({ partners: [aPartner()] }),
      after: aLeader({ partners: [aPartner({ state: 'left', since: '2026-09-10' })] }),
    },
    {
      says: 'a partner who accepts a second time',
      before: aLeader({ partners: [aPartner()] }),
      after: aLeader({ partners: [aPartner({ since: '2026-09-10' })] }),
    },
    {
      says: 'a request for sparring that is answered otherwise',
      before: aPerson({ sparring: [aRequest({ answer: { reply: 'yes' } })] }),
      after: aPerson({ sparring: [aRequest({ answer: { reply: 'no' } })] }),
    },
    {
      says: 'a request for sparring whose other time is another',
      before: aPerson({
        sparring: [aRequest({ answer: { reply: 'another-time', when: 'Monday', form: 'V3' } })],
      }),
      after: aPerson({
        sparring: [aRequest({ answer: { reply: 'another-time', when: 'Tuesday', form: 'V4' } })],
      }),
    },
    {
      says: 'a partner who is gone a second time',
      before: aLeader({ partners: [aPartner({ state: 'gone', invitation: 'V7' })] }),
      after: aLeader({ partners: [aPartner({ state: 'gone', invitation: 'V8', since: '2026-09-10' })] }),
    },
    {
      says: 'who was asked again, and is gone again',
      before: aLeader({ asks: [anAsk({ closed: 'gone' })] }),
      after: aLeader({ asks: [anAsk({ id: 'Q2', madeOn: '2026-09-10', closed: 'gone' })] }),
    },
    {
      says: 'who was asked for sparring again, and is gone again',
      before: aPerson({ sparring: [aRequest({ closed: 'gone' })] }),
      after: aPerson({ sparring: [aRequest({ id: 'S2', madeOn: '2026-09-10', closed: 'gone' })] }),
    },
    {
      says: 'a manager who is gone in the next agreement too',
      before: aLeader({ manager: { id: 'U2', seesPoints: true, gone: true } }),
      after: aLeader({ id: 'A2', manager: { id: 'U2', seesPoints: true, gone: true } }),
    },
    {
      says: 'the same ask’s id, of another person',
      before: asked(),
      after: aPerson({ links: [aLink({ owner: 'U8', asks: [{ id: 'Q1' }] })] }),
    },
  ];
  it.each(again)('come again of $says', ({ before, after }) => {
    const told = withTold(before, newsFor(before), '2026-09-03');
    expect(newsFor({ ...after, told: told.told })).toHaveLength(1);
  });
});

describe('who left', () => {
  const gone = anAsk({ closed: 'gone' });
  const left = aLeader({ manager: { id: 'U2', seesPoints: true, gone: true }, asks: [gone] });
  const told = withTold(left, newsFor(left), '2026-09-10');
  const now = (of: Partial<LeaderAgreement>) =>
    newsFor({ ...told, agreement: { ...told.agreement!, ...of } });

  it.each<{ says: string; of: Partial<LeaderAgreement> }>([
    { says: 'another took their place', of: { manager: { id: 'U4', seesPoints: true } } },
    { says: 'they are named again', of: { manager: { id: 'U2', seesPoints: true } } },
    { says: 'they are invited', of: { manager: undefined, partners: [aPartner({ state: 'invited' })] } },
  ])('is not told again when $says', ({ of }) => {
    expect(now(of)).toEqual([]);
  });

  it('is told again when they were asked again since, beside what was closed before', () => {
    const again = anAsk({ id: 'Q2', madeOn: '2026-09-21', closed: 'gone' });
    expect(now({ asks: [gone, again] })).toEqual([own('gone', 'U2/ask/Q2')]);
    const other = { id: 'U4', seesPoints: true };
    expect(now({ manager: other, asks: [gone, again] })).toEqual([own('gone', 'U2/ask/Q2')]);
  });
});

describe('what is due beside the follow-up', () => {
  /** Delivered that day. */
  const reached = (on: PlainDate, rest: Partial<Person> = {}) =>
    withTold(asked({}, rest), [anItem('ask', 'Q1')], on);
  const asking = (of: Partial<LeaderAgreement>) => aLeader(of);
  const delivered = { on: '2026-09-10', overdueFrom: '2026-09-17' };
  const dated = { reply: 'partly', date: '2026-10-01', form: 'V3' } as const;

  type Case = { says: string; person: Person; due: { item: Item; from: PlainDate }[] };
  const waits = (from: PlainDate) => [{ item: anItem('ask-waits', 'Q1'), from }];
  const cases: Case[] = [
    { says: 'is nothing of nothing', person: aPerson(), due: [] },
    { says: 'is nothing of an agreement without others', person: aLeader(), due: [] },

    // The recipient's one reminder.
    { says: 'is no ask that they have not heard of yet', person: asked(), due: [] },
    {
      says: 'is an ask, three working days after it came',
      person: reached('2026-09-07'),
      due: waits('2026-09-10'),
    },
    { says: 'is an ask, counted over a weekend', person: reached('2026-09-10'), due: waits('2026-09-15') },
    { says: 'is an ask, counted over holidays', person: reached('2026-12-23'), due: waits('2026-12-30') },
    {
      says: 'is an ask, counted in the days that they work',
      person: reached('2026-09-10', { workingTime: { ...defaultWorkingTime, workdays: [2, 4] } }),
      due: waits('2026-09-22'),
    },
    {
      says: 'is an ask, counted over their pause',
      person: reached('2026-09-10', { pauses: [{ from: '2026-09-14', until: '2026-09-28' }] }),
      due: waits('2026-09-29'),
    },
    {
      says: 'is no ask that they were reminded of',
      person: withTold(reached('2026-09-07'), [anItem('ask-waits', 'Q1')], '2026-09-15'),
      due: [],
    },
    {
      says: 'is an ask that somebody else’s reminder was about',
      person: withTold(reached('2026-09-07'), [anItem('ask-waits', 'Q1', 'U8')], '2026-09-15'),
      due: waits('2026-09-10'),
    },
    { says: 'is no ask that is over', person: { ...reached('2026-09-07'), links: [aLink()] }, due: [] },
    {
      says: 'is no ask that was answered without a date',
      person: { ...reached('2026-09-07'), ...asked({ reply: 'yes' }) },
      due: [],
    },

    // The asker, when five working days have passed.
    {
      says: 'is that an ask is late, from the day that its delivery was reported with',
      person: asking({ asks: [anAsk({ delivered })] }),
      due: [{ item: own('ask-overdue', 'Q1'), from: '2026-09-17' }],
    },
    { says: 'is no lateness of what did not come yet', person: asking({ asks: [anAsk()] }), due: [] },
    {
      says: 'is no lateness that they were told of',
      person: withTold(asking({ asks: [anAsk({ delivered })] }), [own('ask-overdue', 'Q1')], '2026-09-22'),
      due: [],
    },
    {
      says: 'is no lateness of what was answered',
      person: asking({ asks: [anAsk({ delivered, answer: { reply: 'yes', form: 'V3' } })] }),
      due: [],
    },
    ...(['withdrawn', 'gone'] as const).map((closed) => ({
      says: `is no lateness of what is closed as ${closed}`,
      person: asking({ asks: [anAsk({ delivered, closed })] }),
      due: [],
    })),
    {
      says: 'is no lateness in an agreement that is over',
      person: asking({ asks: [anAsk({ delivered })], ending }),
      due: [],
    },

    // On the answer's date both are asked once.
    {
      says: 'is whether it happened, for the recipient, on its date',
      person: asked({ reply: 'partly', date: '2026-10-01' }),
      due: [{ item: anItem('ask-date', 'Q1/2026-10-01'), from: '2026-10-01' }],
    },
    {
      says: 'is not whether it happened, where the recipient said so',
      person: asked({ reply: 'partly', date: '2026-10-01', said: true }),
      due: [],
    },
    {
      says: 'is not whether it happened, where the recipient was asked once',
      person: withTold(
        asked({ reply: 'partly', date: '2026-10-01' }),
        [anItem('ask-date', 'Q1/2026-10-01')],
        '2026-10-06',
      ),
      due: [],
    },
    {
      says: 'is whether it happened, for the recipient, on another date that they promised since',
      person: withTold(
        asked({ reply: 'partly', date: '2026-11-01' }),
        [anItem('ask-date', 'Q1/2026-10-01')],
        '2026-10-06',
      ),
      due: [{ item: anItem('ask-date', 'Q1/2026-11-01'), from: '2026-11-01' }],
    },
    {
      says: 'is whether it happened, for the asker, on its date',
      person: asking({ asks: [anAsk({ delivered, answer: dated, happened: { recipient: 'yes' } })] }),
      due: [{ item: own('ask-date', 'Q1/2026-10-01'), from: '2026-10-01' }],
    },
    {
      says: 'is not whether it happened, where the asker said so',
      person: asking({ asks: [anAsk({ answer: dated, happened: { asker: 'no' } })] }),
      due: [],
    },
    {
      says: 'is not whether it happened, where the asker was asked once',
      person: withTold(
        asking({ asks: [anAsk({ answer: dated })] }),
        [own('ask-date', 'Q1/2026-10-01')],
        '2026-10-06',
      ),
      due: [],
    },
    {
      says: 'is not whether it happened, without a date',
      person: asking({ asks: [anAsk({ answer: { reply: 'yes', form: 'V3' } })] }),
      due: [],
    },
    {
      says: 'is not whether it happened, of what was withdrawn',
      person: asking({ asks: [anAsk({ answer: dated, closed: 'withdrawn' })] }),
      due: [],
    },

    // The partner's month.
    {
      says: 'is a talk, four weeks after they accepted',
      person: partnerOf(),
      due: [{ item: anItem('talk', 'partner'), from: '2026-09-30' }],
    },
    {
      says: 'is a talk, four weeks after the last one',
      person: partnerOf({ talkedOn: '2026-09-20' }),
      due: [{ item: anItem('talk', 'partner'), from: '2026-10-18' }],
    },
    {
      says: 'is a talk, four weeks after the last nudge',
      person: withTold(partnerOf({ talkedOn: '2026-09-20' }), [anItem('talk', 'partner')], '2026-10-20'),
      due: [{ item: anItem('talk', 'partner'), from: '2026-11-17' }],
    },
    {
      says: 'is a talk, four weeks after the last one, though the nudge was before it',
      person: withTold(partnerOf({ talkedOn: '2026-10-22' }), [anItem('talk', 'partner')], '2026-10-20'),
      due: [{ item: anItem('talk', 'partner'), from: '2026-11-19' }],
    },
    {
      says: 'is a talk, four weeks after they accepted anew, though the nudge was before it',
      person: withTold(partnerOf({ since: '2026-11-02' }), [anItem('talk', 'partner')], '2026-10-20'),
      due: [{ item: anItem('talk', 'partner'), from: '2026-11-30' }],
    },
    { says: 'is no talk for who is only invited', person: partnerOf({ state: 'invited' }), due: [] },

    // For those outside Slack the leader has it.
    {
      says: 'is a talk with who is outside, for the leader, each by themself',
      person: withTold(
        asking({
          partners: [
            aPartner(),
            aPartner({ id: 'V3', name: 'Eva' }),
            aPartner({ id: 'V4', name: 'Bo', talkedOn: '2026-09-05' }),
          ],
        }),
        [own('talk-outside', 'V3')],
        '2026-09-30',
      ),
      due: [
        { item: own('talk-outside', 'V3'), from: '2026-10-28' },
        { item: own('talk-outside', 'V4'), from: '2026-10-03' },
      ],
    },
    {
      says: 'is no talk once the agreement is over',
      person: asking({ partners: [aPartner({ id: 'V3', name: 'Eva' })], ending }),
      due: [],
    },

    {
      says: 'is of every role, first what others ask',
      person: aLeader(
        { asks: [anAsk({ delivered })], partners: [aPartner({ id: 'V3', name: 'Eva' })] },
        { links: [aLink({ asks: [{ id: 'Q9', reply: 'yes', date: '2026-10-01' }] })] },
      ),
      due: [
        { item: anItem('ask-date', 'Q9/2026-10-01'), from: '2026-10-01' },
        { item: own('ask-overdue', 'Q1'), from: '2026-09-17' },
        { item: own('talk-outside', 'V3'), from: '2026-09-30' },
      ],
    },
    {
      says: 'is nothing for somebody who is gone',
      person: { ...reached('2026-09-07'), gone: true },
      due: [],
    },
  ];
  it.each(cases)('$says', ({ person, due }) => {
    expect(itemsDue(person)).toEqual(due);
  });
});

describe('who an item is about', () => {
  const person = aLeader({ asks: [anAsk({ to: 'U5' })] }, { sparring: [aRequest({ to: 'U6' })] });

  it.each(['ask', 'invitation', 'sparring', 'win', 'ask-waits', 'ask-date', 'talk'] as const)(
    'is the one whose it is, of another’s “%s”',
    (kind) => {
      expect(whoOf(person, anItem(kind, 'Q1'))).toBe('U9');
    },
  );

  it.each<{ item: Item; who: string | undefined }>([
    { item: own('answered', 'Q1/V3'), who: 'U5' },
    { item: own('ask-overdue', 'Q1'), who: 'U5' },
    { item: own('ask-date', 'Q1/2026-10-01'), who: 'U5' },
    { item: own('answered', 'Q9/V3'), who: undefined },
    { item: own('partner-said', 'U2/left'), who: 'U2' },
    { item: own('sparring-said', 'S1/V3'), who: 'U6' },
    { item: own('gone', 'U7/manager/A1'), who: 'U7' },
    { item: own('talk-outside', 'V3'), who: undefined },
  ])('is $who, of one’s own $item.kind', ({ item, who }) => {
    expect(whoOf(person, item)).toBe(who);
  });

  it.each([...newsKinds, ...slotKinds].filter((kind) => isOfGroup(anItem(kind, 'x'))))(
    'is nobody, of a group’s “%s”',
    (kind) => {
      expect(whoOf(person, anItem(kind, 'Q1', 'C1'))).toBeUndefined();
    },
  );

  it('is said of every kind of item that is one’s own', () => {
    const tested = [
      'answered',
      'ask-overdue',
      'ask-date',
      'partner-said',
      'sparring-said',
      'gone',
      'talk-outside',
    ];
    const ofOthers = ['ask', 'invitation', 'sparring', 'win', 'ask-waits', 'talk'];
    const ofPeople = [...newsKinds, ...slotKinds].filter((kind) => !isOfGroup(anItem(kind, 'x')));
    expect([...tested, ...ofOthers].sort()).toEqual(ofPeople.sort());
  });
});

describe('what was told', () => {
  const [ask, win] = [anItem('ask', 'Q1'), anItem('win', 'V9')];

  it('is known by its day, and what was not is not', () => {
    const person = withTold(aPerson(), [ask], '2026-09-10');
    expect(toldOn(person, keyOf(ask))).toBe('2026-09-10');
    expect(toldOn(person, keyOf(win))).toBeUndefined();
    expect(toldOn(aPerson(), keyOf(ask))).toBeUndefined();
  });

  it('again, is known by the latest day, once', () => {
    const person = withTold(withTold(aPerson(), [ask, win], '2026-09-10'), [ask], '2026-10-08');
    expect(toldOn(person, keyOf(ask))).toBe('2026-10-08');
    expect(toldOn(person, keyOf(win))).toBe('2026-09-10');
    expect(person.told).toHaveLength(2);
  });

  it('is the very same person, where it was nothing', () => {
    const person = aPerson();
    expect(withTold(person, [], '2026-09-10')).toBe(person);
  });

  it('is another, of another kind, owner or id', () => {
    const keys = [ask, anItem('win', 'Q1'), anItem('ask', 'Q1', 'U8'), anItem('ask', 'Q2')].map(keyOf);
    expect(new Set(keys).size).toBe(4);
  });
});
