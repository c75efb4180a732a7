import type { PersonId } from '../../shared/domain/person.ts';
import { describeError, type Log } from '../../shared/log.ts';
import type { Slack, SlackMessage } from '../../shared/slack/slack.ts';

type RepaintDeps = { slack: (tenant: string) => Slack; log: Log };

/** A message that was sent, if it was: the prompt's or the news'. */
type Sent = { channel?: string | undefined; ts?: string | undefined };

/** Repaints what somebody was sent. Left as it is it does no harm, so that what fails is only logged. */
export async function repaint(
  { slack, log }: RepaintDeps,
  { tenant, user }: PersonId,
  { channel, ts }: Sent,
  content: SlackMessage,
): Promise<void> {
  if (channel === undefined || ts === undefined) return;
  try {
    await slack(tenant).updateMessage({ channel, ts }, content);
  } catch (error) {
    log.warn('A message was not repainted', { tenant, user, ...describeError(error) });
  }
}
