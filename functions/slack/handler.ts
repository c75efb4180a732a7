import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readSlackEnvironment } from '../../shared/config.ts';
import { instantFromMillis } from '../../shared/domain/time.ts';
import { cachedSecret } from '../../shared/secrets/secrets.ts';
import { readParameter } from '../../shared/secrets/ssm.ts';
import { webSlack } from '../../shared/slack/web.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import type { Wakes } from '../../shared/wakes/wakes.ts';
import { slackApp } from './app.ts';

/** The Slack function: environment to dependencies. Clients that a plain command doesn't need are loaded when one does. */
const environment = readSlackEnvironment();
const log = new Logger({ serviceName: 'trivsel-slack' });

// Two attempts of a second: the whole answer has two and a half.
const patience = { maxAttempts: 2, requestHandler: { connectionTimeout: 500, requestTimeout: 1000 } };
const store = dynamoStore(new DynamoDBClient(patience), environment.TABLE_NAME);

let queue: Promise<Wakes['soon']> | undefined;
async function openQueue(): Promise<Wakes['soon']> {
  const [{ SQSClient }, { sqsSoon }] = await Promise.all([
    import('@aws-sdk/client-sqs'),
    import('../../shared/wakes/sqs.ts'),
  ]);
  return sqsSoon(new SQSClient(patience), environment.QUEUE_URL);
}
const soon: Wakes['soon'] = async (...wake) => {
  queue ??= openQueue();
  return (await queue)(...wake);
};

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
    const slack = webSlack(token, environment.SLACK_API_URL, 'answer');
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
    });
    made = { secret, token, handle };
  }
  return made.handle;
}

export async function handler(event: unknown) {
  const handle = await currentApp();
  return handle(event);
}
