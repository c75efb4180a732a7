import { z } from 'zod';

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
  SLACK_SIGNING_SECRET: name.optional(),
  SLACK_SIGNING_SECRET_PARAMETER: name.optional(),
});

const workerEnvironment = common.extend({
  QUEUE_ARN: name,
  SCHEDULE_GROUP: name,
  SCHEDULE_ROLE_ARN: name,
  SCHEDULE_DLQ_ARN: name,
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
