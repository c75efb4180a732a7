import type { ReactNode } from 'react';
import { usePage } from './page-context.ts';
import { languageOf, tourTextsFor } from './tour/texts.ts';

/** The two ways to begin: to be shown around, and to have everything new. */
export function Beginnings({ onTour, onRestart }: { onTour: () => void; onRestart: () => void }): ReactNode {
  const { state, t } = usePage();
  return (
    <div className="beginnings">
      <button type="button" onClick={onTour}>
        {tourTextsFor(languageOf(state.me.locale)).name}
      </button>
      <button type="button" onClick={onRestart}>
        {t.restart}
      </button>
    </div>
  );
}
