import type { ModalView } from '@slack/types';
import type { Group } from '../domain/group.ts';
import type { Texts } from '../texts/index.ts';
import { modal, section, userInput } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { memberIn } from './group-point.ts';
import { Form, type Read, type Values } from './values.ts';

export const handOverField = 'to';

/** The open round to another member. */
export function handOverView({ channel, round }: Group, texts: Texts): ModalView {
  const t = texts.group.handOver;
  const labels = { title: t.title, submit: t.submit, close: texts.close };
  return modal({ callback: groupForms.handOver, ...labels, metadata: groupMetadata(channel, round?.id) }, [
    section(t.intro),
    userInput({ id: handOverField, label: t.to }),
  ]);
}

export function readHandOver(members: string[], values: Values, texts: Texts): Read<string> {
  const form = new Form(values, texts);
  return form.read(memberIn(form, handOverField, members, texts));
}
