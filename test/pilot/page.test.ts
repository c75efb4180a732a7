import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { da } from '../../shared/texts/da.ts';
import { myDataActions } from '../../shared/views/my-data.ts';
import { Running, temporaryFolder, Workspace } from './support.ts';

/** The page on which people take their data along, where a workspace has one. */

let workspace: Workspace;
let folder: ReturnType<typeof temporaryFolder>;
let running: Running;

beforeEach(async () => {
  workspace = await Workspace.open();
  folder = temporaryFolder();
});
afterEach(async () => {
  await running.kill();
  await workspace.close();
  folder.remove();
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

async function askForData(): Promise<string> {
  await workspace.mette.agree();
  await workspace.mette.command('mine-data');
  return JSON.stringify(workspace.mette.view());
}

it('opens once, where PUBLIC_URL leads to this machine, and is all that does', async () => {
  const PORT = await freePort();
  running = await Running.start(workspace, folder.path, { PORT, PUBLIC_URL: 'https://trivsel.example.com/' });
  await askForData();
  await workspace.mette.pressInView(myDataActions.fetch);
  const [, path = ''] =
    /https:\/\/trivsel\.example\.com(\/data\/[^"]+)/.exec(JSON.stringify(workspace.mette.view())) ?? [];
  const page = `http://127.0.0.1:${PORT}${path}`;
  expect((await fetch(page)).headers.get('content-security-policy')).toContain("default-src 'none'");
  const shown = await fetch(page, { method: 'POST' });
  expect(await shown.text()).toContain('En formiddag uden møder');
  expect((await fetch(page, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${PORT}/slack`, { method: 'POST' })).status).toBe(404);
}, 60_000);

it('is not offered where there is none', async () => {
  running = await Running.start(workspace, folder.path);
  const view = await askForData();
  expect(view).toContain(da.myData.title);
  expect(view).not.toContain(`"action_id":"${myDataActions.fetch}"`);
}, 60_000);
