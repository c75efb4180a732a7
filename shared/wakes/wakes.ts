import * as z from 'zod';
import type { PersonId } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';

/** Ids reach queue and schedule names as they are: Slack's are letters and digits. */
const id = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

/**
 * What travels through the queue. A wake says whom to look at and carries no intent and no text. A channel becomes the
 * second kind of recipient.
 */
export const queueMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), tenant: id, user: id }),
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
  soon(person: PersonId, delaySeconds: number, signal?: AbortSignal): Promise<void>;
  /** The person's only scheduled look is then, whatever it was before. */
  at(person: PersonId, instant: Instant, now: Instant): Promise<void>;
}

export function wakeOf({ tenant, user }: PersonId): QueueMessage {
  return { kind: 'person', tenant, user };
}
