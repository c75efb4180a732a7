import type { ModalView } from '@slack/types';
import {
  type CheckIn,
  type LeaderAgreement,
  limits,
  type Point,
  type Progress,
} from '../domain/agreement.ts';
import type { AnswerInput } from '../domain/follow-up.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, radioInput, section, textInput } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { Form, type Read, type Values } from './values.ts';
import { winsSoFar } from './wins.ts';

export const checkInForm = 'check-in';

const progressValues = ['1', '2', '3', '4', '5'] as const;
const progressId = (point: string) => `progress-${point}`;
const noteId = (point: string) => `note-${point}`;
const winId = 'win';
const stillId = 'still-right';
const stillValues = ['yes', 'no'] as const;

export type CheckInFacts = {
  agreement: LeaderAgreement;
  corrects: CheckIn | undefined;
  isHalfWay: boolean;
  dm: Metadata['dm'];
};

/** How it goes: five steps and a note per point, and a small win. */
export function checkInView({ agreement, corrects, isHalfWay, dm }: CheckInFacts, texts: Texts): ModalView {
  const t = texts.checkIn;
  return modal(
    {
      callback: checkInForm,
      title: t.title,
      submit: texts.save,
      close: texts.close,
      metadata: { agreement: agreement.id, dm } satisfies Metadata,
    },
    [
      ...(corrects === undefined ? [] : [context(t.corrects)]),
      ...(isHalfWay ? [section(texts.halfWay.intro), ...winsSoFar(agreement, texts)] : []),
      ...agreement.points.flatMap((point) => pointInputs(point, corrects, texts)),
      textInput({
        id: winId,
        label: t.win,
        placeholder: t.winPlaceholder,
        most: limits.win,
        value: corrects?.win,
        multiline: true,
        optional: true,
      }),
      ...(isHalfWay ? [stillInput(corrects, texts)] : []),
      context(texts.writeAboutConditions),
    ],
  );
}

/** Half-way: are these still the two most important points? */
function stillInput(corrects: CheckIn | undefined, texts: Texts) {
  const t = texts.halfWay;
  const before = corrects?.stillRight;
  return radioInput({
    id: stillId,
    label: t.question,
    choices: stillValues.map((value) => ({ value, label: t[value] })),
    value: before === undefined ? undefined : stillValues[before ? 0 : 1],
  });
}

function pointInputs(point: Point, corrects: CheckIn | undefined, texts: Texts) {
  const t = texts.checkIn;
  const before = corrects?.points.find((progress) => progress.point === point.id);
  return [
    radioInput({
      id: progressId(point.id),
      label: point.title,
      choices: progressValues.map((value) => ({ value, label: t.progress[Number(value) as Progress] })),
      value: before === undefined ? undefined : String(before.progress),
    }),
    textInput({
      id: noteId(point.id),
      label: t.note(point.title),
      most: limits.note,
      value: before?.note,
      multiline: true,
      optional: true,
    }),
  ];
}

/** Whether the form that was submitted asks about these points: one may have been replaced since it was opened. */
export function asksHowItGoes(points: Point[], values: Values): boolean {
  return points.every(({ id }) => values[progressId(id)] !== undefined);
}

export function readCheckIn(
  points: Point[],
  values: Values,
  texts: Texts,
): Read<Pick<AnswerInput, 'points' | 'win' | 'stillRight'>> {
  const form = new Form(values, texts);
  const answered = points.map(({ id: point }) => ({
    point,
    progress: Number(form.choice(progressId(point), progressValues)) as Progress,
    note: form.optionalText(noteId(point), limits.note),
  }));
  // Asked half-way only.
  const stillRight = form.has(stillId) ? form.choice(stillId, stillValues) === 'yes' : undefined;
  return form.read({ points: answered, win: form.optionalText(winId, limits.win), stillRight });
}
