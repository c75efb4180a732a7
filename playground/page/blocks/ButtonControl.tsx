import type { ReactNode } from 'react';
import { plain, SafeLink } from './mrkdwn.tsx';
import { useAct } from './surface.ts';
import type { Element } from './types.ts';

export function ButtonControl({ element, block }: { element: Element; block: string }): ReactNode {
  const act = useAct();
  const className = `button ${element.style ?? ''}`;
  const press = () => {
    const value = element.value === undefined ? {} : { value: element.value };
    void act(block, element, { ...value, text: element.text });
  };
  if (element.url !== undefined) {
    return (
      <SafeLink className={className} href={element.url} onClick={press}>
        {plain(element.text)}
      </SafeLink>
    );
  }
  return (
    <button
      type="button"
      className={className}
      aria-label={element.accessibility_label}
      data-action={element.action_id}
      onClick={press}
    >
      {plain(element.text)}
    </button>
  );
}
