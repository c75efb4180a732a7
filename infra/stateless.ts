import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { SlackApi } from './api.ts';
import { slackFunction, workerFunction } from './functions.ts';
import { WorkQueue } from './queue.ts';
import { WakeSchedules } from './schedules.ts';

export interface StatelessStackProps {
  /** Begins every physical name, such as `trivsel-prod`. */
  readonly prefix: string;

  /**
   * Whether the stack is protected against deletion: a new API has a new address, which Slack must be told.
   */
  readonly keep: boolean;

  /** The table of the stateful stack. */
  readonly table: TableV2;

  /** Where the two secrets lie in SSM's Parameter Store, such as `/trivsel/prod`. */
  readonly secretsPath: string;

  /** The folders with the built functions, each with an `index.cjs`. */
  readonly code: { readonly slack: string; readonly worker: string };

  /**
   * Who gets a mail when an alarm goes off.
   * @default - nobody
   */
  readonly alarmEmail?: string;
}

/**
 * What can be deleted and deployed again. Its messages and schedules only repeat what the table says in
 * `wakeAt`; the hourly reconcile finds whatever was lost with them.
 */
export class StatelessStack extends Stack {
  constructor(scope: Construct, id: string, props: StatelessStackProps) {
    const { prefix, keep, table, secretsPath, code } = props;
    super(scope, id, {
      stackName: `${prefix}-stateless`,
      description: 'Trivsel: API, functions, queue, schedules, alarms',
      terminationProtection: keep,
    });

    const work = new WorkQueue(this, 'Work', { prefix });
    const schedules = new WakeSchedules(this, 'Schedules', { prefix, work: work.queue });
    const api = new SlackApi(this, 'Api', { prefix });
    const slack = slackFunction(this, {
      prefix,
      code: code.slack,
      table,
      secretsPath,
      work: work.queue,
      publicUrl: api.url,
    });
    api.answeredBy(slack);
    const worker = workerFunction(this, {
      prefix,
      code: code.worker,
      table,
      secretsPath,
      work: work.queue,
      schedules,
    });
    work.feed(worker);
    const alarms = new Alarms(this, 'Alarms', {
      prefix,
      slack,
      worker,
      workDeadLetters: work.deadLetters,
      scheduleDeadLetters: schedules.deadLetters,
      ...(props.alarmEmail === undefined ? {} : { email: props.alarmEmail }),
    });

    new CfnOutput(this, 'RequestUrl', {
      value: api.requestUrl,
      description: 'For every URL in the Slack manifest',
    });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn });
  }
}
