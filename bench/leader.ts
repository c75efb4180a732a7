import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { openDatabase } from '../local/database.ts';
import { instantFromMillis } from '../shared/domain/time.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { personKey } from '../shared/store/keys.ts';
import type { Who } from './cold.ts';
import { CountedWorld, writePoints } from './counts.ts';

/** A leader whom the app met a moment ago, so that nobody has to be asked about them: the item as DynamoDB has it. */
export async function leader(): Promise<{ item: object; who: Who }> {
  const life = await CountedWorld.open(instantFromMillis(Date.now()));
  await writePoints(life);
  const person = await life.person();
  await life.close();
  const database = await openDatabase('bench');
  await dynamoStore(database.client, 'bench').save({ ...person, version: 0 });
  const { pk, sk } = personKey(person);
  const get = new GetItemCommand({ TableName: 'bench', Key: { pk: { S: pk }, sk: { S: sk } } });
  const { Item: item } = await database.client.send(get);
  await database.close();
  if (item === undefined) throw new Error('The person is not there');
  return { item, who: person };
}
