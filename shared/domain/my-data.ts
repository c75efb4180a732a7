import type { LeaderAgreement } from './agreement.ts';
import { type Answer, type AskKind, askState } from './ask.ts';
import { hasAnswers } from './assessment.ts';
import type { Commitment } from './commitment.ts';
import type { Group, GroupId } from './group.ts';
import { answersOf, type GroupAnswers, type GroupAssessment, type NamedTheme } from './group-assessment.ts';
import { type GroupLink, isEmptyGroupLink } from './group-link.ts';
import type { Link } from './link.ts';
import type { Person } from './person.ts';
import type { Contribution, RoundLine } from './round.ts';
import { addSeconds, type Instant, type PlainDate } from './time.ts';

/** What somebody may see of what is stored about them: counted for a glance, and whole to take along. */

/** A link that opens it serves once, and so long. */
export const exportMinutes = 10;

/** The person for whom a link serves; the one before it serves no more. */
export function withExport(person: Person, hash: string, now: Instant): Person {
  return { ...person, export: { hash, until: addSeconds(now, exportMinutes * 60) } };
}

/** The channels of the groups whose items hold something of theirs, as far as they were told. */
export function channelsOf({ groups = [] }: Person): string[] {
  return groups.map(({ channel }) => channel);
}

/** Those who told them something: in their items is what this person answered. */
export function ownersOf({ links = [] }: Person): string[] {
  return links.map(({ owner }) => owner);
}

export type Counts = {
  profile: boolean;
  settings: boolean;
  draft: boolean;
  agreement: boolean;
  past: number;
  checkIns: number;
  asksMade: number;
  asksReceived: number;
  people: number;
  supports: number;
  sparring: number;
  assessment: boolean;
  groupAnswers: number;
  groups: number;
  contributions: number;
  commitments: number;
  messages: boolean;
};

export function countsOf(person: Person, groups: Group[]): Counts {
  const { user, workingTime, noReminders, profile, draft, agreement, past, links = [] } = person;
  const agreements = [...past, ...(agreement ? [agreement] : [])];
  const sum = (counted: (one: LeaderAgreement) => number) =>
    agreements.reduce((total, one) => total + counted(one), 0);
  return {
    profile: true,
    settings: workingTime !== undefined || noReminders !== undefined || profile.chosen !== undefined,
    draft: draft !== undefined,
    agreement: agreement !== undefined,
    past: past.length,
    checkIns: sum(({ checkIns }) => checkIns.length),
    asksMade: sum(({ asks = [] }) => asks.length),
    asksReceived: links.flatMap(({ asks }) => asks).length,
    people: sum(({ manager, partners = [] }) => partners.length + (manager ? 1 : 0)),
    supports: links.filter(({ partner }) => partner?.state === 'accepted').length,
    sparring: (person.sparring ?? []).length + links.flatMap(({ sparring }) => sparring).length,
    assessment: hasAnswers(person.assessment),
    groupAnswers: groups.filter(({ assessment }) => assessment && saidIn(assessment, user)).length,
    groups: (person.groups ?? []).filter((link) => !isEmptyGroupLink(link)).length,
    contributions: groups.filter(({ round }) => round?.contributions.some(({ by }) => by === user)).length,
    commitments: groups.flatMap(({ commitments }) => commitments.filter(({ owner }) => owner === user))
      .length,
    messages: (person.told ?? []).length > 0,
  };
}

/** Asked of this person by that one; the sentence is the asker's, the answer this one's. */
export type Received = {
  from: string;
  kind: AskKind;
  madeOn: PlainDate;
  answer?: Answer | undefined;
};
export type Supported = { leader: string; since: PlainDate; talkedOn?: PlainDate | undefined };
export type SparringAsked = { from: string; madeOn: PlainDate; reply?: string; when?: string | undefined };
export type InGroup = GroupId & {
  since?: PlainDate | undefined;
  leads: boolean;
  contributions: Contribution[];
  /** In the group's test: what they answered, as long as it is open, and the theme they named. */
  answers?: GroupAnswers | undefined;
  named?: NamedTheme | undefined;
  /** When tests closed that they had answered. */
  answeredOn: PlainDate[];
  notes: RoundLine[];
  commitments: Commitment[];
};

type OwnData = Partial<Omit<Person, 'links' | 'groups'>> & {
  links?: Omit<Link, 'version'>[] | undefined;
  groups?: Omit<GroupLink, 'version'>[] | undefined;
};

/** docs/privacy.md says what is in it. */
export type MyData = {
  format: 'trivsel-my-data';
  version: 1;
  madeAt: Instant;
  person: OwnData;
  asksReceived: Received[];
  partnerOf: Supported[];
  sparringAsked: SparringAsked[];
  groups: InGroup[];
};

/** Everything of their own, and of others' only what they said themself. */
export function myDataOf(person: Person, owners: Person[], groups: Group[], now: Instant): MyData {
  const { user } = person;
  return {
    format: 'trivsel-my-data',
    version: 1,
    madeAt: now,
    person: ownOf(person),
    asksReceived: owners.flatMap((owner) => receivedFrom(owner, user)),
    partnerOf: owners.flatMap((owner) => supportedIn(owner, user)),
    sparringAsked: owners.flatMap((owner) => sparringFrom(owner, user)),
    groups: groups.flatMap((group) => inGroup(group, user)),
  };
}

/**
 * Without what only keeps the app going, and without what others were last told of them. How often another's item, or a group's,
 * was written would tell when others answered.
 */
function ownOf(person: Person): OwnData {
  const {
    workspace: _,
    version: __,
    wakeAt: ___,
    linked: ____,
    export: _____,
    home: ______,
    ...own
  } = person;
  return {
    ...own,
    ...(own.links ? { links: own.links.map(withoutVersion) } : {}),
    ...(own.groups ? { groups: own.groups.map(withoutVersion) } : {}),
  };
}

const withoutVersion = <L extends { version: number }>({ version: _, ...link }: L): Omit<L, 'version'> =>
  link;

function receivedFrom(owner: Person, user: string): Received[] {
  const asks = [...owner.past, ...(owner.agreement ? [owner.agreement] : [])].flatMap(
    (one) => one.asks ?? [],
  );
  return asks
    .filter((ask) => ask.to === user && (ask.answer !== undefined || askState(ask) === 'waiting'))
    .map(({ kind, madeOn, answer }) => ({ from: owner.user, kind, madeOn, answer }));
}

function supportedIn({ user: leader, agreement }: Person, user: string): Supported[] {
  const partners = agreement?.partners ?? [];
  return partners
    .filter(({ id, state }) => id === user && state === 'accepted')
    .map(({ since, talkedOn }) => ({ leader, since, talkedOn }));
}

function sparringFrom({ user: from, sparring = [] }: Person, user: string): SparringAsked[] {
  return sparring
    .filter(({ to, closed }) => to === user && closed === undefined)
    .map(({ madeOn, answer }) => ({
      from,
      madeOn,
      ...(answer ? { reply: answer.reply, when: answer.when } : {}),
    }));
}

const themeOf = ({ named }: GroupAssessment, user: string) => named.find(({ by }) => by === user);

const saidIn = (assessment: GroupAssessment, user: string): boolean =>
  answersOf(assessment, user) !== undefined || themeOf(assessment, user) !== undefined;

function inGroup(group: Group, user: string): InGroup[] {
  const { tenant, channel, leader, members, round, notes, commitments, assessment, answered = [] } = group;
  const member = members.find(({ id }) => id === user);
  const found: InGroup = {
    ...{ tenant, channel, since: member?.since, leads: leader === user },
    contributions: round?.contributions.filter(({ by }) => by === user) ?? [],
    answers: assessment && answersOf(assessment, user),
    named: assessment && themeOf(assessment, user),
    answeredOn: answered.filter(({ people }) => people.includes(user)).map(({ on }) => on),
    notes: notes.filter(({ by }) => by === user),
    commitments: commitments.filter(({ owner, madeBy }) => owner === user || madeBy === user),
  };
  const isNothing =
    found.contributions.length + found.notes.length + found.commitments.length + found.answeredOn.length ===
      0 && !(assessment && saidIn(assessment, user));
  return member === undefined && isNothing ? [] : [found];
}
