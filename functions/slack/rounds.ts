import { contribute } from '../../shared/domain/contribute.ts';
import { handOver } from '../../shared/domain/facilitator.ts';
import type { Group } from '../../shared/domain/group.ts';
import { allowsInGroup } from '../../shared/domain/group-access.ts';
import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import { isOpenRound } from '../../shared/domain/round.ts';
import { closeRound, markDiscussed, openByHand } from '../../shared/domain/rounds.ts';
import { localTime } from '../../shared/domain/time.ts';
import { button } from '../../shared/views/blocks.ts';
import { contributeView, readContribution } from '../../shared/views/contribute.ts';
import { groupActions } from '../../shared/views/group-actions.ts';
import { handOverView, readHandOver } from '../../shared/views/group-hand-over.ts';
import { groupValue } from '../../shared/views/group-parts.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { linesView, readDiscussed } from '../../shared/views/round-lines.ts';
import { refused } from './buttons.ts';
import { nextRoundOf, saidOf, sayAfter, saySaved } from './group-said.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** A group's rounds: opened, contributed to, handed over, closed, talked about. */

const toClose = ['luk', 'close'];

/** `/trivsel runde`: contribute to the open one, or open one; `/trivsel runde luk` closes it. */
export async function roundCommand(visit: Visit, word: string, channel: string): Promise<CommandReply> {
  const { texts, person } = visit;
  const group = await visit.groupHere(channel);
  if (group.agreement === undefined) return { say: texts.refusals['no-group'] };
  if (!allowsInGroup(person, group, 'see-group')) return { say: texts.refusals['not-in-group'] };
  if (isOpenRound(group.round) && toClose.includes(word.trim().toLowerCase()))
    return closeByCommand(visit, channel, group.round.id);
  if (isOpenRound(group.round)) return { show: contributeView(group, person.user, texts) };
  return { show: noRoundView(visit, group) };
}

async function closeByCommand(visit: Visit, channel: string, id: string): Promise<CommandReply> {
  const closed = await visit.changeGroup(channel, 'close-round', (group) =>
    closeRound(group, id, visit.person.user, visit.now),
  );
  return { say: isRefusal(closed) ? visit.texts.refusals['not-yours'] : saidOf(visit).roundCloses };
}

/** When the next one opens, and the way to open one now. */
function noRoundView(visit: Visit, group: Group) {
  const t = saidOf(visit);
  const mayOpen = allowsInGroup(visit.person, group, 'open-round');
  const open = button(groupActions.openRound, t.openNow, { value: groupValue(group.channel), primary: true });
  const lines = [t.roundNext(nextRoundOf(group, visit.now))];
  return noticeView(t.roundTitle, lines, visit.texts, mayOpen ? [open] : []);
}

export const openRoundNow: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const group = await visit.group(owner, 'open-round');
  const trouble = isRefusal(group) ? group : await visit.refusalOfChannel(owner);
  if (trouble !== undefined) return refused(visit, trouble);
  const opened = await visit.changeGroup(owner, 'open-round', (group) =>
    openByHand(group, visit.person.user, visit.now),
  );
  return sayAfter(visit, opened, ({ round }) =>
    isOpenRound(round) ? saidOf(visit).roundOpens : visit.texts.refusals['round-summing-up'],
  );
};

export const openContribution: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const group = await visit.group(owner, 'contribute');
  if (isRefusal(group)) return refused(visit, group);
  const isThis = isOpenRound(group.round) && (id === group.round.id || id === '-');
  return isThis
    ? { show: contributeView(group, visit.person.user, visit.texts) }
    : refused(visit, refuse('round-closed'));
};

export const submitContribution: SubmitListener = async (visit, view) => {
  const { texts, person, now } = visit;
  const { owner, id } = readThing(view.private_metadata);
  const group = await visit.group(owner, 'contribute');
  if (isRefusal(group)) return { error: texts.refusals[group.refusal] };
  const { agreement, round } = group;
  if (agreement === undefined || round?.id !== id) return { error: texts.refusals['round-closed'] };
  const read = readContribution(agreement, round.kind, view.state.values, texts);
  if ('errors' in read) return read;
  const input = { ...read.value, round: id, form: submissionOf(view) };
  const said = await visit.changeGroup(owner, 'contribute', (current) =>
    contribute(current, person.user, input, now),
  );
  return saySaved(visit, said, thanks(visit));
};

const thanks = (visit: Visit) => (group: Group) => {
  const { round } = group;
  const t = saidOf(visit);
  return isOpenRound(round) ? t.contributed(localTime(round.closesAt, group.zone)) : t.contributedLate;
};

export const closeRoundNow: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const closed = await visit.changeGroup(owner, 'close-round', (group) =>
    closeRound(group, id, visit.person.user, visit.now),
  );
  return sayAfter(visit, closed, () => saidOf(visit).roundCloses);
};

export const openHandOver: ActionListener = async (visit, { value }) => {
  const group = await visit.group(thingOf(value).owner, 'hand-over');
  return isRefusal(group) ? refused(visit, group) : { show: handOverView(group, visit.texts) };
};

export const submitHandOver: SubmitListener = async (visit, view) => {
  const { owner, id: round } = readThing(view.private_metadata);
  const form = submissionOf(view);
  const group = await visit.group(owner, 'hand-over', undefined, form);
  if (isRefusal(group)) return { error: visit.texts.refusals[group.refusal] };
  const members = group.members.map((member) => member.id);
  const read = readHandOver(members, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const give = (current: Group) => handOver(current, round, read.value);
  const handed = await visit.changeGroup(owner, 'hand-over', give, undefined, form);
  return saySaved(visit, handed, () => saidOf(visit).handedOver);
};

export const openLines: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const group = await visit.group(owner, 'see-lines');
  if (isRefusal(group)) return refused(visit, group);
  if (group.round?.id !== id) return refused(visit, refuse('round-over'));
  return { show: linesView(group, visit.person, visit.texts) };
};

export const submitLines: SubmitListener = async (visit, view) => {
  const { owner, id } = readThing(view.private_metadata);
  const discussed = readDiscussed(view.state.values);
  const marked = await visit.changeGroup(owner, 'mark-discussed', (group) =>
    markDiscussed(group, id, discussed),
  );
  return saySaved(visit, marked, () => saidOf(visit).discussed);
};
