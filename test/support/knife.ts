import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../../local/database.ts';
import { SlackClient } from '../../playground/slack/client.ts';
import { tableName, type World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { type Cut, Guillotine } from './guillotine.ts';

/** The apps once more, with the knife in every call they make. */
export function underTheKnife(world: World, cut: Cut): Guillotine {
  const guillotine = new Guillotine(cut);
  world.boot(guillotine.wire);
  const lost = (event: unknown) => ({
    batchItemFailures: (event as { Records: { messageId: string }[] }).Records.map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
  world.handleWorker = guillotine.mortal(world.handleWorker, lost);
  const handle = guillotine.mortal(world.handleSlack, () => ({ statusCode: 502, body: '' }));
  world.client = new SlackClient(world.slack, handle);
  return guillotine;
}

/** Redelivery and the hourly reconcile. */
export async function recover(world: World): Promise<void> {
  await world.goTo(addSeconds(world.clock.now(), 10 * 60));
  await world.goTo(addSeconds(world.clock.now(), 20 * 60));
  world.wakes.reconcile();
  await world.goTo(addSeconds(world.clock.now(), 60));
}

/** What Slack, the queue and the clock remember, and what is in the table: `putBack` makes it all as it was. */
export async function snapshot(world: World, { client }: Database): Promise<{ putBack(): Promise<void> }> {
  // The engine's client keeps these options for all who share it.
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const TableName = tableName;
  const items = async () => (await documents.send(new ScanCommand({ TableName }))).Items ?? [];
  const remembered = structuredClone([...world.journal['values']]);
  const stored = await items();
  return {
    async putBack() {
      world.journal.clear();
      for (const [key, value] of remembered) world.journal.put(key, value);
      for (const { pk, sk } of await items())
        await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      for (const Item of stored) await documents.send(new PutCommand({ TableName, Item }));
      world.boot();
    },
  };
}

/** The one case in which a message may be there twice: killed after the post left and before it was recorded (docs/decisions/0003). */
export function mayRepeat({ fell, calls }: Guillotine): boolean {
  if (fell === undefined || !calls.includes('slack.post')) return false;
  const isUnrecorded = fell.at === 'slack.post' ? fell.side === 'after' : fell.side === 'before';
  return isUnrecorded && calls.lastIndexOf('slack.post') >= calls.length - 2;
}
