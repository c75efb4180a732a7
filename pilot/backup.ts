import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { Problem } from '../local/problem.ts';
import { type DataFolder, isNewer, newer, schemas, tableName } from './folder.ts';

/**
 * A copy of everything: the table's items, and what waits in the queue and on schedules. As text it is JSON lines: a head,
 * an entry each, and an end, so that half a file is known as one.
 */
/** As DynamoDB has it, types and all: nothing is lost in a translation. */
export type Item = Record<string, AttributeValue>;
type Wake = [key: string, value: unknown];
export type Backup = { head: Head; items: Item[]; wakes: Wake[] };

const head = z.object({
  format: z.literal('trivsel-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  schemas: z.record(z.string(), z.number()),
});
type Head = z.infer<typeof head>;

const text = z.object({ S: z.string() });
const entry = z.union([
  z.strictObject({ item: z.looseObject({ pk: text, sk: text }) }),
  z.strictObject({ wake: z.tuple([z.string(), z.unknown()]) }),
]);
const end = z.strictObject({ end: z.int() });

/** Of the journal everything but the clock, which is this machine's. */
const isKept = ([key]: Wake) => key !== 'clock';

export async function collect({ database, journal }: DataFolder): Promise<Backup> {
  const madeAt = new Date().toISOString();
  const items = await itemsOf(database.client);
  const wakes = journal.entries().filter(isKept);
  return { head: { format: 'trivsel-backup', version: 1, madeAt, schemas }, items, wakes };
}

export async function itemsOf(client: DynamoDBClient): Promise<Item[]> {
  const items: Item[] = [];
  const pages = paginateScan({ client }, { TableName: tableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}

/** Into a folder that has nothing yet. */
export async function fill({ database, journal }: DataFolder, { items, wakes }: Backup): Promise<void> {
  for (const Item of items) await database.client.send(new PutItemCommand({ TableName: tableName, Item }));
  for (const [key, value] of wakes) journal.put(key, value);
}

export function toText({ head, items, wakes }: Backup): string {
  const entries = [...items.map((item) => ({ item })), ...wakes.map((wake) => ({ wake }))];
  return [head, ...entries, { end: entries.length }].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Throws a `Problem` for what is no backup, is cut off, or is newer than this version. `name`: the file's. */
export function fromText(text: string, name: string): Backup {
  try {
    const [first, ...rest] = text.trimEnd().split('\n');
    const last = end.parse(JSON.parse(rest.pop() ?? ''));
    const found = head.parse(JSON.parse(first ?? ''));
    if (isNewer(found.schemas)) throw newer(name);
    const entries = rest.map((line) => entry.parse(JSON.parse(line)));
    if (entries.length !== last.end) throw new Error('Entries are missing');
    const items = entries.flatMap((one) => ('item' in one ? [one.item as Item] : []));
    const wakes = entries.flatMap((one): Wake[] => ('wake' in one ? [one.wake] : []));
    return { head: found, items, wakes };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `${name} er ikke en hel sikkerhedskopi af Trivsel. Brug en anden.`,
      `${name} is not a whole backup of Trivsel. Use another.`,
    );
  }
}
