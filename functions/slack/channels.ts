import type { PersonId } from '../../shared/domain/person.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { mostToldOf, type Slack, SlackRefusal } from '../../shared/slack/slack.ts';

type ChannelDeps = { slack: (tenant: string) => Slack };

/** A group's channel is the workspace's own, not archived, and the app is in it: a private one is else out of its sight. */
export async function refusalOfChannel(
  { slack }: ChannelDeps,
  { tenant }: PersonId,
  channel: string,
): Promise<Refusal | undefined> {
  try {
    const { isDirect, isArchived, isShared, isMember } = await slack(tenant).channel(channel);
    if (isDirect) return refuse('not-a-channel');
    if (isArchived) return refuse('channel-archived');
    if (isShared) return refuse('channel-shared');
    return isMember ? undefined : refuse('channel-needs-invitation');
  } catch (error) {
    if (error instanceof SlackRefusal && error.isFinal) return refuse('channel-needs-invitation');
    throw error;
  }
}

/** All who are in the channel but the app itself. Undefined where Slack doesn't tell: the form then says nothing of it. */
export async function readersOf(
  { slack }: ChannelDeps,
  { tenant }: PersonId,
  channel: string,
): Promise<string[] | undefined> {
  try {
    const [members, own] = await Promise.all([
      slack(tenant).channelMembers(channel),
      slack(tenant).ownUser(),
    ]);
    // Of a very large channel Slack told only a part.
    return members.length >= mostToldOf ? undefined : members.filter((user) => user !== own);
  } catch (error) {
    if (error instanceof SlackRefusal) return undefined;
    throw error;
  }
}
