import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Wakes, wakeOf } from './wakes.ts';

/** SQS's longest delay. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const longestDelaySeconds = 900;

export function sqsSoon(client: SQSClient, queueUrl: string): Wakes['soon'] {
  return async (person, delaySeconds, signal) => {
    const command = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify(wakeOf(person)),
      DelaySeconds: Math.min(Math.max(Math.ceil(delaySeconds), 0), longestDelaySeconds),
    });
    await client.send(command, signal === undefined ? {} : { abortSignal: signal });
  };
}
