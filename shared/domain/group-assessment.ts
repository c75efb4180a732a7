import { leastSaying, mayShow } from './anonymity.ts';
import { type Answers, groupStatements, pageLeft, priorities, type Rated, withRated } from './assessment.ts';
import type { Group, HoursOpen, Posted } from './group.ts';
import { todayOf } from './group.ts';
import { refusalOfMembers } from './group-make.ts';
import { rulesFor } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import type { GroupStatement, GroupTheme } from './themes.ts';
import { addSeconds, type Instant, type PlainDate } from './time.ts';

/**
 * A group's prioritisation test (PRODUCT.md, "Group agreement", "Anonymity"): each answers privately, and the answers are
 * gone when it closes. What is left is the order of three themes; or, where too few answered, what each openly names.
 */
export type GroupAnswers = Answers<GroupStatement> & { by: string };

/**
 * Why nothing is asked at all: so few take part, or nearly the same as before, that an order could never be shown. Told at the
 * beginning, it spares people their answers; told at the end, it would say who had answered.
 */
export const unopened = ['too-few', 'too-alike'] as const;
export type Unopened = (typeof unopened)[number];

/** Said openly, with a name. */
export type NamedTheme = { by: string; name: string; theme: GroupTheme };

export type GroupAssessment = {
  /** The view it was begun in: the same submission twice is one test. */
  id: string;
  /** Who began it. */
  by: string;
  on: PlainDate;
  /** Who may answer; the same from its beginning to its end, so that nobody's answer shows by who comes and goes. */
  members: string[];
  closesAt: Instant;
  closedAt?: Instant | undefined;
  unopened?: Unopened | undefined;
  /** The form with the last answer that was missing: sent again, it is said to have been taken. */
  closedBy?: string | undefined;
  /** None is left once it is closed. */
  answers: GroupAnswers[];
  /** In their order, and nothing more; undefined where it was not worked out. */
  top?: GroupStatement[] | undefined;
  named: NamedTheme[];
  /** The post that opens it. */
  opening?: Posted | undefined;
  /** The post with what came of it. */
  themes?: Posted | undefined;
};

/** `open`: it takes answers. `top`: the channel knows the order. `named`: each openly names a theme. */
export type GroupAssessmentStage = 'open' | 'top' | 'named';

export function stageOf({ closedAt, top }: GroupAssessment): GroupAssessmentStage {
  if (closedAt === undefined) return 'open';
  return top === undefined ? 'named' : 'top';
}

export function openAssessment({ assessment }: Group): GroupAssessment | undefined {
  return assessment && stageOf(assessment) === 'open' ? assessment : undefined;
}

/** Why nothing could be worked out if all of them answered: then each names a theme from the beginning. */
function whyUnopened(group: Group, members: string[]): Unopened | undefined {
  const least = rulesFor(group).thresholds.group;
  if (members.length < least) return 'too-few';
  const before = (group.answered ?? []).map(({ asked }) => asked);
  return mayShow(members, before, least) ? undefined : 'too-alike';
}

export type GroupAssessmentInput = { view: string; members: string[]; hoursOpen: HoursOpen };

/** Begins one for those members, unless one is under way. */
export function beginGroupAssessment(
  group: Group,
  by: string,
  { view, members, hoursOpen }: GroupAssessmentInput,
  now: Instant,
): Group | Refusal {
  if (group.assessment?.id === view) return group;
  if (openAssessment(group) !== undefined) return refuse('assessment-running');
  const refused = refusalOfMembers(
    by,
    members.map((id) => ({ id })),
  );
  if (refused) return refused;
  const unopened = whyUnopened(group, members);
  const assessment: GroupAssessment = {
    ...{ id: view, by, on: todayOf(group, now), members, answers: [], named: [] },
    closesAt: addSeconds(now, hoursOpen * 60 * 60),
    ...(unopened ? { closedAt: now, unopened } : {}),
  };
  return { ...group, assessment };
}

export function answersOf({ answers }: GroupAssessment, user: string): GroupAnswers | undefined {
  return answers.find(({ by }) => by === user);
}

export function hasAnswered(assessment: GroupAssessment, user: string): boolean {
  return pageLeft(groupStatements, answersOf(assessment, user)) === 'result';
}

/**
 * Keeps a page of somebody's answers; with the last one that is missing, the test closes. `form`: what they sent; undefined
 * where they only turn the page, and so aren't through with it.
 */
export function keepGroupRatings(
  group: Group,
  by: string,
  { test, rated, form }: { test: string; rated: Rated<GroupStatement>; form: string | undefined },
  now: Instant,
): Group | Refusal {
  if (form !== undefined && group.assessment?.closedBy === form) return group;
  const assessment = openAssessment(group);
  if (assessment?.id !== test) return refuse('assessment-closed');
  const before = answersOf(assessment, by) ?? { id: `${test}/${by}`, by, now: {}, helps: {} };
  const kept: GroupAnswers = { ...withRated(before, rated), by };
  const isSame = sameIn(before, kept, ['now', 'helps']);
  const answers = [...assessment.answers.filter((one) => one.by !== by), kept];
  const answered = { ...assessment, answers };
  const isAll = form !== undefined && assessment.members.every((id) => hasAnswered(answered, id));
  if (isAll) return closedAssessment(group, { ...answered, closedBy: form }, now);
  return isSame ? group : { ...group, assessment: answered };
}

/** Closes it before its time. Closed already, it stays as it is. */
export function closeGroupAssessment(group: Group, test: string, now: Instant): Group | Refusal {
  const { assessment } = group;
  if (assessment?.id !== test) return refuse('assessment-closed');
  return stageOf(assessment) === 'open' ? closedAssessment(group, assessment, now) : group;
}

/** The group once the test has had its hours. */
export function assessmentClosedInTime(group: Group, now: Instant): Group {
  const assessment = openAssessment(group);
  return assessment && now >= assessment.closesAt ? closedAssessment(group, assessment, now) : group;
}

/** What is worked out is worked out once, and the answers are gone in the very same write. */
function closedAssessment(group: Group, assessment: GroupAssessment, now: Instant): Group {
  const whole = assessment.answers.filter(({ by }) => hasAnswered(assessment, by));
  const people = whole.map(({ by }) => by).sort();
  const { answered = [] } = group;
  const before = answered.map((shown) => shown.people);
  const may = mayShow(people, before, rulesFor(group).thresholds.group);
  const top = may ? priorities(groupStatements, whole, assessment.id, leastSaying) : undefined;
  const shown = { on: todayOf(group, now), asked: assessment.members, people };
  return {
    ...group,
    assessment: { ...assessment, closedAt: now, answers: [], top },
    ...(may ? { answered: [...answered, shown] } : {}),
  };
}

/** A theme that a member openly names; their later word replaces it. */
export function nameTheme(
  group: Group,
  by: string,
  { test, name, theme }: { test: string; name: string; theme: GroupTheme },
): Group | Refusal {
  const { assessment } = group;
  if (assessment?.id !== test || stageOf(assessment) !== 'named') return refuse('assessment-closed');
  const said: NamedTheme = { by, name, theme };
  const before = assessment.named.find((one) => one.by === by);
  if (before?.theme === theme) return group;
  const named = before
    ? assessment.named.map((one) => (one === before ? said : one))
    : [...assessment.named, said];
  return { ...group, assessment: { ...assessment, named } };
}

/** The two themes that an agreement begins with: nobody is bound to them. */
export function themesToBeginWith({ assessment }: Group): GroupTheme[] {
  const named = assessment?.named.map(({ theme }) => theme) ?? [];
  return (assessment?.top ?? [...new Set(named)]).slice(0, 2);
}

/** Without what that person said in it, open or not; who may answer knows them no more. */
export function assessmentWithout(assessment: GroupAssessment, user: string): GroupAssessment {
  const isOther = ({ by }: { by: string }) => by !== user;
  return {
    ...assessment,
    members: assessment.members.filter((id) => id !== user),
    answers: assessment.answers.filter(isOther),
    named: assessment.named.filter(isOther),
  };
}
