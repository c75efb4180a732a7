import { useEffect, useState } from 'react';
import type { State } from '../../contract.ts';
import { type Kept, readKept, writeKept } from './kept.ts';
import { factsOf, steps } from './steps.ts';
import type { Language } from './texts.ts';

export type Tour = {
  kept: Kept;
  /** From its beginning, or from where it was left. */
  open: () => void;
  begin: () => void;
  leave: () => void;
  goOn: () => void;
  speak: (language: Language) => void;
};

/** Where the visitor is in the tour. It goes on by itself when the page shows that a step was done. */
export function useTour(state: State, conversation: string | undefined): Tour {
  const [kept, setKept] = useState(readKept);
  const change = (changed: Partial<Kept>) =>
    setKept((before) => {
      const after = { ...before, ...changed };
      writeKept(after);
      return after;
    });
  const facts = factsOf(state, conversation, kept);
  const { me } = facts;
  const step = kept.stage === 'on' ? steps[kept.step] : undefined;
  // Until the follow-up is answered, only the one who made the agreement can do it.
  const isTheirs = step?.id !== 'answer' || me === kept.leader;
  const isDone = step?.isDone?.(facts) === true && isTheirs;
  const goOn = () =>
    change({
      step: kept.step + 1,
      wasMe: me,
      leader: step?.id === 'rhythm' || step?.id === 'time' ? me : kept.leader,
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that was done is the only reason to go on
  useEffect(() => {
    if (isDone) goOn();
  }, [isDone, kept.step]);
  const begin = () => change({ stage: 'on', step: 0, wasMe: me, leader: me });
  return {
    kept,
    begin,
    open: () => (kept.step > 0 && kept.step < steps.length ? change({ stage: 'on' }) : begin()),
    leave: () => change({ stage: 'left' }),
    goOn,
    speak: (language) => change({ language }),
  };
}
