import type { ModalView } from '@slack/types';
import { leastThresholds } from '../domain/anonymity.ts';
import type { WorkspaceInput } from '../domain/settings.ts';
import type { Pause } from '../domain/slots.ts';
import { addDays, dateFrom, type PlainDate } from '../domain/time.ts';
import { type Contact, mostKeptDays, type Workspace } from '../domain/workspace.ts';
import type { Texts } from '../texts/index.ts';
import { checkboxInput, modal, radioInput, section, selectInput, textInput, usersInput } from './blocks.ts';
import { Form, type Read, type Values } from './values.ts';

export const workspaceForm = 'workspace-settings';

const ids = {
  contacts: 'contacts',
  // The modal of one's own settings gives way to this one, and Slack keeps what a field of the same id holds.
  language: 'workspace-language',
  sameForAll: 'same-for-all',
  closed: 'closed',
  controller: 'controller',
  legalBasis: 'legal-basis',
  threshold: 'threshold',
  keptDays: 'kept-days',
  admins: 'admins',
};
const languageValues = ['da', 'en'] as const;
const thresholdValues = ['5', '6', '7', '8', '10', '12'] as const;
const keptValues = ['30', '14', '7', '1'] as const;
const most = { lines: 10, line: 120, text: 1200, controller: 80, legalBasis: 500, admins: 10 } as const;

/** What holds for everybody; for admins. */
export function workspaceSettingsView(workspace: Workspace, texts: Texts): ModalView {
  const t = texts.settings.workspace;
  const labels = { title: t.title, submit: texts.save, close: texts.close };
  const lines = { multiline: true, optional: true, most: most.text };
  return modal({ callback: workspaceForm, ...labels }, [
    section(t.intro),
    textInput({
      ...{ id: ids.contacts, label: t.contacts, hint: t.contactsHint, ...lines },
      value: workspace.contacts.map(({ name, reach }) => `${name}: ${reach}`).join('\n'),
    }),
    radioInput({
      id: ids.language,
      label: t.language,
      choices: languageValues.map((value) => ({ value, label: t.languages[value] })),
      value: workspace.language,
    }),
    checkboxInput({
      id: ids.sameForAll,
      label: t.sameForAll,
      choices: [{ value: 'yes', label: t.sameForAllChoice }],
      values: workspace.sameForAll ? ['yes'] : [],
      optional: true,
    }),
    textInput({
      ...{ id: ids.closed, label: t.closed, hint: t.closedHint, ...lines },
      value: workspace.closed.map(({ from, until }) => `${from} – ${addDays(until, -1)}`).join('\n'),
    }),
    textInput({
      ...{ id: ids.controller, label: t.controller, hint: t.controllerHint, most: most.controller },
      value: workspace.controller,
      optional: true,
    }),
    textInput({
      ...{ id: ids.legalBasis, label: t.legalBasis, hint: t.legalBasisHint, most: most.legalBasis },
      value: workspace.legalBasis,
      multiline: true,
      optional: true,
    }),
    selectInput({
      id: ids.threshold,
      label: t.threshold,
      choices: thresholdValues.map((value) => ({ value, label: value })),
      value: String(workspace.thresholds.group),
    }),
    selectInput({
      id: ids.keptDays,
      label: t.keptDays,
      choices: keptValues.map((value) => ({ value, label: t.days(Number(value)) })),
      value: String(workspace.keptDays),
    }),
    usersInput({
      ...{ id: ids.admins, label: t.admins, hint: t.adminsHint, users: workspace.admins },
      most: most.admins,
      optional: true,
    }),
  ]);
}

/** Each line that can't be read is told in its field. The last day of a period is a day off too. */
export function readWorkspaceSettings(values: Values, texts: Texts): Read<WorkspaceInput> {
  const form = new Form(values, texts);
  const input: WorkspaceInput = {
    contacts: linesIn(form, ids.contacts, contactIn, texts.settings.errors.contact, texts),
    language: form.choice(ids.language, languageValues),
    sameForAll: form.optionalChoices(ids.sameForAll, ['yes']).length > 0,
    closed: linesIn(form, ids.closed, periodIn, texts.settings.errors.period, texts),
    controller: form.optionalText(ids.controller, most.controller),
    legalBasis: form.optionalText(ids.legalBasis, most.legalBasis),
    threshold: Math.max(Number(form.choice(ids.threshold, thresholdValues)), leastThresholds.group),
    keptDays: Math.min(Number(form.choice(ids.keptDays, keptValues)), mostKeptDays),
    admins: form.users(ids.admins),
  };
  return form.read(input);
}

function linesIn<T>(
  form: Form,
  id: string,
  read: (line: string) => T | undefined,
  wrong: (line: string) => string,
  texts: Texts,
): T[] {
  const lines = (form.optionalText(id, most.text) ?? '').split('\n').map((line) => line.trim());
  const written = lines.filter((line) => line !== '');
  if (written.length > most.lines) form.errors[id] = texts.settings.errors.tooMany(most.lines);
  return written.flatMap((line) => {
    const value = read(line);
    if (value === undefined) form.errors[id] ??= wrong([...line].slice(0, 60).join(''));
    return value === undefined ? [] : [value];
  });
}

function contactIn(line: string): Contact | undefined {
  const [, name = '', reach = ''] = /^([^:]+):\s*(.+)$/.exec(line) ?? [];
  const [who, how] = [name, reach].map((part) => [...part.trim()].slice(0, most.line).join(''));
  return who && how ? { name: who, reach: how } : undefined;
}

/** `2027-07-12 til 2027-07-25`, or a single day. */
function periodIn(line: string): Pause | undefined {
  const dates = line.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const [from, to = from] = dates;
  if (!(isDate(from) && isDate(to)) || to < from || dates.length > 2) return undefined;
  return { from, until: addDays(to, 1) };
}

const isDate = (written: string | undefined): written is PlainDate =>
  written !== undefined && dateFrom(written, written) !== undefined;
