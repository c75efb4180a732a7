import { createHash } from 'node:crypto';

/** What something that is painted in Slack says, in a few letters: whether it says something else by now. */
export function printOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}
