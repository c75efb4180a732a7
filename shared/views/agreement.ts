import type { ModalView } from '@slack/types';
import { type LeaderAgreement, type Point, runningAgreement } from '../domain/agreement.ts';
import { nextFollowUp } from '../domain/follow-up.ts';
import type { Person } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, context, type Line, modal, rich, section } from './blocks.ts';
import { open } from './start.ts';

/** How far back the progress of a point is told; more would not fit a glance. */
const stepsShown = 4;
const winsShown = 5;

/** The leader's own agreement: points, progress so far, next date, and Answer now. */
export function agreementView(
  person: Person,
  agreement: LeaderAgreement,
  now: Instant,
  texts: Texts,
): ModalView {
  const { period, rhythm, points, checkIns } = agreement;
  const next = nextFollowUp(person, now);
  const isRunning = runningAgreement(person, now) !== undefined;
  const wins = checkIns.flatMap(({ win }) => (win === undefined ? [] : [win])).slice(-winsShown);
  return modal({ callback: 'agreement', title: texts.agreement.title, close: texts.close }, [
    context(texts.agreement.period(period.starts, period.ends, rhythm)),
    ...points.flatMap((point) => [rich(pointLines(point, agreement, texts)), { type: 'divider' as const }]),
    ...(wins.length > 0 ? [rich(winLines(wins, texts))] : []),
    section(next ? texts.start.next(next) : texts.start.lastDone),
    ...(isRunning
      ? [actions('agreement', [button(open.checkIn, texts.start.answer, { primary: true })])]
      : []),
    context(texts.privateNote),
  ]);
}

function pointLines(point: Point, { checkIns }: LeaderAgreement, texts: Texts): Line[] {
  const t = texts.agreement;
  const answers = checkIns.flatMap(({ points }) => points.filter((progress) => progress.point === point.id));
  const steps = answers.slice(-stepsShown).map(({ progress }) => texts.checkIn.progress[progress]);
  return [
    { text: point.title, bold: true },
    { label: t.firstStep, text: point.firstStep },
    ...optional(t.theme, point.theme && texts.themes[point.theme]),
    ...optional(t.difference, point.difference),
    ...optional(t.sign, point.sign),
    { label: t.progress, text: steps.length > 0 ? steps.join(' → ') : t.noProgress },
    ...optional(t.latestNote, answers.findLast(({ note }) => note !== undefined)?.note),
  ];
}

function optional(label: string, text: string | undefined): Line[] {
  return text === undefined ? [] : [{ label, text }];
}

function winLines(wins: string[], texts: Texts): Line[] {
  return [{ text: texts.agreement.wins, bold: true }, ...wins.map((win) => ({ text: `• ${win}` }))];
}
