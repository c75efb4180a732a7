import type { Json } from '../../playground/slack/state.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const option = (value: string): Json => ({ text: plain(value), value });
const options = ['Ro', 'Tid', 'Sparring'].map(option);
const input = (label: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: 'field', ...element },
  optional: true,
  ...more,
});

const written = [
  input('Kort tekst', { type: 'plain_text_input', min_length: 3, max_length: 10 }, { optional: false }),
  input('Lang tekst', { type: 'plain_text_input', multiline: true }, { hint: plain('Skriv frit.') }),
  input('E-mail', { type: 'email_text_input' }),
  input('Adresse', { type: 'url_text_input' }),
  input('Tal', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '5' }),
  input('Rig tekst', { type: 'rich_text_input' }),
];

const chosen = [
  input('Felter', { type: 'checkboxes', options, initial_options: [options[1]] }),
  input('Knapper', { type: 'radio_buttons', options }),
  input('Menu', { type: 'static_select', options }),
  input('Grupper', {
    type: 'static_select',
    option_groups: [{ label: plain('Det første'), options }],
  }),
  input('Flere valg', { type: 'multi_static_select', options, max_selected_items: 2 }),
];

const picked = [
  input('Person', { type: 'users_select', initial_user: 'U0PETER' }),
  input('Personer', { type: 'multi_users_select' }),
  input('Kanal', { type: 'channels_select' }),
  input('Kanaler', { type: 'multi_channels_select' }),
  input('Samtale', { type: 'conversations_select' }),
  input('Samtaler', { type: 'multi_conversations_select', filter: { include: ['private'] } }),
  input('Dato', { type: 'datepicker', initial_date: '2026-12-01' }),
  input('Klokkeslæt', { type: 'timepicker', initial_time: '09:00' }),
  // 2 December 2026, 13:30 in Copenhagen.
  input('Dag og tid', { type: 'datetimepicker', initial_date_time: 1_796_214_600 }),
];

const pressed: Json[] = [
  { type: 'alert', level: 'warning', text: plain('Det her er kun en prøve.') },
  {
    type: 'actions',
    block_id: 'actions',
    elements: [
      { type: 'button', action_id: 'plain', text: plain('Gør noget') },
      {
        type: 'button',
        action_id: 'danger',
        text: plain('Slet det'),
        style: 'danger',
        confirm: {
          title: plain('Vil du slette det?'),
          text: plain('Det kan ikke fortrydes.'),
          confirm: plain('Slet'),
          deny: plain('Behold'),
          style: 'danger',
        },
      },
      { type: 'overflow', action_id: 'more', options },
    ],
  },
];

/** A modal with one of every element, each under a label of its own. */
export const everyInput: Json = {
  type: 'modal',
  title: plain('Alle felter'),
  submit: plain('Gem'),
  close: plain('Fortryd'),
  blocks: [...pressed, ...written, ...chosen, ...picked],
};

const cell = (text: string): Json => ({ type: 'raw_text', text });
const line = (text: string, style?: Json): Json => ({
  type: 'rich_text_section',
  elements: [{ type: 'text', text, ...(style && { style }) }],
});

/** A message with every block that only shows something. */
export const everyBlock: Json[] = [
  { type: 'header', text: plain('Tre måneder') },
  { type: 'section', text: { type: 'mrkdwn', text: '*Fed*, _kursiv_, ~streget~ og `kode`\n>Et citat' } },
  {
    type: 'rich_text',
    elements: [
      line('Fed', { bold: true }),
      { type: 'rich_text_list', style: 'bullet', elements: [line('Det ene'), line('Det andet')] },
      { type: 'rich_text_list', style: 'ordered', elements: [line('Først'), line('Siden')] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Citat' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'let a = 1' }] },
    ],
  },
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }],
    rows: [
      [cell('Runde'), cell('Bidrag')],
      [cell('Første'), cell('4')],
      [cell('Anden'), cell('6')],
    ],
  },
  {
    type: 'data_visualization',
    title: 'Fremdrift',
    chart: {
      type: 'line',
      series: [
        {
          name: 'Punkt 1',
          data: [
            { label: 'Uge 1', value: 1 },
            { label: 'Uge 3', value: 3 },
          ],
        },
      ],
      axis_config: { categories: ['Uge 1', 'Uge 3'], x_label: 'Uge', y_label: 'Trin' },
    },
  },
  { type: 'divider' },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Kun <@U0PETER> ser det her.' }] },
];
