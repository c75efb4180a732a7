import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { OptionChoices, PeopleChoices } from './Choices.tsx';
import type { ControlProps } from './control.ts';
import { OptionSelect, SimpleSelect } from './Select.tsx';
import { TextField } from './TextField.tsx';

/** The native control for an element that holds a value. */
export function FieldControl(props: ControlProps): ReactNode {
  const { state } = usePage();
  switch (props.element.type) {
    case 'static_select':
      return <OptionSelect {...props} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
      return <OptionChoices {...props} />;
    case 'users_select':
      return <SimpleSelect {...props} choices={state.people} />;
    case 'multi_users_select':
      return <PeopleChoices {...props} />;
    case 'channels_select':
      return (
        <SimpleSelect {...props} choices={state.conversations.filter(({ kind }) => kind === 'channel')} />
      );
    case 'conversations_select':
      return <SimpleSelect {...props} choices={state.conversations} />;
    default:
      return <TextField {...props} />;
  }
}
