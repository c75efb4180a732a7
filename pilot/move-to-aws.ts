import { existsSync } from 'node:fs';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Problem } from '../local/problem.ts';
import { type Item, itemsOf } from './backup.ts';
import { nothingIn } from './copies.ts';
import { markMoved, openFolder } from './folder.ts';

/**
 * `npm run move-to-aws <table>`: every item into the deployed table, with the AWS SDK's own credentials and region. Queue
 * and schedules are not moved: an item says itself when it is to be looked at, and the hourly reconcile wakes it then. From
 * the first item on the folder is used for nothing else, so that nobody is written to twice; stopped half-way, it may be
 * run again, and what is there by then stays. Returns how many were moved, and how many were there.
 */
export async function moveToAws(folder: string, table: string | undefined) {
  if (table === undefined)
    throw new Problem(
      'Skriv, hvilken tabel data skal flyttes til: npm run move-to-aws trivsel-prod (navnet står i stakkens TableName)',
      "Say which table to move to: npm run move-to-aws trivsel-prod (its name is the stack's TableName)",
    );
  if (!existsSync(folder)) throw nothingIn(folder);
  const opened = await openFolder(folder, table);
  try {
    const items = await itemsOf(opened.database.client);
    const target = new DynamoDBClient({});
    if (!opened.isMoving) await refuseOthers(target, table, items);
    markMoved(folder, table);
    let moved = 0;
    for (const item of items) if (await putNew(target, table, item)) moved += 1;
    return { moved, there: items.length - moved };
  } catch (error) {
    throw awsProblem(error, table) ?? error;
  } finally {
    await opened.close();
  }
}

/** Somebody may have tried the deployed app: what they have there and what they have here can't both be kept. */
async function refuseOthers(target: DynamoDBClient, table: string, items: Item[]): Promise<void> {
  const found: string[] = [];
  for (const { pk, sk } of items as { pk: AttributeValue; sk: AttributeValue }[]) {
    const get = new GetItemCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true });
    if ((await target.send(get)).Item !== undefined) found.push(pk.S ?? '');
  }
  if (found.length === 0) return;
  throw new Problem(
    `I ${table} står der allerede noget om ${found.join(', ')}. Intet er flyttet. Slet de poster i DynamoDB-konsollen, og prøv igen.`,
    `${table} has something of ${found.join(', ')} already. Nothing was moved. Delete those items in the DynamoDB console, and try again.`,
  );
}

/** False where there is one already. */
async function putNew(target: DynamoDBClient, table: string, Item: Item) {
  const ifNew = 'attribute_not_exists(pk)';
  try {
    await target.send(new PutItemCommand({ TableName: table, Item, ConditionExpression: ifNew }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function awsProblem(error: unknown, table: string): Problem | undefined {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (name === 'ResourceNotFoundException')
    return new Problem(
      `Der er ingen tabel ${table} i den region. Er den rigtige valgt? AWS_REGION=eu-west-1 npm run move-to-aws ${table}`,
      `There is no table ${table} in that region. Is it the right one? AWS_REGION=eu-west-1 npm run move-to-aws ${table}`,
    );
  if (message.includes('Region is missing'))
    return new Problem(
      `Skriv, hvilken region: AWS_REGION=eu-west-1 npm run move-to-aws ${table}`,
      `Say which region: AWS_REGION=eu-west-1 npm run move-to-aws ${table}`,
    );
  if (/Credentials|AccessDenied|UnrecognizedClient|ExpiredToken/.test(name))
    return new Problem(
      `Du må ikke skrive i ${table} hos AWS. Log ind (aws sso login), og prøv igen. Det, der er flyttet, flyttes ikke to gange.`,
      `AWS didn't let you write to ${table}. Log in (aws sso login), and try again. What was moved is not moved twice.`,
    );
  return undefined;
}
