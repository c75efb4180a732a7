import { answerable } from '../../shared/domain/follow-up.ts';
import { startView } from '../../shared/views/start.ts';
import { assessmentCommand } from './assessments.ts';
import { groupCommand } from './groups.ts';
import type { CommandListener } from './listen.ts';
import { agreementModal, answerModal, firstPointModal } from './modals.ts';
import { myDataCommand } from './my-data.ts';
import { pauseCommand, resumeCommand } from './pauses.ts';
import type { CommandReply } from './reply.ts';
import { roundCommand } from './rounds.ts';
import { settingsCommand } from './settings.ts';
import { sparringCommand } from './sparring.ts';
import type { Visit } from './visit.ts';

/** What follows the word is given to the few that take something. */
type Word = (visit: Visit, rest: string, channel: string) => CommandReply | Promise<CommandReply>;

/** `/trivsel`: Danish words first, English ones as aliases. */
const words: Record<string, Word> = {
  '': ({ person, now, texts }) => ({ show: startView(person, now, texts) }),
  aftale: agreement,
  agreement,
  test: assessmentCommand,
  opfølgning: followUp,
  opfoelgning: followUp,
  opfolgning: followUp,
  followup: followUp,
  'follow-up': followUp,
  pause: pauseCommand,
  genoptag: resumeCommand,
  resume: resumeCommand,
  gruppe: groupCommand,
  group: groupCommand,
  runde: roundCommand,
  retro: roundCommand,
  sparring: sparringCommand,
  indstillinger: settingsCommand,
  settings: settingsCommand,
  'mine-data': myDataCommand,
  'my-data': myDataCommand,
  hjælp: help,
  hjaelp: help,
  help,
};

export const command: CommandListener = (visit, text, channel) => {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const known = word.toLowerCase().normalize('NFC');
  // Own keys only: `constructor` is a word that every object knows.
  const act = Object.hasOwn(words, known) ? words[known] : undefined;
  return act
    ? act(visit, rest.join(' '), channel)
    : { say: `${visit.texts.help.unknownWord} ${visit.texts.help.text}` };
};

/** The one there is, as long as it isn't closed; else the form for one. */
function agreement(visit: Visit): CommandReply {
  const agreed = answerable(visit.person);
  return { show: agreed ? agreementModal(visit, agreed) : firstPointModal(visit) };
}

function followUp(visit: Visit): CommandReply {
  const agreed = answerable(visit.person);
  return agreed ? { show: answerModal(visit, agreed) } : { say: visit.texts.refusals['no-agreement'] };
}

function help({ texts }: Visit): CommandReply {
  return { say: texts.help.text };
}
