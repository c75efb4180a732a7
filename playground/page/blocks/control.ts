import type { Field } from './surface.ts';
import type { Element } from './types.ts';

export type ControlProps = {
  element: Element;
  field: Field;
  id: string;
  /** Only where no visible label points at the control. */
  label: string | undefined;
  describedBy?: string | undefined;
  optional: boolean;
  invalid: boolean;
  /** What is entered is also sent to the app at once. */
  dispatching: boolean;
};

/** The attributes every single control carries. */
export const controlAttributes = ({ id, label, describedBy, invalid, optional, element }: ControlProps) => ({
  id,
  'aria-label': label,
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  // Outside an input block nothing is required.
  'aria-required': (label === undefined && !optional) || undefined,
  'data-invalid': invalid || undefined,
  'data-focus-on-load': element.focus_on_load || undefined,
});
