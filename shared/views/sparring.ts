import type { ModalView } from '@slack/types';
import { limits } from '../domain/agreement.ts';
import { type SparringReply, type SparringRequest, sparringReplies } from '../domain/request.ts';
import type { Texts } from '../texts/index.ts';
import { about, context, modal, radioInput, rich, section, textInput, userInput } from './blocks.ts';
import type { ThingMetadata } from './metadata.ts';
import { care } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

/** Sparring: whom to ask, and the answer. */
export const sparringForms = { ask: 'ask-sparring', answer: 'answer-sparring' } as const;

const ids = { who: 'who', reply: 'reply', when: 'when' };
export const whoField = ids.who;

export function askSparringView(who: string | undefined, texts: Texts): ModalView {
  const t = texts.sparring;
  return modal({ callback: sparringForms.ask, title: t.title, submit: t.send, close: texts.close }, [
    userInput({ id: ids.who, label: t.who, user: who }),
    context(t.intro),
  ]);
}

export function readWho(values: Values, texts: Texts): Read<string> {
  const form = new Form(values, texts);
  return form.read(form.user(ids.who));
}

export function answerSparringView(
  thing: ThingMetadata,
  { answer }: SparringRequest,
  texts: Texts,
): ModalView {
  const t = texts.sparring;
  const labels = { title: t.title, submit: texts.answer.send, close: texts.close };
  return modal({ callback: sparringForms.answer, ...labels, metadata: thing }, [
    about(['', t.asks], { user: thing.owner }),
    section(t.what),
    radioInput({
      id: `${ids.reply}-${thing.id}`,
      label: t.reply,
      choices: sparringReplies.map((value) => ({ value, label: t.replies[value] })),
      value: answer?.reply,
    }),
    textInput({
      ...{ id: `${ids.when}-${thing.id}`, label: t.when, placeholder: t.whenPlaceholder },
      ...{ most: limits.when, value: answer?.when, optional: true },
    }),
    ...care(texts),
  ]);
}

export function readSparring(
  id: string,
  values: Values,
  texts: Texts,
): Read<{ reply: SparringReply; when?: string | undefined }> {
  const form = new Form(values, texts);
  return form.read({
    reply: form.choice(`${ids.reply}-${id}`, sparringReplies),
    when: form.optionalText(`${ids.when}-${id}`, limits.when),
  });
}

/** The answer, to the one who asked. */
export function sparringAnswerView({ to, answer }: SparringRequest, texts: Texts): ModalView {
  const t = texts.sparring;
  const said = answer ? t.replies[answer.reply] : texts.ask.waits;
  return modal({ callback: 'sparring-answer', title: t.title, close: texts.close }, [
    rich([
      { label: t.said, user: to, text: `: ${said}` },
      ...(answer?.when === undefined ? [] : [{ label: t.suggests, text: answer.when }]),
    ]),
  ]);
}
