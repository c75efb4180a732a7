import type { LeaderAgreement } from './agreement.ts';
import type { Ask } from './ask.ts';
import type { Commitment } from './commitment.ts';
import type { Group } from './group.ts';
import { assessmentWithout } from './group-assessment.ts';
import { withoutMember } from './group-edit.ts';
import { hear } from './hear.ts';
import { isNothingNew } from './idle.ts';
import { holdsId, nobodyNewIn, withOtherId } from './nobody.ts';
import { isExternal, isWith } from './partner.ts';
import { type Leaving, newcomer, type Person } from './person.ts';
import type { Round } from './round.ts';
import { addSeconds, type Instant } from './time.ts';
import type { Workspace } from './workspace.ts';

/**
 * Everything about one person is forgotten: by their own will, or because they have been gone for long enough. First comes
 * one write that takes all they had and leaves only whom to visit; then the worker visits (functions/worker/leave.ts), as
 * often as it takes, and the item goes last (docs/decisions/0009).
 */

/** The wake that visits comes when this is written, or never was. */
const beginsAfterSeconds = 10;

/** A worker that looked at them before may still be telling others of them: it lives thirty seconds. */
const settlesAfterSeconds = 60;

/** What is left of somebody who wants to be forgotten: nothing they wrote, only ids. The same where it has begun. */
export function leavingOf(person: Person, now: Instant): Person {
  if (person.leaving && isNothingNew(person)) return person;
  return left(person, { since: now, people: peopleAround(person), groups: groupsOf(person) }, now);
}

/** The same for somebody who was only known: nobody else need forget them. */
export function leavingAlone(person: Person, now: Instant): Person {
  return left(person, { since: now, people: [], groups: [], alone: true }, now);
}

function left(person: Person, leaving: Leaving, now: Instant): Person {
  const { tenant, user, version, workspace, profile, home } = person;
  const { language, zone } = profile;
  const hadHome = home || person.leaving?.hadHome ? (true as const) : undefined;
  const unknown = { name: '', language, zone, checkedAt: now };
  return {
    ...newcomer({ tenant, user }, unknown),
    version,
    workspace,
    leaving: { ...leaving, hadHome },
    wakeAt: addSeconds(now, beginsAfterSeconds),
  };
}

/** When it may be over at the earliest. */
export function settledAt({ since, alone }: Leaving): Instant {
  return alone ? since : addSeconds(since, settlesAfterSeconds);
}

/** Those whose items this person's own one knows to name them, or to be named in it. */
function peopleAround(person: Person): string[] {
  const { user, agreement, past, links = [], linked = [], sparring = [], leaving } = person;
  const named = [
    ...(leaving?.people ?? []),
    ...links.map(({ owner }) => owner),
    ...linked.map((told) => told.user),
    ...sparring.map(({ to }) => to),
    ...[...past, ...(agreement ? [agreement] : [])].flatMap(namedAnywhere),
  ];
  return [...new Set(named)].filter((one) => one !== user);
}

function namedAnywhere({ manager, partners = [], asks = [], checkIns }: LeaderAgreement): string[] {
  return [
    ...(manager ? [manager.id] : []),
    ...partners.filter((partner) => !isExternal(partner)).map(({ id }) => id),
    ...asks.map(({ to }) => to),
    ...checkIns.flatMap(({ winSeenBy = [] }) => winSeenBy),
  ];
}

function groupsOf({ groups = [], leaving }: Person): string[] {
  return [...new Set([...(leaving?.groups ?? []), ...groups.map(({ channel }) => channel)])];
}

/**
 * Another person's item without anything of that one: what they said, what was to them, and their id. The very same where
 * there is nothing. Who had named them hears that they are no longer there, by nobody's name.
 */
export function personWithout(person: Person, user: string, now: Instant): Person {
  const { workspace, ...stored } = person;
  if (!holdsId(stored, user)) return person;
  const heard = hear(withoutDealings(person, user), { kind: 'gone', to: person, who: user }, now);
  const { workspace: _, ...rest } = {
    ...heard,
    links: heard.links?.filter(({ owner }) => owner !== user),
    // To be told anew, should they begin anew and be named again (docs/decisions/0007).
    linked: heard.linked?.filter((told) => told.user !== user),
    agreement: heard.agreement && agreementWithout(heard.agreement, user),
    past: heard.past.map((agreement) => agreementWithout(agreement, user)),
  };
  return { ...withOtherId(rest, user, nobodyNewIn(rest)), workspace };
}

/** Without what is over between the two: nobody need hear of an end to it. */
function withoutDealings(person: Person, user: string): Person {
  const { agreement, sparring } = person;
  const partners = agreement?.partners?.filter((partner) => partner.id !== user || isWith(partner));
  return {
    ...person,
    sparring: sparring?.filter(({ to, answer, closed }) => to !== user || !(answer || closed)),
    ...(agreement ? { agreement: { ...agreement, ...(partners ? { partners } : {}) } } : {}),
  };
}

function agreementWithout(agreement: LeaderAgreement, user: string): LeaderAgreement {
  const { asks, checkIns, manager } = agreement;
  return {
    ...agreement,
    ...(manager?.id === user ? { manager: { ...manager, seesPoints: false, seenOn: undefined } } : {}),
    ...(asks ? { asks: asks.map((ask) => (ask.to === user ? askWithout(ask) : ask)) } : {}),
    checkIns: checkIns.map((checkIn) =>
      checkIn.winSeenBy ? { ...checkIn, winSeenBy: checkIn.winSeenBy.filter((id) => id !== user) } : checkIn,
    ),
  };
}

/** Who asked keeps what they asked, and what came of it; not in the other's words. */
function askWithout(ask: Ask): Ask {
  const { answer, closed } = ask;
  return {
    ...ask,
    ...(answer ? { answer: { ...answer, comment: undefined } } : {}),
    closed: closed ?? 'gone',
  };
}

/**
 * A group without anything of that person: they are no member, what they said in its rounds is gone, and what they had
 * promised or kept an eye on is free. What the group agreed on is the group's and stays, by nobody's name; so do figures.
 */
export function groupWithout(group: Group, user: string, now: Instant): Group {
  const { workspace, ...stored } = group;
  if (!holdsId(stored, user)) return group;
  const { workspace: _, ...left } = withoutMember(group, user, now);
  const rest = {
    ...left,
    leader: left.leader === user ? undefined : left.leader,
    round: left.round && roundWithout(left.round, user),
    assessment: left.assessment && assessmentWithout(left.assessment, user),
    notes: left.notes.filter(({ by }) => by !== user),
    // Whose they were is known as long as they are a member.
    commitments: left.commitments.map((commitment, index) =>
      commitmentWithout(commitment, user, group.commitments[index]?.owner),
    ),
    linked: left.linked?.filter((told) => told.user !== user),
  };
  return { ...withOtherId(rest, user, nobodyNewIn(rest)), workspace };
}

function roundWithout(round: Round, user: string): Round {
  const unless = (id: string | undefined) => (id === user ? undefined : id);
  return {
    ...round,
    contributions: round.contributions.filter(({ by }) => by !== user),
    discussed: round.discussed.filter((line) => !holdsId(line, user)),
    facilitator: unless(round.facilitator),
    openedBy: unless(round.openedBy),
    closedBy: unless(round.closedBy),
  };
}

function commitmentWithout(commitment: Commitment, user: string, owner: string | undefined): Commitment {
  const { line } = commitment;
  return {
    ...commitment,
    ...(owner === user ? { owner: undefined, said: undefined } : {}),
    ...(line !== undefined && holdsId(line, user) ? { line: undefined } : {}),
  };
}

/** What a workspace decided without them: they may not change it any more. */
export function workspaceWithout(workspace: Workspace, user: string): Workspace {
  if (!workspace.admins.includes(user)) return workspace;
  return { ...workspace, admins: workspace.admins.filter((admin) => admin !== user) };
}
