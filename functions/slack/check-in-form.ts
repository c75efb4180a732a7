import { answer, nextFollowUp } from '../../shared/domain/follow-up.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { readCheckIn, readCheckInMetadata } from '../../shared/views/check-in.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { answeredMessage } from '../../shared/views/prompt.ts';
import type { SubmitListener } from './listen.ts';

export const submitCheckIn: SubmitListener = async (visit, view) => {
  const { person, now, texts } = visit;
  const { agreement, dm } = readCheckInMetadata(view.private_metadata);
  if (person.agreement?.id !== agreement) return { error: texts.refusals['no-agreement'] };
  const read = readCheckIn(person.agreement.points, view.state.values, texts);
  if ('errors' in read) return read;
  const input = { ...read.value, agreement, view: view.id };
  const answered = await visit.change('answer-follow-up', (current) => answer(current, input, now));
  if (isRefusal(answered)) return { error: texts.refusals[answered.refusal] };
  const thanks = [
    ...(read.value.win ? [texts.checkIn.winSaved] : []),
    texts.checkIn.saved(nextFollowUp(answered, now)),
  ];
  return {
    show: noticeView(texts.checkIn.thanks, thanks, texts),
    ...(dm ? { repaint: { message: dm, content: answeredMessage(answered, now, texts) } } : {}),
  };
};
