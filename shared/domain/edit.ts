import { closingWeek, withClosingAhead } from './agenda.ts';
import type { LeaderAgreement, PointText, Retired } from './agreement.ts';
import { withoutAsksOf } from './asking.ts';
import { type Person, runningAgreement } from './person.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import type { Rhythm } from './rhythm.ts';
import { sameIn } from './same.ts';
import { slotRefusal, type WorkingTime } from './slots.ts';
import { type Instant, localDate } from './time.ts';

/** Changes to a running agreement. All take effect with the wake that follows them, on the person's one schedule. */

type PointInput = { agreement: string; point: string; text: PointText };

/** Other words for the same point. */
export function editPoint(
  person: Person,
  { agreement: id, point, text }: PointInput,
  now: Instant,
): Person | Refusal {
  const agreement = running(person, id, now);
  if (isRefusal(agreement)) return agreement;
  return withPoint(person, agreement, point, { ...text, id: point });
}

/** The two-point lock: a new point comes only in the place of another, with a line on why that one is let go. */
export function replacePoint(
  person: Person,
  input: PointInput & { view: string; why: string },
  now: Instant,
): Person | Refusal {
  const agreement = running(person, input.agreement, now);
  if (isRefusal(agreement)) return agreement;
  // The new point's id is its form's: the same submission twice is one replacement.
  const made = agreement.points.find(({ id }) => id === input.view);
  if (made !== undefined) return replacedAgain(person, agreement, made, input);
  const point = agreement.points.find(({ id }) => id === input.point);
  if (point === undefined) return refuse('point-gone');
  const retired = { point, why: input.why, on: localDate(now, person.profile.zone) };
  const letGo = { ...withoutAsksOf(agreement, input.point), retired: [...agreement.retired, retired] };
  return withPoint(person, letGo, input.point, { ...input.text, id: input.view });
}

/** Sent twice, it is one replacement; what was written on after "it wasn't saved" counts. */
function replacedAgain(
  person: Person,
  agreement: LeaderAgreement,
  made: LeaderAgreement['points'][0],
  { point, text, why }: PointInput & { why: string },
): Person | Refusal {
  const isOld = (retired: Retired) => retired.point.id === point;
  const before = agreement.retired.find(isOld)?.why;
  const rewritten = { ...text, id: made.id };
  if (
    before === why &&
    sameIn<PointText>(made, rewritten, ['title', 'firstStep', 'theme', 'difference', 'sign'])
  )
    return person;
  const retired = agreement.retired.map((old) => (isOld(old) ? { ...old, why } : old));
  return withPoint(person, { ...agreement, retired }, made.id, rewritten);
}

export type RhythmInput = { rhythm: Rhythm; workingTime: WorkingTime };

/** Another rhythm, or another slot. */
export function changeRhythm(
  person: Person,
  input: RhythmInput & { agreement: string },
  now: Instant,
): Person | Refusal {
  const agreement = running(person, input.agreement, now);
  if (isRefusal(agreement)) return agreement;
  const { rhythm, workingTime } = input;
  const refused = slotRefusal(workingTime);
  if (refused !== undefined) return refused;
  const changed = { ...person, workingTime, agreement: { ...agreement, rhythm, unanswered: 0 } };
  const closing = closingWeek(person);
  const isAhead = closing !== undefined && closing > agreement.settled;
  return isAhead ? withClosingAhead(changed) : changed;
}

function running(person: Person, id: string, now: Instant): LeaderAgreement | Refusal {
  const agreement = runningAgreement(person, now);
  return agreement?.id === id ? agreement : refuse('no-agreement');
}

function withPoint(
  person: Person,
  agreement: LeaderAgreement,
  id: string,
  point: LeaderAgreement['points'][0],
) {
  const [first, second] = agreement.points;
  if (id !== first.id && id !== second.id) return refuse('point-gone');
  const points: LeaderAgreement['points'] = id === first.id ? [point, second] : [first, point];
  // A sign of life, like every other: the follow-ups find their rhythm again.
  return { ...person, agreement: { ...agreement, points, unanswered: 0 } };
}
