import type { Commitment, CommitmentAnswer } from './commitment.ts';
import { type Group, memberOf, todayOf } from './group.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import type { Instant, PlainDate } from './time.ts';

export type CommitmentInput = {
  view: string;
  text: string;
  owner: string;
  due: PlainDate;
  line?: string | undefined;
};

/** So many can be open at a time: who promises more keeps less. */
export const mostOpen = 20;
const mostClosed = 20;

export function openCommitments({ commitments }: Group): Commitment[] {
  return commitments
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

export function findCommitment({ commitments }: Group, id: string): Commitment | undefined {
  return commitments.find((commitment) => commitment.id === id);
}

/** Who does what by when. Sent twice it is one, with what was written last. */
export function makeCommitment(
  group: Group,
  by: string,
  input: CommitmentInput,
  now: Instant,
): Group | Refusal {
  const { view: id, text, owner, due, line } = input;
  const today = todayOf(group, now);
  if (memberOf(group, owner) === undefined) return refuse('not-a-member');
  if (due < today) return refuse('date-not-ahead');
  const before = findCommitment(group, id);
  const made: Commitment = { id, text, owner, due, madeBy: by, madeOn: today, line, state: 'open' };
  if (before)
    return sameIn(before, made, ['text', 'owner', 'due'])
      ? group
      : withCommitment(group, { ...before, text, owner, due });
  if (openCommitments(group).length >= mostOpen) return refuse('too-many-commitments');
  return withCommitment(group, made);
}

type AnswerInput = {
  view: string;
  answer: CommitmentAnswer;
  /** The new day, with `later`. */
  due?: PlainDate | undefined;
  said?: string | undefined;
};

/** Done, later, or dropped with a line on why. */
export function answerCommitment(
  group: Group,
  id: string,
  input: AnswerInput,
  now: Instant,
): Group | Refusal {
  const before = findCommitment(group, id);
  if (before === undefined) return refuse('not-yours');
  const { answer, due, said, view: form } = input;
  if (answer === 'later' && (due === undefined || due < todayOf(group, now))) return refuse('date-not-ahead');
  const isAgainOpen = answer === 'later' && before.state !== 'open';
  if (isAgainOpen && openCommitments(group).length >= mostOpen) return refuse('too-many-commitments');
  const after: Commitment = {
    ...before,
    state: answer === 'later' ? 'open' : answer,
    due: (answer === 'later' ? due : undefined) ?? before.due,
    said,
    saidOn: todayOf(group, now),
    form,
  };
  return sameIn(before, after, ['state', 'due', 'said', 'form']) ? group : withCommitment(group, after);
}

/** Somebody takes what nobody owns any more. */
export function takeCommitment(group: Group, id: string, user: string): Group | Refusal {
  const before = findCommitment(group, id);
  const isFree = before?.owner === undefined || before.owner === user;
  if (before?.state !== 'open' || !isFree) return refuse('not-yours');
  return before.owner === user ? group : withCommitment(group, { ...before, owner: user, madeBy: user });
}

/** In the order in which they were made; of the closed ones the latest. */
function withCommitment(group: Group, commitment: Commitment): Group {
  const isNew = findCommitment(group, commitment.id) === undefined;
  const all = isNew
    ? [...group.commitments, commitment]
    : group.commitments.map((old) => (old.id === commitment.id ? commitment : old));
  // Its owner may still say something else of the one that was closed just now.
  const closed = [
    ...all.filter(({ state, id }) => state !== 'open' && id !== commitment.id),
    commitment,
  ].slice(-mostClosed);
  return { ...group, commitments: all.filter((one) => one.state === 'open' || closed.includes(one)) };
}
