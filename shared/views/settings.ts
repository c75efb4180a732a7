import type { ModalView } from '@slack/types';
import type { Language, Person } from '../domain/person.ts';
import type { MySettings } from '../domain/settings.ts';
import { defaultWorkingTime, type WorkingTime } from '../domain/slots.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, checkboxInput, context, modal, radioInput } from './blocks.ts';
import { readWorkingTime, rhythmErrorFields, workingTimeInputs } from './rhythm.ts';
import { talkButton } from './talk.ts';
import { Form, type Read, type Values } from './values.ts';

export const mySettingsForm = 'my-settings';
export const openWorkspaceAction = 'open.workspace-settings';
export const mySettingsFields = rhythmErrorFields;

const ids = { language: 'language', reminders: 'reminders' };
const languageValues = ['slack', 'da', 'en'] as const;

/** When and how Trivsel may write to somebody. */
export function mySettingsView(person: Person, texts: Texts): ModalView {
  const t = texts.settings.mine;
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  return modal({ callback: mySettingsForm, ...labels }, [
    radioInput({
      id: ids.language,
      label: t.language,
      choices: languageValues.map((value) => ({ value, label: t.languages[value] })),
      value: person.profile.chosen ?? 'slack',
    }),
    ...workingTimeInputs(person.workingTime ?? defaultWorkingTime, texts),
    checkboxInput({
      id: ids.reminders,
      label: t.reminders,
      choices: [{ value: 'yes', label: t.remind }],
      values: person.noReminders ? [] : ['yes'],
      optional: true,
    }),
    context(`${t.slot} ${texts.rhythm.zoneNote(person.profile.zone)}`),
    actions('ways', [button(openWorkspaceAction, t.workspace), talkButton(texts)]),
  ]);
}

export function readMySettings(before: WorkingTime, values: Values, texts: Texts): Read<MySettings> {
  const form = new Form(values, texts);
  const chosen = form.choice(ids.language, languageValues);
  return form.read({
    language: chosen === 'slack' ? undefined : (chosen satisfies Language),
    workingTime: readWorkingTime(form, before),
    reminders: form.optionalChoices(ids.reminders, ['yes']).length > 0,
  });
}
