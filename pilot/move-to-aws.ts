import { existsSync } from 'node:fs';
import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Problem } from '../local/problem.ts';
import { type Item, itemsOf } from './backup.ts';
import { nothingIn } from './copies.ts';
import { markMoved, openFolder } from './folder.ts';

/**
 * `npm run move-to-aws <table>`: every item into the deployed table, with the AWS SDK's own credentials and region. What
 * is there already stays, so it may be run again. Queue and schedules are not moved: an item says itself when it is to be
 * looked at, and the hourly reconcile wakes it then. Afterwards the folder is not used any more, so that nobody is
 * written to twice.
 */
export async function moveToAws(folder: string, table: string | undefined) {
  if (table === undefined)
    throw new Problem(
      'Skriv, hvilken tabel: npm run move-to-aws trivsel-prod (navnet står i stakkens TableName)',
      'Say which table: npm run move-to-aws trivsel-prod (its name is the stack’s TableName)',
    );
  if (!existsSync(folder)) throw nothingIn(folder);
  const opened = await openFolder(folder);
  try {
    const items = await itemsOf(opened.database.client);
    const target = new DynamoDBClient({});
    let moved = 0;
    for (const item of items) if (await putNew(target, table, item)) moved += 1;
    markMoved(folder, table);
    return { moved, there: items.length - moved };
  } catch (error) {
    throw awsProblem(error, table) ?? error;
  } finally {
    await opened.close();
  }
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
      `AWS lod dig ikke skrive i ${table}. Log ind (aws sso login), og prøv igen; det, der er flyttet, flyttes ikke igen.`,
      `AWS didn't let you write to ${table}. Log in (aws sso login), and try again; what was moved is not moved again.`,
    );
  return undefined;
}
