import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { Level } from 'level';
import { dueIndex, table } from '../shared/store/keys.ts';

/** The table as `infra/stateful.ts` has it, for an engine that has none yet. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const key = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  const attributes = [table.partitionKey, table.sortKey, dueIndex.partitionKey, dueIndex.sortKey];
  const command = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: key(table),
    GlobalSecondaryIndexes: [
      { IndexName: dueIndex.name, KeySchema: key(dueIndex), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  });
  try {
    await client.send(command);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  // The engine answers before the table can be used: on disk, some milliseconds before.
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
}

export type Database = { client: DynamoDBClient; endpoint: string; close: () => Promise<void> };

/** DynamoDB in this process: on disk in `folder`, or in memory. Fails with LevelDB's error where the folder can't be used. */
export async function openDatabase(tableName: string, folder?: string): Promise<Database> {
  if (folder !== undefined) await tryLock(folder);
  const server = dynalite({ createTableMs: 0, ...(folder === undefined ? {} : { path: folder }) });
  const key = folder === undefined ? openToAll : randomBytes(20).toString('hex');
  if (key !== openToAll) onlyFor(key, server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = clientOf(endpoint, key);
  await createTable(client, tableName);
  return {
    client,
    endpoint,
    close: async () => {
      client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The engine asks for credentials and believes any. */
export function clientOf(endpoint: string, accessKeyId = openToAll): DynamoDBClient {
  const credentials = { accessKeyId, secretAccessKey: openToAll };
  // As functions/*/handler.ts: what fails twice, people hear of.
  return new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 2 });
}

const openToAll = 'local';

/** What is on disk may be what people wrote: other users of this machine, who can reach the port too, don't know the key. */
function onlyFor(key: string, server: Server): void {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.headers.authorization?.includes(`Credential=${key}/`))
      answer?.call(server, request, response);
    else response.writeHead(403).end();
  });
}

/** One process at a time, by LevelDB's own lock. The engine, finding it taken, would bring the whole process down. */
async function tryLock(folder: string): Promise<void> {
  const level = new Level(folder);
  await level.open();
  await level.close();
}
