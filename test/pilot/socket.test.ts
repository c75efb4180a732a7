import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { Socket } from '../../pilot/socket.ts';
import { appToken } from '../../playground/slack/web-api.ts';
import { Workspace } from './support.ts';

afterEach(() => void vi.useRealTimers());

const log = { info: () => {}, warn: () => {}, error: () => {} };

it('a socket that is closed while it still connects ends all the same', async () => {
  const workspace = await Workspace.open();
  const answer = async () => undefined;
  const socket = new Socket({ appToken, apiUrl: workspace.apiUrl, answer, log });
  const running = socket.run(() => {});
  await socket.close();
  expect(await running).toBeUndefined();
  expect(socket.isOpen).toBe(false);
  await workspace.close();
});

it('of a network that swallows everything for minutes one hears once', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let asked = 0;
  const server = createServer((request) => {
    asked += 1;
    vi.setSystemTime(Date.now() + 60_000);
    request.socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const said: string[] = [];
  const warn = (message: string) => said.push(message);
  const socket = new Socket({ appToken, apiUrl, answer: async () => undefined, log: { ...log, warn } });
  const running = socket.run(() => {});
  await vi.waitUntil(() => asked >= 2, { timeout: 15_000 });
  await socket.close();
  await running;
  expect(said).toEqual(['Slack could not be reached']);
  server.close();
});
