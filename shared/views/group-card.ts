import type { Button } from '@slack/types';
import { type Group, type GroupAgreement, type GroupPoint, openAgreement, todayOf } from '../domain/group.ts';
import { isGroupResting, nextRound } from '../domain/group-agenda.ts';
import { groupPause } from '../domain/group-edit.ts';
import type { Instant } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { button, type Message, type Piece } from './blocks.ts';
import { oneLine } from './cut.ts';
import { groupActions } from './group-actions.ts';
import { thingValue } from './metadata.ts';
import { aside, divider, heading, labelled, lines, type Part, postOf, pressable, sentence } from './post.ts';

/**
 * The agreement as it hangs in its channel. Whoever reads it sees nothing move while a round is open: it says nothing that a
 * contribution or a closing changes.
 */
export function cardMessage(group: Group, now: Instant, texts: Texts): Message {
  const { agreement } = group;
  const t = texts.channel.card;
  if (agreement === undefined) return postOf([heading(t.heading), sentence(t.ended)]);
  const isOpen = agreement.ending === undefined;
  return postOf([
    heading(t.heading),
    ...(isOpen ? [] : [sentence(t.ended)]),
    ...agreement.points.flatMap((point) => [pointPart(point, agreement, texts), divider]),
    ...(isOpen ? [facts(group, agreement, now, texts), ...standing(group, agreement, now, texts)] : []),
    aside(t.everybodyReads),
    ...pressable('card', buttons(group, agreement, now, texts)),
  ]);
}

function pointPart(
  { title, result, responsible }: GroupPoint,
  { ending }: GroupAgreement,
  texts: Texts,
): Part {
  const t = texts.channel;
  const who: Piece[] =
    responsible === undefined ? [t.card.noResponsible] : labelled(t.card.responsible, { user: responsible });
  return lines([
    [{ bold: oneLine(title) }],
    labelled(t.card.result, oneLine(result)),
    ...(ending ? [] : [who]),
  ]);
}

function facts(group: Group, agreement: GroupAgreement, now: Instant, texts: Texts): Part {
  const t = texts.channel.card;
  const { period, rhythm, slot, hoursOpen } = agreement;
  const next = nextRound(group, now)?.place.date;
  const members = group.members.flatMap(({ id }, index): Piece[] => [
    ...(index > 0 ? [', '] : []),
    { user: id },
  ]);
  return lines([
    labelled(t.period, t.span(period.starts, period.ends)),
    labelled(t.rounds, t.rhythm(rhythm, slot, hoursOpen)),
    ...(next === undefined ? [] : [labelled(t.next, t.on(next))]),
    labelled(t.members, ...members),
    labelled(t.leader, group.leader === undefined ? t.noLeader : { user: group.leader }),
  ]);
}

/** What keeps rounds from coming, and that the period is over. */
function standing(group: Group, agreement: GroupAgreement, now: Instant, texts: Texts): Part[] {
  const t = texts.channel.card;
  const pause = groupPause(group, now);
  const isResting = isGroupResting(agreement);
  const isOver = isPeriodOver(group, now);
  const isLast = !(isResting || isOver) && nextRound(group, now) === undefined;
  return [
    ...(pause ? [sentence(t.paused(pause.until))] : []),
    ...(isResting ? [sentence(t.resting)] : []),
    ...(isLast ? [sentence(t.noMore)] : []),
    ...(isOver ? [sentence(t.periodOver)] : []),
  ];
}

function isPeriodOver(group: Group, now: Instant): boolean {
  const agreement = openAgreement(group);
  return agreement !== undefined && todayOf(group, now) > agreement.period.ends;
}

function buttons(group: Group, agreement: GroupAgreement, now: Instant, texts: Texts): Button[] {
  const t = texts.channel;
  const isOpen = agreement.ending === undefined;
  const isOver = isPeriodOver(group, now);
  const canResume = isOpen && (isGroupResting(agreement) || groupPause(group, now) !== undefined);
  const nothing = thingValue(group.channel, '-');
  const end = { value: thingValue(group.channel, agreement.id), primary: true };
  return [
    ...(isOver ? [button(groupActions.end, t.card.lookBack, end)] : []),
    button(groupActions.see, t.see, { value: nothing }),
    ...(canResume ? [button(groupActions.resume, t.card.resume, { value: nothing })] : []),
  ];
}
