import { type ReactNode, useId } from 'react';
import { ButtonControl } from './ButtonControl.tsx';
import { FieldControl } from './FieldControl.tsx';
import { plain } from './mrkdwn.tsx';
import { OverflowMenu } from './OverflowMenu.tsx';
import { Picture } from './Picture.tsx';
import { useField } from './surface.ts';
import type { Element } from './types.ts';
import { Unknown } from './Unknown.tsx';
import { holdsValue } from './values.ts';

type Props = { element: Element; block: string; label?: string };

/** An element outside an input block: whatever is done with it is sent at once. */
export function ElementControl({ element, block, label = '' }: Props): ReactNode {
  if (element.type === 'button') return <ButtonControl element={element} block={block} />;
  if (element.type === 'overflow') return <OverflowMenu element={element} block={block} />;
  if (element.type === 'image') return <Picture alt={element.alt_text ?? ''} />;
  if (!holdsValue(element)) return <Unknown type={element.type} />;
  return <LooseField element={element} block={block} label={label} />;
}

function LooseField({ element, block, label }: Required<Props>): ReactNode {
  const field = useField(block, element, true);
  const id = useId();
  const name = element.accessibility_label || plain(element.placeholder) || label;
  return (
    <FieldControl
      element={element}
      field={field}
      id={id}
      label={name}
      optional={false}
      invalid={false}
      dispatching
    />
  );
}
