import { type ReactNode, useEffect, useRef } from 'react';
import { usePage } from '../page-context.ts';
import type { Typeahead } from './use-suggestions.ts';

/** The focus stays in the text; which option is meant is told by `aria-activedescendant` there. */
export function Suggestions({ list, active, id, take }: Typeahead): ReactNode {
  const { t } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (list.length === 0) return null;
  return (
    <div className="suggestions" role="listbox" aria-label={t.suggestions} id={id} ref={box} tabIndex={0}>
      {list.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
        <div
          key={suggestion.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="suggestion"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion)}
        >
          <strong>{suggestion.name}</strong> <span>{suggestion.about}</span>
        </div>
      ))}
    </div>
  );
}
