import type { Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { SparringRequest } from './request.ts';
import { sameIn } from './same.ts';
import { type Instant, localDate } from './time.ts';

/** Those that stand: it may not be asked of one person twice while the first is unanswered. */
export function openRequests({ sparring = [] }: Person): SparringRequest[] {
  return sparring.filter(({ closed }) => closed === undefined);
}

export function findRequest({ sparring = [] }: Person, id: string): SparringRequest | undefined {
  return sparring.find((request) => request.id === id);
}

export function askForSparring(person: Person, to: string, id: string, now: Instant): Person | Refusal {
  if (to === person.user) return refuse('named-self');
  const sparring = person.sparring ?? [];
  if (findRequest(person, id)) return person;
  // Asked already and not answered: once is enough.
  if (openRequests(person).some((request) => request.to === to && request.answer === undefined))
    return person;
  return { ...person, sparring: [...sparring, { id, to, madeOn: localDate(now, person.profile.zone) }] };
}

export function answerSparring(
  owner: Person,
  id: string,
  answer: NonNullable<SparringRequest['answer']>,
): Person | Refusal {
  const request = findRequest(owner, id);
  if (request === undefined) return refuse('not-yours');
  if (request.answer && sameIn(request.answer, answer, ['reply', 'when', 'form'])) return owner;
  const answered = { ...request, answer };
  return { ...owner, sparring: owner.sparring?.map((other) => (other === request ? answered : other)) };
}
