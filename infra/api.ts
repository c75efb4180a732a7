import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface SlackApiProps {
  /** The API's name. */
  readonly prefix: string;

  /**
   * Requests a second in the long run; the rest get a 429. A hundred thousand leaders make about one, and an
   * attacker's requests cost money although the signature refuses them.
   * @default 50
   */
  readonly rateLimit?: number;

  /**
   * Requests at once, for the minutes after everybody's slot.
   * @default 100
   */
  readonly burstLimit?: number;
}

/**
 * The one door: `POST /slack`, where who knocks is checked by Slack's signature, and `/data/{link}`, where people read their
 * own data by a link that serves once; both in the function.
 */
export class SlackApi extends Construct {
  /** Where it all is. */
  readonly url: string;
  /** What Slack calls, for every URL in the manifest. */
  readonly requestUrl: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, props: SlackApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'HttpApi', {
      apiName: props.prefix,
      description: 'Slack calls POST /slack; people read their own data at /data',
      createDefaultStage: false,
    });
    this.#api = api;
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: props.rateLimit ?? 50, burstLimit: props.burstLimit ?? 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.#accessLogs(props.prefix)),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.url = api.apiEndpoint;
    this.requestUrl = `${api.apiEndpoint}/slack`;

    Validations.of(api).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason:
        "Slack can't use an authorizer; the function verifies its signature before anything else. Whoever opens /data has no account but the secret in the link.",
    });
  }

  /** Only then: the function's environment holds the API's address. */
  answeredBy(handler: IFunction): void {
    const integration = new HttpLambdaIntegration('Slack', handler, {
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    });
    this.#api.addRoutes({ path: '/slack', methods: [HttpMethod.POST], integration });
    // The secret is a path's part, and the access logs name the route only.
    this.#api.addRoutes({ path: '/data/{link}', methods: [HttpMethod.GET, HttpMethod.POST], integration });
  }

  /**
   * Under `/aws/vendedlogs/`, so that the delivery of logs doesn't fill the account's resource policy (5,120
   * characters): https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
   */
  #accessLogs(prefix: string): LogGroup {
    return new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/vendedlogs/${prefix}-api`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

/**
 * When, how long, with which result; nothing of what was said or who said it:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const accessLogFields = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  integrationRequestId: '$context.integration.requestId',
};
