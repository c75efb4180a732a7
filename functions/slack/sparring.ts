import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import { answerSparring, askForSparring, findRequest } from '../../shared/domain/sparring.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import {
  answerSparringView,
  askSparringView,
  readSparring,
  readWho,
  sparringAnswerView,
  whoField,
} from '../../shared/views/sparring.ts';
import { repainted } from './answers.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import { refusalOfOne } from './people.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Sparring asked of a colleague, with or without an agreement. */

/** `/trivsel sparring @name`, which Slack sends as `<@U123|name>`: the form, with them in it. */
export function sparringCommand({ texts }: Visit, written: string): CommandReply {
  const [, who] = /<@([A-Z0-9]+)(?:\|[^>]*)?>/.exec(written) ?? [];
  return { show: askSparringView(who, texts) };
}

export const openSparring: ActionListener = ({ texts }) => ({ show: askSparringView(undefined, texts) });

export const submitSparring: SubmitListener = async (visit, view) => {
  const { texts, now } = visit;
  const read = readWho(view.state.values, texts);
  if ('errors' in read) return read;
  const to = read.value;
  const unfit = await refusalOfOne(visit, to);
  if (unfit) return { errors: { [whoField]: texts.refusals[unfit.refusal] } };
  const asked = await visit.change('ask-for-sparring', (current) =>
    askForSparring(current, to, submissionOf(view), now),
  );
  if (isRefusal(asked)) return { error: texts.refusals[asked.refusal] };
  return { show: noticeView(texts.sparring.title, [texts.sparring.sent], texts) };
};

export const openSparringAnswer: ActionListener = async (visit, { value, message }) => {
  const { owner, id } = thingOf(value);
  const asker = await visit.look(owner, 'answer-sparring', { kind: 'sparring', id });
  const request = isRefusal(asker) ? undefined : findRequest(asker, id);
  if (request === undefined) return refused(visit, refuse('not-yours'));
  return { show: answerSparringView({ owner, id, dm: message }, request, visit.texts) };
};

export const submitSparringAnswer: SubmitListener = async (visit, view) => {
  const { texts } = visit;
  const { owner, id, dm } = readThing(view.private_metadata);
  const read = readSparring(id, view.state.values, texts);
  if ('errors' in read) return read;
  const thing = { kind: 'sparring', id } as const;
  const answer = { ...read.value, form: submissionOf(view) };
  const said = await visit.changeOf(owner, 'answer-sparring', thing, (asker) =>
    answerSparring(asker, id, answer),
  );
  if (isRefusal(said)) return { error: texts.refusals[said.refusal] };
  return {
    show: noticeView(texts.sparring.title, [texts.sparring.told], texts),
    ...repainted(visit, dm, { kind: 'sparring', owner, id }),
  };
};

/** What was answered, to the one who asked. */
export const openSparringSaid: ActionListener = (visit, { value }) => {
  const request = findRequest(visit.person, thingOf(value).id);
  return request ? { show: sparringAnswerView(request, visit.texts) } : refused(visit, refuse('not-yours'));
};
