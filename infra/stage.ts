import { Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { StatefulStack } from './stateful.ts';
import { StatelessStack } from './stateless.ts';

export interface TrivselStageProps {
  /** The region of both stacks. TableV2 with a customer-managed key must know it when it is synthesised. */
  readonly region: string;

  /**
   * The folders with the built functions, each with an `index.cjs`.
   * @default - `dist/slack` and `dist/worker`, as `npm run build` leaves them
   */
  readonly code?: { readonly slack: string; readonly worker: string };

  /**
   * Who gets a mail when an alarm goes off.
   * @default - nobody; subscribe to the topic in the stack's outputs instead
   */
  readonly alarmEmail?: string;
}

/**
 * One whole installation. The stage `prod` keeps what it holds: its table and key outlive the stack, and
 * neither can be deleted by mistake. Every other name is a disposable copy that leaves nothing behind.
 */
export class TrivselStage extends Stage {
  readonly stateful: StatefulStack;
  readonly stateless: StatelessStack;

  constructor(scope: Construct, name: string, props: TrivselStageProps) {
    // The name begins every physical name; schedules and functions take at most 64 characters.
    if (!/^[a-z][a-z0-9-]{0,19}$/.test(name)) {
      throw new Error(
        `A stage is named with 1 to 20 of a-z, 0-9 and -, beginning with a letter; got '${name}'.`,
      );
    }
    super(scope, name, { env: { region: props.region } });
    const prefix = `trivsel-${name}`;
    const keep = name === 'prod';

    this.stateful = new StatefulStack(this, 'stateful', { prefix, keep });
    this.stateless = new StatelessStack(this, 'stateless', {
      prefix,
      keep,
      table: this.stateful.table,
      secretsPath: `/trivsel/${name}`,
      code: props.code ?? { slack: 'dist/slack', worker: 'dist/worker' },
      ...(props.alarmEmail === undefined ? {} : { alarmEmail: props.alarmEmail }),
    });

    Tags.of(this).add('app', 'trivsel');
    Tags.of(this).add('stage', name);
  }
}
