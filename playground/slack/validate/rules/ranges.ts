import type { Problem } from '../shape.ts';
import type { At, Element } from './payload.ts';

type Bound = number | string | undefined;

const above = (low: Bound, high: Bound): boolean =>
  low !== undefined && high !== undefined && Number(low) > Number(high);

/** https://docs.slack.dev/reference/block-kit/block-elements/number-input-element and its siblings. */
function crossed({ it, pointer }: At<Element>): Problem[] {
  const pairs: [string, Bound, Bound][] = [
    ['length', it.min_length, it.max_length],
    ['lines', it.min_lines, it.max_lines],
    ['value', it.min_value, it.max_value],
  ];
  return pairs
    .filter(([, low, high]) => above(low, high))
    .map(([what]) => ({ pointer: `${pointer}/min_${what}`, message: `is above max_${what}` }));
}

/** Undocumented, but whoever got such a form could not send it without changing what we wrote. */
function outOfRange({ it, pointer }: At<Element>): Problem[] {
  const given = it.initial_value;
  if (typeof given !== 'string') return [];
  const isNumber = it.type === 'number_input';
  const size = isNumber ? given : [...given].length;
  const outside = isNumber
    ? above(it.min_value, size) || above(size, it.max_value)
    : above(size, it.max_length);
  return outside ? [{ pointer: `${pointer}/initial_value`, message: 'is outside what may be entered' }] : [];
}

function decimals({ it, pointer }: At<Element>): Problem[] {
  if (it.is_decimal_allowed !== false) return [];
  return (['initial_value', 'min_value', 'max_value'] as const)
    .filter((key) => String(it[key] ?? '').includes('.'))
    .map((key) => ({ pointer: `${pointer}/${key}`, message: 'decimals are not allowed here' }));
}

export const problemsOfRange = (element: At<Element>): Problem[] => [
  ...crossed(element),
  ...outOfRange(element),
  ...decimals(element),
];
