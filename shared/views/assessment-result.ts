import type { KnownBlock, ModalView } from '@slack/types';
import { type Assessment, leaderStatements, priorities } from '../domain/assessment.ts';
import { type Person, runningAgreement } from '../domain/person.ts';
import { lastDayOfAssessment } from '../domain/retention.ts';
import { type LeaderTheme, leaderThemes } from '../domain/themes.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { againButton, assessmentActions } from './assessment.ts';
import { actions, button, modal, section, selectInput } from './blocks.ts';
import { open } from './start.ts';
import { care } from './talk.ts';
import { Form, fieldIn, type Read, type Values } from './values.ts';

/** The two themes that the leader goes on with. */
export const chooseForm = 'assessment-choose';

const fields = ['first', 'second'] as const;

/** What the test points to, in order and without a number; and from there an agreement, or the one that runs. */
export function assessmentResultView(
  person: Person,
  assessment: Assessment,
  now: Instant,
  texts: Texts,
): ModalView {
  const t = texts.assessment;
  const running = runningAgreement(person, now);
  const day = lastDayOfAssessment(assessment, person);
  const labels = { callback: chooseForm, title: t.title, close: texts.close };
  return modal(running ? labels : { ...labels, submit: texts.start.make }, [
    ...top(assessment, texts),
    ...(running ? changeInAgreement(texts) : choice(assessment, texts)),
    actions('again', [
      button(assessmentActions.page, t.correct, { value: '0' }),
      ...againButton(assessment, texts),
    ]),
    ...care(texts, running ? t.deletedOn(day) : t.deletedOnOrWith(day)),
  ]);
}

const prioritiesOf = (assessment: Assessment) => priorities(leaderStatements, [assessment], assessment.id);

function top(assessment: Assessment, texts: Texts): KnownBlock[] {
  const t = texts.assessment;
  const first = prioritiesOf(assessment);
  if (first.length === 0) return [section(t.nothingLow), { type: 'divider' }];
  const line = (theme: LeaderTheme) => `*${texts.themes[theme]}*\n${t.why[theme]}\n_${t.question[theme]}_`;
  return [section(t.result), ...first.map((theme) => section(line(theme))), { type: 'divider' }];
}

function changeInAgreement(texts: Texts): KnownBlock[] {
  return [
    section(texts.assessment.running),
    actions('agreement', [button(open.agreement, texts.start.see, { primary: true })]),
  ];
}

/**
 * The top two, unless the leader has chosen others already. A field is named after what it proposes, since Slack keeps what
 * stood in a field of that name.
 */
function choice(assessment: Assessment, texts: Texts): KnownBlock[] {
  const t = texts.assessment;
  const proposed = assessment.chosen ?? prioritiesOf(assessment);
  const themes = leaderThemes.map((theme) => ({ value: theme, label: texts.themes[theme] }));
  return [
    section(t.choose),
    ...fields.map((field, index) =>
      selectInput({
        id: [field, ...proposed.slice(index, index + 1)].join('.'),
        label: t[field],
        placeholder: texts.point.themePlaceholder,
        choices: themes,
        value: proposed[index],
      }),
    ),
  ];
}

export function readChoice(values: Values, texts: Texts): Read<[LeaderTheme, LeaderTheme]> {
  const form = new Form(values, texts);
  const [first, second] = fields.map((field) => fieldIn(values, field) ?? field);
  const themes: [LeaderTheme, LeaderTheme] = [
    form.choice(first ?? '', leaderThemes),
    form.choice(second ?? '', leaderThemes),
  ];
  const areChosen = Object.keys(form.errors).length === 0;
  if (areChosen && themes[0] === themes[1] && second) form.errors[second] = texts.assessment.differ;
  return form.read(themes);
}
