import { answerable, postpone, skip } from '../../shared/domain/follow-up.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { historyView } from '../../shared/views/history.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { closedMessage, promptMessage } from '../../shared/views/prompt.ts';
import type { ActionListener } from './listen.ts';
import { agreementModal, answerModal, firstPointModal, isOlder } from './modals.ts';
import type { ActionReply } from './reply.ts';
import type { Visit } from './visit.ts';

export const openAgreementForm: ActionListener = (visit) => ({ show: firstPointModal(visit) });

export const openAgreement: ActionListener = (visit) => {
  const { agreement } = visit.person;
  return { show: agreement ? agreementModal(visit, agreement) : firstPointModal(visit) };
};

export const openCheckIn: ActionListener = (visit, { message }) => {
  const agreement = answerable(visit.person);
  if (agreement) {
    const show = answerModal(visit, agreement, message);
    return isOlder(message, visit.person) ? { show, repaint: closedMessage(visit.texts) } : { show };
  }
  return message ? { repaint: closedMessage(visit.texts) } : refused(visit, { refusal: 'no-agreement' });
};

export const openHistory: ActionListener = ({ person, texts }) => ({ show: historyView(person, texts) });

export const openHelp: ActionListener = ({ texts }) => ({
  show: noticeView(texts.start.help, [texts.help.text], texts),
});

export const postponePrompt: ActionListener = async (visit, { value }) => {
  return afterPressing(
    visit,
    await visit.change('move-prompt', (person) => postpone(person, value, visit.now)),
  );
};

export const skipPrompt: ActionListener = async (visit, { value }) => {
  return afterPressing(visit, await visit.change('move-prompt', (person) => skip(person, value)));
};

/** Why not, as a small modal. */
export function refused({ texts }: Visit, { refusal }: Refusal): ActionReply {
  return { show: noticeView(texts.errors.title, [texts.refusals[refusal]], texts) };
}

/** The DM says what it has become; an older one than the latest says that it is over. */
function afterPressing(visit: Visit, changed: Person | Refusal): ActionReply {
  const { now, texts } = visit;
  if (!isRefusal(changed)) {
    const { prompt } = changed;
    return { repaint: prompt ? promptMessage(changed, prompt, now, texts) : closedMessage(texts) };
  }
  return changed.refusal === 'prompt-over' ? { repaint: closedMessage(texts) } : refused(visit, changed);
}
