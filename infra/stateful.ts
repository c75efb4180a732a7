import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { dueIndex, table } from '../shared/store/keys.ts';

export interface StatefulStackProps {
  /** Begins every physical name, such as `trivsel-prod`. */
  readonly prefix: string;

  /** Whether the data outlives the stack, under a key of its own, protected against deletion. */
  readonly keep: boolean;
}

/** What can't be made again: the table and its key. Everything else is in the stateless stack. */
export class StatefulStack extends Stack {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: StatefulStackProps) {
    const { prefix, keep } = props;
    super(scope, id, {
      stackName: `${prefix}-stateful`,
      description: 'Trivsel: the table and its key',
      terminationProtection: keep,
    });

    this.table = new TableV2(this, 'Table', {
      tableName: prefix,
      partitionKey: { name: table.partitionKey, type: AttributeType.STRING },
      sortKey: { name: table.sortKey, type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: dueIndex.name,
          partitionKey: { name: dueIndex.partitionKey, type: AttributeType.STRING },
          // An instant as text in UTC, whole seconds: its order is that of time.
          sortKey: { name: dueIndex.sortKey, type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 },
      encryption: keep
        ? TableEncryptionV2.customerManagedKey(this.#key(prefix))
        : TableEncryptionV2.dynamoOwnedKey(),
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });

    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }

  /** Yearly rotation: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
  #key(prefix: string): Key {
    return new Key(this, 'Key', {
      alias: prefix,
      description: `Encrypts the table ${prefix}; without it the table and its backups can't be read`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
