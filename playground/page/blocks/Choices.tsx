import { type ReactNode, useId } from 'react';
import type { ControlProps } from './control.ts';
import { RichText } from './mrkdwn.tsx';
import { type Option, optionsOf } from './types.ts';
import { contentOf } from './values.ts';

/** Radio buttons, checkboxes, and the multi-select, which is friendlier as checkboxes too. */
export function OptionChoices(props: ControlProps): ReactNode {
  const { element, field } = props;
  const content = contentOf(element, field.value);
  if (element.type === 'radio_buttons') {
    const chosen = (content as Option | null | undefined)?.value;
    return (
      <Choices
        {...props}
        radio
        options={optionsOf(element)}
        isOn={(option) => option.value === chosen}
        toggle={field.change}
      />
    );
  }
  const chosen = (content ?? []) as Option[];
  const isOn = (option: Option) => chosen.some(({ value }) => value === option.value);
  const toggle = (picked: Option) =>
    // In the app's order, whatever order they were ticked in.
    field.change(optionsOf(element).filter((option) => isOn(option) !== (option.value === picked.value)));
  return <Choices {...props} options={optionsOf(element)} isOn={isOn} toggle={toggle} />;
}

type Choice = { id: string; name: string; role?: string };

/** People, channels or conversations, whose values are only their ids. */
export function IdChoices(props: ControlProps & { choices: Choice[] }): ReactNode {
  const chosen = (contentOf(props.element, props.field.value) ?? []) as string[];
  const options = props.choices.map(
    ({ id, name, role }): Option => ({
      value: id,
      text: { type: 'plain_text', text: name },
      ...(role && { description: { type: 'plain_text', text: role } }),
    }),
  );
  const toggle = ({ value = '' }: Option) =>
    props.field.change(chosen.includes(value) ? chosen.filter((id) => id !== value) : [...chosen, value]);
  return (
    <Choices {...props} options={options} isOn={({ value = '' }) => chosen.includes(value)} toggle={toggle} />
  );
}

type ChoicesProps = ControlProps & {
  options: Option[];
  radio?: true;
  isOn: (option: Option) => boolean;
  toggle: (option: Option) => void;
};

function Choices({ options, radio, isOn, toggle, id, label, element, invalid }: ChoicesProps): ReactNode {
  const name = useId();
  const choices = options.map((option, index) => (
    <label key={option.value} className="choice">
      <input
        // The first one answers for the group when the focus must go to it.
        id={index === 0 ? id : undefined}
        type={radio ? 'radio' : 'checkbox'}
        name={name}
        checked={isOn(option)}
        // Of radio buttons the group is invalid, not each one.
        aria-invalid={(invalid && !radio) || undefined}
        data-invalid={(index === 0 && invalid) || undefined}
        data-focus-on-load={(index === 0 && element.focus_on_load) || undefined}
        onChange={() => toggle(option)}
      />
      <span>
        <RichText text={option.text} />
        {option.description && (
          <span className="description">
            <RichText text={option.description} />
          </span>
        )}
      </span>
    </label>
  ));
  // Inside an input block the fieldset around us is the group.
  return (
    <div
      className={options.length > 10 ? 'choices long' : 'choices'}
      {...(label && { role: 'group', 'aria-label': label })}
    >
      {choices}
    </div>
  );
}
