import type { ModalView } from '@slack/types';
import {
  type CheckIn,
  type LeaderAgreement,
  limits,
  type Point,
  type Progress,
} from '../domain/agreement.ts';
import type { AnswerInput } from '../domain/follow-up.ts';
import { sparringPartners } from '../domain/people.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, radioInput, section, textInput, userInput, usersInput } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { confidants } from './people.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';
import { winsSoFar } from './wins.ts';

export const checkInForm = 'check-in';

const progressValues = ['1', '2', '3', '4', '5'] as const;
const progressId = (point: string) => `progress-${point}`;
const noteId = (point: string) => `note-${point}`;
const winId = 'win';
const stillId = 'still-right';
const expectationsId = 'expectations';
const shareId = 'share-win';
const sparringId = 'sparring';
const yesOrNo = ['yes', 'no'] as const;

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
      ...shareInput(agreement, corrects, texts),
      ...sparringInput(agreement, texts),
      ...(isHalfWay ? [stillInput(corrects, texts), ...expectationsInput(agreement, corrects, texts)] : []),
      ...care(texts),
    ],
  );
}

/** Half-way: are these still the two most important points? */
function stillInput(corrects: CheckIn | undefined, { halfWay: t }: Texts) {
  return yesNoInput({ id: stillId, label: t.question }, [t.yes, t.no], corrects?.stillRight);
}

/** Half-way, where there is a manager: does what the two expect of each other still fit? */
function expectationsInput(
  { manager }: LeaderAgreement,
  corrects: CheckIn | undefined,
  { halfWay: t }: Texts,
) {
  if (manager === undefined || manager.gone) return [];
  const field = { id: expectationsId, label: t.expectations, optional: true };
  return [yesNoInput(field, [t.expectationsYes, t.expectationsNo], corrects?.expectationsFit)];
}

type Field = { id: string; label: string; optional?: boolean };

function yesNoInput(field: Field, [yes, no]: [string, string], before: boolean | undefined) {
  const choices = [
    { value: yesOrNo[0], label: yes },
    { value: yesOrNo[1], label: no },
  ];
  return radioInput({ ...field, choices, value: before === undefined ? undefined : yesOrNo[before ? 0 : 1] });
}

/** The author of a win alone decides who sees it: nobody, by default. */
function shareInput(agreement: LeaderAgreement, corrects: CheckIn | undefined, { wins: t }: Texts) {
  const trusted = confidants(agreement);
  const most = trusted.length;
  const users = (corrects?.winSeenBy ?? []).filter((user) => trusted.includes(user));
  return most === 0
    ? []
    : [usersInput({ id: shareId, label: t.share, hint: t.shareHint, users, most, optional: true })];
}

/** From one of those who said yes. */
function sparringInput(agreement: LeaderAgreement, { sparring: t }: Texts) {
  const partners = sparringPartners(agreement);
  return partners.length === 0 ? [] : [userInput({ id: sparringId, label: t.wanted, optional: true })];
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

type CheckInRead = Pick<AnswerInput, 'points' | 'win' | 'winSeenBy' | 'stillRight' | 'expectationsFit'> & {
  /** The partner whom the leader would like to spar with. */
  sparring: string | undefined;
};

/** Who may see a win, and who is asked for sparring, must be with the leader: else the field says so. */
export function readCheckIn(agreement: LeaderAgreement, values: Values, texts: Texts): Read<CheckInRead> {
  const form = new Form(values, texts);
  const answered = agreement.points.map(({ id: point }) => ({
    point,
    progress: Number(form.choice(progressId(point), progressValues)) as Progress,
    note: form.optionalText(noteId(point), limits.note),
  }));
  // Asked half-way only.
  const stillRight = form.has(stillId) ? form.choice(stillId, yesOrNo) === 'yes' : undefined;
  const fits = form.optionalChoice(expectationsId, yesOrNo);
  const win = form.optionalText(winId, limits.win);
  const share = form.users(shareId);
  const sparring = form.optionalUser(sparringId);
  const trusted = confidants(agreement);
  if (!share.every((user) => trusted.includes(user))) form.errors[shareId] = texts.errors.notWithYou;
  if (sparring !== undefined && !sparringPartners(agreement).some(({ id }) => id === sparring))
    form.errors[sparringId] = texts.errors.notWithYou;
  return form.read({
    points: answered,
    win,
    winSeenBy: win !== undefined && share.length > 0 ? share : undefined,
    stillRight,
    expectationsFit: fits === undefined ? undefined : fits === 'yes',
    sparring,
  });
}
