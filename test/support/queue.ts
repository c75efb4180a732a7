import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';

type Worker = (event: unknown) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;

export const region = 'eu-west-1';
/** The engines ask for credentials and believe any. */
export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/**
 * The work queue as infra/queue.ts has it, in fauxqs: dead letters after five receives. Only that a message stays
 * invisible is shorter, since nobody can move fauxqs's clock.
 */
export async function openQueue({ visibilitySeconds = 1, receives = 5 } = {}) {
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: region });
  const dead = server.createQueue('work-dlq', { region });
  const redrive = { deadLetterTargetArn: dead.queueArn, maxReceiveCount: receives };
  const attributes = { VisibilityTimeout: String(visibilitySeconds), RedrivePolicy: JSON.stringify(redrive) };
  const work = server.createQueue('work', { region, attributes });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new SQSClient({ endpoint, region, credentials });
  const url = (name: string) => `${endpoint}/000000000000/${name}`;

  async function receive(waitSeconds = 0, queue = 'work') {
    const command = new ReceiveMessageCommand({
      QueueUrl: url(queue),
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: waitSeconds,
    });
    return (await client.send(command)).Messages ?? [];
  }

  /**
   * What Lambda's event source does: receives a batch, runs the worker, and deletes what it did not name as failed.
   * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
   */
  async function deliver(worker: Worker, waitSeconds = 0) {
    const messages = await receive(waitSeconds);
    if (messages.length === 0) return { received: [], failed: [] };
    const records = messages.map((message) => ({
      messageId: message.MessageId ?? '',
      receiptHandle: message.ReceiptHandle ?? '',
      body: message.Body ?? '',
      eventSource: 'aws:sqs',
      eventSourceARN: work.queueArn,
    }));
    const { batchItemFailures } = await worker({ Records: records });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const done = records.filter(({ messageId }) => !failed.has(messageId));
    if (done.length > 0) {
      const entries = done.map(({ receiptHandle }, index) => ({
        Id: `${index}`,
        ReceiptHandle: receiptHandle,
      }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: url('work'), Entries: entries }));
    }
    const bodies = (which: typeof records) => which.map(({ body }) => body);
    return {
      received: bodies(records),
      failed: bodies(records.filter(({ messageId }) => failed.has(messageId))),
    };
  }

  return {
    endpoint,
    client,
    url: url('work'),
    arn: work.queueArn,
    deadLetterArn: dead.queueArn,
    receive,
    deliver,
    send: (body: string) => server.sendMessage('work', body, { region }),
    /** What is in the queue, with the seconds of delay it was sent with. */
    contents: () => {
      const { ready = [], delayed = [] } = server.inspectQueue('work')?.messages ?? {};
      return [...ready, ...delayed].map(({ body, messageAttributes, delayUntil, sentTimestamp }) => ({
        body,
        attributes: Object.keys(messageAttributes ?? {}),
        delay: delayUntil === undefined ? 0 : (delayUntil - sentTimestamp) / 1000,
      }));
    },
    empty: () => server.reset(),
    deadLetters: () => receive(0, 'work-dlq'),
    close: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
