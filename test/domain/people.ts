import type { CheckIn, LeaderAgreement, PointText } from '../../shared/domain/agreement.ts';
import type { Ask } from '../../shared/domain/ask.ts';
import type { AnswerInput } from '../../shared/domain/follow-up.ts';
import type { Item, ItemKind } from '../../shared/domain/item.ts';
import type { Link } from '../../shared/domain/link.ts';
import type { LeavingTelling, Telling } from '../../shared/domain/links.ts';
import type { Sending } from '../../shared/domain/look.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import type { Draft, Person, Profile } from '../../shared/domain/person.ts';
import type { FollowUpPart, Prompt } from '../../shared/domain/prompt.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import type { SparringRequest } from '../../shared/domain/request.ts';
import { type Calendar, defaultWorkingTime, type Pause } from '../../shared/domain/slots.ts';
import { type Instant, instantAt, type Zone } from '../../shared/domain/time.ts';

/**
 * An ordinary leader in an autumn without holidays, and whatever differs. Made on Wednesday 2 September 2026, every
 * second week on Tuesdays at 09:00 in Copenhagen; the user's id is one whose slot is spread by no second at all.
 */
export const tenant = 'T1';
export const user = 'U477';
export const copenhagen = 'Europe/Copenhagen';

/** The agreement's week, and its follow-ups: the closing one is on Tuesday 1 December, the day before it ends. */
export const firstWeek = '2026-08-31';
export const followUps = ['2026-09-14', '2026-09-28', '2026-10-12', '2026-10-26', '2026-11-09', '2026-11-30'];

/** `at('2026-09-15 09:00')`: that wall-clock time in Copenhagen, or in another zone. */
export function at(local: string, zone: Zone = copenhagen): Instant {
  const [date = '', time = '00:00'] = local.split(' ');
  return instantAt(date, time, zone);
}

export function aProfile(other: Partial<Profile> = {}): Profile {
  return {
    name: 'Ann',
    language: 'da',
    zone: copenhagen,
    checkedAt: '2026-09-02T08:00:00Z',
    ...other,
  };
}

export function aPerson(other: Partial<Person> = {}): Person {
  return { tenant, user, version: 1, profile: aProfile(), pauses: [], past: [], ...other };
}

export function aLeader(other: Partial<LeaderAgreement> = {}, rest: Partial<Person> = {}): Person {
  return aPerson({ workingTime: defaultWorkingTime, agreement: anAgreement(other), ...rest });
}

export function aPoint(title: string): PointText {
  return { title, firstStep: 'Book an hour', theme: 'time' };
}

export function aDraft(other: Partial<Draft> = {}): Draft {
  return {
    form: 'V1',
    points: [aPoint('Fewer meetings'), aPoint('More walks')],
    savedAt: at('2026-09-02 10:00'),
    ...other,
  };
}

export function anAgreement(other: Partial<LeaderAgreement> = {}): LeaderAgreement {
  return {
    id: 'A1',
    period: { starts: '2026-09-02', ends: '2026-12-02' },
    rhythm: 2,
    points: [
      { ...aPoint('Fewer meetings'), id: '1' },
      { ...aPoint('More walks'), id: '2' },
    ],
    settled: firstWeek,
    unanswered: 0,
    retired: [],
    checkIns: [],
    ...other,
  };
}

export function aPart(week: string, agreement = 'A1'): FollowUpPart {
  return { kind: 'follow-up', agreement, week };
}

/** The prompt of 14 September's week, in its person's DM. */
export function aPrompt(other: Partial<Prompt> = {}): Prompt {
  const week = other.week ?? '2026-09-14';
  return { week, parts: [aPart(week)], state: 'sent', channel: 'D1', ts: '1.1', ...other };
}

export function aCheckIn(other: Partial<CheckIn> = {}): CheckIn {
  return {
    week: '2026-09-14',
    at: at('2026-09-15 10:00'),
    points: [
      { point: '1', progress: 3 },
      { point: '2', progress: 4 },
    ],
    form: 'V9',
    ...other,
  };
}

/** Something the leader asks of U2, on their first point. */
export function anAsk(other: Partial<Ask> = {}): Ask {
  return {
    id: 'Q1',
    point: '1',
    kind: 'decide',
    text: 'Which meetings may go?',
    to: 'U2',
    madeOn: '2026-09-02',
    ...other,
  };
}

/** U2 as the leader's sparring partner. */
export function aPartner(other: Partial<Partner> = {}): Partner {
  return { id: 'U2', state: 'accepted', since: '2026-09-02', seesPoints: false, ...other };
}

/** Sparring that was asked of U2. */
export function aRequest(other: Partial<SparringRequest> = {}): SparringRequest {
  return { id: 'S1', to: 'U2', madeOn: '2026-09-02', ...other };
}

/** What its reader knows of U9's agreement: nothing, but for what differs. */
export function aLink(other: Partial<Link> = {}): Link {
  return {
    owner: 'U9',
    version: 1,
    heardOn: '2026-09-02',
    asks: [],
    partner: undefined,
    sparring: [],
    wins: [],
    reported: [],
    ...other,
  };
}

/** Something of U9's, or of another's, that its reader is told of. */
export function anItem(kind: ItemKind, id: string, owner = 'U9'): Item {
  return { kind, owner, id };
}

export function anAnswer(other: Partial<AnswerInput> = {}): AnswerInput {
  return {
    agreement: 'A1',
    view: 'V10',
    points: [
      { point: '1', progress: 5 },
      { point: '2', progress: 2, note: 'The calendar is full' },
    ],
    ...other,
  };
}

export function aCalendar(other: Partial<Calendar> = {}): Calendar {
  return { ...defaultWorkingTime, zone: copenhagen, pauses: [], closed: [], spread: 0, ...other };
}

/** A pause that began when the agreement was made. */
export function pausesUntil(until: string): Pause[] {
  return [{ from: '2026-09-02', until }];
}

/** What was decided, where it must not be a refusal. */
export function done(decision: Person | Refusal): Person {
  if (isRefusal(decision)) throw new Error(`Refused: ${decision.refusal}`);
  return decision;
}

/** What there is to tell, where it must all be for people. */
export function toPeople(tell: (Telling | LeavingTelling)[]): Telling[] {
  return tell.map((telling) => {
    if (telling.kind === 'left') throw new Error(`Told is the group in ${telling.to.channel}`);
    return telling;
  });
}

/** The prompt that is sent or reminded of, where it must be one of those. */
export function promptOf(send: Sending | undefined): Prompt {
  if (send?.prompt === undefined) throw new Error(`Sent is ${send?.what ?? 'nothing'}`);
  return send.prompt;
}

/** The follow-up that a prompt asks for, where it must ask for one: before all else. */
export function followUpOf({ parts: [first] }: Prompt): FollowUpPart {
  if (first?.kind !== 'follow-up') throw new Error('There is no follow-up first');
  return first;
}
