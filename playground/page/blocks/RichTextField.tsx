import type { ReactNode } from 'react';
import { type ControlProps, controlAttributes } from './control.ts';
import { plain } from './mrkdwn.tsx';
import { lettersOf, type RichTextValue, richTextOf } from './rich-text.ts';
import { contentOf } from './values.ts';

/** Slack's field with formatting; here its letters only, in Slack's shape. */
export function RichTextField(props: ControlProps): ReactNode {
  const content = contentOf(props.element, props.field.value) as RichTextValue | null | undefined;
  return (
    <textarea
      {...controlAttributes(props)}
      className="control"
      rows={4}
      placeholder={plain(props.element.placeholder)}
      value={content ? lettersOf(content) : ''}
      onChange={({ target: { value } }) => props.field.change(value === '' ? null : richTextOf(value))}
    />
  );
}
