import { expect, it } from 'vitest';
import { Socket } from '../../pilot/socket.ts';
import { appToken } from '../../playground/slack/web-api.ts';
import { Workspace } from './support.ts';

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
