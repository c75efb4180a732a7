import type { ModalView } from '@slack/types';
import type { Group } from '../domain/group.ts';
import type { Texts } from '../texts/index.ts';
import { context, modal, userInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { membersIn, membersInput } from './group-form.ts';
import { groupMetadata } from './group-parts.ts';
import { memberIn } from './group-point.ts';
import { Form, type Read, type Values } from './values.ts';

/** Who takes part from now on, and who leads. The other field is `membersField` (group-form.ts). */
export const leaderField = 'leader';

export function groupMembersView({ channel, agreement, members, leader }: Group, texts: Texts): ModalView {
  const t = texts.group.members;
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  const metadata = groupMetadata(channel, agreement?.id);
  return modal({ callback: groupForms.members, ...labels, metadata }, [
    membersInput(
      members.map(({ id }) => id),
      { label: texts.group.who.members, hint: texts.group.who.membersHint },
    ),
    userInput({ id: leaderField, label: t.leader, hint: t.leaderHint, user: leader }),
    context(t.note),
  ]);
}

export function readGroupMembers(values: Values, texts: Texts): Read<{ members: string[]; leader: string }> {
  const form = new Form(values, texts);
  const members = membersIn(form, texts);
  return form.read({ members, leader: memberIn(form, leaderField, members, texts) });
}
