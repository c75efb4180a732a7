import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';

/** Instead of what the page can't draw: a file's field, a menu that asks the app for its options, tomorrow's block. */
export function Unknown({ type }: { type: string }): ReactNode {
  const { t } = usePage();
  return <p className="block-unknown">{t.cannotDraw(type)}</p>;
}
