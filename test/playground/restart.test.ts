import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begins, Hands, mette, openLive, storedPerson } from '../support/live.ts';

/** A playground that is killed in the middle of its work, and opened again on the same folder. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-restart-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a burst of acts in a child process and kills it when it has acknowledged that many. */
async function killedAfter(count: number): Promise<number> {
  const child = fork(new URL('./burst.ts', import.meta.url), [folder, begins], {
    execArgv: [],
    silent: true,
  });
  let acknowledged = 0;
  child.on('message', (told: { acknowledged: number | 'agreement' }) => {
    if (told.acknowledged === 'agreement') return;
    acknowledged = told.acknowledged;
    if (acknowledged === count) child.kill('SIGKILL');
  });
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  expect(signal, complaints).toBe('SIGKILL');
  return acknowledged;
}

async function reopened(standsAt: string) {
  const live = await openLive({ folder, standsAt });
  return { ...live, mette: new Hands(mette.id, live.world.slack, live.world.client) };
}

it.each([1, 8, 25])('killed after %i acts: nothing acknowledged is lost', async (count) => {
  const acknowledged = await killedAfter(count);
  expect(acknowledged).toBeGreaterThanOrEqual(count);
  const { world, mette: hands } = await reopened('2026-11-24T09:10:00Z');
  const { agreement } = await storedPerson(world, mette.id);
  expect(agreement?.points[0].title).toBe('En formiddag uden møder');
  // A person's answer of the week replaces the one before; the latest acknowledged, or one that was under way.
  const wins = (agreement?.checkIns ?? []).map(({ win }) => Number(win?.replace('Sejr ', '')));
  expect(wins).toHaveLength(1);
  expect(wins[0]).toBeGreaterThanOrEqual(acknowledged);
  const messages = hands.messages().filter(({ author }) => author === mette.id);
  const expected = Array.from({ length: acknowledged }, (_, index) => `Besked ${index + 1}`);
  expect(messages.map(({ text }) => text)).toEqual(expect.arrayContaining(expected));
  expect(new Set(messages.map(({ ts }) => ts)).size).toBe(messages.length);
  await world.close();
});

it('killed and left for two weeks: what was due meanwhile is delivered, once, and life goes on', async () => {
  await killedAfter(3);
  // A Tuesday, half an hour after Mette's slot.
  const { world, mette: hands } = await reopened('2026-12-08T08:35:00Z');
  const prompts = () => hands.messages().filter(({ author }) => author === 'app');
  expect(prompts()).toEqual([]);
  await world.catchUp();
  expect(prompts().map(({ text }) => text)).toEqual([expect.stringContaining('Hej Mette')]);
  expect(world.wakes.deadLetters()).toEqual([]);
  await hands.answer('4');
  await world.goTo('2026-12-15T12:00:00Z');
  expect(prompts()).toHaveLength(2);
  await world.close();
});

it('closed and opened again, it goes on where it was, its open modal too', async () => {
  const first = await openLive({ folder });
  await first.mette.command('aftale');
  const view = first.mette.view();
  await first.world.close();
  const { world, mette: hands } = await reopened(begins);
  expect(hands.view()).toEqual(view);
  await world.close();
});
