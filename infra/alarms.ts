import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface AlarmsProps {
  /** Begins the alarms' names. */
  readonly prefix: string;

  /** Alarmed on errors and throttles: somebody in Slack got no answer. */
  readonly slack: IFunction;

  /** Alarmed on errors: a whole batch failed, or timed out. */
  readonly worker: IFunction;

  /** Alarmed when not empty: a message failed for good. */
  readonly workDeadLetters: IQueue;

  /** Alarmed when not empty: a schedule could not reach the work queue. */
  readonly scheduleDeadLetters: IQueue;

  /**
   * Gets a mail when an alarm goes off and when it is over, after confirming the subscription.
   * @default - nobody
   */
  readonly email?: string;

  /**
   * How long a metric is summed up.
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;
}

/** What the worker counts (functions/worker/handler.ts); there should be none of it. */
function counted(metricName: string, worker: IFunction, period: Duration): IMetric {
  return new Metric({
    namespace: 'Trivsel',
    metricName,
    dimensionsMap: { service: 'worker', function: worker.functionName },
    statistic: 'Maximum',
    period,
  });
}

/** What a human must see. Every alarm names the section of the runbook that says what to do. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly #prefix: string;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#prefix = props.prefix;
    this.topic = this.#topic(props);
    const period = props.period ?? Duration.minutes(5);
    const waiting = (queue: IQueue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });

    this.#alarm('work-dlq-not-empty', 'A message failed for good', waiting(props.workDeadLetters));
    this.#alarm(
      'schedule-dlq-not-empty',
      'A schedule did not reach the queue',
      waiting(props.scheduleDeadLetters),
    );
    this.#alarm(
      'slack-function-errors',
      'Somebody in Slack got no answer',
      props.slack.metricErrors({ period }),
    );
    this.#alarm('slack-function-throttles', 'Slack was turned away', props.slack.metricThrottles({ period }));
    this.#alarm('worker-errors', 'The worker failed on a whole batch', props.worker.metricErrors({ period }));
    this.#alarm(
      'missed-instants',
      'Somebody was not written to in time',
      counted('MissedInstants', props.worker, period),
    );
    this.#alarm(
      'prompts-given-up',
      'Messages were given up for their slot',
      counted('GivenUp', props.worker, period),
    );
  }

  /** One is too many: each is a person who waits in vain, or soon will. */
  #alarm(section: string, what: string, metric: IMetric): void {
    const alarm = new Alarm(this, section, {
      alarmName: `${this.#prefix}-${section}`,
      alarmDescription: `${what}. What to do: docs/runbook.md#${section}`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // No traffic means no data.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }

  #topic({ prefix, email }: AlarmsProps): Topic {
    const topic = new Topic(this, 'Topic', { topicName: `${prefix}-alarms`, enforceSSL: true });
    this.#letAlarmsPublish(topic);
    if (email !== undefined) {
      const subscription = topic.addSubscription(new EmailSubscription(email));
      Validations.of(subscription).acknowledge({
        id: 'Serverless::Serverless-SNSRedrivePolicy',
        reason: 'SNS retries mail by itself, and the alarm stays visible in CloudWatch.',
      });
    }
    return topic;
  }

  /**
   * A policy of one's own (here, for TLS) replaces the one by which everything in the account may publish:
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  #letAlarmsPublish(topic: Topic): void {
    const stack = Stack.of(this);
    const alarms = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `${this.#prefix}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
  }
}
