import type { KnownBlock, ModalView } from '@slack/types';
import { limits, type PointText } from '../domain/agreement.ts';
import { type Answer, type Ask, replies } from '../domain/ask.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { agenda, happenedBlocks } from './ask.ts';
import { dateInput, type Line, modal, radioInput, rich, section, textInput } from './blocks.ts';
import type { ThingMetadata } from './metadata.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** The recipient's side of an ask: what is asked, and the answer, in under a minute on a phone. */
export const answerForm = 'answer-ask';

const ids = { reply: 'reply', date: 'date', comment: 'comment' };

type AnswerFacts = ThingMetadata & {
  ask: Ask;
  /** The reader's. */
  today: PlainDate;
  /** Only what the asker shares with this reader. */
  points: Pick<PointText, 'title' | 'firstStep'>[];
};

/** Ids in the fields' names: Slack keeps what was typed where one form gives way to another. */
const field = (id: string, ask: string) => `${id}-${ask}`;

export function answerView({ owner, id, dm, ask, today, points }: AnswerFacts, texts: Texts): ModalView {
  const t = texts.answer;
  const labels = { title: t.title, submit: t.send, close: texts.close };
  const metadata: ThingMetadata = { owner, id, dm };
  return modal({ callback: answerForm, ...labels, metadata }, [
    rich([
      { user: owner, text: `${t.needs}: ${texts.ask.kinds[ask.kind]}` },
      { text: ask.text },
      ...sharedPoints(points, texts),
    ]),
    ...happenedBlocks({ owner, ask, today, by: 'recipient' }, texts),
    radioInput({
      id: field(ids.reply, id),
      label: t.reply,
      choices: replies.map((value) => ({ value, label: t.replies[value] })),
      value: ask.answer?.reply,
    }),
    dateInput({
      ...{ id: field(ids.date, id), label: t.date, hint: t.dateHint, optional: true },
      ...(ask.answer?.date === undefined ? {} : { date: ask.answer.date }),
    }),
    textInput({
      ...{ id: field(ids.comment, id), label: t.comment, hint: t.commentHint, most: limits.comment },
      ...{ value: ask.answer?.comment, multiline: true, optional: true },
    }),
    ...care(texts, `${t.onlyShared} ${texts.writeAboutConditions}`),
  ]);
}

export function sharedPoints(points: AnswerFacts['points'], { answer: t, agreement }: Texts): Line[] {
  return points.map(({ title, firstStep }) => ({
    label: t.points,
    text: `${title} (${agreement.firstStep.toLowerCase()}: ${firstStep})`,
  }));
}

export function readAnswer(ask: string, values: Values, texts: Texts): Read<Omit<Answer, 'form'>> {
  const form = new Form(values, texts);
  return form.read({
    reply: form.choice(field(ids.reply, ask), replies),
    date: form.optionalDate(field(ids.date, ask)),
    comment: form.optionalText(field(ids.comment, ask), limits.comment),
  });
}

export const dateField = (ask: string) => field(ids.date, ask);

/** What the recipient reads when it is sent; a talk gets its agenda. */
export function answeredBlocks(reply: Answer['reply'], texts: Texts): KnownBlock[] {
  return [section(texts.answer.told), ...(reply === 'talk' ? agenda(texts) : [])];
}
