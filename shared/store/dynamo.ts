import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Group } from '../domain/group.ts';
import type { Person } from '../domain/person.ts';
import type { RecipientId } from '../domain/recipient.ts';
import type { Instant } from '../domain/time.ts';
import { groupFromItem, groupToItem } from './group-item.ts';
import { dueIndex, groupKey, parseKey, personKey, shards, table } from './keys.ts';
import { fromItem, toItem } from './person-item.ts';
import type { Store } from './store.ts';

/** The store on anything that speaks DynamoDB's protocol: no transactions, no streams, no scans. */
export function dynamoStore(client: DynamoDBClient, tableName: string): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const read = async (Key: object, signal: AbortSignal | undefined) => {
    const get = new GetCommand({ TableName: tableName, Key, ConsistentRead: true });
    const { Item: item } = await documents.send(get, signal === undefined ? {} : { abortSignal: signal });
    return item;
  };

  /** Written if nobody else has since it was read at that version. */
  const write = async (Item: Record<string, unknown>, version: number, signal: AbortSignal | undefined) => {
    const isFirst = version === 0;
    const put = new PutCommand({
      TableName: tableName,
      Item,
      ConditionExpression: isFirst ? 'attribute_not_exists(#k)' : '#k = :version',
      ExpressionAttributeNames: { '#k': isFirst ? table.partitionKey : 'version' },
      ...(isFirst ? {} : { ExpressionAttributeValues: { ':version': version } }),
    });
    try {
      await documents.send(put, signal === undefined ? {} : { abortSignal: signal });
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    async person(id, signal) {
      const item = await read(personKey(id), signal);
      return item === undefined ? undefined : fromItem(item);
    },

    async save(person, signal) {
      const saved: Person = { ...person, version: person.version + 1 };
      return (await write(toItem(saved), person.version, signal)) ? saved : undefined;
    },

    async group(id, signal) {
      const item = await read(groupKey(id), signal);
      return item === undefined ? undefined : groupFromItem(item);
    },

    async saveGroup(group, signal) {
      const saved: Group = { ...group, version: group.version + 1 };
      return (await write(groupToItem(saved), group.version, signal)) ? saved : undefined;
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
): Promise<RecipientId[]> {
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
  const ids: RecipientId[] = [];
  for await (const { Items = [] } of pages) {
    ids.push(...Items.map((item) => parseKey(String(item[table.partitionKey]))));
  }
  return ids;
}
