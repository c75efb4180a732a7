import { facilitatorsInTurn, withFacilitator } from './facilitator.ts';
import {
  calendarOfGroup,
  type Group,
  type GroupAgreement,
  openAgreement,
  type Posted,
  type PostKind,
} from './group.ts';
import { nextRound } from './group-agenda.ts';
import { assessmentClosedInTime, openAssessment, stageOf } from './group-assessment.ts';
import { type GroupTelling, groupTellings, groupToBeTold } from './group-links.ts';
import { forgetExpiredGroup, nextGroupExpiry } from './group-retention.ts';
import { leaseSeconds } from './look.ts';
import { mostAttempts } from './prompt.ts';
import { isRefusal } from './refusal.ts';
import { isOpenRound, type Round } from './round.ts';
import { closeRound, opened } from './rounds.ts';
import { slotIn } from './slots.ts';
import {
  addDays,
  addSeconds,
  addWeeks,
  earliest,
  type Instant,
  instantAt,
  localDate,
  weekOf,
} from './time.ts';

/**
 * What a channel's wake finds: the group as it should be now (the very one it was given, when nothing changes), whom to tell
 * before that is written, and perhaps something to post, or a lease to wait for.
 */
export type GroupLook = { group: Group; tell: GroupTelling[]; post?: PostKind; busyUntil?: Instant };

/** "One message a second per channel": what else there is to say comes by the next wake. https://docs.slack.dev/apis/web-api/rate-limits */
const pauseSeconds = 2;

/**
 * A wake carries no intent: late, twice, early or for nothing, it finds what is due now and when to look again.
 *
 * @param facilitator who of the members is next and does not rest just now, where one is needed
 */
export function lookAtGroup(before: Group, now: Instant, facilitator?: string): GroupLook {
  const lease = leaseOf(before);
  if (lease !== undefined && now < lease) return { group: before, tell: [], busyUntil: lease };
  // Only what is written is told: what this look makes of it may be overtaken by an act, and is told by the next one.
  const { group: told, tell } = groupTellings(before);
  const current = assessmentClosedInTime(forgetExpiredGroup(told, now), now);
  const group = groupToBeTold(withRoundOfNow(withoutUnseen(current, now), now, facilitator));
  const post = canPost(group, now) ? postDue(group) : undefined;
  if (post === undefined) return { group: waiting(group, now), tell };
  const attempts = group.posting?.what === post && !isGivenUpPosting(group) ? group.posting.attempts + 1 : 1;
  const claimed: Group = { ...group, posting: { what: post, attempts, lease: leaseAfter(attempts, now) } };
  // Scheduled as if posted: should the posting fail, the queue brings this very wake back.
  const wakeAt = nextInstant(posted(claimed, post, { ts: '', painted: '' }), addSeconds(now, pauseSeconds));
  return { group: { ...claimed, wakeAt }, tell, post };
}

const leaseAfter = (attempts: number, now: Instant) => addSeconds(now, leaseSeconds[attempts - 1] ?? 0);

function leaseOf({ posting }: Group): Instant | undefined {
  return posting?.lease;
}

export function isGivenUpPosting({ posting }: Group): boolean {
  return (posting?.attempts ?? 0) >= mostAttempts;
}

/** Whether the look at this moment opens a round, or finds one nobody keeps moving: then somebody is looked for. */
export function needsFacilitator(group: Group, now: Instant): boolean {
  const isVacant = isOpenRound(group.round) && group.round.facilitator === undefined;
  return (isVacant || opensRound(group, now)) && facilitatorsInTurn(group).length > 0;
}

/** Every try to open it failed: nobody knows of it. */
function withoutUnseen(group: Group, now: Instant): Group {
  const isUnseen = group.posting?.what === 'opening' && isGivenUpPosting(group);
  return isUnseen ? channelRefused(group, 'no_answer', now) : group;
}

/** A round that has had its hours closes, and one that is due opens: neither needs the channel to be true. */
function withRoundOfNow(before: Group, now: Instant, facilitator: string | undefined): Group {
  const group = closedInTime(before, now);
  const next = facilitator ?? facilitatorsInTurn(group)[0];
  if (isOpenRound(group.round) && group.round.facilitator === undefined) return withFacilitator(group, next);
  const due = opensRound(group, now) ? nextRound(group, now) : undefined;
  const agreement = openAgreement(group);
  if (due === undefined || agreement === undefined) return group;
  return opened(group, agreement, { week: due.week, kind: due.kind, facilitator: next }, now);
}

function closedInTime(group: Group, now: Instant): Group {
  const { round } = group;
  if (!isOpenRound(round) || now < round.closesAt) return group;
  const closed = closeRound(group, round.id, undefined, now);
  return isRefusal(closed) ? group : closed;
}

/** Whether a round is to be opened now. */
export function opensRound(group: Group, now: Instant): boolean {
  if (isOpenRound(group.round) || postDue(group) !== undefined || !canPost(group, now)) return false;
  const due = nextRound(group, now);
  return due !== undefined && now >= due.place.opens;
}

/** What the channel should have and has not. The card comes first, so that a round never stands without it. */
export function postDue(group: Group): PostKind | undefined {
  return postOfAgreement(group) ?? postOfAssessment(group);
}

/** One that closed before the channel saw it open is never seen open. */
function postOfAssessment({ assessment }: Group): PostKind | undefined {
  if (assessment === undefined) return undefined;
  const what = stageOf(assessment) === 'open' ? 'assessment' : 'themes';
  return assessment[postedAs[what]] === undefined ? what : undefined;
}

const postedAs = { assessment: 'opening', themes: 'themes' } as const;

function postOfAgreement(group: Group): PostKind | undefined {
  const { agreement, round } = group;
  if (agreement === undefined) return undefined;
  if (agreement.ending === undefined && group.card === undefined) return 'card';
  if (round !== undefined && !isOpenRound(round) && round.summary === undefined) return 'summary';
  if (isOpenRound(round) && round.opening === undefined) return 'opening';
  return agreement.ending !== undefined && group.ended === undefined ? 'ending' : undefined;
}

/** After a refusal, and after the last of its tries, it waits for the channel's next slot; where there is none yet, a day. */
export function canPost(group: Group, now: Instant): boolean {
  const at = tryAgainAt(group);
  return at === undefined || now >= at;
}

function tryAgainAt(group: Group): Instant | undefined {
  const { agreement, blocked, posting } = group;
  // Of a refusal and of tries that all failed, the later.
  const refused = blocked?.retry ? undefined : blocked?.since;
  const givenUp = isGivenUpPosting(group) ? posting?.lease : undefined;
  const since = [refused, givenUp]
    .filter((instant) => instant !== undefined)
    .sort()
    .at(-1);
  if (since === undefined) return undefined;
  if (agreement === undefined) return addSeconds(since, daySeconds);
  const calendar = calendarOfGroup({ ...group, pauses: [] }, agreement.slot);
  const week = weekOf(localDate(since, group.zone));
  const slots = [0, 1, 2, 3].map((weeks) => slotIn(addWeeks(week, weeks), calendar)?.opens);
  return earliest(slots.filter((opens) => opens !== undefined && opens > since));
}

const daySeconds = 24 * 60 * 60;

/** Who acts is there: what failed before is tried again at once. */
export function withRetry(group: Group): Group {
  const { blocked } = group;
  const posting = isGivenUpPosting(group) ? undefined : group.posting;
  return { ...group, posting, blocked: blocked && { ...blocked, retry: true } };
}

/** The group after Slack took the message. */
export function posted(group: Group, what: PostKind, message: Posted): Group {
  const { posting: _, blocked: __, ...known } = group;
  return withMessage(known, what, message);
}

/** The group with what stands in its channel now. */
export function withMessage(group: Group, what: PostKind, message: Posted): Group {
  const { round, assessment } = group;
  switch (what) {
    case 'card':
      return { ...group, card: message };
    case 'ending':
      return { ...group, ended: message };
    case 'opening':
      return { ...group, round: round && { ...round, opening: message } };
    case 'summary':
      return { ...group, round: round && { ...round, summary: message } };
    case 'assessment':
    case 'themes':
      return { ...group, assessment: assessment && { ...assessment, [postedAs[what]]: message } };
  }
}

/** What a message is about, by its id: a round, a test, or an agreement. */
export function aboutOf({ round, agreement, assessment }: Group, what: PostKind): string | undefined {
  if (what === 'assessment' || what === 'themes') return assessment?.id;
  return what === 'opening' || what === 'summary' ? round?.id : agreement?.id;
}

/** The same as it is recorded, with the next instant. What is about something that is over by now is nobody's. */
export function recorded(
  group: Group,
  what: PostKind,
  about: string | undefined,
  message: Posted,
  now: Instant,
): Group {
  if (aboutOf(group, what) !== about) return waiting({ ...group, posting: undefined }, now);
  return waiting(posted(group, what, message), addSeconds(now, pauseSeconds));
}

/**
 * The group after Slack refused for good: archived, deleted, or the app is out. It is tried again in the next slot, and the
 * leader is told. A round that the channel never saw has not been opened.
 */
export function channelRefused(group: Group, code: string, now: Instant): Group {
  const { posting: _, ...known } = group;
  const blocked = { code, since: now, from: known.blocked?.from ?? now };
  const { round, agreement } = known;
  const isUnseen = isOpenRound(round) && round.opening === undefined && round.contributions.length === 0;
  if (!isUnseen || agreement === undefined) return waiting({ ...known, blocked }, now);
  return waiting({ ...unopened(known, round, agreement), blocked }, now);
}

/** As if the round had not been opened: it is owed again, and its facilitator keeps their turn. */
function unopened(group: Group, { before, facilitator }: Round, agreement: GroupAgreement): Group {
  const settled = before?.settled ?? agreement.settled;
  const members = group.members.map((member) =>
    member.id === facilitator
      ? { ...member, facilitatedOn: before?.turns.find(({ id }) => id === member.id)?.on }
      : member,
  );
  return { ...group, members, round: undefined, agreement: { ...agreement, settled } };
}

/** Slack tells at once when another company comes in: until it is looked at again, nothing more is posted there. */
export function channelShared(group: Group, now: Instant): Group {
  if (group.blocked !== undefined) return group;
  return { ...group, blocked: { code: 'is_shared', since: now, from: now } };
}

/** The group with the earliest instant that anything of it waits for. */
function waiting(group: Group, now: Instant): Group {
  const wakeAt = nextInstant(group, now);
  return wakeAt === group.wakeAt ? group : { ...group, wakeAt };
}

function nextInstant(group: Group, now: Instant): Instant | undefined {
  const untold = groupTellings(group).tell.length > 0 ? now : undefined;
  return earliest([nextPost(group, now), untold, nextRepaint(group, now), nextGroupExpiry(group)]);
}

/** The card says something else when a pause ends, and when the period is over. */
function nextRepaint(group: Group, now: Instant): Instant | undefined {
  const agreement = openAgreement(group);
  const dates = [agreement && addDays(agreement.period.ends, 1), ...group.pauses.map(({ until }) => until)];
  const instants = dates.map((date) => date && instantAt(date, '00:00', group.zone));
  return earliest(instants.filter((instant) => instant !== undefined && instant > now));
}

/** When the channel is next written to; what is due already is due now, or when it may be tried again. */
export function nextPost(group: Group, now: Instant): Instant | undefined {
  const { round } = group;
  const tryAt = tryAgainAt(group);
  const notBefore = (instant: Instant | undefined) =>
    instant !== undefined && tryAt !== undefined && tryAt > instant ? tryAt : instant;
  const closesAt = earliest([
    isOpenRound(round) ? round.closesAt : undefined,
    openAssessment(group)?.closesAt,
  ]);
  if (postDue(group) !== undefined) return earliest([notBefore(now), closesAt]);
  if (isOpenRound(round)) return closesAt;
  const opens = nextRound(group, now)?.place.opens;
  return earliest([notBefore(opens !== undefined && opens < now ? now : opens), closesAt]);
}
