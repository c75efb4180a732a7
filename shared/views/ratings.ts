import type { InputBlock } from '@slack/types';
import {
  type Answers,
  type Rated,
  type Rating,
  ratings,
  type Statements,
  themesOf,
} from '../domain/assessment.ts';
import type { Texts } from '../texts/index.ts';
import { radioInput } from './blocks.ts';
import { Form, fieldIn, type Read, type Values } from './values.ts';

/** Statements to rate, a leader's or a group's, and what was answered. */
type Kind = 'now' | 'helps';
const kinds: readonly Kind[] = ['now', 'helps'];

/** How each kind of rating is named in a form. */
const base = (kind: Kind, theme: string) => `${kind}-${theme}`;
const values = ratings.map(String);

type Statement<T extends string> = {
  statements: Statements<T>;
  answers: Answers<T> | undefined;
  kind: Kind;
  theme: T;
};

/**
 * Begun anew, the fields are others: Slack keeps what was typed in a field when a view gives way to another with a field of
 * that id.
 */
export function statementInput<T extends string>(
  { statements, answers, kind, theme }: Statement<T>,
  wording: { [theme in T]?: string },
  { assessment: t }: Texts,
): InputBlock {
  const isSkippable = kind === 'now' && statements.skippable.includes(theme);
  return radioInput({
    id: [base(kind, theme), ...(answers ? [answers.id] : [])].join('.'),
    label: wording[theme] ?? theme,
    choices: ratings.map((rating) => ({ value: String(rating), label: t[kind][rating] })),
    value: answers?.[kind][theme]?.toString(),
    ...(isSkippable ? { hint: t.skip, optional: true } : {}),
  });
}

/** Each statement that the form asks about, with its rating or undefined for none yet. */
export function ratingsIn<T extends string>(
  statements: Statements<T>,
  submitted: Values,
  texts: Texts,
): Rated<T> {
  const form = new Form(submitted, texts);
  const rated = (kind: Kind) =>
    Object.fromEntries(
      themesOf(statements).flatMap((theme) => {
        const id = fieldIn(submitted, base(kind, theme));
        if (id === undefined) return [];
        const chosen = form.optionalChoice(id, values);
        return [[theme, chosen && (Number(chosen) as Rating)]];
      }),
    );
  return { now: rated('now'), helps: rated('helps') } as Rated<T>;
}

/** The page's ratings, all of them but what may be skipped. */
export function readRatings<T extends string>(
  statements: Statements<T>,
  submitted: Values,
  texts: Texts,
): Read<Rated<T>> {
  const rated = ratingsIn(statements, submitted, texts);
  const missing = kinds.flatMap((kind) =>
    themesOf(statements)
      .filter((theme) => theme in rated[kind] && rated[kind][theme] === undefined)
      .filter((theme) => kind === 'helps' || !statements.skippable.includes(theme))
      .map((theme) => [fieldIn(submitted, base(kind, theme)) ?? '', texts.errors.choose]),
  );
  return missing.length > 0 ? { errors: Object.fromEntries(missing) } : { value: rated };
}
