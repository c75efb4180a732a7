import { describe, expect, test } from 'vitest';
import { type Problem, problemsOfMessage, problemsOfView } from '../../playground/slack/validate/index.ts';

type Json = Record<string, unknown>;

/** Counted in code points: each of these is one character to Slack and two to JavaScript. */
const long = (length: number): string => '𝒙'.repeat(length);
const plain = (text = 'Tekst'): Json => ({ type: 'plain_text', text });
const mrkdwn = (text = '*Tekst*'): Json => ({ type: 'mrkdwn', text });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const divider: Json = { type: 'divider' };
const image: Json = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'Et billede' };
const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn(), ...more });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const input = (element: Json, more: Json = {}): Json => ({ type: 'input', label: plain(), element, ...more });
const context = (...elements: Json[]): Json => ({ type: 'context', elements });
const alert = (more: Json = {}): Json => ({ type: 'alert', text: mrkdwn(), ...more });

const button = (more: Json = {}): Json => ({ type: 'button', text: plain(), ...more });
const option = (value = 'a', more: Json = {}): Json => ({ text: plain(), value, ...more });
const options = (count: number): Json[] => times(count, (index) => option(`${index}`));
const group = (more: Json = {}): Json => ({ label: plain(), options: [option()], ...more });
const select = (more: Json = {}): Json => ({ type: 'static_select', options: options(2), ...more });
const multiSelect = (more: Json = {}): Json => ({
  type: 'multi_static_select',
  options: options(2),
  ...more,
});
const radio = (more: Json = {}): Json => ({ type: 'radio_buttons', options: options(2), ...more });
const checkboxes = (more: Json = {}): Json => ({ type: 'checkboxes', options: options(2), ...more });
const overflow = (more: Json = {}): Json => ({ type: 'overflow', options: options(2), ...more });
const textInput = (more: Json = {}): Json => ({ type: 'plain_text_input', ...more });
const numberInput = (more: Json = {}): Json => ({ type: 'number_input', is_decimal_allowed: false, ...more });
const confirm = (more: Json = {}): Json => ({
  title: plain(),
  text: plain(),
  confirm: plain(),
  deny: plain(),
  ...more,
});

const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
const words = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements });
const richList = (more: Json = {}): Json => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: [words({ type: 'text', text: 'Et' })],
  ...more,
});
const richInput = (more: Json = {}): Json => ({ type: 'rich_text_input', action_id: 'a', ...more });

const cell = (text = '1'): Json => ({ type: 'raw_text', text });
const table = (rows: Json[][], more: Json = {}): Json => ({ type: 'table', rows, ...more });
const markdown = (text = '# Tekst'): Json => ({ type: 'markdown', text });
const labels = (count: number): string[] => times(count, (index) => `Runde ${index}`);
const series = (name: string, categories: string[]): Json => ({
  name,
  data: categories.map((label) => ({ label, value: 1 })),
});
const plot = (more: Json = {}, categories = labels(2)): Json => ({
  type: 'line',
  series: [series('Punkt 1', categories)],
  axis_config: { categories },
  ...more,
});
const chart = (of: Json = plot(), more: Json = {}): Json => ({
  type: 'data_visualization',
  title: 'Trivsel',
  chart: of,
  ...more,
});
const segment = (more: Json = {}): Json => ({ label: 'Ja', value: 3, ...more });
const pie = (...segments: Json[]): Json => chart({ type: 'pie', segments });

/** With a submit button, so that any block may be tried. */
const modalOf = (blocks: Json[], more: Json = {}): Json => ({
  type: 'modal',
  title: plain(),
  submit: plain('Gem'),
  blocks,
  ...more,
});
const homeOf = (blocks: Json[], more: Json = {}): Json => ({ type: 'home', blocks, ...more });
const messageOf = (blocks: Json[], more: Json = {}): Json => ({ text: 'Tekst', blocks, ...more });

type Accepted = [sentence: string, payload: unknown];
type Refused = [sentence: string, payload: unknown, pointer: string, message: string];

function accepts(check: (payload: unknown) => Problem[], cases: Accepted[]): void {
  test.each(cases)('accepts %s', (_, payload) => {
    expect(check(payload)).toEqual([]);
  });
}

/** Exactly one problem: a rule that drags others along would send its reader looking in the wrong place. */
function refuses(check: (payload: unknown) => Problem[], cases: Refused[]): void {
  test.each(cases)('refuses %s', (_, payload, pointer, message) => {
    expect(check(payload)).toEqual([{ pointer, message: expect.stringContaining(message) }]);
  });
}

const inModal = (...blocks: unknown[]): Problem[] => problemsOfView(modalOf(blocks as Json[]));
const inHome = (...blocks: unknown[]): Problem[] => problemsOfView(homeOf(blocks as Json[]));
const inMessage = (...blocks: unknown[]): Problem[] => problemsOfMessage(messageOf(blocks as Json[]));
const asInput = (element: unknown): Problem[] => inModal(input(element as Json));
const asAction = (element: unknown): Problem[] => inModal(actions(element as Json));

describe('views', () => {
  accepts(problemsOfView, [
    [
      'a modal with every field',
      modalOf([input(textInput())], {
        close: plain(long(24)),
        title: plain(long(24)),
        callback_id: long(255),
        private_metadata: long(3000),
        external_id: long(255),
        clear_on_close: true,
        notify_on_close: false,
      }),
    ],
    ['a modal without submit when it asks nothing', modalOf([section()], { submit: undefined })],
    ['a modal of a hundred blocks', modalOf(times(100, () => divider))],
    ['a home tab that asks, although it has no submit', homeOf([input(textInput())])],
    ['a home tab with its identity', homeOf([divider], { callback_id: 'home', private_metadata: '{}' })],
  ]);
  refuses(problemsOfView, [
    ['what is no view', 'modal', '', 'object'],
    ['nothing at all', undefined, '', 'object'],
    ['a view without a type', { blocks: [divider] }, '', 'missing required field: type'],
    ['a type of view that is neither', { type: 'workflow_step' }, '/type', 'workflow_step'],
    ['a modal without a title', modalOf([divider], { title: undefined }), '', 'title'],
    ['a title in mrkdwn', modalOf([divider], { title: mrkdwn() }), '/title/type', 'plain_text'],
    ['a title of 25 characters', modalOf([divider], { title: plain(long(25)) }), '/title/text', '24'],
    ['a close of 25 characters', modalOf([divider], { close: plain(long(25)) }), '/close/text', '24'],
    ['a submit of 25 characters', modalOf([divider], { submit: plain(long(25)) }), '/submit/text', '24'],
    ['an empty title', modalOf([divider], { title: plain('') }), '/title/text', '1'],
    [
      'a callback_id of 256 characters',
      modalOf([divider], { callback_id: long(256) }),
      '/callback_id',
      '255',
    ],
    [
      'an external_id of 256 characters',
      modalOf([divider], { external_id: long(256) }),
      '/external_id',
      '255',
    ],
    [
      'metadata of 3,001 characters',
      modalOf([divider], { private_metadata: long(3001) }),
      '/private_metadata',
      '3000',
    ],
    ['a flag that is a word', modalOf([divider], { clear_on_close: 'yes' }), '/clear_on_close', 'boolean'],
    ['the other flag likewise', modalOf([divider], { notify_on_close: 1 }), '/notify_on_close', 'boolean'],
    ['a modal without blocks', modalOf([], { blocks: undefined }), '', 'blocks'],
    ['a modal with no block in it', modalOf([]), '/blocks', '1'],
    ['a modal of 101 blocks', modalOf(times(101, () => divider)), '/blocks', '100'],
    ['what Slack adds to a view it returns', modalOf([divider], { id: 'V1' }), '', 'id'],
    ['an input block without submit', modalOf([input(textInput())], { submit: undefined }), '', 'submit'],
    ['a home tab with a title', homeOf([divider], { title: plain() }), '', 'title'],
    ['a home tab of 101 blocks', homeOf(times(101, () => divider)), '/blocks', '100'],
    ['a home tab with no block in it', homeOf([]), '/blocks', '1'],
    ['its callback_id of 256', homeOf([divider], { callback_id: long(256) }), '/callback_id', '255'],
    ['its external_id of 256', homeOf([divider], { external_id: long(256) }), '/external_id', '255'],
    [
      'its metadata of 3,001',
      homeOf([divider], { private_metadata: long(3001) }),
      '/private_metadata',
      '3000',
    ],
  ]);
});

describe('messages', () => {
  accepts(problemsOfMessage, [
    ['text alone', { text: 'Hej' }],
    ['fifty blocks', messageOf(times(50, () => divider))],
    ['just below 9,500 characters', messageOf(times(4, () => section({ text: mrkdwn(long(2373)) })))],
    ['two charts', messageOf([chart(), chart()])],
  ]);
  refuses(problemsOfMessage, [
    ['a message without text', { blocks: [divider] }, '', 'text'],
    ['empty text', messageOf([], { text: '' }), '/text', 'not-blank'],
    ['text of spaces', messageOf([], { text: ' \n' }), '/text', 'not-blank'],
    ['text that chat.update would refuse', { text: long(4001) }, '/text', '4000'],
    ['another field', messageOf([], { attachments: [] }), '', 'attachments'],
    ['51 blocks', messageOf(times(51, () => divider)), '/blocks', '50'],
    [
      '9,500 characters in all',
      messageOf(times(5, () => section({ text: mrkdwn(long(1899)) }))),
      '',
      'msg_blocks_too_long',
    ],
    ['a second table', messageOf([table([[cell()]]), table([[cell()]])]), '/blocks/1', 'table'],
    ['a third chart', messageOf([chart(), chart(), chart()]), '/blocks/2', 'data_visualization'],
  ]);
  test('says which limit a table of more than 10,000 characters breaks', () => {
    expect(inMessage(table([[cell(long(10_001))]]))).toContainEqual({
      pointer: '/blocks',
      message: expect.stringContaining('10000'),
    });
  });
  test('counts the text of all markdown blocks together', () => {
    expect(inMessage(markdown(long(6001)), markdown(long(6000)))).toContainEqual({
      pointer: '/blocks',
      message: expect.stringContaining('12000'),
    });
  });
});

describe('surfaces', () => {
  accepts(inModal, [
    ['an alert in a modal', alert()],
    ['a datetimepicker in a modal', input({ type: 'datetimepicker' })],
    ['a number input in a modal', input(numberInput())],
    ['an e-mail input in a modal', input({ type: 'email_text_input' })],
    ['a URL input in a modal', input({ type: 'url_text_input' })],
  ]);
  accepts(inHome, [['a rich text input on the home tab', input(richInput())]]);
  accepts(inMessage, [
    ['a table in a message', table([[cell()]])],
    ['markdown in a message', markdown()],
    ['a datetimepicker in a message', actions({ type: 'datetimepicker' })],
    ['an input in a message', input(textInput())],
  ]);
  refuses(inModal, [
    ['a chart in a modal', chart(), '/blocks/0/type', 'data_visualization'],
    ['a table in a modal', table([[cell()]]), '/blocks/0/type', 'table'],
    ['markdown in a modal', markdown(), '/blocks/0/type', 'markdown'],
    ['a block that does not exist', { type: 'spacer' }, '/blocks/0/type', 'spacer'],
    ['a block without a type', {}, '/blocks/0', 'missing required field: type'],
    ['a block that is a string', 'divider', '/blocks/0', 'object'],
  ]);
  refuses(inHome, [
    ['an alert on the home tab', alert(), '/blocks/0/type', 'alert'],
    ['a chart on the home tab', chart(), '/blocks/0/type', 'data_visualization'],
    ['a table on the home tab', table([[cell()]]), '/blocks/0/type', 'table'],
    ['markdown on the home tab', markdown(), '/blocks/0/type', 'markdown'],
    [
      'a datetimepicker on the home tab',
      actions({ type: 'datetimepicker' }),
      '/blocks/0/elements/0/type',
      'datetimepicker',
    ],
    ['a number input on the home tab', input(numberInput()), '/blocks/0/element/type', 'number_input'],
    [
      'an e-mail input on the home tab',
      input({ type: 'email_text_input' }),
      '/blocks/0/element/type',
      'email_text_input',
    ],
    [
      'a URL input on the home tab',
      input({ type: 'url_text_input' }),
      '/blocks/0/element/type',
      'url_text_input',
    ],
  ]);
  refuses(inMessage, [
    ['an alert in a message', alert(), '/blocks/0/type', 'alert'],
    ['a rich text input in a message', input(richInput()), '/blocks/0/element/type', 'rich_text_input'],
    ['a number input in a message', input(numberInput()), '/blocks/0/element/type', 'number_input'],
    [
      'focus in a message',
      actions(select({ focus_on_load: true })),
      '/blocks/0/elements/0/focus_on_load',
      'views',
    ],
  ]);
});

describe('blocks', () => {
  accepts(inModal, [
    ['a section of fields alone', { type: 'section', fields: times(10, () => mrkdwn(long(2000))) }],
    [
      'a section with everything',
      section({ fields: [plain()], accessory: image, expand: true, block_id: 'b' }),
    ],
    ['3,000 characters in a section', section({ text: mrkdwn(long(3000)) })],
    ['a header of 150 characters', { type: 'header', text: plain(long(150)), block_id: 'b' }],
    ['a context of text and images', context(mrkdwn(), plain(), image)],
    [
      'an image from Slack with a title',
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A', title: plain() },
    ],
    ['25 buttons', actions(...times(25, () => button()))],
    ['an alert with a level', alert({ level: 'warning', text: plain(long(200)) })],
    ['text objects with their flags', context({ ...plain(), emoji: true }, { ...mrkdwn(), verbatim: true })],
    [
      'an input with everything',
      input(textInput(), { hint: plain(), optional: true, dispatch_action: true }),
    ],
  ]);
  refuses(inModal, [
    ['a section of nothing', { type: 'section' }, '/blocks/0', 'text, fields'],
    ['a text object that is a string', { type: 'section', text: 'Hej' }, '/blocks/0/text', 'object'],
    [
      'text of an unknown type',
      section({ text: { type: 'html', text: '<p>' } }),
      '/blocks/0/text/type',
      'html',
    ],
    ['an empty text', section({ text: mrkdwn('') }), '/blocks/0/text/text', '1'],
    ['text of 3,001 characters', section({ text: mrkdwn(long(3001)) }), '/blocks/0/text/text', '3000'],
    ['emoji in mrkdwn', section({ text: { ...mrkdwn(), emoji: true } }), '/blocks/0/text', 'emoji'],
    [
      'verbatim in plain text',
      section({ text: { ...plain(), verbatim: true } }),
      '/blocks/0/text',
      'verbatim',
    ],
    ['11 fields', section({ fields: times(11, () => mrkdwn()) }), '/blocks/0/fields', '10'],
    ['no fields in an array', section({ fields: [] }), '/blocks/0/fields', '1'],
    [
      'a field of 2,001 characters',
      section({ fields: [plain(long(2001))] }),
      '/blocks/0/fields/0/text',
      '2000',
    ],
    [
      'an input as an accessory',
      section({ accessory: textInput() }),
      '/blocks/0/accessory/type',
      'text_input',
    ],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn() }, '/blocks/0/text/type', 'plain_text'],
    ['a header of 151 characters', { type: 'header', text: plain(long(151)) }, '/blocks/0/text/text', '150'],
    ['a divider with text', { type: 'divider', text: plain() }, '/blocks/0', 'text'],
    ['a context of 11 elements', context(...times(11, () => mrkdwn())), '/blocks/0/elements', '10'],
    ['an empty context', context(), '/blocks/0/elements', '1'],
    ['a button in a context', context(button()), '/blocks/0/elements/0/type', 'button'],
    ['26 actions', actions(...times(26, () => button())), '/blocks/0/elements', '25'],
    ['an actions block without any', actions(), '/blocks/0/elements', '1'],
    ['an image among the actions', actions(image), '/blocks/0/elements/0/type', 'image'],
    ['an input element among the actions', actions(textInput()), '/blocks/0/elements/0/type', 'text_input'],
    ['a label in mrkdwn', input(textInput(), { label: mrkdwn() }), '/blocks/0/label/type', 'plain_text'],
    [
      'a label of 2,001 characters',
      input(textInput(), { label: plain(long(2001)) }),
      '/blocks/0/label/text',
      '2000',
    ],
    [
      'a hint of 2,001 characters',
      input(textInput(), { hint: plain(long(2001)) }),
      '/blocks/0/hint/text',
      '2000',
    ],
    ['a button as an input', input(button()), '/blocks/0/element/type', 'button'],
    ['an overflow menu as an input', input(overflow()), '/blocks/0/element/type', 'overflow'],
    ['alt_text of 2,001 characters', { ...image, alt_text: long(2001) }, '/blocks/0/alt_text', '2000'],
    [
      'an image address of 3,001 characters',
      { ...image, image_url: long(3001) },
      '/blocks/0/image_url',
      '3000',
    ],
    ['an image from nowhere', { type: 'image', alt_text: 'A' }, '/blocks/0', 'image_url, slack_file'],
    ['an image from two places', { ...image, slack_file: { id: 'F1' } }, '/blocks/0', 'only one of'],
    [
      'a Slack file by id and address',
      { type: 'image', alt_text: 'A', slack_file: { id: 'F1', url: 'u' } },
      '/blocks/0/slack_file',
      '1',
    ],
    [
      'a Slack file by neither',
      { type: 'image', alt_text: 'A', slack_file: {} },
      '/blocks/0/slack_file',
      '1',
    ],
    ['an image title in mrkdwn', { ...image, title: mrkdwn() }, '/blocks/0/title/type', 'plain_text'],
    ['a title on an image element', context({ ...image, title: plain() }), '/blocks/0/elements/0', 'title'],
    ['an alert of 201 characters', alert({ text: mrkdwn(long(201)) }), '/blocks/0/text/text', '200'],
    ['the same in plain text', alert({ text: plain(long(201)) }), '/blocks/0/text/text', '200'],
    [
      'a field of 2,001 in mrkdwn',
      section({ fields: [mrkdwn(long(2001))] }),
      '/blocks/0/fields/0/text',
      '2000',
    ],
    ['3,001 characters of plain text', section({ text: plain(long(3001)) }), '/blocks/0/text/text', '3000'],
    [
      'a small image from nowhere',
      context({ type: 'image', alt_text: 'A' }),
      '/blocks/0/elements/0',
      'needs one',
    ],
    [
      'a small image from two places',
      context({ ...image, slack_file: { id: 'F1' } }),
      '/blocks/0/elements/0',
      'only one',
    ],
    [
      'a small alt_text of 2,001',
      context({ ...image, alt_text: long(2001) }),
      '/blocks/0/elements/0/alt_text',
      '2000',
    ],
    [
      'a small address of 3,001',
      context({ ...image, image_url: long(3001) }),
      '/blocks/0/elements/0/image_url',
      '3000',
    ],
    ['an unknown level', alert({ level: 'panic' }), '/blocks/0/level', 'default, info'],
  ]);
  test('refuses a block_id that is used twice', () => {
    expect(inModal(section({ block_id: 'b' }), divider, section({ block_id: 'b' }))).toEqual([
      { pointer: '/blocks/2/block_id', message: 'block_id is already used: b' },
    ]);
  });
  test('refuses an action_id that is used twice in a block, not in two', () => {
    const twice = button({ action_id: 'a' });
    expect(inModal(actions(twice), actions(twice))).toEqual([]);
    expect(inModal(actions(twice, twice))).toEqual([
      { pointer: '/blocks/0/elements/1/action_id', message: expect.stringContaining('already used') },
    ]);
  });
  test('reports everything that is wrong, each where it is', () => {
    expect(inModal({ type: 'header' }, divider, section({ text: mrkdwn('') }))).toEqual([
      { pointer: '/blocks/0', message: 'missing required field: text' },
      { pointer: '/blocks/2/text/text', message: expect.any(String) },
    ]);
  });
  test('does not see what JSON leaves out', () => {
    expect(inModal(section({ accessory: undefined }))).toEqual([]);
  });
});

describe('rich text', () => {
  const text: Json = {
    type: 'text',
    text: 'Hej',
    style: { bold: true, italic: false, strike: true, code: false },
  };
  accepts(inModal, [
    [
      'the main kinds of element',
      rich(
        words(text, { type: 'user', user_id: 'U1' }, { type: 'channel', channel_id: 'C1' }),
        words({ type: 'link', url: 'https://a.dk', text: 'A' }, { type: 'usergroup', usergroup_id: 'S1' }),
        words({ type: 'emoji', name: 'wave' }, { type: 'broadcast', range: 'here' }),
        words({ type: 'date', timestamp: 1_720_710_212, format: '{date_long}', fallback: '11. juli' }),
        richList({ style: 'ordered', indent: 1, offset: 2, border: 0 }),
        { type: 'rich_text_quote', elements: [text], border: 1 },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '1' }], language: 'json' },
      ),
    ],
  ]);
  const at = '/blocks/0/elements/0';
  refuses(inModal, [
    ['a rich text without elements', rich(), '/blocks/0/elements', '1'],
    ['text that stands alone', rich(text), `${at}/type`, 'text'],
    ['an unknown element', rich(words({ type: 'gif' })), `${at}/elements/0/type`, 'gif'],
    ['a section of nothing', rich(words()), `${at}/elements`, '1'],
    ['empty text', rich(words({ type: 'text', text: '' })), `${at}/elements/0/text`, '1'],
    ['an unknown style', rich(words({ ...text, style: { loud: true } })), `${at}/elements/0/style`, 'loud'],
    [
      'a broadcast to all the world',
      rich(words({ type: 'broadcast', range: 'all' })),
      `${at}/elements/0/range`,
      'here',
    ],
    ['an unknown style of list', rich(richList({ style: 'dashes' })), `${at}/style`, 'bullet'],
    [
      'a list in a list',
      rich(richList({ elements: [richList()] })),
      `${at}/elements/0/type`,
      'rich_text_list',
    ],
    ['an indent of 9', rich(richList({ indent: 9 })), `${at}/indent`, '8'],
    ['an indent below 0', rich(richList({ indent: -1 })), `${at}/indent`, '0'],
    ['a list of nothing', rich(richList({ elements: [] })), `${at}/elements`, '1'],
    ['a quote of nothing', rich({ type: 'rich_text_quote', elements: [] }), `${at}/elements`, '1'],
    ['nothing preformatted', rich({ type: 'rich_text_preformatted', elements: [] }), `${at}/elements`, '1'],
    [
      'a border of 2 at a quote',
      rich({ type: 'rich_text_quote', elements: [text], border: 2 }),
      `${at}/border`,
      '0, 1',
    ],
    [
      'a border of 2 around what is preformatted',
      rich({ type: 'rich_text_preformatted', elements: [text], border: 2 }),
      `${at}/border`,
      '0, 1',
    ],
    ['an offset below 0', rich(richList({ offset: -1 })), `${at}/offset`, '0'],
    ['a border of 2', rich(richList({ border: 2 })), `${at}/border`, '0, 1'],
    [
      'a quote of a section',
      rich({ type: 'rich_text_quote', elements: [words(text)] }),
      `${at}/elements/0/type`,
      'section',
    ],
    [
      'a preformatted user',
      rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
      `${at}/elements/0/type`,
      'user',
    ],
  ]);
});

describe('tables, markdown and charts', () => {
  const seven = times(7, (index) => series(`${index}`, labels(2)));
  const bar = plot({
    type: 'bar',
    axis_config: { categories: labels(2), x_label: long(50), y_label: long(50) },
  });
  accepts(inMessage, [
    ['a table of 100 rows', table(times(100, () => [cell()]))],
    ['a row of 20 cells', table([times(20, () => cell())], { column_settings: times(20, () => ({})) })],
    [
      'rich and numeric cells',
      table([[rich(words({ type: 'text', text: '1' })), { type: 'raw_number', value: 1, text: '1' }]]),
    ],
    ['column settings', table([[cell()]], { column_settings: [{ align: 'right', is_wrapped: true }] })],
    ['a line', chart(plot(), { title: long(50) })],
    ['a bar chart with labelled axes', chart(bar)],
    [
      'an area of six series and 20 points',
      chart({ ...plot({ series: times(6, (n) => series(`${n}`, labels(20))) }, labels(20)), type: 'area' }),
    ],
    ['a pie', pie(...times(6, () => segment()))],
  ]);
  refuses(inMessage, [
    ['a table of 101 rows', table(times(101, () => [cell()])), '/blocks/0/rows', '100'],
    ['a table of nothing', table([]), '/blocks/0/rows', '1'],
    ['a row of 21 cells', table([times(21, () => cell())]), '/blocks/0/rows/0', '20'],
    ['an empty row', table([[]]), '/blocks/0/rows/0', '1'],
    ['a cell in mrkdwn', table([[mrkdwn()]]), '/blocks/0/rows/0/0/type', 'mrkdwn'],
    [
      '21 column settings',
      table([[cell()]], { column_settings: times(21, () => ({})) }),
      '/blocks/0/column_settings',
      '20',
    ],
    [
      'an unknown alignment',
      table([[cell()]], { column_settings: [{ align: 'up' }] }),
      '/blocks/0/column_settings/0/align',
      'left',
    ],
    ['markdown of 12,001 characters', markdown(long(12_001)), '/blocks/0/text', '12000'],
    ['a chart title of 51 characters', chart(plot(), { title: long(51) }), '/blocks/0/title', '50'],
    ['a radar', chart(plot({ type: 'radar' })), '/blocks/0/chart/type', 'radar'],
    ['a chart without series', chart(plot({ series: [] })), '/blocks/0/chart/series', '1'],
    [
      'seven series',
      chart(plot({ series: times(7, (n) => series(`${n}`, labels(2))) })),
      '/blocks/0/chart/series',
      '6',
    ],
    [
      'two series of one name',
      chart(plot({ series: times(2, () => series('A', labels(2))) })),
      '/blocks/0/chart/series/1/name',
      'A',
    ],
    [
      'a series name of 21 characters',
      chart(plot({ series: [series(long(21), labels(2))] })),
      '/blocks/0/chart/series/0/name',
      '20',
    ],
    [
      'a category without its point',
      chart(plot({ series: [series('A', labels(1))] })),
      '/blocks/0/chart/series/0/data',
      'every category',
    ],
    [
      'a point of no category',
      chart(plot({ series: [series('A', ['Runde 0', 'Påske'])] })),
      '/blocks/0/chart/series/0/data',
      'every category',
    ],
    ['a category twice', chart(plot({}, ['A', 'A'])), '/blocks/0/chart/axis_config/categories', 'duplicate'],
    [
      'an axis label of 51 characters',
      chart(plot({ axis_config: { categories: labels(2), x_label: long(51) } })),
      '/blocks/0/chart/axis_config/x_label',
      '50',
    ],
    [
      'the other one likewise',
      chart(plot({ axis_config: { categories: labels(2), y_label: long(51) } })),
      '/blocks/0/chart/axis_config/y_label',
      '50',
    ],
    [
      'a pie with axes',
      chart({ type: 'pie', segments: [segment()], axis_config: {} }),
      '/blocks/0/chart',
      'axis_config',
    ],
    ['an empty pie', pie(), '/blocks/0/chart/segments', '1'],
    ['bars without series', chart(plot({ type: 'bar', series: [] })), '/blocks/0/chart/series', '1'],
    ['an area without series', chart(plot({ type: 'area', series: [] })), '/blocks/0/chart/series', '1'],
    ['seven bars', chart(plot({ type: 'bar', series: seven })), '/blocks/0/chart/series', '6'],
    ['seven areas', chart(plot({ type: 'area', series: seven })), '/blocks/0/chart/series', '6'],
    [
      'no categories',
      chart(plot({ axis_config: { categories: [] } })),
      '/blocks/0/chart/axis_config/categories',
      '1',
    ],
    [
      'a series without points',
      chart(plot({ series: [series('A', [])] })),
      '/blocks/0/chart/series/0/data',
      '1',
    ],
    [
      'no column settings in an array',
      table([[cell()]], { column_settings: [] }),
      '/blocks/0/column_settings',
      '1',
    ],
    ['seven segments', pie(...times(7, () => segment())), '/blocks/0/chart/segments', '6'],
    ['a segment of nothing', pie(segment({ value: 0 })), '/blocks/0/chart/segments/0/value', '> 0'],
    [
      'a segment label of 21 characters',
      pie(segment({ label: long(21) })),
      '/blocks/0/chart/segments/0/label',
      '20',
    ],
  ]);
  test('refuses 21 points and 21 categories', () => {
    expect(inMessage(chart(plot({}, labels(21)))).map(({ pointer }) => pointer)).toEqual([
      '/blocks/0/chart/series/0/data',
      '/blocks/0/chart/axis_config/categories',
    ]);
  });
  test('refuses a category label of 21 characters, with its point', () => {
    expect(inMessage(chart(plot({}, [long(21)]))).map(({ pointer }) => pointer)).toEqual([
      '/blocks/0/chart/series/0/data/0/label',
      '/blocks/0/chart/axis_config/categories/0',
    ]);
  });
});

describe('buttons and menus', () => {
  accepts(asAction, [
    [
      'a button with everything',
      button({
        text: plain(long(75)),
        action_id: long(255),
        value: long(2000),
        url: long(3000),
        style: 'danger',
        confirm: confirm({
          title: plain(long(100)),
          text: plain(long(300)),
          deny: plain(long(30)),
          style: 'primary',
        }),
        accessibility_label: long(75),
      }),
    ],
    ['100 options', select({ options: options(100), placeholder: plain(long(150)) })],
    [
      'groups of options, one chosen',
      select({ options: undefined, option_groups: [group()], initial_option: option() }),
    ],
    [
      'a described option',
      select({ options: [option(long(150), { text: plain(long(75)), description: plain(long(75)) })] }),
    ],
    ['several chosen', multiSelect({ initial_options: options(2), max_selected_items: 2 })],
    [
      'five options with addresses in an overflow menu',
      overflow({ options: options(5).map((one) => ({ ...one, url: 'https://a.dk' })) }),
    ],
    [
      'ten radio buttons in mrkdwn',
      radio({ options: times(10, (n) => ({ text: mrkdwn(), value: `${n}`, description: mrkdwn() })) }),
    ],
    ['ten checkboxes', checkboxes({ options: options(10), initial_options: options(3), confirm: confirm() })],
    ['a menu of people', { type: 'users_select', initial_user: 'U1' }],
    [
      'a menu of several people',
      { type: 'multi_users_select', initial_users: ['U1', 'U2'], max_selected_items: 3 },
    ],
    ['a menu of channels', { type: 'channels_select', initial_channel: 'C1' }],
    ['a menu of several channels', { type: 'multi_channels_select', initial_channels: ['C1', 'C2'] }],
    [
      'a menu of several conversations',
      { type: 'multi_conversations_select', filter: { include: ['public'] }, max_selected_items: 2 },
    ],
    [
      'a filtered menu of conversations',
      {
        type: 'conversations_select',
        default_to_current_conversation: true,
        filter: {
          include: ['public', 'private'],
          exclude_bot_users: true,
          exclude_external_shared_channels: true,
        },
      },
    ],
  ]);
  const at = '/blocks/0/elements/0';
  refuses(asAction, [
    ['an unknown element', { type: 'slider' }, `${at}/type`, 'slider'],
    ['a button in mrkdwn', button({ text: mrkdwn() }), `${at}/text/type`, 'plain_text'],
    ['a button of 76 characters', button({ text: plain(long(76)) }), `${at}/text/text`, '75'],
    ['a value of 2,001 characters', button({ value: long(2001) }), `${at}/value`, '2000'],
    ['an address of 3,001 characters', button({ url: long(3001) }), `${at}/url`, '3000'],
    ['an unknown style', button({ style: 'default' }), `${at}/style`, 'primary, danger'],
    [
      'a label of 76 characters',
      button({ accessibility_label: long(76) }),
      `${at}/accessibility_label`,
      '75',
    ],
    ['focus on a button', button({ focus_on_load: true }), at, 'focus_on_load'],
    [
      'a question of 101 characters',
      button({ confirm: confirm({ title: plain(long(101)) }) }),
      `${at}/confirm/title/text`,
      '100',
    ],
    [
      'an explanation of 301',
      button({ confirm: confirm({ text: plain(long(301)) }) }),
      `${at}/confirm/text/text`,
      '300',
    ],
    [
      'an explanation in mrkdwn',
      button({ confirm: confirm({ text: mrkdwn() }) }),
      `${at}/confirm/text/type`,
      'plain_text',
    ],
    [
      'a yes of 31 characters',
      button({ confirm: confirm({ confirm: plain(long(31)) }) }),
      `${at}/confirm/confirm/text`,
      '30',
    ],
    [
      'a no of 31 characters',
      button({ confirm: confirm({ deny: plain(long(31)) }) }),
      `${at}/confirm/deny/text`,
      '30',
    ],
    [
      'a question in a style of its own',
      button({ confirm: confirm({ style: 'loud' }) }),
      `${at}/confirm/style`,
      'primary',
    ],
    ['a menu of nothing', select({ options: undefined }), at, 'options, option_groups'],
    ['a menu without options in it', select({ options: [] }), `${at}/options`, '1'],
    ['101 options', select({ options: options(101) }), `${at}/options`, '100'],
    ['options and groups', select({ option_groups: [group()] }), at, 'only one of'],
    ['no groups in an array', select({ options: undefined, option_groups: [] }), `${at}/option_groups`, '1'],
    [
      '101 groups',
      select({ options: undefined, option_groups: times(101, (n) => group({ options: [option(`${n}`)] })) }),
      `${at}/option_groups`,
      '100',
    ],
    [
      'an empty group',
      select({ options: undefined, option_groups: [group({ options: [] })] }),
      `${at}/option_groups/0/options`,
      '1',
    ],
    [
      'a group of 101',
      select({ options: undefined, option_groups: [group({ options: options(101) })] }),
      `${at}/option_groups/0/options`,
      '100',
    ],
    [
      'a group label of 76 characters',
      select({ options: undefined, option_groups: [group({ label: plain(long(76)) })] }),
      `${at}/option_groups/0/label/text`,
      '75',
    ],
    ['a value of 151 characters', select({ options: [option(long(151))] }), `${at}/options/0/value`, '150'],
    [
      'an option of 76 characters',
      select({ options: [option('a', { text: plain(long(76)) })] }),
      `${at}/options/0/text/text`,
      '75',
    ],
    [
      'a menu option in mrkdwn',
      select({ options: [option('a', { text: mrkdwn() })] }),
      `${at}/options/0/text/type`,
      'plain_text',
    ],
    [
      'a description of 76',
      select({ options: [option('a', { description: plain(long(76)) })] }),
      `${at}/options/0/description/text`,
      '75',
    ],
    [
      'a menu description in mrkdwn',
      select({ options: [option('a', { description: mrkdwn() })] }),
      `${at}/options/0/description/type`,
      'plain_text',
    ],
    [
      'an address outside overflow menus',
      select({ options: [option('a', { url: 'https://a.dk' })] }),
      `${at}/options/0`,
      'url',
    ],
    [
      'a value twice',
      select({ options: [option('a'), option('a')] }),
      `${at}/options/1/value`,
      'already used',
    ],
    [
      'a choice that is no option',
      select({ initial_option: option('z') }),
      `${at}/initial_option`,
      'not among',
    ],
    [
      'a choice with another text',
      select({ initial_option: option('0', { text: plain('Andet') }) }),
      `${at}/initial_option`,
      'not among',
    ],
    [
      'a choice that is in no group',
      select({ options: undefined, option_groups: [group()], initial_option: option('z') }),
      `${at}/initial_option`,
      'not among',
    ],
    ['choices where one is allowed', select({ initial_options: options(1) }), at, 'initial_options'],
    ['several menus of nothing', multiSelect({ options: [] }), `${at}/options`, '1'],
    ['a menu of several without options', multiSelect({ options: undefined }), at, 'options, option_groups'],
    [
      'several choices, one no option',
      multiSelect({ initial_options: [option('0'), option('z')] }),
      `${at}/initial_options/1`,
      'not among',
    ],
    ['no choices in an array', multiSelect({ initial_options: [] }), `${at}/initial_options`, '1'],
    ['a maximum of none', multiSelect({ max_selected_items: 0 }), `${at}/max_selected_items`, '1'],
    [
      'a placeholder of 151 characters',
      select({ placeholder: plain(long(151)) }),
      `${at}/placeholder/text`,
      '150',
    ],
    ['a placeholder in mrkdwn', select({ placeholder: mrkdwn() }), `${at}/placeholder/type`, 'plain_text'],
    ['six options in an overflow menu', overflow({ options: options(6) }), `${at}/options`, '5'],
    ['an overflow menu of nothing', overflow({ options: [] }), `${at}/options`, '1'],
    [
      'an overflow address of 3,001',
      overflow({ options: [option('a', { url: long(3001) })] }),
      `${at}/options/0/url`,
      '3000',
    ],
    ['11 radio buttons', radio({ options: options(11) }), `${at}/options`, '10'],
    ['no radio buttons', radio({ options: [] }), `${at}/options`, '1'],
    [
      'a radio button that is not there',
      radio({ initial_option: option('z') }),
      `${at}/initial_option`,
      'not among',
    ],
    ['a placeholder for radio buttons', radio({ placeholder: plain() }), at, 'placeholder'],
    ['11 checkboxes', checkboxes({ options: options(11) }), `${at}/options`, '10'],
    ['no checkboxes', checkboxes({ options: [] }), `${at}/options`, '1'],
    ['no checked boxes in an array', checkboxes({ initial_options: [] }), `${at}/initial_options`, '1'],
    ['a radio value of 151', radio({ options: [option(long(151))] }), `${at}/options/0/value`, '150'],
    [
      'a radio button of 76',
      radio({ options: [option('a', { text: mrkdwn(long(76)) })] }),
      `${at}/options/0/text/text`,
      '75',
    ],
    ['an overflow value of 151', overflow({ options: [option(long(151))] }), `${at}/options/0/value`, '150'],
    ['101 options for several', multiSelect({ options: options(101) }), `${at}/options`, '100'],
    ['options and groups for several', multiSelect({ option_groups: [group()] }), at, 'only one of'],
    ['nobody in an array', { type: 'multi_users_select', initial_users: [] }, `${at}/initial_users`, '1'],
    [
      'a person without an id',
      { type: 'multi_users_select', initial_users: [''] },
      `${at}/initial_users/0`,
      '1',
    ],
    [
      'at most no people',
      { type: 'multi_users_select', max_selected_items: 0 },
      `${at}/max_selected_items`,
      '1',
    ],
    [
      'a filter that says it twice',
      { type: 'conversations_select', filter: { include: ['im', 'im'] } },
      `${at}/filter/include`,
      'duplicate',
    ],
    [
      'a checkbox that is not there',
      checkboxes({ initial_options: [option('z')] }),
      `${at}/initial_options/0`,
      'not among',
    ],
    ['people in a menu for one', { type: 'users_select', initial_users: ['U1'] }, at, 'initial_users'],
    [
      'one person in a menu for several',
      { type: 'multi_users_select', initial_user: 'U1' },
      at,
      'initial_user',
    ],
    [
      'a person twice',
      { type: 'multi_users_select', initial_users: ['U1', 'U1'] },
      `${at}/initial_users`,
      'duplicate',
    ],
    [
      'a filter in a menu of channels',
      { type: 'channels_select', filter: { exclude_bot_users: true } },
      at,
      'filter',
    ],
    ['an empty filter', { type: 'conversations_select', filter: {} }, `${at}/filter`, '1'],
    [
      'a filter that includes nothing',
      { type: 'conversations_select', filter: { include: [] } },
      `${at}/filter/include`,
      '1',
    ],
    [
      'a filter for something else',
      { type: 'conversations_select', filter: { include: ['dm'] } },
      `${at}/filter/include/0`,
      'im, mpim',
    ],
    [
      'a response address outside inputs',
      { type: 'channels_select', response_url_enabled: true },
      `${at}/response_url_enabled`,
      'input',
    ],
  ]);
  test('allows a response address in the inputs of modals only', () => {
    const menu = input({ type: 'conversations_select', response_url_enabled: true });
    expect(inModal(menu)).toEqual([]);
    expect(inHome(menu)).toEqual([
      { pointer: '/blocks/0/element/response_url_enabled', message: expect.stringContaining('modals only') },
    ]);
  });
  test('allows the focus on one element of a view', () => {
    const focused = input(textInput({ focus_on_load: true }));
    expect(inModal(focused, input(textInput({ focus_on_load: false })))).toEqual([]);
    expect(inModal(focused, divider, focused)).toEqual([
      { pointer: '/blocks/2/element/focus_on_load', message: expect.stringContaining('already') },
    ]);
  });
});

describe('inputs', () => {
  accepts(asInput, [
    ['a date', { type: 'datepicker', initial_date: '2028-02-29', placeholder: plain(), confirm: confirm() }],
    [
      'a time',
      { type: 'timepicker', initial_time: '23:59', timezone: 'Europe/Copenhagen', placeholder: plain() },
    ],
    ['a date and time', { type: 'datetimepicker', initial_date_time: 1_628_633_820 }],
    [
      'a text with everything',
      textInput({
        action_id: 'a',
        initial_value: long(10),
        multiline: true,
        min_length: 0,
        max_length: 10,
        placeholder: plain(),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
      }),
    ],
    ['a text of 3,000 characters', textInput({ min_length: 3000, max_length: 3000 })],
    ['an e-mail address', { type: 'email_text_input', initial_value: 'a@b.dk', placeholder: plain() }],
    ['a URL', { type: 'url_text_input', initial_value: 'https://a.dk', placeholder: plain() }],
    [
      'a decimal',
      numberInput({ is_decimal_allowed: true, initial_value: '0.5', min_value: '-1', max_value: '1.5' }),
    ],
    ['numbers, not their letters, compared', numberInput({ min_value: '9', max_value: '10' })],
    [
      'rich text',
      richInput({ initial_value: rich(words({ type: 'text', text: 'A' })), min_lines: 1, max_lines: 100 }),
    ],
  ]);
  const at = '/blocks/0/element';
  refuses(asInput, [
    ['a date in Danish', { type: 'datepicker', initial_date: '23-11-2026' }, `${at}/initial_date`, 'date'],
    [
      'a day that does not exist',
      { type: 'datepicker', initial_date: '2026-02-29' },
      `${at}/initial_date`,
      'date',
    ],
    ['a time of 24:00', { type: 'timepicker', initial_time: '24:00' }, `${at}/initial_time`, 'pattern'],
    [
      'a time without a leading zero',
      { type: 'timepicker', initial_time: '9:00' },
      `${at}/initial_time`,
      'pattern',
    ],
    [
      'a zone that does not exist',
      { type: 'timepicker', timezone: 'Europe/Aarhus' },
      `${at}/timezone`,
      'time-zone',
    ],
    [
      'milliseconds',
      { type: 'datetimepicker', initial_date_time: 1_628_633_820_000 },
      `${at}/initial_date_time`,
      '<=',
    ],
    [
      'seconds that are too few',
      { type: 'datetimepicker', initial_date_time: 1 },
      `${at}/initial_date_time`,
      '>=',
    ],
    [
      'a placeholder for a date and time',
      { type: 'datetimepicker', placeholder: plain() },
      at,
      'placeholder',
    ],
    [
      'a minimum above the maximum',
      textInput({ min_length: 2, max_length: 1 }),
      `${at}/min_length`,
      'max_length',
    ],
    ['a minimum below 0', textInput({ min_length: -1 }), `${at}/min_length`, '0'],
    ['a minimum of 3,001', textInput({ min_length: 3001 }), `${at}/min_length`, '3000'],
    ['a maximum of 0', textInput({ max_length: 0 }), `${at}/max_length`, '1'],
    ['a maximum of 3,001', textInput({ max_length: 3001 }), `${at}/max_length`, '3000'],
    [
      'a text that is longer than allowed',
      textInput({ initial_value: 'abc', max_length: 2 }),
      `${at}/initial_value`,
      'outside',
    ],
    ['a text of 3,001 characters', textInput({ initial_value: long(3001) }), `${at}/initial_value`, '3000'],
    [
      'a placeholder of 151 characters',
      textInput({ placeholder: plain(long(151)) }),
      `${at}/placeholder/text`,
      '150',
    ],
    ['a question about a text', textInput({ confirm: confirm() }), at, 'confirm'],
    [
      'an unknown trigger',
      textInput({ dispatch_action_config: { trigger_actions_on: ['blur'] } }),
      `${at}/dispatch_action_config/trigger_actions_on/0`,
      'on_enter',
    ],
    [
      'no triggers',
      textInput({ dispatch_action_config: { trigger_actions_on: [] } }),
      `${at}/dispatch_action_config/trigger_actions_on`,
      '1',
    ],
    [
      'a trigger twice',
      textInput({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_enter_pressed'] } }),
      `${at}/dispatch_action_config/trigger_actions_on`,
      'duplicate',
    ],
    ['several lines of e-mail', { type: 'email_text_input', multiline: true }, at, 'multiline'],
    ['several lines of URL', { type: 'url_text_input', multiline: true }, at, 'multiline'],
    [
      'a number input by a name it does not have',
      { type: 'number_text_input' },
      `${at}/type`,
      'number_text_input',
    ],
    ['a number that is a number', numberInput({ min_value: 1 }), `${at}/min_value`, 'string'],
    ['a number that is a word', numberInput({ max_value: 'ti' }), `${at}/max_value`, 'pattern'],
    [
      'a least above the most',
      numberInput({ min_value: '10', max_value: '9' }),
      `${at}/min_value`,
      'max_value',
    ],
    [
      'a number above the most',
      numberInput({ initial_value: '10', max_value: '9' }),
      `${at}/initial_value`,
      'outside',
    ],
    [
      'a number below the least',
      numberInput({ initial_value: '8', min_value: '9' }),
      `${at}/initial_value`,
      'outside',
    ],
    [
      'a decimal among whole numbers',
      numberInput({ initial_value: '0.5' }),
      `${at}/initial_value`,
      'decimals',
    ],
    ['rich text that is a string', richInput({ initial_value: 'A' }), `${at}/initial_value`, 'object'],
    ['rich text of 0 lines', richInput({ min_lines: 0 }), `${at}/min_lines`, '1'],
    ['rich text of 101 lines at least', richInput({ min_lines: 101 }), `${at}/min_lines`, '100'],
    ['rich text of 0 lines at most', richInput({ max_lines: 0 }), `${at}/max_lines`, '1'],
    [
      'e-mail of 3,001',
      { type: 'email_text_input', initial_value: long(3001) },
      `${at}/initial_value`,
      '3000',
    ],
    ['a URL of 3,001', { type: 'url_text_input', initial_value: long(3001) }, `${at}/initial_value`, '3000'],
    ['rich text of 101 lines', richInput({ max_lines: 101 }), `${at}/max_lines`, '100'],
    [
      'more lines at least than at most',
      richInput({ min_lines: 3, max_lines: 2 }),
      `${at}/min_lines`,
      'max_lines',
    ],
  ]);
});

/** What every object of a kind has in common: fields it needs, texts that aren't empty, flags, whole numbers. */
type Part = {
  what: string;
  whole: Json;
  put: (part: Json) => Problem[];
  at: string;
  needs?: string[];
  filled?: string[];
  flags?: string[];
  integers?: string[];
};

const asBlock = (what: string, whole: Json, needs: string[] = [], more: Partial<Part> = {}): Part => ({
  what,
  whole: { ...whole, block_id: 'b' },
  put: inMessage,
  at: '/blocks/0',
  needs,
  ...more,
  filled: ['block_id', ...(more.filled ?? [])],
});

const asElement = (whole: Json, needs: string[] = [], more: Partial<Part> = {}): Part => ({
  what: `a ${whole['type']}`,
  whole: { ...whole, action_id: 'a' },
  put: asInput,
  at: '/blocks/0/element',
  needs,
  ...more,
  filled: ['action_id', ...(more.filled ?? [])],
  flags: [...(more.flags ?? []), 'focus_on_load'],
});

const clickable = { put: asAction, at: '/blocks/0/elements/0' };

const asLeaf = (whole: Json, needs: string[], more: Partial<Part> = {}): Part => ({
  what: `rich text's ${whole['type']}`,
  whole,
  put: (part) => inModal(rich(words(part))),
  at: '/blocks/0/elements/0/elements/0',
  needs,
  ...more,
});

const asRich = (whole: Json, needs: string[], more: Partial<Part> = {}): Part => ({
  what: `a ${whole['type']}`,
  whole,
  put: (part) => inModal(rich(part)),
  at: '/blocks/0/elements/0',
  needs,
  ...more,
});

const onePoint = series('A', ['Runde']);
const oneAxis: Json = { categories: ['Runde'], x_label: 'x', y_label: 'y' };
const inPlot = (more: Json): Problem[] => inMessage(chart(plot(more, ['Runde'])));
const aText: Json = { type: 'text', text: 'Hej' };
const described = option('a', { description: plain() });
const viewParts = { put: problemsOfView, at: '' };

const parts: Part[] = [
  { ...viewParts, what: 'a home tab', whole: homeOf([divider]), needs: ['blocks'] },
  asBlock('a header', { type: 'header', text: plain() }, ['text']),
  asBlock('a divider', divider),
  asBlock('a section', section(), [], { flags: ['expand'] }),
  asBlock('an image', image, ['alt_text'], { filled: ['alt_text', 'image_url'] }),
  asBlock('a context', context(mrkdwn()), ['elements']),
  asBlock('an actions block', actions(button()), ['elements']),
  asBlock('an input', input(textInput()), ['label', 'element'], { flags: ['optional', 'dispatch_action'] }),
  asBlock('an input on the home tab', input(textInput()), ['label', 'element'], { put: inHome }),
  asBlock('an alert', alert(), ['text'], { put: inModal }),
  asBlock('a rich text', rich(words(aText)), ['elements']),
  asBlock('markdown', markdown(), ['text'], { filled: ['text'] }),
  asBlock('a table', table([[cell()]]), ['rows']),
  asBlock('a chart', chart(), ['title', 'chart'], { filled: ['title'] }),

  { ...asElement(button(), ['text'], { ...clickable, filled: ['url', 'accessibility_label'] }), flags: [] },
  { ...asElement(overflow(), ['options'], clickable), flags: [] },
  asElement(select()),
  asElement(multiSelect(), [], { integers: ['max_selected_items'] }),
  asElement({ type: 'users_select' }, [], { filled: ['initial_user'] }),
  asElement({ type: 'multi_users_select' }, [], { integers: ['max_selected_items'] }),
  asElement({ type: 'conversations_select' }, [], {
    filled: ['initial_conversation'],
    flags: ['default_to_current_conversation', 'response_url_enabled'],
  }),
  asElement({ type: 'channels_select' }, [], {
    filled: ['initial_channel'],
    flags: ['response_url_enabled'],
  }),
  asElement(radio(), ['options']),
  asElement(checkboxes(), ['options']),
  asElement({ type: 'datepicker' }, [], { filled: ['initial_date'] }),
  asElement({ type: 'timepicker' }, [], { filled: ['initial_time', 'timezone'] }),
  asElement({ type: 'datetimepicker' }, [], { integers: ['initial_date_time'] }),
  asElement(textInput(), [], { flags: ['multiline'], integers: ['min_length', 'max_length'] }),
  asElement({ type: 'email_text_input' }),
  asElement({ type: 'url_text_input' }),
  asElement(numberInput(), ['is_decimal_allowed'], {
    filled: ['initial_value', 'min_value', 'max_value'],
    flags: ['is_decimal_allowed'],
  }),
  asElement(richInput(), ['action_id'], { integers: ['min_lines', 'max_lines'] }),
  {
    what: 'an image element',
    whole: image,
    put: (part) => inModal(context(part)),
    at: '/blocks/0/elements/0',
    needs: ['alt_text'],
    filled: ['alt_text', 'image_url'],
  },

  {
    what: 'plain text',
    whole: plain(),
    put: (text) => inModal(section({ text })),
    at: '/blocks/0/text',
    needs: ['text'],
    filled: ['text'],
    flags: ['emoji'],
  },
  {
    what: 'mrkdwn',
    whole: mrkdwn(),
    put: (text) => inModal(section({ text })),
    at: '/blocks/0/text',
    needs: ['text'],
    filled: ['text'],
    flags: ['verbatim'],
  },
  {
    what: 'a menu option',
    whole: described,
    put: (part) => asInput(select({ options: [part] })),
    at: '/blocks/0/element/options/0',
    needs: ['text', 'value'],
    filled: ['value'],
  },
  {
    what: 'an overflow option',
    whole: described,
    put: (part) => asAction(overflow({ options: [part] })),
    at: '/blocks/0/elements/0/options/0',
    needs: ['text', 'value'],
    filled: ['value', 'url'],
  },
  {
    what: 'a radio option',
    whole: described,
    put: (part) => asInput(radio({ options: [part] })),
    at: '/blocks/0/element/options/0',
    needs: ['text', 'value'],
    filled: ['value'],
  },
  {
    what: 'a group',
    whole: group(),
    put: (part) => asInput(select({ options: undefined, option_groups: [part] })),
    at: '/blocks/0/element/option_groups/0',
    needs: ['label', 'options'],
  },
  {
    what: 'a question',
    whole: confirm(),
    put: (part) => asAction(button({ confirm: part })),
    at: '/blocks/0/elements/0/confirm',
    needs: ['title', 'text', 'confirm', 'deny'],
  },
  {
    what: 'a filter',
    whole: { include: ['im'] },
    put: (filter) => asInput({ type: 'conversations_select', filter }),
    at: '/blocks/0/element/filter',
    flags: ['exclude_bot_users', 'exclude_external_shared_channels'],
  },
  {
    what: 'a Slack file',
    whole: {},
    put: (file) => inModal({ type: 'image', alt_text: 'A', slack_file: file }),
    at: '/blocks/0/slack_file',
    filled: ['id', 'url'],
  },

  asRich(words(aText), ['elements']),
  asRich(richList(), ['style', 'elements'], { integers: ['indent', 'offset'] }),
  asRich({ type: 'rich_text_quote', elements: [aText] }, ['elements']),
  asRich({ type: 'rich_text_preformatted', elements: [aText] }, ['elements'], { filled: ['language'] }),
  asLeaf(aText, ['text'], { filled: ['text'] }),
  asLeaf({ type: 'link', url: 'u' }, ['url'], { filled: ['url', 'text'], flags: ['unsafe'] }),
  asLeaf({ type: 'user', user_id: 'U1' }, ['user_id'], { filled: ['user_id'] }),
  asLeaf({ type: 'usergroup', usergroup_id: 'S1' }, ['usergroup_id'], { filled: ['usergroup_id'] }),
  asLeaf({ type: 'channel', channel_id: 'C1' }, ['channel_id'], { filled: ['channel_id'] }),
  asLeaf({ type: 'broadcast', range: 'here' }, ['range']),
  asLeaf({ type: 'emoji', name: 'wave' }, ['name'], { filled: ['name', 'unicode'] }),
  asLeaf({ type: 'date', timestamp: 1, format: '{date}' }, ['timestamp', 'format'], {
    filled: ['format', 'url', 'fallback'],
    integers: ['timestamp'],
  }),
  {
    what: 'a style',
    whole: {},
    put: (style) => inModal(rich(words({ ...aText, style }))),
    at: '/blocks/0/elements/0/elements/0/style',
    flags: ['bold', 'italic', 'strike', 'code', 'underline'],
  },

  {
    what: 'a cell of text',
    whole: cell(),
    put: (part) => inMessage(table([[part]])),
    at: '/blocks/0/rows/0/0',
    needs: ['text'],
    filled: ['text'],
  },
  {
    what: 'a cell with a number',
    whole: { type: 'raw_number', value: 1, text: '1' },
    put: (part) => inMessage(table([[part]])),
    at: '/blocks/0/rows/0/0',
    needs: ['text', 'value'],
    filled: ['text'],
  },
  {
    what: 'a column',
    whole: {},
    put: (part) => inMessage(table([[cell()]], { column_settings: [part] })),
    at: '/blocks/0/column_settings/0',
    flags: ['is_wrapped'],
  },
  ...['line', 'bar', 'area'].map((type) => ({
    what: `a chart's ${type}`,
    whole: plot({ type }),
    put: (part: Json) => inMessage(chart(part)),
    at: '/blocks/0/chart',
    needs: ['series', 'axis_config'],
  })),
  {
    what: 'a pie',
    whole: { type: 'pie', segments: [segment()] },
    put: (part) => inMessage(chart(part)),
    at: '/blocks/0/chart',
    needs: ['segments'],
  },
  {
    what: 'a segment',
    whole: segment(),
    put: (part) => inMessage(pie(part)),
    at: '/blocks/0/chart/segments/0',
    needs: ['label', 'value'],
    filled: ['label'],
  },
  {
    what: 'a series',
    whole: onePoint,
    put: (part) => inPlot({ series: [part] }),
    at: '/blocks/0/chart/series/0',
    needs: ['name', 'data'],
    filled: ['name'],
  },
  {
    what: 'a point',
    whole: { label: 'Runde', value: 1 },
    put: (part) => inPlot({ series: [{ ...onePoint, data: [part] }] }),
    at: '/blocks/0/chart/series/0/data/0',
    needs: ['label', 'value'],
    filled: ['label'],
  },
  {
    what: 'an axis',
    whole: oneAxis,
    put: (part) => inPlot({ axis_config: part }),
    at: '/blocks/0/chart/axis_config',
    needs: ['categories'],
    filled: ['x_label', 'y_label'],
  },
];

describe.each(parts)('$what', ({ whole, put, at, needs = [], filled = [], flags = [], integers = [] }) => {
  const withField = (key: string, value: unknown) => put({ ...whole, [key]: value });
  const ids = filled.filter((key) => key === 'block_id' || key === 'action_id');

  test.each(needs)('needs its %s', (key) => {
    expect(withField(key, undefined)).toEqual([{ pointer: at, message: `missing required field: ${key}` }]);
  });
  test.each(filled)('has no empty %s', (key) => {
    expect(withField(key, '').map(({ pointer }) => pointer)).toContain(`${at}/${key}`);
  });
  test.each(ids)('has no %s of 256 characters', (key) => {
    expect(withField(key, long(255))).toEqual([]);
    expect(withField(key, long(256)).map(({ pointer }) => pointer)).toEqual([`${at}/${key}`]);
  });
  test.each(flags)('has %s as a flag, not as a word', (key) => {
    expect(withField(key, 'yes')).toContainEqual({ pointer: `${at}/${key}`, message: 'must be boolean' });
  });
  test.each(integers)('has no %s of one and a half', (key) => {
    expect(withField(key, 1.5)).toContainEqual({ pointer: `${at}/${key}`, message: 'must be integer' });
  });
  test('has no fields that Slack does not know', () => {
    expect(withField('colour', 'red')).toContainEqual({
      pointer: at,
      message: 'invalid additional property: colour',
    });
  });
});
