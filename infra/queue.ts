import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface WorkQueueProps {
  /** Begins the queues' names. */
  readonly prefix: string;

  /**
   * The consumer's time-out. A message stays invisible six times as long, which leaves time to retry a batch
   * that was throttled: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
   * @default Duration.seconds(30)
   */
  readonly consumerTimeout?: Duration;

  /**
   * How often a message is tried before it is put aside.
   * @default 5 - as few as the same page recommends
   */
  readonly maxReceiveCount?: number;

  /**
   * How many workers run at once. Five can send more than Slack lets one app post, and leave room for the
   * Slack function in a new account, which may have ten concurrent executions in all.
   * @default 5
   */
  readonly maxConcurrency?: number;

  /**
   * How many messages a worker takes at once. Few, because a time-out repeats them all.
   * @default 5
   */
  readonly batchSize?: number;
}

/** The one work queue, with its dead letters. It carries wakes and the hourly reconcile. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #props: WorkQueueProps;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.#props = props;
    this.deadLetters = deadLetterQueue(this, `${props.prefix}-work-dlq`);
    this.queue = new Queue(this, 'Queue', {
      queueName: `${props.prefix}-work`,
      visibilityTimeout: Duration.seconds(6 * (props.consumerTimeout ?? Duration.seconds(30)).toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount ?? 5 },
      // Shorter than the dead letters', because a message keeps its age when it moves there.
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
  }

  /** Lets the worker consume the queue. Messages it names as failed come back, the others are gone. */
  feed(worker: IFunction): void {
    worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: this.#props.batchSize ?? 5,
        maxConcurrency: this.#props.maxConcurrency ?? 5,
        reportBatchItemFailures: true,
      }),
    );
    Validations.of(worker).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: "SQS event sources know no failure destination; the queue's redrive policy does its work.",
    });
  }
}

/** A queue for what failed for good: kept for as long as SQS allows, so that a human has the time to look. */
export function deadLetterQueue(scope: Construct, queueName: string): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    queueName,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
  Validations.of(queue).acknowledge({
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'It is where dead letters end; an alarm says when there are any.',
  });
  return queue;
}
