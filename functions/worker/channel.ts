import { createHash } from 'node:crypto';
import type { Group, Posted, PostKind } from '../../shared/domain/group.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { type Slack, type SlackMessage, SlackRefusal } from '../../shared/slack/slack.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { cardMessage } from '../../shared/views/group-card.ts';
import { endedMessage } from '../../shared/views/group-ended.ts';
import { openingMessage } from '../../shared/views/round-post.ts';
import { summaryMessage } from '../../shared/views/summary.ts';

/** A group's messages in its channel, in the channel's language. */

type PaintDeps = { slack: (tenant: string) => Slack; log: Log };

export function contentOf(group: Group, what: PostKind, now: Instant): SlackMessage {
  const texts = textsIn(group.language);
  switch (what) {
    case 'card':
      return cardMessage(group, now, texts);
    case 'opening':
      return openingMessage(group, texts);
    case 'summary':
      return summaryMessage(group, texts);
    case 'ending':
      return endedMessage(group, texts);
  }
}

/** What a message says, in a few letters: whether it says something else by now. */
export function printOf(content: SlackMessage): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

/**
 * The group once every message of its that says something else by now was repainted. What fails is logged, and tried by the
 * next look.
 */
export async function paint(deps: PaintDeps, group: Group, now: Instant): Promise<Group> {
  let painted = group;
  for (const { what, posted } of messagesOf(group)) {
    const content = contentOf(painted, what, now);
    const print = printOf(content);
    if (print === posted.painted || !(await update(deps, group, posted, content))) continue;
    painted = withPrint(painted, what, { ...posted, painted: print });
  }
  return painted;
}

function messagesOf({ card, ended, round }: Group): { what: PostKind; posted: Posted }[] {
  const messages: [PostKind, Posted | undefined][] = [
    ['card', card],
    ['opening', round?.opening],
    ['summary', round?.summary],
    ['ending', ended],
  ];
  return messages.flatMap(([what, posted]) => (posted ? [{ what, posted }] : []));
}

/** Whether it needs no more tries: a message somebody deleted stays deleted. */
async function update(
  { slack, log }: PaintDeps,
  { tenant, channel }: Group,
  { ts }: Posted,
  content: SlackMessage,
): Promise<boolean> {
  try {
    await slack(tenant).updateMessage({ channel, ts }, content);
    return true;
  } catch (error) {
    log.warn('A message of a channel was not repainted', { tenant, channel, ...describeError(error) });
    return error instanceof SlackRefusal && error.code === 'message_not_found';
  }
}

function withPrint(group: Group, what: PostKind, message: Posted): Group {
  const { round } = group;
  switch (what) {
    case 'card':
      return { ...group, card: message };
    case 'ending':
      return { ...group, ended: message };
    case 'opening':
      return { ...group, round: round && { ...round, opening: message } };
    case 'summary':
      return { ...group, round: round && { ...round, summary: message } };
  }
}
