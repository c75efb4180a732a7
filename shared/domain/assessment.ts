import { hashOf } from './hash.ts';
import { type GroupStatement, groupStatementThemes, type LeaderTheme, leaderThemes } from './themes.ts';
import type { PlainDate } from './time.ts';

/**
 * A prioritisation test (PRODUCT.md, "Tests"; WORDING.md, "Themes and test statements"): short statements, how true each is
 * now, and of the five lowest how much they would help. It gives an order and nothing else: no total, no comparison.
 */
export const ratings = [1, 2, 3, 4, 5] as const;
/** `now`: 1 not at all true … 5 fully. `helps`: 1 no difference … 5 decisive. */
export type Rating = (typeof ratings)[number];
export type Ratings<T extends string = LeaderTheme> = Partial<Record<T, Rating>>;

/** What one person has answered so far. `id`: which time round; between equals it draws lots. */
export type Answers<T extends string> = { id: string; now: Ratings<T>; helps: Ratings<T> };

/** A leader's own: its answers are theirs alone. */
export type Assessment = Answers<LeaderTheme> & {
  /** The day of the latest answer or choice. */
  on: PlainDate;
  /** The two themes that the leader goes on with: one for each point of their next agreement. */
  chosen?: [LeaderTheme, LeaderTheme] | undefined;
};

/** What a test asks: its statements by the page they stand on, each page saved by itself, and those one may leave out. */
export type Statements<T extends string> = {
  pages: readonly (readonly T[])[];
  skippable: readonly T[];
};

export const leaderStatements: Statements<LeaderTheme> = {
  pages: [leaderThemes.slice(0, 4), leaderThemes.slice(4, 8), leaderThemes.slice(8)],
  // Some have no manager.
  skippable: ['manager'],
};

export const groupStatements: Statements<GroupStatement> = {
  pages: [groupStatementThemes.slice(0, 5), groupStatementThemes.slice(5)],
  skippable: [],
};

const highest: Rating = 5;
const mostAsked = 5;
const mostShown = 3;

/** Where in the test somebody is: a page of statements, the page of what would help, or what came of it. */
export type Page = number | 'helps' | 'result';

export const pageCount = <T extends string>({ pages }: Statements<T>): number => pages.length + 1;

/** All that a test asks about, in its order. */
export const themesOf = <T extends string>({ pages }: Statements<T>): T[] => pages.flat();

/**
 * Between equals lots are drawn, the same throughout a test and others in the next: so no theme stands back for its place
 * in the list, and whoever looks again finds the same.
 */
const lot = (id: string, theme: string): number => hashOf(`${id}/${theme}`);

/** What isn't fully true, the lowest first. */
function wanting<T extends string>(statements: Statements<T>, { id, now }: Answers<T>): T[] {
  const rating = (theme: T) => now[theme] ?? highest;
  return themesOf(statements)
    .filter((theme) => rating(theme) < highest)
    .sort((one, other) => rating(one) - rating(other) || lot(id, one) - lot(id, other));
}

/** The lowest, of which is asked how much they would help; in the statements' order, which tells nothing. */
export function asked<T extends string>(statements: Statements<T>, answers: Answers<T>): T[] {
  const lowest = wanting(statements, answers).slice(0, mostAsked);
  return themesOf(statements).filter((theme) => lowest.includes(theme));
}

/** Whether lots were drawn for the last of them. */
export function wasDrawn<T extends string>(statements: Statements<T>, answers: Answers<T>): boolean {
  const all = wanting(statements, answers);
  const [last, next] = [all[mostAsked - 1], all[mostAsked]];
  return last !== undefined && next !== undefined && answers.now[last] === answers.now[next];
}

/**
 * At most three that so many point to at least, by helps × (5 − now), added up where several answered. Of two that weigh the
 * same the one that would help more comes first, since that is what people say themselves; then lots, drawn by `id`.
 */
export function priorities<T extends string>(
  statements: Statements<T>,
  all: readonly Answers<T>[],
  id: string,
  least = 1,
): T[] {
  const askedOf = all.map((answers) => asked(statements, answers));
  const sum = (theme: T, counted: (answers: Answers<T>) => number) =>
    all.reduce(
      (total, answers, index) => total + (askedOf[index]?.includes(theme) ? counted(answers) : 0),
      0,
    );
  const help = (theme: T) => sum(theme, ({ helps }) => helps[theme] ?? 0);
  const weight = (theme: T) =>
    sum(theme, ({ now, helps }) => (helps[theme] ?? 0) * (highest - (now[theme] ?? highest)));
  return themesOf(statements)
    .filter((theme) => askedOf.filter((themes) => themes.includes(theme)).length >= least)
    .sort(
      (one, other) => weight(other) - weight(one) || help(other) - help(one) || lot(id, one) - lot(id, other),
    )
    .slice(0, mostShown);
}

/** The themes that a page asks about. */
export function themesOn<T extends string>(
  statements: Statements<T>,
  answers: Answers<T> | undefined,
  page: Page,
): readonly T[] {
  if (page === 'result') return [];
  if (page === 'helps') return answers === undefined ? [] : asked(statements, answers);
  return statements.pages[page] ?? [];
}

function isDone<T extends string>(
  statements: Statements<T>,
  answers: Answers<T> | undefined,
  page: Page,
): boolean {
  if (page === 'result') return false;
  const given: Ratings<T> = (page === 'helps' ? answers?.helps : answers?.now) ?? {};
  const mayLack = (theme: T) => page !== 'helps' && statements.skippable.includes(theme);
  return themesOn(statements, answers, page).every((theme) => given[theme] !== undefined || mayLack(theme));
}

const pagesOf = <T extends string>({ pages }: Statements<T>): Page[] => [
  ...pages.map((_, index) => index),
  'helps',
  'result',
];

/** Where one left it: the first page with something to answer, or what came of it. */
export function pageLeft<T extends string>(statements: Statements<T>, answers: Answers<T> | undefined): Page {
  return pagesOf(statements).find((page) => !isDone(statements, answers, page)) ?? 'result';
}

/**
 * After a page the next one, also when its answers are there already; at the end whatever is missing yet. Nobody is asked
 * how much it would help if what is fully true were truer.
 */
export function pageAfter<T extends string>(
  statements: Statements<T>,
  answers: Answers<T>,
  page: Page,
): Page {
  const last = statements.pages.length - 1;
  if (typeof page === 'number' && page < last) return page + 1;
  const left = pageLeft(statements, answers);
  return page === last && left === 'result' && asked(statements, answers).length > 0 ? 'helps' : left;
}

export function pageBefore<T extends string>(statements: Statements<T>, page: Page): Page | undefined {
  const pages = pagesOf(statements);
  return pages[pages.indexOf(page) - 1];
}

/** A page of statements, as an action's value names it. */
export function pageNamed<T extends string>({ pages }: Statements<T>, value: string): Page | undefined {
  const found = pages.findIndex((_, index) => String(index) === value);
  return found < 0 ? undefined : found;
}

/** The page on which those themes stand; the first, where it can't be told. */
export function pageWith<T extends string>(
  { pages }: Statements<T>,
  rated: { [theme in T]?: unknown },
): Page {
  return Math.max(
    0,
    pages.findIndex((themes) => themes.some((theme) => theme in rated)),
  );
}

/** The page's place, for the one who pages: 1 is the first. */
export function placeOf<T extends string>(statements: Statements<T>, page: Page): number {
  return pagesOf(statements).indexOf(page) + 1;
}

export function hasAnswers<A extends Answers<LeaderTheme> | Answers<GroupStatement>>(
  answers: A | undefined,
): answers is A {
  return answers !== undefined && isRated(answers);
}

/** Whether anything is in it at all: of a form, whether it asked. */
export function isRated({ now, helps }: { now: object; helps: object }): boolean {
  return Object.keys({ ...now, ...helps }).length > 0;
}

/** Of the themes that were asked about; what is undefined was left open. */
export type Rated<T extends string = LeaderTheme> = {
  [kind in 'now' | 'helps']: { [theme in T]?: Rating | undefined };
};

/** Pages of an earlier time round, or of another device, are answers all the same; the latest word on each statement counts. */
export function withRated<T extends string>(answers: Answers<T>, rated: Rated<T>): Answers<T> {
  return {
    id: answers.id,
    now: given({ ...answers.now, ...rated.now }),
    helps: given({ ...answers.helps, ...rated.helps }),
  };
}

function given<T extends string>(ratings: Rated<T>['now']): Ratings<T> {
  return Object.fromEntries(
    Object.entries(ratings).filter(([, rating]) => rating !== undefined),
  ) as Ratings<T>;
}
