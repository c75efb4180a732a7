import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../local/database.ts';
import { dynamoStore } from '../../shared/store/dynamo.ts';
import { poorest, richest } from '../store/people.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-database-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([{ where: 'in memory' }, { where: 'on disk' }])(
  'the table can be used at once, $where',
  async ({ where }) => {
    for (let time = 0; time < 10; time += 1) {
      const database = await openDatabase(
        'people',
        where === 'on disk' ? join(folder, String(time)) : undefined,
      );
      expect(await dynamoStore(database.client, 'people').save(poorest())).toBeDefined();
      await database.close();
    }
  },
);

it('on disk everything is there again', async () => {
  for (let time = 1; time <= 3; time += 1) {
    const database = await openDatabase('people', join(folder, 'again'));
    const store = dynamoStore(database.client, 'people');
    const known = await store.person(richest());
    expect(known?.version).toBe(time === 1 ? undefined : time - 1);
    await store.save(known ?? richest());
    expect(await store.overdue('2030-01-01T00:00:00Z')).toHaveLength(1);
    await database.close();
  }
});
