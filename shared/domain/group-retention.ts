import { type Answered, type Group, newGroup, todayOf } from './group.ts';
import type { GroupAssessment } from './group-assessment.ts';
import { rulesFor } from './person.ts';
import { retentionDays } from './retention.ts';
import { addDays, earliest, type Instant, instantAt, type PlainDate } from './time.ts';

/**
 * The first date on which a group's agreement is gone, with its rounds and commitments (PRODUCT.md, "Retention"). One that
 * was not closed waits for the end of a pause: what the pause kept back is owed after it.
 */
export function groupKeptUntil(group: Group): PlainDate | undefined {
  const { agreement, pauses } = group;
  if (agreement === undefined) return undefined;
  const { period, ending } = agreement;
  const ends = [period.ends, ...(ending ? [ending.on] : pauses.map(({ until }) => until))];
  return addDays(ends.sort().at(-1) ?? period.ends, rulesFor(group).keptDays + 1);
}

/** The group without what has had its time; the same group where nothing has. */
export function forgetExpiredGroup(group: Group, now: Instant): Group {
  // The test before the agreement that it belongs to.
  return forgetExpiredAnswered(forgetExpiredAgreement(forgetExpiredAssessment(group, now), now), now);
}

function forgetExpiredAssessment(group: Group, now: Instant): Group {
  const { assessment } = group;
  const isOver = assessment !== undefined && todayOf(group, now) >= assessmentKeptUntil(assessment, group);
  return isOver ? { ...group, assessment: undefined } : group;
}

/**
 * Who was behind an order outlives it: the channel still shows it, and whoever ends the agreement to begin another test tomorrow
 * has it held against that.
 */
function forgetExpiredAnswered(group: Group, now: Instant): Group {
  const today = todayOf(group, now);
  const answered = group.answered?.filter((shown) => today < answeredKeptUntil(shown));
  if (answered?.length === group.answered?.length) return group;
  return { ...group, answered: answered?.length ? answered : undefined };
}

const answeredKeptUntil = ({ on }: Answered) => addDays(on, retentionDays.answered + 1);

/** The first date on which a test is gone: at the end of the period it belongs to (PRODUCT.md, "Retention"). */
function assessmentKeptUntil({ on }: GroupAssessment, { agreement }: Group): PlainDate {
  const end = agreement && [agreement.period.ends, agreement.ending?.on ?? agreement.period.ends].sort()[0];
  return end !== undefined && end >= on
    ? addDays(end, retentionDays.assessment + 1)
    : addDays(on, retentionDays.assessmentAlone + 1);
}

function forgetExpiredAgreement(group: Group, now: Instant): Group {
  const today = todayOf(group, now);
  const until = groupKeptUntil(group);
  if (until !== undefined && today >= until) {
    const { version, roundsOpened, linked, assessment, answered, posting } = group;
    return {
      ...newGroup(group, { ...rulesFor(group), language: group.language, zone: group.zone }),
      version,
      roundsOpened,
      linked,
      // A test has its own time.
      ...(answered === undefined ? {} : { answered }),
      ...(assessment === undefined ? {} : { assessment, posting }),
    };
  }
  const left = group.left?.filter(({ on }) => today < leftKeptUntil(on));
  return left?.length === group.left?.length ? group : { ...group, left };
}

const leftKeptUntil = (on: PlainDate) => addDays(on, retentionDays.left + 1);

/** The next instant at which something has had its time. */
export function nextGroupExpiry(group: Group): Instant | undefined {
  const { assessment } = group;
  const dates = [
    groupKeptUntil(group),
    assessment && assessmentKeptUntil(assessment, group),
    ...(group.answered ?? []).map(answeredKeptUntil),
    ...(group.left ?? []).map(({ on }) => leftKeptUntil(on)),
  ];
  return earliest(dates.map((date) => date && instantAt(date, '00:00', group.zone)));
}
