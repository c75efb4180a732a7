import { z } from 'zod';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Json, SlackState } from './state.ts';
import { problemsOfMessage } from './validate/index.ts';

/**
 * "You can use these URLs to publish up to 5 times within 30 minutes."
 * https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses. By the virtual clock: an hour that is
 * skipped has passed for the URL, too.
 */
const mostUses = 5;
const livesSeconds = 30 * 60;

/** Who did something and where; `ts` is the message that they did it in. */
export type Origin = { user: string; channel: string; ts?: string };

const published = z.object({
  text: z.string().default(''),
  blocks: z.array(z.record(z.string(), z.unknown())).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});

/** HTTP's status and body, as Slack answers. */
export type Responded = { status: number; body: string };

/** The pages name no errors: their codes are as others have met them, the statuses a guess. */
const refused = (status: number, error: string): Responded => ({
  status,
  body: JSON.stringify({ ok: false, error }),
});

/** The URLs that Slack gives with commands and clicks, to answer to without a token, wherever the bot is or isn't. */
export class ResponseUrls {
  /** Where they are served, once something serves them. */
  base = 'http://127.0.0.1:9/response/';
  private readonly open = new Map<string, Origin & { uses: number; until: Instant }>();

  /** A new one, for what was done there and then. */
  create(id: string, origin: Origin, now: Instant): string {
    this.open.set(id, { ...origin, uses: 0, until: addSeconds(now, livesSeconds) });
    return `${this.base}${id}`;
  }

  /** What a POST of this body to it does. */
  respond(state: SlackState, id: string, body: unknown, now: Instant): Responded {
    const url = this.open.get(id);
    if (url === undefined) return refused(404, 'invalid_url');
    if (now > url.until) return refused(404, 'expired_url');
    if (url.uses >= mostUses) return refused(404, 'used_url');
    const parsed = published.safeParse(body);
    if (!parsed.success) return refused(400, 'invalid_payload');
    const { text, blocks, delete_original } = parsed.data;
    const content = { text, ...(blocks === undefined ? {} : { blocks: blocks as Json[] }) };
    const isEmpty = text === '' && blocks === undefined;
    if (isEmpty && !delete_original) return refused(400, 'no_text');
    if (!isEmpty && problemsOfMessage(content).length > 0) return refused(400, 'invalid_blocks');
    url.uses += 1;
    publish(state, url, parsed.data, content);
    return { status: 200, body: 'ok' };
  }
}

/** A command has no original: that what would replace it is a new message is a guess. */
function publish(
  state: SlackState,
  { channel, user, ts }: Origin,
  { response_type, replace_original, delete_original }: z.infer<typeof published>,
  content: { text: string; blocks?: Json[] },
): void {
  const original = ts === undefined ? undefined : state.message(channel, ts);
  if (delete_original) {
    if (original) state.deleteMessage(channel, original.ts);
  } else if (original && replace_original) state.editMessage(original, content);
  else {
    const reader = response_type === 'ephemeral' ? { reader: user } : {};
    state.addMessage({ ...content, channel, author: 'app', ...reader });
  }
}
