import type { ModalView } from '@slack/types';
import type { Group } from '../domain/group.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { dateInput, modal, section } from './blocks.ts';
import { groupForms } from './group-actions.ts';
import { groupMetadata } from './group-parts.ts';
import { Form, type Read, type Values } from './values.ts';

/** The field that a refused date is told in. */
export const groupPauseField = 'until';

/** When the group begins again. */
export function groupPauseView(
  { channel, agreement }: Group,
  suggested: PlainDate,
  { group: { pause: t }, close }: Texts,
): ModalView {
  const metadata = groupMetadata(channel, agreement?.id);
  return modal({ callback: groupForms.pause, title: t.title, submit: t.submit, close, metadata }, [
    section(t.intro),
    dateInput({ id: groupPauseField, label: t.until, date: suggested }),
  ]);
}

export function readGroupPause(values: Values, texts: Texts): Read<PlainDate> {
  const form = new Form(values, texts);
  return form.read(form.date(groupPauseField));
}
