import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { checkInValues, mette } from '../support/live.ts';
import { caughtUp, environmentOf, insideOf, Running, temporaryFolder, Workspace } from './support.ts';

/** Trivsel in a real workspace, from one machine, for months: the real `main`, over the socket. */

let workspace: Workspace;
let folder: ReturnType<typeof temporaryFolder>;
const started: Running[] = [];

beforeEach(async () => {
  workspace = await Workspace.open();
  folder = temporaryFolder();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.kill()));
  await workspace.close();
  folder.remove();
});

async function start(): Promise<Running> {
  const running = await Running.start(workspace, folder.path);
  started.push(running);
  return running;
}

/** It is stopped, time goes on, and it is started again. */
async function startedAgainAt(instant: Instant, stopped: Running): Promise<Running> {
  expect(await stopped.stop()).toBe(0);
  workspace.clock.startAt(instant);
  const running = await start();
  await caughtUp(folder.path, addSeconds(instant, -1));
  return running;
}

const prompts = ({ mette: hands }: Workspace) =>
  hands.messages().filter(({ author, reader }) => author === 'app' && reader === undefined);
/** What is stored of the small wins that Mette wrote. */
async function wins(): Promise<string[]> {
  const { items } = await insideOf(folder.path);
  const item = items.find(({ pk }) => pk?.S?.endsWith(`#P#${mette.id}`));
  return JSON.stringify(item).match(/(?<="win":\{"S":")[^"]+/g) ?? [];
}

it('an agreement made over the socket is followed up in its slot', async () => {
  const first = await start();
  await workspace.nameContacts();
  await workspace.mette.agree();
  const second = await startedAgainAt('2026-12-01T08:10:00Z', first);
  expect(prompts(workspace).map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
  await workspace.mette.answer('4', 'Ingen møder i torsdags');
  expect(await wins()).toEqual(['Ingen møder i torsdags']);
  await startedAgainAt('2026-12-08T08:10:00Z', second);
  expect(prompts(workspace)).toHaveLength(2);
}, 60_000);

it('killed in the middle of anything, nothing acknowledged is lost, and life goes on', async () => {
  let running = await start();
  await workspace.nameContacts();
  await workspace.mette.agree();
  let acknowledged = 0;
  for (let kills = 0; kills < 3; kills += 1) {
    for (let count = 0; count < 4; count += 1) {
      acknowledged += 1;
      await workspace.mette.answer('3', `Sejr ${acknowledged}`);
    }
    await workspace.mette.command('opfølgning');
    const underWay = workspace.mette.submit(checkInValues('3', `Sejr ${acknowledged + 1}`)).catch(() => {});
    await running.kill();
    await underWay;
    running = await start();
    // A later answer of the same week takes the place of an earlier one.
    expect([`Sejr ${acknowledged}`, `Sejr ${acknowledged + 1}`]).toContainEqual((await wins()).join());
    acknowledged += 1;
  }
  await startedAgainAt('2026-12-01T08:10:00Z', running);
  // They answered for this week already.
  expect(prompts(workspace)).toHaveLength(1);
}, 90_000);

it('ten days asleep: at night nobody hears anything, and in the next slot everybody hears once', async () => {
  const first = await start();
  await workspace.nameContacts();
  await workspace.mette.agree();
  await workspace.james.agree({ time: '10:00' });
  // Both had a prompt on Tuesday the 1st. It is the night to Saturday the 5th.
  const second = await startedAgainAt('2026-12-05T02:00:00Z', first);
  const all = () => workspace.slack.messages().filter(({ author }) => author === 'app');
  expect(all()).toEqual([]);
  const third = await startedAgainAt('2026-12-08T12:00:00Z', second);
  const readers = all().map(({ channel }) => channel);
  expect(readers.sort()).toEqual(['D0JAMES', 'D0METTE']);
  await workspace.mette.answer('4');
  await workspace.james.answer('4');
  await startedAgainAt('2026-12-15T12:00:00Z', third);
  expect(all()).toHaveLength(4);
}, 60_000);

it('the socket comes back, and what is under way when Slack asks for another is still answered', async () => {
  const running = await start();
  workspace.webApi.faults.set('views.open', [{ kind: 'status', status: 500 }]);
  const underWay = workspace.mette.command('aftale');
  workspace.socketMode.refresh();
  await underWay;
  expect(workspace.mette.view()).toBeDefined();
  await running.says('The socket to Slack is open');
  await workspace.mette.command('hjælp');
  running.said = '';
  workspace.socketMode.cut();
  await running.says('The socket to Slack is open');
  await workspace.mette.command('hjælp');
  expect(workspace.mette.messages()).toHaveLength(2);
}, 60_000);

it('a second start on the same folder is refused with a sentence, and the first goes on', async () => {
  await start();
  const second = new Running(['slack'], environmentOf(workspace, folder.path));
  expect(await second.ended).toBe(1);
  // With another folder it would take presses that belong in the first.
  expect(second.said).toContain(`A Trivsel that is running uses ${folder.path}/ already. Stop it first.`);
  await workspace.mette.command('hjælp');
}, 60_000);

it('a machine whose clock is years wrong lives on Slack’s time', async () => {
  await workspace.close();
  workspace = await Workspace.open('2031-03-04T09:00:00Z');
  const running = await start();
  await workspace.nameContacts();
  await workspace.mette.agree();
  await startedAgainAt('2031-03-11T08:10:00Z', running);
  expect(prompts(workspace)).toHaveLength(1);
}, 60_000);
