import type { Button } from '@slack/types';
import { type Group, openAgreement } from '../domain/group.ts';
import { type GroupAssessment, stageOf } from '../domain/group-assessment.ts';
import { isForgotten } from '../domain/nobody.ts';
import { rulesFor } from '../domain/person.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { button, type Message, type Piece } from './blocks.ts';
import { groupActions } from './group-actions.ts';
import { groupValue } from './group-parts.ts';
import { aside, heading, labelled, lines, list, type Part, postOf, pressable, sentence } from './post.ts';

/** The post that opens a group's test. While it is open it says nothing of who has answered, nor how many. */
export function testMessage(group: Group, texts: Texts): Message {
  const { assessment, channel } = group;
  const { title, answerNow, post: t } = texts.groupTest;
  if (assessment === undefined || stageOf(assessment) !== 'open') return postOf([sentence(t.closed)]);
  const value = groupValue(channel, assessment.id);
  return postOf([
    heading(title),
    sentence(t.open(localTime(assessment.closesAt, group.zone))),
    sentence(t.how(rulesFor(group).thresholds.group)),
    lines([
      labelled(t.takingPart, ...people(assessment)),
      ...(isForgotten(assessment.by) ? [] : [labelled(t.begunBy, { user: assessment.by })]),
    ]),
    ...pressable('group-test', [button(groupActions.testOpen, answerNow, { value, primary: true })]),
  ]);
}

function people({ members }: GroupAssessment): Piece[] {
  return members.flatMap((id, index): Piece[] => [...(index > 0 ? [', '] : []), { user: id }]);
}

/** What came of it: three themes in their order; or, where too few answered, what each of them openly names. */
export function themesMessage(group: Group, texts: Texts): Message {
  const { assessment } = group;
  if (assessment === undefined) return postOf([sentence(texts.groupTest.post.closed)]);
  return assessment.top === undefined
    ? namingMessage(group, assessment, texts)
    : orderMessage(group, assessment.top, texts);
}

function orderMessage(group: Group, top: NonNullable<GroupAssessment['top']>, texts: Texts): Message {
  const t = texts.groupTest;
  const line = (theme: (typeof top)[number], index: number): Part =>
    lines([
      [{ bold: `${index + 1}. ${texts.group.themes[theme]}` }],
      [t.why[theme]],
      [{ italic: t.question[theme] }],
    ]);
  return postOf([
    heading(t.post.top),
    ...(top.length > 0 ? [...top.map(line), sentence(t.post.choose)] : [sentence(t.post.nothing)]),
    aside(top.length > 0 ? t.post.order : t.post.gone),
    ...pressable('group-test', [wayOn(group, texts)]),
  ]);
}

function namingMessage(group: Group, assessment: GroupAssessment, texts: Texts): Message {
  const { post: t } = texts.groupTest;
  const { named, id } = assessment;
  const value = groupValue(group.channel, id);
  return postOf([
    heading(t.naming),
    sentence(whyNaming(group, assessment, texts)),
    ...list(
      t.named,
      named.map(({ name, theme }): Piece[] => [{ bold: `${name}: ` }, texts.group.themes[theme]]),
    ),
    lines([labelled(t.takingPart, ...people(assessment))]),
    ...pressable('group-test', [
      button(groupActions.testOpen, t.name, { value, ...(named.length === 0 ? { primary: true } : {}) }),
      ...(named.length > 0 ? [wayOn(group, texts)] : []),
    ]),
  ]);
}

function whyNaming(group: Group, { unopened }: GroupAssessment, { groupTest }: Texts): string {
  const { post: t } = groupTest;
  if (unopened === 'too-few') return t.tooFew(rulesFor(group).thresholds.group);
  return unopened === 'too-alike' ? t.tooAlike : t.notEnough(group.answered !== undefined);
}

/** To the agreement that runs, or to a new one. */
function wayOn(group: Group, texts: Texts): Button {
  const value = groupValue(group.channel);
  return openAgreement(group) === undefined
    ? button(groupActions.make, texts.groupTest.toAgreement, { value, primary: true })
    : button(groupActions.see, texts.channel.see, { value, primary: true });
}
