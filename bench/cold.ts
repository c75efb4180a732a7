import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { signedEvent, signingSecret } from '../local/gateway.ts';
import type { Stubs } from './stubs.ts';

/** Milliseconds from the spawn of the process to the answer, and the most memory it ever had. */
export type Cold = { millis: number; peakBytes: number };
export type Who = { tenant: string; user: string };

const report = z.object({ statusCode: z.literal(200), body: z.literal(''), peakBytes: z.number() });

/** One cold start of the file that exports `handler`. Throws unless it read once, opened one view and said nothing. */
export async function coldStart(file: string, stubs: Stubs, who: Who): Promise<Cold> {
  const env = environment(stubs, who);
  stubs.asked.length = 0;
  const began = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.cjs'), file], { env });
  let said = '';
  let complaint = '';
  let millis = 0;
  child.stdout.on('data', (chunk) => {
    millis ||= performance.now() - began;
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  await new Promise((resolve) => child.on('close', resolve));
  const asked = stubs.asked.join(', ');
  if (said === '' || !/^(Batch)?GetItem, views\.open$/.test(asked)) {
    throw new Error(`${file}: asked for "${asked}", said "${said}"\n${complaint}`);
  }
  return { millis, peakBytes: report.parse(JSON.parse(said)).peakBytes };
}

/** Lambda's, with the endpoints exchanged: credentials always come with a session token there. */
function environment(stubs: Stubs, { tenant, user }: Who): Record<string, string> {
  const event = signedEvent({
    ...{ command: '/trivsel', text: '', team_id: tenant, user_id: user, channel_id: 'D0BENCH' },
    ...{ api_app_id: 'A0BENCH', is_enterprise_install: 'false', trigger_id: '1.2.bench' },
  });
  return {
    BENCH_EVENT: JSON.stringify(event),
    NODE_EXTRA_CA_CERTS: stubs.certificate,
    HOME: tmpdir(),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_LAMBDA_FUNCTION_NAME: 'bench',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_SESSION_TOKEN: 'bench',
    AWS_ENDPOINT_URL_DYNAMODB: stubs.dynamoUrl,
    SLACK_API_URL: stubs.slackUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    TABLE_NAME: 'bench',
    QUEUE_URL: 'https://127.0.0.1:1/000000000000/bench',
  };
}
