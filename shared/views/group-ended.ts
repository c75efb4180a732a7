import type { Group, GroupAgreement, GroupEnding, GroupPoint } from '../domain/group.ts';
import type { Texts } from '../texts/index.ts';
import { button, type Message, type Piece } from './blocks.ts';
import { oneLine, shortened } from './cut.ts';
import { groupActions } from './group-actions.ts';
import { thingValue } from './metadata.ts';
import { labelled, lines, list, type Part, postOf, pressable, sentence } from './post.ts';
import { openPromises } from './promises.ts';

const mostLetters = 1000;

/** The agreement is over: what became of its points, and what is still followed up on. */
export function endedMessage(group: Group, texts: Texts): Message {
  const { agreement, channel } = group;
  const { card, ended: t } = texts.channel;
  const ending = agreement?.ending;
  if (agreement === undefined || ending === undefined) return postOf([sentence(card.ended)]);
  const make = button(groupActions.make, t.make, { value: thingValue(channel, '-'), primary: true });
  return postOf([
    sentence(ending.how === 'closed' ? t.closed : t.stopped(ending.on)),
    ...points(agreement, ending, texts),
    ...learned(ending, texts),
    ...openPromises(group, t.goesOn, ending.on, texts),
    ...pressable('ended', [make]),
  ]);
}

function points({ points: both }: GroupAgreement, { how, outcomes }: GroupEnding, texts: Texts): Part[] {
  const t = texts.channel.ended;
  const line = ({ id, title }: GroupPoint): Piece[] => {
    const outcome = outcomes.find(({ point }) => point === id)?.outcome;
    return outcome ? labelled(oneLine(title), texts.agreement.outcomes[outcome]) : [oneLine(title)];
  };
  return list(how === 'closed' ? t.outcomes : t.points, both.map(line));
}

function learned({ learned: text }: GroupEnding, { channel: { ended: t } }: Texts): Part[] {
  return text === undefined ? [] : [lines([labelled(t.learned, shortened(text, mostLetters))])];
}
