import { closingWeek, withClosingAhead } from './agenda.ts';
import { leastThresholds } from './anonymity.ts';
import type { Language, Person } from './person.ts';
import type { Refusal } from './refusal.ts';
import { sameIn } from './same.ts';
import { type Pause, slotRefusal, type WorkingTime } from './slots.ts';
import { type Contact, mostKeptDays, type Workspace } from './workspace.ts';

export type MySettings = {
  /** Undefined: as the workspace decides, or Slack says. */
  language: Language | undefined;
  workingTime: WorkingTime;
  reminders: boolean;
};

/** When, in which language, and whether once more: from the next look on. `spoken`: what Slack or the workspace says. */
export function changeMine(person: Person, input: MySettings, spoken: Language): Person | Refusal {
  const { language, workingTime, reminders } = input;
  const refused = slotRefusal(workingTime);
  if (refused) return refused;
  const { chosen: _, ...profile } = person.profile;
  const changed: Person = {
    ...person,
    workingTime,
    profile: {
      ...profile,
      language: language ?? spoken,
      ...(language === undefined ? {} : { chosen: language }),
    },
    noReminders: reminders ? undefined : true,
  };
  if (sameIn(person, changed, ['workingTime', 'profile', 'noReminders'])) return person;
  const closing = closingWeek(person);
  const isAhead = closing !== undefined && closing > (person.agreement?.settled ?? closing);
  return isAhead ? withClosingAhead(changed) : changed;
}

export type WorkspaceInput = {
  contacts: Contact[];
  language: Language;
  sameForAll: boolean;
  closed: Pause[];
  controller: string | undefined;
  legalBasis: string | undefined;
  threshold: number;
  keptDays: number;
  admins: string[];
};

/** Thresholds only ever go up from what everybody starts with, and what is kept only ever gets shorter. */
export function changeWorkspace(workspace: Workspace, input: WorkspaceInput): Workspace {
  const { contacts, language, sameForAll, closed, controller, legalBasis, threshold, keptDays, admins } =
    input;
  const changed: Workspace = {
    ...workspace,
    contacts,
    language,
    sameForAll: sameForAll || undefined,
    closed,
    controller,
    legalBasis,
    thresholds: { ...workspace.thresholds, group: Math.max(threshold, leastThresholds.group) },
    keptDays: Math.min(keptDays, mostKeptDays),
    admins,
  };
  const fields = Object.keys(changed) as (keyof Workspace)[];
  return sameIn(workspace, changed, fields) ? workspace : changed;
}

/** Whether people's own dates may be others now: then everybody is looked at again. */
export function movesDates(before: Workspace, after: Workspace): boolean {
  const began = before.contacts.length === 0 && after.contacts.length > 0;
  return began || !sameIn(before, after, ['closed', 'keptDays']);
}
