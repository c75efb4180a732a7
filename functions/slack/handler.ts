import { randomBytes, randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsCredentials, readSlackEnvironment } from '../../shared/config.ts';
import { instantFromMillis } from '../../shared/domain/time.ts';
import { cachedSecret } from '../../shared/secrets/secrets.ts';
import { parameterReader } from '../../shared/secrets/ssm.ts';
import { webSlack } from '../../shared/slack/web.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { sqsSoon } from '../../shared/wakes/sqs.ts';
import type { Wakes } from '../../shared/wakes/wakes.ts';
import { slackApp } from './app.ts';
import { httpsFetch } from './https-fetch.ts';

/**
 * The Slack function: environment to dependencies. Clients that a plain command doesn't need are made when one does;
 * loading them later, too, would cost more than it saves (docs/decisions/0006).
 */
const environment = readSlackEnvironment();
const log = new Logger({ serviceName: 'trivsel-slack' });

// Two attempts of a second: the whole answer has two and a half.
const aws = {
  credentials: readAwsCredentials(),
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1000 },
};
const store = dynamoStore(new DynamoDBClient(aws), environment.TABLE_NAME);

let queue: Wakes['soon'] | undefined;
const soon: Wakes['soon'] = (...wake) => {
  queue ??= sqsSoon(new SQSClient(aws), environment.QUEUE_URL);
  return queue(...wake);
};

const readParameter = parameterReader(aws);
const signingSecret = cachedSecret(
  'SLACK_SIGNING_SECRET',
  { value: environment.SLACK_SIGNING_SECRET, parameter: environment.SLACK_SIGNING_SECRET_PARAMETER },
  readParameter,
  Date.now,
);
const botToken = cachedSecret(
  'SLACK_BOT_TOKEN',
  { value: environment.SLACK_BOT_TOKEN, parameter: environment.SLACK_BOT_TOKEN_PARAMETER },
  readParameter,
  Date.now,
);

let made: { secret: string; token: string; handle: ReturnType<typeof slackApp> } | undefined;

/** The app for the secrets in force: made once, and anew after they were rotated. */
async function currentApp(): Promise<ReturnType<typeof slackApp>> {
  const [secret, token] = await Promise.all([signingSecret(), botToken()]);
  if (made?.secret !== secret || made.token !== token) {
    const slack = webSlack(token, environment.SLACK_API_URL, 'answer', httpsFetch);
    const now = () => instantFromMillis(Date.now());
    const newReference = () => randomUUID().slice(0, 8);
    const handle = slackApp({
      signingSecret: secret,
      store,
      soon,
      slack: () => slack,
      now,
      log,
      newReference,
      publicUrl: () => environment.PUBLIC_URL,
      newToken: () => randomBytes(32).toString('base64url'),
    });
    made = { secret, token, handle };
  }
  return made.handle;
}

export async function handler(event: unknown) {
  const handle = await currentApp();
  return handle(event);
}
