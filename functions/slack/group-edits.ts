import { type Group, type GroupPoint, pointOf, todayOf } from '../../shared/domain/group.ts';
import { allowsInGroup, type GroupAct } from '../../shared/domain/group-access.ts';
import {
  changeGroupRhythm,
  changeMembers,
  editGroupPoint,
  leaveGroup,
  pauseGroup,
  replaceGroupPoint,
  resumeGroup,
  takeOver,
  takePoint,
} from '../../shared/domain/group-edit.ts';
import { isRefusal, refuse } from '../../shared/domain/refusal.ts';
import { addWeeks } from '../../shared/domain/time.ts';
import type { Texts } from '../../shared/texts/index.ts';
import { membersField } from '../../shared/views/group-form.ts';
import { groupMembersView, leaderField, readGroupMembers } from '../../shared/views/group-members.ts';
import { groupPauseField, groupPauseView, readGroupPause } from '../../shared/views/group-pause.ts';
import {
  editGroupPointView,
  readEditedGroupPoint,
  readGroupReplacement,
  replaceGroupPointView,
  responsibleField,
} from '../../shared/views/group-point.ts';
import { groupRhythmView, readGroupRhythm } from '../../shared/views/group-rhythm.ts';
import { readThing, thingOf } from '../../shared/views/metadata.ts';
import { refused } from './buttons.ts';
import { nextRoundOf, saidOf, sayAfter, saySaved } from './group-said.ts';
import { groupModal, namedMembers } from './groups.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { submissionOf } from './payloads.ts';
import type { SubmitReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Changing a group's agreement: points, people, rhythm, pause; and taking over what somebody left. */

const opening =
  (
    act: GroupAct,
    view: (group: Group, texts: Texts) => ReturnType<typeof groupMembersView>,
  ): ActionListener =>
  async (visit, { value }) => {
    const group = await visit.group(thingOf(value).owner, act);
    return isRefusal(group) ? refused(visit, group) : { show: view(group, visit.texts) };
  };

export const openGroupMembers = opening('change-group', groupMembersView);
export const openGroupRhythm = opening('change-group', groupRhythmView);

export const openGroupPause: ActionListener = async (visit, { value }) => {
  const group = await visit.group(thingOf(value).owner, 'change-group');
  if (isRefusal(group)) return refused(visit, group);
  return { show: groupPauseView(group, addWeeks(todayOf(group, visit.now), 2), visit.texts) };
};

type PointView = (group: Group, point: GroupPoint, texts: Texts) => ReturnType<typeof editGroupPointView>;

const openingPoint =
  (view: PointView): ActionListener =>
  async (visit, { value }) => {
    const { owner, id } = thingOf(value);
    const group = await visit.group(owner, 'change-point', { kind: 'point', id });
    const point = isRefusal(group) ? undefined : group.agreement && pointOf(group.agreement, id);
    if (isRefusal(group) || point === undefined) return refused(visit, refuse('not-yours'));
    return { show: view(group, point, visit.texts) };
  };

export const openEditGroupPoint = openingPoint(editGroupPointView);
export const openReplaceGroupPoint = openingPoint(replaceGroupPointView);

/** The agreement as it then is, or why not in the field it is about. */
function asItIsNow(
  visit: Visit,
  changed: Awaited<ReturnType<Visit['changeGroup']>>,
  field: string,
): SubmitReply {
  // Sent again by somebody who left since: it was carried out, and what it is now is not for them.
  if (!isRefusal(changed) && allowsInGroup(visit.person, changed, 'see-group'))
    return { show: groupModal(visit, changed) };
  if (!isRefusal(changed)) return saySaved(visit, changed, () => saidOf(visit).saved);
  return saySaved(visit, changed, () => '', { 'not-a-member': field });
}

export const submitEditedGroupPoint: SubmitListener = async (visit, view) => {
  const { owner, id } = readThing(view.private_metadata);
  const form = submissionOf(view);
  const group = await visit.group(owner, 'change-point', { kind: 'point', id }, form);
  if (isRefusal(group)) return saySaved(visit, group, () => '');
  const read = readEditedGroupPoint(group, id, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const edit = (current: Group) => editGroupPoint(current, id, read.value);
  const edited = await visit.changeGroup(owner, 'change-point', edit, { kind: 'point', id }, form);
  return asItIsNow(visit, edited, responsibleField.edit(id));
};

export const submitReplacedGroupPoint: SubmitListener = async (visit, view) => {
  const { owner, id } = readThing(view.private_metadata);
  const form = submissionOf(view);
  const thing = pointNow(await visit.groupHere(owner), id, form);
  const group = await visit.group(owner, 'change-point', thing, form);
  if (isRefusal(group)) return saySaved(visit, group, () => '');
  const read = readGroupReplacement(group, id, view.state.values, visit.texts);
  if ('errors' in read) return read;
  const replace = (current: Group) =>
    replaceGroupPoint(current, { point: id, view: form, ...read.value }, visit.now);
  const replaced = await visit.changeGroup(owner, 'change-point', replace, thing, form);
  return asItIsNow(visit, replaced, responsibleField.replace(id));
};

/** The point, or the one that this very form made in its place when it was sent before. */
function pointNow({ agreement }: Group, id: string, form: string) {
  return { kind: 'point', id: agreement && pointOf(agreement, form) ? form : id } as const;
}

export const takeGroupPoint: ActionListener = async (visit, { value }) => {
  const { owner, id } = thingOf(value);
  const take = (group: Group) => takePoint(group, id, visit.person.user);
  const taken = await visit.changeGroup(owner, 'take-point', take, { kind: 'point', id });
  return sayAfter(visit, taken, () => saidOf(visit).taken);
};

export const submitGroupRhythm: SubmitListener = async (visit, view) => {
  const { owner } = readThing(view.private_metadata);
  const read = readGroupRhythm(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const change = (group: Group) => changeGroupRhythm(group, read.value);
  const changed = await visit.changeGroup(owner, 'change-group', change);
  return isRefusal(changed) ? saySaved(visit, changed, () => '') : { show: groupModal(visit, changed) };
};

export const submitGroupMembers: SubmitListener = async (visit, view) => {
  const { owner } = readThing(view.private_metadata);
  const form = submissionOf(view);
  const group = await visit.group(owner, 'change-group', undefined, form);
  if (isRefusal(group)) return saySaved(visit, group, () => '');
  const read = readGroupMembers(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const named = await namedMembers(visit, owner, read.value.members, group.members);
  if ('errors' in named) return named;
  const input = { members: named.members, leader: read.value.leader };
  const change = (current: Group) => changeMembers(current, input, visit.now);
  const changed = await visit.changeGroup(owner, 'change-group', change, undefined, form);
  const fields = { 'not-a-member': leaderField, 'too-few-members': membersField };
  return saySaved(visit, changed, () => saidOf(visit).saved, fields);
};

export const submitGroupPause: SubmitListener = async (visit, view) => {
  const { owner } = readThing(view.private_metadata);
  const read = readGroupPause(view.state.values, visit.texts);
  if ('errors' in read) return read;
  const until = read.value;
  const paused = await visit.changeGroup(owner, 'change-group', (group) =>
    pauseGroup(group, until, visit.now),
  );
  const fields = { 'pause-not-ahead': groupPauseField, 'pause-too-long': groupPauseField };
  return saySaved(visit, paused, () => saidOf(visit).paused(until), fields);
};

export const resumeGroupRounds: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const resumed = await visit.changeGroup(owner, 'resume-group', (group) => resumeGroup(group, visit.now));
  return sayAfter(visit, resumed, (group) => saidOf(visit).resumed(nextRoundOf(group, visit.now)));
};

export const leaveMyGroup: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const left = await visit.changeGroup(owner, 'leave-group', (group) =>
    leaveGroup(group, visit.person.user, visit.now),
  );
  return sayAfter(visit, left, () => saidOf(visit).left);
};

export const takeOverGroup: ActionListener = async (visit, { value }) => {
  const { owner } = thingOf(value);
  const taken = await visit.changeGroup(owner, 'take-over', (group) => takeOver(group, visit.person.user));
  return sayAfter(visit, taken, () => saidOf(visit).tookOver);
};
