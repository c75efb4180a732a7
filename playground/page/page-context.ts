import { createContext, useContext } from 'react';
import type { Requests, State } from '../contract.ts';
import type { Confirm } from './blocks/types.ts';
import type { Calendar } from './dates.ts';
import type { Texts } from './texts.ts';

/** What every part of the page needs; kept in one context so that blocks deep down need no plumbing. */
export type Page = {
  state: State;
  t: Texts;
  calendar: Calendar;
  busy: boolean;
  /** Sends, shows the server's sentence if it refuses, and resolves when the new state is on the page. */
  post: <P extends keyof Requests>(path: P, body: Requests[P]) => Promise<boolean>;
  confirm: (question: Confirm) => Promise<boolean>;
};

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage outside the page');
  return page;
}
