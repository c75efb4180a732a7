import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { type ControlProps, controlAttributes } from './control.ts';
import { localFromSeconds, secondsFromLocal } from './date-time.ts';
import { contentOf } from './values.ts';

/** A day and a time in the person's own zone; the app gets seconds since 1970. */
export function DateTimeField(props: ControlProps): ReactNode {
  const { zone } = usePage().state.me;
  const content = contentOf(props.element, props.field.value);
  return (
    <input
      {...controlAttributes(props)}
      type="datetime-local"
      className="control"
      value={typeof content === 'number' ? localFromSeconds(content, zone) : ''}
      onChange={({ target: { value } }) =>
        props.field.change(value === '' ? null : secondsFromLocal(value, zone))
      }
    />
  );
}
