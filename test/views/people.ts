import type { CheckIn, LeaderAgreement, Outcome, Point, PointText } from '../../shared/domain/agreement.ts';
import { limits } from '../../shared/domain/agreement.ts';
import type { Answer, Ask } from '../../shared/domain/ask.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Link } from '../../shared/domain/link.ts';
import type { Partner, PartnerState } from '../../shared/domain/partner.ts';
import { type Language, newcomer, type Person } from '../../shared/domain/person.ts';
import type { FollowUpPart, Prompt } from '../../shared/domain/prompt.ts';
import { addWeeks, type Instant } from '../../shared/domain/time.ts';

/** People in the states that views and messages are shown in, on a Tuesday morning in Copenhagen. */
export const now: Instant = '2026-12-08T08:10:00Z';
const thisWeek = '2026-12-07';
export const today = '2026-12-08';
export const followUp: FollowUpPart = { kind: 'follow-up', agreement: 'V9', week: thisWeek };

export function somebody(language: Language, name = language === 'da' ? 'Anna' : 'James'): Person {
  const zone = 'Europe/Copenhagen';
  return newcomer({ tenant: 'T1', user: 'U1' }, { name, language, zone, checkedAt: now });
}

type Words = (most: number) => string;

/** What a person writes: a few ordinary words, whatever room there is. */
export const ordinary: Record<Language, Words> = {
  da: (most) => 'Mere ro om formiddagen'.slice(0, most),
  en: (most) => 'More quiet mornings'.slice(0, most),
};
/** The broadest letter, to the last character. */
export const broadest: Words = (most) => 'W'.repeat(most);
/** Characters that are two to JavaScript and one to Slack. */
export const pictures: Words = (most) => '🫐'.repeat(most);
/** Recognised wherever it ends up; what tries to be the app's own follows. */
export const marker = 'PLANTET';
const tricks = `${marker} <@U1> <!channel> <https://e.vil|klik> *fed* _kursiv_ ~x~ \`kode\` :tada: &amp; \u202eבא\u2066 👩‍👩‍👧\n> citat `;
export const hostile: Words = (most) => [...tricks.repeat(12)].slice(0, most).join('');

const pointText = (write: Words): Required<PointText> => ({
  title: write(limits.title),
  firstStep: write(limits.firstStep),
  theme: 'cross-pressure',
  difference: write(limits.difference),
  sign: write(limits.sign),
});

const point = (id: string, write: Words, whole: boolean): Point => {
  const text = pointText(write);
  return whole ? { id, ...text } : { id, title: text.title, firstStep: text.firstStep };
};

function checkIn(index: number, write: Words): CheckIn {
  const progress = ([3, 2, 4, 5, 1] as const)[index % 5] ?? 3;
  const points = ['1', '2'].map((id) => ({ point: id, progress, note: write(limits.note) }));
  const week = addWeeks('2026-11-30', index);
  return { week, at: `${week}T10:00:00Z`, points, win: write(limits.win), form: `V${index}` };
}

type State = { write: Words; checkIns?: number; whole?: boolean; starts?: string; ends?: string };

export function agreementOf({ write, checkIns = 0, whole = true, ...dates }: State): LeaderAgreement {
  const { starts = '2026-11-23', ends = '2027-02-23' } = dates;
  return {
    id: 'V9',
    period: { starts, ends },
    rhythm: 2,
    points: [point('1', write, whole), point('2', write, whole)],
    settled: '2026-11-30',
    unanswered: 0,
    retired: [],
    checkIns: Array.from({ length: checkIns }, (_, index) => checkIn(index, write)),
  };
}

export function withAgreement(person: Person, state: State): Person & { agreement: LeaderAgreement } {
  return { ...person, agreement: agreementOf(state) };
}

export function withDraft(person: Person, write: Words): Person {
  const text = pointText(write);
  return { ...person, draft: { form: 'V1', points: [text, text], savedAt: '2026-11-25T10:00:00Z' } };
}

/** Half a year back, each point with what became of it, and more that gave way than anybody would let go of. */
export function closedOf({ write, ...state }: State, retired = 1): LeaderAgreement {
  const agreement = agreementOf({ write, checkIns: 2, starts: '2026-08-24', ends: '2026-11-24', ...state });
  const outcomes = agreement.points.map(({ id }, index) => ({
    point: id,
    outcome: (['done', 'keep'] satisfies Outcome[])[index] ?? ('change' as const),
  }));
  return {
    ...agreement,
    id: 'V8',
    retired: Array.from({ length: retired }, (_, index) => letGo(index, write)),
    ending: { on: '2026-11-24', how: 'closed', outcomes, learned: write(limits.learned) },
  };
}

export const letGo = (index: number, write: Words) => ({
  point: point(`R${index}`, write, true),
  why: write(limits.why),
  on: '2026-12-01',
});

export const stoppedOf = (state: State): LeaderAgreement => ({
  ...agreementOf(state),
  period: { starts: '2026-11-23', ends: '2026-12-08' },
  ending: { on: '2026-12-08', how: 'stopped', outcomes: [] },
});

export const written = pointText;

/** Colleagues of U1, whose screens are shown. */
export const manager = 'U2';
export const partner = 'U3';
/** As long as the ids of submissions are. */
export const submission = (index: number) => `V0B9C8D7E6${index}.1796112186.a1B2c3D4`;
export const outsideId = submission(0);

export function askedOf(write: Words, more: Partial<Ask> = {}): Ask {
  return {
    id: submission(1),
    point: '1',
    kind: 'limit',
    text: write(limits.ask),
    to: manager,
    madeOn: '2026-12-01',
    ...more,
  };
}

/** With a day and a comment, where nothing else is said. */
export function answerOf(write: Words, more: Partial<Answer> = {}): Answer {
  return {
    reply: 'partly',
    date: '2027-01-12',
    comment: write(limits.comment),
    form: submission(2),
    ...more,
  };
}

export const partnerIs = (state: PartnerState, id = partner, more: Partial<Partner> = {}): Partner => ({
  id,
  state,
  since: '2026-11-24',
  seesPoints: false,
  ...more,
});

export const outside = (write: Words): Partner =>
  partnerIs('accepted', outsideId, { name: write(limits.name) });

/** Everybody who can be with a leader, an ask that waits, and one on which everything was said. */
export function withPeople(agreement: LeaderAgreement, write: Words): LeaderAgreement {
  const answer = answerOf(write, { reply: 'talk', date: '2026-12-08' });
  return {
    ...agreement,
    manager: { id: manager, seesPoints: true },
    partners: [
      partnerIs('accepted', partner, { seesPoints: true }),
      partnerIs('invited', 'U4'),
      outside(write),
    ],
    asks: [
      askedOf(write, { delivered: { on: '2026-12-02', overdueFrom: '2026-12-09' } }),
      askedOf(write, {
        id: submission(3),
        point: '2',
        kind: 'listen',
        answer,
        happened: { asker: 'yes', recipient: 'not-yet' },
      }),
    ],
  };
}

/** Everybody who was with a leader and is no more, and what was asked of them. */
export function withPeopleGone(agreement: LeaderAgreement, write: Words): LeaderAgreement {
  return {
    ...agreement,
    manager: { id: manager, seesPoints: false, gone: true },
    partners: [partnerIs('declined', 'U3'), partnerIs('left', 'U4'), partnerIs('gone', 'U5')],
    asks: [
      askedOf(write, { closed: 'gone' }),
      askedOf(write, { id: submission(3), point: '2', closed: 'withdrawn', answer: answerOf(write) }),
    ],
  };
}

export function linkOf(owner: string, more: Partial<Link> = {}): Link {
  return {
    owner,
    version: 3,
    heardOn: '2026-12-01',
    asks: [],
    sparring: [],
    wins: [],
    reported: [],
    ...more,
  };
}

export const item = (kind: Item['kind'], owner: string, id = submission(1)): Item => ({ kind, owner, id });

export function prompt(state: Prompt['state'], more: Partial<Prompt> = {}): Prompt {
  const parts = [followUp];
  return { week: thisWeek, parts, state, channel: 'D1', ts: '1.1', ...more };
}
