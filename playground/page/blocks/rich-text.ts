export type Style = {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
  underline?: boolean;
};

/** What stands in a line of rich text: each kind has some of these. */
export type Piece = {
  type: string;
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  usergroup_id?: string;
  range?: string;
  name?: string;
  unicode?: string;
  timestamp?: number;
  fallback?: string;
  style?: Style;
};

export type RichElement = {
  type: string;
  /** Of a list: `bullet` or `ordered`. */
  style?: string;
  indent?: number;
  offset?: number;
  elements?: (Piece | RichElement)[];
};

export type RichTextValue = { type: 'rich_text'; elements: RichElement[] };

/** What is typed into a rich text field, as Slack sends it: here without formatting. */
export const richTextOf = (text: string): RichTextValue => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** The letters of rich text, a line per section. */
export const lettersOf = ({ elements }: RichTextValue): string => elements.map(lettersIn).join('\n');

const lettersIn = ({ elements = [] }: RichElement): string =>
  elements
    .map((part) => ('elements' in part ? `${lettersIn(part)}\n` : ((part as Piece).text ?? '')))
    .join('');
