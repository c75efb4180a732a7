import type { LeaderAgreement } from './agreement.ts';
import type { Assessment } from './assessment.ts';
import { endOfItsAgreement } from './assessments.ts';
import { type GroupLink, isEmptyGroupLink } from './group-link.ts';
import { isNothingNew } from './idle.ts';
import type { ItemTold } from './item.ts';
import { isEmpty, type Link } from './link.ts';
import { type Draft, type Person, rulesFor } from './person.ts';
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
  /** after the end of its agreement's period: a prioritisation test; what each answered in a group's is gone when it closes */
  assessment: 0,
  /** after its latest answer, where no agreement followed: the same */
  assessmentAlone: 90,
  /** after a channel was shown an order of themes: who was behind it, so that none comes that could be compared with it */
  answered: 90,
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
  /** after they were deactivated or left the workspace: everything about somebody, also in what belongs to others */
  gone: 30,
  /** after nothing else was left of somebody: what Slack says of them */
  idle: 90,
} as const;

/**
 * The first date on which an agreement is gone. One that its leader has not closed waits for the end of a pause: what the
 * pause kept back is owed after it.
 */
export function keptUntil(
  { period, ending }: LeaderAgreement,
  pauses: Pause[],
  days: number = retentionDays.agreement,
): PlainDate {
  const ends = ending === undefined ? [period.ends, ...pauses.map(({ until }) => until)] : [period.ends];
  return addDays(ends.sort().at(-1) ?? period.ends, days + 1);
}

/** As people say it: the day itself included. */
export function lastDayKept(
  agreement: LeaderAgreement,
  person: Pick<Person, 'pauses' | 'tenant' | 'workspace'>,
): PlainDate {
  return addDays(keptUntil(agreement, person.pauses, rulesFor(person).keptDays), -1);
}

/** The person without what has had its time; the same person where nothing has. */
export function forgetExpired(person: Person, now: Instant): Person {
  const today = localDate(now, person.profile.zone);
  const kept = forgetLittle(
    forgetAgreements(forgetAssessment(withoutExport(person, now), today), today),
    today,
  );
  return withSince(kept, today);
}

/** A link that would not serve any more. */
function withoutExport(person: Person, now: Instant): Person {
  const isOver = person.export !== undefined && now >= person.export.until;
  return isOver ? { ...person, export: undefined } : person;
}

/** Since when they are gone, and since when there has been nothing about them: both begin with the look that finds it. */
function withSince(person: Person, today: PlainDate): Person {
  const goneSince = person.gone ? (person.goneSince ?? today) : undefined;
  const idleSince = isIdle(person, today) ? (person.idleSince ?? today) : undefined;
  return goneSince === person.goneSince && idleSince === person.idleSince
    ? person
    : { ...person, goneSince, idleSince };
}

/** A pause that is over says nothing any more. */
const isIdle = (person: Person, today: PlainDate) =>
  isNothingNew({ ...person, pauses: person.pauses.filter(({ until }) => until > today) });

/** Whether everything about somebody has had its time, by its longest; `alone`: others go on naming them. */
export function hasHadTheirTime(person: Person, now: Instant): { alone: boolean } | undefined {
  const today = localDate(now, person.profile.zone);
  if (today >= goneUntil(person)) return { alone: false };
  return today >= idleUntil(person) ? { alone: true } : undefined;
}

const goneUntil = ({ goneSince }: Person) =>
  goneSince === undefined ? never : addDays(goneSince, retentionDays.gone + 1);
const idleUntil = ({ idleSince }: Person) =>
  idleSince === undefined ? never : addDays(idleSince, retentionDays.idle + 1);

/** Before the agreement that it belongs to. */
function forgetAssessment(person: Person, today: PlainDate): Person {
  const { assessment } = person;
  const isOver = assessment !== undefined && today >= assessmentKeptUntil(assessment, person);
  return isOver ? { ...person, assessment: undefined } : person;
}

/** The first date on which a test is gone. */
function assessmentKeptUntil(assessment: Assessment, { agreement }: Person): PlainDate {
  const end = endOfItsAgreement(assessment, agreement);
  return end === undefined
    ? addDays(assessment.on, retentionDays.assessmentAlone + 1)
    : addDays(end, retentionDays.assessment + 1);
}

/** As people say it. */
export function lastDayOfAssessment(assessment: Assessment, person: Person): PlainDate {
  return addDays(assessmentKeptUntil(assessment, person), -1);
}

function forgetAgreements(person: Person, today: PlainDate): Person {
  const { agreement, draft, past, pauses, prompt } = person;
  const forgetAgreement =
    agreement !== undefined && today >= keptUntil(agreement, pauses, rulesFor(person).keptDays);
  const forgetDraft = draft !== undefined && today >= draftKeptUntil(draft, person.profile.zone);
  const isOver = (ended: LeaderAgreement) => today >= pastKeptUntil(ended, person);
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
    ...past.map((ended) => pastKeptUntil(ended, person)),
    ...sparring.map(sparringKeptUntil),
    ...told.map(toldKeptUntil),
    ...links.map(linkKeptUntil).filter((date) => date !== never),
    ...groups.map(groupLinkKeptUntil).filter((date) => date !== never),
    ...[goneUntil(person), idleUntil(person)].filter((date) => date !== never),
    ...(news === undefined ? [] : [messageKeptUntil(news.on)]),
    ...(prompt === undefined || !isAlone(person) ? [] : [messageKeptUntil(prompt.week)]),
  ];
  if (agreement !== undefined) dates.push(keptUntil(agreement, pauses, rulesFor(person).keptDays));
  if (draft !== undefined) dates.push(draftKeptUntil(draft, profile.zone));
  if (person.assessment !== undefined) dates.push(assessmentKeptUntil(person.assessment, person));
  return earliest([...dates.map((date) => instantAt(date, '00:00', profile.zone)), person.export?.until]);
}

/** A newer one followed it: nothing of it is owed any more. */
function pastKeptUntil(agreement: LeaderAgreement, person: Person): PlainDate {
  return keptUntil(agreement, [], rulesFor(person).keptDays);
}

function draftKeptUntil(draft: Draft, zone: Zone): PlainDate {
  return addDays(localDate(draft.savedAt, zone), retentionDays.draft + 1);
}
