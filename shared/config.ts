import * as z from 'zod';

// Otherwise zod compiles a parser for each schema: worth it from the hundredth object on, and paid for at every cold start.
z.config({ jitless: true });

/**
 * The environment of the functions: their documented interface (README, "Configure"), and the type that
 * `infra` must fill. Nothing else in the project reads `process.env`.
 *
 * A secret is given either directly or as the name of an SSM SecureString parameter.
 */
const name = z.string().min(1);

const common = z.object({
  TABLE_NAME: name,
  QUEUE_URL: z.url(),
  SLACK_BOT_TOKEN: name.optional(),
  SLACK_BOT_TOKEN_PARAMETER: name.optional(),
  SLACK_API_URL: z.url().optional(),
});

const slackEnvironment = common.extend({
  /** Where the API can be reached, for the page on which people read their own data; without it there is none. */
  PUBLIC_URL: z.url().optional(),
  SLACK_SIGNING_SECRET: name.optional(),
  SLACK_SIGNING_SECRET_PARAMETER: name.optional(),
});

const workerEnvironment = common.extend({
  QUEUE_ARN: name,
  SCHEDULE_GROUP: name,
  SCHEDULE_ROLE_ARN: name,
  SCHEDULE_DLQ_ARN: name,
});

/** Lambda puts them there itself; the session token is missing only elsewhere. */
const awsCredentials = z.object({
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: name,
  AWS_SESSION_TOKEN: name.optional(),
});

export type SlackEnvironment = z.infer<typeof slackEnvironment>;
export type WorkerEnvironment = z.infer<typeof workerEnvironment>;

type Source = Record<string, string | undefined>;

/** The Slack function's environment. Throws a ZodError that names what is missing. */
export function readSlackEnvironment(source: Source = process.env): SlackEnvironment {
  return slackEnvironment.parse(source);
}

/** The worker's environment. Throws a ZodError that names what is missing. */
export function readWorkerEnvironment(source: Source = process.env): WorkerEnvironment {
  return workerEnvironment.parse(source);
}

/**
 * Who we are to AWS. The environment is the only place looked at: the SDK's own search knows seven more, and loads them
 * at every cold start. Throws a ZodError that names what is missing.
 */
export function readAwsCredentials(source: Source = process.env) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = awsCredentials.parse(source);
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
}
