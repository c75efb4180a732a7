import { type ReactNode, useId } from 'react';
import { usePage } from '../page-context.ts';
import { FieldControl } from './FieldControl.tsx';
import { plain, RichText } from './mrkdwn.tsx';
import { useField } from './surface.ts';
import type { Block, Element } from './types.ts';

const isGroup = ({ type }: Element) => /^(radio_buttons|checkboxes|multi_\w+)$/.test(type);

type Props = { block: Block; element: Element; id: string; error: string | undefined };

/** A labelled field. A group of choices is a fieldset with its label as legend, anything else a label for one. */
export function InputBlock({ block, element, id, error }: Props): ReactNode {
  const dispatching = block.dispatch_action === true;
  const field = useField(id, element, dispatching && !element.type.endsWith('_input'));
  const dom = useId();
  const describedBy =
    [error && `${dom}-error`, block.hint && `${dom}-hint`].filter(Boolean).join(' ') || undefined;
  const control = (
    <FieldControl
      element={element}
      field={field}
      id={dom}
      label={undefined}
      describedBy={describedBy}
      optional={block.optional === true}
      invalid={error !== undefined}
      dispatching={dispatching}
    />
  );
  const notes = <Notes dom={dom} error={error} block={block} />;
  if (!isGroup(element)) {
    return (
      <div className="input">
        <label className="label" htmlFor={dom}>
          <Label block={block} />
        </label>
        {control}
        {notes}
      </div>
    );
  }
  return (
    <fieldset
      className="input"
      aria-describedby={describedBy}
      {...(element.type === 'radio_buttons' && radioGroup(block, error !== undefined))}
    >
      <legend className="label">
        <Label block={block} />
      </legend>
      {control}
      {notes}
    </fieldset>
  );
}

/** Unlike a plain group, a group of radio buttons can be required and invalid. */
const radioGroup = (block: Block, invalid: boolean) => ({
  role: 'radiogroup',
  'aria-required': block.optional !== true,
  'aria-invalid': invalid,
});

function Label({ block }: { block: Block }): ReactNode {
  const { t } = usePage();
  return (
    <>
      {plain(block.label)}
      {block.optional && <span className="optional"> {t.optional}</span>}
    </>
  );
}

function Notes({ dom, error, block }: { dom: string; error: string | undefined; block: Block }): ReactNode {
  return (
    <>
      {error && (
        <p className="error" id={`${dom}-error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${dom}-hint`}>
          <RichText text={block.hint} />
        </p>
      )}
    </>
  );
}
