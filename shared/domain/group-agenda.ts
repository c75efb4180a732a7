import { calendarOfGroup, type Group, type GroupAgreement, openAgreement, todayOf } from './group.ts';
import { followUpWeeks, halfwayWeek } from './rhythm.ts';
import { isOpenRound, type RoundKind } from './round.ts';
import { isDayOff, type Place, slotIn, workdayAfter } from './slots.ts';
import {
  addSeconds,
  addWeeks,
  type Instant,
  instantAt,
  localDate,
  type PlainDate,
  type Week,
  weekOf,
  weeksBetween,
} from './time.ts';

/** When a group meets: rounds belong to the channel and follow its own slot. */

/** A week in which a round is to be opened, and what kind it is. */
export type DueRound = { week: Week; place: Place; kind: RoundKind };

/** After so many rounds that nobody answered, they rest until somebody begins again. */
const restAfter = 3;

export function isGroupResting(agreement: GroupAgreement): boolean {
  return agreement.unanswered >= restAfter;
}

/** Every week with a round, the closing one last. What a pause keeps from coming is owed all the same, after it. */
export function roundWeeks(group: Group, agreement: GroupAgreement): Week[] {
  const unpaused = calendarOfGroup({ ...group, pauses: [] }, agreement.slot);
  return followUpWeeks(agreement.period, agreement.rhythm, (week) => slotIn(week, unpaused)?.date);
}

/** A group rests for a year at most (pause.ts), and a few weeks of days off may follow. */
const longestWaitWeeks = 60;

/** The group's first slot that is not over and has a round due, or undefined. It may be open already. */
export function nextRound(group: Group, now: Instant): DueRound | undefined {
  const agreement = openAgreement(group);
  if (agreement === undefined || isGroupResting(agreement)) return undefined;
  const weeks = roundWeeks(group, agreement);
  const owed = weeks.filter((week) => week > agreement.settled);
  const [first] = owed;
  if (first === undefined) return undefined;
  const calendar = calendarOfGroup(group, agreement.slot);
  const thisWeek = weekOf(todayOf(group, now));
  const from = first > thisWeek ? first : thisWeek;
  for (let week = from; week <= addWeeks(from, longestWaitWeeks); week = addWeeks(week, 1)) {
    if (!owed.some((candidate) => candidate <= week)) continue;
    const place = slotIn(week, calendar);
    if (place === undefined || now >= place.closes) continue;
    return { week, place, kind: kindIn(agreement, weeks, week) };
  }
  return undefined;
}

/** What a round in that week is. Late ones take the place of what they are late for. */
export function kindIn({ period, settled }: GroupAgreement, weeks: Week[], week: Week): RoundKind {
  const closing = weeks.at(-1);
  if (closing === undefined || week >= closing) return 'closing';
  const halfway = halfwayWeek(period, weeks);
  return halfway !== undefined && settled < halfway && halfway <= week ? 'half-way' : 'ordinary';
}

/**
 * The week that a round opened by hand stands for: the one due, or the next one when it is at most half a rhythm away, else
 * this one, which has none. The closing is never taken early.
 */
export function weekByHand(group: Group, agreement: GroupAgreement, now: Instant): Week {
  const thisWeek = weekOf(todayOf(group, now));
  const weeks = roundWeeks(group, agreement);
  const owed = weeks.filter((week) => week > agreement.settled);
  const next = owed.findLast((week) => week <= thisWeek) ?? owed[0];
  const isNear = next !== undefined && weeksBetween(thisWeek, next) * 2 <= agreement.rhythm;
  const isEarlyClosing = next === weeks.at(-1) && next !== undefined && next > thisWeek;
  return isNear && !isEarlyClosing ? next : thisWeek;
}

/** When a round opened now closes: after its hours, and never on a day off, but at the slot's time on the next working day. */
export function closingTime(group: Group, { slot, hoursOpen }: GroupAgreement, opened: Instant): Instant {
  const at = addSeconds(opened, hoursOpen * 60 * 60);
  const zone = group.zone;
  const date = localDate(at, zone);
  const calendar = calendarOfGroup({ ...group, pauses: [] }, slot);
  if (!isDayOff(date, calendar)) return at;
  const day: PlainDate = workdayAfter(date, 1, calendar) ?? date;
  return instantAt(day, slot.time, zone);
}

/** The closing round is behind, or the period is: then the group can look back. */
export function isTimeToEnd(group: Group, now: Instant): boolean {
  const agreement = openAgreement(group);
  if (agreement === undefined) return false;
  return agreement.period.ends < todayOf(group, now) || isClosingRoundOver(group, agreement);
}

function isClosingRoundOver(group: Group, agreement: GroupAgreement): boolean {
  const { round } = group;
  if (round?.kind !== 'closing' || isOpenRound(round)) return false;
  // The period may have been made longer since.
  return roundWeeks(group, agreement).every((week) => week <= agreement.settled);
}
