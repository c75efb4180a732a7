import * as z from 'zod';
import type { GroupId } from '../domain/group.ts';
import type { PersonId } from '../domain/person.ts';
import { isGroupId, isPersonId, type RecipientId } from '../domain/recipient.ts';
import type { Instant } from '../domain/time.ts';

/** Ids reach queue and schedule names as they are: Slack's are letters and digits. */
const id = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

/** What travels through the queue. A wake says whom to look at and carries no intent and no text. */
export const queueMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), tenant: id, user: id }),
  z.object({ kind: z.literal('channel'), tenant: id, channel: id }),
  z.object({ kind: z.literal('workspace'), tenant: id }),
  z.object({ kind: z.literal('reconcile') }),
]);
export type QueueMessage = z.infer<typeof queueMessage>;

/**
 * A submit asks for its wake before it writes, with more delay than the Slack function lives (5 s): when the wake
 * comes, the write has happened or never will.
 */
export const afterTheWriteSeconds = 10;

/** SQS's longest delay. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const longestDelaySeconds = 900;

/** EventBridge Scheduler has a precision of 60 seconds and needs room before its time: nearer ones go by queue. */
export const shortestScheduleSeconds = 900;

/** Looks come back through here. At least once, in any order, late or early: a look is always harmless. */
export interface Wakes {
  /** A look after a delay of 0–900 seconds (`longestDelaySeconds`). */
  soon(recipient: RecipientId, delaySeconds: number, signal?: AbortSignal): Promise<void>;
  /** The recipient's only scheduled look is then, whatever it was before. */
  at(recipient: PersonId | GroupId, instant: Instant, now: Instant): Promise<void>;
  /** The recipient's only scheduled look is no more; there need not be one. */
  cancel(recipient: PersonId | GroupId): Promise<void>;
}

export function wakeOf(recipient: RecipientId): QueueMessage {
  const { tenant } = recipient;
  if (isPersonId(recipient)) return { kind: 'person', tenant, user: recipient.user };
  if (isGroupId(recipient)) return { kind: 'channel', tenant, channel: recipient.channel };
  return { kind: 'workspace', tenant };
}

/** The name of a recipient's only schedule, also among its logs: 1–64 of `[0-9a-zA-Z-_.]`. */
export function scheduleName(recipient: PersonId | GroupId): string {
  const { tenant } = recipient;
  return isPersonId(recipient)
    ? `person-${tenant}-${recipient.user}`
    : `channel-${tenant}-${recipient.channel}`;
}
