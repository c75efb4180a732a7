import { answer, nextFollowUp, slippedBackTwice } from '../../shared/domain/follow-up.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { askForSparring } from '../../shared/domain/sparring.ts';
import { button } from '../../shared/views/blocks.ts';
import { asksHowItGoes, readCheckIn } from '../../shared/views/check-in.ts';
import { readMetadata } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { answeredMessage } from '../../shared/views/prompt.ts';
import { open } from '../../shared/views/start.ts';
import { talkButton } from '../../shared/views/talk.ts';
import type { SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';

export const submitCheckIn: SubmitListener = async (visit, view) => {
  const { person, now, texts } = visit;
  const { agreement, dm } = readMetadata(view.private_metadata);
  if (person.agreement?.id !== agreement) return { error: texts.refusals['no-agreement'] };
  if (!asksHowItGoes(person.agreement.points, view.state.values))
    return { error: texts.refusals['point-gone'] };
  const read = readCheckIn(person.agreement, view.state.values, texts);
  if ('errors' in read) return read;
  const { sparring, ...said } = read.value;
  const input = { ...said, agreement, view: submissionOf(view) };
  const answered = await visit.change('answer-follow-up', (current) => {
    const decided = answer(current, input, now);
    return isRefusal(decided) || sparring === undefined
      ? decided
      : askForSparring(decided, sparring, input.view, now);
  });
  if (isRefusal(answered)) return { error: texts.refusals[answered.refusal] };
  const thanks = [
    ...(read.value.win ? [texts.checkIn.winSaved] : []),
    texts.checkIn.saved(nextFollowUp(answered, now)),
  ];
  const wantsChange = read.value.stillRight === false;
  const wantsTalk = read.value.expectationsFit === false;
  const slipped = answered.agreement !== undefined && slippedBackTwice(answered.agreement);
  const lines = [
    ...thanks,
    ...(sparring ? [texts.sparring.sentForYou] : []),
    ...(wantsChange ? [texts.halfWay.changeNow] : []),
    ...(wantsTalk ? [texts.halfWay.talkAboutIt] : []),
    ...(slipped ? [texts.settings.talk.offer] : []),
  ];
  const help = slipped ? [talkButton(texts), button(open.pause, texts.prompt.pause)] : [];
  const see = wantsChange || wantsTalk ? [button(open.agreement, texts.start.see, { primary: true })] : [];
  return {
    show: noticeView(texts.checkIn.thanks, lines, texts, [...see, ...help]),
    ...(dm ? { repaint: { message: dm, content: answeredMessage(answered, now, texts) } } : {}),
  };
};
