import { describe, expect, it } from 'vitest';
import type { CommitmentAnswer } from '../../shared/domain/commitment.ts';
import {
  answerCommitment,
  findCommitment,
  makeCommitment,
  mostOpen,
  openCommitments,
  takeCommitment,
} from '../../shared/domain/commitments.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { aCommitment, aGroup, doneGroup, promised } from './groups.ts';
import { at } from './people.ts';

const now = at('2026-09-17 10:00');
const group = aGroup();
const made = doneGroup(makeCommitment(group, 'U1', promised(), now));
const many = (count: number, other: Parameters<typeof aCommitment>[0] = {}) =>
  Array.from({ length: count }, (_, index) => aCommitment({ id: `M${index}`, ...other }));

describe('a commitment', () => {
  it('says who does what by when, and who wrote it', () => {
    expect(made).toEqual({ ...group, commitments: [aCommitment({ line: undefined })] });
    const of = doneGroup(makeCommitment(group, 'U3', promised({ line: '1.U2.adjust' }), now));
    expect(of.commitments[0]).toMatchObject({ madeBy: 'U3', line: '1.U2.adjust', state: 'open' });
  });

  it.each([
    { says: 'today', due: '2026-09-17', refused: false },
    { says: 'yesterday', due: '2026-09-16', refused: true },
  ])('is due $says at the earliest: refused $refused', ({ due, refused }) => {
    const result = makeCommitment(group, 'U1', promised({ due }), now);
    expect('refusal' in result).toBe(refused);
  });

  it('is a member’s', () => {
    expect(makeCommitment(group, 'U1', promised({ owner: 'U9' }), now)).toEqual(refuse('not-a-member'));
  });

  it('sent twice is one, and with other words it is what was written last', () => {
    expect(makeCommitment(made, 'U1', promised(), now)).toBe(made);
    const again = doneGroup(
      makeCommitment(made, 'U1', promised({ text: 'Write it', owner: 'U3', due: '2026-10-01' }), now),
    );
    expect(again.commitments).toEqual([
      aCommitment({ text: 'Write it', owner: 'U3', due: '2026-10-01', line: undefined }),
    ]);
  });

  it('is one of twenty open ones; who promises more keeps less', () => {
    const full = aGroup({ commitments: many(mostOpen) });
    expect(makeCommitment(full, 'U1', promised({ view: 'M99' }), now)).toEqual(
      refuse('too-many-commitments'),
    );
    expect(makeCommitment(full, 'U1', promised({ view: 'M3', text: 'Other' }), now)).toMatchObject({
      commitments: { length: mostOpen },
    });
    const oneDone = doneGroup(answerCommitment(full, 'M7', { view: 'F1', answer: 'done' }, now));
    expect(
      openCommitments(doneGroup(makeCommitment(oneDone, 'U1', promised({ view: 'M99' }), now))),
    ).toHaveLength(mostOpen);
  });

  it('is read in the order of its day', () => {
    const days = ['2026-10-03', '2026-10-01', '2026-10-02'];
    const commitments = days.map((due, index) => aCommitment({ id: `M${index}`, due }));
    commitments.push(aCommitment({ id: 'M9', state: 'done' }));
    expect(openCommitments(aGroup({ commitments })).map(({ due }) => due)).toEqual([...days].sort());
  });
});

describe('an answer to a commitment', () => {
  type Case = { answer: CommitmentAnswer; due?: string; state: string; day: string };
  it.each<Case>([
    { answer: 'done', state: 'done', day: '2026-09-29' },
    { answer: 'dropped', state: 'dropped', day: '2026-09-29' },
    { answer: 'later', due: '2026-10-06', state: 'open', day: '2026-10-06' },
    { answer: 'done', due: '2026-10-06', state: 'done', day: '2026-09-29' },
  ])('“$answer” makes it $state', ({ answer, due, state, day }) => {
    const input = { view: 'F1', answer, due, said: 'So it went' };
    const answered = doneGroup(answerCommitment(made, 'M1', input, now));
    expect(answered.commitments[0]).toMatchObject({
      ...{ state, due: day, said: 'So it went', saidOn: '2026-09-17', form: 'F1', owner: 'U2' },
    });
    expect(answerCommitment(answered, 'M1', input, at('2026-09-18 10:00'))).toBe(answered);
  });

  it('may be said anew', () => {
    const done = doneGroup(answerCommitment(made, 'M1', { view: 'F1', answer: 'done' }, now));
    const open = doneGroup(
      answerCommitment(done, 'M1', { view: 'F2', answer: 'later', due: '2026-10-06' }, now),
    );
    expect(open.commitments[0]).toMatchObject({ state: 'open', due: '2026-10-06' });
  });

  it.each([undefined, '2026-09-16'])('“later” needs a day that is ahead, not %s', (due) => {
    expect(answerCommitment(made, 'M1', { view: 'F1', answer: 'later', due }, now)).toEqual(
      refuse('date-not-ahead'),
    );
  });

  it('to one that is not there is refused', () => {
    expect(answerCommitment(made, 'M9', { view: 'F1', answer: 'done' }, now)).toEqual(refuse('not-yours'));
  });

  it('never makes more than twenty open', () => {
    const commitments = [...many(1, { state: 'done' }), ...many(mostOpen + 1).slice(1)];
    const again = answerCommitment(
      aGroup({ commitments }),
      'M0',
      { view: 'F1', answer: 'later', due: '2026-10-06' },
      now,
    );
    expect(again).toEqual(refuse('too-many-commitments'));
  });

  it('keeps every open one, and twenty of the closed: those that were closed last', () => {
    const commitments = [
      ...many(3),
      ...many(20, { state: 'done' }).map((one) => ({ ...one, id: `D${one.id}` })),
    ];
    const answered = doneGroup(
      answerCommitment(aGroup({ commitments }), 'M0', { view: 'F1', answer: 'done' }, now),
    );
    expect(openCommitments(answered).map(({ id }) => id)).toEqual(['M1', 'M2']);
    expect(answered.commitments).toHaveLength(22);
    expect(findCommitment(answered, 'M0')?.state).toBe('done');
  });
});

describe('a commitment nobody owns', () => {
  const vacant = aGroup({ commitments: [aCommitment({ owner: undefined })] });

  it('is anybody’s to take, once', () => {
    const taken = doneGroup(takeCommitment(vacant, 'M1', 'U3'));
    expect(taken.commitments[0]?.owner).toBe('U3');
    expect(takeCommitment(taken, 'M1', 'U3')).toBe(taken);
  });

  it.each([
    { says: 'was done meanwhile', group: aGroup({ commitments: [aCommitment({ state: 'done' })] }) },
    { says: 'is not there', group },
  ])('is not taken where it $says', ({ group: before }) => {
    expect(takeCommitment(before, 'M1', 'U3')).toEqual(refuse('not-yours'));
  });
});
