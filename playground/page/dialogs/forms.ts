import { useEffect, useState } from 'react';
import type { OpenView, Values } from '../../contract.ts';
import type { View } from '../blocks/types.ts';
import { seed } from '../blocks/values.ts';

const blocksOf = (open: OpenView) => (open.view as unknown as View).blocks;

/**
 * What is filled in, per view of the stack: it survives updates, field errors, and a view pushed on top.
 * A view that has left the stack is forgotten.
 */
export function useForms(views: OpenView[]) {
  const [forms, setForms] = useState<Record<string, Values>>({});
  const current = seedAll(forms, views);
  useEffect(() => setForms((before) => seedAll(before, views)), [views]);
  return {
    valuesOf: (id: string): Values => current[id] ?? {},
    setValues: (id: string, values: Values) => setForms((before) => ({ ...before, [id]: values })),
  };
}

/** The very same object when nothing is new, so that React has nothing to do. */
function seedAll(forms: Record<string, Values>, views: OpenView[]): Record<string, Values> {
  const seeded = Object.fromEntries(
    views.map((open) => [open.id, seed(forms[open.id] ?? {}, blocksOf(open))]),
  );
  const same =
    Object.keys(forms).length === views.length && views.every(({ id }) => forms[id] === seeded[id]);
  return same ? forms : seeded;
}
