import type { Language } from './person.ts';
import type { Zone } from './time.ts';

/** What a workspace decides for its people. One function, so that settings can take over from the defaults. */
export type Workspace = { language: Language; zone: Zone };

export function workspaceOf(_tenant: string): Workspace {
  return { language: 'da', zone: 'Europe/Copenhagen' };
}
