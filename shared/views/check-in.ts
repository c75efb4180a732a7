import type { ModalView } from '@slack/types';
import { z } from 'zod';
import {
  type CheckIn,
  type LeaderAgreement,
  limits,
  type Point,
  type Progress,
} from '../domain/agreement.ts';
import type { AnswerInput } from '../domain/follow-up.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, radioInput, textInput } from './blocks.ts';
import { Form, type Read, type Values } from './values.ts';

export const checkInForm = 'check-in';

const progressValues = ['1', '2', '3', '4', '5'] as const;
const progressId = (point: string) => `progress-${point}`;
const noteId = (point: string) => `note-${point}`;
const winId = 'win';

/** Ids only: Slack keeps it beside the view. `dm` is the message whose button opened it. */
const metadata = z.object({
  agreement: z.string(),
  dm: z.object({ channel: z.string(), ts: z.string() }).optional(),
});
type CheckInMetadata = z.infer<typeof metadata>;

export function readCheckInMetadata(privateMetadata: string): CheckInMetadata {
  return metadata.parse(JSON.parse(privateMetadata));
}

export type CheckInFacts = {
  agreement: LeaderAgreement;
  corrects: CheckIn | undefined;
  dm?: CheckInMetadata['dm'] | undefined;
};

/** How it goes: five steps and a note per point, and a small win. */
export function checkInView({ agreement, corrects, dm }: CheckInFacts, texts: Texts): ModalView {
  const t = texts.checkIn;
  return modal(
    {
      callback: checkInForm,
      title: t.title,
      submit: texts.save,
      close: texts.close,
      metadata: { agreement: agreement.id, dm } satisfies CheckInMetadata,
    },
    [
      ...(corrects === undefined ? [] : [context(t.corrects)]),
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
      context(texts.writeAboutConditions),
    ],
  );
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

export function readCheckIn(
  points: Point[],
  values: Values,
  texts: Texts,
): Read<Pick<AnswerInput, 'points' | 'win'>> {
  const form = new Form(values, texts);
  const answered = points.map(({ id: point }) => ({
    point,
    progress: Number(form.choice(progressId(point), progressValues)) as Progress,
    note: form.optionalText(noteId(point), limits.note),
  }));
  return form.read({ points: answered, win: form.optionalText(winId, limits.win) });
}
