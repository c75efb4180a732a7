import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../shape.ts';
import { type At, type Element, each, type Option, repeated } from './payload.ts';

function optionsOf({ it, pointer }: At<Element>): At<Option>[] {
  const groups = each(it.option_groups ?? [], `${pointer}/option_groups`);
  return [
    ...each(it.options ?? [], `${pointer}/options`),
    ...groups.flatMap((group) => each(group.it.options, `${group.pointer}/options`)),
  ];
}

function chosenOf({ it, pointer }: At<Element>): At<Option>[] {
  const one = it.initial_option ? [{ it: it.initial_option, pointer: `${pointer}/initial_option` }] : [];
  return [...one, ...each(it.initial_options ?? [], `${pointer}/initial_options`)];
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object: "a unique string value". */
function repeatedValues(options: At<Option>[]): Problem[] {
  return repeated(options, (option) => option.value).map(({ it, pointer }) => ({
    pointer: `${pointer}/value`,
    message: `value is already used: ${it.value}`,
  }));
}

/** "Exactly matches one of the options": text, value and description. */
export function problemsOfOptions(element: At<Element>): Problem[] {
  const options = optionsOf(element);
  const strangers = chosenOf(element).filter(
    (chosen) => !options.some((option) => isDeepStrictEqual(option.it, chosen.it)),
  );
  return [
    ...repeatedValues(options),
    ...strangers.map(({ pointer }) => ({ pointer, message: 'is not among the options' })),
  ];
}
