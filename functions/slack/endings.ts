import { close, extend, stop } from '../../shared/domain/ending.ts';
import { nextFollowUp } from '../../shared/domain/follow-up.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { lastDayKept } from '../../shared/domain/retention.ts';
import { button } from '../../shared/views/blocks.ts';
import { asksForOutcomes, readClosing } from '../../shared/views/closing.ts';
import { readMetadata } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { answeredMessage } from '../../shared/views/prompt.ts';
import { open } from '../../shared/views/start.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { waitingMessage } from './modals.ts';
import type { Visit } from './visit.ts';

/** The look back: closes the agreement, and leads on to the next with what is to go on. */
export const submitClosing: SubmitListener = async (visit, view) => {
  const { person, now, texts } = visit;
  const { agreement, dm } = readMetadata(view.private_metadata);
  if (person.agreement?.id !== agreement) return { error: texts.refusals['no-agreement'] };
  if (!asksForOutcomes(person.agreement.points, view.state.values))
    return { error: texts.refusals['point-gone'] };
  const read = readClosing(person.agreement.points, view.state.values, texts);
  if ('errors' in read) return read;
  const input = { ...read.value, agreement, view: view.id };
  const closed = await visit.change('change-agreement', (current) => close(current, input, now));
  if (isRefusal(closed)) return { error: texts.refusals[closed.refusal] };
  // Unless a draft was begun already, what goes on is the new one.
  const goesOn = closed.draft?.form === input.view;
  const lines = [texts.closing.done, ...(goesOn ? [texts.closing.goesOn] : []), readUntil(closed, texts)];
  const again = button(open.agreementForm, texts.start.makeNew, { primary: true });
  return {
    show: noticeView(texts.closing.doneTitle, lines, texts, [again]),
    ...(dm ? { repaint: { message: dm, content: answeredMessage(closed, now, texts) } } : {}),
  };
};

/** The weeks that pauses and days off took, had back; the direct message that asked for the look back asks no more. */
export const extendAgreement: ActionListener = async (visit, { value, view }) => {
  const { now, texts } = visit;
  const extended = await visit.change('change-agreement', (person) => extend(person, value, now));
  if (isRefusal(extended)) return refused(visit, extended);
  const { agreement } = extended;
  const next = nextFollowUp(extended, now);
  const lines = [
    texts.closing.extended(agreement?.period.ends ?? ''),
    ...(next ? [texts.start.next(next)] : []),
  ];
  return {
    show: noticeView(texts.agreement.title, lines, texts),
    repaint: answeredMessage(extended, now, texts),
    message: view && readMetadata(view.private_metadata).dm,
  };
};

export const stopAgreement: ActionListener = async (visit, { value }) => {
  const { now, texts } = visit;
  const stopped = await visit.change('change-agreement', (person) => stop(person, value, now));
  if (isRefusal(stopped)) return refused(visit, stopped);
  const lines = [texts.closing.stopped, `${readUntil(stopped, texts)} ${texts.closing.newAny}`];
  return {
    show: noticeView(texts.closing.stoppedTitle, lines, texts),
    repaint: answeredMessage(stopped, now, texts),
    message: waitingMessage(visit.person),
  };
};

function readUntil(person: Person, texts: Visit['texts']): string {
  const { agreement } = person;
  return agreement ? texts.closing.readUntil(lastDayKept(agreement, person)) : '';
}
