/**
 * Block Kit as the page reads it: one wide type per thing rather than `@slack/types`' unions, because the page
 * draws whatever comes and checks nothing. Whether a view is valid is for the fake Slack to say.
 */
export type Text = { type: 'plain_text' | 'mrkdwn'; text: string };

export type Option = { text: Text; value?: string; description?: Text; url?: string };

export type OptionGroup = { label: Text; options: Option[] };

export type Confirm = { title: Text; text: Text; confirm: Text; deny: Text; style?: 'primary' | 'danger' };

export type Element = {
  type: string;
  action_id?: string;
  text?: Text;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: Confirm;
  accessibility_label?: string;
  placeholder?: Text;
  options?: Option[];
  option_groups?: OptionGroup[];
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_selected_items?: number;
  focus_on_load?: boolean;
  alt_text?: string;
  /** Of a menu of conversations. */
  filter?: { include?: ('im' | 'mpim' | 'private' | 'public')[] };
  dispatch_action_config?: { trigger_actions_on?: string[] };
};

export type ContextElement = Text | { type: 'image'; alt_text: string };

export type Block = {
  type: string;
  block_id?: string;
  text?: Text;
  fields?: Text[];
  accessory?: Element;
  elements?: Element[];
  label?: Text;
  hint?: Text;
  element?: Element;
  optional?: boolean;
  dispatch_action?: boolean;
  title?: Text | string;
  alt_text?: string;
  level?: string;
  chart?: Chart;
  rows?: Cell[][];
  column_settings?: ({ align?: 'left' | 'center' | 'right' } | null)[];
};

/** Of a table. */
export type Cell = { type: string; text?: string; elements?: Element[] };

export type Chart = {
  type: 'line' | 'bar' | 'area' | 'pie';
  series?: { name: string; data: { label: string; value: number }[] }[];
  segments?: { label: string; value: number }[];
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
};

export type View = {
  type: string;
  title: Text;
  submit?: Text;
  close?: Text;
  clear_on_close?: boolean;
  blocks: Block[];
};

/** Slack gives every block an id; where none came, its place serves. */
export const blockId = (block: Block, index: number): string => block.block_id ?? `block-${index}`;

export const actionId = (element: Element): string => element.action_id ?? element.type;

export const optionsOf = (element: Element): Option[] =>
  element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
