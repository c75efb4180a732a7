import type { Group, Posted, PostKind } from '../../shared/domain/group.ts';
import { withMessage } from '../../shared/domain/group-look.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { describeError, type Log } from '../../shared/log.ts';
import { printOf } from '../../shared/print.ts';
import { type Slack, type SlackMessage, SlackRefusal } from '../../shared/slack/slack.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { cardMessage } from '../../shared/views/group-card.ts';
import { endedMessage } from '../../shared/views/group-ended.ts';
import { testMessage, themesMessage } from '../../shared/views/group-test-post.ts';
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
    case 'assessment':
      return testMessage(group, texts);
    case 'themes':
      return themesMessage(group, texts);
  }
}

/**
 * The group once every message of its that says something else by now was repainted. `isLeft`: something failed that may
 * work in a while.
 */
export async function paint(
  deps: PaintDeps,
  group: Group,
  now: Instant,
): Promise<{ group: Group; isLeft: boolean }> {
  let painted = group;
  let isLeft = false;
  // A channel that takes no message takes no change of one either, and may have new readers.
  for (const { what, posted } of group.blocked ? [] : messagesOf(group)) {
    let content = contentOf(painted, what, now);
    if (printOf(content) === posted.painted) continue;
    let became = await update(deps, group, posted, content);
    if (became === 'no-chart' && !painted.plain) {
      painted = { ...painted, plain: true };
      content = contentOf(painted, what, now);
      became = await update(deps, group, posted, content);
    }
    if (became === 'later') isLeft = true;
    else if (became !== 'closed')
      painted = withMessage(painted, what, { ...posted, painted: printOf(content) });
  }
  return { group: painted, isLeft };
}

function messagesOf({ card, ended, round, assessment }: Group): { what: PostKind; posted: Posted }[] {
  const messages: [PostKind, Posted | undefined][] = [
    ['card', card],
    ['opening', round?.opening],
    ['summary', round?.summary],
    ['ending', ended],
    ['assessment', assessment?.opening],
    ['themes', assessment?.themes],
  ];
  return messages.flatMap(([what, posted]) => (posted ? [{ what, posted }] : []));
}

/**
 * `done`, also what can't be: somebody deleted the message, or Slack has another reason to refuse it for good. `no-chart`:
 * the workspace may not know charts. `closed`: the channel takes nothing. `later`: it may work in a while.
 */
async function update(
  { slack, log }: PaintDeps,
  { tenant, channel }: Group,
  { ts }: Posted,
  content: SlackMessage,
): Promise<'done' | 'no-chart' | 'closed' | 'later'> {
  try {
    await slack(tenant).updateMessage({ channel, ts }, content);
    return 'done';
  } catch (error) {
    log.warn('A message of a channel was not repainted', { tenant, channel, ...describeError(error) });
    if (!(error instanceof SlackRefusal)) return 'later';
    if (error.isFinal) return 'closed';
    return error.code === 'invalid_blocks' ? 'no-chart' : 'done';
  }
}
