import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { limits, type PointText } from '../domain/agreement.ts';
import { type LeaderTheme, leaderThemes } from '../domain/themes.ts';
import type { Texts } from '../texts/index.ts';
import { modal, section, selectInput, textInput } from './blocks.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** The callback ids of the two forms, by the point's index. */
export const pointForms = ['point-1', 'point-2'] as const;

const ids = {
  title: 'title',
  firstStep: 'first-step',
  theme: 'theme',
  difference: 'difference',
  sign: 'sign',
};

/** The theme that the leader's test led to, and a way to the test. */
type FromTest = { theme?: LeaderTheme | undefined; way?: KnownBlock[] };

/** The modal for the first (0) or the second (1) point, filled in with what was written before. */
export function pointView(
  index: 0 | 1,
  written: PointText | undefined,
  texts: Texts,
  { theme, way = [] }: FromTest = {},
): ModalView {
  const t = texts.point;
  const labels = {
    title: t.titles[index] ?? '',
    submit: texts.next,
    close: index === 0 ? texts.close : texts.back,
  };
  return modal({ callback: pointForms[index], ...labels }, [
    section(t.intros[index] ?? ''),
    ...way,
    ...pointInputs(written, texts, '', theme),
    ...care(texts),
  ]);
}

/**
 * What is written about a point, wherever it is written. Slack keeps what was typed in a field when a view gives way to
 * another with a field of that id; so forms that may follow one another in one view have different `suffix`es.
 */
export function pointInputs(
  written: PointText | undefined,
  texts: Texts,
  suffix = '',
  theme?: LeaderTheme,
): InputBlock[] {
  const t = texts.point;
  const themes = leaderThemes.map((theme) => ({ value: theme, label: texts.themes[theme] }));
  const optional = { multiline: true, optional: true };
  return [
    textInput({
      id: `${ids.title}${suffix}`,
      label: t.title,
      placeholder: t.titlePlaceholder,
      most: limits.title,
      value: written?.title,
    }),
    textInput({
      id: `${ids.firstStep}${suffix}`,
      label: t.firstStep,
      placeholder: t.firstStepPlaceholder,
      most: limits.firstStep,
      value: written?.firstStep,
    }),
    selectInput({
      id: themeField(suffix, theme),
      label: t.theme,
      placeholder: t.themePlaceholder,
      choices: themes,
      value: written === undefined ? theme : written.theme,
      optional: true,
    }),
    textInput({
      id: `${ids.difference}${suffix}`,
      label: t.difference,
      most: limits.difference,
      value: written?.difference,
      ...optional,
    }),
    textInput({
      id: `${ids.sign}${suffix}`,
      label: t.sign,
      most: limits.sign,
      value: written?.sign,
      ...optional,
    }),
  ];
}

/** A theme that is proposed has a field of its own, so that Slack shows it rather than what stood in the form before. */
const themeField = (suffix: string, theme?: LeaderTheme) =>
  `${ids.theme}${suffix}${theme === undefined ? '' : `.${theme}`}`;

/** `suffix` as the form had it. */
export function readPoint(values: Values, texts: Texts, suffix = ''): Read<PointText> {
  const form = new Form(values, texts);
  const proposed = leaderThemes.find((theme) => form.has(themeField(suffix, theme)));
  return form.read({
    title: form.text(`${ids.title}${suffix}`, limits.title),
    firstStep: form.text(`${ids.firstStep}${suffix}`, limits.firstStep),
    theme: form.optionalChoice(themeField(suffix, proposed), leaderThemes),
    difference: form.optionalText(`${ids.difference}${suffix}`, limits.difference),
    sign: form.optionalText(`${ids.sign}${suffix}`, limits.sign),
  });
}
