import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { usePage } from '../page-context.ts';
import { lengthOf } from './check.ts';
import { type ControlProps, controlAttributes } from './control.ts';
import { plain } from './mrkdwn.tsx';
import { contentOf } from './values.ts';

const inputTypes: Record<string, string> = {
  email_text_input: 'email',
  url_text_input: 'url',
  timepicker: 'time',
  datepicker: 'date',
};

/** One line or many, a number, an address, a date or a time: all are a string in one slot. */
export function TextField(props: ControlProps): ReactNode {
  const { element, field } = props;
  const content = contentOf(element, field.value);
  const value = typeof content === 'string' ? content : '';
  const counter = useId();
  const left = element.max_length === undefined ? undefined : element.max_length - lengthOf(value);
  // A limit far away is only noise.
  const counts = left !== undefined && left <= Math.max(20, (element.max_length ?? 0) / 5);
  const attributes = {
    ...controlAttributes(props),
    'aria-describedby': [props.describedBy, counts && counter].filter(Boolean).join(' ') || undefined,
    className: 'control',
    placeholder: plain(element.placeholder),
    value,
    // Slack says null for nothing.
    onChange: (event: { target: { value: string } }) => enter(props, event.target.value || null),
    onKeyDown: (event: KeyboardEvent) => pressed(props, event),
  };
  return (
    <>
      {element.multiline ? (
        <textarea {...attributes} rows={3} />
      ) : (
        <input
          {...attributes}
          type={inputTypes[element.type] ?? 'text'}
          inputMode={element.type === 'number_input' ? 'decimal' : undefined}
          autoComplete="off"
        />
      )}
      {counts && <Counter id={counter} left={left} />}
    </>
  );
}

function enter({ field, element, dispatching }: ControlProps, text: string | null): void {
  field.change(text);
  if (dispatching && element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered')) {
    field.dispatch(text);
  }
}

/** Enter in a dispatching field is sent to the app and must not submit the form. */
function pressed({ element, dispatching, field }: ControlProps, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !dispatching || element.multiline || !element.type.endsWith('_input')) return;
  event.preventDefault();
  field.dispatch();
}

function Counter({ id, left }: { id: string; left: number }): ReactNode {
  const { t } = usePage();
  return (
    <p id={id} className={left < 0 ? 'counter over' : 'counter'}>
      {left < 0 ? t.over(-left) : t.left(left)}
    </p>
  );
}
