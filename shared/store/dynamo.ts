import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import type { Group, GroupId } from '../domain/group.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { Workspace } from '../domain/workspace.ts';
import { groupFromItem, groupToItem } from './group-item.ts';
import { dueIndex, groupKey, parseKey, personKey, shards, table, workspaceKey } from './keys.ts';
import { fromItem, toItem } from './person-item.ts';
import type { Store } from './store.ts';
import { workspaceFromItem, workspaceToItem } from './workspace-item.ts';

type Key = { pk: string; sk: string };

/** The store on anything that speaks DynamoDB's protocol: no transactions, no streams, no scans. */
export function dynamoStore(client: DynamoDBClient, tableName: string): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  /** The items of those keys, in their order; one request, however many. */
  const read = async (keys: Key[], signal: AbortSignal | undefined) => {
    const found: Record<string, unknown>[] = [];
    for (let wanted: Key[] = keys; wanted.length > 0; ) {
      const get = new BatchGetCommand({
        RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } },
      });
      const answer = await documents.send(get, signal === undefined ? {} : { abortSignal: signal });
      found.push(...(answer.Responses?.[tableName] ?? []));
      // DynamoDB may leave some for later when it is busy.
      wanted = (answer.UnprocessedKeys?.[tableName]?.Keys ?? []) as Key[];
    }
    return keys.map((key) => found.find((item) => item['pk'] === key.pk && item['sk'] === key.sk));
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
      const [item, decided] = await read([personKey(id), workspaceKey(id.tenant)], signal);
      if (item === undefined) return undefined;
      return { ...fromItem(item), workspace: workspaceFromItem(id.tenant, decided) };
    },

    async save(person, signal) {
      const saved: Person = { ...person, version: person.version + 1 };
      return (await write(toItem(saved), person.version, signal)) ? saved : undefined;
    },

    async forget(person) {
      const gone = new DeleteCommand({
        TableName: tableName,
        Key: personKey(person),
        ConditionExpression: '#k = :version',
        ExpressionAttributeNames: { '#k': 'version' },
        ExpressionAttributeValues: { ':version': person.version },
      });
      try {
        await documents.send(gone);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async group(id, signal) {
      const [item, decided] = await read([groupKey(id), workspaceKey(id.tenant)], signal);
      if (item === undefined) return undefined;
      return { ...groupFromItem(item), workspace: workspaceFromItem(id.tenant, decided) };
    },

    async saveGroup(group, signal) {
      const saved: Group = { ...group, version: group.version + 1 };
      return (await write(groupToItem(saved), group.version, signal)) ? saved : undefined;
    },

    async workspace(tenant, signal) {
      const [item] = await read([workspaceKey(tenant)], signal);
      return workspaceFromItem(tenant, item);
    },

    async saveWorkspace(workspace, signal) {
      const saved: Workspace = { ...workspace, version: workspace.version + 1 };
      return (await write(workspaceToItem(saved), workspace.version, signal)) ? saved : undefined;
    },

    async overdue(before) {
      const found = await Promise.all(shards.map((shard) => dueIn(documents, tableName, shard, before)));
      return found.flat();
    },

    async waiting(tenant) {
      const found = await Promise.all(shards.map((shard) => dueIn(documents, tableName, shard)));
      return found.flat().filter((id) => id.tenant === tenant);
    },
  };
}

/** Those in a shard whose instant is before that one, or whenever it is. */
async function dueIn(
  client: DynamoDBDocumentClient,
  tableName: string,
  shard: string,
  before = '9999',
): Promise<(PersonId | GroupId)[]> {
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
  const ids: (PersonId | GroupId)[] = [];
  for await (const { Items = [] } of pages) {
    ids.push(...Items.map((item) => parseKey(String(item[table.partitionKey]))));
  }
  return ids;
}
