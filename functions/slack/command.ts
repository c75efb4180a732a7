import { runningAgreement } from '../../shared/domain/agreement.ts';
import { answerable } from '../../shared/domain/follow-up.ts';
import { startView } from '../../shared/views/start.ts';
import type { CommandListener, CommandReply } from './listen.ts';
import { agreementModal, checkInModal, firstPointModal } from './modals.ts';
import type { Visit } from './visit.ts';

/** `/trivsel`: Danish words first, English ones as aliases; one word decides, the rest is for later words. */
const words: Record<string, (visit: Visit) => CommandReply> = {
  '': ({ person, now, texts }) => ({ show: startView(person, now, texts) }),
  aftale: agreement,
  agreement,
  opfølgning: followUp,
  opfoelgning: followUp,
  opfolgning: followUp,
  followup: followUp,
  'follow-up': followUp,
  hjælp: help,
  hjaelp: help,
  help,
};

export const command: CommandListener = (visit, text) => {
  const word = text.trim().split(/\s+/)[0] ?? '';
  const known = word.toLowerCase().normalize('NFC');
  // Own keys only: `constructor` is a word that every object knows.
  const act = Object.hasOwn(words, known) ? words[known] : undefined;
  return act ? act(visit) : { say: `${visit.texts.help.unknownWord} ${visit.texts.help.text}` };
};

function agreement(visit: Visit): CommandReply {
  const running = runningAgreement(visit.person, visit.now);
  return { show: running ? agreementModal(visit, running) : firstPointModal(visit) };
}

function followUp(visit: Visit): CommandReply {
  const agreed = answerable(visit.person, visit.now);
  return agreed ? { show: checkInModal(visit, agreed) } : { say: visit.texts.refusals['no-agreement'] };
}

function help({ texts }: Visit): CommandReply {
  return { say: texts.help.text };
}
