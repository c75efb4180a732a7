import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { dueIndex } from '../shared/store/keys.ts';
import type { WakeSchedules } from './schedules.ts';

// CDK's own grants are wider than what we do: `grantReadWriteData` includes Scan and streams, and a key's
// `grantEncryptDecrypt` has wildcards.

/** A few items at a time, read and written whole by their keys. Nothing is queried or scanned. */
export function mayUseTable(fn: Lambda, table: TableV2): void {
  allow(fn, ['BatchGetItem', 'PutItem'].map(of('dynamodb')), [table.tableArn]);
  if (table.encryptionKey) mayUseKey(fn, table.encryptionKey.keyArn);
}

/** An item at a time: that of somebody who is forgotten. */
export function mayForget(fn: Lambda, table: TableV2): void {
  allow(fn, ['dynamodb:DeleteItem'], [table.tableArn]);
}

/** The index of what is due, for those who look after everybody: the reconcile, new settings, somebody's leaving. */
export function mayFindDue(fn: Lambda, table: TableV2): void {
  allow(fn, ['dynamodb:Query'], [`${table.tableArn}/index/${dueIndex.name}`]);
}

/**
 * DynamoDB uses the key in the caller's name. The actions are those it needs at least, without `CreateGrant`,
 * which only who makes the table needs:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
function mayUseKey(fn: Lambda, keyArn: string): void {
  const actions = [
    'Encrypt',
    'Decrypt',
    'ReEncryptFrom',
    'ReEncryptTo',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'DescribeKey',
  ];
  const { region, urlSuffix } = Stack.of(fn);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map(of('kms')),
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } },
    }),
  );
}

export function maySend(fn: Lambda, queue: IQueue): void {
  allow(fn, ['sqs:SendMessage'], [queue.queueArn]);
}

/**
 * Exactly these parameters. They are encrypted with the key `aws/ssm`, whose own policy lets every principal
 * of the account decrypt through SSM, so that no `kms:Decrypt` is needed here:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-restrict-decryption.html
 */
export function mayReadSecrets(fn: Lambda, names: string[]): void {
  const arn = (name: string) =>
    Stack.of(fn).formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.replace(/^\//, '') });
  allow(fn, ['ssm:GetParameter'], names.map(arn));
}

/**
 * Writing the schedules of the one group, deleting that of somebody who is forgotten (the others delete themselves), and
 * handing their role to Scheduler, to nobody else.
 */
export function mayScheduleWakes(fn: Lambda, { group, role }: WakeSchedules): void {
  const schedules = Stack.of(fn).formatArn({
    service: 'scheduler',
    resource: 'schedule',
    resourceName: `${group.scheduleGroupName}/*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  allow(fn, ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'].map(of('scheduler')), [schedules]);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
  );
  const anySchedule = `arn:aws:scheduler:${Stack.of(fn).region}:<AWS::AccountId>:schedule/${group.scheduleGroupName}/*`;
  Validations.of(fn.role ?? fn).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${anySchedule}]`,
    reason: 'The worker makes one schedule per recipient; the group holds nothing else but the reconcile.',
  });
}

const of = (service: string) => (action: string) => `${service}:${action}`;

function allow(fn: Lambda, actions: string[], resources: string[]): void {
  fn.addToRolePolicy(new PolicyStatement({ actions, resources }));
}
