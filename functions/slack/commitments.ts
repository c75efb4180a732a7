import {
  answerCommitment,
  findCommitment,
  makeCommitment,
  takeCommitment,
} from '../../shared/domain/commitments.ts';
import { todayOf } from '../../shared/domain/group.ts';
import type { Item } from '../../shared/domain/item.ts';
import { findLine } from '../../shared/domain/lines.ts';
import { itemsIn } from '../../shared/domain/prompt.ts';
import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import {
  answerCommitmentView,
  commitmentFields,
  commitmentView,
  readCommitment,
  readCommitmentAnswer,
} from '../../shared/views/commitment.ts';
import { noId } from '../../shared/views/group-parts.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { linesView } from '../../shared/views/round-lines.ts';
import { repainted } from './answers.ts';
import { refused } from './buttons.ts';
import { saidOf, sayAfter, saySaved } from './group-said.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import type { Visit } from './visit.ts';

/** Who does what by when: made from a line, answered for by its owner. */

/** From a line, its words are proposed; the one who wrote it need not be the one who does it. */
export const openCommitment: ActionListener = async (visit, { value, message }) => {
  const { owner: channel, id } = thingOf(value);
  const group = await visit.group(channel, 'make-commitment');
  if (isRefusal(group)) return refused(visit, group);
  const line = findLine(group, id);
  // What an older summary still shows may be forgotten by now: then nothing is proposed.
  const { user: owner } = visit.person;
  return { show: commitmentView({ channel, group, line, owner, dm: message }, visit.texts) };
};

export const submitCommitment: SubmitListener = async (visit, view) => {
  const { person, now, texts } = visit;
  const { owner: channel, id, dm } = readThing(view.private_metadata);
  const group = await visit.group(channel, 'make-commitment');
  if (isRefusal(group)) return { error: texts.refusals[group.refusal] };
  const members = group.members.map((member) => member.id);
  const read = readCommitment(members, todayOf(group, now), view.state.values, texts);
  if ('errors' in read) return read;
  const line = id === noId ? undefined : id;
  const input = { ...read.value, view: submissionOf(view), line };
  const made = await visit.changeGroup(channel, 'make-commitment', (current) =>
    makeCommitment(current, person.user, input, now),
  );
  const fields = { 'not-a-member': commitmentFields.owner, 'date-not-ahead': commitmentFields.due };
  // From a list of lines back to it: there may be more to agree on.
  if (dm === undefined && line !== undefined && !isRefusal(made))
    return { show: linesView(made, person, texts) };
  return saySaved(visit, made, () => saidOf(visit).committed, fields);
};

export const openCommitmentAnswer: ActionListener = async (visit, { value, message }) => {
  const { owner: channel, id } = thingOf(value);
  const group = await visit.group(channel, 'answer-commitment', { kind: 'commitment', id });
  const commitment = isRefusal(group) ? undefined : findCommitment(group, id);
  if (commitment === undefined) return refused(visit, refuse('not-yours'));
  return { show: answerCommitmentView(channel, commitment, message, visit.texts) };
};

export const submitCommitmentAnswer: SubmitListener = async (visit, view) => {
  const { now, texts } = visit;
  const { owner: channel, id, dm } = readThing(view.private_metadata);
  const read = readCommitmentAnswer(view.state.values, texts);
  if ('errors' in read) return read;
  const { answer, due } = read.value;
  const input = { ...read.value, view: submissionOf(view) };
  const thing = { kind: 'commitment', id } as const;
  const said = await visit.changeGroup(
    channel,
    'answer-commitment',
    (group) => answerCommitment(group, id, input, now),
    thing,
    input.view,
  );
  const t = saidOf(visit);
  const line = () => {
    if (answer === 'later' && due !== undefined) return t.commitmentLater(due);
    return answer === 'done' ? t.commitmentDone : t.commitmentDropped;
  };
  const answered = saySaved(visit, said, line, { 'date-not-ahead': commitmentFields.due });
  return 'show' in answered
    ? { ...answered, ...repainted(visit, dm, itemAbout(visit, channel, id)) }
    : answered;
};

/** What its owner was told of it, in whichever message. */
function itemAbout({ person }: Visit, owner: string, id: string): Item {
  const told = [...(person.prompt ? itemsIn(person.prompt) : []), ...(person.news?.items ?? [])];
  const found = told.find((item) => item.owner === owner && item.id.split('#')[0] === id);
  return found ?? { kind: 'commitment', owner, id };
}

export const takeThisCommitment: ActionListener = async (visit, { value }) => {
  const { owner: channel, id } = thingOf(value);
  const thing = { kind: 'commitment', id } as const;
  const taken = await visit.changeGroup(
    channel,
    'take-commitment',
    (group) => takeCommitment(group, id, visit.person.user),
    thing,
  );
  return sayAfter(visit, taken, () => saidOf(visit).taken);
};
