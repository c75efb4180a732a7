import { describe, expect, it } from 'vitest';
import { readSlackEnvironment, readWorkerEnvironment } from '../shared/config.ts';

const common = {
  TABLE_NAME: 'trivsel-prod',
  QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/trivsel-prod-work',
};
const worker = {
  ...common,
  QUEUE_ARN: 'arn:aws:sqs:eu-west-1:123456789012:trivsel-prod-work',
  SCHEDULE_GROUP: 'trivsel-prod',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::123456789012:role/trivsel',
  SCHEDULE_DLQ_ARN: 'arn:aws:sqs:eu-west-1:123456789012:trivsel-prod-dlq',
};

const functions = [
  { name: 'Slack function', read: readSlackEnvironment, least: common as Record<string, string> },
  { name: 'worker', read: readWorkerEnvironment, least: worker as Record<string, string> },
];

describe.each(functions)("the $name's environment", ({ read, least }) => {
  it('is read, and nothing else with it', () => {
    expect(read({ ...least, PATH: '/bin', AWS_SECRET_ACCESS_KEY: 'secret' })).toEqual(least);
  });

  it('may name the secrets and Slack', () => {
    const given = {
      ...least,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_BOT_TOKEN_PARAMETER: '/trivsel/token',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    };
    expect(read(given)).toEqual(given);
  });

  it.each(Object.keys(least))('without %s says which is missing', (name) => {
    expect(() => read({ ...least, [name]: undefined })).toThrow(name);
  });

  it.each(Object.keys(least))('with an empty %s says which is wrong', (name) => {
    expect(() => read({ ...least, [name]: '' })).toThrow(name);
  });

  it('says all that is missing at once', () => {
    for (const name of Object.keys(least)) expect(() => read({})).toThrow(name);
  });

  it.each([
    ['QUEUE_URL', 'trivsel-prod-work'],
    ['SLACK_API_URL', 'slack.com'],
    ['SLACK_BOT_TOKEN', ''],
    ['SLACK_BOT_TOKEN_PARAMETER', ''],
  ])('does not take %s=%j', (name, value) => {
    expect(() => read({ ...least, [name]: value })).toThrow(name);
  });
});

it('the signing secret is for the Slack function alone', () => {
  const given = { ...worker, SLACK_SIGNING_SECRET: 's', SLACK_SIGNING_SECRET_PARAMETER: '/p' };
  expect(readSlackEnvironment(given)).toEqual({
    ...common,
    SLACK_SIGNING_SECRET: 's',
    SLACK_SIGNING_SECRET_PARAMETER: '/p',
  });
  expect(readWorkerEnvironment(given)).toEqual(worker);
});
