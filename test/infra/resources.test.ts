import { describe, expect, it } from 'vitest';
import { dueIndex, table } from '../../shared/store/keys.ts';
import { reader, synthesise } from './synth.ts';

describe.each(['prod', 'ann'])('the stage %s', (name) => {
  const stage = synthesise(name);
  const { of, named } = reader(stage);
  const prefix = `trivsel-${name}`;
  const keeps = name === 'prod';
  const properties = (type: string) => of(type).map(({ Properties }) => Properties);

  it('gives every queue dead letters, or has it be the dead letters of something', () => {
    const used = [
      ...properties('AWS::SQS::Queue').map(({ RedrivePolicy }) => RedrivePolicy?.deadLetterTargetArn),
      ...properties('AWS::Scheduler::Schedule').map(({ Target }) => Target.DeadLetterConfig?.Arn),
    ];
    const without = properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy === undefined);
    expect(without.map(({ QueueName }) => `${QueueName}.Arn`).sort()).toEqual(
      [...used.filter(Boolean)].sort(),
    );
    expect(without.map(({ MessageRetentionPeriod }) => MessageRetentionPeriod / 86_400)).toEqual([14, 14]);
  });

  it('encrypts every queue and refuses to talk to it without TLS', () => {
    const refused = properties('AWS::SQS::QueuePolicy')
      .filter(({ PolicyDocument }) =>
        PolicyDocument.Statement.some(
          ({ Effect, Condition }: { Effect: string; Condition?: Record<string, Record<string, string>> }) =>
            Effect === 'Deny' && Condition?.['Bool']?.['aws:SecureTransport'] === 'false',
        ),
      )
      .flatMap(({ Queues }) => Queues);
    const queues = properties('AWS::SQS::Queue');
    expect(refused.sort()).toEqual(queues.map(({ QueueName }) => QueueName).sort());
    expect(queues.map(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled)).toEqual([true, true, true]);
  });

  it('hides a message from the others six times as long as the worker may take, and tries it five times', () => {
    const { VisibilityTimeout, RedrivePolicy } = named('AWS::SQS::Queue', 'QueueName', `${prefix}-work`);
    const { Timeout } = named('AWS::Lambda::Function', 'FunctionName', `${prefix}-worker`);
    expect(VisibilityTimeout).toBe(180);
    expect(VisibilityTimeout).toBe(6 * Timeout);
    expect(RedrivePolicy).toEqual({ deadLetterTargetArn: `${prefix}-work-dlq.Arn`, maxReceiveCount: 5 });
  });

  it('feeds the worker small batches, a few at once, and takes back only those that failed', () => {
    expect(properties('AWS::Lambda::EventSourceMapping')).toMatchObject([
      {
        EventSourceArn: `${prefix}-work.Arn`,
        FunctionName: `${prefix}-worker`,
        BatchSize: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      },
    ]);
  });

  it('sends the reconcile to the work queue every hour, in the group, with dead letters', () => {
    expect(properties('AWS::Scheduler::Schedule')).toMatchObject([
      {
        GroupName: prefix,
        ScheduleExpression: 'rate(1 hour)',
        Target: {
          Arn: `${prefix}-work.Arn`,
          RoleArn: 'SchedulesRole.Arn',
          Input: '{"kind":"reconcile"}',
          DeadLetterConfig: { Arn: `${prefix}-schedule-dlq.Arn` },
        },
      },
    ]);
  });

  it('runs every function on Node 24 and arm64, with JSON logs in a group of its own', () => {
    const functions = properties('AWS::Lambda::Function');
    expect(functions).toHaveLength(2);
    for (const { FunctionName, Runtime, Architectures, Handler, LoggingConfig } of functions) {
      expect({ Runtime, Architectures, Handler, LoggingConfig }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogFormat: 'JSON', LogGroup: `/aws/lambda/${FunctionName}` },
      });
    }
  });

  it('gives the Slack function five seconds, the worker thirty, and each half a gigabyte', () => {
    const sizes = properties('AWS::Lambda::Function').map(({ FunctionName, Timeout, MemorySize }) => [
      FunctionName,
      Timeout,
      MemorySize,
    ]);
    expect(sizes).toEqual([
      [`${prefix}-slack`, 5, 512],
      [`${prefix}-worker`, 30, 512],
    ]);
  });

  it('stops a message that leads to ever more messages', () => {
    const stops = properties('AWS::Lambda::Function').map(({ RecursiveLoop }) => RecursiveLoop);
    expect(stops).toEqual(['Terminate', 'Terminate']);
  });

  it('keeps every log for a month', () => {
    const retention = properties('AWS::Logs::LogGroup').map(({ RetentionInDays }) => RetentionInDays);
    expect(retention).toEqual([30, 30, 30]);
  });

  it('opens the routes for Slack and for people’s own data, with payload format 2.0', () => {
    expect(properties('AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey)).toEqual([
      'POST /slack',
      'GET /data/{link}',
      'POST /data/{link}',
    ]);
    expect(properties('AWS::ApiGatewayV2::Integration')).toMatchObject([
      { IntegrationType: 'AWS_PROXY', IntegrationUri: `${prefix}-slack.Arn`, PayloadFormatVersion: '2.0' },
    ]);
  });

  it('throttles the API and logs of a request only when, how long and with which result', () => {
    const [{ DefaultRouteSettings, AccessLogSettings }] = properties('AWS::ApiGatewayV2::Stage');
    expect(DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
    expect(AccessLogSettings.DestinationArn).toBe(`/aws/vendedlogs/${prefix}-api.Arn`);
    expect(Object.keys(JSON.parse(AccessLogSettings.Format))).toEqual([
      ...['requestId', 'requestTime', 'routeKey', 'status', 'responseLatency', 'integrationLatency'],
      ...['integrationError', 'integrationRequestId'],
    ]);
  });

  it('keys the table and its keys-only index as the store does, on demand, without streams or expiry', () => {
    const [properties_] = properties('AWS::DynamoDB::GlobalTable');
    expect(properties_.KeySchema.map(key)).toEqual([table.partitionKey, table.sortKey]);
    expect(properties_.GlobalSecondaryIndexes).toMatchObject([
      { IndexName: dueIndex.name, Projection: { ProjectionType: 'KEYS_ONLY' } },
    ]);
    expect(properties_.GlobalSecondaryIndexes[0].KeySchema.map(key)).toEqual([
      dueIndex.partitionKey,
      dueIndex.sortKey,
    ]);
    expect(properties_.BillingMode).toBe('PAY_PER_REQUEST');
    expect(properties_).not.toHaveProperty('StreamSpecification');
    expect(properties_).not.toHaveProperty('TimeToLiveSpecification');
  });

  it('can bring the table back to any second of the last seven days', () => {
    const [{ Replicas }] = properties('AWS::DynamoDB::GlobalTable');
    expect(Replicas).toHaveLength(1);
    expect(Replicas[0].PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 7,
    });
  });

  it(`${keeps ? 'protects and retains the table and both stacks' : 'lets everything be deleted'}`, () => {
    const [{ DeletionPolicy, UpdateReplacePolicy, Properties }] = of('AWS::DynamoDB::GlobalTable');
    const policy = keeps ? 'Retain' : 'Delete';
    expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual({
      DeletionPolicy: policy,
      UpdateReplacePolicy: policy,
    });
    expect(Properties.Replicas[0].DeletionProtectionEnabled).toBe(keeps);
    expect(stage.stage.stateful.terminationProtection).toBe(keeps);
    expect(stage.stage.stateless.terminationProtection).toBe(keeps);
    const retained = Object.values<{ DeletionPolicy?: string }>(stage.stateless.toJSON()['Resources']).filter(
      (resource) => resource.DeletionPolicy === 'Retain',
    );
    expect(retained).toEqual([]);
  });

  it(`${keeps ? 'encrypts the table with a rotated key of its own' : 'pays for no key'}`, () => {
    const [{ Replicas }] = properties('AWS::DynamoDB::GlobalTable');
    expect(Replicas[0].SSESpecification?.KMSMasterKeyId).toBe(keeps ? 'Key.Arn' : undefined);
    expect(
      of('AWS::KMS::Key').map(({ DeletionPolicy, Properties }) => [
        DeletionPolicy,
        Properties.EnableKeyRotation,
      ]),
    ).toEqual(keeps ? [['Retain', true]] : []);
  });

  it('has every alarm name its section of the runbook and tell the topic when it goes off and when it ends', () => {
    const alarms = properties('AWS::CloudWatch::Alarm');
    expect(alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1])).toEqual([
      ...[
        'work-dlq-not-empty',
        'schedule-dlq-not-empty',
        'slack-function-errors',
        'slack-function-throttles',
      ],
      'worker-errors',
      'missed-instants',
      'prompts-given-up',
    ]);
    for (const { AlarmName, AlarmDescription, AlarmActions, OKActions, Threshold } of alarms) {
      expect(AlarmName).toBe(`${prefix}-${AlarmDescription.split('docs/runbook.md#')[1]}`);
      expect({ AlarmActions, OKActions, Threshold }).toEqual({
        AlarmActions: [`${prefix}-alarms`],
        OKActions: [`${prefix}-alarms`],
        Threshold: 1,
      });
    }
  });

  it('mails alarms to the address of the context', () => {
    expect(properties('AWS::SNS::Subscription')).toEqual([
      { Protocol: 'email', Endpoint: 'ops@example.com', TopicArn: `${prefix}-alarms` },
    ]);
  });

  it('watches both dead-letter queues and both functions', () => {
    const watched = properties('AWS::CloudWatch::Alarm').map(({ MetricName, Dimensions }) =>
      `${MetricName} of ${Dimensions[0].Value}`.replace('.QueueName', ''),
    );
    expect(watched).toEqual([
      `ApproximateNumberOfMessagesVisible of ${prefix}-work-dlq`,
      `ApproximateNumberOfMessagesVisible of ${prefix}-schedule-dlq`,
      `Errors of ${prefix}-slack`,
      `Throttles of ${prefix}-slack`,
      `Errors of ${prefix}-worker`,
      `MissedInstants of ${prefix}-worker`,
      `GivenUp of ${prefix}-worker`,
    ]);
  });

  it('lets CloudWatch publish to the topic, which its own policy would otherwise forbid', () => {
    const [{ PolicyDocument }] = properties('AWS::SNS::TopicPolicy');
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' },
          ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:eu-west-1:AWS::AccountId:alarm:${prefix}-*` },
        },
      }),
    );
  });

  it('tags what it makes with the app and the stage', () => {
    for (const type of [
      'AWS::Lambda::Function',
      'AWS::SQS::Queue',
      'AWS::Logs::LogGroup',
      'AWS::IAM::Role',
    ]) {
      for (const { Tags } of properties(type)) {
        expect(Tags).toEqual([
          { Key: 'app', Value: 'trivsel' },
          { Key: 'stage', Value: name },
        ]);
      }
    }
  });
});

it.each(['Prod', '1st', '', 'a-name-of-more-than-twenty'])('refuses to name a stage "%s"', (name) => {
  expect(() => synthesise(name)).toThrow('A stage is named with 1 to 20 of a-z, 0-9 and -');
});

const key = ({ AttributeName }: { AttributeName: string }) => AttributeName;
