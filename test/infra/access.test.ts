import { describe, expect, it } from 'vitest';
import { readSlackEnvironment, readWorkerEnvironment } from '../../shared/config.ts';
import { reader, synthesise } from './synth.ts';

/** Stands in for what CloudFormation would put in the place of a queue's reference. */
const url = (name: string) => `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`;

/** What shared/store/dynamo.ts sends, and no more. */
const items = ['BatchGetItem', 'PutItem'];
const keyUses = [
  ...['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'],
  ...['ReEncryptFrom', 'ReEncryptTo'],
];
/** What shared/wakes/scheduler.ts sends. */
const schedules = ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'];
const consumption = [
  'ReceiveMessage',
  'ChangeMessageVisibility',
  'GetQueueUrl',
  'DeleteMessage',
  'GetQueueAttributes',
];

const may = (service: string, actions: string[], resources: string[], condition?: object): string[] =>
  resources.flatMap((resource) =>
    actions.map((action) => {
      const when = condition ? ` if ${JSON.stringify({ StringEquals: condition })}` : '';
      return `Allow ${service}:${action} on ${resource}${when}`;
    }),
  );

describe.each(['prod', 'ann'])('the stage %s', (name) => {
  const { of, named, permissions } = reader(synthesise(name));
  const prefix = `trivsel-${name}`;
  const ssm = `arn:aws:ssm:eu-west-1:AWS::AccountId:parameter/trivsel/${name}`;
  const table = [
    ...may('dynamodb', items, [`${prefix}.Arn`]),
    ...(name === 'prod'
      ? may('kms', keyUses, ['Key.Arn'], { 'kms:ViaService': 'dynamodb.eu-west-1.AWS::URLSuffix' })
      : []),
  ];
  const logs = (fn: string) =>
    may('logs', ['CreateLogStream', 'PutLogEvents'], [`/aws/lambda/${prefix}-${fn}.Arn`]);
  const send = may('sqs', ['SendMessage'], [`${prefix}-work.Arn`]);

  it('lets the Slack function use the table, send to the queue, read its two secrets, and nothing else', () => {
    const secrets = may('ssm', ['GetParameter'], [`${ssm}/slack-bot-token`, `${ssm}/slack-signing-secret`]);
    expect(permissions('SlackRole')).toEqual([...table, ...logs('slack'), ...send, ...secrets].sort());
  });

  it('lets the worker use the table and its index, the queue, one secret and the schedules of the group, and nothing else', () => {
    expect(permissions('WorkerRole')).toEqual(
      [
        ...[...table, ...logs('worker'), ...send],
        ...may('dynamodb', ['DeleteItem'], [`${prefix}.Arn`]),
        ...may('dynamodb', ['Query'], [`${prefix}.Arn/index/due`]),
        ...may('ssm', ['GetParameter'], [`${ssm}/slack-bot-token`]),
        ...may('sqs', consumption, [`${prefix}-work.Arn`]),
        ...may('scheduler', schedules, [`arn:aws:scheduler:eu-west-1:AWS::AccountId:schedule/${prefix}/*`]),
        ...may('iam', ['PassRole'], ['SchedulesRole.Arn'], {
          'iam:PassedToService': 'scheduler.amazonaws.com',
        }),
      ].sort(),
    );
  });

  it('lets the schedules send to the work queue and their dead letters, and nothing else', () => {
    const queues = [`${prefix}-schedule-dlq.Arn`, `${prefix}-work.Arn`];
    expect(permissions('SchedulesRole')).toEqual(may('sqs', ['SendMessage'], queues));
  });

  it('lets only schedules of its own group take the role of the schedules', () => {
    const role = of('AWS::IAM::Role').find(({ Properties }) => Properties.Description?.includes('schedules'));
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceArn': `${prefix}.Arn`, 'aws:SourceAccount': 'AWS::AccountId' },
        },
      },
    ]);
    expect(of('AWS::Scheduler::ScheduleGroup').map(({ Properties }) => Properties.Name)).toEqual([prefix]);
  });

  it('has no wildcard in an action, no Scan and no managed policy, in any role', () => {
    const roles = of('AWS::IAM::Role').map(({ Properties }) => Properties);
    const statements = of('AWS::IAM::Policy').flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement,
    );
    const actions: string[] = statements.flatMap(({ Action }) => Action);
    expect(actions.length).toBeGreaterThan(15);
    expect(actions.filter((action) => /[*]|^dynamodb:.*(Scan|Stream|Shard|Record)/.test(action))).toEqual([]);
    expect(statements.filter(({ Resource }) => [Resource].flat().includes('*'))).toEqual([]);
    expect(roles.filter(({ ManagedPolicyArns, Policies }) => ManagedPolicyArns ?? Policies)).toEqual([]);
  });

  it('fills the Slack function’s environment with exactly what its schema knows', () => {
    const environment = {
      ...named('AWS::Lambda::Function', 'FunctionName', `${prefix}-slack`).Environment.Variables,
    };
    expect(environment).toEqual({
      TABLE_NAME: prefix,
      QUEUE_URL: `${prefix}-work`,
      PUBLIC_URL: `${prefix}.ApiEndpoint`,
      SLACK_BOT_TOKEN_PARAMETER: `/trivsel/${name}/slack-bot-token`,
      SLACK_SIGNING_SECRET_PARAMETER: `/trivsel/${name}/slack-signing-secret`,
    });
    const deployed = {
      ...environment,
      QUEUE_URL: url(environment.QUEUE_URL),
      PUBLIC_URL: 'https://a1b2.execute-api.eu-west-1.amazonaws.com',
    };
    expect(readSlackEnvironment(deployed)).toEqual(deployed);
  });

  it('fills the worker’s environment with exactly what its schema knows', () => {
    const environment = {
      ...named('AWS::Lambda::Function', 'FunctionName', `${prefix}-worker`).Environment.Variables,
    };
    expect(environment).toEqual({
      TABLE_NAME: prefix,
      QUEUE_URL: `${prefix}-work`,
      QUEUE_ARN: `${prefix}-work.Arn`,
      SLACK_BOT_TOKEN_PARAMETER: `/trivsel/${name}/slack-bot-token`,
      SCHEDULE_GROUP: prefix,
      SCHEDULE_ROLE_ARN: 'SchedulesRole.Arn',
      SCHEDULE_DLQ_ARN: `${prefix}-schedule-dlq.Arn`,
    });
    const deployed = { ...environment, QUEUE_URL: url(environment.QUEUE_URL) };
    expect(readWorkerEnvironment(deployed)).toEqual(deployed);
  });
});
