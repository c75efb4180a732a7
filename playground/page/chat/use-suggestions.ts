import { type KeyboardEvent, useId, useState } from 'react';
import { usePage } from '../page-context.ts';
import { commandsFor } from './commands.ts';
import { firstMeant, type Suggestion, suggestionsFor } from './suggest.ts';

export type Typeahead = {
  list: Suggestion[];
  /** The index of the one that Enter takes; -1 for none. */
  active: number;
  /** The DOM id of the list; an option's has its index after it. */
  id: string;
  take: (suggestion: Suggestion) => void;
  /** True when the key was meant for the list. */
  pressed: (event: KeyboardEvent) => boolean;
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The list that opens while one types: arrows choose, Enter or Tab takes, Escape closes it until something is typed. */
export function useSuggestions(text: string, setText: (text: string) => void, isWanted: boolean): Typeahead {
  const { state } = usePage();
  const id = useId();
  const [chosen, setChosen] = useState<{ text: string; index: number }>();
  const [closedAt, setClosedAt] = useState<string>();
  const found = isWanted ? suggestionsFor(text, commandsFor(state.me.locale), state.people) : [];
  const list = closedAt === text ? [] : found;
  const active = chosen?.text === text ? chosen.index : firstMeant(text, list);

  const take = ({ fill }: Suggestion) => setText(fill);
  const move = (step: number) =>
    setChosen({ text, index: (Math.max(active, step > 0 ? -1 : 0) + step + list.length) % list.length });
  const pressed = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const step = steps[key];
    const suggestion = list[active];
    if (list.length === 0) return false;
    if (step !== undefined) move(step);
    else if (key === 'Escape') setClosedAt(text);
    else if ((key === 'Enter' || key === 'Tab') && suggestion && !shiftKey) take(suggestion);
    else return false;
    return true;
  };
  return { list, active, id, take, pressed };
}
