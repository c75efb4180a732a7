import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { longestDelaySeconds, type Wakes, wakeOf } from './wakes.ts';

export function sqsSoon(client: SQSClient, queueUrl: string): Wakes['soon'] {
  return async (recipient, delaySeconds, signal) => {
    const command = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify(wakeOf(recipient)),
      DelaySeconds: Math.min(Math.max(Math.ceil(delaySeconds), 0), longestDelaySeconds),
    });
    await client.send(command, signal === undefined ? {} : { abortSignal: signal });
  };
}
