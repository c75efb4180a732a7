import type { LeaderAgreement } from './agreement.ts';
import { type GroupLink, isEmptyGroupLink } from './group-link.ts';
import type { ItemTold } from './item.ts';
import { isEmpty, type Link } from './link.ts';
import type { Draft, Person } from './person.ts';
import type { Prompt } from './prompt.ts';
import type { SparringRequest } from './request.ts';
import type { Pause } from './slots.ts';
import { addDays, earliest, type Instant, instantAt, localDate, type PlainDate, type Zone } from './time.ts';

/** Days that each kind of data is kept after its date (PRODUCT.md, "Retention"). */
export const retentionDays = {
  /** after it was last written */
  draft: 30,
  /** after the period's end: points, check-ins, small wins */
  agreement: 30,
  /** after the period's end: a group's agreement, its rounds and commitments */
  group: 30,
  /** after somebody left a group: that they did */
  left: 30,
  /** after it was asked for */
  sparring: 30,
  /** after they were sent: the latest message about what others did, and one of the slot that held nothing else */
  message: 30,
  /** after somebody's last thing for this person was gone */
  link: 30,
  /** after the day: that somebody was told of something; longer than any agreement can last */
  told: 500,
} as const;

/**
 * The first date on which an agreement is gone. One that its leader has not closed waits for the end of a pause: what the
 * pause kept back is owed after it.
 */
export function keptUntil({ period, ending }: LeaderAgreement, pauses: Pause[]): PlainDate {
  const ends = ending === undefined ? [period.ends, ...pauses.map(({ until }) => until)] : [period.ends];
  return addDays(ends.sort().at(-1) ?? period.ends, retentionDays.agreement + 1);
}

/** As people say it: the day itself included. */
export function lastDayKept(agreement: LeaderAgreement, pauses: Pause[]): PlainDate {
  return addDays(keptUntil(agreement, pauses), -1);
}

/** The person without what has had its time; the same person where nothing has. */
export function forgetExpired(person: Person, now: Instant): Person {
  const today = localDate(now, person.profile.zone);
  return forgetLittle(forgetAgreements(person, today), today);
}

function forgetAgreements(person: Person, today: PlainDate): Person {
  const { agreement, draft, past, pauses, prompt } = person;
  const forgetAgreement = agreement !== undefined && today >= keptUntil(agreement, pauses);
  const forgetDraft = draft !== undefined && today >= draftKeptUntil(draft, person.profile.zone);
  const isOver = (ended: LeaderAgreement) => today >= pastKeptUntil(ended);
  if (!(forgetAgreement || forgetDraft || past.some(isOver))) return person;
  return {
    ...person,
    draft: forgetDraft ? undefined : draft,
    past: past.filter((ended) => !isOver(ended)),
    // With the agreement goes what was about it: its prompt, and the pauses that are over.
    ...(forgetAgreement
      ? {
          agreement: undefined,
          prompt: prompt && withoutFollowUp(prompt),
          pauses: pauses.filter(({ until }) => until > today),
        }
      : {}),
  };
}

/** What it held in other roles stays: it is the week's one message. */
function withoutFollowUp(prompt: Prompt): Prompt | undefined {
  const parts = prompt.parts.filter(({ kind }) => kind === 'item');
  return parts.length > 0 ? { ...prompt, parts } : undefined;
}

/** Ids and dates of what others did. */
function forgetLittle(person: Person, today: PlainDate): Person {
  const kept = {
    sparring: person.sparring?.filter((request) => today < sparringKeptUntil(request)),
    told: person.told?.filter((known) => today < toldKeptUntil(known)),
    links: person.links?.filter((link) => today < linkKeptUntil(link)),
    groups: person.groups?.filter((link) => today < groupLinkKeptUntil(link)),
  };
  const { news, prompt } = person;
  const forgetNews = news !== undefined && today >= messageKeptUntil(news.on);
  const forgetPrompt = prompt !== undefined && isAlone(person) && today >= messageKeptUntil(prompt.week);
  const isSame = ([key, list]: [string, unknown[] | undefined]) =>
    list?.length === person[key as keyof typeof kept]?.length;
  if (!(forgetNews || forgetPrompt) && Object.entries(kept).every(isSame)) return person;
  return {
    ...person,
    ...kept,
    ...(forgetNews ? { news: undefined } : {}),
    ...(forgetPrompt ? { prompt: undefined } : {}),
  };
}

const messageKeptUntil = (on: PlainDate) => addDays(on, retentionDays.message + 1);
/** A prompt of somebody without an agreement goes by itself; else it goes with that. */
const isAlone = ({ agreement }: Person) => agreement === undefined;
const sparringKeptUntil = ({ madeOn }: SparringRequest) => addDays(madeOn, retentionDays.sparring + 1);
const toldKeptUntil = ({ on }: ItemTold) => addDays(on, retentionDays.told + 1);
/** What there is something in is kept as long as its owner keeps it. */
const linkKeptUntil = (link: Link) => (isEmpty(link) ? addDays(link.heardOn, retentionDays.link + 1) : never);
const groupLinkKeptUntil = (link: GroupLink) =>
  isEmptyGroupLink(link) ? addDays(link.heardOn, retentionDays.link + 1) : never;
const never: PlainDate = '9999-12-31';

/** The next instant at which something has had its time. */
export function nextExpiry(person: Person): Instant | undefined {
  const { agreement, draft, past, pauses, profile, news, prompt } = person;
  const { sparring = [], told = [], links = [], groups = [] } = person;
  const dates = [
    ...past.map(pastKeptUntil),
    ...sparring.map(sparringKeptUntil),
    ...told.map(toldKeptUntil),
    ...links.map(linkKeptUntil).filter((date) => date !== never),
    ...groups.map(groupLinkKeptUntil).filter((date) => date !== never),
    ...(news === undefined ? [] : [messageKeptUntil(news.on)]),
    ...(prompt === undefined || !isAlone(person) ? [] : [messageKeptUntil(prompt.week)]),
  ];
  if (agreement !== undefined) dates.push(keptUntil(agreement, pauses));
  if (draft !== undefined) dates.push(draftKeptUntil(draft, profile.zone));
  return earliest(dates.map((date) => instantAt(date, '00:00', profile.zone)));
}

/** A newer one followed it: nothing of it is owed any more. */
function pastKeptUntil(agreement: LeaderAgreement): PlainDate {
  return keptUntil(agreement, []);
}

function draftKeptUntil(draft: Draft, zone: Zone): PlainDate {
  return addDays(localDate(draft.savedAt, zone), retentionDays.draft + 1);
}
