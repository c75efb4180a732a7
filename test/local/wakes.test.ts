import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Clock } from '../../local/clock.ts';
import { Journal } from '../../local/journal.ts';
import { LocalWakes } from '../../local/wakes.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';

const begins: Instant = '2026-11-24T09:00:00Z';
const mette = { tenant: 'T0HAVNBY', user: 'U0METTE' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-wakes-'));
  file = join(folder, 'wakes.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const failing = async () => ({ batchItemFailures: [{ itemIdentifier: '' }] });

/** All that waits, in the queue, on schedules or put aside. */
const kept = (wakes: LocalWakes) => [...wakes.queued(), ...wakes.scheduled(), ...wakes.deadLetters()];

it('a wake that fails is somewhere at every moment, from its schedule until it is put aside', async () => {
  const journal = new Journal(file);
  const clock = new Clock(journal, begins);
  const wakes = new LocalWakes(journal, clock);
  await wakes.at(mette, addSeconds(begins, 3600), begins);
  const before = readFileSync(file, 'utf8').trimEnd().split('\n').length;
  for (let tries = 0; tries < 5; tries += 1) {
    clock.goTo(addSeconds(clock.now(), 3600));
    await wakes.deliverDue(failing);
  }
  expect(wakes.deadLetters()).toHaveLength(1);

  // The file as a kill after each of its lines would have left it.
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let written = before; written < lines.length; written += 1) {
    writeFileSync(`${file}-killed`, lines.slice(0, written).join('\n'));
    const killed = new Journal(`${file}-killed`);
    expect(kept(new LocalWakes(killed, new Clock(killed))), `after ${lines[written - 1]}`).not.toEqual([]);
  }
});

it('what was given up weeks ago is forgotten when something else is', async () => {
  const clock = new Clock(new Journal(), begins);
  const wakes = new LocalWakes(new Journal(), clock);
  const giveUp = async () => {
    await wakes.soon(mette, 0);
    for (let tries = 0; tries < 5; tries += 1) {
      await wakes.deliverDue(failing);
      clock.goTo(addSeconds(clock.now(), 180));
    }
  };
  const week = 7 * 24 * 60 * 60;
  await giveUp();
  await giveUp();
  expect(wakes.deadLetters()).toHaveLength(2);
  clock.goTo(addSeconds(begins, 3 * week));
  await giveUp();
  expect(wakes.deadLetters()).toHaveLength(1);
});
