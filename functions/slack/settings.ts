import { isRefusal } from '../../shared/domain/refusal.ts';
import { changeMine, changeWorkspace } from '../../shared/domain/settings.ts';
import { defaultWorkingTime } from '../../shared/domain/slots.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { mySettingsFields, mySettingsView, readMySettings } from '../../shared/views/settings.ts';
import { talkView } from '../../shared/views/talk.ts';
import { readWorkspaceSettings, workspaceSettingsView } from '../../shared/views/workspace-settings.ts';
import { refused } from './buttons.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import type { CommandReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Settings: one's own, and the workspace's for its admins; and whom to talk to. */

export function settingsCommand({ person, texts }: Visit): CommandReply {
  return { show: mySettingsView(person, texts) };
}

export const openSettings: ActionListener = ({ person, texts }) => ({ show: mySettingsView(person, texts) });

export const submitMySettings: SubmitListener = async (visit, view) => {
  const { person, texts } = visit;
  const read = readMySettings(person.workingTime ?? defaultWorkingTime, view.state.values, texts);
  if ('errors' in read) return read;
  const spoken = read.value.language ?? (await visit.spokenLanguage());
  const changed = await visit.change('change-settings', (current) => changeMine(current, read.value, spoken));
  if (isRefusal(changed)) {
    const field = mySettingsFields[changed.refusal];
    const sentence = texts.refusals[changed.refusal];
    return field ? { errors: { [field]: sentence } } : { error: sentence };
  }
  // In the language that was chosen just now.
  const chosen = textsIn(changed.profile.language);
  return { show: noticeView(chosen.settings.mine.title, [chosen.settings.mine.saved], chosen) };
};

export const openWorkspaceSettings: ActionListener = async (visit) =>
  (await visit.maySetWorkspace())
    ? { show: workspaceSettingsView(visit.workspace, visit.texts) }
    : refused(visit, { refusal: 'not-admin' });

export const submitWorkspaceSettings: SubmitListener = async (visit, view) => {
  const { texts } = visit;
  const read = readWorkspaceSettings(view.state.values, texts);
  if ('errors' in read) return read;
  const changed = await visit.changeWorkspace((workspace) => changeWorkspace(workspace, read.value));
  if (isRefusal(changed)) return { error: texts.refusals['not-admin'] };
  const t = texts.settings.workspace;
  return { show: noticeView(t.title, [t.saved], texts) };
};

/** Nothing is read but the workspace's contacts, and nothing remembers it. */
export const talkToSomeone: ActionListener = ({ workspace, texts }) => ({ push: talkView(workspace, texts) });
