import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterQueue } from './queue.ts';

export interface WakeSchedulesProps {
  /** The group's name, and the beginning of the queue's. */
  readonly prefix: string;

  /** Where every schedule sends its message. */
  readonly work: IQueue;

  /**
   * How often the worker looks for wakes that were lost.
   * @default Duration.hours(1)
   */
  readonly reconcileEvery?: Duration;
}

/**
 * The group of one-time schedules (one per recipient, made by the worker), the role they run under, the queue
 * for what they could not deliver, and the one schedule that CDK makes: the hourly reconcile.
 */
export class WakeSchedules extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WakeSchedulesProps) {
    super(scope, id);
    // Not retained: deleting it takes its schedules along, and the reconcile makes those anew.
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: props.prefix,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A queue of its own: "deleted after completion" also holds for a schedule whose every attempt failed.
    this.deadLetters = deadLetterQueue(this, `${props.prefix}-schedule-dlq`);
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: "It is a dead-letter queue, that of the schedules' targets, which the rule doesn't look at.",
    });
    this.role = this.#executionRole([props.work, this.deadLetters]);
    this.#reconcile(props);
  }

  /**
   * The trust names the group, not a schedule, so that nobody else's schedules can borrow the role:
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
   */
  #executionRole(queues: IQueue[]): Role {
    const role = new Role(this, 'Role', {
      description: 'Lets the schedules of the group send to the work queue',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceArn': this.group.scheduleGroupArn,
            'aws:SourceAccount': Stack.of(this).account,
          },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: queues.map((queue) => queue.queueArn) }),
    );
    return role;
  }

  #reconcile(props: WakeSchedulesProps): void {
    const every = props.reconcileEvery ?? Duration.hours(1);
    new Schedule(this, 'Reconcile', {
      scheduleName: 'reconcile',
      description: 'Tells the worker to look for wakes that were lost',
      scheduleGroup: this.group,
      schedule: ScheduleExpression.rate(every),
      target: new SqsSendMessage(props.work, {
        input: ScheduleTargetInput.fromObject({ kind: 'reconcile' }),
        // Without updates: the target would state again what the role already may.
        role: this.role.withoutPolicyUpdates(),
        deadLetterQueue: this.deadLetters,
        // The next one does the same work.
        maxEventAge: every,
      }),
    });
  }
}
