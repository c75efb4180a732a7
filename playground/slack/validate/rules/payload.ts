/** What the rules read of a payload whose shape has been checked. */

export type Option = { value: string };

export type Element = {
  type: string;
  action_id?: string;
  options?: Option[];
  option_groups?: { options: Option[] }[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: unknown;
  is_decimal_allowed?: boolean;
  min_length?: number;
  max_length?: number;
  min_lines?: number;
  max_lines?: number;
  min_value?: string;
  max_value?: string;
  focus_on_load?: boolean;
  response_url_enabled?: boolean;
};

export type Series = { name: string; data: { label: string }[] };
export type Chart = { type: string; series?: Series[]; axis_config?: { categories: string[] } };

export type Block = {
  type: string;
  block_id?: string;
  elements?: Element[];
  element?: Element;
  accessory?: Element;
  chart?: Chart;
  text?: unknown;
};

export type View = { type: 'modal' | 'home'; submit?: unknown; blocks: Block[] };
export type Message = { text: string; blocks?: Block[] };

/** A part of the payload and the way to it. */
export type At<T> = { it: T; pointer: string };

export const each = <T>(items: T[], pointer: string): At<T>[] =>
  items.map((it, index) => ({ it, pointer: `${pointer}/${index}` }));

/** The interactive elements of a block; a context's images and a rich text's parts are not. */
export function elementsOf({ it, pointer }: At<Block>): At<Element>[] {
  if (it.type === 'actions') return each(it.elements ?? [], `${pointer}/elements`);
  if (it.element) return [{ it: it.element, pointer: `${pointer}/element` }];
  return it.accessory ? [{ it: it.accessory, pointer: `${pointer}/accessory` }] : [];
}

/** Those that were there before, under the name they share. */
export function repeated<T>(items: At<T>[], nameOf: (item: T) => string | undefined): At<T>[] {
  const seen = new Set<string>();
  return items.filter(({ it }) => {
    const name = nameOf(it);
    if (name === undefined) return false;
    const again = seen.has(name);
    seen.add(name);
    return again;
  });
}
