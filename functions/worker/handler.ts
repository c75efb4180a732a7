import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsCredentials, readWorkerEnvironment } from '../../shared/config.ts';
import { instantFromMillis } from '../../shared/domain/time.ts';
import { cachedSecret } from '../../shared/secrets/secrets.ts';
import { parameterReader } from '../../shared/secrets/ssm.ts';
import { webSlack } from '../../shared/slack/web.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { scheduledWakes } from '../../shared/wakes/scheduler.ts';
import { sqsSoon } from '../../shared/wakes/sqs.ts';
import { workerApp } from './app.ts';

/** The worker function: environment to dependencies. */
const environment = readWorkerEnvironment();
const log = new Logger({ serviceName: 'trivsel-worker' });
const emf = new Metrics({ namespace: 'Trivsel', serviceName: 'worker' });

// The function has thirty seconds, and Slack may take twelve of them.
const aws = {
  credentials: readAwsCredentials(),
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 },
};
const soon = sqsSoon(new SQSClient(aws), environment.QUEUE_URL);
const wakes = scheduledWakes(soon, new SchedulerClient(aws), {
  group: environment.SCHEDULE_GROUP,
  roleArn: environment.SCHEDULE_ROLE_ARN,
  queueArn: environment.QUEUE_ARN,
  deadLetterArn: environment.SCHEDULE_DLQ_ARN,
});
const store = dynamoStore(new DynamoDBClient(aws), environment.TABLE_NAME);

const botToken = cachedSecret(
  'SLACK_BOT_TOKEN',
  { value: environment.SLACK_BOT_TOKEN, parameter: environment.SLACK_BOT_TOKEN_PARAMETER },
  parameterReader(aws),
  Date.now,
);

export async function handler(event: unknown, context: { functionName: string }) {
  const slack = webSlack(await botToken(), environment.SLACK_API_URL, 'worker');
  const now = () => instantFromMillis(Date.now());
  const count = (name: string) => (times: number) => {
    // Two stages in one account are two functions, and each has its alarm.
    emf.addDimension('function', context.functionName);
    emf.addMetric(name, MetricUnit.Count, times);
    emf.publishStoredMetrics();
  };
  const metrics = { missedInstants: count('MissedInstants'), givenUp: count('GivenUp') };
  return workerApp({ store, wakes, slack: () => slack, now, log, metrics })(event);
}
