import type { ModalView } from '@slack/types';
import { type Commitment, type CommitmentAnswer, commitmentAnswers } from '../domain/commitment.ts';
import type { Group } from '../domain/group.ts';
import { type RoundLine, roundLimits } from '../domain/round.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { dateInput, modal, radioInput, richPieces, textInput, userInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { memberIn } from './group-point.ts';
import type { ThingMetadata } from './metadata.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** Who does what by when, as it is agreed and as its owner answers for it. */

const ids = { text: 'text', owner: 'owner', due: 'due', answer: 'answer', said: 'said' };

/** The fields in which a refusal is told. */
export const commitmentFields = { owner: ids.owner, due: ids.due } as const;

type CommitmentFacts = {
  channel: string;
  group: Group;
  /** The line it is made from. */
  line?: RoundLine | undefined;
  owner?: string | undefined;
  /** The message whose button opened it; none where a list of lines did. */
  dm?: ThingMetadata['dm'];
};

export function commitmentView(facts: CommitmentFacts, texts: Texts): ModalView {
  const { channel, group, line, owner, dm } = facts;
  const metadata: ThingMetadata = { ...groupMetadata(channel, line?.id), dm };
  const t = texts.group.commitment;
  const isMember = group.members.some(({ id }) => id === owner);
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  return modal({ callback: groupForms.commit, ...labels, metadata }, [
    textInput({
      ...{ id: ids.text, label: t.text, most: roundLimits.commitment, multiline: true },
      value: line?.text === undefined ? undefined : [...line.text].slice(0, roundLimits.commitment).join(''),
    }),
    userInput({ id: ids.owner, label: t.owner, hint: t.ownerHint, user: isMember ? owner : undefined }),
    dateInput({ id: ids.due, label: t.due }),
    ...care(texts, `${t.followUp} ${texts.group.writeAboutConditions}`),
  ]);
}

type CommitmentRead = { text: string; owner: string; due: PlainDate };

export function readCommitment(
  members: string[],
  today: PlainDate,
  values: Values,
  texts: Texts,
): Read<CommitmentRead> {
  const form = new Form(values, texts);
  const due = form.date(ids.due);
  if (form.errors[ids.due] === undefined && due < today)
    form.errors[ids.due] = texts.refusals['date-not-ahead'];
  return form.read({
    text: form.text(ids.text, roundLimits.commitment),
    owner: memberIn(form, ids.owner, members, texts),
    due,
  });
}

/** What its owner says of it, when the day has come or before. `dm` is the message whose button opened it. */
export function answerCommitmentView(
  channel: string,
  commitment: Commitment,
  dm: ThingMetadata['dm'],
  texts: Texts,
): ModalView {
  const t = texts.group.answer;
  const { id, text, due, state, said, owner } = commitment;
  const metadata: ThingMetadata = { ...groupMetadata(channel, id), dm };
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  return modal({ callback: groupForms.answer, ...labels, metadata }, [
    richPieces([
      [{ bold: text }],
      [...(owner === undefined ? [] : [{ user: owner }, ', ']), texts.group.view.by(due)],
      [{ channel }],
    ]),
    radioInput({
      ...{ id: ids.answer, label: t.answer },
      choices: commitmentAnswers.map((value) => ({ value, label: t.answers[value] })),
      value: state === 'open' ? undefined : state,
    }),
    dateInput({ id: ids.due, label: t.newDue, optional: true }),
    textInput({
      ...{ id: ids.said, label: t.said, hint: t.saidHint, most: roundLimits.said, value: said },
      optional: true,
    }),
    ...care(texts, texts.group.writeAboutConditions),
  ]);
}

type AnswerRead = { answer: CommitmentAnswer; due: PlainDate | undefined; said: string | undefined };

/** Later is another day. */
export function readCommitmentAnswer(values: Values, texts: Texts): Read<AnswerRead> {
  const form = new Form(values, texts);
  const answer = form.choice(ids.answer, commitmentAnswers);
  const due = form.optionalDate(ids.due);
  const said = form.optionalText(ids.said, roundLimits.said);
  if (answer === 'later' && due === undefined) form.errors[ids.due] = texts.group.errors.newDate;
  if (answer === 'dropped' && said === undefined) form.errors[ids.said] ??= texts.group.errors.whyDropped;
  return form.read({
    answer,
    due: answer === 'later' ? due : undefined,
    said,
  });
}
