import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { TrivselStage } from './stage.ts';

/**
 * The CDK app. One stage a synthesis: `prod` unless told otherwise.
 *
 * | context      | default     | what it is                                                            |
 * |--------------|-------------|-----------------------------------------------------------------------|
 * | `stage`      | `prod`      | any other name gives a disposable copy, prefixed and without retention |
 * | `region`     | `eu-west-1` | where everything lives                                                |
 * | `alarmEmail` | none        | who gets a mail when an alarm goes off                                |
 *
 * `cdk deploy 'prod/*'`, or for a copy of one's own: `cdk deploy -c stage=ann 'ann/*'`.
 */
const app = new App();
const context = (key: string): string | undefined => app.node.tryGetContext(key);
const alarmEmail = context('alarmEmail');

new TrivselStage(app, context('stage') ?? 'prod', {
  region: context('region') ?? 'eu-west-1',
  ...(alarmEmail === undefined ? {} : { alarmEmail }),
});

// Their findings fail the synthesis (`cdk synth '**'`, see check.ts). What we accept is acknowledged beside
// the resource in question, with its reason.
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app, { verbose: true }),
  new ServerlessChecks(app, { verbose: true }),
);
