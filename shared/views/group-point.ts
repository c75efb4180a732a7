import type { InputBlock, ModalView } from '@slack/types';
import { limits } from '../domain/agreement.ts';
import type { Group, GroupPoint, GroupPointText } from '../domain/group.ts';
import { roundLimits } from '../domain/round.ts';
import { type GroupTheme, groupThemes } from '../domain/themes.ts';
import type { Texts } from '../texts/index.ts';
import { modal, section, selectInput, textInput, userInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

const ids = { title: 'title', result: 'result', responsible: 'responsible', theme: 'theme' };
const whyId = (point: string) => `why-${point}`;
/** As in edit-point.ts: forms that may follow one another in one view have fields of their own. */
const newSuffix = (point: string) => `-for-${point}`;
const editSuffix = (point: string) => `-${point}`;

/** What is written about a group's point, wherever it is written; `suffix` is the form's own; `theme` is proposed. */
export function groupPointInputs(
  written: GroupPointText | undefined,
  texts: Texts,
  suffix: string,
  theme: GroupTheme | undefined = written?.theme,
): InputBlock[] {
  const t = texts.group.point;
  return [
    textInput({
      ...{ id: `${ids.title}${suffix}`, label: t.what, placeholder: t.whatPlaceholder },
      ...{ most: limits.title, value: written?.title },
    }),
    textInput({
      ...{ id: `${ids.result}${suffix}`, label: t.result, placeholder: t.resultPlaceholder },
      ...{ most: roundLimits.result, value: written?.result },
    }),
    userInput({
      ...{ id: `${ids.responsible}${suffix}`, label: t.responsible, hint: t.responsibleHint },
      user: written?.responsible,
    }),
    selectInput({
      ...{ id: `${ids.theme}${suffix}`, label: t.theme, placeholder: t.themePlaceholder, optional: true },
      choices: groupThemes.map((theme) => ({ value: theme, label: texts.group.themes[theme] })),
      value: theme,
    }),
  ];
}

/** `suffix` as the form had it. Who is not a member can't keep an eye on it: the field says so. */
export function groupPointIn(form: Form, members: string[], texts: Texts, suffix: string): GroupPointText {
  const responsible = memberIn(form, `${ids.responsible}${suffix}`, members, texts);
  return {
    title: form.text(`${ids.title}${suffix}`, limits.title),
    result: form.text(`${ids.result}${suffix}`, roundLimits.result),
    responsible,
    theme: form.optionalChoice(`${ids.theme}${suffix}`, groupThemes),
  };
}

/** The chosen person, where it is one of the members. */
export function memberIn(form: Form, id: string, members: string[], texts: Texts): string {
  const chosen = form.user(id);
  if (chosen !== '' && !members.includes(chosen)) form.errors[id] = texts.refusals['not-a-member'];
  return chosen;
}

/** The field of the one who keeps an eye on a point, in each form. */
export const responsibleField = {
  edit: (point: string) => `${ids.responsible}${editSuffix(point)}`,
  replace: (point: string) => `${ids.responsible}${newSuffix(point)}`,
} as const;

/** Other words for a point, or somebody else to keep an eye on it. */
export function editGroupPointView({ channel }: Group, point: GroupPoint, texts: Texts): ModalView {
  const labels = { title: texts.group.point.editTitle, submit: texts.save, close: texts.close };
  const metadata = groupMetadata(channel, point.id);
  return modal({ callback: groupForms.editPoint, ...labels, metadata }, [
    ...groupPointInputs(point, texts, editSuffix(point.id)),
    ...care(texts, texts.group.writeAboutConditions),
  ]);
}

export function readEditedGroupPoint(
  { members }: Group,
  point: string,
  values: Values,
  texts: Texts,
): Read<GroupPointText> {
  const form = new Form(values, texts);
  return form.read(groupPointIn(form, idsOf(members), texts, editSuffix(point)));
}

/** Another point in its place, with a line on why. */
export function replaceGroupPointView({ channel }: Group, point: GroupPoint, texts: Texts): ModalView {
  const t = texts.group.point;
  const labels = { title: t.replaceTitle, submit: texts.save, close: texts.close };
  const metadata = groupMetadata(channel, point.id);
  return modal({ callback: groupForms.replacePoint, ...labels, metadata }, [
    section(t.replaceIntro),
    textInput({ id: whyId(point.id), label: t.why(point.title), most: limits.why }),
    ...groupPointInputs(undefined, texts, newSuffix(point.id)),
    ...care(texts, texts.group.writeAboutConditions),
  ]);
}

export function readGroupReplacement(
  { members }: Group,
  point: string,
  values: Values,
  texts: Texts,
): Read<{ why: string; text: GroupPointText }> {
  const form = new Form(values, texts);
  const why = form.text(whyId(point), limits.why);
  return form.read({ why, text: groupPointIn(form, idsOf(members), texts, newSuffix(point)) });
}

const idsOf = (members: Group['members']) => members.map(({ id }) => id);
