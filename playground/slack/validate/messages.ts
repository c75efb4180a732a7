import { blocksOn } from './blocks.ts';
import { object, type Schema } from './schema.ts';

/**
 * `text` is our rule, not Slack's: mobile notifications show nothing else. Its 4,000 characters are Slack's
 * (chat.update refuses more, and whatever is posted may be updated later).
 */
export const messageSchema: Schema = object(
  'methods/chat.postMessage',
  { text: { type: 'string', format: 'not-blank', maxLength: 4000 } },
  { blocks: { type: 'array', items: blocksOn('message'), maxItems: 50 } },
);
