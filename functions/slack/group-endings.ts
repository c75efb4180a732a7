import { closeGroup, extendGroup, stopGroup } from '../../shared/domain/group-ending.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import {
  asksForGroupOutcomes,
  groupClosingView,
  readGroupClosing,
} from '../../shared/views/group-closing.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { refused } from './buttons.ts';
import { saidOf, sayAfter, saySaved } from './group-said.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';

/** The end of a group's agreement, as the group decided on it in its last round. */

export const openGroupClosing: ActionListener = async (visit, { value }) => {
  const group = await visit.group(thingOf(value).owner, 'end-group');
  return isRefusal(group) ? refused(visit, group) : { show: groupClosingView(group, visit.now, visit.texts) };
};

export const submitGroupClosing: SubmitListener = async (visit, view) => {
  const { texts, now } = visit;
  const { owner, id: agreement } = readThing(view.private_metadata);
  const group = await visit.group(owner, 'end-group');
  if (isRefusal(group)) return { error: texts.refusals[group.refusal] };
  const points = group.agreement?.points ?? [];
  if (!asksForGroupOutcomes(points, view.state.values)) return { error: texts.refusals['point-gone'] };
  const read = readGroupClosing(points, view.state.values, texts);
  if ('errors' in read) return read;
  const input = { ...read.value, agreement, view: submissionOf(view) };
  const closed = await visit.changeGroup(owner, 'end-group', (current) => closeGroup(current, input, now));
  return saySaved(visit, closed, () => saidOf(visit).closed);
};

export const stopThisGroup: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const stopped = await visit.changeGroup(owner, 'stop-group', (group) => stopGroup(group, id, visit.now));
  return sayAfter(visit, stopped, () => saidOf(visit).stopped);
};

export const extendThisGroup: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const extended = await visit.changeGroup(owner, 'end-group', (group) => extendGroup(group, id, visit.now));
  return sayAfter(visit, extended, ({ agreement }) => saidOf(visit).extended(agreement?.period.ends ?? ''));
};
