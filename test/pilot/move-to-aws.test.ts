import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../local/database.ts';
import { openFolder } from '../../pilot/folder.ts';
import { moveToAws } from '../../pilot/move-to-aws.ts';
import { tableName, World } from '../../playground/world.ts';
import { agreedLive, begins, Hands, james, mette } from '../support/live.ts';
import { temporaryFolder } from './support.ts';

/** From the folder of one machine to a table in AWS, queue and schedules empty. */

let folder: ReturnType<typeof temporaryFolder>;
let aws: Database;
const before = { ...process.env };

beforeAll(() => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' });
});
beforeEach(async () => {
  folder = temporaryFolder();
  aws = await openDatabase(tableName);
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = aws.endpoint;
});
afterEach(async () => {
  await aws.close();
  folder.remove();
});
afterAll(() => {
  process.env = before;
});

/** A folder in which Mette and James have agreements that wait for their slots. */
async function lived(): Promise<void> {
  const { world, james: hands } = await agreedLive({}, { folder: folder.path });
  await hands.agree({ time: '10:00' });
  await world.goTo('2026-11-24T10:00:00Z');
  await world.close();
}

/** When somebody was written to. */
const heardBy = (world: World, user: string) =>
  world.slack
    .messages()
    .filter(({ channel, author }) => channel === user.replace(/^U/, 'D') && author === 'app')
    .map(({ at }) => at);

it('everybody is written to by the hourly reconcile alone, and from the second time in their slot', async () => {
  await lived();
  expect(await moveToAws(folder.path, tableName)).toEqual({ moved: 3, there: 0 });
  const world = await World.open({ database: aws, standsAt: begins, hourlyReconcile: true });
  for (const user of [mette, james]) world.slack.putUser(user);
  // The world looks at its clock when it is moved: the reconcile comes at the first time after its hour.
  for (const time of ['07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'])
    await world.goTo(`2026-12-01T${time}:00Z`);
  // Nine in Copenhagen and ten in London; found late the first time, within an hour and a half.
  expect(heardBy(world, mette.id)).toEqual([expect.stringMatching(/^2026-12-01T(08:[3-5]|09:[0-3])/)]);
  expect(heardBy(world, james.id)).toEqual([expect.stringMatching(/^2026-12-01T(10:[3-5]|11:[0-3])/)]);
  await world.goTo('2026-12-08T12:00:00Z');
  expect(heardBy(world, mette.id).at(-1)).toMatch(/^2026-12-08T08:0/);
  expect(heardBy(world, james.id).at(-1)).toMatch(/^2026-12-08T10:0/);
  await world.close();
});

it('run again it moves nothing twice, and the folder is used for nothing else', async () => {
  await lived();
  await moveToAws(folder.path, tableName);
  expect(await moveToAws(folder.path, tableName)).toEqual({ moved: 0, there: 3 });
  await expect(openFolder(folder.path)).rejects.toThrow('was moved to AWS (trivsel)');
  await expect(moveToAws(folder.path, 'trivsel-other')).rejects.toThrow('er flyttet til AWS (trivsel)');
});

it('who has something in AWS already is named, nothing is moved, and the folder stays in use', async () => {
  await lived();
  const there = await World.open({ database: aws, standsAt: begins });
  there.slack.putUser(mette);
  await new Hands(mette.id, there.slack, there.client).agree();
  await expect(moveToAws(folder.path, tableName)).rejects.toThrow(
    'T#T0HAVNBY#P#U0METTE, T#T0HAVNBY already. Nothing was moved',
  );
  expect(await there.store.person({ tenant: 'T0HAVNBY', user: james.id })).toBeUndefined();
  await there.close();
  await (await openFolder(folder.path)).close();
});

it.each([
  ['no table', undefined, 'Say which table'],
  ['a table that isn’t there', 'trivsel-other', 'There is no table trivsel-other'],
])('%s is refused with a sentence, and the folder stays in use', async (_, table, says) => {
  await lived();
  await expect(moveToAws(folder.path, table)).rejects.toThrow(says);
  await (await openFolder(folder.path)).close();
});
