import { describe, expect, it } from 'vitest';
import { type Answer, type Ask, type AskState, askState } from '../../shared/domain/ask.ts';
import {
  answerAsk,
  askOf,
  findAsk,
  liveAsks,
  makeAsk,
  sayHappened,
  withAsk,
  withdrawAsk,
  withoutAsksOf,
} from '../../shared/domain/asking.ts';
import { replacePoint } from '../../shared/domain/edit.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, type RefusalReason } from '../../shared/domain/refusal.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { aLeader, anAgreement, anAsk, aPerson, aPoint, aProfile, at, done } from './people.ts';

const now = at('2026-09-10 10:00');
const input = {
  agreement: 'A1',
  point: '1',
  view: 'Q1',
  kind: 'decide',
  text: 'Which meetings may go?',
  to: 'U2',
} as const;
const made = anAsk({ madeOn: '2026-09-10' });
const yes: Answer = { reply: 'yes', form: 'V3' };
const delivered = { on: '2026-09-10', overdueFrom: '2026-09-17' };
const withAsks = (...asks: Ask[]) => aLeader({ asks });
const asksOf = ({ agreement }: Person) => agreement?.asks;

describe('an ask', () => {
  it('stands on its point, and nothing else changes', () => {
    const person = aLeader({ unanswered: 1 });
    expect(makeAsk(person, input, now)).toEqual({
      ...person,
      agreement: { ...person.agreement, asks: [made] },
    });
  });

  it('is made on the day that its leader reads', () => {
    const person = aLeader({}, { profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    expect(asksOf(done(makeAsk(person, input, '2026-09-10T10:00:00Z')))?.[0]?.madeOn).toBe('2026-09-11');
  });

  type Case = { says: string; asks: Ask[] };
  const beside: Case[] = [
    { says: 'the other point’s', asks: [anAsk({ id: 'Q0', point: '2' })] },
    { says: 'one that was answered', asks: [anAsk({ id: 'Q0', answer: yes })] },
    { says: 'one that was withdrawn', asks: [anAsk({ id: 'Q0', closed: 'withdrawn' })] },
    { says: 'one to somebody who is gone', asks: [anAsk({ id: 'Q0', closed: 'gone' })] },
  ];
  it.each(beside)('may be made beside $says', ({ asks }) => {
    expect(asksOf(done(makeAsk(withAsks(...asks), input, now)))).toEqual([...asks, made]);
  });

  it('may be made until midnight of the last day', () => {
    expect(isRefusal(makeAsk(aLeader(), input, at('2026-12-02 23:59')))).toBe(false);
  });

  type Refused = { says: string; person: Person; now?: Instant; why: RefusalReason };
  const refused: Refused[] = [
    { says: 'without an agreement', person: aPerson(), why: 'no-agreement' },
    { says: 'in an agreement that a newer followed', person: aLeader({ id: 'A2' }), why: 'no-agreement' },
    { says: 'after the period’s end', person: aLeader(), now: at('2026-12-03 00:00'), why: 'no-agreement' },
    {
      says: 'once the agreement is over',
      person: aLeader({ ending: { on: '2026-09-09', how: 'closed', outcomes: [] } }),
      why: 'no-agreement',
    },
    {
      says: 'to oneself',
      person: aLeader({}, { user: 'U2' }),
      why: 'named-self',
    },
    {
      says: 'on a point that another device let go',
      person: aLeader({ points: [{ ...anAgreement().points[0], id: 'V7' }, anAgreement().points[1]] }),
      why: 'point-gone',
    },
    {
      says: 'while another of its point waits, also if that is to somebody else',
      person: withAsks(anAsk({ id: 'Q0', to: 'U3' })),
      why: 'ask-waits',
    },
  ];
  it.each(refused)('is refused $says', ({ person, now: moment = now, why }) => {
    expect(makeAsk(person, input, moment)).toEqual({ refusal: why });
  });

  it('makes room: the oldest of more than twenty goes', () => {
    const old = Array.from({ length: 20 }, (_, index) => anAsk({ id: `old ${index}`, answer: yes }));
    const asks = asksOf(done(makeAsk(withAsks(...old), input, now)));
    expect(asks).toEqual([...old.slice(1), made]);
  });

  it('that waits does not go to make room', () => {
    const waits = anAsk({ id: 'Q0', point: '2' });
    const old = Array.from({ length: 19 }, (_, index) => anAsk({ id: `old ${index}`, closed: 'withdrawn' }));
    const asks = asksOf(done(makeAsk(withAsks(waits, ...old), input, now)));
    expect(asks).toHaveLength(20);
    expect(asks).toContainEqual(waits);
  });
});

describe('an ask in the place of another', () => {
  const other = anAsk({ id: 'Q9', point: '2' });
  const ask = (person: Person, instead: string) => makeAsk(person, { ...input, to: 'U3', instead }, now);

  it('withdraws that one, and no other', () => {
    const asks = asksOf(done(ask(withAsks(other, anAsk({ id: 'Q0' })), 'Q0')));
    expect(asks).toEqual([other, anAsk({ id: 'Q0', closed: 'withdrawn' }), { ...made, to: 'U3' }]);
  });

  it('leaves one that was closed already as it was', () => {
    const gone = anAsk({ id: 'Q0', closed: 'gone' });
    expect(asksOf(done(ask(withAsks(gone), 'Q0')))).toEqual([gone, { ...made, to: 'U3' }]);
  });

  it.each([
    { says: 'answered meanwhile', ask: anAsk({ id: 'Q0', answer: yes }) },
    { says: 'answered, and withdrawn since', ask: anAsk({ id: 'Q0', answer: yes, closed: 'withdrawn' }) },
  ])('is refused where that one was $says', ({ ask: before }) => {
    expect(ask(withAsks(other, before), 'Q0')).toEqual({ refusal: 'ask-answered' });
  });

  it('is made where another than that one was answered meanwhile', () => {
    const answered = anAsk({ id: 'Q8', answer: yes });
    const asks = asksOf(done(ask(withAsks(answered, anAsk({ id: 'Q0' })), 'Q0')));
    expect(asks).toEqual([answered, anAsk({ id: 'Q0', closed: 'withdrawn' }), { ...made, to: 'U3' }]);
  });

  it.each(['nothing', 'Q9'])('is refused while its point has another that waits, than “%s”', (instead) => {
    expect(ask(withAsks(other, anAsk({ id: 'Q0' })), instead)).toEqual({ refusal: 'ask-waits' });
  });

  it('submitted twice is one, and the very same person', () => {
    const once = done(ask(withAsks(anAsk({ id: 'Q0' })), 'Q0'));
    expect(ask(once, 'Q0')).toBe(once);
    // It was sent again late: what it took the place of was answered before we knew.
    const answered = withAsk(once, 'Q0', (found) => ({ ...found, answer: yes }));
    expect(ask(answered, 'Q0')).toBe(answered);
  });
});

describe('a point that gives way to another', () => {
  it('has its asks withdrawn, and no other', () => {
    const [mine, gone, other] = [
      anAsk(),
      anAsk({ id: 'Q2', closed: 'gone' }),
      anAsk({ id: 'Q3', point: '2' }),
    ];
    const agreement = anAgreement({ asks: [mine, gone, other] });
    expect(withoutAsksOf(agreement, '1')).toEqual({
      ...agreement,
      asks: [{ ...mine, closed: 'withdrawn' }, gone, other],
    });
    const person = aLeader({ asks: [mine, other] });
    const replaced = replacePoint(
      person,
      { agreement: 'A1', view: 'V7', point: '1', text: aPoint('Rest'), why: 'Done' },
      now,
    );
    expect(asksOf(done(replaced))).toEqual([{ ...mine, closed: 'withdrawn' }, other]);
  });

  it('is the very same agreement, where nothing was asked', () => {
    const agreement = anAgreement();
    expect(withoutAsksOf(agreement, '1')).toBe(agreement);
  });
});

describe('the same ask submitted twice', () => {
  it('is one, and the very same person', () => {
    const once = done(makeAsk(aLeader(), input, now));
    expect(makeAsk(once, input, at('2026-09-10 10:01'))).toBe(once);
  });

  it.each([
    { says: 'other words', other: { text: 'Which two meetings may go?' } },
    { says: 'another kind', other: { kind: 'limit' as const } },
    { says: 'another person', other: { to: 'U3' } },
  ])('with $says is that one ask with them, until it was delivered', ({ other }) => {
    const before = anAsk({ id: 'Q0', point: '2' });
    const again = done(makeAsk(withAsks(before, made), { ...input, ...other }, at('2026-09-11 10:00')));
    expect(asksOf(again)).toEqual([before, { ...made, ...other }]);
  });

  it.each([
    { says: 'delivered', ask: { ...made, delivered } },
    { says: 'answered, though we have not heard that it came', ask: { ...made, answer: yes } },
    { says: 'withdrawn', ask: { ...made, closed: 'withdrawn' as const } },
  ])('is as it was, once it is $says', ({ ask }) => {
    const person = withAsks(ask);
    expect(makeAsk(person, { ...input, text: 'Another thing', to: 'U3' }, now)).toBe(person);
  });
});

describe('withdrawing', () => {
  it.each([
    { says: 'that waits', ask: anAsk() },
    { says: 'that was answered', ask: anAsk({ answer: yes, delivered }) },
  ])('closes an ask $says, and no other', ({ ask }) => {
    const other = anAsk({ id: 'Q2', point: '2' });
    const person = withAsks(other, ask);
    expect(withdrawAsk(person, 'Q1')).toEqual({
      ...person,
      agreement: { ...person.agreement, asks: [other, { ...ask, closed: 'withdrawn' }] },
    });
  });

  it.each(['withdrawn', 'gone'] as const)('what is closed as %s already changes nothing', (closed) => {
    const person = withAsks(anAsk({ closed }));
    expect(withdrawAsk(person, 'Q1')).toBe(person);
  });

  it.each([
    { says: 'an ask that is not there', person: withAsks(anAsk({ id: 'Q0' })) },
    { says: 'in an agreement without asks', person: aLeader() },
    { says: 'without an agreement', person: aPerson() },
  ])('is refused of $says', ({ person }) => {
    expect(withdrawAsk(person, 'Q1')).toEqual({ refusal: 'not-yours' });
  });
});

describe('an answer to an ask', () => {
  const asked = withAsks(anAsk({ id: 'Q0', point: '2' }), anAsk({ delivered }));
  const today = '2026-09-11';

  it.each<{ says: string; answer: Answer }>([
    { says: 'yes', answer: yes },
    { says: 'partly, by a date', answer: { reply: 'partly', date: '2026-10-01', form: 'V3' } },
    {
      says: 'not now, and what is possible instead',
      answer: { reply: 'not-now', comment: 'In May', form: 'V3' },
    },
    { says: 'let’s talk, tomorrow', answer: { reply: 'talk', date: '2026-09-12', form: 'V3' } },
  ])('is kept on it, and nothing else changes: $says', ({ answer }) => {
    expect(answerAsk(asked, 'Q1', answer, today)).toEqual({
      ...asked,
      agreement: {
        ...asked.agreement,
        asks: [anAsk({ id: 'Q0', point: '2' }), anAsk({ delivered, answer, happened: undefined })],
      },
    });
  });

  it('given twice is one, and the very same person', () => {
    const dated: Answer = { ...yes, date: '2026-10-01' };
    const once = done(answerAsk(asked, 'Q1', dated, today));
    expect(answerAsk(once, 'Q1', dated, today)).toBe(once);
  });

  it('given twice is one, also where its date has come in between', () => {
    const dated: Answer = { ...yes, date: '2026-09-12' };
    const once = done(answerAsk(asked, 'Q1', dated, today));
    expect(answerAsk(once, 'Q1', dated, '2026-09-12')).toBe(once);
  });

  const first: Answer = { reply: 'yes', date: '2026-10-01', comment: 'From June', form: 'V3' };
  const happened = { asker: 'no', recipient: 'yes' } as const;

  it.each<{ says: string; other: Partial<Answer> }>([
    { says: 'reply', other: { reply: 'not-now' } },
    { says: 'date', other: { date: '2026-10-02' } },
    { says: 'date, which is none,', other: { date: undefined } },
  ])('with another $says takes the first one’s place, and it has not happened yet', ({ other }) => {
    const person = withAsks(anAsk({ answer: first, happened }));
    const again = done(answerAsk(person, 'Q1', { ...first, ...other, form: 'V4' }, today));
    expect(asksOf(again)).toEqual([
      anAsk({ answer: { ...first, ...other, form: 'V4' }, happened: undefined }),
    ]);
  });

  it.each<{ says: string; other: Partial<Answer> }>([
    { says: 'comment', other: { comment: 'From May' } },
    { says: 'form', other: { form: 'V4' } },
  ])('with another $says takes the first one’s place, and what was said of it stays', ({ other }) => {
    const person = withAsks(anAsk({ answer: first, happened }));
    const again = done(answerAsk(person, 'Q1', { ...first, ...other }, today));
    expect(asksOf(again)).toEqual([anAsk({ answer: { ...first, ...other }, happened })]);
  });

  it.each(['2026-09-11', '2026-09-10'])('is refused with a date that is not ahead: %s', (date) => {
    expect(answerAsk(asked, 'Q1', { ...yes, date }, today)).toEqual({ refusal: 'date-not-ahead' });
    const promised = withAsks(anAsk({ answer: first }));
    expect(answerAsk(promised, 'Q1', { ...first, date }, today)).toEqual({ refusal: 'date-not-ahead' });
  });

  it.each(['2026-10-01', '2026-10-02'])('may keep its date once that has come, on %s', (day) => {
    const person = withAsks(anAsk({ answer: first, happened }));
    const comment = done(answerAsk(person, 'Q1', { ...first, comment: 'It was May' }, day));
    expect(asksOf(comment)).toEqual([anAsk({ answer: { ...first, comment: 'It was May' }, happened })]);
    const reply = done(answerAsk(person, 'Q1', { ...first, reply: 'partly' }, day));
    expect(asksOf(reply)).toEqual([anAsk({ answer: { ...first, reply: 'partly' }, happened: undefined })]);
  });

  it.each([
    { says: 'an ask that is not there', person: withAsks() },
    { says: 'somebody without an agreement', person: aPerson() },
  ])('is refused of $says', ({ person }) => {
    expect(answerAsk(person, 'Q1', yes, today)).toEqual({ refusal: 'not-yours' });
  });
});

describe('whether it happened', () => {
  const answered = withAsks(anAsk({ id: 'Q0', point: '2', answer: yes }), anAsk({ answer: yes }));

  it.each(['asker', 'recipient'] as const)('is kept as the %s says it', (by) => {
    expect(asksOf(done(sayHappened(answered, 'Q1', by, 'not-yet')))).toEqual([
      anAsk({ id: 'Q0', point: '2', answer: yes }),
      anAsk({ answer: yes, happened: { [by]: 'not-yet' } }),
    ]);
  });

  it('is kept of both, each in their own words', () => {
    const one = done(sayHappened(answered, 'Q1', 'asker', 'no'));
    const both = done(sayHappened(one, 'Q1', 'recipient', 'yes'));
    expect(findAsk(both, 'Q1')?.happened).toEqual({ asker: 'no', recipient: 'yes' });
    const otherwise = done(sayHappened(both, 'Q1', 'asker', 'yes'));
    expect(findAsk(otherwise, 'Q1')?.happened).toEqual({ asker: 'yes', recipient: 'yes' });
  });

  it('said twice is one, and the very same person', () => {
    const once = done(sayHappened(answered, 'Q1', 'asker', 'yes'));
    expect(sayHappened(once, 'Q1', 'asker', 'yes')).toBe(once);
  });

  it.each([
    { says: 'an ask without an answer', person: withAsks(anAsk()) },
    { says: 'an ask that is not there', person: withAsks() },
    { says: 'somebody without an agreement', person: aPerson() },
  ])('is refused of $says', ({ person }) => {
    expect(sayHappened(person, 'Q1', 'asker', 'yes')).toEqual({ refusal: 'not-yours' });
  });
});

describe('asks are found', () => {
  const waits = anAsk();
  const answered = anAsk({ id: 'Q2', answer: yes });
  const withdrawn = anAsk({ id: 'Q3', answer: yes, closed: 'withdrawn' });
  const gone = anAsk({ id: 'Q4', closed: 'gone' });
  const all = [waits, answered, withdrawn, gone];

  it.each<{ ask: Ask; state: AskState }>([
    { ask: waits, state: 'waiting' },
    { ask: answered, state: 'answered' },
    { ask: withdrawn, state: 'closed' },
    { ask: gone, state: 'closed' },
  ])('as $state', ({ ask, state }) => {
    expect(askState(ask)).toBe(state);
  });

  it('live, where they wait or are answered', () => {
    expect(liveAsks(anAgreement({ asks: all }))).toEqual([waits, answered]);
    expect(liveAsks(anAgreement())).toEqual([]);
    expect(liveAsks(undefined)).toEqual([]);
  });

  it.each(['closed', 'stopped'] as const)('dead, all of them, once the agreement is %s', (how) => {
    expect(liveAsks(anAgreement({ asks: all, ending: { on: '2026-09-09', how, outcomes: [] } }))).toEqual([]);
  });

  it('of a point: the latest that waits, or was answered, also where it was withdrawn after that', () => {
    expect(askOf(anAgreement({ asks: all }), '1')).toBe(withdrawn);
    expect(askOf(anAgreement({ asks: [waits, anAsk({ id: 'Q2', point: '2' })] }), '1')).toBe(waits);
    expect(
      askOf(anAgreement({ asks: [answered, gone, anAsk({ id: 'Q5', closed: 'withdrawn' })] }), '1'),
    ).toBe(answered);
    expect(askOf(anAgreement({ asks: [gone] }), '1')).toBeUndefined();
    expect(askOf(anAgreement(), '1')).toBeUndefined();
  });

  it.each(['constructor', '__proto__', '', 'Q9'])('by their id, and none by “%s”', (id) => {
    expect(findAsk(withAsks(...all), 'Q3')).toBe(withdrawn);
    expect(findAsk(withAsks(...all), id)).toBeUndefined();
  });

  it('and changed, one at a time; where there are none, the very same person', () => {
    const close = (ask: Ask): Ask => ({ ...ask, closed: 'gone' });
    expect(asksOf(withAsk(withAsks(waits, answered), 'Q2', close))).toEqual([waits, close(answered)]);
    for (const person of [aLeader(), aPerson()]) expect(withAsk(person, 'Q1', close)).toBe(person);
  });
});
