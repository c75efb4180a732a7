import type { Button, KnownBlock, ModalView } from '@slack/types';
import {
  type Assessment,
  hasAnswers,
  leaderStatements,
  type Page,
  pageBefore,
  pageCount,
  placeOf,
  themesOn,
  wasDrawn,
} from '../domain/assessment.ts';
import type { Person } from '../domain/person.ts';
import { retentionDays } from '../domain/retention.ts';
import type { LeaderTheme } from '../domain/themes.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, modal, section } from './blocks.ts';
import { statementInput } from './ratings.ts';
import { assessmentButton } from './start.ts';
import { care } from './talk.ts';

/** The pages of a leader's prioritisation test (PRODUCT.md, "Tests"); what comes of it is in assessment-result.ts. */
export const assessmentForms = { now: 'assessment-now', helps: 'assessment-helps' } as const;

/** The value of `page` is the page's name. */
export const assessmentActions = { page: 'assessment.page', again: 'assessment.again' } as const;

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
    ...themesOn(leaderStatements, assessment, page).map((theme) =>
      statementInput({ statements: leaderStatements, answers: assessment, kind, theme }, t.statements, texts),
    ),
    ...ways(assessment, page, texts),
    ...care(texts, t.onlyYou(retentionDays.assessmentAlone)),
  ]);
}

function opening(assessment: Assessment | undefined, page: Page, { assessment: t }: Texts): KnownBlock[] {
  const place = t.place(placeOf(leaderStatements, page), pageCount(leaderStatements));
  if (page === 0) return [section(t.intro), section(t.ask), context(`${place} ${t.saved}`)];
  if (page !== 'helps') return [section(t.ask), context(place)];
  const isDrawn = assessment !== undefined && wasDrawn(leaderStatements, assessment);
  return [section(t.askHelps), ...(isDrawn ? [context(t.drawn)] : []), context(place)];
}

function ways(assessment: Assessment | undefined, page: Page, texts: Texts): KnownBlock[] {
  const before = pageBefore(leaderStatements, page);
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
