import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { type ControlProps, controlAttributes } from './control.ts';
import { plain } from './mrkdwn.tsx';
import { type Option, optionsOf } from './types.ts';
import { contentOf } from './values.ts';

/** A menu of the app's own options, grouped if they came so. */
export function OptionSelect(props: ControlProps): ReactNode {
  const { element, field } = props;
  const chosen = contentOf(element, field.value) as Option | null | undefined;
  const choose = (value: string) =>
    field.change(optionsOf(element).find((option) => option.value === value) ?? null);
  return (
    <Menu {...props} value={chosen?.value ?? ''} onChoose={choose}>
      {element.option_groups
        ? element.option_groups.map((group) => (
            <optgroup key={plain(group.label)} label={plain(group.label)}>
              {drawOptions(group.options)}
            </optgroup>
          ))
        : drawOptions(element.options ?? [])}
    </Menu>
  );
}

const drawOptions = (options: Option[]) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {plain(option.text)}
    </option>
  ));

/** A menu of people or conversations, whose value is only the id. */
export function SimpleSelect(props: ControlProps & { choices: { id: string; name: string }[] }): ReactNode {
  const { element, field, choices } = props;
  const chosen = contentOf(element, field.value);
  return (
    <Menu
      {...props}
      value={typeof chosen === 'string' ? chosen : ''}
      onChoose={(id) => field.change(id || null)}
    >
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Menu>
  );
}

type MenuProps = ControlProps & { value: string; onChoose: (value: string) => void; children: ReactNode };

function Menu(props: MenuProps): ReactNode {
  const { t } = usePage();
  const { value, onChoose, children, element, optional } = props;
  return (
    <select
      {...controlAttributes(props)}
      className={value === '' ? 'control unset' : 'control'}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {/* What must be answered can't be taken back to nothing. */}
      <option value="" disabled={!optional}>
        {plain(element.placeholder) || t.choose}
      </option>
      {children}
    </select>
  );
}
