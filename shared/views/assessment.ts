import type { Button, KnownBlock, ModalView } from '@slack/types';
import {
  type Assessment,
  hasAnswers,
  nowPages,
  type Page,
  pageBefore,
  pageCount,
  placeOf,
  type Rating,
  skippable,
  themesOn,
  wasDrawn,
} from '../domain/assessment.ts';
import type { Rated } from '../domain/assessments.ts';
import type { Person } from '../domain/person.ts';
import { retentionDays } from '../domain/retention.ts';
import { type LeaderTheme, leaderThemes } from '../domain/themes.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, modal, radioInput, section } from './blocks.ts';
import { assessmentButton } from './start.ts';
import { care } from './talk.ts';
import { Form, fieldIn, type Read, type Values } from './values.ts';

/** The pages of the prioritisation test (PRODUCT.md, "Tests"); what comes of it is in assessment-result.ts. */
export const assessmentForms = { now: 'assessment-now', helps: 'assessment-helps' } as const;

/** The value of `page` is the page's name. */
export const assessmentActions = { page: 'assessment.page', again: 'assessment.again' } as const;

type Kind = keyof typeof assessmentForms;
const kinds: readonly Kind[] = ['now', 'helps'];

/** How each kind of rating is named in a form. */
const base = (kind: Kind, theme: LeaderTheme) => `${kind}-${theme}`;
const ratingValues = ['1', '2', '3', '4', '5'] as const;

/** One page, with what was answered before. */
export function assessmentView(
  assessment: Assessment | undefined,
  page: Exclude<Page, 'result'>,
  texts: Texts,
): ModalView {
  const t = texts.assessment;
  const kind = page === 'helps' ? page : 'now';
  const submit = page === 'helps' ? t.submit : texts.next;
  return modal({ callback: assessmentForms[kind], title: t.title, submit, close: texts.close }, [
    ...opening(assessment, page, texts),
    ...themesOn(assessment, page).map((theme) => statement(assessment, kind, theme, texts)),
    ...ways(assessment, page, texts),
    ...care(texts, t.onlyYou(retentionDays.assessmentAlone)),
  ]);
}

function opening(assessment: Assessment | undefined, page: Page, { assessment: t }: Texts): KnownBlock[] {
  const place = t.place(placeOf(page), pageCount);
  if (page === 0) return [section(t.intro), section(t.ask), context(`${place} ${t.saved}`)];
  if (page !== 'helps') return [section(t.ask), context(place)];
  const drawn = assessment !== undefined && wasDrawn(assessment) ? [context(t.drawn)] : [];
  return [section(t.askHelps), ...drawn, context(place)];
}

/**
 * Begun anew, the fields are others: Slack keeps what was typed in a field when a view gives way to another with a field of
 * that id.
 */
function statement(assessment: Assessment | undefined, kind: Kind, theme: LeaderTheme, texts: Texts) {
  const t = texts.assessment;
  const isSkippable = kind === 'now' && skippable.includes(theme);
  return radioInput({
    id: [base(kind, theme), ...(assessment ? [assessment.id] : [])].join('.'),
    label: t.statements[theme],
    choices: ratingValues.map((value) => ({ value, label: t[kind][Number(value) as Rating] })),
    value: assessment?.[kind][theme]?.toString(),
    ...(isSkippable ? { hint: t.skip, optional: true } : {}),
  });
}

function ways(assessment: Assessment | undefined, page: Page, texts: Texts): KnownBlock[] {
  const before = pageBefore(page);
  const back =
    before === undefined ? [] : [button(assessmentActions.page, texts.back, { value: String(before) })];
  const buttons = [...back, ...againButton(assessment, texts)];
  return buttons.length > 0 ? [actions('pages', buttons)] : [];
}

/** Beside a form that asks what to begin with. */
export function wayToAssessment(person: Person, texts: Texts): KnownBlock[] {
  return [context(texts.assessment.unsure), actions('test', [assessmentButton(person, texts)])];
}

/** Above a form about a theme that the test led to. */
export function questionOn(theme: LeaderTheme, texts: Texts): KnownBlock[] {
  return [context(`*${texts.themes[theme]}:* ${texts.assessment.question[theme]}`)];
}

/** For whoever has answered something. */
export function againButton(assessment: Assessment | undefined, { assessment: t }: Texts): Button[] {
  return hasAnswers(assessment)
    ? [button(assessmentActions.again, t.again, { confirm: t.againConfirm })]
    : [];
}

/** Each statement that the form asks about, with its rating or undefined for none yet. */
export function ratingsIn(values: Values, texts: Texts): Rated {
  const form = new Form(values, texts);
  const rated = (kind: Kind) =>
    Object.fromEntries(
      leaderThemes.flatMap((theme) => {
        const id = fieldIn(values, base(kind, theme));
        if (id === undefined) return [];
        const chosen = form.optionalChoice(id, ratingValues);
        return [[theme, chosen && (Number(chosen) as Rating)]];
      }),
    );
  return { now: rated('now'), helps: rated('helps') };
}

/** The page's ratings, all of them but what may be skipped. */
export function readRatings(values: Values, texts: Texts): Read<Rated> {
  const rated = ratingsIn(values, texts);
  const missing = kinds.flatMap((kind) =>
    (Object.keys(rated[kind]) as LeaderTheme[])
      .filter((theme) => rated[kind][theme] === undefined)
      .filter((theme) => kind === 'helps' || !skippable.includes(theme))
      .map((theme) => [fieldIn(values, base(kind, theme)) ?? '', texts.errors.choose]),
  );
  return missing.length > 0 ? { errors: Object.fromEntries(missing) } : { value: rated };
}

/** The page that a form of the first kind is. */
export function nowPageOf({ now }: Rated): Page {
  const found = nowPages.findIndex((themes) => themes.some((theme) => theme in now));
  return found === 1 || found === 2 ? found : 0;
}
