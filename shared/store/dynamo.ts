import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Person, PersonId } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import { dueIndex, parsePersonKey, personKey, shards, table } from './keys.ts';
import { fromItem, toItem } from './person-item.ts';
import type { Store } from './store.ts';

/** The store on anything that speaks DynamoDB's protocol: no transactions, no streams, no scans. */
export function dynamoStore(client: DynamoDBClient, tableName: string): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const options = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });

  return {
    async person(id, signal) {
      const get = new GetCommand({ TableName: tableName, Key: personKey(id), ConsistentRead: true });
      const { Item: item } = await documents.send(get, options(signal));
      return item === undefined ? undefined : fromItem(item);
    },

    async save(person, signal) {
      const saved: Person = { ...person, version: person.version + 1 };
      const isFirst = person.version === 0;
      const put = new PutCommand({
        TableName: tableName,
        Item: toItem(saved),
        ConditionExpression: isFirst ? 'attribute_not_exists(#k)' : '#k = :version',
        ExpressionAttributeNames: { '#k': isFirst ? table.partitionKey : 'version' },
        ...(isFirst ? {} : { ExpressionAttributeValues: { ':version': person.version } }),
      });
      try {
        await documents.send(put, options(signal));
        return saved;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    async overdue(before) {
      const found = await Promise.all(shards.map((shard) => overdueIn(documents, tableName, shard, before)));
      return found.flat();
    },
  };
}

async function overdueIn(
  client: DynamoDBDocumentClient,
  tableName: string,
  shard: string,
  before: Instant,
): Promise<PersonId[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      IndexName: dueIndex.name,
      KeyConditionExpression: '#shard = :shard AND #wakeAt < :before',
      ExpressionAttributeNames: { '#shard': dueIndex.partitionKey, '#wakeAt': dueIndex.sortKey },
      ExpressionAttributeValues: { ':shard': shard, ':before': before },
    },
  );
  const ids: PersonId[] = [];
  for await (const { Items = [] } of pages) {
    ids.push(...Items.map((item) => parsePersonKey(String(item[table.partitionKey]))));
  }
  return ids;
}
