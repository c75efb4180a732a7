import type { Group } from './group.ts';
import type { PersonId } from './person.ts';

/** So many submissions are remembered: what is sent again is sent within minutes. */
const mostForms = 20;

const key = ({ user }: PersonId, form: string) => `${user} ${form}`;

/** The group that remembers a submission as carried out. */
export function withForm(group: Group, by: PersonId, form: string | undefined): Group {
  if (form === undefined || wasSent(group, by, form)) return group;
  return { ...group, forms: [...(group.forms ?? []), key(by, form)].slice(-mostForms) };
}

/**
 * Whether this very submission of theirs was carried out: then whoever sends it again, because the answer was lost, hears
 * that it was, also when it gave away what they needed for it.
 */
export function wasSent({ tenant, forms }: Group, by: PersonId, form: string | undefined): boolean {
  return form !== undefined && by.tenant === tenant && (forms?.includes(key(by, form)) ?? false);
}
