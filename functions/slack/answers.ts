import { allows } from '../../shared/domain/access.ts';
import type { PointText } from '../../shared/domain/agreement.ts';
import { answerAsk, findAsk } from '../../shared/domain/asking.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import { localDate } from '../../shared/domain/time.ts';
import type { MessageId } from '../../shared/slack/slack.ts';
import { answeredBlocks, answerView, dateField, readAnswer } from '../../shared/views/answer.ts';
import { actions, button } from '../../shared/views/blocks.ts';
import { inboxView, waitingCount } from '../../shared/views/inbox.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { newsMessage } from '../../shared/views/news.ts';
import { noticeWith } from '../../shared/views/notice.ts';
import { promptMessage } from '../../shared/views/prompt.ts';
import { open } from '../../shared/views/start.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import type { Visit } from './visit.ts';

/** The recipient's side of asks. */

export const openInbox: ActionListener = ({ person, texts }) => ({ show: inboxView(person, texts) });

export const openAnswer: ActionListener = async (visit, { value, message }) => {
  const { owner, id } = thingOf(value);
  const asker = await visit.look(owner, 'see-ask', { kind: 'ask', id });
  const ask = isRefusal(asker) ? undefined : findAsk(asker, id);
  if (isRefusal(asker) || ask === undefined) return refused(visit, refuse('not-yours'));
  const today = localDate(visit.now, visit.person.profile.zone);
  const facts = { owner, id, dm: message, ask, today, points: sharedWith(visit, asker) };
  return { show: answerView(facts, visit.texts) };
};

export const submitAnswer: SubmitListener = async (visit, view) => {
  const { texts, now, person } = visit;
  const { owner, id, dm } = readThing(view.private_metadata);
  const read = readAnswer(id, view.state.values, texts);
  if ('errors' in read) return read;
  const answer = { ...read.value, form: submissionOf(view) };
  const today = localDate(now, person.profile.zone);
  const answered = await visit.changeOf(owner, 'answer-ask', { kind: 'ask', id }, (asker) =>
    answerAsk(asker, id, answer, today),
  );
  if (isRefusal(answered)) {
    const sentence = texts.refusals[answered.refusal];
    return answered.refusal === 'date-not-ahead'
      ? { errors: { [dateField(id)]: sentence } }
      : { error: sentence };
  }
  // What was answered just now is among those that wait, until its owner's wake has told so.
  const more = waitingCount(person) > 1 ? [actions('ways', [button(open.inbox, texts.inbox.title)])] : [];
  return {
    show: noticeWith(texts.answer.thanks, [...answeredBlocks(answer.reply, texts), ...more], texts),
    ...repainted(visit, dm, { kind: 'ask', owner, id }),
  };
};

/** The latest messages say what is done, and keep what else they hold; an older one opens the same form. */
export function repainted({ person, now, texts }: Visit, dm: MessageId | undefined, done: Item) {
  const { news, prompt } = person;
  if (dm === undefined) return {};
  if (news?.ts === dm.ts)
    return { repaint: { message: dm, content: newsMessage(person, news.items, texts, done) } };
  if (prompt?.ts !== dm.ts) return {};
  const inSlot: Item = done.kind === 'ask' ? { ...done, kind: 'ask-waits' } : done;
  return { repaint: { message: dm, content: promptMessage(person, prompt, now, texts, inSlot) } };
}

/** The owner's points, if they let this viewer see them. */
export function sharedWith({ person }: Visit, owner: Person): Pick<PointText, 'title' | 'firstStep'>[] {
  const isShared = allows(person, owner, 'see-points', { kind: 'points' });
  return isShared ? (owner.agreement?.points ?? []) : [];
}
