import type { ModalView } from '@slack/types';
import { type LeaderAgreement, limits, type Point, type PointText } from '../domain/agreement.ts';
import type { Texts } from '../texts/index.ts';
import { modal, section, textInput } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { pointInputs, readPoint } from './point.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

export const editForms = { edit: 'edit-point', replace: 'replace-point' } as const;

const whyId = (point: string) => `why-${point}`;
/** A new point's fields are those of the point it replaces: two replacements may follow one another in one view. */
const newSuffix = (point: string) => `-for-${point}`;
const editSuffix = (point: string) => `-${point}`;

/** Other words for a point. */
export function editPointView(agreement: LeaderAgreement, point: Point, texts: Texts): ModalView {
  const labels = { title: texts.edit.title, submit: texts.save, close: texts.close };
  return modal({ callback: editForms.edit, ...labels, metadata: about(agreement, point) }, [
    ...pointInputs(point, texts, editSuffix(point.id)),
    ...care(texts),
  ]);
}

/** Another point in its place, with a line on why. */
export function replacePointView(agreement: LeaderAgreement, point: Point, texts: Texts): ModalView {
  const t = texts.edit;
  const labels = { title: t.replaceTitle, submit: texts.save, close: texts.close };
  return modal({ callback: editForms.replace, ...labels, metadata: about(agreement, point) }, [
    section(t.replaceIntro),
    textInput({ id: whyId(point.id), label: t.why(point.title), most: limits.why }),
    ...pointInputs(undefined, texts, newSuffix(point.id)),
    ...care(texts),
  ]);
}

export function readEdited(point: string, values: Values, texts: Texts): Read<PointText> {
  return readPoint(values, texts, editSuffix(point));
}

export function readReplacement(
  point: string,
  values: Values,
  texts: Texts,
): Read<{ why: string; text: PointText }> {
  const form = new Form(values, texts);
  const why = form.read({ why: form.text(whyId(point), limits.why) });
  const text = readPoint(values, texts, newSuffix(point));
  const errors = { ...('errors' in why ? why.errors : {}), ...('errors' in text ? text.errors : {}) };
  if ('errors' in why || 'errors' in text) return { errors };
  return { value: { why: why.value.why, text: text.value } };
}

const about = ({ id }: LeaderAgreement, point: Point) =>
  ({ agreement: id, point: point.id }) satisfies Metadata;
