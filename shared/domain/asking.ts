import { isOpen, type LeaderAgreement } from './agreement.ts';
import { type Answer, type Ask, type AskKind, askState, type Happening } from './ask.ts';
import { type Person, runningAgreement } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import { type Instant, localDate, type PlainDate } from './time.ts';

/** Older ones make way: an item has room for some four hundred kilobytes. */
const mostAsks = 20;

/** Those that still say something to the people they are to. */
export function liveAsks(agreement: LeaderAgreement | undefined): Ask[] {
  if (!isOpen(agreement)) return [];
  return (agreement.asks ?? []).filter((ask) => askState(ask) !== 'closed');
}

export function findAsk({ agreement }: Person, id: string): Ask | undefined {
  return agreement?.asks?.find((ask) => ask.id === id);
}

/** The latest ask of a point that was not taken back, or was answered before that. */
export function askOf(agreement: LeaderAgreement, point: string): Ask | undefined {
  return agreement.asks?.findLast(
    (ask) => ask.point === point && (askState(ask) !== 'closed' || ask.answer !== undefined),
  );
}

type AskInput = {
  agreement: string;
  point: string;
  view: string;
  kind: AskKind;
  text: string;
  to: string;
  /** An ask that waits, and that this one takes the place of. */
  instead?: string | undefined;
};

/** Asks somebody; a point has one ask waiting at a time. */
export function makeAsk(person: Person, input: AskInput, now: Instant): Person | Refusal {
  const agreement = runningAgreement(person, now);
  if (agreement?.id !== input.agreement) return refuse('no-agreement');
  const { point, view: id, kind, text, to, instead } = input;
  if (to === person.user) return refuse('named-self');
  if (!agreement.points.some((candidate) => candidate.id === point)) return refuse('point-gone');
  const made = findAsk(person, id);
  if (made !== undefined) return sentAgain(person, made, { kind, text, to });
  if (instead !== undefined && findAsk(person, instead)?.answer !== undefined) return refuse('ask-answered');
  const asks = (agreement.asks ?? []).map((ask) => (ask.id === instead ? closedAs(ask, 'withdrawn') : ask));
  if (asks.some((ask) => ask.point === point && askState(ask) === 'waiting')) return refuse('ask-waits');
  const ask: Ask = { id, point, kind, text, to, madeOn: localDate(now, person.profile.zone) };
  return withAsks(person, agreement, [...withRoom(asks), ask]);
}

/** Those that are closed make way first, then those that were answered. */
function withRoom(asks: Ask[]): Ask[] {
  if (asks.length < mostAsks) return asks;
  const goes = asks.find(({ closed }) => closed) ?? asks.find(({ answer }) => answer) ?? asks[0];
  return asks.filter((ask) => ask !== goes);
}

const closedAs = (ask: Ask, closed: NonNullable<Ask['closed']>): Ask =>
  ask.closed ? ask : { ...ask, closed };

/** The agreement whose point gives way to another: what was asked about it is asked no more. */
export function withoutAsksOf(agreement: LeaderAgreement, point: string): LeaderAgreement {
  const asks = agreement.asks?.map((ask) => (ask.point === point ? closedAs(ask, 'withdrawn') : ask));
  return asks === undefined ? agreement : { ...agreement, asks };
}

/** The same submission twice is one ask. What somebody wrote on after "it wasn't saved" counts, until it was delivered. */
function sentAgain(person: Person, made: Ask, written: Pick<Ask, 'kind' | 'text' | 'to'>): Person {
  const rewritten = { ...made, ...written };
  if (made.delivered || made.answer || made.closed || sameIn<Ask>(made, rewritten, ['kind', 'text', 'to']))
    return person;
  return withAsk(person, made.id, () => rewritten);
}

/** Takes it back: from then on nobody but the one who asked can see it. */
export function withdrawAsk(person: Person, id: string): Person | Refusal {
  const ask = findAsk(person, id);
  if (ask === undefined) return refuse('not-yours');
  return ask.closed ? person : withAsk(person, id, (found) => closedAs(found, 'withdrawn'));
}

/** The recipient's answer, in the asker's aggregate; a new one replaces it. `today` is the recipient's. */
export function answerAsk(owner: Person, id: string, answer: Answer, today: PlainDate): Person | Refusal {
  const ask = findAsk(owner, id);
  if (ask === undefined) return refuse('not-yours');
  if (ask.answer && sameIn(ask.answer, answer, ['reply', 'date', 'comment', 'form'])) return owner;
  const isSameDate = answer.date === ask.answer?.date;
  if (answer.date !== undefined && answer.date <= today && !isSameDate) return refuse('date-not-ahead');
  // What was said of one promise is not about another.
  const isSamePromise = isSameDate && answer.reply === ask.answer?.reply;
  return withAsk(owner, id, (found) => ({
    ...found,
    answer,
    happened: isSamePromise ? found.happened : undefined,
  }));
}

/** What one of the two says on the date. */
export function sayHappened(
  owner: Person,
  id: string,
  by: 'asker' | 'recipient',
  happening: Happening,
): Person | Refusal {
  const ask = findAsk(owner, id);
  if (ask?.answer === undefined) return refuse('not-yours');
  if (ask.happened?.[by] === happening) return owner;
  return withAsk(owner, id, (found) => ({ ...found, happened: { ...found.happened, [by]: happening } }));
}

/** The same person, with that ask as `change` has it. */
export function withAsk(person: Person, id: string, change: (ask: Ask) => Ask): Person {
  const { agreement } = person;
  if (agreement?.asks === undefined) return person;
  return withAsks(
    person,
    agreement,
    agreement.asks.map((ask) => (ask.id === id ? change(ask) : ask)),
  );
}

function withAsks(person: Person, agreement: LeaderAgreement, asks: Ask[]): Person {
  return { ...person, agreement: { ...agreement, asks } };
}
