import { hashOf } from './hash.ts';
import { type LeaderTheme, leaderThemes } from './themes.ts';
import type { PlainDate } from './time.ts';

/**
 * A leader's prioritisation test (PRODUCT.md, "Tests"; WORDING.md, "Themes and test statements"): twelve statements, how
 * true each is now, and of the five lowest how much they would help. It gives an order and nothing else: no total, no
 * comparison. Its answers are the leader's alone.
 */
export const ratings = [1, 2, 3, 4, 5] as const;
/** `now`: 1 not at all true … 5 fully. `helps`: 1 no difference … 5 decisive. */
export type Rating = (typeof ratings)[number];
export type Ratings = Partial<Record<LeaderTheme, Rating>>;

export type Assessment = {
  /** Which time round: the view it was begun in, or the press that began it anew. */
  id: string;
  now: Ratings;
  helps: Ratings;
  /** The day of the latest answer or choice. */
  on: PlainDate;
  /** The two themes that the leader goes on with: one for each point of their next agreement. */
  chosen?: [LeaderTheme, LeaderTheme] | undefined;
};

/** The pages on which the statements stand, in their order; each is saved by itself. */
export const nowPages = [leaderThemes.slice(0, 4), leaderThemes.slice(4, 8), leaderThemes.slice(8)] as const;

/** What a leader with nothing to say about it leaves out: some have no manager. */
export const skippable: readonly LeaderTheme[] = ['manager'];

const highest: Rating = 5;
const mostAsked = 5;
const mostShown = 3;

/** Where in the test somebody is: a page of statements, the page of what would help, or what came of it. */
export type Page = 0 | 1 | 2 | 'helps' | 'result';
const pages: readonly Page[] = [0, 1, 2, 'helps', 'result'];
export const pageCount = pages.length - 1;

/**
 * Between equals lots are drawn, the same throughout a test and others in the next: so no theme stands back for its place
 * in the list, and whoever looks again finds the same.
 */
const lot = (id: string, theme: LeaderTheme): number => hashOf(`${id}/${theme}`);

/** What isn't fully true, the lowest first. */
function wanting({ id, now }: Assessment): LeaderTheme[] {
  const rating = (theme: LeaderTheme) => now[theme] ?? highest;
  return leaderThemes
    .filter((theme) => rating(theme) < highest)
    .sort((one, other) => rating(one) - rating(other) || lot(id, one) - lot(id, other));
}

/** The lowest, of which is asked how much they would help; in the statements' order, which tells nothing. */
export function asked(assessment: Assessment): LeaderTheme[] {
  const lowest = wanting(assessment).slice(0, mostAsked);
  return leaderThemes.filter((theme) => lowest.includes(theme));
}

/** Whether lots were drawn for the last of them. */
export function wasDrawn(assessment: Assessment): boolean {
  const all = wanting(assessment);
  const [last, next] = [all[mostAsked - 1], all[mostAsked]];
  return last !== undefined && next !== undefined && assessment.now[last] === assessment.now[next];
}

/**
 * At most three, by helps × (5 − now). Of two that weigh the same the one that would help more comes first, since that is
 * what the leader says themself; then lots.
 */
export function priorities(assessment: Assessment): LeaderTheme[] {
  const { id, now, helps } = assessment;
  const help = (theme: LeaderTheme) => helps[theme] ?? 0;
  const weight = (theme: LeaderTheme) => help(theme) * (highest - (now[theme] ?? highest));
  return asked(assessment)
    .sort(
      (one, other) => weight(other) - weight(one) || help(other) - help(one) || lot(id, one) - lot(id, other),
    )
    .slice(0, mostShown);
}

/** The themes that a page asks about. */
export function themesOn(assessment: Assessment | undefined, page: Page): readonly LeaderTheme[] {
  if (page === 'result') return [];
  if (page === 'helps') return assessment === undefined ? [] : asked(assessment);
  return nowPages[page];
}

function isDone(assessment: Assessment | undefined, page: Page): boolean {
  if (page === 'result') return false;
  const given = (page === 'helps' ? assessment?.helps : assessment?.now) ?? {};
  const mayLack = (theme: LeaderTheme) => page !== 'helps' && skippable.includes(theme);
  return themesOn(assessment, page).every((theme) => given[theme] !== undefined || mayLack(theme));
}

/** Where one left it: the first page with something to answer, or what came of it. */
export function pageLeft(assessment: Assessment | undefined): Page {
  return pages.find((page) => !isDone(assessment, page)) ?? 'result';
}

/**
 * After a page the next one, also when its answers are there already; at the end whatever is missing yet. Nobody is asked
 * how much it would help if what is fully true were truer.
 */
export function pageAfter(assessment: Assessment, page: Page): Page {
  if (page === 0) return 1;
  if (page === 1) return 2;
  const left = pageLeft(assessment);
  return page === 2 && left === 'result' && asked(assessment).length > 0 ? 'helps' : left;
}

export function pageBefore(page: Page): Page | undefined {
  return pages[pages.indexOf(page) - 1];
}

/** A page of statements, as an action's value names it. */
export function pageNamed(value: string): Page | undefined {
  return pages.slice(0, nowPages.length).find((page) => String(page) === value);
}

/** The page's place, for the one who pages: 1 is the first. */
export function placeOf(page: Page): number {
  return pages.indexOf(page) + 1;
}

export function hasAnswers(assessment: Assessment | undefined): assessment is Assessment {
  return assessment !== undefined && Object.keys({ ...assessment.now, ...assessment.helps }).length > 0;
}
