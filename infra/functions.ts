import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { SlackEnvironment, WorkerEnvironment } from '../shared/config.ts';
import {
  mayFindDue,
  mayForget,
  mayReadSecrets,
  mayScheduleWakes,
  maySend,
  mayUseTable,
} from './permissions.ts';
import type { WakeSchedules } from './schedules.ts';

/**
 * A deployed function reads its secrets from SSM and talks to the real Slack; the rest of its type must be
 * filled.
 */
type OnlyElsewhere = 'SLACK_BOT_TOKEN' | 'SLACK_SIGNING_SECRET' | 'SLACK_API_URL';
type Deployed<E> = { readonly [K in Exclude<keyof E, OnlyElsewhere>]-?: NonNullable<E[K]> };

export interface FunctionProps {
  /** Begins the function's name. */
  readonly prefix: string;

  /** The folder with the built `index.cjs`. */
  readonly code: string;

  /** The one table. */
  readonly table: TableV2;

  /** Where the secrets lie in SSM's Parameter Store, such as `/trivsel/prod`. */
  readonly secretsPath: string;

  /** Where wakes are sent. */
  readonly work: IQueue;

  /**
   * Memory in MB, which also decides the share of a processor.
   * @default 512
   */
  readonly memorySize?: number;
}

export interface SlackFunctionProps extends FunctionProps {
  /** Where the API is, for the links to people's own data. */
  readonly publicUrl: string;
}

export interface WorkerFunctionProps extends FunctionProps {
  /** The group in which the worker makes its schedules, with their role and their dead letters. */
  readonly schedules: WakeSchedules;
}

/**
 * Answers Slack. Its time-out ends it before the wake it sent ahead, and Slack has given up after three
 * seconds.
 */
export function slackFunction(scope: Construct, props: SlackFunctionProps): Lambda {
  const botToken = `${props.secretsPath}/slack-bot-token`;
  const signingSecret = `${props.secretsPath}/slack-signing-secret`;
  const environment: Deployed<SlackEnvironment> = {
    TABLE_NAME: props.table.tableName,
    QUEUE_URL: props.work.queueUrl,
    PUBLIC_URL: props.publicUrl,
    SLACK_BOT_TOKEN_PARAMETER: botToken,
    SLACK_SIGNING_SECRET_PARAMETER: signingSecret,
  };
  const slack = nodeFunction(scope, 'Slack', props, {
    functionName: `${props.prefix}-slack`,
    description: 'Answers what people do in Slack',
    timeout: Duration.seconds(5),
    environment,
  });
  mayUseTable(slack, props.table);
  maySend(slack, props.work);
  mayReadSecrets(slack, [botToken, signingSecret]);
  return slack;
}

/** Consumes the work queue: decides what is due, sends it, and schedules the next wake. */
export function workerFunction(scope: Construct, props: WorkerFunctionProps): Lambda {
  const { schedules } = props;
  const botToken = `${props.secretsPath}/slack-bot-token`;
  const environment: Deployed<WorkerEnvironment> = {
    TABLE_NAME: props.table.tableName,
    QUEUE_URL: props.work.queueUrl,
    QUEUE_ARN: props.work.queueArn,
    SLACK_BOT_TOKEN_PARAMETER: botToken,
    SCHEDULE_GROUP: schedules.group.scheduleGroupName,
    SCHEDULE_ROLE_ARN: schedules.role.roleArn,
    SCHEDULE_DLQ_ARN: schedules.deadLetters.queueArn,
  };
  const worker = nodeFunction(scope, 'Worker', props, {
    functionName: `${props.prefix}-worker`,
    description: 'Sends what is due and schedules what comes next',
    timeout: Duration.seconds(30),
    environment,
  });
  mayUseTable(worker, props.table);
  mayFindDue(worker, props.table);
  mayForget(worker, props.table);
  maySend(worker, props.work);
  mayReadSecrets(worker, [botToken]);
  mayScheduleWakes(worker, schedules);
  return worker;
}

interface Specifics {
  readonly functionName: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
}

function nodeFunction(scope: Construct, id: string, props: FunctionProps, specifics: Specifics): Lambda {
  // Deleted with the stack, in prod too: a retained group of this name would stand in the next deployment's
  // way.
  const logGroup = new LogGroup(scope, `${id}Logs`, {
    logGroupName: `/aws/lambda/${specifics.functionName}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // A role of our own may write to this one log group; the one CDK makes, to every log group.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const fn = new Lambda(scope, id, {
    ...specifics,
    code: Code.fromAsset(props.code),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memorySize ?? 512,
    // Stops a message that has led to about sixteen others. The hourly reconcile begins a new chain, so what
    // was stopped is late, not lost: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
    recursiveLoop: RecursiveLoop.TERMINATE,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
  Validations.of(fn).acknowledge(
    {
      id: 'Serverless::Serverless-LambdaDLQ',
      reason: "It is for asynchronous invocations; API Gateway and the queue's poller invoke synchronously.",
    },
    {
      id: 'Serverless::Serverless-LambdaTracing',
      reason: "X-Ray's SDK costs 16 ms at every start and is in maintenance; the logs carry the request ids.",
    },
  );
  return fn;
}
