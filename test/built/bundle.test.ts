import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../local/clock.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { signedEvent, signingSecret } from '../../local/gateway.ts';
import { Journal } from '../../local/journal.ts';
import { SlackClient } from '../../playground/slack/client.ts';
import { SlackState, team } from '../../playground/slack/state.ts';
import { botToken, WebApi } from '../../playground/slack/web-api.ts';
import { millisOf } from '../../shared/domain/time.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { Hands, mette, queueEvent, wakeOf } from '../support/live.ts';
import { credentials, openQueue, region } from '../support/queue.ts';
import { FakeScheduler } from '../support/scheduler.ts';
import { openParameters } from '../support/ssm.ts';
import { build, Lambda } from './lambda.ts';

/** The two files that are deployed, as Lambda runs them: their own process, the documented environment, the wire. */

type Answer = { statusCode: number; body?: string };

let database: Database;
let queue: Awaited<ReturnType<typeof openQueue>>;
let scheduler: FakeScheduler;
let parameters: Awaited<ReturnType<typeof openParameters>>;
let slack: SlackState;
let webApi: WebApi;
let environment: Record<'slack' | 'worker', Record<string, string>>;
const running: Lambda[] = [];

beforeAll(async () => {
  build();
  const journal = new Journal();
  slack = new SlackState(journal, new Clock(journal));
  slack.putUser(mette);
  webApi = new WebApi(slack);
  database = await openDatabase('trivsel-test');
  queue = await openQueue();
  scheduler = await FakeScheduler.open();
  parameters = await openParameters({ '/trivsel/token': botToken, '/trivsel/signing': signingSecret });
  const common = {
    TABLE_NAME: 'trivsel-test',
    QUEUE_URL: queue.url,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: await webApi.listen(),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ENDPOINT_URL_SQS: queue.endpoint,
    AWS_ENDPOINT_URL_SSM: parameters.endpoint,
  };
  environment = {
    slack: { ...common, SLACK_SIGNING_SECRET: signingSecret },
    worker: {
      ...common,
      AWS_ENDPOINT_URL_SCHEDULER: scheduler.endpoint,
      QUEUE_ARN: queue.arn,
      SCHEDULE_GROUP: 'trivsel-test',
      SCHEDULE_ROLE_ARN: 'arn:aws:iam::123456789012:role/trivsel-test',
      SCHEDULE_DLQ_ARN: queue.deadLetterArn,
    },
  };
}, 60_000);
afterEach(() => {
  for (const lambda of running.splice(0)) lambda.stop();
});
afterAll(async () => {
  await Promise.all([webApi.close(), database.close(), queue.close(), scheduler.close(), parameters.close()]);
});

async function start(name: 'slack' | 'worker', env = environment[name]): Promise<Lambda> {
  const lambda = await Lambda.start(name, env);
  running.push(lambda);
  return lambda;
}

/** The environment with the secrets named, not given. */
function withParameters(name: 'slack' | 'worker', token = '/trivsel/token'): Record<string, string> {
  const { SLACK_BOT_TOKEN: _, SLACK_SIGNING_SECRET: __, ...rest } = environment[name];
  return { ...rest, SLACK_BOT_TOKEN_PARAMETER: token, SLACK_SIGNING_SECRET_PARAMETER: '/trivsel/signing' };
}

const command = (text: string) =>
  signedEvent({
    command: '/trivsel',
    text,
    user_id: mette.id,
    team_id: team,
    channel_id: 'D0METTE',
    trigger_id: slack.newTrigger(mette.id),
    is_enterprise_install: 'false',
  });

it('from the command to the agreement, its wake, its schedule and its DM', async () => {
  const [app, worker] = await Promise.all([start('slack'), start('worker')]);
  const hands = new Hands(mette.id, slack, new SlackClient(slack, (event) => app.call<Answer>(event)));
  const store = dynamoStore(database.client, 'trivsel-test');
  // Follow-ups begin when the workspace has said whom one can talk to.
  const workspace = await store.workspace(team);
  await store.saveWorkspace({ ...workspace, contacts: [{ name: 'HR', reach: 'Ida, 12 34 56 78' }] });
  await hands.agree();
  const saved = await store.person({ tenant: team, user: mette.id });
  expect(saved?.agreement?.points[0]).toMatchObject({ title: 'En formiddag uden møder' });
  expect(scheduler.requests).toEqual([]);

  const body = JSON.stringify({ kind: 'person', tenant: team, user: mette.id });
  expect(new Set(queue.contents().map((message) => `${message.delay} ${message.body}`))).toEqual(
    new Set([`10 ${body}`]),
  );
  const delivered = await queue.deliver((event) => worker.call(event), 20);
  expect(delivered.received[0]).toBe(body);
  expect(delivered.failed).toEqual([]);
  const waiting = await store.person({ tenant: team, user: mette.id });
  expect(scheduler.only()).toMatchObject({
    Name: `person-${team}-${mette.id}`,
    GroupName: 'trivsel-test',
    ScheduleExpression: `at(${waiting?.wakeAt?.replace('Z', '')})`,
    Target: {
      Arn: queue.arn,
      RoleArn: 'arn:aws:iam::123456789012:role/trivsel-test',
      DeadLetterConfig: { Arn: queue.deadLetterArn },
      Input: body,
    },
  });

  // When the time has come the schedule puts its input into the queue.
  const due = millisOf(waiting?.wakeAt ?? '');
  const sent = await worker.call(queueEvent(scheduler.only().Target.Input ?? ''), due);
  expect(sent).toEqual({ batchItemFailures: [] });
  expect(hands.messages().map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
  expect((await store.person({ tenant: team, user: mette.id }))?.prompt?.state).toBe('sent');
  expect(scheduler.requests.slice(-2)).toEqual(['POST 409', 'PUT 200']);
  expect(scheduler.only().ScheduleExpression).not.toBe(`at(${waiting?.wakeAt?.replace('Z', '')})`);

  for (const { log } of [app, worker]) expect(log).not.toMatch(/formiddag|Sparring|Mette/);
}, 60_000);

describe('the secrets', () => {
  it('given by the names of parameters serve the Slack function, and are read once', async () => {
    const app = await start('slack', withParameters('slack'));
    parameters.reads.length = 0;
    for (let time = 0; time < 3; time += 1) {
      expect(await app.call<Answer>(command('hjælp'))).toMatchObject({ statusCode: 200 });
    }
    expect(parameters.reads.sort()).toEqual(['/trivsel/signing', '/trivsel/token']);
  });

  it('given by the names of parameters serve the worker, for five minutes', async () => {
    const worker = await start('worker', withParameters('worker'));
    parameters.reads.length = 0;
    const now = Date.now();
    for (const [minutes, reads] of [
      [0, 1],
      [4.9, 1],
      [5.1, 2],
      [9, 2],
    ] as const) {
      await worker.call(wakeOf('U0NOBODY'), now + minutes * 60_000);
      expect(parameters.reads).toHaveLength(reads);
    }
    expect(new Set(parameters.reads)).toEqual(new Set(['/trivsel/token']));
  });

  it('given directly are not asked for elsewhere', async () => {
    const app = await start('slack');
    parameters.reads.length = 0;
    expect(await app.call<Answer>(command('hjælp'))).toMatchObject({ statusCode: 200 });
    expect(parameters.reads).toEqual([]);
  });

  it('of somebody else open nothing', async () => {
    const app = await start('slack', { ...environment.slack, SLACK_SIGNING_SECRET: 'another' });
    expect(await app.call<Answer>(command('hjælp'))).toMatchObject({ statusCode: 401 });
  });

  it('that nobody gave are named', async () => {
    const { SLACK_BOT_TOKEN: _, ...env } = environment.worker;
    const worker = await start('worker', env);
    await expect(worker.call(wakeOf('U0NOBODY'))).rejects.toThrow(
      'Neither SLACK_BOT_TOKEN nor SLACK_BOT_TOKEN_PARAMETER is set',
    );
  });

  it('whose parameter is not there are an error', async () => {
    const worker = await start('worker', withParameters('worker', '/trivsel/elsewhere'));
    await expect(worker.call(wakeOf('U0NOBODY'))).rejects.toThrow('ParameterNotFound');
  });
});

describe('a variable that is missing is named', () => {
  const needed = [
    ...['TABLE_NAME', 'QUEUE_URL'].map((variable) => ({ name: 'slack' as const, variable })),
    ...[
      'TABLE_NAME',
      'QUEUE_URL',
      'QUEUE_ARN',
      'SCHEDULE_GROUP',
      'SCHEDULE_ROLE_ARN',
      'SCHEDULE_DLQ_ARN',
    ].map((variable) => ({ name: 'worker' as const, variable })),
  ];
  it.concurrent.each(needed)('$variable, for the $name function', async ({ name, variable }) => {
    const { [variable]: _, ...env } = environment[name];
    await expect(Lambda.start(name, env)).rejects.toThrow(variable);
  });
});

describe('an event that is none', () => {
  it.each([{}, { headers: {}, body: '' }, { Records: [] }])('%j is answered, not thrown', async (event) => {
    const app = await start('slack');
    expect(await app.call<Answer>(event)).toMatchObject({ statusCode: 400 });
  });
});
