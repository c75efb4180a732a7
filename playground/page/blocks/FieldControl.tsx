import type { ReactNode } from 'react';
import type { Conversation } from '../../contract.ts';
import { usePage } from '../page-context.ts';
import { IdChoices, OptionChoices } from './Choices.tsx';
import type { ControlProps } from './control.ts';
import { DateTimeField } from './DateTimeField.tsx';
import { RichTextField } from './RichTextField.tsx';
import { OptionSelect, SimpleSelect } from './Select.tsx';
import { TextField } from './TextField.tsx';
import type { Element } from './types.ts';
import { Unknown } from './Unknown.tsx';
import { holdsValue } from './values.ts';

/** The native control for an element that holds a value. */
export function FieldControl(props: ControlProps): ReactNode {
  const { people, conversations } = usePage().state;
  const { element } = props;
  if (!holdsValue(element)) return <Unknown type={element.type} />;
  switch (element.type) {
    case 'static_select':
      return <OptionSelect {...props} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
      return <OptionChoices {...props} />;
    case 'users_select':
      return <SimpleSelect {...props} choices={people} />;
    case 'multi_users_select':
      return <IdChoices {...props} choices={people} />;
    case 'channels_select':
      return <SimpleSelect {...props} choices={conversations.filter(isPublic)} />;
    case 'multi_channels_select':
      return <IdChoices {...props} choices={conversations.filter(isPublic)} />;
    case 'conversations_select':
      return <SimpleSelect {...props} choices={conversations.filter(includedBy(element))} />;
    case 'multi_conversations_select':
      return <IdChoices {...props} choices={conversations.filter(includedBy(element))} />;
    case 'datetimepicker':
      return <DateTimeField {...props} />;
    case 'rich_text_input':
      return <RichTextField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

const isPublic = ({ kind, marks }: Conversation): boolean => kind === 'channel' && !marks.includes('private');

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object/ */
const includedBy =
  ({ filter }: Element) =>
  (one: Conversation): boolean =>
    filter?.include?.includes(one.kind === 'dm' ? 'im' : isPublic(one) ? 'public' : 'private') ?? true;
