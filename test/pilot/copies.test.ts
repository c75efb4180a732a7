import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromText } from '../../pilot/backup.ts';
import { backup, restore } from '../../pilot/copies.ts';
import { openFolder } from '../../pilot/folder.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { caughtUp, environmentOf, Running, temporaryFolder, Workspace } from './support.ts';

/** Everything a workspace has, copied while it runs, and brought back. */

let workspace: Workspace;
let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let file: string;
const started: Running[] = [];

beforeEach(async () => {
  workspace = await Workspace.open();
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  file = join(folder.path, 'my.trivsel-backup');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.kill()));
  await workspace.close();
  folder.remove();
});

async function start(path = data): Promise<Running> {
  const running = await Running.start(workspace, path);
  started.push(running);
  return running;
}

async function agreed(): Promise<Running> {
  const running = await start();
  await workspace.nameContacts();
  await workspace.mette.agree();
  return running;
}

const copyOf = (path: string) => fromText(readFileSync(path, 'utf8'), path);

it('copied while it runs, lost with its machine, and restored on another: nobody misses anything', async () => {
  const running = await agreed();
  const copying = new Running(['backup', file], environmentOf(workspace, data));
  expect(await copying.ended).toBe(0);
  expect(copying.said).toContain('delete it within seven days');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await running.kill();
  const other = join(folder.path, 'other');
  const restoring = new Running(['restore', file], environmentOf(workspace, other));
  expect(await restoring.ended, restoring.said).toBe(0);
  workspace.clock.startAt('2026-12-01T08:10:00Z');
  await start(other);
  await caughtUp(other, addSeconds('2026-12-01T08:10:00Z', -1));
  expect(workspace.mette.messages().map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
}, 60_000);

it('copied, restored and copied again: the same', async () => {
  const running = await agreed();
  await running.stop();
  await backup(data, file);
  const other = join(folder.path, 'other');
  await restore(other, file);
  const again = join(folder.path, 'again.trivsel-backup');
  await backup(other, again);
  const { items, wakes } = copyOf(file);
  expect(items).toHaveLength(2);
  expect(wakes.filter(([key]) => key.startsWith('queue/'))).not.toHaveLength(0);
  expect(copyOf(again)).toMatchObject({ items, wakes });
}, 60_000);

it('what is kept is for its owner alone', async () => {
  await agreed();
  const modes = ['', 'about.json', 'running.json'].map((name) => statSync(join(data, name)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o600, 0o600]);
}, 60_000);

describe('refused with a sentence', () => {
  /** An empty workspace's copy. */
  async function copied(): Promise<void> {
    const opened = await openFolder(data);
    await opened.close();
    await backup(data, file);
  }

  it('a copy in the place of another', async () => {
    await copied();
    await expect(backup(data, file)).rejects.toThrow('is there already');
  });

  it('a copy of nothing', async () => {
    await expect(backup(join(folder.path, 'nothing'), file)).rejects.toThrow('Are you in Trivsel');
  });

  it('restoring where something is', async () => {
    await copied();
    await expect(restore(data, file)).rejects.toThrow('move the folder away');
  });

  it('restoring what isn’t there', async () => {
    await expect(restore(join(folder.path, 'other'), file)).rejects.toThrow('Say which backup');
    await expect(restore(join(folder.path, 'other'), undefined)).rejects.toThrow('Skriv, hvilken');
  });

  const other = (text: string) => text;
  it.each([
    [
      'half a copy',
      (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
      'not a whole backup',
    ],
    ['something else', () => '{"format":"other"}\n{"end":0}\n', 'not a whole backup'],
    ['nothing at all', () => '', 'not a whole backup'],
    ['a newer Trivsel’s', (text: string) => text.replace('"person":', '"person":9'), 'by a newer Trivsel'],
    [
      'a copy that lacks a line',
      (text: string) => text.replace('{"end":0}', '{"end":1}'),
      'not a whole backup',
    ],
  ])('restoring %s, and nothing is left of it', async (_, change: typeof other, says) => {
    await copied();
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const target = join(folder.path, 'other');
    await expect(restore(target, file)).rejects.toThrow(says);
    expect(existsSync(target)).toBe(false);
  });
});

it('killed while it restores, the next try succeeds', async () => {
  const opened = await openFolder(data);
  opened.journal.put('queue/m1', {
    id: 'm1',
    at: '2026-12-01T08:10:00Z',
    body: '{"kind":"reconcile"}',
    receives: 0,
  });
  await opened.close();
  await backup(data, file);
  const target = join(folder.path, 'other');
  // What a killed one left behind.
  const half = await openFolder(`${target}-restoring`);
  half.journal.put('queue/m9', { id: 'm9' });
  await half.close();
  await restore(target, file);
  await backup(target, `${file}2`);
  expect(copyOf(`${file}2`).wakes.map(([key]) => key)).toEqual(['queue/m1']);
});
