import type { LeaderAgreement, PointText } from './agreement.ts';
import { type Assessment, hasAnswers, type Rated, type Ratings, withRated } from './assessment.ts';
import { type Draft, type Person, runningAgreement } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import { type LeaderTheme, leaderThemes } from './themes.ts';
import { type Instant, localDate, type PlainDate } from './time.ts';

/** What a leader does with their test. It is theirs alone: no link, no item, no message ever holds anything of it. */

/** Keeps a page, whole or not. */
export function keepRatings(person: Person, view: string, rated: Rated, now: Instant): Person {
  const on = localDate(now, person.profile.zone);
  const { assessment = { id: view, now: {}, helps: {}, on } } = person;
  return withAssessment(person, { ...assessment, ...withRated(assessment, rated), on });
}

/** Forgets the answers at once. `press`: the same press twice begins one test. */
export function beginAgain(person: Person, press: string, now: Instant): Person {
  const { assessment, profile } = person;
  if (!hasAnswers(assessment) || assessment.id === press) return person;
  const on = localDate(now, profile.zone);
  return { ...person, assessment: { id: press, now: {}, helps: {}, on } };
}

export type Choice = { form: string; themes: [LeaderTheme, LeaderTheme] };

/**
 * The two themes to make an agreement of, whatever the test says. What is written already goes with the theme it was
 * written under, and nothing of it is lost; `form` is the root view in which the leader now writes on.
 */
export function chooseThemes(person: Person, { form, themes }: Choice, now: Instant): Person | Refusal {
  if (runningAgreement(person, now)) return refuse('agreement-running');
  const on = localDate(now, person.profile.zone);
  const { assessment = { id: form, now: {}, helps: {}, on }, draft } = person;
  const chosen = withAssessment(person, { ...assessment, on, chosen: themes });
  if (draft === undefined) return chosen;
  const points = underThemes(draft.points, themes);
  const isSame = draft.form === form && JSON.stringify(points) === JSON.stringify(draft.points);
  return isSame ? chosen : { ...chosen, draft: { ...draft, form, points } };
}

function underThemes([first, second]: Draft['points'], themes: Choice['themes']): Draft['points'] {
  const belongs = (point: PointText | undefined, theme: LeaderTheme) => point?.theme === theme;
  const isTurned = belongs(first, themes[1]) || belongs(second, themes[0]);
  const [one, other] = isTurned ? [second, first] : [first, second];
  return [one && { ...one, theme: themes[0] }, other && { ...other, theme: themes[1] }];
}

/** The same person where all of it is stored already: the same submission twice. */
function withAssessment(person: Person, assessment: Assessment): Person {
  const before = person.assessment;
  const isSame = before !== undefined && sameIn(ordered(before), ordered(assessment), fields);
  return isSame ? person : { ...person, assessment };
}

const fields = ['id', 'now', 'helps', 'on', 'chosen'] as const;

/** As they compare: answers in the statements' order, whichever was given first. */
function ordered(assessment: Assessment) {
  const inOrder = (ratings: Ratings) => leaderThemes.map((theme) => ratings[theme]);
  return { ...assessment, now: inOrder(assessment.now), helps: inOrder(assessment.helps) };
}

/**
 * The theme that a point's form opens with, where nothing is written yet. What was written counts, also that its theme was
 * taken away.
 */
export function themeFor({ assessment, draft }: Person, index: 0 | 1): LeaderTheme | undefined {
  return draft?.points[index] === undefined ? assessment?.chosen?.[index] : undefined;
}

/** The day on which the agreement that a test belongs to is over: one that ran on after its latest answer. */
export function endOfItsAgreement(
  { on }: Assessment,
  agreement: LeaderAgreement | undefined,
): PlainDate | undefined {
  if (agreement === undefined) return undefined;
  const { period, ending } = agreement;
  const end = ending !== undefined && ending.on < period.ends ? ending.on : period.ends;
  return end > on ? end : undefined;
}

/** What of a test goes with a new agreement: nothing of one that belonged to the agreement before. */
export function assessmentFor({ assessment, agreement }: Person): Assessment | undefined {
  if (assessment === undefined || endOfItsAgreement(assessment, agreement) !== undefined) return undefined;
  const { chosen: _, ...rest } = assessment;
  return rest;
}
