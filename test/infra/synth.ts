import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TrivselStage } from '../../infra/stage.ts';

type Json = ReturnType<typeof JSON.parse>;

/** A stage as CloudFormation gets it, with the feature flags of a real deployment and an empty bundle. */
export function synthesise(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'trivsel-infra-'));
  const code = join(folder, 'code');
  try {
    mkdirSync(code);
    writeFileSync(join(code, 'index.cjs'), '');
    const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));
    const app = new App({ context, outdir: join(folder, 'cdk.out') });
    const stage = new TrivselStage(app, name, {
      region: 'eu-west-1',
      code: { slack: code, worker: code },
      alarmEmail: 'ops@example.com',
    });
    return {
      stage,
      stateful: Template.fromStack(stage.stateful),
      stateless: Template.fromStack(stage.stateless),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Answers questions about a stage in names that people chose: `{"Fn::GetAtt": ["WorkQueue1CAC4D2F", "Arn"]}`
 * becomes `trivsel-prod-work.Arn`, and a reference into the stateful stack the name of what it refers to.
 */
export function reader(stage: ReturnType<typeof synthesise>) {
  const stateful: Json = stage.stateful.toJSON();
  const stateless: Json = stage.stateless.toJSON();

  function of(type: string): Json[] {
    return [...Object.values<Json>(stateful.Resources), ...Object.values<Json>(stateless.Resources)]
      .filter(({ Type }) => Type === type)
      .map(({ Properties, ...rest }) => ({ ...rest, Properties: readable(Properties) }));
  }

  function readable(value: Json): Json {
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = []] = Object.entries<Json>(value);
    if (key === 'Ref') return nameOf(argument);
    if (key === 'Fn::GetAtt') return `${nameOf(argument[0])}.${argument[1]}`;
    if (key === 'Fn::Join') return argument[1].map(readable).join(argument[0]);
    if (key === 'Fn::GetStackOutput') return readable(stateful.Outputs[argument.OutputName].Value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner)]));
  }

  function nameOf(logicalId: string): string {
    const properties = (stateless.Resources[logicalId] ?? stateful.Resources[logicalId])?.Properties ?? {};
    const { QueueName, TableName, FunctionName, LogGroupName, TopicName, Name } = properties;
    const name = QueueName ?? TableName ?? FunctionName ?? LogGroupName ?? TopicName ?? Name;
    return typeof name === 'string' ? name : logicalId.replace(/[0-9A-F]{8}$/, '');
  }

  /**
   * What a role may do, by all its policies: one line for each action on each resource, however CDK groups
   * them.
   */
  function permissions(role: string): string[] {
    return of('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties.Roles.includes(role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Effect, Action, Resource, Condition }) =>
        lines(Effect, [Action].flat(), [Resource].flat(), Condition),
      )
      .sort();
  }

  const named = (type: string, key: string, name: string): Json =>
    of(type).find(({ Properties }) => Properties[key] === name)?.Properties;

  return { of, named, permissions };
}

const lines = (effect: string, actions: string[], resources: string[], condition?: Json): string[] =>
  actions.flatMap((action) =>
    resources.map(
      (resource) =>
        `${effect} ${action} on ${resource}${condition ? ` if ${JSON.stringify(condition)}` : ''}`,
    ),
  );
