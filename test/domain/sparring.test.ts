import { describe, expect, it } from 'vitest';
import type { SparringRequest } from '../../shared/domain/request.ts';
import { answerSparring, askForSparring, findRequest, openRequests } from '../../shared/domain/sparring.ts';
import { aLeader, aPerson, aProfile, aRequest, at, done, user } from './people.ts';

const now = at('2026-09-10 10:00');
const asking = (...sparring: SparringRequest[]) => aPerson({ sparring });
const made = aRequest({ madeOn: '2026-09-10' });

describe('asking for sparring', () => {
  it.each([
    { says: 'with an agreement', person: aLeader() },
    { says: 'without one', person: aPerson() },
  ])('keeps the request, $says', ({ person }) => {
    expect(askForSparring(person, 'U2', 'S1', now)).toEqual({ ...person, sparring: [made] });
  });

  it('names the day that its person reads', () => {
    const person = aPerson({ profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    const asked = done(askForSparring(person, 'U2', 'S1', '2026-09-10T10:00:00Z'));
    expect(asked.sparring?.[0]?.madeOn).toBe('2026-09-11');
  });

  it.each<{ says: string; before: SparringRequest }>([
    { says: 'somebody else was asked', before: aRequest({ id: 'S0', to: 'U3' }) },
    { says: 'they answered the last one', before: aRequest({ id: 'S0', answer: { reply: 'no' } }) },
    { says: 'the last one was withdrawn', before: aRequest({ id: 'S0', closed: 'withdrawn' }) },
    { says: 'they were gone, the last time', before: aRequest({ id: 'S0', closed: 'gone' }) },
  ])('adds to the earlier ones, where $says', ({ before }) => {
    expect(done(askForSparring(asking(before), 'U2', 'S1', now)).sparring).toEqual([before, made]);
  });

  it.each<{ says: string; person: ReturnType<typeof asking> }>([
    { says: 'in the same submission', person: asking(made) },
    {
      says: 'in the same submission, which was answered since',
      person: asking({ ...made, answer: { reply: 'yes' } }),
    },
    { says: 'of who has not answered yet', person: asking(aRequest({ id: 'S0' })) },
  ])('twice $says is once, and the very same person', ({ person }) => {
    expect(askForSparring(person, 'U2', 'S1', now)).toBe(person);
  });

  it('is refused of oneself', () => {
    expect(askForSparring(aPerson(), user, 'S1', now)).toEqual({ refusal: 'named-self' });
  });
});

describe('requests are found', () => {
  it('standing, where they are not closed', () => {
    const standing = [made, aRequest({ id: 'S2', answer: { reply: 'yes' } })];
    const closed = [aRequest({ id: 'S3', closed: 'withdrawn' }), aRequest({ id: 'S4', closed: 'gone' })];
    expect(openRequests(asking(...standing, ...closed))).toEqual(standing);
    expect(openRequests(aPerson())).toEqual([]);
  });

  it.each(['constructor', '__proto__', '', 'S9'])('by their id, and none by “%s”', (id) => {
    expect(findRequest(asking(made), 'S1')).toBe(made);
    expect(findRequest(asking(made), id)).toBeUndefined();
    expect(findRequest(aPerson(), id)).toBeUndefined();
  });
});

describe('an answer to a request', () => {
  const other = aRequest({ id: 'S0', to: 'U3' });

  it.each<NonNullable<SparringRequest['answer']>>([
    { reply: 'yes' },
    { reply: 'another-time', when: 'Monday after lunch' },
    { reply: 'another-time', when: 'Monday after lunch', form: 'V3' },
    { reply: 'no' },
  ])('is kept on it, and nothing else changes: $reply', (answer) => {
    const owner = asking(other, made);
    expect(answerSparring(owner, 'S1', answer)).toEqual({ ...owner, sparring: [other, { ...made, answer }] });
  });

  it('given twice is one, and the very same person', () => {
    for (const form of [undefined, 'V3']) {
      const answer = { reply: 'another-time', when: 'Monday', form } as const;
      const answered = done(answerSparring(asking(made), 'S1', answer));
      expect(answerSparring(answered, 'S1', { ...answer })).toBe(answered);
    }
  });

  it.each<NonNullable<SparringRequest['answer']>>([
    { reply: 'another-time', when: 'Tuesday' },
    { reply: 'yes', when: 'Monday' },
    { reply: 'another-time', when: 'Monday', form: 'V4' },
  ])('given otherwise takes the first one’s place: $reply, $when, $form', (answer) => {
    const answered = asking({ ...made, answer: { reply: 'another-time', when: 'Monday' } });
    expect(done(answerSparring(answered, 'S1', answer)).sparring).toEqual([{ ...made, answer }]);
  });

  it.each([
    { says: 'one that is not there', owner: asking(other) },
    { says: 'somebody who asked nobody', owner: aPerson() },
  ])('is refused of $says', ({ owner }) => {
    expect(answerSparring(owner, 'S1', { reply: 'yes' })).toEqual({ refusal: 'not-yours' });
  });
});
